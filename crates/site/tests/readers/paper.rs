//! The pages of topics, authors and sources, the archive by day, and the corrections log:
//! what stands on them, how they are paged, when they are dropped.

use std::collections::BTreeMap;

use desk::{Clerk, Correct, Open, Publish, PutSource, SetEmbargo, SetExpiry, SetMenu, SetSetting, Withdraw};
use domain::{
    Citation, Kind, LocaleTag, MenuItem, MenuPlace, OldAddress, OriginalName, Source, SourceId, Withdrawal,
};
use store::{Content, NewRedirect, RedirectTo};
use uuid::Uuid;

use crate::{
    facts::Cache,
    house::{Engine, code, parsed},
    newsdesk::Newsdesk,
};

/// Where an article of everything stands, its headline on it.
const SURFACES: [&str; 6] = [
    "/en/",
    "/en/world/",
    "/en/topic/sea/",
    "/en/author/ada/",
    "/en/source/ledger/",
    "/en/archive/2026/03/10/",
];

/// Where a change must be seen at once. An article is not among them: what appears beside it
/// may be some minutes late.
const TARGETS: [&str; 12] = [
    "/en/",
    "/en/world/",
    "/en/topic/sea/",
    "/en/author/ada/",
    "/en/source/ledger/",
    "/en/source/gazette/",
    "/en/archive/",
    "/en/archive/2026/",
    "/en/archive/2026/03/",
    "/en/archive/2026/03/10/",
    "/en/archive/2026/03/11/",
    "/en/corrections/",
];

struct Paper {
    desk: Newsdesk,
    ledger: SourceId,
}

impl Paper {
    async fn on(engine: Engine) -> Self {
        let paper = Self { desk: Newsdesk::on(engine).await, ledger: SourceId::new(Uuid::now_v7()) };
        paper.name_source("The Ledger", "ledger").await;
        paper
    }

    fn source(&self, name: &str, slug: &str) -> PutSource {
        let original = OriginalName { text: name.to_owned(), locale: LocaleTag::parse("en").unwrap() };
        let about = BTreeMap::from([(code("en"), "A paper of the harbour.".to_owned())]);
        let source = Source {
            id: self.ledger,
            slug: parsed(slug),
            original,
            names: BTreeMap::new(),
            about,
            home_url: Some("https://ledger.example/".to_owned()),
        };
        PutSource { source }
    }

    async fn name_source(&self, name: &str, slug: &str) {
        self.desk.house.run(self.source(name, slug)).await;
    }

    fn content(&self, headline: &str) -> Content {
        let url = Some("https://ledger.example/tide".to_owned());
        Content { citations: vec![Citation { source: self.ledger, url }], ..self.desk.content(headline) }
    }

    async fn shown_on(&self, headline: &str) -> Vec<&'static str> {
        let mut shown = Vec::new();
        for target in SURFACES {
            if self.desk.text_of(target).await.contains(headline) {
                shown.push(target);
            }
        }
        shown
    }
}

#[tokio::test]
async fn law_1_one_eye_every_list_turns_at_the_moment() {
    for engine in Engine::BOTH {
        let paper = Paper::on(engine).await;
        let house = &paper.desk.house;
        let clerk = Clerk::new(std::sync::Arc::clone(&house.desk));
        let branch = paper.desk.begin("tide", paper.content("High tide")).await;
        let embargo = house.now().plus_seconds(60);
        house.run(SetEmbargo { branch, until: Some(embargo) }).await;
        house.run(Publish { branch, version: 1, update: false }).await;
        house.pass(59);
        clerk.turn().await.unwrap();
        assert!(paper.shown_on("High tide").await.is_empty(), "a second before its embargo ends");
        house.pass(1);
        clerk.turn().await.unwrap();
        assert_eq!(paper.shown_on("High tide").await, SURFACES);

        let version = house.run(Open { branch }).await;
        house.run(Correct { branch, version, note: "It was low.".to_owned() }).await;
        let log = || paper.desk.text_of("/en/corrections/");
        let expiry = house.now().plus_seconds(60);
        house.run(SetExpiry { branch, at: Some(expiry) }).await;
        house.pass(59);
        assert_eq!(paper.shown_on("High tide").await, SURFACES, "a second before it expires");
        assert!(log().await.contains("It was low."));
        for target in SURFACES.into_iter().chain(["/en/corrections/", "/en/archive/2026/"]) {
            let facts = house.look_up(target).await.facts.unwrap();
            assert_eq!(facts.hide_at, Some(expiry), "{target}");
        }
        house.pass(1);
        assert!(paper.shown_on("High tide").await.is_empty(), "when it expires");
        assert!(!log().await.contains("It was low."));
    }
}

#[tokio::test]
async fn law_4_never_stale_a_list_that_changes_is_dropped() {
    for engine in Engine::BOTH {
        let Paper { desk: Newsdesk { house, topic, ada }, ledger } = Paper::on(engine).await;
        let mut cache = Cache::over(house, &TARGETS).await;
        let paper = |house| Paper { desk: Newsdesk { house, topic, ada }, ledger };
        let content = |headline: &str, section| {
            let cited = Citation { source: ledger, url: None };
            Content {
                citations: vec![cited],
                sections: vec![section],
                topics: vec![topic],
                credits: vec![domain::Credit { person: ada, role: domain::CreditRole::Author }],
                ..crate::house::text(headline)
            }
        };
        let section = cache.house.world_section;
        let mut branches = Vec::new();
        for (slug, kind) in [("tide", Kind::News), ("other", Kind::Opinion)] {
            let content = Content { kind, ..content(slug, section) };
            let slug = parsed(slug);
            let branch =
                cache.after("begin", desk::Create { edition: code("en"), story: None, slug, content }).await;
            cache.after("publish", Publish { branch, version: 1, update: false }).await;
            cache.house.pass(1);
            branches.push(branch);
        }
        let [tide, other] = branches.try_into().unwrap();
        let version = cache.after("open", Open { branch: tide }).await;
        cache.after("correct", Correct { branch: tide, version, note: "It was low.".to_owned() }).await;
        let zone = |zone: &str| SetSetting { key: "portal.time_zone".into(), value: Some(zone.into()) };
        cache.after("a zone where it was another day", zone("Pacific/Kiritimati")).await;
        cache.after("a zone of before", zone("UTC")).await;
        let items = vec![MenuItem::Link { url: "/en/corrections/".into(), label: "Our mistakes".into() }];
        let place = MenuPlace::Footer;
        cache.after("menu", SetMenu { edition: code("en"), place, items }).await;
        cache.after("withdraw", Withdraw { branch: other, reason: Withdrawal::Legal }).await;
        let soon = cache.house.now().plus_seconds(10);
        cache.after("expiry", SetExpiry { branch: tide, at: Some(soon) }).await;
        cache.house.pass(10);
        cache.check("expired").await;
        let paper = paper(cache.house);
        assert!(paper.shown_on("tide").await.is_empty());
    }
}

#[tokio::test]
async fn law_4_never_stale_a_register_that_changes_drops_its_pages() {
    let paper = Paper::on(Engine::Sqlite).await;
    let branch = paper.desk.publish("tide", paper.content("High tide")).await;
    let put = paper.source("The Gazette", "gazette");
    let Paper { desk: Newsdesk { house, .. }, .. } = paper;
    let mut cache = Cache::over(house, &TARGETS).await;
    cache.after("a source's name and slug", put).await;
    assert_eq!(cache.house.leads("/en/source/ledger/").await, (301, "/en/source/gazette/".to_owned()));
    cache.after("withdraw", Withdraw { branch, reason: Withdrawal::Retracted }).await;
}

#[tokio::test]
async fn law_9_every_list_is_paged_by_key_without_gap_or_repetition() {
    for engine in Engine::BOTH {
        let paper = Paper::on(engine).await;
        for number in 0..45 {
            paper.desk.publish(&format!("n{number}"), paper.content(&format!("No{number}."))).await;
        }
        for list in SURFACES.into_iter().filter(|list| *list != "/en/") {
            let mut found = Vec::new();
            let mut next = Some(list.to_owned());
            while let Some(target) = next {
                let page = paper.desk.text_of(&target).await;
                let cards = page.split("/en/post/n").skip(1).filter_map(|rest| rest.split('"').next());
                let mut cards: Vec<_> = cards.map(str::to_owned).collect();
                cards.dedup();
                found.extend(cards);
                next = page
                    .split("\"")
                    .find(|text| {
                        text.starts_with(list) && text.contains("?before=") && {
                            let key = |url: &str| url.split("before=").nth(1).map(str::to_owned);
                            key(text) < key(&target) || !target.contains("before=")
                        }
                    })
                    .map(str::to_owned);
                assert!(found.len() <= 45, "{list}: {found:?}");
            }
            let wanted: Vec<_> = (0..45).rev().map(|number| number.to_string()).collect();
            assert_eq!(found, wanted, "{list}");
        }
    }
}

#[tokio::test]
async fn a_day_of_the_archive_is_one_of_the_portals_zone() {
    let paper = Paper::on(Engine::Sqlite).await;
    let house = &paper.desk.house;
    // 2026-03-29 is the day on which London's clocks go forward: noon of the 10th and 18 days.
    house.pass(18 * 86_400 + 11 * 3_600 + 1_800);
    paper.desk.publish("late", paper.content("Half past eleven")).await;
    house.pass(3_600);
    paper.desk.publish("early", paper.content("Half past midnight")).await;
    house.pass(23 * 3_600 - 3_600);
    paper.desk.publish("next", paper.content("Half past eleven again")).await;
    let days = |slug: &'static str| {
        let paper = &paper;
        async move {
            let mut days = Vec::new();
            for day in 28..=30 {
                let page = paper.desk.text_of(&format!("/en/archive/2026/03/{day}/")).await;
                if page.contains(&format!("/en/post/{slug}\"")) {
                    days.push(day);
                }
            }
            days
        }
    };
    assert_eq!((days("late").await, days("early").await, days("next").await), (vec![28], vec![29], vec![29]));
    let zone = SetSetting { key: "portal.time_zone".into(), value: Some("Europe/London".into()) };
    house.run(zone).await;
    // 22:30 UTC is 23:30 there once the clocks have gone forward.
    assert_eq!((days("late").await, days("early").await, days("next").await), (vec![28], vec![29], vec![29]));
    let zone = SetSetting { key: "portal.time_zone".into(), value: Some("Asia/Yerevan".into()) };
    house.run(zone).await;
    assert_eq!((days("late").await, days("early").await, days("next").await), (vec![29], vec![29], vec![30]));
    let month = paper.desk.text_of("/en/archive/2026/03/").await;
    assert!(month.contains("/en/archive/2026/03/29/") && month.contains("/en/archive/2026/03/30/"));
    assert!(!month.contains("/en/archive/2026/03/28/"));
    assert!(paper.desk.text_of("/en/archive/").await.contains("href=\"/en/archive/2026/\""));
    assert!(paper.desk.text_of("/en/archive/2026/").await.contains("href=\"/en/archive/2026/03/\""));
    let day = paper.desk.text_of("/en/archive/2026/03/30/").await;
    assert!(day.contains("href=\"/en/archive/2026/03/29/\""), "the day before has stories");
    let empty = house.get("/en/archive/2025/01/01/").await;
    assert_eq!(empty.status(), 200);
    assert!(crate::house::body(&empty).contains("noindex"));
}

#[tokio::test]
async fn law_8_a_url_is_for_ever_tags_and_authors_of_an_archive_lead_to_their_pages() {
    for engine in Engine::BOTH {
        let paper = Paper::on(engine).await;
        let house = &paper.desk.house;
        let redirect = |url: &str, to| {
            let OldAddress { host, path, query } = OldAddress::parse(url).unwrap();
            NewRedirect { host, path, query, to }
        };
        let changes = store::Changes {
            redirects: vec![
                redirect("http://old.example/tag/sea/", RedirectTo::Topic(code("en"), paper.desk.topic)),
                redirect("http://old.example/author/ada/", RedirectTo::Person(code("en"), paper.desk.ada)),
                redirect("http://old.example/tag/mer/", RedirectTo::Topic(code("ar"), paper.desk.topic)),
            ],
            ..store::Changes::default()
        };
        let tx = house.store.begin().await.unwrap();
        tx.commit(&changes, house.now(), &domain::Actor::Import).await.unwrap();
        assert_eq!(house.leads("/tag/sea/").await, (301, "/en/topic/sea/".to_owned()));
        assert_eq!(house.leads("/author/ada").await, (301, "/en/author/ada/".to_owned()));
        assert_eq!(house.leads("/tag/mer").await.0, 404, "the topic has no words there");
        paper.desk.name_author("Ada Wong", "ada-wong").await;
        assert_eq!(house.leads("/author/ada").await, (301, "/en/author/ada-wong/".to_owned()));
        assert_eq!(house.leads("/en/author/ada/").await, (301, "/en/author/ada-wong/".to_owned()));
    }
}

#[tokio::test]
async fn partner_content_never_goes_without_its_label() {
    let paper = Paper::on(Engine::Sqlite).await;
    let content = Content { kind: Kind::PartnerContent, ..paper.content("Buy a boat") };
    paper.desk.publish("boat", content).await;
    for target in SURFACES.into_iter().chain(["/en/post/boat"]) {
        let page = paper.desk.text_of(target).await;
        let headline = page.find(">Buy a boat<").unwrap_or_else(|| panic!("{target} has no headline"));
        let label = page.find("Paid partner content").unwrap_or_else(|| panic!("{target} has no label"));
        assert!(label < headline, "{target}");
    }
}

//! Sitemaps: their languages, their parts, and the one of the news.

use desk::{ArchivedBranch, Create, Portion, Publish, Tie, Withdraw};
use domain::{Kind, Tag, Withdrawal};
use store::Content;

use crate::{
    house::{Engine, House, body, code, live, parsed, text},
    newsdesk::Newsdesk,
};

/// The addresses of a sitemap, as paths.
fn places(xml: &str) -> Vec<String> {
    let places = xml.split("<loc>http://localhost:8080").skip(1);
    places.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn sitemaps_name_the_open_languages_of_a_page() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        house.publish("en", "alone", "Alone").await;
        house.publish("en", "tide", "The tide").await;
        let story = house.story_of("en", "tide").await;
        let madd = house.publish("ar", "madd", "المد").await;
        let closed = house.publish("hy", "makyntacutyun", "Մակընթացություն").await;
        for branch in [madd, closed] {
            house.run(Tie { branch, story }).await;
        }
        let links = |path: &str, lang: &str| {
            format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"http://localhost:8080{path}\"/>\n"
            )
        };
        let pair = links("/en/post/tide", "en-GB") + &links("/ar/post/madd", "ar");
        for target in [
            "/en/sitemap-2026-03.xml",
            "/ar/sitemap-2026-03.xml",
            "/en/sitemap-news.xml",
            "/ar/sitemap-news.xml",
        ] {
            let xml = body(&house.get(target).await).to_owned();
            assert!(xml.contains(&pair), "{target}: {xml}");
            assert_eq!(xml.matches("<xhtml:link").count(), 2, "{target}: {xml}");
        }
        let pages = body(&house.get("/en/sitemap-pages.xml").await).to_owned();
        for pair in [
            links("/en/", "en-GB") + &links("/ar/", "ar"),
            links("/en/world/", "en-GB") + &links("/ar/world/", "ar"),
        ] {
            assert!(pages.contains(&pair), "{pages}");
        }
        let facts = house.look_up("/en/sitemap-2026-03.xml").await.facts.unwrap();
        for tag in [Tag::Branch(madd), Tag::Story(story)] {
            assert!(facts.tags.contains(&tag), "{tag:?}");
        }
        house.run(Withdraw { branch: madd, reason: Withdrawal::Unpublished }).await;
        assert!(!body(&house.get("/en/sitemap-2026-03.xml").await).contains("xhtml:link rel"));
    }
}

#[tokio::test]
async fn a_standing_page_is_in_the_sitemap_of_pages_with_its_languages() {
    for engine in Engine::BOTH {
        let desk = Newsdesk::on(engine).await;
        let page = |headline| Content { kind: Kind::Page, ..text(headline) };
        desk.publish("about", page("About us")).await;
        desk.publish("zeal", page("Our zeal")).await;
        let mut snapshot = desk.house.store.snapshot().await.unwrap();
        let (pages, _) = snapshot.standing_pages(&code("en"), "", 1, desk.house.now()).await.unwrap();
        let about = pages.first().unwrap().branch;
        let story = {
            let alternates =
                snapshot.alternates_of_pages(&code("en"), "", "about", desk.house.now()).await.unwrap();
            assert_eq!(alternates.len(), 1, "{alternates:?}");
            assert_eq!(alternates.first().unwrap().branch, about);
            alternates.first().unwrap().story
        };
        snapshot.close().await.unwrap();
        let case =
            Create {
                edition: code("ar"), story: Some(story), slug: parsed("nahnu"), content: page("نحن")
            };
        let branch = desk.house.run(case).await;
        desk.house.run(Publish { branch, version: 1, update: false }).await;
        let xml = desk.text_of("/en/sitemap-pages.xml").await;
        assert!(xml.contains("hreflang=\"ar\" href=\"http://localhost:8080/ar/page/nahnu\""), "{xml}");
        assert!(places(&xml).contains(&"/en/page/zeal".to_owned()), "{xml}");
    }
}

#[tokio::test]
async fn a_full_month_is_split_into_files_that_hold_each_article_once() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        house.publish("en", "before", "Before").await;
        for portion in 0..21 {
            let branches = (0..100).map(|n| archived(&format!("old-{}", portion * 100 + n))).collect();
            let case = Portion {
                archive: "http://old.example".to_owned(),
                edition: code("en"),
                categories: Vec::new(),
                tags: Vec::new(),
                authors: Vec::new(),
                branches,
            };
            house.run(case).await;
        }
        let files: Vec<_> = places(body(&house.get("/sitemap.xml").await))
            .into_iter()
            .filter(|file| file.starts_with("/en/sitemap-2026"))
            .collect();
        let wanted = ["/en/sitemap-2026-03.xml", "/en/sitemap-2026-03-2.xml", "/en/sitemap-2026-03-3.xml"];
        assert_eq!(files, wanted);
        let mut found = Vec::new();
        for file in files {
            let articles = places(body(&house.get(&file).await));
            assert!(articles.len() <= 1_000, "{file}: {}", articles.len());
            found.extend(articles);
        }
        found.sort_unstable();
        let mut wanted: Vec<_> = (0..2_100).map(|n| format!("/en/post/old-{n}")).collect();
        wanted.push("/en/post/before".to_owned());
        wanted.sort_unstable();
        assert!(found == wanted, "{} of {}", found.len(), wanted.len());
        assert_eq!(house.get("/en/sitemap-2026-03-4.xml").await.status(), 404);
    }
}

/// An article of an archive, first published the day before.
fn archived(slug: &str) -> ArchivedBranch {
    ArchivedBranch {
        foreign_id: slug.to_owned(),
        group: None,
        slug: parsed(slug),
        was: live(),
        content: text("From the archive"),
        categories: Vec::new(),
        tags: Vec::new(),
        authors: Vec::new(),
        pictures: Vec::new(),
        facts: Default::default(),
        digest: String::new(),
        addresses: Vec::new(),
    }
}

#[tokio::test]
async fn news_leave_their_sitemap_after_two_days_and_the_answer_says_when() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let published = house.now();
        house.publish("en", "tide", "The tide & the ebb").await;
        house.pass(3_600);
        house.publish("en", "ebb", "The ebb").await;
        let answer = house.look_up("/en/sitemap-news.xml").await;
        let leaves = published.plus_seconds(2 * 86_400);
        assert_eq!(answer.facts.unwrap().hide_at, Some(leaves));
        let xml = body(&house.get("/en/sitemap-news.xml").await).to_owned();
        assert_eq!(places(&xml), ["/en/post/ebb", "/en/post/tide"]);
        for line in [
            "<news:name>Masthead</news:name>",
            "<news:language>en</news:language>",
            "<news:publication_date>2026-03-10T12:00:00Z</news:publication_date>",
            "<news:title>The tide &amp; the ebb</news:title>",
        ] {
            assert!(xml.contains(line), "{xml}");
        }
        house.pass(2 * 86_400 - 3_601);
        let xml = body(&house.get("/en/sitemap-news.xml").await).to_owned();
        assert_eq!(places(&xml), ["/en/post/ebb"]);
        house.pass(3_602);
        let empty = house.get("/en/sitemap-news.xml").await;
        assert_eq!((empty.status().as_u16(), places(body(&empty)).len()), (200, 0));
    }
}

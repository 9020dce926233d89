//! What answers tell a page cache: with these values alone it can never be stale (law 4).

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use desk::{
    ChangeSlug, Clerk, MoveSections, PutEdition, SetExpiry, SetSetting, Tie, Untie, UseCase, Withdraw,
};
use domain::{Tag, Withdrawal};
use site::{Answer, CachePolicy};
use store::{BoxFuture, Entry, Follower, Pace, Position};

use crate::house::{Engine, House, edition, live, parsed};

/// Every address that the history below touches.
const TARGETS: [&str; 24] = [
    "/en/",
    "/ar/",
    "/en/world/",
    "/ar/world/",
    "/en/planet/",
    "/en/chess/",
    "/en/post/first",
    "/en/post/second",
    "/ar/post/awwal",
    "/en/feed.xml",
    "/ar/feed.xml",
    "/sitemap.xml",
    "/en/sitemap-2026-03.xml",
    "/en/sitemap-pages.xml",
    "/en/sitemap-news.xml",
    "/ar/sitemap-2026-03.xml",
    "/en/world/feed.atom",
    "/en/planet/feed.json",
    "/ar/world/feed.json",
    "/trust.txt",
    "/.well-known/tdmrep.json",
    "/robots.txt",
    "/2010/harbour/",
    "/?p=12",
];

/// Notes the tags that fall, before the write is answered.
#[derive(Default)]
struct Fallen {
    tags: Mutex<BTreeSet<Tag>>,
    bookmark: Mutex<Option<Position>>,
}

impl Follower for Fallen {
    fn name(&self) -> &'static str {
        "fallen"
    }

    fn pace(&self) -> Pace {
        Pace::BeforeAnswer
    }

    fn bookmark(&self) -> BoxFuture<'_, store::Result<Option<Position>>> {
        Box::pin(async { Ok(*self.bookmark.lock().unwrap()) })
    }

    fn follow<'a>(&'a self, entries: &'a [Entry]) -> BoxFuture<'a, store::Result<()>> {
        Box::pin(async move {
            let tags = entries.iter().flat_map(|entry| entry.event.tags.iter().cloned());
            self.tags.lock().unwrap().extend(tags);
            *self.bookmark.lock().unwrap() = entries.last().map(|entry| entry.position);
            Ok(())
        })
    }

    fn rebuild(&self, position: Position) -> BoxFuture<'_, store::Result<()>> {
        Box::pin(async move {
            *self.bookmark.lock().unwrap() = Some(position);
            Ok(())
        })
    }
}

/// A page cache in the smallest: what is kept is right until one of its tags falls.
pub(crate) struct Cache {
    pub(crate) house: House,
    targets: &'static [&'static str],
    fallen: Arc<Fallen>,
    kept: Vec<Answer>,
}

impl Cache {
    async fn new(engine: Engine) -> Self {
        Self::over(House::on(engine).await, &TARGETS).await
    }

    /// A cache that keeps the answers at `targets`.
    pub(crate) async fn over(house: House, targets: &'static [&'static str]) -> Self {
        let fallen = Arc::new(Fallen::default());
        house.store.journal().register(Arc::clone(&fallen) as Arc<dyn Follower>);
        house.store.journal().catch_up().await.unwrap();
        let kept = fetch(&house, targets).await;
        Self { house, targets, fallen, kept }
    }

    /// Does a use case; every answer that is another after it must have been dropped.
    pub(crate) async fn after<C: UseCase>(&mut self, what: &str, case: C) -> C::Done {
        let done = self.house.run(case).await;
        self.check(what).await;
        done
    }

    pub(crate) async fn check(&mut self, what: &str) {
        let fallen = std::mem::take(&mut *self.fallen.tags.lock().unwrap());
        let now = fetch(&self.house, self.targets).await;
        for ((target, kept), now) in self.targets.iter().zip(&self.kept).zip(&now) {
            let same = (kept.status, &kept.body, &kept.location) == (now.status, &now.body, &now.location);
            if same || kept.policy == CachePolicy::NoStore {
                continue;
            }
            let facts = kept.facts.as_ref().unwrap();
            let hidden = facts.hide_at.is_some_and(|moment| moment <= self.house.now());
            let dropped = hidden || facts.tags.iter().any(|tag| fallen.contains(tag));
            assert!(dropped, "{what}: {target} changed, none of {:?} fell, but {fallen:?}", facts.tags);
        }
        self.kept = now;
    }
}

async fn fetch(house: &House, targets: &[&str]) -> Vec<Answer> {
    let mut answers = Vec::new();
    for target in targets {
        answers.push(house.look_up(target).await);
    }
    answers
}

#[tokio::test]
async fn law_4_never_stale_whatever_changes_an_answer_drops_it() {
    for engine in Engine::BOTH {
        let mut cache = Cache::new(engine).await;
        let first = cache.house.publish("en", "first", "The harbour").await;
        cache.check("publish").await;
        let awwal = cache.house.publish("ar", "awwal", "الميناء").await;
        cache.check("publish in another edition").await;
        cache
            .house
            .import("harbour", live(), &["http://old.example/2010/harbour/", "http://old.example/?p=12"])
            .await;
        cache.check("import").await;
        let story = cache.house.story_of("en", "first").await;
        cache.after("tie", Tie { branch: awwal, story }).await;
        cache.house.rewrite(first, "The old harbour").await;
        cache.check("a new headline").await;
        cache.after("no section", MoveSections { branch: awwal, sections: Vec::new() }).await;
        cache
            .after(
                "a section again",
                MoveSections { branch: awwal, sections: vec![cache.house.world_section] },
            )
            .await;
        cache.after("slug", ChangeSlug { branch: first, slug: parsed("second") }).await;
        cache.after("slug back", ChangeSlug { branch: first, slug: parsed("first") }).await;
        cache
            .house
            .put_section(cache.house.world_section, "planet", &[("en", "Planet"), ("ar", "العالم")])
            .await;
        cache.check("a section's slug and name").await;
        cache
            .after(
                "zone",
                SetSetting { key: "portal.time_zone".to_owned(), value: Some("Asia/Tokyo".to_owned()) },
            )
            .await;
        cache
            .after("name", SetSetting { key: "portal.name".to_owned(), value: Some("Tide".to_owned()) })
            .await;
        cache
            .after(
                "reuse rule",
                SetSetting { key: "portal.reuse_rule".to_owned(), value: Some("With a link".to_owned()) },
            )
            .await;
        cache.after("close", PutEdition { edition: edition("ar", "ar", false, 1) }).await;
        cache.after("open", PutEdition { edition: edition("ar", "ar", true, 1) }).await;
        cache.after("untie", Untie { branch: awwal }).await;
        let clerk = Clerk::new(Arc::clone(&cache.house.desk));
        let soon = cache.house.now().plus_seconds(10);
        cache.after("expiry set", SetExpiry { branch: awwal, at: Some(soon) }).await;
        cache.house.pass(10);
        cache.check("expiry by the clock").await;
        clerk.turn().await.unwrap();
        cache.check("expiry by the clerk").await;
        cache.after("withdraw", Withdraw { branch: first, reason: Withdrawal::Retracted }).await;
    }
}

#[tokio::test]
async fn an_answer_tells_its_position_its_path_and_when_something_on_it_must_vanish() {
    let house = House::new().await;
    let branch = house.publish("en", "brief", "Brief").await;
    let until = house.now().plus_seconds(600);
    house.run(SetExpiry { branch, at: Some(until) }).await;
    let head = house.store.journal().head().await.unwrap();
    for target in ["/en/", "/en/world/", "/en/post/brief", "/en/feed.xml", "/en/sitemap-2026-03.xml"] {
        let facts = house.look_up(target).await.facts.unwrap();
        assert_eq!((facts.position, facts.hide_at), (head, Some(until)), "{target}");
        assert!(facts.tags.contains(&Tag::Branch(branch)), "{target}");
    }
    let missing = house.look_up("/en/post/%D0%B0/").await;
    assert_eq!((missing.status.as_u16(), missing.policy), (404, CachePolicy::Page));
    assert!(missing.facts.unwrap().tags.contains(&Tag::Path("/en/post/а".to_owned())));
}

#[tokio::test]
async fn what_is_no_answer_of_the_store_has_no_facts_and_is_kept_by_nobody() {
    let house = House::new().await;
    for target in ["/en/%zz", "/healthz", "/en/../x", "/static/none.css"] {
        let answer = house.look_up(target).await;
        assert_eq!((answer.facts, answer.policy), (None, CachePolicy::NoStore), "{target}");
    }
    house.store.database().close().await;
    let answer = house.look_up("/en/").await;
    assert_eq!((answer.status.as_u16(), answer.facts, answer.policy), (503, None, CachePolicy::NoStore));
}

//! A house with a topic and an author, for what machines read: feeds and sitemaps.

use std::collections::BTreeMap;

use desk::{Create, Publish, PutPerson, PutTopic};
use domain::{
    BranchId, Credit, CreditRole, LocaleTag, OriginalName, Person, PersonId, Topic, TopicId, TopicWords,
};
use store::Content;
use uuid::Uuid;

use crate::house::{Engine, House, body, code, parsed, text};

/// The feeds that hold an article of everything.
pub(crate) const FEEDS: [&str; 12] = [
    "/en/feed.xml",
    "/en/feed.atom",
    "/en/feed.json",
    "/en/world/feed.xml",
    "/en/world/feed.atom",
    "/en/world/feed.json",
    "/en/topic/sea/feed.xml",
    "/en/topic/sea/feed.atom",
    "/en/topic/sea/feed.json",
    "/en/author/ada/feed.xml",
    "/en/author/ada/feed.atom",
    "/en/author/ada/feed.json",
];

/// All that machines read of an article published in March.
pub(crate) fn surfaces() -> impl Iterator<Item = &'static str> {
    FEEDS.into_iter().chain(["/en/sitemap-2026-03.xml", "/en/sitemap-news.xml"])
}

/// A house with a topic and an author.
pub(crate) struct Newsdesk {
    pub(crate) house: House,
    pub(crate) topic: TopicId,
    pub(crate) ada: PersonId,
}

impl Newsdesk {
    pub(crate) async fn on(engine: Engine) -> Self {
        let desk = Self {
            house: House::on(engine).await,
            topic: TopicId::new(Uuid::now_v7()),
            ada: PersonId::new(Uuid::now_v7()),
        };
        desk.name_topic("Sea & shore", "sea").await;
        desk.name_author("Ada Wong", "ada").await;
        desk
    }

    pub(crate) async fn name_topic(&self, name: &str, slug: &str) {
        let words = TopicWords { name: name.to_owned(), slug: parsed(slug) };
        let topic = Topic { id: self.topic, words: BTreeMap::from([(code("en"), words)]) };
        self.house.run(PutTopic { topic }).await;
    }

    pub(crate) async fn name_author(&self, name: &str, slug: &str) {
        let original = OriginalName { text: name.to_owned(), locale: LocaleTag::parse("en").unwrap() };
        let person = Person {
            id: self.ada,
            slug: parsed(slug),
            original,
            names: BTreeMap::new(),
            profiles: BTreeMap::new(),
            portrait: None,
        };
        self.house.run(PutPerson { person }).await;
    }

    /// An article of everything: section, topic and author.
    pub(crate) fn content(&self, headline: &str) -> Content {
        Content {
            sections: vec![self.house.world_section],
            topics: vec![self.topic],
            credits: vec![Credit { person: self.ada, role: CreditRole::Author }],
            ..text(headline)
        }
    }

    pub(crate) async fn begin(&self, slug: &str, content: Content) -> BranchId {
        self.house.run(Create { edition: code("en"), story: None, slug: parsed(slug), content }).await
    }

    pub(crate) async fn publish(&self, slug: &str, content: Content) -> BranchId {
        let branch = self.begin(slug, content).await;
        self.house.run(Publish { branch, version: 1, update: false }).await;
        self.house.pass(1);
        branch
    }

    pub(crate) async fn text_of(&self, target: &str) -> String {
        let response = self.house.get(target).await;
        assert_eq!(response.status(), 200, "{target}");
        body(&response).to_owned()
    }
}

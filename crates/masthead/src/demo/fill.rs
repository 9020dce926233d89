//! Fills an empty portal with the demonstration.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use desk::{
    Correct, Create, Desk, Open, Publish, PutEdition, PutPerson, PutSection, PutSource, PutTopic, SetSetting,
    SystemWorld, World,
};
use document::{PlainResolver, html_in};
use domain::{
    Authority, BranchId, Citation, Content, Credit, Headlines, Moment, PersonId, SectionId, SourceId,
    StoryId, TopicId,
};
use uuid::Uuid;

use super::format::{self, BranchHead, Correction, PortalFile, StoryFile};
use crate::{failure::Failure, opened::Opened};

/// The machine's world, some minutes ago: a daily has stories of yesterday.
#[derive(Debug, Default)]
struct Earlier {
    minutes: AtomicI64,
}

impl World for Earlier {
    fn now(&self) -> Moment {
        SystemWorld.now().plus_seconds(-60 * self.minutes.load(Ordering::Relaxed))
    }

    fn uuid(&self) -> Uuid {
        SystemWorld.uuid()
    }

    fn block_id(&self) -> u64 {
        SystemWorld.block_id()
    }
}

struct Filling {
    desk: Desk,
    world: Arc<Earlier>,
    who: Authority,
    sections: HashMap<String, SectionId>,
    persons: HashMap<String, PersonId>,
    sources: HashMap<String, SourceId>,
    topics: HashMap<String, TopicId>,
}

/// Fills the portal, found at `base_url`.
pub(crate) async fn fill(opened: &Opened, base_url: &str) -> Result<(), Failure> {
    let world = Arc::new(Earlier::default());
    let shared: Arc<dyn World> = Arc::clone(&world) as Arc<dyn World>;
    let desk = Desk::new(Arc::clone(&opened.store), shared, Arc::clone(&opened.messages));
    let mut filling = Filling {
        desk,
        world,
        who: crate::command::operator(),
        sections: HashMap::new(),
        persons: HashMap::new(),
        sources: HashMap::new(),
        topics: HashMap::new(),
    };
    let portal: PortalFile = format::file("portal.toml")?;
    filling.settings(&portal, base_url).await?;
    let editions: Vec<_> = portal.editions.iter().map(|e| e.code.clone()).collect();
    filling.registers(portal).await?;
    let mut stories = Vec::new();
    for name in super::stories() {
        let story: StoryFile = format::file(&format!("stories/{name}/story.toml"))?;
        stories.push((name, story));
    }
    // The oldest first, as they were published.
    stories.sort_by_key(|(_, story)| std::cmp::Reverse(story.minutes_ago));
    for (name, story) in stories {
        let mut told = None;
        // The original first: the others are tied to its story.
        let others = editions.iter().filter(|code| **code != story.original);
        for code in std::iter::once(&story.original).chain(others) {
            let path = format!("stories/{name}/{code}.html");
            if let Some((head, body)) = format::branch(&path)? {
                told = Some(filling.branch(&story, code, told, head, &body).await?);
            }
        }
    }
    Ok(())
}

impl Filling {
    async fn settings(&mut self, portal: &PortalFile, base_url: &str) -> Result<(), Failure> {
        let settings = [
            ("portal.name", portal.portal.name.as_str()),
            ("portal.time_zone", &portal.portal.time_zone),
            ("portal.accent", &portal.portal.accent),
            ("portal.reuse_rule", &portal.portal.reuse_rule),
            ("portal.base_url", base_url),
        ];
        for (key, value) in settings {
            let set = SetSetting { key: key.to_owned(), value: Some(value.to_owned()) };
            self.desk.run(&self.who, &set).await?;
        }
        Ok(())
    }

    async fn registers(&mut self, portal: PortalFile) -> Result<(), Failure> {
        for (edition, ordinal) in portal.editions.into_iter().zip(1..) {
            let new = domain::Edition::new(edition.code, edition.locale, edition.label);
            let edition = domain::Edition {
                name: Some(edition.name),
                tagline: Some(edition.tagline),
                reuse_rule: Some(edition.reuse_rule),
                open: true,
                ordinal,
                ..new
            };
            self.desk.run(&self.who, &PutEdition { edition }).await?;
        }
        for (section, ordinal) in portal.sections.into_iter().zip(1..) {
            let id = SectionId::new(self.world.uuid());
            self.sections.insert(section.slug.to_string(), id);
            let section =
                domain::Section { id, parent: None, slug: section.slug, ordinal, words: section.words };
            self.desk.run(&self.who, &PutSection { section }).await?;
        }
        for person in portal.persons {
            let id = PersonId::new(self.world.uuid());
            self.persons.insert(person.slug.to_string(), id);
            let person =
                domain::Person { id, slug: person.slug, original: person.original, names: person.names };
            self.desk.run(&self.who, &PutPerson { person }).await?;
        }
        for source in portal.sources {
            let id = SourceId::new(self.world.uuid());
            self.sources.insert(source.key, id);
            let home_url = Some(source.home_url);
            let source = domain::Source { id, original: source.original, names: source.names, home_url };
            self.desk.run(&self.who, &PutSource { source }).await?;
        }
        for topic in portal.topics {
            let id = TopicId::new(self.world.uuid());
            self.topics.insert(topic.key, id);
            self.desk.run(&self.who, &PutTopic { topic: domain::Topic { id, words: topic.words } }).await?;
        }
        Ok(())
    }

    /// Creates and publishes a branch, with its corrections, and tells its story.
    async fn branch(
        &self,
        story: &StoryFile,
        edition: &domain::EditionCode,
        told: Option<StoryId>,
        head: BranchHead,
        body: &str,
    ) -> Result<StoryId, Failure> {
        let slug = head.slug.clone();
        let mut corrections = Vec::new();
        let content = self.content(story, head, body, &mut corrections)?;
        self.world.minutes.store(story.minutes_ago, Ordering::Relaxed);
        let create = Create { edition: edition.clone(), story: told, slug, content };
        let branch = self.desk.run(&self.who, &create).await?.done;
        self.desk.run(&self.who, &Publish { branch, version: 1, update: false }).await?;
        for correction in corrections {
            self.correct(branch, correction).await?;
        }
        self.world.minutes.store(0, Ordering::Relaxed);
        self.story_of(branch).await
    }

    async fn correct(&self, branch: BranchId, correction: Correction) -> Result<(), Failure> {
        self.world.minutes.store(correction.minutes_ago, Ordering::Relaxed);
        let version = self.desk.run(&self.who, &Open { branch }).await?.done;
        self.desk.run(&self.who, &Correct { branch, version, note: correction.text }).await?;
        Ok(())
    }

    async fn story_of(&self, branch: BranchId) -> Result<StoryId, Failure> {
        let mut tx = self.desk.store().begin().await?;
        let state = tx.branch(branch).await?;
        state.map(|s| s.branch.story).ok_or_else(|| Failure::Demo(format!("branch {branch} is not there")))
    }

    fn content(
        &self,
        story: &StoryFile,
        head: BranchHead,
        body: &str,
        corrections: &mut Vec<Correction>,
    ) -> Result<Content<document::Document>, Failure> {
        let mut ids = || self.world.block_id();
        let parsed = html_in(body, &mut PlainResolver, &mut ids);
        if let Some(dropped) = parsed.report.first() {
            return Err(Failure::Demo(format!("{}: {dropped}", head.slug)));
        }
        let citations: Result<Vec<_>, Failure> = story
            .citations
            .iter()
            .map(|c| Ok(Citation { source: found(&self.sources, &c.source)?, url: c.url.clone() }))
            .collect();
        let credits: Result<Vec<_>, Failure> = head
            .credits
            .iter()
            .map(|c| Ok(Credit { person: found(&self.persons, &c.person)?, role: c.role }))
            .collect();
        let topics: Result<Vec<_>, Failure> = story.topics.iter().map(|t| found(&self.topics, t)).collect();
        corrections.extend(head.corrections);
        Ok(Content {
            kind: story.kind,
            kicker: head.kicker,
            headlines: Headlines {
                short: head.short,
                search_description: head.description,
                ..Headlines::of(head.headline)
            },
            standfirst: head.standfirst,
            body: parsed.document,
            credits: credits?,
            citations: citations?,
            sections: vec![found(&self.sections, &story.section)?],
            topics: topics?,
            lead_picture: None,
        })
    }
}

fn found<T: Copy>(register: &HashMap<String, T>, key: &str) -> Result<T, Failure> {
    register.get(key).copied().ok_or_else(|| Failure::Demo(format!("{key:?} is in no register")))
}

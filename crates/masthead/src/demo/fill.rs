//! Fills an empty portal with the demonstration.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use desk::{Correct, Create, Desk, Open, Publish, SystemWorld, World};
use document::{PlainResolver, html_in};
use domain::{
    AssetId, Authority, BranchId, Citation, Content, Credit, Headlines, Moment, PersonId, SectionId,
    SourceId, StoryId, TopicId,
};
use uuid::Uuid;

use super::format::{self, BranchHead, Correction, PageFile, PortalFile, StoryFile};
use crate::{failure::Failure, opened::Opened};

/// The machine's world, some minutes ago: a daily has stories of yesterday.
#[derive(Debug, Default)]
pub(super) struct Earlier {
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

/// A portal being filled: what the stories refer to, by the keys of the files.
pub(super) struct Filling {
    pub(super) desk: Desk,
    pub(super) world: Arc<Earlier>,
    pub(super) who: Authority,
    pub(super) sections: HashMap<String, SectionId>,
    pub(super) persons: HashMap<String, PersonId>,
    pub(super) sources: HashMap<String, SourceId>,
    pub(super) topics: HashMap<String, TopicId>,
    /// By the folder of the story that they lead.
    pub(super) leads: HashMap<String, AssetId>,
    /// By the slug of the person.
    pub(super) portraits: HashMap<String, AssetId>,
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
        leads: HashMap::new(),
        portraits: HashMap::new(),
    };
    let portal: PortalFile = format::file("portal.toml")?;
    let editions: Vec<_> = portal.editions.iter().map(|e| e.code.clone()).collect();
    filling.portal(portal, base_url, &opened.pictures).await?;
    for (folder, mut story) in stories()? {
        let name = folder.rsplit('/').next().unwrap_or_default();
        story.lead = filling.leads.get(name).copied();
        let mut told = None;
        // The original first: the others are tied to its story.
        let others = editions.iter().filter(|code| **code != story.original);
        for code in std::iter::once(&story.original).chain(others) {
            let path = format!("{folder}/{code}.html");
            if let Some((head, body)) = format::branch(&path)? {
                told = Some(filling.branch(&story, code, told, head, &body).await?);
            }
        }
    }
    Ok(())
}

/// The folders of all stories and standing pages, the oldest first, as they were published.
fn stories() -> Result<Vec<(String, StoryFile)>, Failure> {
    let mut stories = Vec::new();
    for name in super::folders("stories", "story.toml") {
        let folder = format!("stories/{name}");
        let story: StoryFile = format::file(&format!("{folder}/story.toml"))?;
        stories.push((folder, story));
    }
    for name in super::folders("pages", "page.toml") {
        let folder = format!("pages/{name}");
        let page: PageFile = format::file(&format!("{folder}/page.toml"))?;
        stories.push((folder, page.into()));
    }
    stories.sort_by_key(|(_, story)| std::cmp::Reverse(story.minutes_ago));
    Ok(stories)
}

impl Filling {
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
        let sections: Result<Vec<_>, Failure> =
            story.section.iter().map(|section| found(&self.sections, section)).collect();
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
            sections: sections?,
            topics: topics?,
            lead_picture: story.lead,
        })
    }
}

/// What a register of the demonstration knows under this key.
pub(super) fn found<T: Copy>(register: &HashMap<String, T>, key: &str) -> Result<T, Failure> {
    register.get(key).copied().ok_or_else(|| Failure::Demo(format!("{key:?} is in no register")))
}

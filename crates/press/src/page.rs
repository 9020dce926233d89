//! A rendered answer with all that a cache must know of it.

use std::marker::PhantomData;

use domain::{Moment, Public, Tag};
use store::Position;

/// A page for audience `A`. Pages for readers are made from what the eye has opened, or
/// from nothing of any branch.
#[derive(Clone, Debug)]
pub struct Page<A> {
    body: String,
    facts: PageFacts,
    audience: PhantomData<A>,
}

/// What a cache must know of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFacts {
    /// The journal position of the snapshot that it shows.
    pub position: Position,
    /// What it depends on, sorted, each once.
    pub tags: Vec<Tag>,
    /// The moment at which something on it must vanish.
    pub hide_at: Option<Moment>,
    /// When the newest thing on it changed.
    pub modified: Option<Moment>,
}

impl PageFacts {
    /// Facts of a page that depends on `tags`.
    pub fn new(position: Position, tags: Vec<Tag>) -> Self {
        Self { position, tags, hide_at: None, modified: None }.settled()
    }

    /// Sorts the tags, each once.
    #[must_use]
    pub fn settled(mut self) -> Self {
        self.tags.sort_unstable();
        self.tags.dedup();
        self
    }

    /// Takes in that something of the page vanishes at `moment`.
    pub fn hide(&mut self, moment: Option<Moment>) {
        self.hide_at = [self.hide_at, moment].into_iter().flatten().min();
    }

    /// Takes in when something of the page changed.
    pub fn changed(&mut self, moment: Moment) {
        self.modified = self.modified.max(Some(moment));
    }
}

impl<A> Page<A> {
    /// The bytes.
    pub fn into_body(self) -> String {
        self.body
    }

    /// The bytes, looked at.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// What a cache must know.
    pub const fn facts(&self) -> &PageFacts {
        &self.facts
    }
}

impl Page<Public> {
    /// A page for readers. Whoever calls this has made `body` from what the eye opened.
    pub const fn for_readers(body: String, facts: PageFacts) -> Self {
        Self { body, facts, audience: PhantomData }
    }
}

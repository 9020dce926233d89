//! A portion of an archive: sections, topics, people and branches that come from
//! elsewhere, taken in together. The same rules as a create and a publish, decided on
//! plain values and written as one change, so that an article costs a fraction of a
//! millisecond. Origins make it repeatable: what is here already is left alone.

mod branches;
mod files;
mod fronts;
mod links;
mod pictures;
mod registers;
mod renewed;
mod seen;

use domain::{EditionCode, Moment, OldAddress, Slug};
use store::{ArchiveFacts, ArchivePicture, Changes, Content, Event, NewRedirect, RedirectTo, WriteTx};

pub use files::TakeFiles;
pub use fronts::TakeFronts;
pub use links::{TieLinks, Tied};
pub use pictures::{AskForPictures, Came, PicturesTaken, TakePictures};
pub use seen::PortionSeen;

use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
};

/// What an archived branch was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Archived {
    /// Public.
    Live {
        /// When it was first published there.
        first_published: Moment,
        /// When it was last changed there.
        modified: Moment,
    },
    /// Not yet public.
    Draft,
    /// Waiting for review.
    Pending,
    /// To be public at a moment to come.
    Scheduled(Moment),
}

/// A branch as it comes in. Sections, topics and people are named by their ids in the
/// archive; `content` holds none of them.
#[derive(Clone, Debug)]
pub struct ArchivedBranch {
    /// Its id in the archive.
    pub foreign_id: String,
    /// The story it tells there, together with its translations: their common name in the archive.
    pub group: Option<String>,
    /// The slug wished for; numbered where it is taken.
    pub slug: Slug,
    /// What it was.
    pub was: Archived,
    /// Its words.
    pub content: Content,
    /// Categories it was filed under, its home first.
    pub categories: Vec<String>,
    /// Tags it carried.
    pub tags: Vec<String>,
    /// Who wrote it, in the order of the byline.
    pub authors: Vec<String>,
    /// The pictures that `content` names and that lay at an address there.
    pub pictures: Vec<ArchivePicture>,
    /// What is kept of it for later steps.
    pub facts: ArchiveFacts,
    /// Of what was taken.
    pub digest: String,
    /// Where it was found there.
    pub addresses: Vec<OldAddress>,
}

/// A named thing that branches refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedTerm {
    /// Its id in the archive.
    pub foreign_id: String,
    /// What it is called there together with its translations, which are one thing here.
    pub group: Option<String>,
    /// The id of the one above it.
    pub parent: Option<String>,
    /// The slug wished for.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// A line about it.
    pub tagline: Option<String>,
    /// Where its page was found there.
    pub addresses: Vec<OldAddress>,
}

/// Takes in a portion.
#[derive(Clone, Debug)]
pub struct Portion {
    /// Which archive: the old site's address.
    pub archive: String,
    /// Into which edition; it must be there.
    pub edition: EditionCode,
    /// Categories, which become sections. A parent stands before its children, or is here already.
    pub categories: Vec<ArchivedTerm>,
    /// Tags, which become topics.
    pub tags: Vec<ArchivedTerm>,
    /// Authors, who become persons.
    pub authors: Vec<ArchivedTerm>,
    /// Posts and pages.
    pub branches: Vec<ArchivedBranch>,
}

/// What came of one branch of a portion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenIn {
    /// It is new here, at this slug.
    New(Slug),
    /// It is new here, at this slug, and tells a story of its own: another branch of its group is in
    /// this edition already.
    Apart(Slug),
    /// It was here already, the same.
    Same,
    /// It was here already, has changed in the archive since, and was renewed: nobody had edited it here.
    Renewed,
    /// It was here already and has changed in the archive since; what is here was kept.
    Changed,
}

/// What came of a portion.
#[derive(Clone, Debug, Default)]
pub struct PortionDone {
    /// Of each branch, in the portion's order.
    pub branches: Vec<TakenIn>,
    /// Sections, topics and persons that were made.
    pub made: [usize; 3],
}

impl UseCase for Portion {
    type Seen = PortionSeen;
    type Done = PortionDone;

    const CHANGES_FRAME: bool = true;

    async fn read(&self, tx: &mut WriteTx) -> Result<PortionSeen> {
        PortionSeen::read(tx, self).await
    }

    fn decide(&self, mut seen: PortionSeen, cx: &Context<'_>) -> Result<Decision<PortionDone>> {
        let mut changes = Changes::default();
        let made = registers::decide(self, &mut seen, cx, &mut changes)?;
        let branches = branches::decide(self, &seen, cx, &mut changes);
        if !changes.is_empty() {
            let tags = branches::tags_of(&changes, &seen, cx.frame);
            changes.events.push(Event::new("archive.portion", tags));
        }
        Ok(Decision { changes, done: PortionDone { branches, made } })
    }
}

/// Lets old addresses lead to a thing.
fn lead(addresses: &[OldAddress], to: &RedirectTo, changes: &mut Changes) {
    changes.redirects.extend(addresses.iter().map(|old| NewRedirect {
        host: old.host.clone(),
        path: old.path.clone(),
        query: old.query.clone(),
        to: to.clone(),
    }));
}

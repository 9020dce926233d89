//! A branch and its two separate states, publication and work, with the moves that
//! are legal on them. Every move is a pure function from a branch to a branch.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::{
    content::Space,
    edition::EditionCode,
    id::{BranchId, RevisionId, StoryId},
    moment::{Fold, Moment, ZoneName},
    slug::Slug,
};

/// Why readers may no longer see a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawal {
    /// An editor took it down.
    Unpublished,
    /// Its expiry came.
    Expired,
    /// It was wrong beyond correction.
    Retracted,
    /// A court or the law asks for it.
    Legal,
}

/// What readers get of a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publication {
    /// It was never public.
    Never,
    /// This revision is public.
    Live(RevisionId),
    /// It was public and is no more.
    Withdrawn(Withdrawal),
}

/// A local time as it was typed, kept so that a change of the zone's rules can be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Date and time on the wall.
    pub local: DateTime,
    /// Whose wall.
    pub zone: ZoneName,
    /// Which of two, where the clock shows it twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fold: Option<Fold>,
}

/// A revision that will go live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// What.
    pub revision: RevisionId,
    /// When, the embargo aside.
    pub moment: Moment,
    /// How the moment was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<Typed>,
}

/// How far the work on a branch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Being written.
    Draft,
    /// Being checked.
    InReview,
    /// Ready to be published.
    Ready,
}

/// Work that goes on: the state of the working copy, its text aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The revision it began from, none for a new text.
    pub base: Option<RevisionId>,
    /// How far it is.
    pub stage: Stage,
    /// Grows by one with each save that changes something, and never starts again.
    pub version: i64,
}

/// How a publish is told to readers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Not at all: a slip of the pen. `modified` moves alone.
    #[default]
    Silent,
    /// As an update: the page shows when.
    Update,
    /// As a correction: likewise, and with a note.
    Correction,
}

/// A story in one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Its id.
    pub id: BranchId,
    /// The story it tells.
    pub story: StoryId,
    /// Its edition.
    pub edition: EditionCode,
    /// The space of its address.
    pub space: Space,
    /// Its present slug.
    pub slug: Slug,
    /// What readers get.
    pub publication: Publication,
    /// What they will get.
    pub due: Option<Due>,
    /// What the newsroom does meanwhile.
    pub work: Option<Work>,
    /// Nothing goes live before this moment.
    pub embargo: Option<Moment>,
    /// Readers see it until this moment.
    pub expires: Option<Moment>,
    /// When it first went live; set once.
    pub first_published: Option<Moment>,
    /// When an update or a correction was last published.
    pub updated: Option<Moment>,
    /// When the live revision went live.
    pub modified: Option<Moment>,
}

/// Why a move was refused.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum MoveError {
    /// Nobody works on it.
    #[error("there is no working copy on this branch: open it for editing first")]
    NoWork,
    /// Its stage does not allow it.
    #[error("the working copy is {from:?}; it cannot become {to:?} from there")]
    Stage {
        /// What it is.
        from: Stage,
        /// What was wanted.
        to: Stage,
    },
    /// Readers do not see it.
    #[error("the branch is not live, so there is nothing to withdraw or correct")]
    NotLive,
    /// Readers see it already.
    #[error("the branch is live; withdraw it before setting an embargo")]
    EmbargoOnLive,
    /// A moment that must lie ahead does not.
    #[error("{0} is past: choose a moment to come")]
    Past(Moment),
    /// Nothing is scheduled.
    #[error("nothing is scheduled on this branch")]
    NothingDue,
    /// It ends before it begins.
    #[error("it would expire at {expires}, before it goes live at {live}")]
    ExpiresFirst {
        /// The expiry.
        expires: Moment,
        /// When it goes live.
        live: Moment,
    },
}

impl Branch {
    /// A branch that nobody has seen yet, with an empty working copy.
    pub fn new(id: BranchId, story: StoryId, edition: EditionCode, space: Space, slug: Slug) -> Self {
        Self {
            id,
            story,
            edition,
            space,
            slug,
            publication: Publication::Never,
            due: None,
            work: Some(Work { base: None, stage: Stage::Draft, version: 1 }),
            embargo: None,
            expires: None,
            first_published: None,
            updated: None,
            modified: None,
        }
    }

    /// The revision that readers get.
    pub const fn live_revision(&self) -> Option<RevisionId> {
        match self.publication {
            Publication::Live(revision) => Some(revision),
            Publication::Never | Publication::Withdrawn(_) => None,
        }
    }

    /// Whether its address was ever public: such a slug is never given to another.
    pub const fn was_public(&self) -> bool {
        self.first_published.is_some()
    }

    /// When the scheduled revision goes live: the later of schedule and embargo.
    pub fn due_at(&self) -> Option<Moment> {
        self.due.as_ref().map(|due| self.embargo.map_or(due.moment, |e| e.max(due.moment)))
    }

    /// Opens the branch for editing on `base`; where work goes on already, it stays as it
    /// is. Versions go on behind `last_version`, the newest that earlier work had.
    #[must_use]
    pub fn start_work(mut self, base: Option<RevisionId>, last_version: i64) -> Self {
        self.work.get_or_insert(Work { base, stage: Stage::Draft, version: last_version + 1 });
        self
    }

    /// Counts a save that changed something.
    pub fn saved(mut self) -> Result<Self, MoveError> {
        let work = self.work.as_mut().ok_or(MoveError::NoWork)?;
        work.version += 1;
        Ok(self)
    }

    /// Moves the work to `to`. Legal: a draft into review; a draft or a text in review to
    /// ready; anything back to draft; staying where it is.
    pub fn staged(mut self, to: Stage) -> Result<Self, MoveError> {
        let work = self.work.as_mut().ok_or(MoveError::NoWork)?;
        if work.stage == Stage::Ready && to == Stage::InReview {
            return Err(MoveError::Stage { from: work.stage, to });
        }
        work.stage = to;
        Ok(self)
    }

    /// Makes `revision` live at `at` and ends the work. What was scheduled before falls,
    /// else it would bring an older text back. Under an embargo it is scheduled instead.
    /// Refused where readers would never see it, since its expiry comes first.
    pub fn published(mut self, revision: RevisionId, at: Moment, change: Change) -> Result<Self, MoveError> {
        self.work = None;
        if self.embargo.is_some_and(|e| e > at) {
            self.due = Some(Due { revision, moment: at, typed: None });
            self.check_expiry(at)?;
            return Ok(self);
        }
        self.due = None;
        self.embargo = None;
        self.check_expiry(at)?;
        Ok(self.go_live(revision, at, change))
    }

    /// Makes `revision` live `at` a moment to come and ends the work.
    pub fn scheduled(mut self, due: Due, now: Moment) -> Result<Self, MoveError> {
        if due.moment <= now {
            return Err(MoveError::Past(due.moment));
        }
        self.due = Some(due);
        self.work = None;
        self.check_expiry(now)?;
        Ok(self)
    }

    /// Takes back what was scheduled. Where nobody works on the branch, the pinned revision
    /// becomes the working copy again, ready, as the version after `last_version`.
    pub fn unscheduled(mut self, last_version: i64) -> Result<Self, MoveError> {
        let due = self.due.take().ok_or(MoveError::NothingDue)?;
        let version = last_version + 1;
        self.work.get_or_insert(Work { base: Some(due.revision), stage: Stage::Ready, version });
        Ok(self)
    }

    /// What was due goes live; work that was begun meanwhile goes on.
    pub fn due_came(mut self, now: Moment) -> Result<Self, MoveError> {
        match self.due_at() {
            Some(at) if at <= now => {}
            Some(_) | None => return Err(MoveError::NothingDue),
        }
        let due = self.due.take().ok_or(MoveError::NothingDue)?;
        Ok(self.go_live(due.revision, now, Change::Silent))
    }

    /// Sets or lifts the embargo; refused on a live branch.
    pub fn embargoed(mut self, until: Option<Moment>, now: Moment) -> Result<Self, MoveError> {
        if self.live_revision().is_some() {
            return Err(MoveError::EmbargoOnLive);
        }
        if let Some(past) = until.filter(|&u| u <= now) {
            return Err(MoveError::Past(past));
        }
        self.embargo = until;
        self.check_expiry(now)?;
        Ok(self)
    }

    /// Takes the branch from readers. What was scheduled falls with it.
    pub fn withdrawn(mut self, reason: Withdrawal) -> Result<Self, MoveError> {
        if self.live_revision().is_none() {
            return Err(MoveError::NotLive);
        }
        self.publication = Publication::Withdrawn(reason);
        self.due = None;
        self.expires = None;
        Ok(self)
    }

    /// Sets or lifts the moment until which readers see it.
    pub fn expiring(mut self, at: Option<Moment>, now: Moment) -> Result<Self, MoveError> {
        if let Some(past) = at.filter(|&a| a <= now) {
            return Err(MoveError::Past(past));
        }
        self.expires = at;
        self.check_expiry(now)?;
        Ok(self)
    }

    /// The expiry came; refused where it did not.
    pub fn expired(self, now: Moment) -> Result<Self, MoveError> {
        match self.expires {
            Some(at) if at <= now => self.withdrawn(Withdrawal::Expired),
            Some(_) | None => Err(MoveError::NothingDue),
        }
    }

    /// Ends the work without publishing it.
    pub fn dropped(mut self) -> Result<Self, MoveError> {
        self.work.take().ok_or(MoveError::NoWork)?;
        Ok(self)
    }

    fn go_live(mut self, revision: RevisionId, at: Moment, change: Change) -> Self {
        self.publication = Publication::Live(revision);
        self.embargo = None;
        if self.first_published.is_none() {
            self.first_published = Some(at);
        } else if change != Change::Silent {
            self.updated = Some(at);
        }
        self.modified = Some(at);
        self
    }

    fn check_expiry(&self, now: Moment) -> Result<(), MoveError> {
        let live = self.due_at().or(self.embargo).unwrap_or(now);
        match self.expires {
            Some(expires) if expires <= live && self.live_revision().is_none() => {
                Err(MoveError::ExpiresFirst { expires, live })
            }
            Some(_) | None => Ok(()),
        }
    }
}

//! Why a use case did nothing.

use domain::{Denied, EditionError, MoveError, SectionError, SlugError, Stage, ZoneError};
use store::StoreError;

/// An error of a use case. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The actor may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What the rules refuse, with what to do about it.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such thing.
    #[error("there is no {0}")]
    Unknown(String),
    /// A move that is not legal.
    #[error(transparent)]
    Move(#[from] MoveError),
    /// Somebody saved meanwhile.
    #[error("version {seen} was seen, the working copy is at {present}: look at what was changed meanwhile")]
    Version {
        /// Which version the caller saw.
        seen: i64,
        /// Which it is.
        present: i64,
    },
    /// No headline.
    #[error("the headline is empty: nothing is published without one")]
    NoHeadline,
    /// Another thing lies at the slug, or did.
    #[error("the slug {0:?} is taken, or once led readers to another text: choose another")]
    SlugTaken(String),
    /// A slug that is none.
    #[error(transparent)]
    Slug(#[from] SlugError),
    /// The edition has a branch of the story.
    #[error("the story has a branch in edition {0:?} already")]
    EditionTaken(String),
    /// The edition's messages are not complete.
    #[error("edition {edition:?} cannot open: {missing} messages are missing in its language {locale}")]
    Unfinished {
        /// Which edition.
        edition: String,
        /// Its locale.
        locale: String,
        /// How many are missing; all of them when the language is unknown.
        missing: usize,
    },
    /// A code or a locale that is none.
    #[error(transparent)]
    Edition(#[from] EditionError),
    /// A time that is none.
    #[error(transparent)]
    Zone(#[from] ZoneError),
    /// A tree that is none.
    #[error(transparent)]
    Section(#[from] SectionError),
    /// One section moves at a time, and no edition is added meanwhile.
    #[error("a section is being moved: wait until it has arrived")]
    MoveUnderWay,
    /// A value that does not fit its key.
    #[error("{key} cannot be {value:?}: {why}")]
    Setting {
        /// The key.
        key: String,
        /// The value, cut to 80 characters.
        value: String,
        /// What it must be.
        why: &'static str,
    },
    /// A limit of the text.
    #[error("{what} has {size} characters; at most {limit} are allowed: shorten it")]
    TooLong {
        /// What.
        what: &'static str,
        /// How long it is.
        size: usize,
        /// How long it may be.
        limit: usize,
    },
    /// Too many of something.
    #[error("{what}: there are {size}; at most {limit} are allowed")]
    TooMany {
        /// What.
        what: &'static str,
        /// How many there are.
        size: usize,
        /// How many there may be.
        limit: usize,
    },
    /// U+0000 can be kept nowhere.
    #[error("{0} holds the character U+0000: remove it")]
    Nul(&'static str),
    /// The body breaks a limit.
    #[error(transparent)]
    Body(#[from] document::LimitError),
    /// A correction without its words.
    #[error("a correction needs a note that says what was wrong")]
    NoNote,
    /// A picture without pixels.
    #[error("a picture is at least one pixel wide and high")]
    NoPicture,
    /// A focal point outside its picture.
    #[error("a focal point lies between 0 and 10,000 ten-thousandths from the left and from the top")]
    FocalPoint,
    /// The work is not where it must be.
    #[error("the working copy is {0:?}")]
    Stage(Stage),
}

/// What use cases return.
pub type Result<T, E = DeskError> = std::result::Result<T, E>;

macro_rules! through_refusal {
    ($($from:ty),+) => {$(
        impl From<$from> for DeskError {
            fn from(error: $from) -> Self {
                Self::Refused(error.into())
            }
        }
    )+};
}

through_refusal!(MoveError, SlugError, EditionError, ZoneError, SectionError, document::LimitError);

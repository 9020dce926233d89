//! The mark inside an index: of which journal, up to where, and of which editions it was made.
//! It is written by the same commit as what it describes.

use std::collections::BTreeMap;

use domain::{EditionCode, LocaleTag, Moment};
use serde::{Deserialize, Serialize};
use store::{Frame, Position};

/// The form of the index and of the terms in it. Another one is built anew: change it with the
/// schema, with how words are cut, folded or stemmed, and with what of an article is indexed.
pub(crate) const FORM: u32 = 1;

/// The open editions with the locales by which their words were stemmed.
pub(crate) type Editions = BTreeMap<EditionCode, LocaleTag>;

/// What an index says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// [`FORM`] of the program that made it.
    pub(crate) form: u32,
    /// The bookmark: it holds every event up to here.
    pub(crate) position: Position,
    /// When the event at the bookmark was decided, by which another database is told, whose
    /// positions are the same; none before the first.
    pub(crate) at: Option<Moment>,
    /// What it holds.
    pub(crate) editions: Editions,
}

/// What of a frame the index depends on.
pub(crate) fn open_editions(frame: &Frame) -> Editions {
    let open = frame.editions.iter().filter(|edition| edition.open);
    open.map(|edition| (edition.code.clone(), edition.locale.clone())).collect()
}

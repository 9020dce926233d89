//! WordPress exports (WXR 1.0, 1.1 and 1.2): a reader that holds one item at a time.
//!
//! Three layers, each total on any bytes: `cut` finds the children of `<channel>` in a
//! sliding window, so that a file of any size needs the memory of one item; `walk` gives the fields of
//! one child; `record` puts the fields into an [`Entry`].
//!
//! The markup is scanned here rather than by an XML library because exports found in the wild are often
//! not XML (a bare `&`, a control character, a tag that never closes), because what is over the
//! limit must be passed without being held, and because every oddity is to be named with its line.
//! Entities of a DTD are never expanded: a document type is skipped and told.
//!
//! Not here: what an entry becomes in the store, and how its HTML is read.

pub mod classic;
mod cut;
pub(crate) mod date;
pub(crate) mod decode;
mod entry;
mod error;
mod names;
pub(crate) mod notice;
mod reader;
mod record;
pub(crate) mod text;
pub(crate) mod token;
mod walk;
mod window;

pub use entry::{Author, Category, Channel, Entry, Item, Label, Tag, Term};
pub use error::{Broken, Limits};
pub use notice::{Notice, What};
pub use reader::Reader;

#[cfg(test)]
mod tests;

//! Feeds of other sites, read as archives: RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0, JSON Feed;
//! and OPML lists of them.
//!
//! Total on any bytes and lenient as the reader of WordPress's exports is, on the same tokens: feeds in
//! the wild are often not XML. A feed is held whole, within [`Limits`]; its items are read one at a time,
//! in a walk that does not recurse. Entities of a DTD are never expanded.
//!
//! Not here: what an item becomes in the store, how its HTML is read, and how a feed is fetched.

pub(crate) mod address;
mod attributes;
mod bytes;
mod date;
mod entry;
mod error;
mod header;
mod json;
mod names;
pub mod opml;
mod reader;
mod record;
mod walk;
mod words;

pub use bytes::{Letters, letters, read_file};
pub use entry::{Attached, Entry, Header, Item, Media, Use};
pub use error::{Broken, Limits};
pub use reader::Feed;

#[cfg(test)]
mod tests;

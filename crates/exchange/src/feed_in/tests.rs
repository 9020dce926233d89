//! What feeds say and how it is read.
#![expect(clippy::panic, reason = "a test's fixtures may panic")]

mod any_input;
mod bad_input;
mod formats;
mod fuzz;
mod lists;
mod reference;

use super::{Broken, Entry, Feed, Header, Item, Limits, letters};

/// All that came of a feed.
pub(super) struct Read {
    pub(super) header: Header,
    pub(super) entries: Vec<Entry>,
    pub(super) broken: Option<Broken>,
}

impl Read {
    pub(super) fn of(bytes: &[u8]) -> Result<Self, Broken> {
        Self::within(bytes, Limits::default())
    }

    pub(super) fn within(bytes: &[u8], limits: Limits) -> Result<Self, Broken> {
        let letters = letters(bytes)?;
        let feed = Feed::read(&letters, limits)?;
        let (mut entries, mut broken) = (Vec::new(), None);
        for entry in feed.items() {
            match entry {
                Ok(entry) => entries.push(entry),
                Err(error) => broken = Some(error),
            }
        }
        Ok(Self { header: feed.header().clone(), entries, broken })
    }

    pub(super) fn items(&self) -> Vec<&Item> {
        let items = self.entries.iter().filter_map(|entry| match entry {
            Entry::Item(item) => Some(item.as_ref()),
            Entry::Notice(_) => None,
        });
        items.collect()
    }

    pub(super) fn notices(&self) -> Vec<String> {
        let notices = self.entries.iter().filter_map(|entry| match entry {
            Entry::Notice(notice) => Some(format!("{}: {}", notice.line, notice.what)),
            Entry::Item(_) => None,
        });
        notices.collect()
    }
}

/// The one item of a feed.
#[track_caller]
fn only(feed: &str) -> Item {
    let read = Read::of(feed.as_bytes()).unwrap();
    assert!(read.broken.is_none());
    let [item] = read.items()[..] else { panic!("{} items", read.items().len()) };
    item.clone()
}

/// An item of RSS with these fields.
fn rss(fields: &str) -> String {
    format!(
        "<rss version='2.0'><channel><title>Site</title><link>https://old.example/</link><item>{fields}</item></channel></rss>"
    )
}

/// An entry of Atom with these fields.
fn atom(fields: &str) -> String {
    format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Site</title><link href='https://old.example/'/><entry>{fields}</entry></feed>"
    )
}

//! The reader of a feed: its header, and an iterator over its items.

use super::{
    bytes::Letters,
    entry::{Entry, Header},
    error::{Broken, Limits},
    header::{self, Found},
    json::{self, Json},
    record::{self, OfFeed},
    walk::{Group, Step, Walk},
};
use crate::wxr::{
    Notice,
    notice::{Notices, What},
};

/// A feed that is held whole.
#[derive(Debug)]
pub struct Feed<'t> {
    text: &'t str,
    header: Header,
    notices: Vec<Notice>,
    body: Body<'t>,
    limits: Limits,
}

#[derive(Debug)]
enum Body<'t> {
    Xml { atom: bool, base: String },
    Json(Json<'t>),
}

impl<'t> Feed<'t> {
    /// Reads what a feed says of its site.
    ///
    /// # Errors
    /// [`Broken::NotFeed`].
    pub fn read(letters: &'t Letters<'_>, limits: Limits) -> Result<Self, Broken> {
        let text: &str = &letters.text;
        let notices = letters.notices.clone();
        if text.trim_start().starts_with(['{', '[']) {
            let json = json::read(text, limits)?;
            let header = json.header.clone();
            return Ok(Self { text, header, notices, body: Body::Json(json), limits });
        }
        let Found { header, atom, base, .. } = header::read(text, limits.parts)?;
        Ok(Self { text, header, notices, body: Body::Xml { atom, base }, limits })
    }

    /// What it says of its site.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// Its items, in their order; ends after the first error.
    pub fn items(&self) -> Box<dyn Iterator<Item = Result<Entry, Broken>> + Send + '_> {
        let notices = self.notices.iter().cloned().map(Entry::Notice).map(Ok);
        match &self.body {
            Body::Xml { atom, base } => {
                let of = OfFeed { atom: *atom, base, parts: self.limits.parts };
                Box::new(notices.chain(XmlItems::new(self.text, of, self.limits)))
            }
            Body::Json(json) => Box::new(notices.chain(json.entries(self.text, self.limits))),
        }
    }

    /// How many bytes its letters are, against which the offsets of items are read.
    pub fn length(&self) -> u64 {
        u64::try_from(self.text.len()).unwrap_or(u64::MAX)
    }
}

struct XmlItems<'f> {
    text: &'f str,
    walk: Walk<'f>,
    of: OfFeed<'f>,
    limits: Limits,
    lines: Lines,
    items: usize,
    ready: std::collections::VecDeque<Result<Entry, Broken>>,
    whole: bool,
    over: bool,
}

impl<'f> XmlItems<'f> {
    fn new(text: &'f str, of: OfFeed<'f>, limits: Limits) -> Self {
        let (walk, lines) = (Walk::new(text), Lines { at: 0, line: 1 });
        let ready = std::collections::VecDeque::new();
        Self { text, walk, of, limits, lines, items: 0, ready, whole: true, over: false }
    }

    /// Reads up to the next item into `ready`.
    fn read_on(&mut self) {
        match self.walk.step() {
            Some(Step::Enter(Group::Item, tag, at)) => self.item(tag, at),
            Some(Step::Leave(_, _, closed)) => self.whole &= closed,
            Some(_) => {}
            None => {
                self.over = true;
                if self.items > self.limits.items {
                    let line = self.lines.of(self.text, self.text.len());
                    let (items, limit) = (self.items, self.limits.items);
                    self.tell(What::TooMany { items, limit }, line);
                }
                if !self.whole {
                    self.truncated("the feed".to_owned());
                }
            }
        }
    }

    fn item(&mut self, tag: &str, at: usize) {
        // What is odd outside of items concerns nobody.
        self.walk.notices = Notices::default();
        let line = self.lines.of(self.text, at);
        let (mut item, whole) = record::read(&mut self.walk, tag, self.of);
        (item.line, item.offset) = (line, u64::try_from(at).unwrap_or(u64::MAX));
        self.items += 1;
        let bytes = self.walk.at() - at;
        if !whole {
            self.over = true;
            let titled = if item.title.is_empty() { String::new() } else { format!(" {:?}", item.title) };
            self.items -= 1;
            return self.truncated(format!("the item{titled} that begins on line {line}"));
        }
        if self.items > self.limits.items {
            return;
        }
        if bytes > self.limits.item_bytes {
            let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
            let limit = u64::try_from(self.limits.item_bytes).unwrap_or(u64::MAX);
            let title = Some(item.title).filter(|title| !title.is_empty());
            let notice = Notice { what: What::TooLarge { bytes, limit }, line, title, count: 1 };
            return self.ready.push_back(Ok(Entry::Notice(notice)));
        }
        let notices = std::mem::take(&mut self.walk.notices).within(at);
        let text = self.text.get(at..).unwrap_or_default();
        let notices = notices.into_notices(text, line, Some(&item.title));
        self.ready.extend(notices.into_iter().map(Entry::Notice).map(Ok));
        self.ready.push_back(Ok(Entry::Item(Box::new(item))));
    }

    fn tell(&mut self, what: What, line: u64) {
        self.ready.push_back(Ok(Entry::Notice(Notice { what, line, title: None, count: 1 })));
    }

    fn truncated(&mut self, within: String) {
        let items = u64::try_from(self.items.min(self.limits.items)).unwrap_or(u64::MAX);
        self.ready.push_back(Err(Broken::Truncated { within, items }));
    }
}

impl Iterator for XmlItems<'_> {
    type Item = Result<Entry, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entry) = self.ready.pop_front() {
                return Some(entry);
            }
            if self.over {
                return None;
            }
            self.read_on();
        }
    }
}

/// Counts lines. Places must be asked for in their order.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) at: usize,
    pub(super) line: u64,
}

impl Lines {
    pub(super) fn of(&mut self, text: &str, at: usize) -> u64 {
        let passed = text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += u64::try_from(memchr::memchr_iter(b'\n', passed).count()).unwrap_or_default();
        self.at = self.at.max(at);
        self.line
    }
}

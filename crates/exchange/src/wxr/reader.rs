//! The reader of an export: an iterator over its entries.

use super::cut::{Child, Cut, Cutter};
use super::decode::Decoder;
use super::entry::{Channel, Entry};
use super::error::{Broken, Limits};
use super::names::Names;
use super::notice::{Notice, What};
use super::record::{self, Fact, Record};
use std::collections::VecDeque;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Reads an export from its beginning to its end, one entry at a time.
///
/// The iterator ends after the first error; what stands before it was delivered.
pub struct Reader<R> {
    cutter: Cutter<R>,
    decoder: Decoder,
    names: Names,
    limits: Limits,
    channel: Option<Channel>,
    /// Something that only WordPress writes was seen.
    wordpress: bool,
    items: u64,
    ready: VecDeque<Entry>,
    fault: Option<Broken>,
    over: bool,
}

impl Reader<File> {
    /// Opens the export at `path`.
    ///
    /// # Errors
    /// [`Broken::Read`] when the system refuses to open it.
    pub fn open(path: &Path, limits: Limits) -> Result<Self, Broken> {
        let file = File::open(path).map_err(|source| Broken::Read { byte: 0, source })?;
        Ok(Self::new(file, limits))
    }
}

impl<R: Read> Reader<R> {
    /// Reads from `source`, which needs no buffer of its own.
    pub fn new(source: R, limits: Limits) -> Self {
        Self {
            cutter: Cutter::new(source, limits.item_bytes),
            decoder: Decoder::new(),
            names: Names::default(),
            limits,
            channel: Some(Channel::default()),
            wordpress: false,
            items: 0,
            ready: VecDeque::new(),
            fault: None,
            over: false,
        }
    }

    /// Bytes read so far, for a progress bar against the file's length.
    pub fn offset(&self) -> u64 {
        self.cutter.offset()
    }

    /// Reads one piece of the file into `ready`.
    fn read_piece(&mut self) -> Result<(), Broken> {
        match self.cutter.next()? {
            Cut::Declaration(tag) => {
                let odd = self.decoder.declare(&tag)?;
                self.ready.extend(odd.map(|what| notice(what, 1, None)));
            }
            Cut::Root(tag) => {
                self.names.declare(&tag);
                self.wordpress |= self.names.wordpress();
            }
            Cut::Odd { what, line } => self.ready.push_back(notice(what, line, None)),
            Cut::Child(child) => return self.read_child(child),
            Cut::TooLarge { head, line, bytes } => {
                let title = self.title(&head);
                let what = What::TooLarge { bytes, limit: self.limits.item_bytes };
                self.ready.push_back(notice(what, line, title));
            }
            Cut::Truncated { head, line, byte } => return Err(self.truncated(&head, line, byte)),
            Cut::End => {
                if !self.wordpress {
                    return Err(plain_feed(1));
                }
                self.tell_channel();
                self.over = true;
            }
        }
        Ok(())
    }

    fn read_child(&mut self, child: Child) -> Result<(), Broken> {
        let (text, odd) = self.decoder.decode(self.cutter.bytes(child));
        let (record, mut notices) = record::read(&text, &mut self.names);
        if let Some((what, at)) = odd {
            notices.add(what, at);
        }
        if !child.closed {
            let name = super::token::name_of(text.as_bytes());
            notices.add(What::Unclosed(String::from_utf8_lossy(name).into_owned()), 0);
        }
        let title = match &record {
            Record::Item(item, _) => Some(item.title.as_str()),
            _ => None,
        };
        let notices = notices.into_notices(&text, child.line, title);
        drop(text);
        self.take(record, notices, child)
    }

    /// Makes a record an entry. The channel comes before the first that is not a fact about it.
    fn take(&mut self, record: Record, notices: Vec<Notice>, child: Child) -> Result<(), Broken> {
        self.wordpress |= !matches!(record, Record::Item(_, false) | Record::Fact(_) | Record::Other);
        let entry = match record {
            Record::Item(mut item, _) => {
                if !self.wordpress {
                    return Err(plain_feed(child.line));
                }
                (item.line, item.offset) = (child.line, child.start);
                self.items += 1;
                Some(Entry::Item(item))
            }
            Record::Author(author) => Some(Entry::Author(author)),
            Record::Category(category) => Some(Entry::Category(category)),
            Record::Tag(tag) => Some(Entry::Tag(tag)),
            Record::Term(term) => Some(Entry::Term(term)),
            Record::Fact(fact) => {
                self.take_fact(fact, child.line);
                None
            }
            Record::Other => None,
        };
        if entry.is_some() {
            self.tell_channel();
        }
        self.ready.extend(notices.into_iter().map(Entry::Notice));
        self.ready.extend(entry);
        Ok(())
    }

    fn take_fact(&mut self, fact: Fact, line: u64) {
        self.wordpress |= fact.wordpress();
        match &mut self.channel {
            Some(channel) => fact.fill(channel),
            None if fact.slot(&mut Channel::default()).is_some() => {
                self.ready.push_back(notice(What::LateChannel(fact.name().to_owned()), line, None));
            }
            None => {}
        }
    }

    fn tell_channel(&mut self) {
        self.ready.extend(self.channel.take().map(Entry::Channel));
    }

    fn title(&mut self, head: &[u8]) -> Option<String> {
        let (text, _) = self.decoder.decode(head);
        record::title_of(&text, &mut self.names)
    }

    fn truncated(&mut self, head: &[u8], line: u64, byte: u64) -> Broken {
        let name = String::from_utf8_lossy(super::token::name_of(head)).into_owned();
        let within = match (name.as_str(), self.title(head)) {
            ("", _) => format!("<rss> on line {line}"),
            (name, None) => format!("the <{name}> that begins on line {line}"),
            (name, Some(title)) => format!("the <{name}> {title:?} that begins on line {line}"),
        };
        Broken::Truncated { byte, line, within, items: self.items }
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Entry, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entry) = self.ready.pop_front() {
                return Some(Ok(entry));
            }
            if let Some(fault) = self.fault.take() {
                return Some(Err(fault));
            }
            if self.over {
                return None;
            }
            if let Err(fault) = self.read_piece() {
                self.over = true;
                if self.wordpress {
                    self.tell_channel();
                }
                self.fault = Some(fault);
            }
        }
    }
}

fn notice(what: What, line: u64, title: Option<String>) -> Entry {
    Entry::Notice(Notice { what, line, title, count: 1 })
}

fn plain_feed(line: u64) -> Broken {
    Broken::NotWxr {
        line,
        found: "an RSS feed without anything of WordPress (use masthead import feed)".into(),
    }
}

//! What was not as it should be, and how it was read all the same.

use std::fmt;

/// How many kinds of oddity are told for one entry; the rest is counted.
const KINDS_PER_ENTRY: usize = 32;

/// Something that was not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it was.
    pub what: What,
    /// Where it was first seen, from 1.
    pub line: u64,
    /// Title of the item it was seen in.
    pub title: Option<String>,
    /// How often it was seen there.
    pub count: u64,
}

/// What was not as it should be. `Display` says what it was and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An `&` that begins no entity.
    BareAmpersand,
    /// An entity that neither XML nor HTML knows.
    UnknownEntity(String),
    /// A reference to a character that does not exist.
    BadReference(String),
    /// A character that XML does not allow, U+0000 among them.
    ControlCharacter,
    /// Bytes that are no letters in the file's encoding.
    BadBytes(&'static str),
    /// The file says one encoding and is in another.
    OtherEncoding {
        /// What the declaration says.
        declared: String,
        /// What it was read as.
        taken: &'static str,
    },
    /// A document type with or without entities of its own.
    DocumentType,
    /// An element that never closes.
    Unclosed(String),
    /// Words outside of the root element.
    StrayText,
    /// The file begins with an item, without `<rss>` and `<channel>`.
    NoRoot,
    /// A fact about the site that stands after its entries.
    LateChannel(String),
    /// A date that cannot be read.
    BadDate {
        /// The field.
        field: &'static str,
        /// What it says.
        value: String,
    },
    /// An entry over [`Limits::item_bytes`](super::Limits::item_bytes).
    TooLarge {
        /// Its length in bytes.
        bytes: u64,
        /// What is allowed.
        limit: u64,
    },
    /// More items than are read.
    TooMany {
        /// How many there are.
        items: usize,
        /// How many are read.
        limit: usize,
    },
    /// An item that cannot be read, and why.
    Unreadable(String),
    /// Oddities beyond those told one by one.
    Further,
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BareAmpersand => f.write_str("a bare & was read as the sign itself"),
            Self::UnknownEntity(name) => {
                write!(f, "the entity &{name}; is unknown and was left as it stands")
            }
            Self::BadReference(name) => {
                write!(f, "&{name}; names no character and was read as the replacement character U+FFFD")
            }
            Self::ControlCharacter => {
                f.write_str("a control character was read as the replacement character U+FFFD")
            }
            Self::BadBytes(encoding) => {
                write!(f, "bytes that are not {encoding} were read as the replacement character U+FFFD")
            }
            Self::OtherEncoding { declared, taken } => {
                write!(f, "the file says that it is {declared}, and was read as {taken}")
            }
            Self::DocumentType => {
                f.write_str("a document type was skipped; entities that it declares are not expanded")
            }
            Self::Unclosed(name) => write!(f, "<{name}> is never closed and was read as far as it goes"),
            Self::StrayText => f.write_str("text outside of the root element was skipped"),
            Self::NoRoot => f.write_str("the file has no <rss> and <channel>; its items were read"),
            Self::LateChannel(name) => {
                write!(f, "<{name}> of the site stands after its entries and was not read")
            }
            Self::BadDate { field, value } => write!(f, "{field} {value:?} is no date and was not read"),
            Self::TooLarge { bytes, limit } => {
                write!(f, "an entry of {bytes} bytes was left out: at most {limit} are read")
            }
            Self::TooMany { items, limit } => {
                write!(f, "of {items} items the first {limit} were read: a feed may have no more")
            }
            Self::Unreadable(why) => write!(f, "an item was left out, which cannot be read: {why}"),
            Self::Further => f.write_str("there was more that is not told one by one"),
        }
    }
}

/// Collects the notices of one entry: one a kind, with the first place and a count.
#[derive(Default)]
pub(crate) struct Notices(Vec<(What, usize, u64)>);

impl Notices {
    /// Adds `what`, seen at byte `at` of the entry's text.
    pub(crate) fn add(&mut self, what: What, at: usize) {
        let room = self.0.len() < KINDS_PER_ENTRY;
        if let Some(known) = self.0.iter_mut().find(|(w, ..)| *w == what) {
            known.2 += 1;
        } else if room {
            self.0.push((what, at, 1));
        } else if let Some(last) = self.0.last_mut() {
            last.0 = What::Further;
            last.2 += 1;
        }
    }

    /// The same, with places counted from byte `start` of the text.
    pub(crate) fn within(mut self, start: usize) -> Self {
        for (_, at, _) in &mut self.0 {
            *at = at.saturating_sub(start);
        }
        self
    }

    /// The notices of an entry that begins on `line` and reads `text`.
    pub(crate) fn into_notices(self, text: &str, line: u64, title: Option<&str>) -> Vec<Notice> {
        let lines = |at: usize| {
            let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
            line + memchr::memchr_iter(b'\n', before).count() as u64
        };
        let title = title.filter(|t| !t.is_empty());
        self.0
            .into_iter()
            .map(|(what, at, count)| Notice { what, line: lines(at), title: title.map(str::to_owned), count })
            .collect()
    }
}

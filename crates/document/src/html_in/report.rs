//! The list of what did not become part of the document.

use std::collections::HashMap;
use std::fmt;

/// Most different entries; what comes after is counted under [`What::Others`].
const MAX_ENTRIES: usize = 500;
/// Longest name in an entry, in characters.
const MAX_NAME_CHARS: usize = 80;

/// Something that was dropped, cut or replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// What sort of thing.
    pub what: What,
    /// Which one: the element's name, the address, the limit; at most 80 characters.
    pub name: String,
    /// The line of the input where it was met first, from 1.
    pub line: u64,
    /// How many times it was met.
    pub count: u64,
}

/// What sort of thing was dropped, cut or replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// An element together with all in it.
    Element,
    /// A link's address; its words stay.
    Link,
    /// A link around a picture; the picture stays.
    PictureLink,
    /// A picture.
    Picture,
    /// A sound, a film or a file of subtitles.
    Media,
    /// A frame without an address on the web.
    Frame,
    /// A language that is no BCP 47 tag; its words stay.
    Language,
    /// A paragraph of nothing but no-break spaces.
    EmptyParagraph,
    /// Nesting beyond the limit was made flat; the words stay.
    Depth,
    /// A title or an alternative text was cut to its limit.
    LongString,
    /// A paragraph beyond the limit was divided.
    LongParagraph,
    /// Words or blocks beyond the document's limits were cut.
    Cut,
    /// A tag with too many attributes was passed over.
    LongTag,
    /// U+0000 became U+FFFD.
    Nul,
    /// Bytes that are no UTF-8 became U+FFFD.
    Encoding,
    /// Control characters, which no page can hold.
    Control,
    /// Everything: the blocks were refused as a document. A fault of this program.
    Refused,
    /// Entries beyond the length of this list.
    Others,
}

impl What {
    /// The name in reports for machines.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Link => "link",
            Self::PictureLink => "picture-link",
            Self::Picture => "picture",
            Self::Media => "media",
            Self::Frame => "frame",
            Self::Language => "language",
            Self::EmptyParagraph => "empty-paragraph",
            Self::Depth => "depth",
            Self::LongString => "long-string",
            Self::LongParagraph => "long-paragraph",
            Self::Cut => "cut",
            Self::LongTag => "long-tag",
            Self::Nul => "nul",
            Self::Encoding => "encoding",
            Self::Control => "control",
            Self::Refused => "refused",
            Self::Others => "others",
        }
    }
}

impl What {
    /// What was done, for people.
    const fn sentence(self) -> &'static str {
        match self {
            Self::Element => "an element was left out with all in it",
            Self::Link => "a link's address was refused, its words stay",
            Self::PictureLink => "the link around a picture was dropped, the picture stays",
            Self::Picture => "a picture was refused",
            Self::Media => "a sound, film or file of subtitles was refused",
            Self::Frame => "a frame has no address on the web",
            Self::Language => "a language is no BCP 47 tag, its words stay",
            Self::EmptyParagraph => "a paragraph without words was dropped",
            Self::Depth => "deep nesting was made flat, the words stay",
            Self::LongString => "a title or alternative text was cut to its limit",
            Self::LongParagraph => "a long paragraph was divided",
            Self::Cut => "words beyond the document's limits were cut",
            Self::LongTag => "a tag with too many attributes was passed over",
            Self::Nul => "U+0000 became U+FFFD",
            Self::Encoding => "bytes that are no UTF-8 became U+FFFD",
            Self::Control => "control characters were dropped",
            Self::Refused => "the whole body was refused",
            Self::Others => "there are more entries than this list holds",
        }
    }
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, name, line, count } = self;
        write!(f, "{}", what.sentence())?;
        if !name.is_empty() {
            write!(f, " ({name})")?;
        }
        write!(f, ", line {line} of its text")?;
        if *count > 1 { write!(f, ", {count} times") } else { Ok(()) }
    }
}

/// The list in the making.
#[derive(Default)]
pub(super) struct Report {
    entries: Vec<Dropped>,
    places: HashMap<(What, String), usize>,
}

impl Report {
    pub(super) fn note(&mut self, what: What, name: &str, line: u64) {
        self.note_many(what, name, line, 1);
    }

    pub(super) fn note_many(&mut self, what: What, name: &str, line: u64, count: u64) {
        let mut key = (what, name.chars().take(MAX_NAME_CHARS).collect::<String>());
        if self.entries.len() >= MAX_ENTRIES && !self.places.contains_key(&key) {
            key = (What::Others, String::new());
        }
        if let Some(entry) = self.places.get(&key).and_then(|&at| self.entries.get_mut(at)) {
            entry.count += count;
            return;
        }
        self.places.insert(key.clone(), self.entries.len());
        self.entries.push(Dropped { what: key.0, name: key.1, line, count });
    }

    pub(super) fn finish(self) -> Vec<Dropped> {
        self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_things_are_counted_and_the_list_is_bounded() {
        let mut report = Report::default();
        report.note(What::Element, "script", 3);
        report.note(What::Element, "script", 9);
        (0..10_000).for_each(|n| report.note(What::Link, &format!("x:{n}"), n));
        let list = report.finish();
        let first = Dropped { what: What::Element, name: "script".into(), line: 3, count: 2 };
        assert_eq!(list[0], first);
        assert_eq!(list.len(), MAX_ENTRIES + 1);
        assert_eq!(list.iter().map(|it| it.count).sum::<u64>(), 10_002);
    }
}

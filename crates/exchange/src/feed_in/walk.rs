//! Walks over a feed and gives its fields. A feed is nearly flat: items, in them fields and a few groups.
//! So nothing here recurses, and markup within a field is part of its words, however deep.

use std::borrow::Cow;

use super::{
    attributes::attribute,
    names::{Names, Space},
};
use crate::wxr::{
    notice::{Notices, What},
    text,
    token::{self, Token, Tokens},
};

/// How deep groups lie at most; those of a feed lie five deep.
const DEEPEST: usize = 16;

/// An element that has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// The feed, its channel.
    Feed,
    Item,
    /// Somebody who wrote.
    Author,
    /// A file of Media RSS.
    Media,
    /// What only holds others: forms of one file, whether an item is published.
    Through,
    /// What is not read: an image of the feed, the feed that an item was taken from.
    Passed,
}

/// What the walk comes by.
#[derive(Debug)]
pub(super) enum Step<'t> {
    /// A group begins, with its opening tag and where that stands.
    Enter(Group, &'t str, usize),
    /// A group ends, with the words that stood in none of its fields; false where the feed ends first.
    Leave(Group, String, bool),
    Field(Field<'t>),
}

/// A field with its words.
#[derive(Debug)]
pub(super) struct Field<'t> {
    /// What it is a field of.
    pub of: Group,
    pub space: Space,
    pub name: &'t str,
    /// Its opening tag, for the attributes.
    pub tag: &'t str,
    /// Where that stands in the text.
    pub at: usize,
    pub words: String,
    /// The words are markup as it stands, and not text that was escaped.
    pub markup: bool,
}

struct Open<'t> {
    group: Group,
    name: &'t str,
    mark: usize,
    words: String,
}

pub(super) struct Walk<'t> {
    tokens: Tokens<'t>,
    names: Names,
    open: Vec<Open<'t>>,
    /// Of items nothing is wanted but their language.
    skims: bool,
    pub(super) notices: Notices,
}

impl<'t> Walk<'t> {
    /// Walks over all of `text`.
    pub(super) fn new(text: &'t str) -> Self {
        let (tokens, names) = (Tokens::new(text), Names::default());
        Self { tokens, names, open: Vec::new(), skims: false, notices: Notices::default() }
    }

    /// The same, without the words of items.
    pub(super) fn skimming(text: &'t str) -> Self {
        Self { skims: true, ..Self::new(text) }
    }

    /// Byte of the text up to which it was read.
    pub(super) fn at(&self) -> usize {
        self.tokens.at()
    }

    /// The next step; every group that is entered is left, closed or not.
    pub(super) fn step(&mut self) -> Option<Step<'t>> {
        loop {
            let at = self.tokens.at();
            match self.tokens.next() {
                None => return self.leave(false),
                Some(Token::Text(words)) => {
                    // Only an author's words may stand beside fields: RSS has none there, Atom has.
                    if let Some(open) = self.open.last_mut().filter(|open| open.group == Group::Author) {
                        text::push_escaped(&mut open.words, words, at, &mut self.notices);
                    }
                }
                Some(Token::Cdata(words)) => {
                    if let Some(open) = self.open.last_mut().filter(|open| open.group == Group::Author) {
                        text::push_plain(&mut open.words, words, at, &mut self.notices);
                    }
                }
                Some(Token::Close(tag)) => {
                    let name = name_of(tag);
                    if !self.is_open(name) {
                        continue;
                    }
                    if self.open.last().is_some_and(|open| open.name != name) {
                        self.unclosed(at);
                    }
                    return self.leave(true);
                }
                Some(Token::Open(tag)) => {
                    if let Some(step) = self.opened(tag, at) {
                        return Some(step);
                    }
                }
            }
        }
    }

    fn opened(&mut self, tag: &'t str, at: usize) -> Option<Step<'t>> {
        let mark = self.names.enter();
        self.names.declare(tag);
        let full = name_of(tag);
        let (space, name) = self.names.resolve(full);
        let of = self.open.last().map(|open| open.group);
        if begins_item(space, name) && self.open.iter().any(|open| open.group == Group::Item) {
            // An item cannot stand within one: that never closes.
            self.names.leave(mark);
            self.unclosed(at);
            return self.leave(true);
        }
        let Some(group) = group(of, space, name) else {
            let of = of?;
            let markup = is_markup(space, tag);
            let skimmed = self.skims && of != Group::Feed && (space, name) != (Space::Dc, "language");
            let words = self.words(tag, full, of != Group::Passed && is_read(space) && !skimmed, markup);
            self.names.leave(mark);
            return Some(Step::Field(Field { of, space, name, tag, at, words, markup }));
        };
        if token::is_empty(tag.as_bytes()) {
            self.names.leave(mark);
            if of.is_none() && group != Group::Item {
                return Some(Step::Enter(group, tag, at));
            }
            // A file of Media RSS says all in its attributes.
            return (group == Group::Media).then(|| {
                let of = of.unwrap_or(group);
                Step::Field(Field { of, space, name, tag, at, words: String::new(), markup: false })
            });
        }
        if self.open.len() == DEEPEST {
            self.names.leave(mark);
            return None;
        }
        self.open.push(Open { group, name: full, mark, words: String::new() });
        Some(Step::Enter(group, tag, at))
    }

    fn leave(&mut self, closed: bool) -> Option<Step<'t>> {
        let open = self.open.pop()?;
        self.names.leave(open.mark);
        Some(Step::Leave(open.group, open.words, closed))
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.name == name)
    }

    /// What begins or closes at `at` is not what was opened last: that never closes.
    fn unclosed(&mut self, at: usize) {
        if let Some(open) = self.open.last() {
            self.notices.add(What::Unclosed(open.name.to_owned()), at);
        }
        self.tokens.return_to(at);
    }

    /// The words up to the closing tag of the field `full`; markup among them is kept as it stands.
    fn words(&mut self, tag: &str, full: &str, wanted: bool, as_markup: bool) -> String {
        let (mut words, mut depth) = (String::new(), 0_u32);
        if token::is_empty(tag.as_bytes()) {
            return words;
        }
        loop {
            let at = self.tokens.at();
            let markup = match self.tokens.next() {
                Some(Token::Text(text)) => {
                    if wanted && as_markup {
                        text::push_plain(&mut words, text, at, &mut self.notices);
                    } else if wanted {
                        text::push_escaped(&mut words, text, at, &mut self.notices);
                    }
                    continue;
                }
                Some(Token::Cdata(text)) => {
                    if wanted && as_markup {
                        crate::xml::escape(&mut words, text);
                    } else if wanted {
                        text::push_plain(&mut words, text, at, &mut self.notices);
                    }
                    continue;
                }
                Some(Token::Open(tag) | Token::Close(tag)) => tag,
                None => return words,
            };
            let name = name_of(markup);
            let closes = markup.starts_with("</");
            if name == full {
                // HTML has elements of the same names as feeds: they stand within markup alone.
                match (closes, as_markup) {
                    (true, _) if depth == 0 => return words,
                    (true, _) => depth -= 1,
                    (false, true) if !token::is_empty(markup.as_bytes()) => depth += 1,
                    (false, _) => {}
                }
            } else if closes && self.is_open(name) {
                self.notices.add(What::Unclosed(full.to_owned()), at);
                self.tokens.return_to(at);
                return words;
            }
            if wanted {
                text::push_plain(&mut words, &as_html(markup, name), at, &mut self.notices);
            }
        }
    }
}

/// A tag as HTML has it: without a prefix.
fn as_html<'t>(tag: &'t str, name: &str) -> Cow<'t, str> {
    let Some((_, local)) = name.split_once(':') else { return Cow::Borrowed(tag) };
    let slash = if tag.starts_with("</") { "/" } else { "" };
    let rest = tag.get(1 + slash.len() + name.len()..).unwrap_or_default();
    Cow::Owned(format!("<{slash}{local}{rest}"))
}

pub(super) fn name_of(tag: &str) -> &str {
    tag.get(usize::from(tag.starts_with("</")) + 1..)
        .and_then(|inner| inner.split(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).next())
        .unwrap_or_default()
}

const fn is_read(space: Space) -> bool {
    !matches!(space, Space::Foreign | Space::WordPress | Space::Rdf)
}

/// Whether what stands in an element is markup as it stands: XHTML, and what says that it is.
fn is_markup(space: Space, tag: &str) -> bool {
    if space == Space::Xhtml {
        return true;
    }
    if space != Space::Core || !(tag.contains("xhtml") || tag.contains("xml\"") || tag.contains("xml'")) {
        return false;
    }
    let (kind, mode) = (attribute(tag, "type"), attribute(tag, "mode"));
    // Atom 0.3 tells by `mode`, which is `xml` where nothing is said; Atom 1.0 by `type`.
    match mode.as_str() {
        "" => kind == "xhtml" || kind.ends_with("+xml") || kind.ends_with("/xml"),
        mode => mode == "xml",
    }
}

fn begins_item(space: Space, name: &str) -> bool {
    space == Space::Core && matches!(name, "item" | "entry")
}

/// The group that an element opens where it stands.
fn group(of: Option<Group>, space: Space, name: &str) -> Option<Group> {
    use Group::{Author, Feed, Item, Media, Passed, Through};
    match (of, space, name) {
        (Some(Passed), ..) => None,
        (_, Space::Core, "item" | "entry") => Some(Item),
        (None | Some(Feed), Space::Core, "rss" | "channel" | "feed") => Some(Feed),
        (None | Some(Feed), Space::Rdf, "RDF") => Some(Feed),
        (Some(Feed | Item), Space::Core, "author") => Some(Author),
        (Some(Feed), Space::Core, "image" | "textinput" | "textInput" | "items" | "contributor") => {
            Some(Passed)
        }
        (Some(Item), Space::Core, "source" | "contributor") => Some(Passed),
        (Some(Item | Through), Space::Media, "content") => Some(Media),
        (Some(Item | Through), Space::Media, "group") => Some(Through),
        (Some(Item), Space::App, "control") => Some(Through),
        // Anything at the root is looked at for what it is.
        (None, ..) => Some(Passed),
        _ => None,
    }
}

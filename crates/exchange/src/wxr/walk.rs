//! Walks over one entry and gives its fields. An export is flat: an entry, in it a few groups, in them
//! fields. So nothing here recurses, and markup within a field is part of its words, however deep.

use super::names::{Names, Space};
use super::notice::{Notices, What};
use super::text;
use super::token::{self, Token, Tokens};

/// An element that has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Item,
    Author,
    Category,
    Tag,
    Term,
    /// Key and value, of an item, a term or a comment.
    Meta,
    Comment,
}

/// What the walk comes by.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step<'t> {
    Enter(Group),
    Leave(Group),
    Field(Field<'t>),
}

/// A field with its words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field<'t> {
    /// What it is a field of; nothing for a fact about the site.
    pub of: Option<Group>,
    pub space: Space,
    pub name: &'t str,
    /// Its opening tag, for the attributes.
    pub tag: &'t str,
    /// Where that stands in the text.
    pub at: usize,
    pub words: String,
}

struct Open<'t> {
    group: Group,
    name: &'t str,
    mark: usize,
}

pub(super) struct Walk<'t, 'n> {
    tokens: Tokens<'t>,
    names: &'n mut Names,
    open: Vec<Open<'t>>,
    pub(super) notices: Notices,
}

impl<'t, 'n> Walk<'t, 'n> {
    pub(super) fn new(text: &'t str, names: &'n mut Names) -> Self {
        Self { tokens: Tokens::new(text), names, open: Vec::new(), notices: Notices::default() }
    }

    /// The next step; every group that is entered is left, closed or not.
    pub(super) fn step(&mut self) -> Option<Step<'t>> {
        loop {
            let at = self.tokens.at();
            match self.tokens.next() {
                None => return self.leave(),
                Some(Token::Text(_) | Token::Cdata(_)) => {}
                Some(Token::Close(tag)) => {
                    let name = name_of(tag);
                    if !self.is_open(name) {
                        continue;
                    }
                    if self.open.last().is_some_and(|open| open.name != name) {
                        self.unclosed(at);
                    }
                    return self.leave();
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
        let Some(group) = group(of, space, name) else {
            let words = self.words(tag, full, space != Space::Foreign && of != Some(Group::Comment));
            self.names.leave(mark);
            return Some(Step::Field(Field { of, space, name, tag, at, words }));
        };
        if token::is_empty(tag.as_bytes()) {
            self.names.leave(mark);
            return None;
        }
        self.open.push(Open { group, name: full, mark });
        Some(Step::Enter(group))
    }

    fn leave(&mut self) -> Option<Step<'t>> {
        let open = self.open.pop()?;
        self.names.leave(open.mark);
        Some(Step::Leave(open.group))
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.name == name)
    }

    /// What closes at `at` is not what was opened last: that never closes.
    fn unclosed(&mut self, at: usize) {
        if let Some(open) = self.open.last() {
            self.notices.add(What::Unclosed(open.name.to_owned()), at);
        }
        self.tokens.return_to(at);
    }

    /// The words up to the closing tag of the field `full`; markup among them is kept as it stands.
    fn words(&mut self, tag: &str, full: &str, wanted: bool) -> String {
        let mut words = String::new();
        if token::is_empty(tag.as_bytes()) {
            return words;
        }
        loop {
            let at = self.tokens.at();
            let markup = match self.tokens.next() {
                Some(Token::Text(text)) if wanted => {
                    text::push_escaped(&mut words, text, at, &mut self.notices);
                    continue;
                }
                Some(Token::Cdata(text)) if wanted => {
                    text::push_plain(&mut words, text, at, &mut self.notices);
                    continue;
                }
                Some(Token::Text(_) | Token::Cdata(_)) => continue,
                Some(Token::Open(tag) | Token::Close(tag)) => tag,
                None => return words,
            };
            let name = name_of(markup);
            let closes = markup.starts_with("</");
            if closes && name == full {
                return words;
            }
            if if closes { self.is_open(name) } else { self.begins_field(name) } {
                self.notices.add(What::Unclosed(full.to_owned()), at);
                self.tokens.return_to(at);
                return words;
            }
            if wanted {
                text::push_plain(&mut words, markup, at, &mut self.notices);
            }
        }
    }

    /// Whether this can only be the next field: HTML in a field that was not escaped has no such names.
    fn begins_field(&self, name: &str) -> bool {
        !matches!(self.names.resolve(name).0, Space::Rss | Space::Foreign)
    }
}

fn name_of(tag: &str) -> &str {
    tag.get(usize::from(tag.starts_with("</")) + 1..)
        .and_then(|inner| inner.split(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).next())
        .unwrap_or_default()
}

/// The group that an element opens where it stands.
fn group(of: Option<Group>, space: Space, name: &str) -> Option<Group> {
    use Group::{Author, Category, Comment, Item, Meta, Tag, Term};
    match (of, space, name) {
        (None, Space::Rss, "item") => Some(Item),
        (None, Space::Wp, "author") => Some(Author),
        (None, Space::Wp, "category") => Some(Category),
        (None, Space::Wp, "tag") => Some(Tag),
        (None, Space::Wp, "term") => Some(Term),
        (Some(Item), Space::Wp, "postmeta") | (Some(Comment), Space::Wp, "commentmeta") => Some(Meta),
        (Some(Category | Tag | Term), Space::Wp, "termmeta") => Some(Meta),
        (Some(Item), Space::Wp, "comment") => Some(Comment),
        _ => None,
    }
}

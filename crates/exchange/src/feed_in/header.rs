//! The first pass over a feed of XML: what it says of the site, wherever it stands.

use super::{
    address::resolved,
    attributes::attribute,
    entry::Header,
    error::Broken,
    names::Space,
    walk::{Field, Group, Step, Walk, name_of},
    words::{self, html_of},
};

/// What the first pass finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) header: Header,
    /// Whether it is Atom.
    pub(super) atom: bool,
    /// What relative addresses are relative to.
    pub(super) base: String,
    /// The language of the first item that has one.
    of_item: String,
    in_item: bool,
}

/// Reads the header of the feed that is `text`, with at most `authors` of its authors.
pub(super) fn read(text: &str, authors: usize) -> Result<Found, Broken> {
    let mut walk = Walk::skimming(text);
    let (mut found, mut is_first) = (Found::default(), true);
    while let Some(step) = walk.step() {
        match step {
            Step::Enter(group, tag, at) => {
                if std::mem::take(&mut is_first) {
                    recognise(group, tag, text, at)?;
                    found.atom = local(tag) == "feed";
                }
                found.enter(group, tag);
            }
            Step::Leave(Group::Item, ..) => found.in_item = false,
            Step::Leave(Group::Author, name, _) => found.author(&name, authors),
            Step::Leave(..) => {}
            Step::Field(field) if (field.space, field.name) == (Space::WordPress, "wxr_version") => {
                return Err(wordpress(text, field.at));
            }
            Step::Field(field) => found.field(field, authors),
        }
    }
    if is_first {
        return Err(Broken::NotFeed { line: 1, found: "no XML element at all".to_owned() });
    }
    found.header.link = resolved(&found.base, &found.header.link);
    if found.base.is_empty() {
        found.base.clone_from(&found.header.link);
    }
    if found.header.language.is_empty() {
        found.header.language = std::mem::take(&mut found.of_item);
    }
    Ok(found)
}

impl Found {
    fn enter(&mut self, group: Group, tag: &str) {
        let language = attribute(tag, "xml:lang");
        match group {
            Group::Feed => {
                put(&mut self.header.language, language);
                put(&mut self.base, attribute(tag, "xml:base"));
            }
            Group::Item => {
                self.in_item = true;
                put(&mut self.of_item, language);
            }
            _ => {}
        }
    }

    fn author(&mut self, words: &str, authors: usize) {
        let room = !self.in_item && self.header.authors.len() < authors;
        let name = words::name_of(words).filter(|name| room && !self.header.authors.contains(name));
        self.header.authors.extend(name);
    }

    fn field(&mut self, field: Field<'_>, authors: usize) {
        match (field.of, field.space, field.name) {
            (Group::Item, Space::Dc, "language") => put(&mut self.of_item, field.words.trim().to_owned()),
            (Group::Item, Space::Core, "content") => put(&mut self.of_item, attribute(field.tag, "xml:lang")),
            (Group::Author, Space::Core, "name") => self.author(&field.words, authors),
            (Group::Feed, Space::Core, "link") => self.link(&field),
            (Group::Feed, Space::Core, "title") => {
                let title = html_of(field, self.atom);
                put(&mut self.header.title, title.trim().to_owned());
            }
            (Group::Feed, Space::Core | Space::Dc, "language") => {
                put(&mut self.header.language, field.words.trim().to_owned());
            }
            (Group::Feed, Space::Core, "id") => put(&mut self.header.id, field.words.trim().to_owned()),
            (Group::Feed, Space::Dc, "creator") => self.author(&field.words, authors),
            _ => {}
        }
    }

    /// RSS's link is its words, Atom's an attribute.
    fn link(&mut self, field: &Field<'_>) {
        let (href, rel) = (attribute(field.tag, "href"), attribute(field.tag, "rel"));
        match rel.as_str() {
            "self" => put(&mut self.header.address, href),
            "" | "alternate" if !href.is_empty() => put(&mut self.header.link, href),
            "" => put(&mut self.header.link, field.words.trim().to_owned()),
            _ => {}
        }
    }
}

/// Fills what is empty.
pub(super) fn put(slot: &mut String, words: String) {
    if slot.is_empty() {
        *slot = words;
    }
}

fn local(tag: &str) -> &str {
    let name = name_of(tag);
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Refuses what its first element tells to be something else.
fn recognise(group: Group, tag: &str, text: &str, at: usize) -> Result<(), Broken> {
    if group == Group::Feed || group == Group::Item {
        return Ok(());
    }
    let name = name_of(tag);
    let found = match name.to_ascii_lowercase().as_str() {
        "opml" => "an OPML list (use masthead import opml)".to_owned(),
        "html" => "an HTML page".to_owned(),
        "urlset" | "sitemapindex" => "a sitemap".to_owned(),
        _ => format!("XML with the root <{name}>"),
    };
    Err(Broken::NotFeed { line: line_of(text, at), found })
}

fn wordpress(text: &str, at: usize) -> Broken {
    let found = "a WordPress export (use masthead import wxr)".to_owned();
    Broken::NotFeed { line: line_of(text, at), found }
}

pub(super) fn line_of(text: &str, at: usize) -> u64 {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    1 + u64::try_from(memchr::memchr_iter(b'\n', before).count()).unwrap_or(u64::MAX)
}

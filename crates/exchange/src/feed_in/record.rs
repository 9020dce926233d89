//! Puts the fields of one item into an [`Item`]. A field that comes twice counts once.

use super::{
    address::{is_web, resolved},
    attributes::attribute,
    date,
    entry::{Attached, Item, Media, Use},
    header::put,
    names::Space,
    walk::{Field, Group, Step, Walk},
    words::{self, html_of},
};
use crate::wxr::notice::What;

/// What is said of an item's dates, the best first.
const PUBLISHED: [&str; 6] = ["published", "issued", "pubDate", "pubdate", "created", "date"];
const UPDATED: [&str; 2] = ["updated", "modified"];

/// An item while it is read.
pub(super) struct Record {
    item: Item,
    /// Its text as Atom's content, which `content:encoded` goes before.
    content: String,
    /// The place of `published` in its list.
    published: usize,
    /// The file of Media RSS that is read.
    file: Option<Attached>,
    /// Forms of one file are read, of which the first was taken.
    forms: Option<bool>,
    atom: bool,
    /// Most authors, labels and files.
    parts: usize,
}

/// What the feed as a whole says.
#[derive(Clone, Copy, Debug)]
pub(super) struct OfFeed<'f> {
    pub(super) atom: bool,
    pub(super) base: &'f str,
    pub(super) parts: usize,
}

/// Reads the item that the walk has just entered by `tag`; false where the feed ends before the item.
pub(super) fn read(walk: &mut Walk<'_>, tag: &str, of: OfFeed<'_>) -> (Item, bool) {
    let item = Item {
        id: attribute(tag, "rdf:about"),
        language: attribute(tag, "xml:lang"),
        base: resolved(of.base, &attribute(tag, "xml:base")),
        ..Item::default()
    };
    let mut record = Record {
        item,
        content: String::new(),
        published: usize::MAX,
        file: None,
        forms: None,
        atom: of.atom,
        parts: of.parts,
    };
    let whole = loop {
        match walk.step() {
            None => break false,
            Some(Step::Leave(Group::Item, _, closed)) => break closed,
            Some(Step::Enter(Group::Media, tag, _)) => record.file = Some(media(tag)),
            Some(Step::Enter(Group::Through, ..)) => record.forms = Some(false),
            Some(Step::Enter(..)) => {}
            Some(Step::Leave(Group::Author, words, _)) => record.author(&words),
            Some(Step::Leave(Group::Media, ..)) => record.leave_file(),
            Some(Step::Leave(Group::Through, ..)) => record.forms = None,
            Some(Step::Leave(..)) => {}
            Some(Step::Field(field)) => {
                let at = field.at;
                if let Some(what) = record.field(field) {
                    walk.notices.add(what, at);
                }
            }
        }
    };
    (record.finish(of.base), whole)
}

impl Record {
    fn field(&mut self, field: Field<'_>) -> Option<What> {
        match (field.of, field.space) {
            (Group::Item, Space::Core) => return self.core(field),
            (Group::Item, Space::Dc) => return self.dublin(field),
            (Group::Author, Space::Core) if field.name == "name" => self.author(&field.words),
            (Group::Item, Space::Content) if field.name == "encoded" => {
                put(&mut self.item.content, field.words);
            }
            (Group::Item, Space::Xhtml) if matches!(field.name, "body" | "div") => {
                put(&mut self.content, field.words);
            }
            (Group::Item, Space::FeedBurner) if field.name == "origLink" => {
                self.item.link = field.words.trim().to_owned();
            }
            (Group::Item, Space::Itunes) if field.name == "image" => {
                let address = attribute(field.tag, "href");
                self.attach(Attached { address, ..Attached::default() });
            }
            (Group::Through, Space::App) if field.name == "draft" => {
                self.item.draft = field.words.trim() == "yes";
            }
            (Group::Item | Group::Through | Group::Media, Space::Media) => self.media(&field),
            _ => {}
        }
        None
    }

    fn core(&mut self, field: Field<'_>) -> Option<What> {
        let atom = self.atom;
        match field.name {
            "title" => put(&mut self.item.title, html_of(field, atom).trim().to_owned()),
            "link" => self.link(&field),
            "guid" => {
                let is_address = attribute(field.tag, "isPermaLink") != "false";
                self.id(&field.words, is_address);
            }
            "id" => self.id(&field.words, true),
            "description" | "summary" => put(&mut self.item.summary, html_of(field, atom)),
            "content" => {
                put(&mut self.item.language, attribute(field.tag, "xml:lang"));
                let base = attribute(field.tag, "xml:base");
                if !base.is_empty() {
                    self.item.base = resolved(&self.item.base, &base);
                }
                put(&mut self.content, html_of(field, atom));
            }
            "category" => self.category(&field),
            "enclosure" => {
                let (address, mime) = (attribute(field.tag, "url"), attribute(field.tag, "type"));
                let media = Media::of(&mime, "", &address);
                self.attach(Attached { address, media, ..Attached::default() });
            }
            "language" => put(&mut self.item.language, field.words.trim().to_owned()),
            _ => return self.date(&field),
        }
        None
    }

    fn dublin(&mut self, field: Field<'_>) -> Option<What> {
        match field.name {
            "creator" => self.author(&field.words),
            "subject" => self.label(field.words.trim()),
            "language" => put(&mut self.item.language, field.words.trim().to_owned()),
            "description" | "abstract" => put(&mut self.item.summary, field.words),
            "title" => put(&mut self.item.title, field.words.trim().to_owned()),
            _ => return self.date(&field),
        }
        None
    }

    fn date(&mut self, field: &Field<'_>) -> Option<What> {
        let place = PUBLISHED.iter().position(|name| *name == field.name);
        let updated = UPDATED.contains(&field.name);
        if place.is_none() && !updated {
            return None;
        }
        let words = field.words.trim();
        let read = date::moment(words);
        if let Some(place) = place.filter(|place| read.is_some() && *place < self.published) {
            (self.item.published, self.published) = (read, place);
        }
        if updated {
            self.item.updated = self.item.updated.max(read);
        }
        let bad = read.is_none() && !words.is_empty();
        bad.then(|| What::BadDate { field: "the date", value: words.chars().take(80).collect() })
    }

    fn link(&mut self, field: &Field<'_>) {
        let (href, rel) = (attribute(field.tag, "href"), attribute(field.tag, "rel"));
        let mime = attribute(field.tag, "type");
        match rel.as_str() {
            "" | "alternate" if href.is_empty() => {
                put(&mut self.item.link, field.words.trim().to_owned());
            }
            "" | "alternate" => put(&mut self.item.link, href),
            "enclosure" => {
                let media = Media::of(&mime, "", &href);
                self.attach(Attached { address: href, media, ..Attached::default() });
            }
            _ => {}
        }
    }

    fn id(&mut self, words: &str, is_address: bool) {
        if self.item.id.is_empty() || !self.item.id_is_address {
            self.item.id = words.trim().to_owned();
            self.item.id_is_address = is_address && is_web(&self.item.id);
        }
    }

    fn author(&mut self, words: &str) {
        let name = words::name_of(words);
        let room = self.item.authors.len() < self.parts;
        self.item.authors.extend(name.filter(|name| room && !self.item.authors.contains(name)));
    }

    fn label(&mut self, name: &str) {
        let room = self.item.labels.len() < self.parts;
        if room && !name.is_empty() && self.item.labels.iter().all(|label| label != name) {
            self.item.labels.push(name.to_owned());
        }
    }

    /// RSS's category is its words, Atom's an attribute; Blogger tells by one what the item is.
    fn category(&mut self, field: &Field<'_>) {
        let (term, label) = (attribute(field.tag, "term"), attribute(field.tag, "label"));
        if attribute(field.tag, "scheme").ends_with("#kind") {
            self.item.what = match term.rsplit('#').next().unwrap_or_default() {
                "post" => Use::Article,
                "page" => Use::Page,
                other => Use::Other(other.chars().take(40).collect()),
            };
            return;
        }
        let words = field.words.trim();
        let name = [label.as_str(), term.as_str(), words].into_iter().find(|name| !name.is_empty());
        self.label(name.unwrap_or_default());
    }

    fn media(&mut self, field: &Field<'_>) {
        let file = self.file.as_mut();
        match (field.name, file) {
            ("content", _) => {
                self.file = Some(media(field.tag));
                self.leave_file();
            }
            ("thumbnail", _) => {
                let address = attribute(field.tag, "url");
                self.attach(Attached { address, small: true, ..Attached::default() });
            }
            ("description", Some(file)) => put(&mut file.caption, field.words.trim().to_owned()),
            ("credit", Some(file)) => put(&mut file.credit, field.words.trim().to_owned()),
            ("description", None) => put(&mut self.item.summary, field.words.clone()),
            _ => {}
        }
    }

    /// Of several forms of one file the first is taken.
    fn leave_file(&mut self) {
        let Some(file) = self.file.take() else { return };
        if self.forms != Some(true) {
            self.forms = self.forms.map(|_| true);
            self.attach(file);
        }
    }

    fn attach(&mut self, file: Attached) {
        let room = self.item.attached.len() < self.parts;
        let is_new = self.item.attached.iter().all(|other| other.address != file.address);
        if room && is_new && !file.address.is_empty() {
            self.item.attached.push(file);
        }
    }

    fn finish(mut self, base: &str) -> Item {
        let mut item = self.item;
        put(&mut item.content, std::mem::take(&mut self.content));
        if item.link.is_empty() && item.id_is_address {
            item.link.clone_from(&item.id);
        }
        let near = if item.base.is_empty() { base } else { &item.base };
        item.link = resolved(near, &item.link);
        for file in &mut item.attached {
            file.address = resolved(near, &file.address);
        }
        if item.published.is_none() {
            item.published = item.updated;
        }
        item
    }
}

fn media(tag: &str) -> Attached {
    let address = attribute(tag, "url");
    let media = Media::of(&attribute(tag, "type"), &attribute(tag, "medium"), &address);
    Attached { address, media, ..Attached::default() }
}

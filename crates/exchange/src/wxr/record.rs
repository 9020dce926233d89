//! Puts the fields of one child of the channel into an entry. A field that comes twice counts once.

use super::date;
use super::entry::{Author, Category, Channel, Item, Label, Tag, Term};
use super::names::{Names, Space};
use super::notice::{Notices, What};
use super::text::{attribute_value, trimmed};
use super::walk::{Field, Group, Step, Walk};
use quick_xml::events::attributes::Attributes;
use std::collections::HashSet;

/// What a child of the channel is.
pub(super) enum Record {
    /// An item, and whether it has any field of WordPress.
    Item(Box<Item>, bool),
    Author(Author),
    Category(Category),
    Tag(Tag),
    Term(Term),
    /// A fact about the site.
    Fact(Fact),
    /// Nothing that is kept: `generator`, `image` …
    Other,
}

/// A fact about the site: whose element, its name, its words.
pub(super) struct Fact {
    space: Space,
    name: String,
    words: String,
}

impl Fact {
    /// Its element, without the prefix.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// It is one that only WordPress writes.
    pub(super) fn wordpress(&self) -> bool {
        self.space == Space::Wp
    }

    /// The place in a channel that it fills, if it is one that is kept.
    pub(super) fn slot<'c>(&self, channel: &'c mut Channel) -> Option<&'c mut String> {
        Some(match (self.space, self.name.as_str()) {
            (Space::Rss, "title") => &mut channel.title,
            (Space::Rss, "link") => &mut channel.link,
            (Space::Rss, "description") => &mut channel.description,
            (Space::Rss, "language") => &mut channel.language,
            (Space::Wp, "base_site_url") => &mut channel.base_site_url,
            (Space::Wp, "base_blog_url") => &mut channel.base_blog_url,
            (Space::Wp, "wxr_version") => &mut channel.wxr_version,
            _ => return None,
        })
    }

    /// Fills its place.
    pub(super) fn fill(self, channel: &mut Channel) {
        let words = self.words.clone();
        if let Some(slot) = self.slot(channel) {
            put(slot, words);
        }
    }
}

/// Reads the child that is `text`.
pub(super) fn read(text: &str, names: &mut Names) -> (Record, Notices) {
    let mut walk = Walk::new(text, names);
    let record = match walk.step() {
        Some(Step::Field(field)) => fact(field),
        Some(Step::Enter(Group::Item)) => {
            let (item, wordpress) = item(&mut walk);
            Record::Item(Box::new(item), wordpress)
        }
        Some(Step::Enter(group)) => entity(group, &mut walk),
        _ => Record::Other,
    };
    (record, walk.notices)
}

/// The title at the head of an item that is not read whole.
pub(super) fn title_of(head: &str, names: &mut Names) -> Option<String> {
    let mut walk = Walk::new(head, names);
    let mut title = None;
    while let Some(step) = walk.step() {
        if let Step::Field(Field { of: Some(Group::Item), space: Space::Rss, name: "title", words, .. }) =
            step
        {
            title.get_or_insert(trimmed(words));
        }
    }
    title.filter(|title| !title.is_empty())
}

fn put(slot: &mut String, words: String) {
    if slot.is_empty() {
        *slot = words;
    }
}

fn fact(field: Field<'_>) -> Record {
    match field.space {
        Space::Rss | Space::Wp => {
            let name = field.name.to_owned();
            Record::Fact(Fact { space: field.space, name, words: trimmed(field.words) })
        }
        _ => Record::Other,
    }
}

/// An author, category, tag or term: fields of WordPress, one level deep.
fn entity(group: Group, walk: &mut Walk<'_, '_>) -> Record {
    let (mut author, mut term) = (Author::default(), Term::default());
    let mut meta = (String::new(), String::new());
    while let Some(step) = walk.step() {
        let (of, name, words) = match step {
            Step::Field(Field { of, space: Space::Wp, name, words, .. }) => (of, name, words),
            Step::Leave(Group::Meta) => {
                term.meta.push(std::mem::take(&mut meta));
                continue;
            }
            _ => continue,
        };
        match (of, name) {
            (Some(Group::Meta), "meta_key") => put(&mut meta.0, trimmed(words)),
            (Some(Group::Meta), "meta_value") => put(&mut meta.1, words),
            (of, name) if of == Some(group) => entity_field(&mut author, &mut term, name, trimmed(words)),
            _ => {}
        }
    }
    let Term { id, taxonomy, slug, parent, name, description, meta } = term;
    match group {
        Group::Author => Record::Author(author),
        Group::Category => Record::Category(Category { id, slug, parent, name, description, meta }),
        Group::Tag => Record::Tag(Tag { id, slug, name, description, meta }),
        _ => Record::Term(Term { id, taxonomy, slug, parent, name, description, meta }),
    }
}

fn entity_field(author: &mut Author, term: &mut Term, name: &str, words: String) {
    match name {
        "author_id" => author.id = words.parse().ok(),
        "author_login" => put(&mut author.login, words),
        "author_email" => put(&mut author.email, words),
        "author_display_name" => put(&mut author.display_name, words),
        "author_first_name" => put(&mut author.first_name, words),
        "author_last_name" => put(&mut author.last_name, words),
        "term_id" => term.id = words.parse().ok(),
        "term_taxonomy" => put(&mut term.taxonomy, words),
        "category_nicename" | "tag_slug" | "term_slug" => put(&mut term.slug, words),
        "category_parent" | "term_parent" => put(&mut term.parent, words),
        "cat_name" | "tag_name" | "term_name" => put(&mut term.name, words),
        "category_description" | "tag_description" | "term_description" => {
            put(&mut term.description, words);
        }
        _ => {}
    }
}

/// An item, and whether it has any field of WordPress.
fn item(walk: &mut Walk<'_, '_>) -> (Item, bool) {
    let mut item = Item::default();
    let (mut wordpress, mut pub_date) = (false, String::new());
    let (mut in_comment, mut meta) = (false, (String::new(), String::new()));
    while let Some(step) = walk.step() {
        match step {
            Step::Enter(Group::Comment) => {
                in_comment = true;
                item.comments = item.comments.saturating_add(1);
            }
            Step::Leave(Group::Comment) => in_comment = false,
            Step::Leave(Group::Meta) if !in_comment => item.postmeta.push(std::mem::take(&mut meta)),
            Step::Field(field) => match (field.of, field.space, field.name) {
                (Some(Group::Meta), Space::Wp, "meta_key") => put(&mut meta.0, trimmed(field.words)),
                (Some(Group::Meta), Space::Wp, "meta_value") => put(&mut meta.1, field.words),
                (Some(Group::Item), Space::Rss, "pubDate") => put(&mut pub_date, trimmed(field.words)),
                (Some(Group::Item), Space::Rss, "category") => {
                    item.categories.push(label(&field, &mut walk.notices));
                }
                (Some(Group::Item), Space::Wp, _) => {
                    wordpress = true;
                    wordpress_field(&mut item, &field, &mut walk.notices);
                }
                (Some(Group::Item), ..) => plain_field(&mut item, field),
                _ => {}
            },
            _ => {}
        }
    }
    if item.published.is_none() {
        let date = date::rfc_822(&pub_date);
        item.published = dated(date, "pubDate", &pub_date, 0, &mut walk.notices);
    }
    tidy_labels(&mut item.categories);
    (item, wordpress)
}

fn plain_field(item: &mut Item, field: Field<'_>) {
    match (field.space, field.name) {
        (Space::Content, "encoded") => put(&mut item.content, field.words),
        (Space::Excerpt, "encoded") => put(&mut item.excerpt, field.words),
        (Space::Dc, "creator") => put(&mut item.creator, trimmed(field.words)),
        (Space::Rss, "title") => put(&mut item.title, trimmed(field.words)),
        (Space::Rss, "link") => put(&mut item.link, trimmed(field.words)),
        (Space::Rss, "guid") => put(&mut item.guid, trimmed(field.words)),
        _ => {}
    }
}

fn wordpress_field(item: &mut Item, field: &Field<'_>, notices: &mut Notices) {
    let (words, at) = (field.words.trim(), field.at);
    let text = || words.to_owned();
    let number = || words.parse().ok();
    match field.name {
        "post_id" => item.post_id = item.post_id.or_else(number),
        "post_parent" => item.post_parent = item.post_parent.or_else(number).filter(|&id| id != 0),
        "menu_order" => item.menu_order = words.parse().unwrap_or_default(),
        "is_sticky" => item.is_sticky = words == "1",
        "post_date" => item.post_date = dated(date::civil(words), "post_date", words, at, notices),
        "post_modified" => {
            item.post_modified = dated(date::civil(words), "post_modified", words, at, notices)
        }
        "post_date_gmt" => item.published = dated(date::gmt(words), "post_date_gmt", words, at, notices),
        "post_modified_gmt" => {
            item.modified = dated(date::gmt(words), "post_modified_gmt", words, at, notices);
        }
        "post_name" => put(&mut item.post_name, text()),
        "status" => put(&mut item.status, text()),
        "post_type" => put(&mut item.post_type, text()),
        "post_password" => put(&mut item.password, text()),
        "attachment_url" => put(&mut item.attachment_url, text()),
        _ => {}
    }
}

/// The date that was read; one that is none is told.
fn dated<T>(
    read: Result<Option<T>, date::NoDate>,
    field: &'static str,
    value: &str,
    at: usize,
    notices: &mut Notices,
) -> Option<T> {
    read.unwrap_or_else(|date::NoDate| {
        notices.add(What::BadDate { field, value: value.chars().take(80).collect() }, at);
        None
    })
}

fn label(field: &Field<'_>, notices: &mut Notices) -> Label {
    let mut label = Label { name: field.words.trim().to_owned(), ..Label::default() };
    let mut attributes = Attributes::html(field.tag, "<category".len());
    attributes.with_checks(false);
    for attribute in attributes.flatten() {
        let mut value = || attribute_value(&attribute.value, field.at, notices);
        match attribute.key.as_ref() {
            "domain" => label.domain = value(),
            "nicename" => label.nicename = value(),
            _ => {}
        }
    }
    label
}

/// WXR 1.0 wrote each label twice, once with its name alone, and tags as `tag`.
fn tidy_labels(labels: &mut Vec<Label>) {
    let full: HashSet<String> =
        labels.iter().filter(|label| !label.domain.is_empty()).map(|label| label.name.clone()).collect();
    labels.retain(|label| !label.domain.is_empty() || !full.contains(&label.name));
    for label in labels {
        match label.domain.as_str() {
            "" => label.domain = "category".into(),
            "tag" => label.domain = "post_tag".into(),
            _ => {}
        }
    }
}

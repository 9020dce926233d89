//! Entries gathered until they are a portion.

use std::collections::HashSet;

use desk::{ArchivedBranch, ArchivedTerm, Portion};
use document::{PlainResolver, html_in, plain_text};
use domain::{LocaleTag, Slug};

use super::site::Site;
use crate::wxr::{Author, Category, Label, Tag};

/// Where an article stands in the file, for the report.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) line: u64,
    pub(crate) title: String,
    pub(crate) address: String,
}

/// What was read since the last portion.
#[derive(Debug, Default)]
pub(crate) struct Gathering {
    categories: Vec<ArchivedTerm>,
    tags: Vec<ArchivedTerm>,
    authors: Vec<ArchivedTerm>,
    branches: Vec<ArchivedBranch>,
    places: Vec<Place>,
    /// Tags that the header names; they are made when an article carries them.
    named_tags: Vec<ArchivedTerm>,
    known: HashSet<(Kind, String)>,
    /// Ids of the items that were read.
    seen: HashSet<String>,
    /// The language of the edition, for slugs.
    locale: Option<LocaleTag>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Category,
    Tag,
    Author,
}

impl Gathering {
    /// Slugs are made by the rules of `locale` from now on.
    pub(crate) fn speak(&mut self, locale: &LocaleTag) {
        self.locale = Some(locale.clone());
    }

    /// An item's id in the archive. Files that were put together from several sites give
    /// one number to several items: all but the first are told apart by their slugs.
    pub(crate) fn identity(&mut self, id: String, post_name: &str) -> String {
        if self.seen.insert(id.clone()) {
            return id;
        }
        let told_apart = format!("{id} {post_name}");
        self.seen.insert(told_apart.clone());
        told_apart
    }

    pub(crate) fn articles(&self) -> usize {
        self.branches.len()
    }

    pub(crate) fn author(&mut self, author: &Author) {
        let full = format!("{} {}", author.first_name, author.last_name);
        let names = [author.display_name.as_str(), full.trim(), author.login.as_str()];
        let name = names.into_iter().map(words).find(|name| !name.is_empty());
        self.enter(Kind::Author, &login(&author.login), None, name.as_deref(), "");
    }

    pub(crate) fn category(&mut self, category: &Category) {
        let parent = Some(category.parent.as_str()).filter(|p| !p.is_empty());
        self.enter(Kind::Category, &category.slug, parent, Some(&category.name), &category.description);
    }

    pub(crate) fn tag(&mut self, tag: &Tag) {
        if let Some(term) = self.term(&tag.slug, None, Some(&tag.name), "") {
            self.named_tags.push(term);
        }
    }

    /// An article with the labels and the author it names; those the header did not name are made of what it says.
    pub(crate) fn article(&mut self, mut branch: ArchivedBranch, labels: &[Label], place: Place) {
        for label in labels {
            let (kind, of) = match label.domain.as_str() {
                "category" => (Kind::Category, &mut branch.categories),
                "post_tag" | "tag" => (Kind::Tag, &mut branch.tags),
                _ => continue,
            };
            if !of.contains(&label.nicename) {
                of.push(label.nicename.clone());
            }
            self.enter(kind, &label.nicename, None, Some(&label.name), "");
        }
        if let Some(login) = &branch.author {
            self.enter(Kind::Author, &login.clone(), None, None, "");
        }
        self.branches.push(branch);
        self.places.push(place);
    }

    /// What was gathered, as a portion; nothing is left but the names that are known.
    pub(crate) fn portion(&mut self, site: &Site) -> (Portion, Vec<Place>) {
        let portion = Portion {
            archive: site.archive.clone(),
            edition: site.edition.clone(),
            categories: parents_first(std::mem::take(&mut self.categories)),
            tags: std::mem::take(&mut self.tags),
            authors: std::mem::take(&mut self.authors),
            branches: std::mem::take(&mut self.branches),
        };
        (portion, std::mem::take(&mut self.places))
    }

    fn enter(&mut self, kind: Kind, id: &str, parent: Option<&str>, name: Option<&str>, tagline: &str) {
        if id.is_empty() || !self.known.insert((kind, id.to_owned())) {
            return;
        }
        let named = self.named_tags.iter().position(|t| kind == Kind::Tag && t.foreign_id == id);
        let made = match named {
            Some(place) => Some(self.named_tags.swap_remove(place)),
            None => self.term(id, parent, name, tagline),
        };
        let Some(term) = made else { return };
        match kind {
            Kind::Category => self.categories.push(term),
            Kind::Tag => self.tags.push(term),
            Kind::Author => self.authors.push(term),
        }
    }
}

impl Gathering {
    fn term(
        &self,
        id: &str,
        parent: Option<&str>,
        name: Option<&str>,
        tagline: &str,
    ) -> Option<ArchivedTerm> {
        let name = name.map(words).filter(|n| !n.is_empty()).unwrap_or_else(|| decoded(id));
        let slug = self.slug_of(id).or_else(|| self.slug_of(&name))?;
        let tagline = Some(words(tagline)).filter(|t| !t.is_empty());
        Some(ArchivedTerm {
            foreign_id: id.to_owned(),
            parent: parent.map(str::to_owned),
            slug,
            name,
            tagline,
        })
    }

    /// A slug as it stands where it is valid, else the nearest valid one.
    pub(crate) fn slug_of(&self, text: &str) -> Option<Slug> {
        let text = decoded(text);
        let made = || self.locale.as_ref().and_then(|locale| locale::slug_of(&text, locale).ok());
        Slug::parse(&text).ok().or_else(made)
    }
}

/// An account's name: WordPress does not tell upper from lower case there.
pub(crate) fn login(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The words of an HTML fragment in one line.
pub(crate) fn words(fragment: &str) -> String {
    let mut next = 0_u64;
    let mut ids = || {
        next += 1;
        next
    };
    let parsed = html_in(fragment, &mut PlainResolver, &mut ids);
    let runs: Vec<_> = plain_text(&parsed.document).into_iter().map(|run| run.text).collect();
    runs.join("").split('\n').collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// WordPress keeps slugs of other scripts percent-encoded.
fn decoded(slug: &str) -> String {
    domain::OldAddress::of_request("", slug).map_or_else(|| slug.to_owned(), |address| address.path)
}

/// A parent stands before its children; a parent that is missing is dropped by the desk.
fn parents_first(mut terms: Vec<ArchivedTerm>) -> Vec<ArchivedTerm> {
    let mut ordered: Vec<ArchivedTerm> = Vec::with_capacity(terms.len());
    while !terms.is_empty() {
        let waits = |term: &ArchivedTerm| terms.iter().any(|t| Some(&t.foreign_id) == term.parent.as_ref());
        let (later, ready): (Vec<_>, Vec<_>) = terms.iter().cloned().partition(waits);
        // Only a circle of parents leaves nobody ready: they become roots.
        let stuck = ready.is_empty();
        ordered.extend(ready);
        terms = later;
        if stuck {
            ordered.extend(terms.drain(..).map(|term| ArchivedTerm { parent: None, ..term }));
        }
    }
    ordered
}

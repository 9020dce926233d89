//! Entries of one edition gathered until they are a portion.

use std::collections::HashSet;

use desk::{ArchivedBranch, ArchivedTerm, Portion};
use document::{PlainResolver, html_in, plain_text};
use domain::{OldAddress, Slug};

use super::{
    addresses::Base,
    qtranslate,
    site::Site,
    survey::{Kind, Named, Survey},
};
use crate::wxr::{Author, Label};

/// Where an article stands in the file, for the report.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) line: u64,
    pub(crate) title: String,
    pub(crate) address: String,
}

/// What was read since the last portion.
#[derive(Debug)]
pub(crate) struct Gathering {
    /// Where it goes.
    pub(crate) site: Site,
    /// The translation plug-in's code of the language; empty where there is none.
    language: String,
    /// Where its things were found.
    base: Base,
    categories: Vec<ArchivedTerm>,
    tags: Vec<ArchivedTerm>,
    authors: Vec<ArchivedTerm>,
    branches: Vec<ArchivedBranch>,
    places: Vec<Place>,
    known: HashSet<(Kind, String)>,
}

impl Gathering {
    pub(crate) fn new(site: Site, language: &str, base: Base) -> Self {
        Self {
            site,
            base,
            language: language.to_owned(),
            categories: Vec::new(),
            tags: Vec::new(),
            authors: Vec::new(),
            branches: Vec::new(),
            places: Vec::new(),
            known: HashSet::new(),
        }
    }

    pub(crate) fn articles(&self) -> usize {
        self.branches.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.branches.is_empty()
            && self.categories.is_empty()
            && self.tags.is_empty()
            && self.authors.is_empty()
    }

    pub(crate) fn author(&mut self, author: &Author, survey: &Survey) {
        let full = format!("{} {}", author.first_name, author.last_name);
        let names = [author.display_name.as_str(), full.trim(), author.login.as_str()];
        let name = names.into_iter().map(|name| self.words(name)).find(|name| !name.is_empty());
        let id = login(&author.login);
        if id.is_empty() || !self.known.insert((Kind::Author, id.clone())) {
            return;
        }
        let description = survey.profile(&id).unwrap_or_default().to_owned();
        let named = Named { slug: id, name: name.unwrap_or_default(), description, ..Named::default() };
        let addresses = self.base.author(author);
        self.authors.extend(self.term(&named, None, addresses));
    }

    /// An article with the labels and the author it names; those the header did not name are made of
    /// what it says.
    pub(crate) fn article(
        &mut self,
        mut branch: ArchivedBranch,
        labels: &[Label],
        place: Place,
        survey: &Survey,
    ) {
        for label in labels {
            let (kind, of) = match label.domain.as_str() {
                "category" => (Kind::Category, &mut branch.categories),
                "post_tag" | "tag" => (Kind::Tag, &mut branch.tags),
                _ => continue,
            };
            if !of.contains(&label.nicename) {
                of.push(label.nicename.clone());
            }
            self.enter(kind, &label.nicename, &label.name, survey);
        }
        for login in branch.authors.clone() {
            self.author(&Author { login, ..Author::default() }, survey);
        }
        self.branches.push(branch);
        self.places.push(place);
    }

    /// A category with those above it, or a tag. `label` is its name where the header has none.
    pub(crate) fn enter(&mut self, kind: Kind, slug: &str, label: &str, survey: &Survey) {
        let mut chain: Vec<Named> = Vec::new();
        let mut next = slug.to_owned();
        while !next.is_empty() && self.known.insert((kind, next.clone())) {
            let named = survey.find(kind, &next).cloned();
            let made = || Named { slug: next.clone(), name: label.to_owned(), ..Named::default() };
            let named = named.or_else(|| chain.is_empty().then(made));
            // A parent that is missing in the file: the category stands at the root.
            let Some(named) = named else { break };
            next = if named.parent == named.slug { String::new() } else { named.parent.clone() };
            chain.push(named);
        }
        // A parent before its children: a circle is cut where it closes.
        for named in chain.into_iter().rev() {
            let told = survey.languages.of_term(named.id, &named.meta);
            let addresses = self.base.term(kind, &named, survey);
            let term = self.term(&named, told.and_then(|told| told.group), addresses);
            if kind == Kind::Category { self.categories.extend(term) } else { self.tags.extend(term) }
        }
    }

    /// What was gathered, as a portion; nothing is left but the names that are known.
    pub(crate) fn portion(&mut self) -> (Portion, Vec<Place>) {
        let portion = Portion {
            archive: self.site.archive.clone(),
            edition: self.site.edition.clone(),
            categories: std::mem::take(&mut self.categories),
            tags: std::mem::take(&mut self.tags),
            authors: std::mem::take(&mut self.authors),
            branches: std::mem::take(&mut self.branches),
        };
        (portion, std::mem::take(&mut self.places))
    }

    /// Where the front was found.
    pub(crate) fn fronts(&self) -> Vec<OldAddress> {
        self.base.front()
    }

    fn term(&self, named: &Named, group: Option<String>, addresses: Vec<OldAddress>) -> Option<ArchivedTerm> {
        let name = Some(self.words(&named.name)).filter(|n| !n.is_empty());
        let name = name.unwrap_or_else(|| decoded(&named.slug));
        let slug = self.slug_of(&named.slug).or_else(|| self.slug_of(&name))?;
        Some(ArchivedTerm {
            foreign_id: named.slug.clone(),
            group,
            parent: Some(named.parent.clone()).filter(|p| !p.is_empty()),
            slug,
            name,
            tagline: Some(self.words(&named.description)).filter(|t| !t.is_empty()),
            addresses,
        })
    }

    /// The words of a fragment in the gathering's language; of one that has none in it, its first.
    fn words(&self, fragment: &str) -> String {
        let own = words(&qtranslate::words_in(fragment, &self.language));
        if !own.is_empty() {
            return own;
        }
        let first = qtranslate::languages(fragment).into_iter().next().unwrap_or_default();
        words(&qtranslate::words_in(fragment, &first))
    }

    /// A slug as it stands where it is valid, else the nearest valid one.
    pub(crate) fn slug_of(&self, text: &str) -> Option<Slug> {
        let text = decoded(text);
        Slug::parse(&text).ok().or_else(|| locale::slug_of(&text, &self.site.locale).ok())
    }
}

/// An account's name: WordPress does not tell upper from lower case there.
pub(crate) fn login(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The words of an HTML fragment in one line.
pub(crate) fn words(fragment: &str) -> String {
    if !fragment.contains(['<', '&', '\n', '\r', '\t']) && !fragment.contains("  ") {
        return fragment.trim().to_owned();
    }
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

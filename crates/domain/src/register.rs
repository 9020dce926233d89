//! The registers that stories refer to by id: topics, persons, sources.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    edition::{EditionCode, LocaleTag},
    id::{AssetId, PersonId, SourceId, TopicId},
    slug::Slug,
};

/// A topic's words in one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicWords {
    /// Its name there.
    pub name: String,
    /// Its slug there, unique among the edition's topics.
    pub slug: Slug,
}

/// A subject, person or place that stories are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its words per edition; an edition without them does not show it.
    pub words: BTreeMap<EditionCode, TopicWords>,
}

/// A name as it is written in its own language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginalName {
    /// The name.
    pub text: String,
    /// Its language, for `lang` and `dir` where it stands in another edition.
    pub locale: LocaleTag,
}

/// A person who is credited; not a user's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their slug, one in all editions.
    pub slug: Slug,
    /// The name where an edition has none of its own.
    pub original: OriginalName,
    /// The name as an edition writes it.
    pub names: BTreeMap<EditionCode, String>,
    /// What each edition tells of them.
    pub profiles: BTreeMap<EditionCode, Profile>,
    /// Their portrait.
    pub portrait: Option<AssetId>,
}

/// What an edition tells of a person, in its own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// What they are to the paper.
    pub role: Option<String>,
    /// Some sentences about them.
    pub about: Option<String>,
}

/// A medium or body that is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its slug, one in all editions.
    pub slug: Slug,
    /// The name where an edition has none of its own.
    pub original: OriginalName,
    /// The name as an edition writes it.
    pub names: BTreeMap<EditionCode, String>,
    /// What each edition tells of it, in its own words.
    pub about: BTreeMap<EditionCode, String>,
    /// Its home page.
    pub home_url: Option<String>,
}

/// A name chosen for an edition, with its language where it is a foreign one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameIn<'a> {
    /// The name.
    pub text: &'a str,
    /// Set where the edition has no name of its own and shows the original's.
    pub foreign: Option<&'a LocaleTag>,
}

fn name_in<'a>(
    names: &'a BTreeMap<EditionCode, String>,
    original: &'a OriginalName,
    edition: &EditionCode,
) -> NameIn<'a> {
    match names.get(edition) {
        Some(text) => NameIn { text, foreign: None },
        None => NameIn { text: &original.text, foreign: Some(&original.locale) },
    }
}

impl Person {
    /// The name as `edition` shows it.
    pub fn name_in(&self, edition: &EditionCode) -> NameIn<'_> {
        name_in(&self.names, &self.original, edition)
    }
}

impl Source {
    /// The name as `edition` shows it.
    pub fn name_in(&self, edition: &EditionCode) -> NameIn<'_> {
        name_in(&self.names, &self.original, edition)
    }
}

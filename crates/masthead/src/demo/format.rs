//! The files of the demonstration as types.

use std::collections::BTreeMap;

use domain::{
    AssetId, CreditRole, EditionCode, Kind, LocaleTag, MenuPlace, OriginalName, Profile, SectionWords, Slug,
    TopicWords,
};
use serde::{Deserialize, de::DeserializeOwned};

use crate::failure::Failure;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PortalFile {
    pub(super) portal: Portal,
    /// By the key's last part: the settings `trust.…`.
    #[serde(default)]
    pub(super) trust: BTreeMap<String, String>,
    pub(super) editions: Vec<Edition>,
    pub(super) sections: Vec<Section>,
    pub(super) persons: Vec<Person>,
    pub(super) sources: Vec<Source>,
    pub(super) topics: Vec<Topic>,
    #[serde(default)]
    pub(super) menus: Vec<Menu>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Portal {
    pub(super) name: String,
    pub(super) time_zone: String,
    pub(super) accent: String,
    pub(super) reuse_rule: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edition {
    pub(super) code: EditionCode,
    pub(super) locale: LocaleTag,
    pub(super) label: String,
    pub(super) name: String,
    pub(super) tagline: String,
    pub(super) reuse_rule: String,
    /// By network: the settings `social.NETWORK.CODE`.
    #[serde(default)]
    pub(super) social: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    pub(super) slug: Slug,
    /// The slug of a section further up in the file.
    pub(super) parent: Option<String>,
    pub(super) words: BTreeMap<EditionCode, SectionWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) slug: Slug,
    pub(super) original: OriginalName,
    pub(super) names: BTreeMap<EditionCode, String>,
    #[serde(default)]
    pub(super) profiles: BTreeMap<EditionCode, Profile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PicturesFile {
    pub(super) pictures: Vec<PictureFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PictureFile {
    pub(super) file: String,
    /// The folder of the story that it leads.
    pub(super) story: Option<String>,
    /// The slug of the person whose portrait it is.
    pub(super) person: Option<String>,
    /// Around what it may be cropped: ten-thousandths from the left and from the top.
    pub(super) focus: (u16, u16),
    pub(super) credit: String,
    pub(super) alt: BTreeMap<EditionCode, String>,
    #[serde(default)]
    pub(super) caption: BTreeMap<EditionCode, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) slug: Slug,
    pub(super) original: OriginalName,
    pub(super) names: BTreeMap<EditionCode, String>,
    #[serde(default)]
    pub(super) about: BTreeMap<EditionCode, String>,
    pub(super) home_url: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub(super) key: String,
    pub(super) words: BTreeMap<EditionCode, TopicWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Menu {
    pub(super) edition: EditionCode,
    pub(super) place: MenuPlace,
    pub(super) items: Vec<Item>,
}

/// An item of a menu: a section, a standing page or an address.
#[derive(Debug, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub(super) enum Item {
    Section { section: String, label: Option<String> },
    Page { page: Slug, label: String },
    Link { url: String, label: String },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PageFile {
    pub(super) minutes_ago: i64,
    pub(super) original: EditionCode,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoryFile {
    pub(super) kind: Kind,
    /// None for standing pages alone.
    pub(super) section: Option<String>,
    pub(super) topics: Vec<String>,
    #[serde(default)]
    pub(super) citations: Vec<Citation>,
    pub(super) minutes_ago: i64,
    pub(super) original: EditionCode,
    /// The picture that leads it, as `pictures.toml` says.
    #[serde(skip)]
    pub(super) lead: Option<AssetId>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Citation {
    pub(super) source: String,
    pub(super) url: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BranchHead {
    pub(super) slug: Slug,
    pub(super) headline: String,
    pub(super) short: Option<String>,
    pub(super) kicker: Option<String>,
    pub(super) standfirst: Option<String>,
    pub(super) description: Option<String>,
    #[serde(default)]
    pub(super) credits: Vec<Credit>,
    #[serde(default)]
    pub(super) corrections: Vec<Correction>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Credit {
    pub(super) person: String,
    pub(super) role: CreditRole,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Correction {
    pub(super) minutes_ago: i64,
    pub(super) text: String,
}

impl From<PageFile> for StoryFile {
    /// A standing page is a branch of a kind of its own, without section, topics or sources.
    fn from(page: PageFile) -> Self {
        Self {
            kind: Kind::Page,
            section: None,
            lead: None,
            topics: Vec::new(),
            citations: Vec::new(),
            minutes_ago: page.minutes_ago,
            original: page.original,
        }
    }
}

/// A file of the demonstration.
pub(super) fn file<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    let text = super::read(path).ok_or_else(|| Failure::Demo(format!("{path} is missing")))?;
    parse(path, &text)
}

/// A branch's file: its head between two lines `+++`, then its body.
pub(super) fn branch(path: &str) -> Result<Option<(BranchHead, String)>, Failure> {
    let Some(text) = super::read(path) else { return Ok(None) };
    let parts = text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"));
    let (head, body) = parts.ok_or_else(|| Failure::Demo(format!("{path} has no head between +++")))?;
    Ok(Some((parse(path, head)?, body.to_owned())))
}

fn parse<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, Failure> {
    toml::from_str(text).map_err(|error| Failure::Demo(format!("{path}: {error}")))
}

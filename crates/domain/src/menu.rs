//! Menus: the links that an edition chose for the head and the foot of its pages.

use serde::{Deserialize, Serialize};

use crate::{id::SectionId, slug::Slug};

/// Most items of a menu.
pub const MAX_MENU_ITEMS: usize = 24;
/// Longest label, in characters.
pub const MAX_MENU_LABEL: usize = 60;

/// Where a menu stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MenuPlace {
    /// At the head of each page.
    Header,
    /// At its foot.
    Footer,
}

impl MenuPlace {
    /// The name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Footer => "footer",
        }
    }

    /// From the name in storage.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "header" => Some(Self::Header),
            "footer" => Some(Self::Footer),
            _ => None,
        }
    }
}

/// A link of a menu, in the words of its edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MenuItem {
    /// A section; left out where the edition has no name for it.
    Section {
        /// Which.
        section: SectionId,
        /// Other words than its name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    },
    /// A standing page of the edition.
    Page {
        /// Its slug.
        slug: Slug,
        /// Its words.
        label: String,
    },
    /// Any other address: `https://…`, or a path of the portal.
    Link {
        /// Where it leads.
        url: String,
        /// Its words.
        label: String,
    },
}

impl MenuItem {
    /// Its own words, where it has some.
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::Section { label, .. } => label.as_deref(),
            Self::Page { label, .. } | Self::Link { label, .. } => Some(label),
        }
    }
}

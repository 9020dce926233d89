//! Addresses of feeds.

use domain::{EditionCode, Slug};
use press::urls;

/// Whose articles a feed holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedScope {
    /// All of the edition.
    Edition,
    /// Those of a section.
    Section(Slug),
    /// Those on a topic.
    Topic(Slug),
    /// Those of an author.
    Author(Slug),
}

/// The format of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedFormat {
    /// `feed.xml`: RSS 2.0.
    Rss,
    /// `feed.atom`
    Atom,
    /// `feed.json`
    Json,
}

impl FeedScope {
    /// From the path between the edition and the feed's file.
    pub(super) fn of(segments: &[&str]) -> Option<Self> {
        match segments {
            [] => Some(Self::Edition),
            [section] => Some(Self::Section(Slug::parse_section(section).ok()?)),
            ["topic", slug] => Some(Self::Topic(Slug::parse(slug).ok()?)),
            ["author", slug] => Some(Self::Author(Slug::parse(slug).ok()?)),
            _ => None,
        }
    }

    /// The path of the page whose feed it is.
    pub fn page(&self, edition: &EditionCode) -> String {
        match self {
            Self::Edition => urls::front_url(edition),
            Self::Section(slug) => urls::section_url(edition, slug),
            Self::Topic(slug) => urls::topic_url(edition, slug),
            Self::Author(slug) => urls::author_url(edition, slug),
        }
    }
}

impl FeedFormat {
    pub(super) fn of(file: &str) -> Option<Self> {
        [Self::Rss, Self::Atom, Self::Json].into_iter().find(|format| format.file() == file)
    }

    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::Rss => "feed.xml",
            Self::Atom => "feed.atom",
            Self::Json => "feed.json",
        }
    }
}

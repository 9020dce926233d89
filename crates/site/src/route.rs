//! Which page an address names: the table of the reader's addresses (DESIGN §5). Pure;
//! whether anything lies there is for the handlers to find out.

mod feed;
mod month;
mod search;

use std::{fmt::Display, str::FromStr};

use domain::{BlobId, BranchId, CorrectionId, EditionCode, Moment, Slug, Space};
use press::{ArchiveSpan, urls};

pub use self::{
    feed::{FeedFormat, FeedScope},
    month::Month,
    search::{HITS, MAX_HITS, SearchQuery},
};
use crate::target::Target;

/// A page's place in a list: what is older than this moment and branch.
pub type PageKey = (Moment, BranchId);

/// What an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`, which leads to an edition.
    Root,
    /// `/{edition}/`
    Front(EditionCode),
    /// `/{edition}/{section}/`, and its later pages with `?before={moment}.{branch}`.
    Section(EditionCode, Slug, Option<PageKey>),
    /// `/{edition}/post/{slug}` and `/{edition}/page/{slug}`
    Branch(EditionCode, Space, Slug),
    /// `/{edition}/topic/{slug}/`, and its later pages.
    Topic(EditionCode, Slug, Option<PageKey>),
    /// `/{edition}/author/{slug}/`, and its later pages.
    Author(EditionCode, Slug, Option<PageKey>),
    /// `/{edition}/source/{slug}/`, and its later pages.
    Source(EditionCode, Slug, Option<PageKey>),
    /// `/{edition}/archive/`, `…/{yyyy}/`, `…/{mm}/` and `…/{dd}/`; a day's later pages.
    Archive(EditionCode, ArchiveSpan, Option<PageKey>),
    /// `/{edition}/corrections/`, and its later pages with `?before={moment}.{correction}`.
    Corrections(EditionCode, Option<(Moment, CorrectionId)>),
    /// `/{edition}/search?q=…&from=…`
    Search(EditionCode, SearchQuery),
    /// `/{edition}/feed.xml`, `feed.atom` and `feed.json`, the same under a section, a topic
    /// and an author.
    Feed(EditionCode, FeedScope, FeedFormat),
    /// `/sitemap.xml`, which lists the other sitemaps.
    SitemapIndex,
    /// `/{edition}/sitemap-{yyyy}-{mm}.xml`: the articles of a month; of a full one the
    /// first part, and the others with `-{part}` behind the month.
    SitemapMonth(EditionCode, Month, u16),
    /// `/{edition}/sitemap-pages.xml`: front and sections.
    SitemapPages(EditionCode),
    /// `/{edition}/sitemap-news.xml`: the articles of the last two days.
    SitemapNews(EditionCode),
    /// `/robots.txt`
    Robots,
    /// `/trust.txt`
    TrustTxt,
    /// `/.well-known/tdmrep.json`
    TdmRep,
    /// `/static/{name}.{hash}.{ext}`
    Static(String),
    /// `/media/{blob}/{crop}-{width}.{ext}`
    Media(BlobId, String),
    /// `/healthz`
    Health,
}

impl Route {
    /// The route of a target, whichever way it ends. None where no page has such an address.
    pub fn of(target: &Target) -> Option<Self> {
        match target.segments().as_slice() {
            [] => Some(Self::Root),
            ["robots.txt"] => Some(Self::Robots),
            ["trust.txt"] => Some(Self::TrustTxt),
            [".well-known", "tdmrep.json"] => Some(Self::TdmRep),
            ["sitemap.xml"] => Some(Self::SitemapIndex),
            ["healthz"] => Some(Self::Health),
            ["static", name] => Some(Self::Static((*name).to_owned())),
            ["media", blob, name] => Some(Self::Media(blob.parse().ok()?, (*name).to_owned())),
            [edition, inside @ ..] => Self::inside(EditionCode::parse(edition).ok()?, inside, target),
        }
    }

    fn inside(edition: EditionCode, segments: &[&str], target: &Target) -> Option<Self> {
        match segments {
            [] => Some(Self::Front(edition)),
            ["sitemap-pages.xml"] => Some(Self::SitemapPages(edition)),
            ["sitemap-news.xml"] => Some(Self::SitemapNews(edition)),
            [file] if file.starts_with("sitemap-") => {
                let (month, part) = Month::of_file(file)?;
                Some(Self::SitemapMonth(edition, month, part))
            }
            [scope @ .., file] if file.starts_with("feed.") => {
                Some(Self::Feed(edition, FeedScope::of(scope)?, FeedFormat::of(file)?))
            }
            ["archive", span @ ..] => {
                let span = ArchiveSpan::parse(span)?;
                let key = if matches!(span, ArchiveSpan::Day(_)) { before(target)? } else { None };
                Some(Self::Archive(edition, span, key))
            }
            ["corrections"] => Some(Self::Corrections(edition, before(target)?)),
            ["search"] => Some(Self::Search(edition, SearchQuery::of(target))),
            ["topic", slug] => Some(Self::Topic(edition, Slug::parse(slug).ok()?, before(target)?)),
            ["author", slug] => Some(Self::Author(edition, Slug::parse(slug).ok()?, before(target)?)),
            ["source", slug] => Some(Self::Source(edition, Slug::parse(slug).ok()?, before(target)?)),
            [section] => Some(Self::Section(edition, Slug::parse_section(section).ok()?, before(target)?)),
            [space, slug] => Some(Self::Branch(edition, Space::parse(space)?, Slug::parse(slug).ok()?)),
            _ => None,
        }
    }

    /// Whether its address ends in a slash: those of lists do.
    pub const fn ends_in_slash(&self) -> bool {
        matches!(
            self,
            Self::Root
                | Self::Front(_)
                | Self::Section(..)
                | Self::Topic(..)
                | Self::Author(..)
                | Self::Source(..)
                | Self::Archive(..)
                | Self::Corrections(..)
        )
    }

    /// Its one right path, percent-encoded, with the query that belongs to it.
    pub fn url(&self) -> String {
        match self {
            Self::Root => "/".to_owned(),
            Self::Front(edition) => urls::front_url(edition),
            Self::Section(edition, slug, key) => paged(urls::section_url(edition, slug), *key),
            Self::Topic(edition, slug, key) => paged(urls::topic_url(edition, slug), *key),
            Self::Author(edition, slug, key) => paged(urls::author_url(edition, slug), *key),
            Self::Source(edition, slug, key) => paged(urls::source_url(edition, slug), *key),
            Self::Archive(edition, span, key) => paged(urls::archive_url(edition, *span), *key),
            Self::Corrections(edition, key) => paged(urls::corrections_url(edition), *key),
            Self::Search(edition, query) => query.url(edition),
            Self::Branch(edition, space, slug) => urls::branch_url(edition, *space, slug),
            Self::Feed(edition, scope, format) => format!("{}{}", scope.page(edition), format.file()),
            Self::SitemapIndex => "/sitemap.xml".to_owned(),
            Self::SitemapMonth(edition, month, 1) => format!("/{edition}/sitemap-{month}.xml"),
            Self::SitemapMonth(edition, month, part) => format!("/{edition}/sitemap-{month}-{part}.xml"),
            Self::SitemapPages(edition) => format!("/{edition}/sitemap-pages.xml"),
            Self::SitemapNews(edition) => format!("/{edition}/sitemap-news.xml"),
            Self::Robots => "/robots.txt".to_owned(),
            Self::TrustTxt => "/trust.txt".to_owned(),
            Self::TdmRep => "/.well-known/tdmrep.json".to_owned(),
            Self::Static(name) => format!("/static/{name}"),
            Self::Media(blob, name) => format!("/media/{blob}/{name}"),
            Self::Health => "/healthz".to_owned(),
        }
    }

    /// The edition it lies in.
    pub const fn edition(&self) -> Option<&EditionCode> {
        match self {
            Self::Front(edition)
            | Self::Section(edition, ..)
            | Self::Branch(edition, ..)
            | Self::Topic(edition, ..)
            | Self::Author(edition, ..)
            | Self::Source(edition, ..)
            | Self::Archive(edition, ..)
            | Self::Corrections(edition, _)
            | Self::Search(edition, _)
            | Self::Feed(edition, ..)
            | Self::SitemapMonth(edition, ..)
            | Self::SitemapPages(edition)
            | Self::SitemapNews(edition) => Some(edition),
            Self::Root
            | Self::SitemapIndex
            | Self::Robots
            | Self::TrustTxt
            | Self::TdmRep
            | Self::Static(_)
            | Self::Media(..)
            | Self::Health => None,
        }
    }
}

/// The page's place in its list: none on the first page. The outer none is a place that no
/// page has.
fn before<I: FromStr + Display>(target: &Target) -> Option<Option<(Moment, I)>> {
    match target.parameter("before") {
        Some(value) => Some(Some(page_key(&value.ok()?)?)),
        None => Some(None),
    }
}

fn paged<I: Display>(url: String, key: Option<(Moment, I)>) -> String {
    match key {
        Some((moment, id)) => urls::older_url(&url, moment, id),
        None => url,
    }
}

/// `{moment}.{id}`: microseconds since 1970 and a UUID, each in the one form in which
/// pages link to them, so that a page has one address.
fn page_key<I: FromStr + Display>(text: &str) -> Option<(Moment, I)> {
    let (micros, id) = text.split_once('.')?;
    let key = (Moment::from_micros(micros.parse().ok()?), id.parse::<I>().ok()?);
    (format!("{}.{}", key.0.micros(), key.1) == text).then_some(key)
}

#[cfg(test)]
mod tests;

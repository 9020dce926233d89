//! What a handler returns: an answer as values. It tells how long it may be kept, what it
//! depends on and until when it may be shown; `headers` turns that into HTTP, and a page
//! cache has only to keep it.

use bytes::Bytes;
use domain::{EditionCode, LocaleTag, Public, Tag};
use http::StatusCode;
use press::{Page, PageFacts};
use store::Position;

/// HTML pages.
pub const HTML: &str = "text/html; charset=utf-8";
/// Sitemaps.
pub const XML: &str = "application/xml; charset=utf-8";
/// RSS 2.0.
pub const RSS: &str = "application/rss+xml; charset=utf-8";
/// Atom (RFC 4287 §7).
pub const ATOM: &str = "application/atom+xml; charset=utf-8";
/// JSON Feed 1.1.
pub const JSON_FEED: &str = "application/feed+json";
/// Other JSON (RFC 8259 §11).
pub const JSON: &str = "application/json";
/// Everything else that is text.
pub const TEXT: &str = "text/plain; charset=utf-8";

/// How long an answer may be kept by others. What says nothing is kept by nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CachePolicy {
    /// A page: kept, but asked for again before each use (law 4).
    Page,
    /// Bytes whose address holds their hash: kept for a year.
    Static,
    /// A picture: its bytes never change, whether readers may see it does. Kept for an hour.
    Media,
    /// Kept by nobody.
    #[default]
    NoStore,
}

/// An answer to a reader.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The media type of the body.
    pub content_type: &'static str,
    /// The language of the body, where it has one.
    pub language: Option<LocaleTag>,
    /// The bytes; empty for redirects.
    pub body: Bytes,
    /// What a cache must know; none where nothing of the store is shown.
    pub facts: Option<PageFacts>,
    /// How long others may keep it.
    pub policy: CachePolicy,
    /// Where it leads: a path of this portal.
    pub location: Option<String>,
    /// Whether readers of other languages get another answer at this address.
    pub by_language: bool,
    /// Seconds after which to ask again (RFC 9110 §10.2.3).
    pub retry_after: Option<u32>,
}

impl Answer {
    /// An answer without words, kept by nobody.
    pub const fn wordless(status: StatusCode) -> Self {
        Self {
            status,
            content_type: TEXT,
            language: None,
            body: Bytes::new(),
            facts: None,
            policy: CachePolicy::NoStore,
            location: None,
            by_language: false,
            retry_after: None,
        }
    }

    /// A page for readers. Nothing else than what the eye has opened gets here (law 1).
    pub fn page(status: StatusCode, page: Page<Public>, language: &LocaleTag) -> Self {
        let facts = page.facts().clone();
        Self {
            content_type: HTML,
            language: Some(language.clone()),
            body: Bytes::from(page.into_body()),
            facts: Some(facts),
            policy: CachePolicy::Page,
            ..Self::wordless(status)
        }
    }

    /// A file for machines that shows words of the portal. Tags may have been added to
    /// `facts` in any order.
    pub fn file(content_type: &'static str, body: String, facts: PageFacts) -> Self {
        let file = Self {
            content_type,
            body: Bytes::from(body),
            facts: Some(facts),
            policy: CachePolicy::Page,
            ..Self::wordless(StatusCode::OK)
        };
        file.depending_on([])
    }

    /// One permanent redirect to `location`, which must answer 200.
    pub fn moved(location: String, position: Position, tags: Vec<Tag>) -> Self {
        Self {
            facts: Some(PageFacts::new(position, tags)),
            policy: CachePolicy::Page,
            location: Some(location),
            ..Self::wordless(StatusCode::MOVED_PERMANENTLY)
        }
    }

    /// The same answer, dropped too when one of `tags` falls.
    #[must_use]
    pub fn depending_on(mut self, tags: impl IntoIterator<Item = Tag>) -> Self {
        if let Some(facts) = &mut self.facts {
            facts.tags.extend(tags);
            facts.tags.sort_unstable();
            facts.tags.dedup();
        }
        self
    }
}

/// What every page of an edition depends on.
pub(crate) fn frame_tags(edition: &EditionCode) -> [Tag; 2] {
    [Tag::Portal, Tag::Edition(edition.clone())]
}

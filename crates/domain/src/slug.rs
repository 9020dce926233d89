//! Slugs: the last word of an address, in letters of any script.

use serde::{Deserialize, Serialize};

/// Longest slug, in characters.
pub const MAX_SLUG_CHARS: usize = 200;

/// First path segments inside an edition that are routes, and so no section's slug.
const ROUTE_WORDS: [&str; 20] = [
    "corrections",
    "post",
    "page",
    "topic",
    "author",
    "source",
    "archive",
    "search",
    "live",
    "feed",
    "feed.xml",
    "feed.atom",
    "feed.json",
    "sitemap",
    "sitemap.xml",
    "sitemap-news.xml",
    "manifest.webmanifest",
    "latest",
    "story",
    "embed",
];

/// A slug: letters, digits, marks, `-`, `_` and `.` of any script, no upper case,
/// 1 to [`MAX_SLUG_CHARS`] characters, not starting or ending with punctuation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Why a slug was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SlugError {
    /// Nothing is left.
    #[error("a slug needs at least one letter or digit")]
    Empty,
    /// Longer than [`MAX_SLUG_CHARS`].
    #[error("the slug has {0} characters; at most {MAX_SLUG_CHARS} are allowed: shorten it")]
    TooLong(usize),
    /// A character that no slug holds.
    #[error("the slug {slug:?} holds {found:?}: use letters, digits and hyphens")]
    Character {
        /// The whole slug, cut to 80 characters.
        slug: String,
        /// The first offending character.
        found: char,
    },
    /// A word that the addresses themselves use.
    #[error("the slug {0:?} is a word of the portal's own addresses: choose another")]
    RouteWord(String),
}

impl Slug {
    /// Checks `text` as it stands; nothing is changed.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let chars = text.chars().count();
        if chars > MAX_SLUG_CHARS {
            return Err(SlugError::TooLong(chars));
        }
        let Some((first, last)) = text.chars().next().zip(text.chars().next_back()) else {
            return Err(SlugError::Empty);
        };
        let refuse = |found| Err(SlugError::Character { slug: text.chars().take(80).collect(), found });
        if !first.is_alphanumeric() {
            return refuse(first);
        }
        if matches!(last, '-' | '_' | '.') {
            return refuse(last);
        }
        match text.chars().find(|&c| !is_slug_char(c)) {
            Some(found) => refuse(found),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// Like [`Slug::parse`], and refuses the words that routes begin with.
    pub fn parse_section(text: &str) -> Result<Self, SlugError> {
        let slug = Self::parse(text)?;
        if ROUTE_WORDS.contains(&text) { Err(SlugError::RouteWord(slug.0)) } else { Ok(slug) }
    }

    /// The slug's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The `n`th try after a collision: `slug-n`, shortened so that it fits.
    #[must_use]
    pub fn numbered(&self, n: u32) -> Self {
        let tail = format!("-{n}");
        let keep = MAX_SLUG_CHARS.saturating_sub(tail.len());
        let head: String = self.0.chars().take(keep).collect();
        Self(format!("{}{tail}", head.trim_end_matches(['-', '_', '.'])))
    }
}

/// Combining marks of the Indic, Arabic and Hebrew scripts are no letters to Rust,
/// yet no word of those scripts can do without them.
fn is_slug_char(c: char) -> bool {
    let lower = c.to_lowercase().eq([c]);
    (c.is_alphanumeric() && lower) || matches!(c, '-' | '_' | '.' | '\u{200c}' | '\u{200d}') || is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036f | 0x0483..=0x0487 | 0x0591..=0x05bd | 0x05bf..=0x05c7 | 0x0610..=0x061a
        | 0x064b..=0x065f | 0x0670 | 0x06d6..=0x06dc | 0x06df..=0x06ed | 0x0900..=0x0903
        | 0x093a..=0x094f | 0x0980..=0x0dff | 0x0e31..=0x0e4e | 0x0f18..=0x0fbc | 0x102b..=0x103e
        | 0x17b4..=0x17d3 | 0x3099..=0x309a)
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        Self::parse(&text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_script_are_kept() {
        for text in ["world", "новости-дня", "հայաստան", "أخبار-اليوم", "hindi-हिन्दी", "2026"]
        {
            assert_eq!(Slug::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn what_is_no_slug_is_refused_with_its_reason() {
        assert_eq!(Slug::parse(""), Err(SlugError::Empty));
        assert_eq!(Slug::parse(&"a".repeat(4000)), Err(SlugError::TooLong(4000)));
        for text in ["a b", "a/b", "..", "World", "🎉", "a?b", "a%20b", "-a", "a-"] {
            assert!(matches!(Slug::parse(text), Err(SlugError::Character { .. })), "{text}");
        }
    }

    #[test]
    fn a_section_may_not_be_a_route_word() {
        assert!(matches!(Slug::parse_section("post"), Err(SlugError::RouteWord(_))));
        assert!(Slug::parse_section("world").is_ok());
        assert!(Slug::parse("post").is_ok());
    }

    #[test]
    fn a_numbered_slug_stays_within_the_limit() {
        let long = Slug::parse(&"я".repeat(MAX_SLUG_CHARS)).unwrap();
        assert_eq!(long.numbered(12).as_str().chars().count(), MAX_SLUG_CHARS);
        assert_eq!(Slug::parse("a").unwrap().numbered(2).as_str(), "a-2");
    }
}

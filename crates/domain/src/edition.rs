//! The portal and its editions: one publication, several languages.

use std::str::FromStr as _;

use serde::{Deserialize, Serialize};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::moment::ZoneName;

/// First path segments of the portal that are no edition.
const RESERVED_CODES: [&str; 12] = [
    "api", "media", "static", "newsroom", "preview", "embed", "card", "counts", "beacon", "healthz",
    "readyz", "metrics",
];

/// An edition's code in the URL: 2 to 12 of `a–z`, `0–9` and `-`, starting with a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EditionCode(String);

/// Before the calendar in a tag that names one (Unicode locale extension, UTS #35).
const CALENDAR: &str = "-u-ca-";

/// A BCP 47 tag that names a language (`en-GB`, `ar`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocaleTag(String);

/// Which way an edition's lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Why an edition's words were refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum EditionError {
    /// Not of the form of a code.
    #[error("{0:?} is no edition code: 2 to 12 of a-z, 0-9 and -, a letter first")]
    Code(String),
    /// The portal's own addresses use it.
    #[error("{0:?} is a word of the portal's own addresses: choose another edition code")]
    ReservedCode(String),
    /// No BCP 47 tag with a language.
    #[error("{0:?} is no language tag: write a BCP 47 tag such as en-GB, hy or ar")]
    Locale(String),
}

impl EditionCode {
    /// Checks `text` as it stands.
    pub fn parse(text: &str) -> Result<Self, EditionError> {
        let form = (2..=12).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !text.ends_with('-')
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !form {
            return Err(EditionError::Code(text.chars().take(80).collect()));
        }
        if RESERVED_CODES.contains(&text) {
            return Err(EditionError::ReservedCode(text.to_owned()));
        }
        Ok(Self(text.to_owned()))
    }

    /// The code's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl LocaleTag {
    /// Parses and brings to canonical case (`EN-gb` becomes `en-GB`). Of BCP 47's extensions
    /// only the calendar is taken: `fa-u-ca-gregory` is Persian with Gregorian dates.
    pub fn parse(text: &str) -> Result<Self, EditionError> {
        let refused = || EditionError::Locale(text.chars().take(80).collect());
        let (language, calendar) = match text.split_once(CALENDAR) {
            Some((language, calendar)) => (language, Some(calendar)),
            None => (text, None),
        };
        let id = LanguageIdentifier::from_str(language).map_err(|_| refused())?;
        let is_calendar = |it: &str| {
            (3..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        match calendar {
            _ if id.language.is_empty() => Err(refused()),
            None => Ok(Self(id.to_string())),
            Some(calendar) if is_calendar(calendar) => Ok(Self(format!("{id}{CALENDAR}{calendar}"))),
            Some(_) => Err(refused()),
        }
    }

    /// The tag's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone (`en`).
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Which way its script runs.
    pub fn direction(&self) -> Direction {
        let tag = self.0.split_once(CALENDAR).map_or(self.0.as_str(), |(tag, _)| tag);
        match LanguageIdentifier::from_str(tag).map(|id| id.character_direction()) {
            Ok(CharacterDirection::RTL) => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }
}

impl Direction {
    /// The value of HTML's `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The whole publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portal {
    /// The paper's name.
    pub name: String,
    /// The zone in which times are shown and days begin.
    pub time_zone: ZoneName,
    /// Scheme, host and port of every absolute address, without a final slash.
    pub base_url: String,
    /// The accent colour as `#rrggbb`.
    pub accent: String,
    /// On what terms texts may be reused; an edition may have its own words.
    pub reuse_rule: String,
}

/// The portal in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its code in the URL.
    pub code: EditionCode,
    /// Its language.
    pub locale: LocaleTag,
    /// What the language switch calls it.
    pub label: String,
    /// The language of the label, where it is not the edition's own.
    pub label_locale: Option<LocaleTag>,
    /// Its own name of the paper; the portal's where it has none.
    pub name: Option<String>,
    /// One line under the name.
    pub tagline: Option<String>,
    /// Its own words of the reuse rule.
    pub reuse_rule: Option<String>,
    /// Whether readers may see it.
    pub open: bool,
    /// Its place in the switch.
    pub ordinal: i64,
}

impl Edition {
    /// A new edition: closed, with no words of its own, at the end of the switch.
    pub fn new(code: EditionCode, locale: LocaleTag, label: String) -> Self {
        Self {
            code,
            locale,
            label,
            label_locale: None,
            name: None,
            tagline: None,
            reuse_rule: None,
            open: false,
            ordinal: i64::MAX,
        }
    }
}

macro_rules! text_newtype {
    ($name:ident, $err:ty) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $err;

            fn try_from(text: String) -> Result<Self, $err> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(it: $name) -> Self {
                it.0
            }
        }
    };
}

text_newtype!(EditionCode, EditionError);
text_newtype!(LocaleTag, EditionError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_code_may_not_be_a_reserved_word() {
        assert!(EditionCode::parse("en").is_ok());
        assert!(matches!(EditionCode::parse("static"), Err(EditionError::ReservedCode(_))));
        for bad in ["", "e", "EN", "en-", "9a", "en/ru", "a23456789012x"] {
            assert!(matches!(EditionCode::parse(bad), Err(EditionError::Code(_))), "{bad}");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        for (tag, direction) in [
            ("en-GB", Direction::Ltr),
            ("ar", Direction::Rtl),
            ("he", Direction::Rtl),
            ("fa-IR", Direction::Rtl),
            ("hy", Direction::Ltr),
            ("az", Direction::Ltr),
            ("az-IR", Direction::Rtl),
            ("ms", Direction::Ltr),
            ("uz-Arab", Direction::Rtl),
        ] {
            assert_eq!(LocaleTag::parse(tag).unwrap().direction(), direction, "{tag}");
        }
    }

    #[test]
    fn a_locale_is_brought_to_canonical_case() {
        assert_eq!(LocaleTag::parse("EN-gb").unwrap().as_str(), "en-GB");
        assert!(LocaleTag::parse("not a tag").is_err());
        assert!(LocaleTag::parse("und").is_err());
    }

    #[test]
    fn a_locale_may_name_its_calendar_and_nothing_else() {
        let persian = LocaleTag::parse("FA-ir-u-ca-gregory").unwrap();
        assert_eq!((persian.as_str(), persian.language()), ("fa-IR-u-ca-gregory", "fa"));
        assert_eq!(persian.direction(), Direction::Rtl);
        for tag in ["fa-u-ca-", "fa-u-ca-<b>", "fa-u-nu-latn", "fa-u-ca-gregory-nu-latn", "-u-ca-gregory"] {
            assert!(LocaleTag::parse(tag).is_err(), "{tag}");
        }
    }
}

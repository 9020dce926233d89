//! Capitals, for kickers and labels that are set in them.

use std::borrow::Cow;

use domain::LocaleTag;
use icu::{casemap::CaseMapper, locale::LanguageIdentifier};

/// `text` in capitals by the rules of its language: Turkish and Azerbaijani i becomes İ.
/// Georgian and Armenian newspapers set no capitals there (and և has none), so their texts
/// stay as they are.
pub fn uppercase<'a>(text: &'a str, locale: &LocaleTag) -> Cow<'a, str> {
    if matches!(locale.language(), "ka" | "hy") {
        return Cow::Borrowed(text);
    }
    let language = locale.as_str().parse().unwrap_or(LanguageIdentifier::UNKNOWN);
    CaseMapper::new().uppercase_to_string(text, &language)
}

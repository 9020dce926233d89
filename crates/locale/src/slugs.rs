//! Slugs made of headlines and names, in Latin letters where there are tables for the script.

use domain::{LocaleTag, Slug, SlugError};
use icu::{casemap::CaseMapper, locale::LanguageIdentifier, normalizer::ComposingNormalizer};

use crate::latin::latin;

/// Longest slug that is made of a text, in characters; a longer one may be typed.
const MADE_CHARS: usize = 80;

/// A slug of `text`: lower case by the language's rules, Latin letters without accents for
/// Latin, Cyrillic, Armenian, Georgian, Arabic and Hebrew (other scripts keep theirs),
/// apostrophes dropped, all else that is no letter, digit or mark a single hyphen, cut
/// between words to 80 characters. The same text always makes the same slug.
///
/// # Errors
/// [`SlugError::Empty`] where the text has no letter or digit.
pub fn slug_of(text: &str, locale: &LocaleTag) -> Result<Slug, SlugError> {
    let language = locale.as_str().parse().unwrap_or(LanguageIdentifier::UNKNOWN);
    let composed = ComposingNormalizer::new_nfc().normalize(text);
    let lower = CaseMapper::new().lowercase_to_string(&composed, &language);
    let mut slug = String::new();
    for word in words(&lower).map(|word| latin(&word, locale.language())).filter(|it| !it.is_empty()) {
        let chars = slug.chars().count();
        if slug.is_empty() {
            slug.extend(word.chars().take(MADE_CHARS));
        } else if chars + 1 + word.chars().count() <= MADE_CHARS {
            slug.push('-');
            slug.push_str(&word);
        } else {
            break;
        }
    }
    Slug::parse(&slug)
}

/// The words of a text, each starting with a letter or digit that a slug may hold.
fn words(lower: &str) -> impl Iterator<Item = String> {
    let joined = without_inner_quotes(lower);
    let words: Vec<String> =
        joined.split(|c: char| !(is_kept(c) || is_dropped(c))).filter_map(first_letter_on).collect();
    words.into_iter()
}

fn first_letter_on(word: &str) -> Option<String> {
    let kept: String = word.chars().filter(|c| !is_dropped(*c)).collect();
    let word = kept.trim_start_matches(|c: char| !c.is_alphanumeric());
    (!word.is_empty()).then(|| word.to_owned())
}

/// Hebrew sets a quotation mark before the last letter of an abbreviation (ארה"ב): there
/// it divides nothing.
fn without_inner_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let inside =
            out.chars().next_back().is_some_and(is_hebrew) && rest.peek().copied().is_some_and(is_hebrew);
        if !(inside && matches!(c, '"' | '\u{201d}')) {
            out.push(c);
        }
    }
    out
}

fn is_hebrew(c: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&c)
}

/// Whether the slug's own rules take the character inside a word.
fn is_kept(c: char) -> bool {
    !matches!(c, '-' | '_' | '.') && Slug::parse(&format!("a{c}a")).is_ok()
}

/// Apostrophes, soft hyphens, Armenian's stress and question marks, Hebrew's geresh,
/// lengthening and bidi marks: they stand inside a word and divide nothing.
fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2019}' | '\u{02bc}' | '\u{559}' | '\u{55a}' | '\u{55b}' | '\u{55c}' | '\u{55e}' | '\u{5f3}' | '\u{5f4}'
            | '\u{ad}' | '\u{640}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
    )
}

//! Slugs made of headlines and names. Letters of any script stay what they are.

use domain::{LocaleTag, Slug, SlugError};
use icu::{casemap::CaseMapper, locale::LanguageIdentifier, normalizer::ComposingNormalizer};

/// Longest slug that is made of a text, in characters; a longer one may be typed.
const MADE_CHARS: usize = 80;

/// A slug of `text`: lower case by the language's rules (Turkish and Azerbaijani `I` is
/// `ı`), canonical composition, apostrophes dropped, all else that is no letter, digit
/// or mark a single hyphen, cut between words to 80 characters.
///
/// # Errors
/// [`SlugError::Empty`] where the text has no letter or digit.
pub fn slugify(text: &str, locale: &LocaleTag) -> Result<Slug, SlugError> {
    let language = locale.as_str().parse().unwrap_or(LanguageIdentifier::UNKNOWN);
    let composed = ComposingNormalizer::new_nfc().normalize(text);
    let lower = CaseMapper::new().lowercase_to_string(&composed, &language);
    let mut slug = String::new();
    for word in words(&lower) {
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
    lower.split(|c: char| !(is_kept(c) || is_dropped(c))).filter_map(|word| {
        let kept: String = word.chars().filter(|c| !is_dropped(*c)).collect();
        let word = kept.trim_start_matches(|c: char| !c.is_alphanumeric());
        (!word.is_empty()).then(|| word.to_owned())
    })
}

/// Whether the slug's own rules take the character inside a word.
fn is_kept(c: char) -> bool {
    !matches!(c, '-' | '_' | '.') && Slug::parse(&format!("a{c}a")).is_ok()
}

/// Apostrophes, soft hyphens, Arabic's and Hebrew's lengthening and bidi marks: they
/// stand inside a word and divide nothing.
fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2019}' | '\u{02bc}' | '\u{55a}' | '\u{ad}' | '\u{640}' | '\u{200e}' | '\u{200f}'
            | '\u{61c}' | '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
    )
}

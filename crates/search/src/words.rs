//! How a language's text becomes terms: words by ICU, folded, then brought to their stem.
//! Readers' queries and the index go the same way, so that both meet.
//!
//! Not here: the index itself, and what is done with terms.

mod endings;
mod fold;
mod stem;

use std::ops::Range;

use domain::LocaleTag;
use icu::segmenter::{WordSegmenter, options::WordBreakInvariantOptions};

/// Longest word in bytes that is looked at; what is longer is nothing that readers type.
const MAX_WORD: usize = 160;

/// How words of a language are brought to their stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speech {
    /// `en`
    English,
    /// `ru`
    Russian,
    /// `hy`
    Armenian,
    /// `az`
    Azerbaijani,
    /// `ar`
    Arabic,
    /// `ka`
    Georgian,
    /// `tr`
    Turkish,
    /// `he`
    Hebrew,
    /// `fa`
    Persian,
    /// Any other: folded, not stemmed.
    Other,
}

/// A term with the bytes of the text that it stands for. Alternatives of one word follow on
/// each other with the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where the word stands.
    pub at: Range<usize>,
    /// What it is found by.
    pub text: String,
}

impl Speech {
    /// The speech of an edition's locale.
    pub fn of(locale: &LocaleTag) -> Self {
        match locale.as_str().split('-').next().unwrap_or_default() {
            "en" => Self::English,
            "ru" => Self::Russian,
            "hy" => Self::Armenian,
            "az" => Self::Azerbaijani,
            "ar" => Self::Arabic,
            "ka" => Self::Georgian,
            "tr" => Self::Turkish,
            "he" => Self::Hebrew,
            "fa" => Self::Persian,
            _ => Self::Other,
        }
    }

    /// The terms of a text, in its order.
    pub fn terms(self, text: &str) -> impl Iterator<Item = Term> {
        words(text)
            .filter(move |(at, word)| !self.is_ending(text, at, word))
            .flat_map(move |(at, word)| self.terms_at(at, word))
    }

    /// Those of the terms of a text that may begin with one of `initials`, and perhaps more: most
    /// words need not be brought to their stem to tell that they are not what is looked for.
    pub(crate) fn terms_with(self, text: &str, initials: &[char]) -> impl Iterator<Item = Term> {
        words(text)
            .filter(move |(at, word)| self.may_begin_with(word, initials) && !self.is_ending(text, at, word))
            .flat_map(move |(at, word)| self.terms_at(at, word))
    }

    fn terms_at(self, at: Range<usize>, word: &str) -> impl Iterator<Item = Term> + use<> {
        let forms = stem::forms(self, &fold::fold(self, word));
        forms.into_iter().map(move |text| Term { at: at.clone(), text })
    }

    /// Where stems lose endings alone, a term begins as its word does.
    fn may_begin_with(self, word: &str, initials: &[char]) -> bool {
        if matches!(self, Self::Arabic | Self::Hebrew | Self::Persian) {
            return true;
        }
        let mut buffer = [0; 4];
        let first = word.chars().find_map(|c| {
            fold::fold(self, c.encode_utf8(&mut buffer)).chars().find(|c| !stem::is_trimmed(*c))
        });
        // A stem keeps the marks of some letters, in some languages.
        first.is_none_or(|first| {
            initials.contains(&first) || stem::plain(first.encode_utf8(&mut buffer)).starts_with(initials)
        })
    }

    /// Whether a word is the ending of what stands before its hyphen: ՀՀ-ում, ԱՄՆ-ի.
    fn is_ending(self, text: &str, at: &Range<usize>, word: &str) -> bool {
        self == Self::Armenian
            && endings::ARMENIAN_BEHIND_HYPHENS.contains(&word)
            && text.get(..at.start).is_some_and(|before| before.ends_with(['-', '֊', '–', '‑']))
    }
}

fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut from = 0;
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    segmenter.segment_str(text).iter_with_word_type().filter_map(move |(to, kind)| {
        let at = from..to;
        from = to;
        let word = text.get(at.clone())?;
        (kind.is_word_like() && word.len() <= MAX_WORD).then_some((at, word))
    })
}

#[cfg(test)]
mod tests;

//! The order of names and words in a language, as its dictionaries have it.

use std::{borrow::Cow, cmp::Ordering};

use domain::LocaleTag;
use icu::{
    collator::{Collator, CollatorBorrowed, options::CollatorOptions},
    locale::Locale,
};

/// A language's alphabetical order: build once per edition or list.
pub struct Alphabet(CollatorBorrowed<'static>);

impl Alphabet {
    /// The order of `locale`, CLDR's root order where the language has none of its own.
    /// `None` for a tag that ICU does not read.
    pub fn new(locale: &LocaleTag) -> Option<Self> {
        let locale = Locale::try_from_str(locale.as_str()).ok()?;
        Collator::try_new(locale.into(), CollatorOptions::default()).ok().map(Self)
    }

    /// Which of two comes first.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0.compare(&spelt_out(one), &spelt_out(other))
    }

    /// Bytes that sort as the text does: for a list that is compared often. Keys of two
    /// languages or two versions of the program are not comparable.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.0.write_sort_key_to(&spelt_out(text), &mut key);
        key
    }
}

impl std::fmt::Debug for Alphabet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Alphabet").field(&self.0.resolved_options()).finish()
    }
}

/// Armenian writes one word as և or եւ.
fn spelt_out(text: &str) -> Cow<'_, str> {
    if text.contains('և') { Cow::Owned(text.replace('և', "եւ")) } else { Cow::Borrowed(text) }
}

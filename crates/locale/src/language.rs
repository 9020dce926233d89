//! One edition's language: its messages, ready to be filled.

use std::{borrow::Cow, sync::Arc};

use domain::{Direction, LocaleTag};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use icu::{
    list::{
        ListFormatter,
        options::{ListFormatterOptions, ListLength},
    },
    locale::Locale,
    plurals::{PluralRules, PluralRulesOptions},
};
use unic_langid::LanguageIdentifier;

use crate::{digits, pseudo};

/// What a message is filled with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words: data of the edition, or a finished message or date.
    Text(&'a str),
    /// A count: chooses the plural form and is printed in the language's digits.
    /// A year or another number that is no count goes in as text.
    Number(i64),
}

/// Whether messages come out as they are or marked for law 6's test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marking {
    Plain,
    Marked,
}

/// Why a message could not be given.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum MessageError {
    /// The language lacks it. No other language's words are put in its place.
    #[error("there is no message {id} in {locale}: add it to the file of that language")]
    Missing {
        /// The message.
        id: String,
        /// The edition's locale.
        locale: String,
    },
    /// Its text asks for something that it was not given.
    #[error("the message {id} in {locale} was not filled: {detail}")]
    Unfilled {
        /// The message.
        id: String,
        /// The edition's locale.
        locale: String,
        /// What Fluent found missing.
        detail: String,
    },
}

/// The messages of one edition. Immutable, shared between threads.
pub struct Language {
    locale: LocaleTag,
    bundle: FluentBundle<Arc<FluentResource>>,
    pub(crate) lists: ListFormatter,
    marking: Marking,
}

impl Language {
    /// The later of two resources wins where both have a message. `None` for a locale
    /// that ICU does not read.
    pub(crate) fn new(
        locale: &LocaleTag,
        resources: impl Iterator<Item = Arc<FluentResource>>,
        marking: Marking,
    ) -> Option<Self> {
        let icu_locale = Locale::try_from_str(locale.as_str()).ok()?;
        let identifier: LanguageIdentifier = icu_locale.id.to_string().parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolates are characters that a copied headline would carry along; in HTML
        // `<bdi>` does their work.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(digits::format));
        if marking == Marking::Marked {
            bundle.set_transform(Some(pseudo::mark));
        }
        for resource in resources {
            bundle.add_resource_overriding(resource);
        }
        let rules = PluralRules::try_new((&icu_locale).into(), PluralRulesOptions::default()).ok()?;
        bundle.add_function(digits::PLURAL, move |positional, _| digits::plural(&rules, positional)).ok()?;
        bundle.add_function(digits::YEAR, |positional, _| digits::year(positional)).ok()?;
        let options = ListFormatterOptions::default().with_length(ListLength::Wide);
        let lists = ListFormatter::try_new_and(icu_locale.into(), options).ok()?;
        Some(Self { locale: locale.clone(), bundle, lists, marking })
    }

    /// The edition's locale, with its region.
    pub const fn locale(&self) -> &LocaleTag {
        &self.locale
    }

    /// Which way its lines run.
    pub fn direction(&self) -> Direction {
        self.locale.direction()
    }

    /// The message `id`, filled with `args`, as plain text: whoever puts it into HTML
    /// escapes it.
    ///
    /// # Errors
    /// [`MessageError::Missing`] and [`MessageError::Unfilled`]; never another
    /// language's text.
    pub fn text(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Result<String, MessageError> {
        let pattern = self
            .bundle
            .get_message(id)
            .and_then(|it| it.value())
            .ok_or_else(|| MessageError::Missing { id: id.to_owned(), locale: self.locale.to_string() })?;
        let filling: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, value_of(*arg))).collect();
        let mut faults: Vec<FluentError> = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&filling), &mut faults).into_owned();
        match faults.first() {
            None => Ok(text),
            Some(fault) => Err(MessageError::Unfilled {
                id: id.to_owned(),
                locale: self.locale.to_string(),
                detail: fault.to_string(),
            }),
        }
    }

    /// Whether this is the pseudo-locale's.
    pub(crate) fn is_marked(&self) -> bool {
        self.marking == Marking::Marked
    }

    /// Marks words that come from ICU and not from a message, as [`Language::text`] does
    /// with its own in the pseudo-locale.
    pub(crate) fn mark<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.marking {
            Marking::Plain => Cow::Borrowed(text),
            Marking::Marked => pseudo::mark(text),
        }
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Language").field("locale", &self.locale).finish_non_exhaustive()
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

fn value_of(arg: Arg<'_>) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => FluentValue::from(text),
        Arg::Number(number) => FluentValue::from(number),
    }
}

//! The registry of message files: what ships with the program and what a portal adds.
//! One language is one `.ftl` file under `messages/`, named after its language.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::LocaleTag;
use fluent_bundle::FluentResource;

use crate::{
    file::{FileError, MessageFile, Shape},
    language::{Language, Marking},
};

/// The language whose file says which messages there are and what they are given.
const REFERENCE: &str = "en";

/// Every language that ships, as (language, file).
const SHIPPED: [(&str, &str); 9] = [
    ("ar", include_str!("../messages/ar.ftl")),
    ("az", include_str!("../messages/az.ftl")),
    ("en", include_str!("../messages/en.ftl")),
    ("fa", include_str!("../messages/fa.ftl")),
    ("he", include_str!("../messages/he.ftl")),
    ("hy", include_str!("../messages/hy.ftl")),
    ("ka", include_str!("../messages/ka.ftl")),
    ("ru", include_str!("../messages/ru.ftl")),
    ("tr", include_str!("../messages/tr.ftl")),
];

/// All messages in all languages, immutable once built.
#[derive(Clone)]
pub struct Messages {
    languages: BTreeMap<String, Vec<Parsed>>,
    reference: Arc<Shape>,
    marking: Marking,
}

/// A checked file: its text for the bundles, its shape for the checks.
#[derive(Clone)]
struct Parsed {
    resource: Arc<FluentResource>,
    shape: Arc<Shape>,
}

impl Messages {
    /// The languages that ship with the program.
    ///
    /// # Errors
    /// None with the files as they ship; a test parses each.
    pub fn shipped() -> Result<Self, FileError> {
        Self::with(&[])
    }

    /// What ships, and `files` over it in their order. A file may re-word some messages
    /// of a shipped language or bring a language of its own.
    ///
    /// # Errors
    /// The first fault of a file: its syntax, an id that occurs twice or is not known,
    /// a placeable that the program does not fill, a plural form that is missing.
    pub fn with(files: &[MessageFile]) -> Result<Self, FileError> {
        let shipped =
            SHIPPED.map(|(language, text)| MessageFile::new(format!("{language}.ftl"), language, text));
        let mut registry =
            Self { languages: BTreeMap::new(), reference: Arc::default(), marking: Marking::Plain };
        for file in shipped.iter().filter(|it| it.locale == REFERENCE) {
            let (resource, shape) = file.parse()?;
            registry.reference = Arc::new(shape.clone());
            registry.add(file, resource, shape);
        }
        for file in shipped.iter().filter(|it| it.locale != REFERENCE).chain(files) {
            let (resource, shape) = file.parse()?;
            file.check_against(&shape, &registry.reference)?;
            registry.add(file, resource, shape);
        }
        Ok(registry)
    }

    /// The same languages with each message visibly marked (see [`crate::pseudo`]): what
    /// a page then shows unmarked is data of the edition or a foreign word (law 6).
    ///
    /// # Errors
    /// As [`Messages::shipped`].
    pub fn pseudo() -> Result<Self, FileError> {
        Ok(Self { marking: Marking::Marked, ..Self::shipped()? })
    }

    /// The messages of an edition's language, ready for use: build once per edition.
    ///
    /// `en-GB` is served by `en`, as a region shares its language's words; a tag with a
    /// script (`sr-Latn`) only by the same language in that script. `None` where no file
    /// has that language: another language's words are never lent.
    pub fn for_locale(&self, locale: &LocaleTag) -> Option<Language> {
        let parsed = self.files_of(locale)?;
        Language::new(locale, parsed.iter().map(|it| Arc::clone(&it.resource)), self.marking)
    }

    /// The ids that `locale` lacks: all of them where the language is not known at all.
    /// An edition may open to readers only when there are none.
    pub fn complete(&self, locale: &LocaleTag) -> Vec<String> {
        let known: BTreeSet<&str> =
            self.files_of(locale).into_iter().flatten().flat_map(|it| it.shape.ids()).collect();
        self.reference.ids().filter(|id| !known.contains(id)).map(str::to_owned).collect()
    }

    /// The languages there are files for, in order of their tags.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// Every message id, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.reference.ids()
    }

    fn add(&mut self, file: &MessageFile, resource: FluentResource, shape: Shape) {
        let parsed = Parsed { resource: Arc::new(resource), shape: Arc::new(shape) };
        self.languages.entry(file.locale.clone()).or_default().push(parsed);
    }

    fn files_of(&self, locale: &LocaleTag) -> Option<&Vec<Parsed>> {
        let script = locale.as_str().split('-').nth(1).filter(|part| part.len() == 4);
        let language = match script {
            Some(script) => format!("{}-{script}", locale.language()),
            None => locale.language().to_owned(),
        };
        self.languages.get(locale.as_str()).or_else(|| self.languages.get(&language))
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("languages", &self.languages.keys()).finish_non_exhaustive()
    }
}

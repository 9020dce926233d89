//! One message file: parsing, and the checks that keep a translation true to its
//! original. What a translator can get wrong is refused here, with the place.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey},
    parser::ParserError,
};
use icu::plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use crate::digits::{PLURAL, YEAR};

/// A message file as it was read: Fluent's syntax, version 1.0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageFile {
    /// What errors call it, for example its path.
    pub name: String,
    /// The language it holds, a BCP 47 tag (`hy`, `sr-Latn`).
    pub locale: String,
    /// Its text.
    pub text: String,
}

/// Why a message file was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum FileError {
    /// The tag names no language.
    #[error("{file}: {locale:?} is no language tag: name the file after its language, such as hy.ftl")]
    Locale {
        /// The file's name.
        file: String,
        /// What it was said to hold.
        locale: String,
    },
    /// Not Fluent.
    #[error("{file}, line {line}: {detail}")]
    Syntax {
        /// The file's name.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        detail: String,
    },
    /// One id, two messages: Fluent would take the first and say nothing.
    #[error("{file}: the message {id} occurs twice: delete one")]
    Twice {
        /// The file's name.
        file: String,
        /// The message.
        id: String,
    },
    /// An id that the program never asks for, most often a misspelt one.
    #[error("{file}: there is no message {id}: correct its name or delete it")]
    Unknown {
        /// The file's name.
        file: String,
        /// The message.
        id: String,
    },
    /// The message uses other placeables than the original.
    #[error("{file}: {id} must use the placeables [{expected}], it uses [{found}]")]
    Placeables {
        /// The file's name.
        file: String,
        /// The message.
        id: String,
        /// What the program fills, separated by spaces.
        expected: String,
        /// What the message uses.
        found: String,
    },
    /// Fluent's own plural table differs from CLDR's (Arabic 103), so it is not used.
    #[error("{file}: {id} chooses by the number itself: write PLURAL(${variable}) before the arrow")]
    BareNumber {
        /// The file's name.
        file: String,
        /// The message.
        id: String,
        /// The placeable that is a number.
        variable: String,
    },
    /// A message that needs another message, a term that is not there or a function that is
    /// none: the words are written out, so that no page can fail for want of them.
    #[error("{file}: {id} refers to {reference}: write its words out, or use PLURAL and YEAR alone")]
    Reference {
        /// The file's name.
        file: String,
        /// The message.
        id: String,
        /// What it refers to.
        reference: String,
    },
    /// A choice by number that does not name each plural form of the language.
    #[error("{file}: {id} lacks the plural form [{form}] of {locale}")]
    Plural {
        /// The file's name.
        file: String,
        /// The message.
        id: String,
        /// The CLDR category.
        form: String,
        /// The language.
        locale: String,
    },
}

/// What a file's messages look like from outside.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape(BTreeMap<String, Signature>);

/// The placeables of a message, and the plural forms of each choice in it.
#[derive(Clone, Debug, Default)]
struct Signature {
    variables: BTreeSet<String>,
    choices: Vec<BTreeSet<String>>,
    /// A number that is chosen by without [`PLURAL`].
    bare: Option<String>,
    /// Another message or a term that it is made of, or a function that does not exist.
    reference: Option<String>,
}

impl Shape {
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl MessageFile {
    /// A file of that name with that language's messages.
    pub fn new(name: impl Into<String>, locale: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), locale: locale.into(), text: text.into() }
    }

    /// Parses, and refuses what can be seen without the original.
    pub(crate) fn parse(&self) -> Result<(FluentResource, Shape), FileError> {
        let forms = self.plural_forms()?;
        let resource = FluentResource::try_new(self.text.clone())
            .map_err(|(_, faults)| self.syntax(faults.into_iter().next()))?;
        let mut shape = BTreeMap::new();
        for entry in resource.entries() {
            let (id, signature) = match entry {
                Entry::Message(it) => {
                    let mut signature = Signature::default();
                    if let Some(value) = &it.value {
                        signature.read(value);
                    }
                    (it.id.name, signature)
                }
                Entry::Junk { content } => {
                    return Err(self.syntax_at(self.text.find(content), "not a message".to_owned()));
                }
                _ => continue,
            };
            self.check_choices(id, &signature, &forms)?;
            if shape.insert(id.to_owned(), signature).is_some() {
                return Err(FileError::Twice { file: self.name.clone(), id: id.to_owned() });
            }
        }
        Ok((resource, Shape(shape)))
    }

    /// Refuses ids that the original lacks and placeables that differ from its.
    pub(crate) fn check_against(&self, shape: &Shape, original: &Shape) -> Result<(), FileError> {
        for (id, signature) in &shape.0 {
            let file = self.name.clone();
            let Some(expected) = original.0.get(id) else {
                return Err(FileError::Unknown { file, id: id.clone() });
            };
            if expected.variables != signature.variables {
                let list = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(" ");
                return Err(FileError::Placeables {
                    file,
                    id: id.clone(),
                    expected: list(&expected.variables),
                    found: list(&signature.variables),
                });
            }
        }
        Ok(())
    }

    fn check_choices(&self, id: &str, signature: &Signature, forms: &[&str]) -> Result<(), FileError> {
        if let Some(reference) = &signature.reference {
            let (file, reference) = (self.name.clone(), reference.clone());
            return Err(FileError::Reference { file, id: id.to_owned(), reference });
        }
        if let Some(variable) = &signature.bare {
            let (file, variable) = (self.name.clone(), variable.clone());
            return Err(FileError::BareNumber { file, id: id.to_owned(), variable });
        }
        for named in &signature.choices {
            if let Some(form) = forms.iter().find(|form| !named.contains(**form)) {
                return Err(FileError::Plural {
                    file: self.name.clone(),
                    id: id.to_owned(),
                    form: (*form).to_owned(),
                    locale: self.locale.clone(),
                });
            }
        }
        Ok(())
    }

    fn plural_forms(&self) -> Result<Vec<&'static str>, FileError> {
        let no_locale = || FileError::Locale { file: self.name.clone(), locale: self.locale.clone() };
        let locale = icu::locale::Locale::try_from_str(&self.locale).map_err(|_| no_locale())?;
        if locale.id.language.is_unknown() {
            return Err(no_locale());
        }
        let rules =
            PluralRules::try_new(locale.into(), PluralRulesOptions::default()).map_err(|_| no_locale())?;
        Ok(rules.categories().map(category_name).collect())
    }

    fn syntax(&self, fault: Option<ParserError>) -> FileError {
        match fault {
            Some(it) => self.syntax_at(Some(it.pos.start), it.kind.to_string()),
            None => self.syntax_at(None, "not a message file".to_owned()),
        }
    }

    fn syntax_at(&self, byte: Option<usize>, detail: String) -> FileError {
        let before = self.text.bytes().take(byte.unwrap_or(0));
        let line = 1 + before.filter(|byte| *byte == b'\n').count();
        FileError::Syntax { file: self.name.clone(), line, detail }
    }
}

impl Signature {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                self.read_choice(selector, variants);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_choice(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        let names: BTreeSet<String> = variants
            .iter()
            .map(|variant| match &variant.key {
                VariantKey::Identifier { name } => (*name).to_owned(),
                VariantKey::NumberLiteral { value } => (*value).to_owned(),
            })
            .collect();
        match selector {
            InlineExpression::FunctionReference { id, .. } if id.name == PLURAL => self.choices.push(names),
            InlineExpression::VariableReference { id } if names.iter().any(|it| is_number_key(it)) => {
                self.bare = Some(id.name.to_owned());
            }
            _ => {}
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { id, arguments } => {
                if ![PLURAL, YEAR].contains(&id.name) {
                    self.reference = Some(id.name.to_owned());
                }
                for argument in &arguments.positional {
                    self.read_inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.reference = Some(id.name.to_owned());
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// Whether a choice with this key means a number.
fn is_number_key(key: &str) -> bool {
    matches!(key, "zero" | "one" | "two" | "few" | "many") || key.parse::<f64>().is_ok()
}

/// CLDR's plural category as message files write it.
pub(crate) fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

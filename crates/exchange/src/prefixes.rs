//! Prefixes of XML's namespaces, as they are declared where a reader stands. Which address is whose is
//! told by each format.

use std::borrow::Cow;

use quick_xml::events::attributes::Attributes;

/// What the prefixes mean where we stand. One that is declared nowhere means what it usually does.
#[derive(Debug)]
pub(crate) struct Prefixes<S> {
    usual: fn(&str) -> S,
    /// How many can mean something of their own at once.
    most: usize,
    declared: Vec<(String, S)>,
}

impl<S: Copy + PartialEq> Prefixes<S> {
    pub(crate) const fn new(usual: fn(&str) -> S, most: usize) -> Self {
        Self { usual, most, declared: Vec::new() }
    }

    /// `prefix` means `space` from here on.
    pub(crate) fn declare(&mut self, prefix: &str, space: S) {
        if self.meaning(prefix) != space && self.declared.len() < self.most {
            self.declared.push((prefix.to_owned(), space));
        }
    }

    /// To be given to [`Prefixes::leave`] at the end of an element.
    pub(crate) fn enter(&self) -> usize {
        self.declared.len()
    }

    /// Forgets what was declared since.
    pub(crate) fn leave(&mut self, mark: usize) {
        self.declared.truncate(mark);
    }

    pub(crate) fn meaning(&self, prefix: &str) -> S {
        let declared = self.declared.iter().rev().find(|(p, _)| p == prefix);
        declared.map_or_else(|| (self.usual)(prefix), |(_, space)| *space)
    }
}

/// What a tag declares: prefixes, the empty one for elements without any, and their addresses.
pub(crate) fn declarations(tag: &str) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    let mut attributes = Attributes::html(tag, 1);
    attributes.with_checks(false);
    attributes.flatten().filter_map(|attribute| {
        let key = attribute.key.into_inner();
        let prefix = key.strip_prefix("xmlns:").or((key == "xmlns").then_some(""))?;
        Some((prefix, attribute.value))
    })
}

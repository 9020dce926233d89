//! The tree of sections: departments with one slug in all editions and a name per edition.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{edition::EditionCode, id::SectionId, slug::Slug};

/// Deepest nesting of sections; a root has depth 1.
pub const MAX_SECTION_DEPTH: usize = 8;

/// A section's words in one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionWords {
    /// Its name there.
    pub name: String,
    /// One line that says what it is about.
    pub tagline: Option<String>,
}

/// A department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// The section it belongs to, none for a root.
    pub parent: Option<SectionId>,
    /// Its slug, the same in all editions.
    pub slug: Slug,
    /// Its place among its sisters.
    pub ordinal: i64,
    /// Its words per edition; an edition without one does not list it.
    pub words: BTreeMap<EditionCode, SectionWords>,
}

/// Why a change of the tree was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SectionError {
    /// No such section.
    #[error("there is no section {0}")]
    Unknown(SectionId),
    /// It would become its own ancestor.
    #[error("section {0} cannot be moved under itself or one of its own subsections")]
    Cycle(SectionId),
    /// It would be nested too deeply.
    #[error(
        "sections may be nested {MAX_SECTION_DEPTH} deep, not deeper: choose a parent nearer to the root"
    )]
    TooDeep,
}

/// All sections of the portal, in the order of their ordinals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionTree {
    sections: Vec<Section>,
}

impl SectionTree {
    /// From rows in any order. A parent that is missing makes a root.
    pub fn new(mut sections: Vec<Section>) -> Self {
        sections.sort_by(|a, b| (a.ordinal, &a.slug).cmp(&(b.ordinal, &b.slug)));
        Self { sections }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter()
    }

    /// The section with this id.
    pub fn get(&self, id: SectionId) -> Option<&Section> {
        self.sections.iter().find(|s| s.id == id)
    }

    /// The section with this slug.
    pub fn by_slug(&self, slug: &str) -> Option<&Section> {
        self.sections.iter().find(|s| s.slug.as_str() == slug)
    }

    /// The direct subsections of `parent`, or the roots.
    pub fn children(&self, parent: Option<SectionId>) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |s| s.parent == parent)
    }

    /// The section and its ancestors, itself first; empty when there is no such section.
    pub fn lineage(&self, id: SectionId) -> Vec<SectionId> {
        let mut path = Vec::new();
        let mut next = self.get(id);
        while let Some(section) = next {
            if path.contains(&section.id) || path.len() > MAX_SECTION_DEPTH {
                break;
            }
            path.push(section.id);
            next = section.parent.and_then(|p| self.get(p));
        }
        path
    }

    /// Every section in whose list an article of `sections` stands: those and their ancestors, each once.
    pub fn lists_of(&self, sections: &[SectionId]) -> Vec<SectionId> {
        let mut lists: Vec<_> = sections.iter().flat_map(|&s| self.lineage(s)).collect();
        lists.sort_unstable();
        lists.dedup();
        lists
    }

    /// The tree after `id` was put under `parent`.
    pub fn moved(&self, id: SectionId, parent: Option<SectionId>) -> Result<Self, SectionError> {
        self.get(id).ok_or(SectionError::Unknown(id))?;
        if let Some(parent) = parent {
            self.get(parent).ok_or(SectionError::Unknown(parent))?;
            if self.lineage(parent).contains(&id) {
                return Err(SectionError::Cycle(id));
            }
        }
        let mut sections = self.sections.clone();
        for section in sections.iter_mut().filter(|s| s.id == id) {
            section.parent = parent;
        }
        let tree = Self { sections };
        let too_deep = tree.sections.iter().any(|s| tree.lineage(s.id).len() > MAX_SECTION_DEPTH);
        if too_deep { Err(SectionError::TooDeep) } else { Ok(tree) }
    }

    /// The sections whose lists change when `id` goes under `parent`: its old and its
    /// new ancestors, without those that are both.
    pub fn lists_changed_by_move(&self, id: SectionId, parent: Option<SectionId>) -> Vec<SectionId> {
        let above = |from: Option<SectionId>| from.map(|p| self.lineage(p)).unwrap_or_default();
        let old = above(self.get(id).and_then(|s| s.parent));
        let new = above(parent);
        let mut changed: Vec<_> = old.iter().filter(|s| !new.contains(s)).copied().collect();
        changed.extend(new.iter().filter(|s| !old.contains(s)));
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> SectionId {
        SectionId::new(Uuid::from_u128(n))
    }

    fn tree(pairs: &[(u128, Option<u128>)]) -> SectionTree {
        let section = |&(n, parent): &(u128, Option<u128>)| Section {
            id: id(n),
            parent: parent.map(id),
            slug: Slug::parse(&format!("s{n}")).unwrap(),
            ordinal: 0,
            words: BTreeMap::new(),
        };
        SectionTree::new(pairs.iter().map(section).collect())
    }

    #[test]
    fn an_article_stands_in_the_lists_of_its_sections_and_their_ancestors() {
        let tree = tree(&[(1, None), (2, Some(1)), (3, Some(2)), (4, None)]);
        assert_eq!(tree.lists_of(&[id(3), id(4)]), vec![id(1), id(2), id(3), id(4)]);
    }

    #[test]
    fn a_section_cannot_be_moved_under_its_own_subsection() {
        let tree = tree(&[(1, None), (2, Some(1)), (3, Some(2))]);
        assert_eq!(tree.moved(id(1), Some(id(3))), Err(SectionError::Cycle(id(1))));
        assert_eq!(tree.moved(id(1), Some(id(1))), Err(SectionError::Cycle(id(1))));
    }

    #[test]
    fn nesting_has_a_limit() {
        let chain: Vec<_> = (1..=8).map(|n| (n, (n > 1).then(|| n - 1))).chain([(9, None)]).collect();
        assert_eq!(tree(&chain).moved(id(9), Some(id(8))), Err(SectionError::TooDeep));
        assert!(tree(&chain).moved(id(9), Some(id(7))).is_ok());
    }

    #[test]
    fn a_move_changes_the_lists_above_and_no_other() {
        let tree = tree(&[(1, None), (2, Some(1)), (3, Some(1)), (4, Some(2))]);
        assert_eq!(tree.lists_changed_by_move(id(4), Some(id(3))), vec![id(2), id(3)]);
    }
}

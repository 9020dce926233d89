//! Sections, topics and persons of a portion.

use std::collections::BTreeMap;

use domain::{
    Edition, EditionCode, OriginalName, Person, PersonId, Section, SectionId, SectionWords, Slug, Tag, Topic,
    TopicId, TopicWords,
};
use store::{AddressChange, AddressSpace, Changes, Event, FrameChange, Origin};
use uuid::Uuid;

use super::{
    ArchivedTerm, Portion,
    seen::{AUTHOR, CATEGORY, PortionSeen, TAG},
};
use crate::{
    desk::Context,
    error::{Refusal, Result},
};

/// Makes what is not here yet, and tells how many sections, topics and persons that were.
pub(crate) fn decide(
    portion: &Portion,
    seen: &mut PortionSeen,
    cx: &Context<'_>,
    changes: &mut Changes,
) -> Result<[usize; 3]> {
    let edition = cx
        .frame
        .edition(portion.edition.as_str())
        .ok_or_else(|| Refusal::Unknown(format!("edition {}", portion.edition)))?;
    let before = cx.frame.sections.iter().map(|s| s.ordinal).max().unwrap_or_default();
    for (term, ordinal) in portion.categories.iter().zip(before + 1..) {
        if seen.ours(CATEGORY, &term.foreign_id).is_none()
            && let Some(here) = cx.frame.sections.by_slug(term.slug.as_str())
        {
            join(here, term, edition, portion, seen, changes);
        } else if let Some((id, slug)) = enter(CATEGORY, term, portion, seen, cx, changes) {
            let parent = term.parent.as_deref().and_then(|p| seen.ours(CATEGORY, p)).map(SectionId::new);
            changes.addresses.push(claim(AddressSpace::Section, None, &slug, id));
            changes.frame.push(FrameChange::Section(section(id, parent, slug, ordinal, term, edition)));
        }
    }
    for term in &portion.tags {
        if let Some((id, slug)) = enter(TAG, term, portion, seen, cx, changes) {
            changes.addresses.push(claim(AddressSpace::Topic, Some(&edition.code), &slug, id));
            let words =
                BTreeMap::from([(edition.code.clone(), TopicWords { name: term.name.clone(), slug })]);
            changes.topics.push(Topic { id: TopicId::new(id), words });
        }
    }
    for term in &portion.authors {
        if let Some((id, slug)) = enter(AUTHOR, term, portion, seen, cx, changes) {
            changes.addresses.push(claim(AddressSpace::Person, None, &slug, id));
            let original = OriginalName { text: term.name.clone(), locale: edition.locale.clone() };
            let names = BTreeMap::from([(edition.code.clone(), term.name.clone())]);
            changes.persons.push(Person {
                id: PersonId::new(id),
                slug,
                original,
                names,
                profiles: BTreeMap::new(),
                portrait: None,
            });
        }
    }
    if !changes.frame.is_empty() {
        changes.events.push(Event::new("archive.sections", vec![Tag::Portal]));
    }
    Ok([changes.frame.len(), changes.topics.len(), changes.persons.len()])
}

/// A category whose slug is a section's is that section; it gets a name in the edition
/// where it has none.
fn join(
    here: &Section,
    term: &ArchivedTerm,
    edition: &Edition,
    portion: &Portion,
    seen: &mut PortionSeen,
    changes: &mut Changes,
) {
    remember(CATEGORY, term, here.id.uuid(), portion, seen, changes);
    if !here.words.contains_key(&edition.code) {
        let mut section = here.clone();
        let words = SectionWords { name: term.name.clone(), tagline: term.tagline.clone() };
        section.words.insert(edition.code.clone(), words);
        changes.frame.push(FrameChange::Section(section));
    }
}

/// Keeps where a thing came from, for this portion and for later ones.
fn remember(
    kind: &'static str,
    term: &ArchivedTerm,
    ours: Uuid,
    portion: &Portion,
    seen: &mut PortionSeen,
    changes: &mut Changes,
) {
    let origin = Origin {
        archive: portion.archive.clone(),
        kind: kind.to_owned(),
        foreign_id: term.foreign_id.clone(),
        ours,
        revision: None,
        digest: String::new(),
    };
    seen.origins.insert((kind, term.foreign_id.clone()), origin.clone());
    changes.origins.push(origin);
}

/// A new id and its origin for a term that is not here yet.
fn enter(
    kind: &'static str,
    term: &ArchivedTerm,
    portion: &Portion,
    seen: &mut PortionSeen,
    cx: &Context<'_>,
    changes: &mut Changes,
) -> Option<(Uuid, Slug)> {
    if seen.ours(kind, &term.foreign_id).is_some() {
        return None;
    }
    let slug = seen.term_slugs.get(&(kind, term.foreign_id.clone()))?.clone();
    let id = cx.world.uuid();
    remember(kind, term, id, portion, seen, changes);
    Some((id, slug))
}

fn claim(space: AddressSpace, edition: Option<&EditionCode>, slug: &Slug, target: Uuid) -> AddressChange {
    AddressChange::Claim {
        space,
        edition: edition.cloned(),
        slug: slug.clone(),
        target,
        public: true,
        first: true,
    }
}

fn section(
    id: Uuid,
    parent: Option<SectionId>,
    slug: Slug,
    ordinal: i64,
    term: &ArchivedTerm,
    edition: &Edition,
) -> Section {
    let words = SectionWords { name: term.name.clone(), tagline: term.tagline.clone() };
    Section {
        id: SectionId::new(id),
        parent,
        slug,
        ordinal,
        words: BTreeMap::from([(edition.code.clone(), words)]),
    }
}

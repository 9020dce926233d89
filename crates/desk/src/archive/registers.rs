//! Sections, topics and persons of a portion.

use std::collections::BTreeMap;

use domain::{
    Edition, EditionCode, OriginalName, Person, PersonId, Profile, Section, SectionId, SectionWords, Slug,
    Tag, Topic, TopicId, TopicWords,
};
use store::{AddressChange, AddressSpace, Changes, Event, FrameChange, Origin, RedirectTo};
use uuid::Uuid;

use super::{
    ArchivedTerm, Portion, lead,
    seen::{AUTHOR, CATEGORY, PortionSeen, TAG, group_kind},
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
    let mut made = [0, 0, 0];
    for (term, ordinal) in portion.categories.iter().zip(before + 1..) {
        made[0] += usize::from(category(term, ordinal, edition, portion, seen, cx, changes));
    }
    for term in &portion.tags {
        made[1] += usize::from(tag(term, edition, portion, seen, cx, changes));
    }
    for term in &portion.authors {
        if let Some((id, slug)) = enter(AUTHOR, term, portion, seen, cx, changes) {
            changes.addresses.push(claim(AddressSpace::Person, None, &slug, id));
            let original = OriginalName { text: term.name.clone(), locale: edition.locale.clone() };
            let names = BTreeMap::from([(edition.code.clone(), term.name.clone())]);
            let about = term.tagline.clone().map(|about| Profile { role: None, about: Some(about) });
            changes.persons.push(Person {
                id: PersonId::new(id),
                slug,
                original,
                names,
                profiles: about.map(|about| (edition.code.clone(), about)).into_iter().collect(),
                portrait: None,
            });
            lead(&term.addresses, &RedirectTo::Person(edition.code.clone(), PersonId::new(id)), changes);
            made[2] += 1;
        }
    }
    if !changes.frame.is_empty() {
        changes.events.push(Event::new("archive.sections", vec![Tag::Portal]));
    }
    Ok(made)
}

/// A category is the section that it was before, that its group is, or that has its slug; it gives that
/// its words in the edition where there are none. Else it is made one. Tells whether it was.
fn category(
    term: &ArchivedTerm,
    ordinal: i64,
    edition: &Edition,
    portion: &Portion,
    seen: &mut PortionSeen,
    cx: &Context<'_>,
    changes: &mut Changes,
) -> bool {
    let by_slug = || cx.frame.sections.by_slug(term.slug.as_str()).map(|section| section.id.uuid());
    let slug = seen.term_slugs.get(&(CATEGORY, term.foreign_id.clone())).cloned();
    let known = seen.known(CATEGORY, term).or_else(by_slug);
    let is_new = seen.ours(CATEGORY, &term.foreign_id).is_none();
    remember_all(CATEGORY, term, known, portion, seen, changes);
    let Some(id) = known.map(SectionId::new) else {
        let Some(slug) = slug else { return false };
        let id = cx.world.uuid();
        remember_all(CATEGORY, term, Some(id), portion, seen, changes);
        // A category above itself is nobody's child.
        let above = term.parent.as_deref().and_then(|p| seen.ours(CATEGORY, p)).filter(|above| *above != id);
        let parent = above.map(SectionId::new);
        changes.addresses.push(claim(AddressSpace::Section, None, &slug, id));
        changes.frame.push(FrameChange::Section(section(id, parent, slug, ordinal, term, edition)));
        lead(&term.addresses, &RedirectTo::Section(edition.code.clone(), SectionId::new(id)), changes);
        return true;
    };
    let is_named = cx.frame.sections.get(id).is_some_and(|s| s.words.contains_key(&edition.code));
    if is_new || !is_named {
        lead(&term.addresses, &RedirectTo::Section(edition.code.clone(), id), changes);
    }
    let pending = changes.frame.iter_mut().find_map(|change| match change {
        FrameChange::Section(section) if section.id == id => Some(section),
        _ => None,
    });
    let words = SectionWords { name: term.name.clone(), tagline: term.tagline.clone() };
    let here = match pending {
        Some(section) => {
            section.words.entry(edition.code.clone()).or_insert(words);
            section.clone()
        }
        None => {
            let Some(mut section) = cx.frame.sections.get(id).cloned() else { return false };
            if !section.words.contains_key(&edition.code) {
                section.words.insert(edition.code.clone(), words);
                changes.frame.push(FrameChange::Section(section.clone()));
            }
            section
        }
    };
    // Only a translation's own slug leads on; a slug that had to be numbered was never anybody's.
    if let Some(slug) = slug.filter(|slug| *slug == term.slug && *slug != here.slug) {
        let former =
            AddressChange::Former { space: AddressSpace::Section, edition: None, slug, target: id.uuid() };
        changes.addresses.push(former);
    }
    false
}

/// A tag is the topic that it was before, or that its group is; it gives that its words in the edition
/// where there are none. Else it is made one. Tells whether it was.
fn tag(
    term: &ArchivedTerm,
    edition: &Edition,
    portion: &Portion,
    seen: &mut PortionSeen,
    cx: &Context<'_>,
    changes: &mut Changes,
) -> bool {
    let slug = seen.term_slugs.get(&(TAG, term.foreign_id.clone())).cloned();
    let known = seen.known(TAG, term);
    let id = TopicId::new(known.unwrap_or_else(|| cx.world.uuid()));
    remember_all(TAG, term, Some(id.uuid()), portion, seen, changes);
    if slug.is_some() {
        lead(&term.addresses, &RedirectTo::Topic(edition.code.clone(), id), changes);
    }
    let Some(slug) = slug else { return false };
    let pending = changes.topics.iter().position(|topic| topic.id == id);
    let mut topic = match pending {
        Some(at) => changes.topics.swap_remove(at),
        None => seen.topics.get(&id).cloned().unwrap_or_else(|| Topic { id, words: BTreeMap::new() }),
    };
    if !topic.words.contains_key(&edition.code) {
        changes.addresses.push(claim(AddressSpace::Topic, Some(&edition.code), &slug, id.uuid()));
        let words = TopicWords { name: term.name.clone(), slug };
        topic.words.insert(edition.code.clone(), words);
        changes.topics.push(topic);
    } else if pending.is_some() {
        changes.topics.push(topic);
    }
    known.is_none()
}

/// Keeps where a term and its group came from, if it is known what they are here.
fn remember_all(
    kind: &'static str,
    term: &ArchivedTerm,
    ours: Option<Uuid>,
    portion: &Portion,
    seen: &mut PortionSeen,
    changes: &mut Changes,
) {
    let Some(ours) = ours else { return };
    let own = std::iter::once((kind, &term.foreign_id));
    let group = group_kind(kind).zip(term.group.as_ref());
    for (kind, foreign_id) in own.chain(group) {
        if seen.ours(kind, foreign_id).is_none() {
            remember(kind, foreign_id, ours, portion, seen, changes);
        }
    }
}

/// Keeps where a thing came from, for this portion and for later ones.
fn remember(
    kind: &'static str,
    foreign_id: &str,
    ours: Uuid,
    portion: &Portion,
    seen: &mut PortionSeen,
    changes: &mut Changes,
) {
    let origin = Origin {
        archive: portion.archive.clone(),
        kind: kind.to_owned(),
        foreign_id: foreign_id.to_owned(),
        ours,
        revision: None,
        digest: String::new(),
    };
    seen.origins.insert((kind, foreign_id.to_owned()), origin.clone());
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
    remember(kind, &term.foreign_id, id, portion, seen, changes);
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

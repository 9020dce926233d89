//! What readers' lists, cards and pages need when a branch's publication changes:
//! rows that leave, rows that enter, the card, the agenda, and the tags that fall.

use domain::{Actor, Branch, BranchId, CreditRole, Moment, Space, Tag};
use store::{
    AddressChange, AddressSpace, AgendaChange, AgendaKind, BranchState, Card, Changes, Content, Event, Frame,
    ListKey, ListName, ListingRow,
};

/// Characters of a body's beginning that a card shows where there is no standfirst.
const EXCERPT_CHARS: usize = 220;

/// The card of a text.
pub(crate) fn card_of(content: &Content) -> Card {
    let standfirst = content.standfirst.clone().or_else(|| {
        let excerpt = document::excerpt(&content.body, EXCERPT_CHARS);
        (!excerpt.is_empty()).then_some(excerpt)
    });
    let mut sources = Vec::new();
    for citation in &content.citations {
        if !sources.contains(&citation.source) {
            sources.push(citation.source);
        }
    }
    Card {
        kind: content.kind,
        kicker: content.kicker.clone(),
        headline: content.headlines.slot().to_owned(),
        standfirst,
        sections: content.sections.clone(),
        topics: content.topics.clone(),
        persons: content.credits.iter().filter(|c| c.role == CreditRole::Author).map(|c| c.person).collect(),
        picture: content.lead_picture,
        sources,
        length: i64::try_from(words_of(&content.body)).ok(),
    }
}

/// The words of a body: for how long it takes to read.
fn words_of(body: &document::Document) -> usize {
    document::plain_text(body).iter().map(|run| locale::count_words(&run.text)).sum()
}

/// The rows by which a live branch stands in lists; none for a standing page.
pub(crate) fn rows_of(branch: &Branch, card: &Card, frame: &Frame) -> Vec<ListingRow> {
    let Some(moment) = branch.first_published else { return Vec::new() };
    if branch.live_revision().is_none() || branch.space == Space::Page {
        return Vec::new();
    }
    let row = |key, building| ListingRow {
        list: ListName { edition: branch.edition.clone(), key },
        building,
        moment,
        branch: branch.id,
        live_until: branch.expires,
    };
    let mut rows = vec![row(ListKey::Edition, false)];
    rows.extend(frame.section_lists(&card.sections).into_iter().map(|(s, b)| row(ListKey::Section(s), b)));
    rows.extend(card.topics.iter().map(|t| row(ListKey::Topic(*t), false)));
    rows.extend(card.persons.iter().map(|p| row(ListKey::Person(*p), false)));
    rows.extend(card.sources.iter().map(|s| row(ListKey::Source(*s), false)));
    rows.sort_by(|a, b| (&a.list, a.building).cmp(&(&b.list, b.building)));
    rows.dedup();
    rows
}

/// A branch before and after a decision.
pub(crate) struct Turn<'a> {
    /// Before, none for a new one.
    pub(crate) before: Option<&'a Branch>,
    /// The card before.
    pub(crate) card_before: Option<&'a Card>,
    /// After.
    pub(crate) after: &'a BranchState,
    /// The card after; none where it is not live.
    pub(crate) card_after: Option<Card>,
    /// For whom moments to come are kept, where nobody scheduled them.
    pub(crate) by: &'a Actor,
}

/// Everything that follows from a turn, as changes with one event called `name`.
pub(crate) fn turn(turn: Turn<'_>, frame: &Frame, name: &str) -> Changes {
    let after = &turn.after.branch;
    let old = match (turn.before, turn.card_before) {
        (Some(branch), Some(card)) => rows_of(branch, card, frame),
        _ => Vec::new(),
    };
    let new = turn.card_after.as_ref().map(|card| rows_of(after, card, frame)).unwrap_or_default();
    let mut changes = Changes {
        unlisted: old.iter().filter(|row| !new.contains(row)).cloned().collect(),
        listed: new.iter().filter(|row| !old.contains(row)).cloned().collect(),
        branches: vec![turn.after.clone()],
        ..Changes::default()
    };
    let was_live = turn.before.is_some_and(|b| b.live_revision().is_some());
    let is_live = after.live_revision().is_some();
    if was_live || is_live {
        changes.cards.push((after.id, turn.card_after.clone()));
    }
    if is_live && !turn.before.is_some_and(Branch::was_public) {
        changes.addresses.push(AddressChange::Publish(after.id.uuid()));
    }
    changes.agenda = agenda(turn.before, turn.after, turn.by);
    let mut tags = tags_of(turn.before, after);
    if was_live != is_live || old != new || turn.card_before != turn.card_after.as_ref() {
        tags.extend(old.iter().chain(&new).filter(|row| !row.building).map(|row| list_tag(&row.list)));
    }
    // A standing page is in no list, but the edition's sitemap names it.
    if after.space == Space::Page && (was_live || is_live) {
        tags.push(Tag::EditionList(after.edition.clone()));
    }
    // The corrections log names a corrected article while it is live.
    if after.updated.is_some() && (was_live || is_live) {
        tags.push(Tag::Corrections(after.edition.clone()));
    }
    tags.sort_unstable();
    tags.dedup();
    changes.events.push(Event::of(name, after.id, tags));
    changes
}

/// The tag of a list's head.
pub(crate) fn list_tag(list: &ListName) -> Tag {
    let edition = list.edition.clone();
    match list.key {
        ListKey::Edition => Tag::EditionList(edition),
        ListKey::Section(id) => Tag::SectionList(edition, id),
        ListKey::Topic(id) => Tag::TopicList(edition, id),
        ListKey::Person(id) => Tag::PersonList(edition, id),
        ListKey::Source(id) => Tag::SourceList(edition, id),
    }
}

/// The answers at addresses of topics, persons and sources that are claimed: until now they
/// said that nothing is there. An address that lies in no edition is answered in each.
pub(crate) fn claimed_paths(addresses: &[AddressChange], frame: &Frame) -> Vec<Tag> {
    let mut tags = Vec::new();
    for address in addresses {
        let AddressChange::Claim { space, edition, slug, .. } = address else { continue };
        let word = match space {
            AddressSpace::Topic => "topic",
            AddressSpace::Person => "author",
            AddressSpace::Source => "source",
            AddressSpace::Post | AddressSpace::Page | AddressSpace::Section => continue,
        };
        let editions = frame.editions.iter().map(|e| &e.code);
        let editions = editions.filter(|code| edition.as_ref().is_none_or(|of| of == *code));
        tags.extend(editions.map(|code| Tag::Path(format!("/{code}/{word}/{slug}"))));
    }
    tags
}

/// The answer at a branch's address.
pub(crate) fn path_tag(branch: &Branch) -> Tag {
    Tag::Path(format!("/{}/{}/{}", branch.edition, branch.space.as_str(), branch.slug))
}

fn tags_of(before: Option<&Branch>, after: &Branch) -> Vec<Tag> {
    let mut tags = vec![Tag::Branch(after.id)];
    let public = |branch: &Branch| branch.was_public();
    if public(after) || before.is_some_and(public) {
        tags.push(path_tag(after));
        tags.push(Tag::Story(after.story));
    }
    tags
}

fn agenda(before: Option<&Branch>, after: &BranchState, by: &Actor) -> Vec<AgendaChange> {
    let branch = &after.branch;
    let expiry = |b: &Branch| b.live_revision().and(b.expires);
    let mut changes = Vec::new();
    if before.and_then(Branch::due_at) != branch.due_at() {
        let scheduled_by = after.due_by.as_ref().unwrap_or(by);
        changes.push(row(AgendaKind::Publish, branch.id, branch.due_at(), scheduled_by));
    }
    if before.and_then(expiry) != expiry(branch) {
        changes.push(row(AgendaKind::Expire, branch.id, expiry(branch), by));
    }
    changes
}

fn row(kind: AgendaKind, branch: BranchId, due: Option<Moment>, by: &Actor) -> AgendaChange {
    AgendaChange { kind, branch, due: due.map(|moment| (moment, by.clone())) }
}

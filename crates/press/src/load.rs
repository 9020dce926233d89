//! Reads lists from a snapshot through the eye, and makes cards of what it lets through.

use domain::{Edition, EditionCode, Moment, SectionId, Tag};
use store::{CardRow, Frame, ListKey, ListName, PageOf, Snapshot};

use crate::{
    error::PressError,
    page::PageFacts,
    urls::{branch_url, section_url},
    view::{CardView, Kicker, NavLink, Url},
    voice::Voice,
};

/// A page of a list as readers get it. Every card's branch is a tag of the page, and what
/// expires first ends it.
pub(crate) async fn list(
    snapshot: &mut Snapshot,
    name: &ListName,
    page: PageOf,
    at: Moment,
    facts: &mut PageFacts,
) -> Result<Vec<CardRow>, PressError> {
    let rows = snapshot.list(name, page, at).await?;
    let mut cards = Vec::with_capacity(rows.len());
    for row in rows {
        let Ok(shown) = row.for_readers(at) else { continue };
        facts.hide(shown.hide_at());
        let card = shown.into_inner();
        facts.tags.push(Tag::Branch(card.branch));
        facts.changed(card.modified);
        cards.push(card);
    }
    Ok(cards)
}

/// The list of a section in an edition.
pub(crate) fn section_list(edition: &EditionCode, section: SectionId) -> ListName {
    ListName { edition: edition.clone(), key: ListKey::Section(section) }
}

/// A card as a template shows it. `below` is the section whose list it stands in: its own
/// name is no kicker there.
pub(crate) fn card(row: &CardRow, frame: &Frame, voice: &Voice, below: Option<SectionId>) -> CardView {
    let home = row.card.sections.first().copied().filter(|home| Some(*home) != below);
    CardView {
        url: Url::new(&branch_url(&row.edition, row.space, &row.slug)),
        kind: row.card.kind.as_str(),
        kicker: kicker(row.card.kicker.as_deref(), home, frame, &row.edition),
        headline: row.card.headline.clone(),
        standfirst: row.card.standfirst.clone(),
        published: voice.stamp(row.moment),
    }
}

/// The branch's own word, else its section's name.
pub(crate) fn kicker(
    own: Option<&str>,
    home: Option<SectionId>,
    frame: &Frame,
    edition: &EditionCode,
) -> Option<Kicker> {
    if let Some(text) = own {
        return Some(Kicker { text: text.to_owned(), url: None });
    }
    let section = frame.sections.get(home?)?;
    let words = section.words.get(edition)?;
    Some(Kicker { text: words.name.clone(), url: Some(Url::new(&section_url(edition, &section.slug))) })
}

/// From the front down to a section, itself last.
pub(crate) fn path(frame: &Frame, edition: &Edition, section: SectionId) -> Vec<NavLink> {
    let mut path: Vec<_> = frame
        .sections
        .lineage(section)
        .into_iter()
        .filter_map(|id| {
            let section = frame.sections.get(id)?;
            let words = section.words.get(&edition.code)?;
            let url = Url::new(&section_url(&edition.code, &section.slug));
            Some(NavLink { name: words.name.clone(), url, current: false })
        })
        .collect();
    path.reverse();
    path
}

//! An edition's front page, which fills itself: the newest stories, the next of them as a list
//! by time, then a strip for each section with what is not at the head already. The list is an
//! index: what it names, a strip may show in full.

use domain::{Edition, Moment, Public, Tag};
use store::{CardRow, ListKey, ListName, PageOf, Snapshot};

use crate::{
    chrome::Facing,
    error::PressError,
    load::{Cards, Showing, list, section_list},
    page::{Page, PageFacts},
    press::Press,
    urls::{front_url, section_url},
    view::{FrontView, PageKind, StripView, Url},
};

/// Stories at the head of a front and in its list by time.
const LATEST: i64 = 15;
/// Stories under or beside the lead.
const SECONDS: usize = 4;
/// Stories in a strip.
const STRIP: i64 = 4;
/// Strips on a front.
const STRIPS: usize = 12;

impl Press {
    /// The front page of an edition.
    pub async fn front(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let frame = std::sync::Arc::clone(snapshot.frame());
        let voice = self.voices.of(&frame, edition)?;
        let tags =
            vec![Tag::Portal, Tag::Edition(edition.code.clone()), Tag::EditionList(edition.code.clone())];
        let mut facts = PageFacts::new(snapshot.position(), tags);
        let all = ListName { edition: edition.code.clone(), key: ListKey::Edition };
        let newest = list(snapshot, &all, PageOf { before: None, limit: LATEST }, at, &mut facts).await?;
        let head = newest.get(..=SECONDS).unwrap_or(&newest);
        let placed: Vec<_> = head.iter().map(|row| frame.sections.lists_of(&row.card.sections)).collect();
        let mut stripped = Vec::new();
        for section in frame.sections.children(None).take(STRIPS) {
            let Some(words) = section.words.get(&edition.code) else { continue };
            let name = section_list(&edition.code, section.id);
            facts.tags.push(Tag::SectionList(edition.code.clone(), section.id));
            let stands_above = |row: &CardRow| head.iter().any(|above| above.branch == row.branch);
            // So many of the section's newest stand at the head, and are read over here.
            let above = i64::try_from(placed.iter().filter(|lists| lists.contains(&section.id)).count());
            let above = above.unwrap_or_default();
            let page = PageOf { before: None, limit: STRIP + above };
            let mut rows = list(snapshot, &name, page, at, &mut facts).await?;
            rows.retain(|row| !stands_above(row));
            if !rows.is_empty() {
                stripped.push((section, words, rows));
            }
        }
        let rows = newest.iter().chain(stripped.iter().flat_map(|(_, _, rows)| rows));
        let showing = Showing { edition: &edition.code, frame: &frame, voice: &voice, at };
        let cards = Cards::of(rows, Vec::new(), snapshot, showing, &mut facts).await?;
        let mut top = newest.iter().map(|row| cards.card(row, None));
        let page = FrontView {
            lead: top.next(),
            seconds: top.by_ref().take(SECONDS).collect(),
            latest: top.collect(),
            strips: stripped
                .iter()
                .map(|(section, words, rows)| StripView {
                    name: words.name.clone(),
                    url: Url::new(&section_url(&edition.code, &section.slug)),
                    cards: cards.all(rows, Some(section.id)),
                })
                .collect(),
        };
        let facing = Facing {
            description: edition.tagline.clone(),
            path: Some(front_url(&edition.code)),
            elsewhere: frame.editions.iter().map(|e| (e.code.clone(), front_url(&e.code))).collect(),
            ..Facing::of(PageKind::Front, at)
        };
        self.page(&frame, edition, &voice, &facing, page, facts)
    }
}

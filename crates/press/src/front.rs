//! An edition's front page, which fills itself: the newest stories, then a strip for each
//! section with what is not above already.

use domain::{Edition, Moment, Public, Tag};
use store::{CardRow, ListKey, ListName, PageOf, Snapshot};

use crate::{
    chrome::Facing,
    error::PressError,
    load::{card, list, section_list},
    page::{Page, PageFacts},
    press::Press,
    urls::{front_url, section_url},
    view::{FrontView, PageKind, StripView, Url, View},
};

/// Stories at the head of a front.
const LATEST: i64 = 15;
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
        let mut cards = newest.iter().map(|row| card(row, &frame, &voice, None));
        let (lead, latest) = (cards.next(), cards.collect());
        let placed: Vec<_> = newest.iter().map(|row| frame.sections.lists_of(&row.card.sections)).collect();
        let mut strips = Vec::new();
        for section in frame.sections.children(None).take(STRIPS) {
            let Some(words) = section.words.get(&edition.code) else { continue };
            let name = section_list(&edition.code, section.id);
            facts.tags.push(Tag::SectionList(edition.code.clone(), section.id));
            let stands_above = |row: &CardRow| newest.iter().any(|above| above.branch == row.branch);
            // So many of the section's newest stand above, and are read over here.
            let above = i64::try_from(placed.iter().filter(|lists| lists.contains(&section.id)).count());
            let above = above.unwrap_or_default();
            let page = PageOf { before: None, limit: STRIP + above };
            let mut rows = list(snapshot, &name, page, at, &mut facts).await?;
            rows.retain(|row| !stands_above(row));
            if !rows.is_empty() {
                let cards = rows.iter().map(|row| card(row, &frame, &voice, Some(section.id))).collect();
                let url = Url::new(&section_url(&edition.code, &section.slug));
                strips.push(StripView { name: words.name.clone(), url, cards });
            }
        }
        let elsewhere = frame.editions.iter().map(|e| (e.code.clone(), front_url(&e.code))).collect();
        let facing = Facing {
            kind: PageKind::Front,
            title: None,
            description: edition.tagline.clone(),
            path: Some(front_url(&edition.code)),
            elsewhere,
            section: None,
        };
        let chrome = self.chrome(&frame, edition, &voice, facing)?;
        let page = FrontView { lead, latest, strips };
        let body = self.render("front.html", View { chrome, page }, &voice)?;
        Ok(Page::for_readers(body, facts.settled()))
    }
}

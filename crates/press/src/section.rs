//! A page of a section's list, by key.

use domain::{BranchId, Edition, Moment, Public, Section, SectionId, Tag};
use locale::Arg;
use store::{Frame, Snapshot};

use crate::{
    chrome::Facing,
    error::PressError,
    load::{Cards, Showing, list_page, path, section_list, trail},
    menu::links,
    page::{Page, PageFacts},
    press::Press,
    urls::{paper_name, section_url},
    view::{PageKind, SectionView},
};

impl Press {
    /// The page of a section that begins after `before`, or its first one. None when the
    /// section has no words in this edition: it is unlisted there (law 6).
    pub async fn section(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        section: SectionId,
        before: Option<(Moment, BranchId)>,
        at: Moment,
    ) -> Result<Option<Page<Public>>, PressError> {
        let frame = std::sync::Arc::clone(snapshot.frame());
        let Some(section) = frame.sections.get(section) else { return Ok(None) };
        let Some(words) = section.words.get(&edition.code) else { return Ok(None) };
        let voice = self.voices.of(&frame, edition)?;
        let tags = vec![
            Tag::Portal,
            Tag::Edition(edition.code.clone()),
            Tag::Section(section.id),
            Tag::SectionList(edition.code.clone(), section.id),
        ];
        let mut facts = PageFacts::new(snapshot.position(), tags);
        let name = section_list(&edition.code, section.id);
        let url = section_url(&edition.code, &section.slug);
        let list = list_page(snapshot, &name, &url, before, at, &mut facts).await?;
        let showing = Showing { edition: &edition.code, frame: &frame, voice: &voice, at };
        let cards = Cards::of(&list.rows, Vec::new(), snapshot, showing, &mut facts).await?;
        let mut cards = cards.all(&list.rows, Some(section.id));
        let lead = (before.is_none() && !cards.is_empty()).then(|| cards.remove(0));
        let mut above = trail(&frame, edition, section.id);
        above.pop();
        let page = SectionView {
            name: words.name.clone(),
            tagline: words.tagline.clone(),
            path: path(&above),
            children: links(&frame, edition, Some(section.id), &[]),
            lead,
            cards,
            pager: list.pager,
        };
        let paper = paper_name(&frame.portal, edition);
        let named = [("paper", Arg::Text(paper)), ("section", Arg::Text(&words.name))];
        let facing = Facing {
            title: Some(words.name.clone()),
            description: words.tagline.clone(),
            path: Some(list.here),
            next: list.older,
            // A later page has no twin: keys are an edition's own.
            elsewhere: if before.is_none() { elsewhere(&frame, section) } else { Vec::new() },
            section: Some(section.id),
            trail: above,
            feed: Some((voice.language.text("feed-of-section", &named)?, url)),
            ..Facing::of(PageKind::Section, at)
        };
        self.page(&frame, edition, &voice, &facing, page, facts).map(Some)
    }
}

/// The section in the editions that have words for it.
fn elsewhere(frame: &Frame, section: &Section) -> Vec<(domain::EditionCode, String)> {
    let named = frame.editions.iter().filter(|e| section.words.contains_key(&e.code));
    named.map(|e| (e.code.clone(), section_url(&e.code, &section.slug))).collect()
}

//! A page of a section's list, by key.

use domain::{BranchId, Edition, Moment, Public, Section, SectionId, Tag};
use store::{Frame, PageOf, Snapshot};

use crate::{
    chrome::{Facing, links},
    error::PressError,
    load::{card, list, path, section_list},
    page::{Page, PageFacts},
    press::Press,
    urls::{older_url, section_url},
    view::{PageKind, SectionView, Url, View},
};

/// Stories of one page.
const STORIES: i64 = 20;

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
        // One row more than is shown tells whether there is a next page.
        let mut rows = list(snapshot, &name, PageOf { before, limit: STORIES + 1 }, at, &mut facts).await?;
        let shown = usize::try_from(STORIES).unwrap_or(usize::MAX);
        let more = rows.len() > shown;
        rows.truncate(shown);
        let last = rows.last().map(|row| (row.moment, row.branch));
        let older = last
            .filter(|_| more)
            .map(|(moment, branch)| older_url(&edition.code, &section.slug, moment, branch));
        let here = match before {
            None => section_url(&edition.code, &section.slug),
            Some((moment, branch)) => older_url(&edition.code, &section.slug, moment, branch),
        };
        let facing = Facing {
            kind: PageKind::Section,
            title: Some(words.name.clone()),
            description: words.tagline.clone(),
            path: Some(here),
            // A later page has no twin: keys are an edition's own.
            elsewhere: if before.is_none() { elsewhere(&frame, section) } else { Vec::new() },
            section: Some(section.id),
        };
        let mut above = path(&frame, edition, section.id);
        above.pop();
        let page = SectionView {
            name: words.name.clone(),
            tagline: words.tagline.clone(),
            path: above,
            children: links(&frame, edition, Some(section.id), &[]),
            cards: rows.iter().map(|row| card(row, &frame, &voice, Some(section.id))).collect(),
            newest_url: before.map(|_| Url::new(&section_url(&edition.code, &section.slug))),
            older_url: older.as_deref().map(Url::new),
        };
        let chrome = self.chrome(&frame, edition, &voice, facing)?;
        let body = self.render("section.html", View { chrome, page }, &voice)?;
        Ok(Some(Page::for_readers(body, facts.settled())))
    }
}

/// The section in the editions that have words for it.
fn elsewhere(frame: &Frame, section: &Section) -> Vec<(domain::EditionCode, String)> {
    let named = frame.editions.iter().filter(|e| section.words.contains_key(&e.code));
    named.map(|e| (e.code.clone(), section_url(&e.code, &section.slug))).collect()
}

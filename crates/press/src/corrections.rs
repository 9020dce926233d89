//! The corrections log of an edition, by key.

use domain::{CorrectionId, Edition, Moment, Public, Tag};
use store::{LogPage, Snapshot};

use crate::{
    chrome::Facing,
    error::PressError,
    page::{Page, PageFacts},
    press::Press,
    urls::{branch_url, corrections_url, older_url},
    view::{CorrectionEntry, CorrectionsView, PageKind, Pager, Url},
};

/// Corrections of one page.
const ENTRIES: i64 = 30;

impl Press {
    /// The page of the log that begins after `before`, or its first one.
    pub async fn corrections(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        before: Option<(Moment, CorrectionId)>,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let frame = std::sync::Arc::clone(snapshot.frame());
        let voice = self.voices.of(&frame, edition)?;
        let code = &edition.code;
        let tags = vec![Tag::Portal, Tag::Edition(code.clone()), Tag::Corrections(code.clone())];
        let mut facts = PageFacts::new(snapshot.position(), tags);
        let LogPage { entries, next } = snapshot.corrections_log(code, before, ENTRIES, at).await?;
        for entry in &entries {
            facts.hide(entry.hide_at());
            facts.changed(entry.at);
            facts.tags.push(Tag::Branch(entry.branch));
        }
        let url = corrections_url(code);
        let older = next.map(|(moment, id)| older_url(&url, moment, id));
        let page = CorrectionsView {
            entries: entries
                .into_iter()
                .map(|entry| CorrectionEntry {
                    at: voice.stamp(entry.at),
                    text: entry.note.clone(),
                    headline: entry.headline.clone(),
                    url: Url::new(&branch_url(code, entry.space, &entry.slug)),
                })
                .collect(),
            pager: Pager {
                newest_url: before.map(|_| Url::new(&url)),
                older_url: older.as_deref().map(Url::new),
            },
        };
        let twins = frame.editions.iter().filter(|_| before.is_none());
        let facing = Facing {
            title: Some(voice.say("corrections-log")?),
            description: Some(voice.say("corrections-log-text")?),
            path: Some(match before {
                Some((moment, id)) => older_url(&url, moment, id),
                None => url.clone(),
            }),
            next: older,
            elsewhere: twins.map(|e| (e.code.clone(), corrections_url(&e.code))).collect(),
            ..Facing::of(PageKind::Corrections, at)
        };
        self.page(&frame, edition, &voice, &facing, page, facts)
    }
}

//! The page that searches an edition: what the index found, as the eye lets readers see it now.

use std::collections::HashMap;

use domain::{BranchId, Edition, Moment, Public, Tag};
use search::{Asked, Found, Question, excerpt};
use store::{CardRow, LiveText, Snapshot};

use crate::{
    chrome::Facing,
    error::PressError,
    load::{Cards, Showing, opened},
    page::{Page, PageFacts},
    press::Press,
    urls::{found_url, search_url},
    view::{HitView, Html, PageKind, SearchView, Url},
};

/// Characters of a hit's excerpt.
const EXCERPT: usize = 200;

/// What came of asking the index.
#[derive(Clone, Copy, Debug)]
pub enum Finding<'a> {
    /// Nothing was asked.
    Idle,
    /// It could not be asked just now.
    Away,
    /// It was, and this is what it holds.
    Found(&'a Found),
}

impl Press {
    /// The page of a search. A hit that readers may not see at `at`, or that is no more what the
    /// index holds, is left out.
    pub async fn search(
        &self,
        snapshot: &mut Snapshot,
        asked: Asked<'_>,
        finding: Finding<'_>,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let frame = std::sync::Arc::clone(snapshot.frame());
        let (edition, code) = (asked.edition, &asked.edition.code);
        let voice = self.voices.of(&frame, edition)?;
        let tags = vec![Tag::Portal, Tag::Edition(code.clone())];
        let mut facts = PageFacts::new(snapshot.position(), tags);
        let mut page = SearchView {
            query: asked.text.to_owned(),
            hits: Vec::new(),
            total: 0,
            more: false,
            newer_url: None,
            older_url: None,
            state: "empty",
        };
        match finding {
            Finding::Idle => {}
            Finding::Away => page.state = "away",
            Finding::Found(found) if found.total == 0 => page.state = "none",
            Finding::Found(found) => {
                page.state = "found";
                page.total = i64::try_from(found.total).unwrap_or(i64::MAX);
                page.more = found.more;
                (page.newer_url, page.older_url) = beside(&asked, found);
                let rows = rows(snapshot, found, at, &mut facts).await?;
                let excerpts = excerpts(snapshot, found, at).await?;
                let showing = Showing { edition: code, frame: &frame, voice: &voice, at };
                let cards = Cards::of(&rows, Vec::new(), snapshot, showing, &mut facts).await?;
                let hit = |row: &CardRow| {
                    let excerpt = excerpts.get(&row.branch)?.clone();
                    Some(HitView { card: cards.card(row, None), excerpt })
                };
                page.hits = rows.iter().filter_map(hit).collect();
            }
        }
        let facing = Facing {
            title: Some(voice.say("search")?),
            path: Some(path(&asked)),
            indexed: false,
            // What was asked is asked in one language.
            elsewhere: if asked.text.is_empty() { elsewhere(&frame.editions) } else { Vec::new() },
            ..Facing::of(PageKind::Search, at)
        };
        self.page(&frame, edition, &voice, &facing, page, facts)
    }
}

/// The cards of the hits through the eye, in the order in which they were found.
async fn rows(
    snapshot: &mut Snapshot,
    found: &Found,
    at: Moment,
    facts: &mut PageFacts,
) -> Result<Vec<CardRow>, PressError> {
    let rows = snapshot.live_cards(&found.branches).await?;
    let mut rows: Vec<_> = rows.into_iter().filter_map(|row| opened(row, at, facts)).collect();
    rows.sort_by_key(|row| found.branches.iter().position(|branch| *branch == row.branch));
    Ok(rows)
}

/// A stretch of each hit that readers may see, with what was asked in `<mark>`.
async fn excerpts(
    snapshot: &mut Snapshot,
    found: &Found,
    at: Moment,
) -> Result<HashMap<BranchId, Html>, PressError> {
    let texts = snapshot.live_texts(&found.branches).await?;
    let shown = texts.into_iter().filter_map(|text| text.for_readers(at).ok());
    Ok(shown.map(|text| (text.branch, excerpt_of(&text, &found.question))).collect())
}

fn excerpt_of(text: &LiveText, question: &Question) -> Html {
    let mut words = text.content.standfirst.clone().unwrap_or_default();
    words.push('\n');
    words.extend(document::plain_text(&text.content.body).into_iter().map(|run| run.text));
    Html::marked(&excerpt(&words, question, EXCERPT))
}

/// The pages before and behind this one.
fn beside(asked: &Asked<'_>, found: &Found) -> (Option<Url>, Option<Url>) {
    let place = |from| Url::new(&found_url(&asked.edition.code, asked.text, from));
    let hits = asked.hits.max(1);
    let last = found.total.saturating_sub(1) / hits * hits;
    let newer = (asked.from > 0).then(|| place(asked.from.saturating_sub(hits).min(last)));
    let behind = asked.from.saturating_add(hits);
    (newer, (behind < found.total).then(|| place(behind)))
}

/// The page's own path.
fn path(asked: &Asked<'_>) -> String {
    match asked.text {
        "" => search_url(&asked.edition.code),
        text => found_url(&asked.edition.code, text, asked.from),
    }
}

fn elsewhere(editions: &[Edition]) -> Vec<(domain::EditionCode, String)> {
    editions.iter().map(|edition| (edition.code.clone(), search_url(&edition.code))).collect()
}

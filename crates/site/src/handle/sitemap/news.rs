//! An edition's news sitemap: what it published in the last two days, newest first, as
//! Google News asks for it. The answer ends when its oldest article leaves.

use domain::{Edition, Kind, Moment};
use exchange::sitemap::{News, Sitemap};
use press::urls;
use store::PageOf;

use super::{facts_of, list_of, places};
use crate::{
    answer::{Answer, XML},
    error::Result,
    visit::Visit,
};

/// Most articles of one file, by Google's rule.
const MOST: i64 = 1_000;
/// How long an article stays in it, in seconds: two days, by the same rule.
const STAYS: i64 = 2 * 24 * 60 * 60;

/// `/{edition}/sitemap-news.xml`
pub(in crate::handle) async fn news(visit: &mut Visit<'_>, edition: &Edition) -> Result<Answer> {
    let frame = visit.frame();
    let rows = visit.snap.list(&list_of(edition), PageOf { before: None, limit: MOST }, visit.at).await?;
    let mut rows: Vec<_> = rows.into_iter().filter_map(|row| row.for_readers(visit.at).ok()).collect();
    rows.retain(|row| leaves_at(row.moment) > visit.at);
    let mut facts = facts_of(visit, edition);
    facts.hide(rows.iter().map(|row| leaves_at(row.moment)).min());
    let mut sitemap = Sitemap::of_news();
    let places = places(visit, edition, &rows, &mut facts).await?;
    for (row, mut place) in rows.iter().zip(places) {
        // What a partner paid for is no news.
        if row.card.kind == Kind::PartnerContent {
            continue;
        }
        place.news = Some(News {
            paper: urls::paper_name(&frame.portal, edition).to_owned(),
            language: edition.locale.language().to_owned(),
            published: row.moment,
            title: row.card.headline.clone(),
        });
        sitemap.push(&place);
    }
    Ok(Answer::file(XML, sitemap.finish(), facts))
}

/// When an article is no news any more.
const fn leaves_at(published: Moment) -> Moment {
    published.plus_seconds(STAYS)
}

//! What a search found. The page is kept by nobody: it would fall with every publish.

use domain::Edition;
use http::StatusCode;
use press::Finding;
use search::Asked;

use crate::{
    answer::{Answer, CachePolicy},
    error::Result,
    problem::RETRY_AFTER,
    route::{HITS, MAX_HITS, SearchQuery},
    visit::Visit,
};

/// The page of a search; 503 where the index is away or too many are asking.
pub(super) async fn page(visit: &mut Visit<'_>, edition: &Edition, query: &SearchQuery) -> Result<Answer> {
    let asked = Asked { edition, text: &query.text, from: query.from, hits: HITS, most: MAX_HITS };
    let found = match query.text.as_str() {
        "" => None,
        _ => Some(visit.site.search().find(asked).await),
    };
    let finding = match &found {
        None => Finding::Idle,
        Some(Ok(found)) => Finding::Found(found),
        Some(Err(_)) => Finding::Away,
    };
    let page = visit.site.press().search(&mut visit.snap, asked, finding, visit.at).await?;
    let away = matches!(finding, Finding::Away);
    let status = if away { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    Ok(Answer {
        policy: CachePolicy::NoStore,
        facts: None,
        retry_after: away.then_some(RETRY_AFTER),
        ..Answer::page(status, page, &edition.locale)
    })
}

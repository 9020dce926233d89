//! A topic's page. In an edition without words for the topic there is none (law 6).

use domain::{Edition, Slug, Tag};
use http::StatusCode;
use press::urls;

use crate::{answer::Answer, error::Result, route::PageKey, visit::Visit};

pub(super) async fn page(
    visit: &mut Visit<'_>,
    edition: &Edition,
    slug: &Slug,
    before: Option<PageKey>,
) -> Result<Option<Answer>> {
    let Some(found) = visit.snap.topic_at(&edition.code, slug.as_str()).await? else { return Ok(None) };
    if !found.is_current {
        let url = urls::topic_url(&edition.code, &found.named.slug);
        return Ok(Some(visit.moved_to(&edition.code, Tag::Topic(found.named.id), url)));
    }
    let page = visit.site.press().topic(&mut visit.snap, edition, &found.named, before, visit.at).await?;
    Ok(Some(Answer::page(StatusCode::OK, page, &edition.locale)))
}

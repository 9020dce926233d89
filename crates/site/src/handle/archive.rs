//! The archive, a year, a month or a day of it.

use domain::Edition;
use http::StatusCode;
use press::ArchiveSpan;

use crate::{answer::Answer, error::Result, route::PageKey, visit::Visit};

pub(super) async fn page(
    visit: &mut Visit<'_>,
    edition: &Edition,
    span: ArchiveSpan,
    before: Option<PageKey>,
) -> Result<Answer> {
    let page = visit.site.press().archive(&mut visit.snap, edition, span, before, visit.at).await?;
    Ok(Answer::page(StatusCode::OK, page, &edition.locale))
}

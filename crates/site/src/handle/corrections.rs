//! The corrections log.

use domain::{CorrectionId, Edition, Moment};
use http::StatusCode;

use crate::{answer::Answer, error::Result, visit::Visit};

pub(super) async fn page(
    visit: &mut Visit<'_>,
    edition: &Edition,
    before: Option<(Moment, CorrectionId)>,
) -> Result<Answer> {
    let page = visit.site.press().corrections(&mut visit.snap, edition, before, visit.at).await?;
    Ok(Answer::page(StatusCode::OK, page, &edition.locale))
}

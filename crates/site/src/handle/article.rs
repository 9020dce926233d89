//! An article or a standing page.

use domain::{Edition, Hidden, Slug, Space, Tag};
use http::StatusCode;
use press::{Problem, urls};
use store::Lookup;

use crate::{answer::Answer, error::Result, visit::Visit};

pub(super) async fn page(
    visit: &mut Visit<'_>,
    edition: &Edition,
    space: Space,
    slug: &Slug,
) -> Result<Option<Answer>> {
    match visit.snap.article(&edition.code, space, slug.as_str(), visit.at).await? {
        Lookup::Here(article) => {
            let page = visit.site.press().article(&mut visit.snap, edition, article, visit.at).await?;
            Ok(Some(Answer::page(StatusCode::OK, page, &edition.locale)))
        }
        Lookup::Moved(present) => {
            // The present address's tag falls when the branch moves on or is withdrawn.
            let there = Tag::Path(format!("/{}/{}/{present}", edition.code, space.as_str()));
            let url = urls::branch_url(&edition.code, space, &present);
            Ok(Some(Answer::moved(url, visit.snap.position(), vec![there])))
        }
        Lookup::Hidden(Hidden::Gone(reason)) => {
            Ok(Some(visit.problem(Some(&edition.code), Problem::Gone(reason))))
        }
        Lookup::Hidden(Hidden::Absent) | Lookup::Unknown => Ok(None),
    }
}

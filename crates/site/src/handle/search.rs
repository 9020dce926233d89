//! What a search found.

use domain::Edition;

use crate::{answer::Answer, error::Result, route::SearchQuery, visit::Visit};

/// The index is not here yet: nothing lies at the address.
pub(super) async fn page(_: &mut Visit<'_>, _: &Edition, _: &SearchQuery) -> Result<Option<Answer>> {
    Ok(None)
}

//! A picture's rendition at its address: through the gate first, then from where renditions
//! are kept. No snapshot is held open while one is made.

use domain::{BlobId, Moment};
use http::StatusCode;
use press::rendition_named;

use crate::{
    answer::{Answer, CachePolicy},
    error::Result,
    site::Site,
};

/// The rendition called `name` of the picture with these bytes; none where readers may not see
/// the picture at `at`, or it has no such rendition.
pub(crate) async fn answer(site: &Site, blob: BlobId, name: &str, at: Moment) -> Result<Option<Answer>> {
    let mut snapshot = site.store().snapshot().await?;
    let shown = snapshot.picture_of(blob, at).await?;
    snapshot.close().await?;
    let Some(rendition) = shown.and_then(|picture| rendition_named(&picture, name)) else { return Ok(None) };
    let bytes = site.media().rendition(&blob, &rendition).await?;
    Ok(Some(Answer {
        content_type: rendition.encoding.media_type(),
        body: bytes,
        policy: CachePolicy::Media,
        ..Answer::wordless(StatusCode::OK)
    }))
}

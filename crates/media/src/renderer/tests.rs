//! Each rendition is made once, within bounds, whoever comes and goes.

use super::{Bounds, Renderer};
use crate::{
    Blobs, Crop, Encoding, Error, Focal, Limits, Ratio, Refusal, Rendition, Size, blob_id,
    tests::{jpeg, rgb_png},
};
use bytes::Bytes;
use domain::BlobId;
use futures_util::{FutureExt as _, future::join_all};
use std::num::NonZeroUsize;

const SIZE: Size = Size { width: 400, height: 300 };

struct Place {
    _folder: tempfile::TempDir,
    blobs: Blobs,
    renderer: Renderer,
    id: BlobId,
}

async fn place(at_once: usize, waiting: usize) -> Place {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::disk(folder.path());
    let rgb: Vec<u8> = (0..400 * 300 * 3_u32).map(|n| (n / 5 % 251) as u8).collect();
    let id = blobs.put(jpeg(400, 300, &rgb, &[]).into()).await.unwrap();
    let at_once = NonZeroUsize::new(at_once).unwrap();
    let bounds = Bounds { picture: Limits::default(), at_once, memory: 64 << 20, waiting };
    Place { _folder: folder, renderer: Renderer::new(blobs.clone(), bounds), blobs, id }
}

fn whole(width: u32) -> Rendition {
    Rendition { crop: Crop::Whole, width, encoding: Encoding::WebP }
}

#[tokio::test]
async fn a_rendition_is_made_on_first_want_and_kept() {
    let Place { blobs, renderer, id, .. } = &place(1, 1).await;
    let made = renderer.rendition(id, &whole(320)).await.unwrap();
    let picture = image::load_from_memory(&made).unwrap();
    assert_eq!((picture.width(), picture.height()), (320, 240));
    assert_eq!(renderer.rendition(id, &whole(320)).await.unwrap(), made);
    assert_eq!(renderer.made(), 1);
    assert_eq!(blobs.all_made(id).await.unwrap(), ["1-whole-320.webp"]);
    let another_node = Renderer::new(blobs.clone(), renderer.inner.bounds);
    assert_eq!(another_node.rendition(id, &whole(320)).await.unwrap(), made);
    assert_eq!(another_node.made(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_want_the_same_wait_for_one_making() {
    let Place { renderer, id, .. } = &place(2, 1).await;
    let rendition = whole(320);
    let wants = join_all((0..50).map(|_| renderer.rendition(id, &rendition))).await;
    let first = wants[0].as_ref().unwrap();
    assert!(wants.iter().all(|want| want.as_ref().unwrap() == first));
    assert_eq!((renderer.made(), renderer.inner.makings.count()), (1, 0));
}

#[tokio::test]
async fn beyond_its_bound_the_renderer_is_busy_and_then_free_again() {
    let Place { renderer, id, .. } = &place(1, 2).await;
    let turn = renderer.inner.turn().await.unwrap();
    let (a, b, c) = (whole(160), whole(320), whole(400));
    let mut first = Box::pin(renderer.rendition(id, &a));
    let mut second = Box::pin(renderer.rendition(id, &b));
    until_joined(renderer, &mut first, 1).await;
    until_joined(renderer, &mut second, 2).await;
    assert!(matches!(renderer.rendition(id, &c).await, Err(Error::Busy)));
    let mut same = Box::pin(renderer.rendition(id, &a));
    assert!((&mut same).now_or_never().is_none());
    drop(turn);
    assert!(first.await.is_ok() && second.await.is_ok() && same.await.is_ok());
    assert!(renderer.rendition(id, &c).await.is_ok());
}

/// Drives a want until it stands in the table.
async fn until_joined(
    renderer: &Renderer,
    want: &mut (impl Future<Output = Result<Bytes, Error>> + Unpin),
    count: usize,
) {
    while renderer.inner.makings.count() < count {
        assert!(want.now_or_never().is_none());
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn who_hangs_up_in_the_queue_leaves_it() {
    let Place { renderer, id, .. } = &place(1, 1).await;
    let turn = renderer.inner.turn().await.unwrap();
    let rendition = whole(160);
    let mut want = Box::pin(renderer.rendition(id, &rendition));
    until_joined(renderer, &mut want, 1).await;
    let mut other = Box::pin(renderer.rendition(id, &rendition));
    // It looks on the disk before it joins.
    while renderer.inner.makings.wanted(&super::Key { id: *id, rendition }) < 2 {
        assert!((&mut other).now_or_never().is_none());
        tokio::task::yield_now().await;
    }
    drop(want);
    assert_eq!(renderer.inner.makings.count(), 1, "another still wants it");
    drop(other);
    assert_eq!(renderer.inner.makings.count(), 0);
    drop(turn);
    assert!(renderer.rendition(id, &rendition).await.is_ok());
}

#[tokio::test]
async fn what_has_begun_is_kept_though_all_hang_up() {
    let Place { renderer, blobs, id, .. } = &place(1, 1).await;
    // Without memory the making has begun and cannot go on.
    let memory = renderer.inner.memory.take(u64::MAX).await.unwrap();
    let rendition = whole(160);
    let mut want = Box::pin(renderer.rendition(id, &rendition));
    while renderer.inner.turns.available_permits() == 1 {
        assert!((&mut want).now_or_never().is_none());
        tokio::task::yield_now().await;
    }
    drop(want);
    assert_eq!(renderer.inner.makings.count(), 1);
    drop(memory);
    // The next turn is free when it has ended.
    drop(renderer.inner.turn().await.unwrap());
    assert!(blobs.made(id, "1-whole-160.webp").await.unwrap().is_some());
}

#[tokio::test]
async fn ahead_of_readers_all_missing_renditions_are_made_by_one_decoding() {
    let Place { renderer, blobs, id, .. } = &place(1, 1).await;
    let alone = renderer.rendition(id, &whole(320)).await.unwrap();
    let crop = Crop::To(Ratio::Square, Focal::CENTRE);
    // 160, 320, 400 in two encodings, one of them made before.
    assert_eq!(renderer.make_ahead(id, SIZE, Crop::Whole).await.unwrap(), 5);
    assert_eq!(renderer.make_ahead(id, SIZE, Crop::Whole).await.unwrap(), 0);
    // 160 and 300.
    assert_eq!(renderer.make_ahead(id, SIZE, crop).await.unwrap(), 4);
    assert_eq!(blobs.all_made(id).await.unwrap().len(), 10);
    assert_eq!(renderer.rendition(id, &whole(320)).await.unwrap(), alone);
    assert_eq!(renderer.made(), 10);
}

#[tokio::test]
async fn what_cannot_be_made_is_an_error_to_all_and_leaves_nothing() {
    let Place { renderer, blobs, id, .. } = &place(1, 5).await;
    assert!(matches!(renderer.rendition(id, &whole(401)).await, Err(Error::NoSuchRendition)));
    let missing = blob_id(b"never put");
    assert!(matches!(renderer.rendition(&missing, &whole(160)).await, Err(Error::Missing(_))));
    let text = blobs.put("no picture".into()).await.unwrap();
    let rendition = whole(160);
    let wants = join_all((0..3).map(|_| renderer.rendition(&text, &rendition))).await;
    assert!(wants.iter().all(|want| matches!(want, Err(Error::Refused(Refusal::Unknown)))));
    assert_eq!((renderer.made(), renderer.inner.makings.count()), (0, 0));
    assert_eq!(blobs.all_made(&text).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn pictures_taken_in_wait_for_the_same_turns() {
    let Place { renderer, .. } = &place(1, 1).await;
    let bytes = Bytes::from(rgb_png(40, 30, &[200; 40 * 30 * 3], None));
    let turn = renderer.inner.turn().await.unwrap();
    let mut waiting = Box::pin(renderer.inspect(bytes));
    assert!((&mut waiting).now_or_never().is_none());
    drop(turn);
    assert_eq!(waiting.await.unwrap().size(), Size { width: 40, height: 30 });
    let refused = renderer.inspect("no picture".into()).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Unknown))));
}

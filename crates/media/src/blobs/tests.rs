//! The same tests on disk and in a bucket.

mod bucket;
mod disk;

use crate::{Blobs, Error, Soundness, blob_id};
use bytes::Bytes;
use domain::BlobId;
use futures_util::TryStreamExt as _;
use std::time::SystemTime;

/// One test a place: `on_disk` and `in_a_bucket`.
macro_rules! on_both {
    ($($name:ident)*) => {
        mod on_disk {
            $(#[tokio::test]
            async fn $name() {
                let folder = tempfile::tempdir().unwrap();
                super::$name(super::Blobs::disk(folder.path().join("media")), folder.path()).await;
            })*
        }

        mod in_a_bucket {
            $(#[tokio::test]
            async fn $name() {
                let bucket = super::bucket::Running::start().await;
                super::$name(super::Blobs::bucket(&bucket.settings()).unwrap(), bucket.folder()).await;
            })*
        }
    };
}

on_both! {
    what_was_put_is_got
    a_blob_put_twice_is_held_once
    a_large_blob_comes_in_pieces
    held_blobs_are_listed_by_their_first_byte
    a_deleted_blob_takes_what_was_made_of_it_along
    a_changed_byte_is_found_and_healed
    what_was_never_put_is_missing
}

async fn all_held(blobs: &Blobs) -> Vec<BlobId> {
    let mut all = Vec::new();
    for first in 0..=255 {
        all.extend(blobs.held(first).await.unwrap().into_iter().map(|held| held.id));
    }
    all
}

async fn what_was_put_is_got(blobs: Blobs, _: &std::path::Path) {
    for bytes in [Bytes::new(), Bytes::from_static(b"a picture"), Bytes::from(vec![7; 300_000])] {
        let id = blobs.put(bytes.clone()).await.unwrap();
        assert_eq!(id, blob_id(&bytes));
        assert_eq!(blobs.get(&id).await.unwrap(), bytes);
        assert_eq!(blobs.verify(&id).await.unwrap(), Soundness::Sound { bytes: bytes.len() as u64 });
    }
}

async fn a_blob_put_twice_is_held_once(blobs: Blobs, _: &std::path::Path) {
    let id = blobs.put(Bytes::from_static(b"twice")).await.unwrap();
    assert_eq!(blobs.put(Bytes::from_static(b"twice")).await.unwrap(), id);
    assert_eq!(all_held(&blobs).await, [id]);
}

async fn a_large_blob_comes_in_pieces(blobs: Blobs, _: &std::path::Path) {
    let bytes: Bytes = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect::<Vec<u8>>().into();
    let id = blobs.put(bytes.clone()).await.unwrap();
    let pieces: Vec<Bytes> = blobs.stream(&id).await.unwrap().try_collect().await.unwrap();
    assert!(pieces.len() > 3, "{} pieces", pieces.len());
    assert_eq!(pieces.concat(), bytes);
}

async fn held_blobs_are_listed_by_their_first_byte(blobs: Blobs, _: &std::path::Path) {
    let before = SystemTime::now() - std::time::Duration::from_secs(60);
    let mut put = Vec::new();
    for number in 0..20_u8 {
        put.push(blobs.put(Bytes::from(vec![number; usize::from(number) + 1])).await.unwrap());
    }
    put.sort();
    assert_eq!(all_held(&blobs).await, put);
    let some = put[0];
    let held = blobs.held(some.digest()[0]).await.unwrap();
    let held = held.iter().find(|held| held.id == some).unwrap();
    assert_eq!(held.bytes, blobs.get(&some).await.unwrap().len() as u64);
    assert!(held.put > before && held.put < before + std::time::Duration::from_secs(600));
}

async fn a_deleted_blob_takes_what_was_made_of_it_along(blobs: Blobs, _: &std::path::Path) {
    let gone = blobs.put(Bytes::from_static(b"gone")).await.unwrap();
    let stays = blobs.put(Bytes::from_static(b"stays")).await.unwrap();
    for id in [gone, stays] {
        blobs.keep_made(&id, "whole-160.webp", Bytes::from_static(b"small")).await.unwrap();
        blobs.keep_made(&id, "whole-320.webp", Bytes::from_static(b"larger")).await.unwrap();
    }
    blobs.delete(&gone).await.unwrap();
    blobs.delete(&gone).await.unwrap();
    assert_eq!(blobs.verify(&gone).await.unwrap(), Soundness::Missing);
    assert_eq!(blobs.made(&gone, "whole-160.webp").await.unwrap(), None);
    assert_eq!(blobs.all_made(&gone).await.unwrap(), Vec::<String>::new());
    assert_eq!(all_held(&blobs).await, [stays]);
    assert_eq!(blobs.made(&stays, "whole-160.webp").await.unwrap().unwrap(), "small");
    let mut made = blobs.all_made(&stays).await.unwrap();
    made.sort();
    assert_eq!(made, ["whole-160.webp", "whole-320.webp"]);
}

async fn a_changed_byte_is_found_and_healed(blobs: Blobs, folder: &std::path::Path) {
    let bytes = Bytes::from_static(b"a picture that rots");
    let id = blobs.put(bytes.clone()).await.unwrap();
    let file = disk::file_of(folder, &id);
    std::fs::write(&file, b"a picture that ROTS").unwrap();
    assert_eq!(blobs.verify(&id).await.unwrap(), Soundness::Damaged);
    assert!(matches!(blobs.get(&id).await, Err(Error::Damaged(damaged)) if damaged == id));
    blobs.put(bytes.clone()).await.unwrap();
    assert_eq!(blobs.get(&id).await.unwrap(), bytes);
}

async fn what_was_never_put_is_missing(blobs: Blobs, _: &std::path::Path) {
    let id = blob_id(b"never");
    assert!(matches!(blobs.get(&id).await, Err(Error::Missing(missing)) if missing == id));
    assert!(matches!(blobs.stream(&id).await.map(|_| ()), Err(Error::Missing(_))));
    assert_eq!(blobs.verify(&id).await.unwrap(), Soundness::Missing);
    assert_eq!(blobs.made(&id, "whole-160.webp").await.unwrap(), None);
    assert_eq!(all_held(&blobs).await, []);
}

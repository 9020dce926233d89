//! Pictures at their addresses, and on the pages that show them.

use std::io::Cursor;

use bytes::Bytes;
use desk::{Create, Publish, PutAsset, PutEdition, Withdraw};
use domain::{Asset, AssetId, AssetWords, BlobId, BranchId, Picture, Withdrawal};
use image::{ImageFormat, RgbImage};
use store::Content;
use uuid::Uuid;

use crate::house::{Engine, House, body, code, edition, header, parsed, text};

/// A picture of one colour, 400 pixels wide and 300 high.
fn png(red: u8) -> Bytes {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(400, 300, image::Rgb([red, 40, 40])).write_to(&mut bytes, ImageFormat::Png).unwrap();
    Bytes::from(bytes.into_inner())
}

impl House {
    /// Keeps a picture's bytes and puts the asset that shows them.
    async fn put_picture(&self, id: AssetId, red: u8) -> BlobId {
        let blob = self.blobs.put(png(red)).await.unwrap();
        let words = AssetWords { alt: Some("A red quay".to_owned()), caption: Some("The quay.".to_owned()) };
        let asset = Asset {
            id,
            picture: Picture { blob, width: 400, height: 300, tint: 5 },
            focal: None,
            credit: Some("Ada Wong".to_owned()),
            licence: None,
            expires: None,
            words: [(code("en"), words)].into(),
        };
        self.run(PutAsset { asset }).await;
        blob
    }

    async fn publish_with(&self, slug: &str, picture: AssetId) -> BranchId {
        let content =
            Content { sections: vec![self.world_section], lead_picture: Some(picture), ..text("The quay") };
        let create = Create { edition: code("en"), story: None, slug: parsed(slug), content };
        let branch = self.run(create).await;
        self.run(Publish { branch, version: 1, update: false }).await;
        branch
    }
}

/// Every address below `/media/` on a page.
fn addresses(page: &str) -> Vec<String> {
    let places = page.match_indices("/media/").map(|(at, _)| page.get(at..).unwrap_or_default());
    let ends = |c: char| c.is_whitespace() || c == '"' || c == '&';
    places.filter_map(|rest| rest.split(ends).next()).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_picture_on_a_page_is_found_at_its_address() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let quay = AssetId::new(Uuid::now_v7());
        house.put_picture(quay, 200).await;
        house.publish_with("quay", quay).await;
        for target in
            ["/en/post/quay", "/en/", "/en/world/", "/en/feed.xml", "/en/feed.atom", "/en/feed.json"]
        {
            let page = house.get(target).await;
            let found = addresses(body(&page));
            assert!(found.len() > if target.contains("feed") { 0 } else { 3 }, "{target}: {found:?}");
            for address in found {
                let picture = house.get(&address).await;
                assert_eq!(picture.status(), 200, "{address} on {target}");
                let kind = if address.ends_with(".webp") { "image/webp" } else { "image/jpeg" };
                assert_eq!(header(&picture, "content-type"), kind);
                assert_eq!(header(&picture, "cache-control"), "public, max-age=3600");
                let again = house.get_with(&address, "if-none-match", header(&picture, "etag")).await;
                assert_eq!(again.status(), 304, "{address}");
            }
        }
        let article = house.get("/en/post/quay").await;
        let page = body(&article);
        assert!(page.contains("alt=\"A red quay\"") && page.contains("The quay."), "{page}");
        assert!(page.contains("property=\"og:image\""), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn law_1_one_eye_is_asked_for_each_picture() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let quay = AssetId::new(Uuid::now_v7());
        let blob = house.put_picture(quay, 200).await;
        let address = format!("/media/{blob}/whole-320.jpg");
        assert_eq!(house.get(&address).await.status(), 404, "nothing shows it");
        let branch = house.publish_with("quay", quay).await;
        assert_eq!(house.get(&address).await.status(), 200);
        for wrong in ["whole-321.jpg", "whole-320.png", "16x9-00000000-320.jpg", "", "whole-640.jpg"] {
            assert_eq!(house.get(&format!("/media/{blob}/{wrong}")).await.status(), 404, "{wrong}");
        }
        house.run(PutEdition { edition: edition("en", "en-GB", false, 0) }).await;
        assert_eq!(house.get(&address).await.status(), 404, "its edition is closed");
        house.run(PutEdition { edition: edition("en", "en-GB", true, 0) }).await;
        assert_eq!(house.get(&address).await.status(), 200);
        house.run(Withdraw { branch, reason: Withdrawal::Legal }).await;
        assert_eq!(house.get(&address).await.status(), 404, "its article is withdrawn");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn new_bytes_reach_the_page_and_the_old_address_is_nobodys() {
    let house = House::new().await;
    let quay = AssetId::new(Uuid::now_v7());
    let old = house.put_picture(quay, 200).await;
    house.publish_with("quay", quay).await;
    let new = house.put_picture(quay, 90).await;
    let page = house.get("/en/post/quay").await;
    assert!(!body(&page).contains(&old.to_string()) && body(&page).contains(&new.to_string()));
    assert_eq!(house.get(&format!("/media/{old}/whole-320.jpg")).await.status(), 404);
    assert_eq!(house.get(&format!("/media/{new}/whole-320.jpg")).await.status(), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_whose_bytes_are_lost_is_a_fault_that_is_told() {
    let house = House::new().await;
    let quay = AssetId::new(Uuid::now_v7());
    let blob = house.put_picture(quay, 200).await;
    house.publish_with("quay", quay).await;
    house.blobs.delete(&blob).await.unwrap();
    let answer = house.get(&format!("/media/{blob}/whole-320.jpg")).await;
    assert_eq!((answer.status().as_u16(), header(&answer, "cache-control")), (500, "no-store"));
    assert_eq!(house.get("/en/post/quay").await.status(), 200, "the words are there");
}

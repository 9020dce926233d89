//! Pictures: who sees them, and when they end. The gate is asked of a store on both databases.

use desk::{PutAsset, PutEdition, PutPerson, Refusal, SetExpiry, Withdraw, World as _};
use domain::{
    Asset, AssetId, AssetWords, BlobId, BranchId, FocalPoint, LocaleTag, Moment, OriginalName, Person,
    PersonId, Picture, Slug, Tag, Withdrawal,
};
use store::{Content, Pace};

use crate::{
    house::{House, article, code, edition, on_both},
    journal::Recorder,
    refusals::refused,
};

fn blob(number: u8) -> BlobId {
    BlobId::from_digest([number; 32])
}

fn asset(house: &House, bytes: u8) -> Asset {
    Asset {
        id: AssetId::new(house.world.uuid()),
        picture: Picture { blob: blob(bytes), width: 1_200, height: 800, tint: 3 },
        focal: Some(FocalPoint { x: 5_000, y: 2_500 }),
        credit: Some("Ani Petrosyan".to_owned()),
        licence: Some("CC BY 4.0".to_owned()),
        expires: None,
        words: [(code("en"), AssetWords { alt: Some("A quay".to_owned()), caption: None })].into(),
    }
}

async fn seen(house: &House, bytes: u8, at: Moment) -> Option<Option<Moment>> {
    let mut snapshot = house.store.snapshot().await.unwrap();
    let found = snapshot.picture_of(blob(bytes), at).await.unwrap();
    snapshot.close().await.unwrap();
    found.map(|shown| shown.hide_at())
}

async fn published(house: &House, slug: &str, asset: &Asset) -> BranchId {
    let content = Content { lead_picture: Some(asset.id), ..article("The quay", &[]) };
    let branch = house.draft("en", slug, content).await;
    house.publish(branch).await;
    branch
}

on_both! {
    async fn law_1_one_eye_sees_a_picture_while_a_live_branch_shows_it(engine: Engine) {
        let house = House::open(engine).await;
        let quay = asset(&house, 1);
        house.does(&PutAsset { asset: quay.clone() }).await;
        assert_eq!(seen(&house, 1, house.world.now()).await, None, "nothing shows it");
        let content = Content { lead_picture: Some(quay.id), ..article("The quay", &[]) };
        let draft = house.draft("en", "draft", content).await;
        assert_eq!(seen(&house, 1, house.world.now()).await, None, "a draft is nobody's to see");
        house.publish(draft).await;
        assert_eq!(seen(&house, 1, house.world.now()).await, Some(None));
        let other = published(&house, "other", &quay).await;
        house.does(&Withdraw { branch: draft, reason: Withdrawal::Retracted }).await;
        assert_eq!(seen(&house, 1, house.world.now()).await, Some(None), "the other one shows it");
        let end = house.world.now().plus_seconds(60);
        house.does(&SetExpiry { branch: other, at: Some(end) }).await;
        assert_eq!(seen(&house, 1, end.plus_seconds(-1)).await, Some(Some(end)));
        assert_eq!(seen(&house, 1, end).await, None);
        house.does(&SetExpiry { branch: other, at: None }).await;
        house.does(&PutEdition { edition: edition("en", "en-GB", false) }).await;
        assert_eq!(seen(&house, 1, house.world.now()).await, None, "its edition is closed");
    }

    async fn law_1_one_eye_ends_a_picture_with_its_licence(engine: Engine) {
        let house = House::open(engine).await;
        let end = house.world.now().plus_seconds(60);
        let quay = Asset { expires: Some(end), ..asset(&house, 1) };
        house.does(&PutAsset { asset: quay.clone() }).await;
        published(&house, "quay", &quay).await;
        assert_eq!(seen(&house, 1, end.plus_seconds(-1)).await, Some(Some(end)));
        assert_eq!(seen(&house, 1, end).await, None);
        let mut snapshot = house.store.snapshot().await.unwrap();
        let sealed = snapshot.pictures(&[quay.id], &code("en")).await.unwrap().remove(0);
        assert_eq!(sealed.clone().on_page(end.plus_seconds(-1)).unwrap().hide_at(), Some(end));
        assert!(sealed.on_page(end).is_err());
        snapshot.close().await.unwrap();
    }

    async fn a_portrait_is_seen_wherever_an_edition_is_open(engine: Engine) {
        let house = House::open(engine).await;
        let face = asset(&house, 2);
        house.does(&PutAsset { asset: face.clone() }).await;
        let original = OriginalName { text: "Ani".to_owned(), locale: LocaleTag::parse("hy").unwrap() };
        let person = Person {
            id: PersonId::new(house.world.uuid()),
            slug: Slug::parse("ani").unwrap(),
            original,
            names: [].into(),
            profiles: [].into(),
            portrait: Some(face.id),
        };
        house.does(&PutPerson { person: person.clone() }).await;
        assert_eq!(seen(&house, 2, house.world.now()).await, Some(None));
        let mut snapshot = house.store.snapshot().await.unwrap();
        assert_eq!(snapshot.persons(&[person.id], &code("en")).await.unwrap()[0].portrait, Some(face.id));
        snapshot.close().await.unwrap();
        for (code, locale) in [("en", "en-GB"), ("ar", "ar"), ("us", "en-US")] {
            house.does(&PutEdition { edition: edition(code, locale, false) }).await;
        }
        assert_eq!(seen(&house, 2, house.world.now()).await, None);
        house.does(&PutEdition { edition: edition("ar", "ar", true) }).await;
        house.does(&PutPerson { person: Person { portrait: None, ..person } }).await;
        assert_eq!(seen(&house, 2, house.world.now()).await, None);
    }

    async fn new_bytes_of_a_picture_reach_every_page_and_the_old_ones_are_gone(engine: Engine) {
        let house = House::open(engine).await;
        let quay = asset(&house, 1);
        house.does(&PutAsset { asset: quay.clone() }).await;
        published(&house, "quay", &quay).await;
        let picture = Picture { blob: blob(9), ..quay.picture };
        let recorder = Recorder::register(&house.store, Pace::BeforeAnswer).await;
        house.does(&PutAsset { asset: Asset { picture, ..quay.clone() } }).await;
        assert_eq!(seen(&house, 1, house.world.now()).await, None);
        assert_eq!(seen(&house, 9, house.world.now()).await, Some(None));
        let mut snapshot = house.store.snapshot().await.unwrap();
        let rows = snapshot.pictures(&[quay.id], &code("en")).await.unwrap();
        let shown = rows.into_iter().next().unwrap().on_page(house.world.now()).unwrap();
        assert_eq!((shown.picture, shown.alt.as_deref()), (picture, Some("A quay")));
        snapshot.close().await.unwrap();
        assert_eq!(recorder.fell(), [Tag::Asset(quay.id)]);
    }

    async fn an_asset_comes_back_as_it_was_put(engine: Engine) {
        let house = House::open(engine).await;
        let quay = asset(&house, 1);
        house.does(&PutAsset { asset: quay.clone() }).await;
        let mut tx = house.store.begin().await.unwrap();
        assert_eq!(tx.asset(quay.id).await.unwrap().as_ref(), Some(&quay));
        drop(tx);
        let before = house.store.journal().head().await.unwrap();
        house.does(&PutAsset { asset: quay.clone() }).await;
        assert_eq!(house.store.journal().head().await.unwrap(), before, "nothing changed, nothing is told");
        let flat = Asset { picture: Picture { height: 0, ..quay.picture }, ..quay.clone() };
        assert_eq!(refused(&house, &PutAsset { asset: flat }).await, Refusal::NoPicture);
        let focal = Some(FocalPoint { x: 10_001, y: 0 });
        assert_eq!(refused(&house, &PutAsset { asset: Asset { focal, ..quay } }).await, Refusal::FocalPoint);
    }
}

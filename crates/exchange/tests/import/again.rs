//! An archive that comes again.

use desk::{Desk, Field, FieldValue, Open, Publish, Save, SystemWorld, World as _};
use document::Patch;
use domain::{Actor, Authority, EditionCode, Space};
use store::{Article, Lookup};

use crate::{
    exports::{Item, export, post},
    import_text, notes, on_both, witness,
};

async fn article(desk: &Desk, slug: &str) -> Option<Article> {
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let edition = EditionCode::parse("en").unwrap();
    let found = snapshot.article(&edition, Space::Post, slug, SystemWorld.now()).await.unwrap();
    snapshot.close().await.unwrap();
    match found {
        Lookup::Here(article) => Some(article.into_inner()),
        _ => None,
    }
}

async fn headline(desk: &Desk, slug: &str) -> Option<String> {
    article(desk, slug).await.map(|article| article.content.headlines.full)
}

/// Somebody publishes another headline here.
async fn edit(desk: &Desk, slug: &str, words: &str) {
    let who = Authority::operator(Actor::CommandLine);
    let branch = article(desk, slug).await.unwrap().branch;
    let base_version = desk.run(&who, &Open { branch }).await.unwrap().done;
    let fields = vec![FieldValue::Text(Field::Headline, words.to_owned())];
    let save = Save { branch, base_version, fields, body: Patch::default() };
    let version = desk.run(&who, &save).await.unwrap().done.version;
    desk.run(&who, &Publish { branch, version, update: false }).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_export_renews_what_nobody_has_edited_and_tells_of_the_rest() {
    on_both(async |desk| {
        let draft = |title: &str, status| Item { status, ..post(3, title, "three") };
        let first =
            [post(1, "One", "one"), post(2, "Two", "two"), draft("Three", "draft"), post(4, "Four", "four")];
        import_text(&desk, &export("en", "", &first)).await;
        edit(&desk, "two", "Ours").await;
        let newer = [
            post(1, "One, renewed", "one"),
            post(2, "Two, renewed", "two"),
            draft("Three, out", "publish"),
            Item { status: "draft", ..post(4, "Four", "four") },
        ];
        let newer = export("en", "", &newer);
        let report = import_text(&desk, &newer).await;
        assert_eq!(
            (report.posts, report.same, report.renewed, report.changed),
            (0, 0, 2, 2),
            "{}",
            notes(&report)
        );
        assert_eq!(headline(&desk, "one").await.as_deref(), Some("One, renewed"));
        assert_eq!(headline(&desk, "two").await.as_deref(), Some("Ours"));
        assert_eq!(headline(&desk, "three").await.as_deref(), Some("Three, out"));
        assert_eq!(headline(&desk, "four").await.as_deref(), Some("Four"), "readers keep what they have");
        assert!(
            notes(&report)
                .contains("Two, renewed: it has changed in the archive since it came in, and here too")
        );
        let position = desk.store().journal().head().await.unwrap();
        let again = import_text(&desk, &newer).await;
        assert_eq!((again.same, again.renewed, again.changed), (2, 0, 2));
        assert_eq!(desk.store().journal().head().await.unwrap(), position, "an event was written");
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_renewed_until_somebody_writes_on_it() {
    on_both(async |desk| {
        for (n, title) in ["A", "B", "C"].into_iter().enumerate() {
            let text = export("en", "", &[Item { status: "draft", ..post(1, title, "draft") }]);
            assert_eq!(import_text(&desk, &text).await.renewed, u64::from(n > 0), "{title}");
        }
        assert_eq!(witness::versions(&desk).await[0], "3");
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

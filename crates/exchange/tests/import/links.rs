//! Links between articles of an archive lead to where those are here.

use desk::{Desk, SystemWorld, TieLinks, World as _};
use domain::{Actor, Authority, EditionCode, Space};
use store::{Article, Lookup};

use crate::{
    exports::{Item, export, post},
    import_text, notes, on_both,
};

async fn article(desk: &Desk, slug: &str) -> Article {
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let edition = EditionCode::parse("en").unwrap();
    let found = snapshot.article(&edition, Space::Post, slug, SystemWorld.now()).await.unwrap();
    snapshot.close().await.unwrap();
    match found {
        Lookup::Here(article) => article.into_inner(),
        _ => panic!("{slug} is not here"),
    }
}

async fn links(desk: &Desk, slug: &str) -> Vec<String> {
    article(desk, slug).await.content.body.links().into_iter().map(|href| href.as_str().to_owned()).collect()
}

/// The step until it has nothing to do; in how many articles it changed something.
async fn tie(desk: &Desk) -> usize {
    let who = Authority::operator(Actor::Import);
    let mut tied = 0;
    loop {
        let case = TieLinks { archive: "old.example".to_owned(), limit: 2 };
        let done = desk.run(&who, &case).await.unwrap().done;
        if done.seen == 0 {
            return tied;
        }
        tied += done.tied;
    }
}

fn linking(id: u32, path: &str, targets: &[&str]) -> Item {
    let links: String = targets.iter().map(|to| format!("<p>See <a href=\"{to}\">that</a></p>")).collect();
    post(id, path, path).body(&links)
}

#[tokio::test(flavor = "multi_thread")]
async fn links_lead_to_what_is_here_at_once_and_to_what_comes_later_by_the_step() {
    on_both(async |desk| {
        let first = [
            linking(1, "one", &["http://old.example/two/#part", "/?p=3", "https://www.old.example/nine/"]),
            linking(
                2,
                "two",
                &["http://old.example/one/", "http://else.example/one/", "http://old.example/"],
            ),
            linking(3, "three", &["http://old.example/wp-content/uploads/a.pdf", "http://old.example/nine"]),
        ];
        let report = import_text(&desk, &export("en", "", &first)).await;
        assert_eq!(report.posts, 3, "{}", notes(&report));
        assert_eq!(
            links(&desk, "one").await,
            ["/en/post/two#part", "/en/post/three", "https://www.old.example/nine/"]
        );
        assert_eq!(
            links(&desk, "two").await,
            ["/en/post/one", "http://else.example/one/", "http://old.example/"]
        );
        assert_eq!(tie(&desk).await, 0, "nothing came meanwhile");
        let before = article(&desk, "one").await;
        import_text(&desk, &export("en", "", &[linking(9, "nine", &["/one"])])).await;
        assert_eq!(tie(&desk).await, 2);
        assert_eq!(links(&desk, "one").await[2], "/en/post/nine");
        assert_eq!(
            links(&desk, "three").await,
            ["http://old.example/wp-content/uploads/a.pdf", "/en/post/nine"]
        );
        let after = article(&desk, "one").await;
        assert_eq!((before.modified, before.updated), (after.modified, after.updated));
        let position = desk.store().journal().head().await.unwrap();
        let again = import_text(&desk, &export("en", "", &first)).await;
        assert_eq!((again.same, tie(&desk).await), (3, 0));
        assert_eq!(desk.store().journal().head().await.unwrap(), position, "something was written");
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_whose_links_were_led_here_still_counts_as_unedited() {
    on_both(async |desk| {
        let draft = |body: &str| Item { status: "draft", ..linking(4, "four", &[body]) };
        let first = [linking(1, "one", &["http://old.example/nine/"]), draft("http://old.example/nine/")];
        import_text(&desk, &export("en", "", &first)).await;
        import_text(&desk, &export("en", "", &[post(9, "Nine", "nine")])).await;
        assert_eq!(tie(&desk).await, 2);
        let newer = [
            linking(1, "one", &["http://old.example/nine/", "http://old.example/never/"]),
            Item { status: "publish", ..draft("http://old.example/nine/#x") },
        ];
        let report = import_text(&desk, &export("en", "", &newer)).await;
        assert_eq!((report.renewed, report.changed), (2, 0), "{}", notes(&report));
        assert_eq!(links(&desk, "one").await, ["/en/post/nine", "http://old.example/never/"]);
        assert_eq!(links(&desk, "four").await, ["/en/post/nine#x"]);
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

//! The page that searches an edition: what it shows, what it must not show, and what readers get
//! while there is no index.

use desk::{Create, Publish, PutEdition, SetExpiry, Withdraw};
use document::{Block, BlockId, BlockKind, Document, Inline};
use domain::{BranchId, Withdrawal};
use store::Content;

use crate::house::{Engine, House, body, code, edition, header, parsed, text};

async fn publish(house: &House, slug: &str, headline: &str, words: &str) -> BranchId {
    let kind = BlockKind::Paragraph { text: vec![Inline::plain(words)] };
    let document = Document::new(vec![Block { id: BlockId::new(1), kind, of: None }]).unwrap();
    let content = Content { body: document, standfirst: None, ..text(headline) };
    let create = Create { edition: code("en"), story: None, slug: parsed(slug), content };
    let branch = house.run(create).await;
    house.run(Publish { branch, version: 1, update: false }).await;
    house.pass(1);
    branch
}

async fn indexed(house: &House) {
    house.store.journal().catch_up().await.unwrap();
}

/// The page of a search, which must be there.
async fn found(house: &House, target: &str) -> String {
    let response = house.get(target).await;
    assert_eq!(response.status(), 200, "{target}");
    body(&response).to_owned()
}

/// Slugs of the hits, in their order.
fn hits(html: &str) -> Vec<&str> {
    let links = html.split("card__headline\"><a href=\"/en/post/").skip(1);
    links.map(|rest| rest.split('"').next().unwrap()).collect()
}

#[tokio::test]
async fn a_search_shows_what_was_found_with_the_words_marked() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        publish(&house, "ferry", "The last boat", "Rain fell. Two ferries left the harbour at dawn.").await;
        publish(&house, "tram", "The last tram", "Nobody waved.").await;
        indexed(&house).await;
        let html = found(&house, "/en/search?q=ferry").await;
        assert_eq!(hits(&html), ["ferry"]);
        assert!(html.contains("Rain fell. Two <mark>ferries</mark> left the harbour at dawn."), "{html}");
        assert!(html.contains("value=\"ferry\"") && html.contains("1 story found"), "{html}");
        assert_eq!(hits(&found(&house, "/en/search?q=last").await), ["tram", "ferry"]);
        assert!(hits(&found(&house, "/ar/search?q=ferry").await).is_empty(), "another edition");
    }
}

#[tokio::test]
async fn a_page_of_a_search_is_kept_by_nobody_and_listed_by_no_engine() {
    let house = House::new().await;
    indexed(&house).await;
    for target in ["/en/search", "/en/search?q=ferry"] {
        let response = house.get(target).await;
        assert_eq!(
            (response.status().as_u16(), header(&response, "cache-control")),
            (200, "no-store"),
            "{target}"
        );
        assert!(header(&response, "etag").is_empty());
        assert!(body(&response).contains("<meta name=\"robots\" content=\"noindex\">"), "{target}");
    }
    assert_eq!(house.leads("/en/search/?q=ferry").await, (301, "/en/search?q=ferry".to_owned()));
}

#[tokio::test]
async fn law_1_one_eye_a_search_shows_nothing_that_turned_hidden_since_the_index_was_written() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let withdrawn = publish(&house, "withdrawn", "Ferry withdrawn", "Secret.").await;
        let expiring = publish(&house, "expiring", "Ferry expiring", "Secret.").await;
        publish(&house, "kept", "Ferry kept", "Known.").await;
        indexed(&house).await;
        assert_eq!(hits(&found(&house, "/en/search?q=ferry").await).len(), 3);
        // The index is not told of any of this.
        house.run(Withdraw { branch: withdrawn, reason: Withdrawal::Legal }).await;
        house.run(SetExpiry { branch: expiring, at: Some(house.now().plus_seconds(60)) }).await;
        house.pass(59);
        assert_eq!(hits(&found(&house, "/en/search?q=ferry").await), ["kept", "expiring"]);
        house.pass(1);
        let html = found(&house, "/en/search?q=ferry").await;
        assert_eq!(hits(&html), ["kept"]);
        assert!(!html.contains("Secret"), "{html}");
        house.run(PutEdition { edition: edition("en", "en-GB", false, 0) }).await;
        assert_eq!(house.get("/en/search?q=ferry").await.status(), 404);
        assert_eq!(house.get("/en/search").await.status(), 404);
    }
}

#[tokio::test]
async fn a_hit_shows_the_revision_that_is_live_now() {
    let house = House::new().await;
    let branch = publish(&house, "ferry", "The last ferry", "Rain.").await;
    indexed(&house).await;
    house.rewrite(branch, "The last tram").await;
    let html = found(&house, "/en/search?q=ferry").await;
    assert!(html.contains("The last tram") && !html.contains("The last ferry"), "{html}");
}

#[tokio::test]
async fn two_hundred_hits_are_seen_twenty_a_page() {
    let house = House::new().await;
    for n in 0..45 {
        publish(&house, &format!("ferry-{n}"), "The ferry", "Rain.").await;
    }
    indexed(&house).await;
    let mut seen = Vec::new();
    let mut next = Some("/en/search?q=ferry".to_owned());
    while let Some(target) = next {
        let html = found(&house, &target).await;
        seen.extend(hits(&html).into_iter().map(ToOwned::to_owned));
        assert!(html.contains("45 stories found"), "{html}");
        next = html
            .split("paging__older\" href=\"")
            .nth(1)
            .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"));
    }
    let newest_first: Vec<_> = (0..45).rev().map(|n| format!("ferry-{n}")).collect();
    assert_eq!(seen, newest_first);
    let behind = found(&house, "/en/search?q=ferry&from=120").await;
    assert!(hits(&behind).is_empty() && behind.contains("/en/search?q=ferry&amp;from=40"), "{behind}");
}

#[tokio::test]
async fn what_is_asked_and_what_is_found_is_never_markup() {
    let house = House::new().await;
    publish(&house, "script", "Script", "He wrote <script>alert('ferry')</script> & \"<b>ferry</b>\".").await;
    indexed(&house).await;
    let html =
        found(&house, "/en/search?q=%3Cscript%3Ealert%28%27ferry%27%29%3C%2Fscript%3E%22%20ferry").await;
    assert_eq!(hits(&html), ["script"]);
    assert!(!html.contains("<script>alert") && !html.contains("<b>") && !html.contains("\"&gt;"), "{html}");
    assert!(
        html.contains("&lt;<mark>script</mark>&gt;<mark>alert</mark>(&#39;<mark>ferry</mark>&#39;)&lt;/"),
        "{html}"
    );
}

#[tokio::test]
async fn nothing_asked_nothing_found_and_marks_alone_are_pages_of_their_own() {
    let house = House::new().await;
    publish(&house, "ferry", "The last ferry", "Rain.").await;
    indexed(&house).await;
    for target in ["/en/search", "/en/search?q=", "/en/search?q=%20%00", "/en/search?q=%ff", "/ar/search"] {
        let html = found(&house, target).await;
        assert!(html.contains("role=\"search\"") && !html.contains("card__headline"), "{target}");
        assert!(!html.contains("head__text\" role=\"status\""), "{target}");
    }
    for target in
        ["/en/search?q=balloon", "/en/search?q=-", "/en/search?q=%F0%9F%99%82", "/en/search?q=*&from=20"]
    {
        assert!(found(&house, target).await.contains("Nothing was found"), "{target}");
    }
}

#[tokio::test]
async fn without_an_index_the_search_says_so_and_all_else_is_there() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        publish(&house, "ferry", "The last ferry", "Rain.").await;
        let response = house.get("/en/search?q=ferry").await;
        assert_eq!((response.status().as_u16(), header(&response, "retry-after")), (503, "10"));
        assert_eq!(header(&response, "cache-control"), "no-store");
        assert!(body(&response).contains("Search is not available"), "{}", body(&response));
        for target in ["/en/", "/en/post/ferry", "/en/search", "/en/feed.xml"] {
            assert_eq!(house.get(target).await.status(), 200, "{target}");
        }
        indexed(&house).await;
        std::fs::remove_dir_all(house.index.path()).unwrap();
        assert_eq!(hits(&found(&house, "/en/search?q=ferry").await), ["ferry"], "until it is missed");
        indexed(&house).await;
        assert_eq!(hits(&found(&house, "/en/search?q=ferry").await), ["ferry"]);
    }
}

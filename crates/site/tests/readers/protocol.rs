//! HTTP's side: methods, validators, limits, protection, faults.

use http::{Method, Request};

use crate::house::{House, body, header};

#[tokio::test]
async fn a_held_page_is_304_until_it_changes() {
    let house = House::new().await;
    house.publish("en", "one", "One").await;
    for target in ["/en/", "/en/world/", "/en/feed.xml", "/sitemap.xml", "/robots.txt"] {
        let first = house.get(target).await;
        let etag = header(&first, "etag").to_owned();
        let again = house.get_with(target, "if-none-match", &etag).await;
        assert_eq!((again.status().as_u16(), again.body().len()), (304, 0), "{target}");
    }
    let etag = header(&house.get("/en/").await, "etag").to_owned();
    house.publish("en", "two", "Two").await;
    let changed = house.get_with("/en/", "if-none-match", &etag).await;
    assert_eq!(changed.status(), 200);
    assert!(body(&changed).contains("Two"));
}

#[tokio::test]
async fn head_is_get_without_a_body_and_other_methods_are_405() {
    let house = House::new().await;
    let ask = async |method: Method| {
        let (parts, ()) = Request::builder().method(method).uri("/en/").body(()).unwrap().into_parts();
        house.site.answer(&parts).await
    };
    let (get, head) = (ask(Method::GET).await, ask(Method::HEAD).await);
    assert_eq!((head.headers(), head.body().len()), (get.headers(), 0));
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::TRACE] {
        let response = ask(method.clone()).await;
        assert_eq!((response.status().as_u16(), header(&response, "allow")), (405, "GET, HEAD"), "{method}");
        assert_eq!(header(&response, "cache-control"), "no-store");
    }
}

#[tokio::test]
async fn bad_input_gets_a_clear_status_in_the_editions_language() {
    let house = House::new().await;
    // Such pages are made from the frame that was last read.
    assert_eq!(house.get("/ar/").await.status(), 200);
    let long = format!("/ar/{}", "a".repeat(4_096));
    let query = format!("/ar/?{}", "q".repeat(4_097));
    let slug = format!("/ar/post/{}", "a".repeat(4_000));
    for (target, status) in [
        ("/ar/post/%zz", 400),
        ("/ar/post/%", 400),
        ("/ar/../etc/passwd", 404),
        ("/ar/%2e%2e/x", 404),
        ("/ar/post/%00", 404),
        ("/ar/post/%ff%fe", 404),
        ("/ar//post/x", 404),
        ("/ar/post/%F0%9F%8E%89", 404),
        (slug.as_str(), 404),
        (long.as_str(), 414),
        (query.as_str(), 414),
    ] {
        let response = house.get(target).await;
        let found = (response.status().as_u16(), header(&response, "content-language"));
        assert_eq!(found, (status, "ar"), "{}", target.chars().take(40).collect::<String>());
        assert!(body(&response).contains("dir=\"rtl\""));
    }
}

#[tokio::test]
async fn law_7_untrusted_in_safe_out_every_page_kind_is_protected_and_holds_no_inline_style_or_handler() {
    let house = House::new().await;
    house.publish("en", "one", "<script>alert(1)</script>\" onload=\"x").await;
    for (target, status) in [
        ("/", 302),
        ("/en/", 200),
        ("/en/world/", 200),
        ("/en/post/one", 200),
        ("/en/post/one/", 301),
        ("/en/feed.xml", 200),
        ("/sitemap.xml", 200),
        ("/en/sitemap-2026-03.xml", 200),
        ("/robots.txt", 200),
        ("/healthz", 200),
        ("/en/nothing/", 404),
        ("/en/%zz", 400),
        ("/static/none.css", 404),
    ] {
        let response = house.get(target).await;
        assert_eq!(response.status().as_u16(), status, "{target}");
        assert!(header(&response, "content-security-policy").starts_with("default-src 'none'"), "{target}");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff", "{target}");
        for forbidden in ["<script>alert", " style=", "<style", " onload=\"", "javascript:"] {
            assert!(!body(&response).contains(forbidden), "{forbidden} in {target}");
        }
    }
}

#[tokio::test]
async fn a_store_that_is_away_is_503_with_words_and_a_time_to_come_back() {
    let house = House::new().await;
    house.get("/ar/").await;
    house.store.database().close().await;
    let response = house.get("/ar/").await;
    assert_eq!((response.status().as_u16(), header(&response, "content-language")), (503, "ar"));
    assert_eq!((header(&response, "retry-after"), header(&response, "cache-control")), ("10", "no-store"));
    assert_eq!(house.get("/healthz").await.status(), 200);
}

#[tokio::test]
async fn a_portal_without_an_edition_answers_without_words() {
    let folder = tempfile::TempDir::new().unwrap();
    let database = store::Database::sqlite(&folder.path().join("masthead.db")).await.unwrap();
    let store = std::sync::Arc::new(store::Store::new(database).await.unwrap());
    let messages = std::sync::Arc::new(locale::Messages::shipped().unwrap());
    let press = std::sync::Arc::new(press::Press::new(messages, None).unwrap());
    let clock: site::Clock = std::sync::Arc::new(|| domain::Moment::from_micros(crate::house::NOON));
    let index = folder.path().join("search");
    let search = search::Search::new(std::sync::Arc::clone(&store), index, clock.clone());
    let media =
        media::Renderer::new(media::Blobs::disk(folder.path().join("media")), media::Bounds::default());
    let site = site::Site::new(store, press, std::sync::Arc::new(search), media, clock);
    for (target, status) in [("/", 404), ("/en/", 404), ("/sitemap.xml", 200), ("/%", 400)] {
        assert_eq!(site.get(target).await.unwrap().status().as_u16(), status, "{target}");
    }
}

#[tokio::test]
async fn law_7_untrusted_in_safe_out_the_one_inline_script_is_the_one_that_the_policy_names() {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    use sha2::{Digest as _, Sha256};

    let house = House::new().await;
    house.publish("en", "one", "One").await;
    for target in ["/en/", "/ar/", "/en/world/", "/en/post/one", "/en/nowhere"] {
        let page = house.get(target).await;
        let html = body(&page);
        let scripts: Vec<_> =
            html.split("<script>").skip(1).map(|rest| rest.split("</script>").next().unwrap()).collect();
        assert_eq!(scripts.len(), 1, "{target}");
        let hash = BASE64_STANDARD.encode(Sha256::digest(scripts[0].as_bytes()));
        let policy = header(&page, "content-security-policy");
        assert!(policy.contains(&format!("script-src 'self' 'sha256-{hash}';")), "{target}: {policy}");
        assert!(!html.contains(" style="), "{target}");
    }
}

#[tokio::test]
async fn whatever_a_page_and_its_sheets_load_is_there_and_kept_for_a_year() {
    let house = House::new().await;
    let front = house.get("/ar/").await;
    let mut wanted: Vec<String> = static_names(body(&front));
    let mut seen = std::collections::BTreeSet::new();
    while let Some(target) = wanted.pop() {
        if !seen.insert(target.clone()) {
            continue;
        }
        let file = house.get(&target).await;
        assert_eq!(file.status(), 200, "{target}");
        assert_eq!(header(&file, "cache-control"), "public, max-age=31536000, immutable", "{target}");
        let kind = header(&file, "content-type").to_owned();
        if target.ends_with(".woff2") {
            assert_eq!(kind, "font/woff2", "{target}");
        }
        if target.ends_with(".css") {
            wanted.extend(static_names(body(&file)));
        }
    }
    assert!(seen.iter().any(|target| target.contains("/accent.")), "{seen:?}");
}

/// The addresses under `/static/` that stand in quotes or brackets.
fn static_names(text: &str) -> Vec<String> {
    let rests = text.split("/static/").skip(1);
    rests.map(|rest| format!("/static/{}", rest.split(['"', '\'', ')']).next().unwrap())).collect()
}

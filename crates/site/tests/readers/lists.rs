//! Pages of lists, feeds and sitemaps.

use desk::{Clerk, Publish, SetEmbargo, SetExpiry, Withdraw};
use domain::Withdrawal;

use crate::house::{Engine, House, body, header};

/// Where the link to the next page leads: it is the one with `rel="next"`.
fn older(html: &str) -> Option<&str> {
    let links = html.split("<a ").skip(1).filter_map(|rest| rest.split('>').next());
    let next = links.into_iter().find(|attributes| attributes.contains("rel=\"next\""))?;
    next.split("href=\"").nth(1)?.split('"').next()
}

#[tokio::test]
async fn law_9_every_list_is_paged_by_key_and_each_article_is_on_one_page_once() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        for n in 0..45 {
            house.publish("en", &format!("story-{n}"), &format!("Story number {n}!")).await;
        }
        let (mut target, mut seen, mut pages) = ("/en/world/".to_owned(), Vec::new(), 0);
        while pages < 10 {
            let response = house.get(&target).await;
            assert_eq!(response.status(), 200, "{target}");
            let html = body(&response);
            seen.extend((0..45).filter(|n| html.contains(&format!("/en/post/story-{n}\""))));
            pages += 1;
            match older(html) {
                Some(next) => target = next.to_owned(),
                None => break,
            }
        }
        seen.sort_unstable();
        assert_eq!((seen, pages), ((0..45).collect(), 3));
    }
}

#[tokio::test]
async fn law_9_every_list_is_paged_by_key_and_a_key_that_is_none_is_404() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        for query in [
            "before=2",
            "before=x.y",
            "before=",
            "before=%zz",
            "before=1.0199B1C2-0000-7000-8000-000000000001",
        ] {
            assert_eq!(house.get(&format!("/en/world/?{query}")).await.status(), 404, "{query}");
        }
        assert_eq!(house.get("/en/world/?page=2").await.status(), 200);
    }
}

#[tokio::test]
async fn a_feed_holds_the_newest_thirty_and_drops_what_is_withdrawn() {
    let house = House::new().await;
    for n in 0..31 {
        house.publish("en", &format!("story-{n}"), &format!("Fish & chips {n}")).await;
    }
    let branch = house.publish("en", "secret", "Withdrawn words").await;
    house.run(Withdraw { branch, reason: Withdrawal::Legal }).await;
    let response = house.get("/en/feed.xml").await;
    assert_eq!(header(&response, "content-type"), "application/rss+xml; charset=utf-8");
    let xml = body(&response);
    assert_eq!(xml.matches("<item>").count(), 30);
    assert!(xml.contains("<title>Fish &amp; chips 30</title>") && !xml.contains("Withdrawn words"));
    assert!(xml.contains("<link>http://localhost:8080/en/post/story-30</link>"), "{xml}");
    assert!(xml.contains("<category>World</category>") && xml.contains("<language>en-GB</language>"));
    assert!(!xml.contains("/en/post/story-0<"), "the oldest is over the thirty");
}

#[tokio::test]
async fn sitemaps_name_every_article_of_the_open_editions_and_nothing_else() {
    let house = House::new().await;
    house.publish("en", "march", "March").await;
    house.pass(40 * 86_400);
    house.publish("en", "april", "April").await;
    house.publish("ar", "nisan", "نيسان").await;
    let index = house.get("/sitemap.xml").await;
    let files: Vec<_> = body(&index)
        .split("<loc>http://localhost:8080")
        .skip(1)
        .map(|s| s.split('<').next().unwrap())
        .collect();
    assert_eq!(
        files,
        [
            "/en/sitemap-pages.xml",
            "/en/sitemap-news.xml",
            "/en/sitemap-2026-03.xml",
            "/en/sitemap-2026-04.xml",
            "/ar/sitemap-pages.xml",
            "/ar/sitemap-news.xml",
            "/ar/sitemap-2026-04.xml",
        ]
    );
    let mut places = Vec::new();
    for file in files {
        let response = house.get(file).await;
        assert_eq!(
            (response.status().as_u16(), header(&response, "content-type")),
            (200, "application/xml; charset=utf-8")
        );
        let xml = body(&response).to_owned();
        places.extend(
            xml.split("<loc>http://localhost:8080").skip(1).map(|s| s.split('<').next().unwrap().to_owned()),
        );
    }
    for place in &places {
        assert_eq!(house.get(place).await.status(), 200, "{place}");
    }
    let mut articles: Vec<_> = places.iter().filter(|place| place.contains("/post/")).collect();
    // The newest are news too.
    articles.sort_unstable();
    articles.dedup();
    assert_eq!(articles, ["/ar/post/nisan", "/en/post/april", "/en/post/march"]);
    assert!(places.contains(&"/en/chess/".to_owned()) && !places.contains(&"/ar/chess/".to_owned()));
    assert_eq!(house.get("/en/sitemap-2026-02.xml").await.status(), 404);
}

#[tokio::test]
async fn law_1_one_eye_an_expired_article_leaves_page_list_feed_and_sitemap_at_its_second() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let branch = house.publish("en", "brief", "Brief glory").await;
        house.run(SetExpiry { branch, at: Some(house.now().plus_seconds(10)) }).await;
        let surfaces = ["/en/", "/en/world/", "/en/feed.xml", "/en/sitemap-2026-03.xml", "/en/post/brief"];
        house.pass(9);
        for target in surfaces {
            let response = house.get(target).await;
            assert!(body(&response).contains("brief"), "{target} a second before");
        }
        house.pass(1);
        for target in surfaces {
            let response = house.get(target).await;
            assert!(
                !body(&response).contains("Brief glory") && !body(&response).contains("/post/brief"),
                "{target} at the second"
            );
        }
        assert_eq!(house.get("/en/post/brief").await.status(), 410);
    }
}

#[tokio::test]
async fn law_1_one_eye_an_embargoed_article_appears_nowhere_before_its_second() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let ends = house.now().plus_seconds(10);
        let branch = house.begin("en", "scoop", "The scoop").await;
        house.run(SetEmbargo { branch, until: Some(ends) }).await;
        house.run(Publish { branch, version: 1, update: false }).await;
        let clerk = Clerk::new(std::sync::Arc::clone(&house.desk));
        let surfaces = ["/en/", "/en/world/", "/en/feed.xml", "/en/sitemap-2026-03.xml", "/en/post/scoop"];
        house.pass(9);
        clerk.turn().await.unwrap();
        for target in surfaces {
            assert!(!body(&house.get(target).await).contains("scoop"), "{target} a second before");
        }
        assert_eq!(house.get("/en/post/scoop").await.status(), 404);
        house.pass(1);
        clerk.turn().await.unwrap();
        for target in surfaces {
            assert!(body(&house.get(target).await).contains("scoop"), "{target} at the second");
        }
    }
}

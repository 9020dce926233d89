//! Law 8: what an address answers, for ever.

use desk::{Archived, ChangeSlug, TakeFronts, Withdraw};
use domain::Withdrawal;

use crate::house::{Engine, House, body, header, live, parsed};

#[tokio::test]
async fn an_article_a_front_and_a_section_are_found() {
    let house = House::new().await;
    house.publish("en", "harbour", "The harbour & the <sea>").await;
    for target in ["/en/", "/en/world/", "/en/post/harbour"] {
        let response = house.get(target).await;
        assert_eq!(response.status(), 200, "{target}");
        assert!(body(&response).contains("The harbour &amp; the &lt;sea&gt;"), "{target}");
        assert_eq!(header(&response, "content-language"), "en-GB");
        assert_eq!(header(&response, "cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn a_missing_or_extra_final_slash_is_one_301_to_a_200() {
    let house = House::new().await;
    house.publish("en", "harbour", "The harbour").await;
    for (target, right) in [
        ("/en", "/en/"),
        ("/en/world", "/en/world/"),
        ("/en/post/harbour/", "/en/post/harbour"),
        ("/en/feed.xml/", "/en/feed.xml"),
        ("/robots.txt/", "/robots.txt"),
    ] {
        assert_eq!(house.leads(target).await, (301, right.to_owned()), "{target}");
        assert_eq!(house.get(right).await.status(), 200, "{right}");
    }
}

#[tokio::test]
async fn law_8_a_url_is_for_ever_a_changed_slug_answers_one_301_and_never_a_chain() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let branch = house.publish("en", "first", "Slugs").await;
        house.run(ChangeSlug { branch, slug: parsed("second") }).await;
        house.run(ChangeSlug { branch, slug: parsed("третий") }).await;
        let present = "/en/post/%D1%82%D1%80%D0%B5%D1%82%D0%B8%D0%B9";
        for old in ["/en/post/first", "/en/post/second", "/en/post/first/"] {
            assert_eq!(house.leads(old).await, (301, present.to_owned()), "{old}");
        }
        assert_eq!(house.get(present).await.status(), 200);
    }
}

#[tokio::test]
async fn law_8_a_url_is_for_ever_a_withdrawn_article_answers_410_at_each_of_its_addresses() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let branch = house.publish("en", "first", "Withdrawn").await;
        house.run(ChangeSlug { branch, slug: parsed("second") }).await;
        house.run(Withdraw { branch, reason: Withdrawal::Legal }).await;
        for target in ["/en/post/first", "/en/post/second"] {
            let response = house.get(target).await;
            assert_eq!((response.status().as_u16(), header(&response, "location")), (410, ""), "{target}");
            assert!(body(&response).contains("removed for legal reasons"), "{target}");
            assert!(!body(&response).contains("Withdrawn"), "{target}");
        }
    }
}

#[tokio::test]
async fn law_8_a_url_is_for_ever_imported_addresses_lead_by_one_301_under_any_host() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        let old = ["http://old.example/2010/05/harbour/", "http://old.example/?p=12"];
        house.import("harbour", live(), &old).await;
        let there = (301, "/en/post/harbour".to_owned());
        for target in [
            "/2010/05/harbour/",
            "/2010/05/harbour",
            "/2010/05/h%61rbour/?utm_source=x",
            "/?p=12",
            "/?a=b&p=12",
        ] {
            assert_eq!(house.leads(target).await, there, "{target}");
            let elsewhere = house.get_with(target, "host", "www.old.example:80").await;
            assert_eq!(header(&elsewhere, "location"), there.1, "{target}");
        }
        assert_eq!(house.leads("/?p=13").await, (302, "/en/".to_owned()));
        assert_eq!(house.get("/2010/05/").await.status(), 404);
    }
}

#[tokio::test]
async fn law_8_a_url_is_for_ever_forms_of_imported_addresses_lead_by_one_301() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        house.import("harbour", live(), &["http://old.example/blog/2010/05/harbour/"]).await;
        house
            .run(TakeFronts {
                archive: "old.example/blog".to_owned(),
                edition: domain::EditionCode::parse("en").unwrap(),
                addresses: vec![domain::OldAddress::parse("http://old.example/blog/").unwrap()],
            })
            .await;
        for (target, there) in [
            ("/blog/2010/05/harbour/feed/", "/en/post/harbour"),
            ("/blog/2010/05/harbour/2/", "/en/post/harbour"),
            ("/blog/2010/05/harbour/comment-page-3/amp/", "/en/post/harbour"),
            ("/blog/", "/en/"),
            ("/blog/feed/rss2/", "/en/feed.xml"),
            ("/blog/page/7/", "/en/"),
            ("/blog/2010/", "/en/archive/2010/"),
            ("/blog/2010/05/page/2/", "/en/archive/2010/05/"),
            ("/blog/2010/05/09/feed/", "/en/archive/2010/05/09/"),
        ] {
            assert_eq!(house.leads(target).await, (301, there.to_owned()), "{target}");
            let elsewhere = house.get_with(target, "host", "www.old.example:80").await;
            assert_eq!(header(&elsewhere, "location"), there, "{target}");
        }
        for target in ["/blog/other/", "/2010/05/", "/blog/2010/13/"] {
            assert_eq!(house.get(target).await.status(), 404, "{target}");
        }
    }
}

#[tokio::test]
async fn law_8_a_url_is_for_ever_an_imported_address_follows_a_changed_slug_and_a_withdrawal() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        house.import("harbour", live(), &["http://old.example/?p=12"]).await;
        let branch = {
            let mut snapshot = house.store.snapshot().await.unwrap();
            let found = snapshot.redirect("", "p=12", "").await.unwrap();
            let Some(store::RedirectTo::Branch(_, branch)) = found else { panic!("{found:?}") };
            branch
        };
        house.run(ChangeSlug { branch, slug: parsed("port") }).await;
        assert_eq!(house.leads("/?p=12").await, (301, "/en/post/port".to_owned()));
        house.run(Withdraw { branch, reason: Withdrawal::Unpublished }).await;
        assert_eq!(house.get("/?p=12").await.status(), 410);
    }
}

#[tokio::test]
async fn law_1_one_eye_an_imported_draft_is_not_betrayed_by_its_old_address() {
    for engine in Engine::BOTH {
        let house = House::on(engine).await;
        house.import("plans", Archived::Draft, &["http://old.example/?p=12"]).await;
        for target in ["/?p=12", "/en/post/plans"] {
            assert_eq!(house.leads(target).await, (404, String::new()), "{target}");
        }
    }
}

#[tokio::test]
async fn a_renamed_sections_old_slug_leads_to_its_present_page() {
    let house = House::new().await;
    house.put_section(house.world_section, "planet", &[("en", "Planet")]).await;
    assert_eq!(house.leads("/en/world/").await, (301, "/en/planet/".to_owned()));
    assert_eq!(house.leads("/en/world").await, (301, "/en/planet/".to_owned()));
    assert_eq!(house.leads("/ar/world/").await, (404, String::new()));
}

#[tokio::test]
async fn law_6_no_foreign_word_a_section_without_a_name_in_an_edition_has_no_page_there() {
    let house = House::new().await;
    assert_eq!(house.get("/en/chess/").await.status(), 200);
    let response = house.get("/ar/chess/").await;
    assert_eq!((response.status().as_u16(), header(&response, "content-language")), (404, "ar"));
}

#[tokio::test]
async fn an_unknown_or_closed_edition_is_404_in_the_first_open_editions_language() {
    let house = House::new().await;
    for target in ["/fr/", "/hy/", "/hy/feed.xml", "/hy/world/", "/hy/sitemap-pages.xml", "/newsroom/"] {
        let response = house.get(target).await;
        assert_eq!(
            (response.status().as_u16(), header(&response, "content-language")),
            (404, "en-GB"),
            "{target}"
        );
    }
    assert_eq!(header(&house.get("/ar/post/nothing").await, "content-language"), "ar");
}

#[tokio::test]
async fn the_root_leads_to_the_edition_that_the_readers_language_asks_for() {
    let house = House::new().await;
    for (asked, front) in [("ar-EG, en;q=0.5", "/ar/"), ("hy, en;q=0.1", "/en/"), ("fr", "/en/")] {
        let response = house.get_with("/", "accept-language", asked).await;
        assert_eq!((response.status().as_u16(), header(&response, "location")), (302, front), "{asked}");
        assert_eq!(header(&response, "vary"), "Accept-Language");
        assert_eq!(header(&response, "cache-control"), "no-store");
    }
}

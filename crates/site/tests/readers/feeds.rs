//! Feeds in three formats, of an edition, a section, a topic and an author.

use std::sync::Arc;

use desk::{ChangeSlug, Clerk, Create, Publish, SetEmbargo, SetExpiry, Withdraw};
use domain::{Kind, Tag, Withdrawal};
use store::Content;

use crate::{
    house::{Engine, House, body, code, header, parsed, text},
    newsdesk::{FEEDS, Newsdesk, surfaces},
};

#[tokio::test]
async fn each_feed_holds_its_own_articles_with_author_section_and_topic() {
    for engine in Engine::BOTH {
        let desk = Newsdesk::on(engine).await;
        desk.house
            .run(Create { edition: code("en"), story: None, slug: parsed("draft"), content: text("Draft") })
            .await;
        desk.publish("other", text("Of nothing")).await;
        desk.publish("tide", desk.content("The tide")).await;
        for target in FEEDS {
            let response = desk.house.get(target).await;
            let media_type = match target.rsplit('.').next() {
                Some("xml") => "application/rss+xml; charset=utf-8",
                Some("atom") => "application/atom+xml; charset=utf-8",
                _ => "application/feed+json",
            };
            assert_eq!((response.status().as_u16(), header(&response, "content-type")), (200, media_type));
            let feed = body(&response);
            for word in ["The tide", "http://localhost:8080/en/post/tide", "Ada Wong", "World", "Sea "] {
                assert!(feed.contains(word), "{target} has no {word}: {feed}");
            }
            assert!(feed.contains(&format!("http://localhost:8080{target}")), "{target} names itself");
            let of_edition = target.starts_with("/en/feed.");
            assert_eq!(feed.contains("Of nothing"), of_edition, "{target}");
            assert!(!feed.contains("Draft"), "{target}");
        }
    }
}

#[tokio::test]
async fn a_feed_is_called_by_the_words_of_its_edition() {
    let desk = Newsdesk::on(Engine::Sqlite).await;
    desk.house.publish("ar", "madd", "المد").await;
    let feed = desk.text_of("/ar/world/feed.atom").await;
    assert!(feed.contains("العالم</title>") && feed.contains("xml:lang=\"ar\""), "{feed}");
    let feed = desk.text_of("/en/topic/sea/feed.atom").await;
    assert!(feed.contains("<title>Masthead: Sea &amp; shore</title>"), "{feed}");
}

#[tokio::test]
async fn partner_content_never_goes_without_its_label_and_is_no_news() {
    let desk = Newsdesk::on(Engine::Sqlite).await;
    let content = Content { kind: Kind::PartnerContent, ..desk.content("Buy boats") };
    desk.publish("boats", content).await;
    for target in FEEDS {
        let feed = desk.text_of(target).await;
        assert!(feed.contains("Paid partner content: Buy boats"), "{target}: {feed}");
    }
    assert!(!desk.text_of("/en/sitemap-news.xml").await.contains("boats"));
    assert!(desk.text_of("/en/sitemap-2026-03.xml").await.contains("boats"));
}

#[tokio::test]
async fn law_1_one_eye_a_withdrawn_article_is_in_no_feed_and_no_sitemap() {
    for engine in Engine::BOTH {
        let desk = Newsdesk::on(engine).await;
        desk.publish("other", desk.content("Stays")).await;
        let branch = desk.publish("secret", desk.content("Secret words")).await;
        for target in surfaces() {
            assert!(desk.text_of(target).await.contains("/post/secret"), "{target}");
        }
        desk.house.run(Withdraw { branch, reason: Withdrawal::Legal }).await;
        for target in surfaces() {
            let text = desk.text_of(target).await;
            assert!(!text.contains("secret") && !text.contains("Secret words"), "{target}");
        }
    }
}

#[tokio::test]
async fn law_1_one_eye_machines_are_told_of_an_article_at_its_second_and_not_after_its_last() {
    for engine in Engine::BOTH {
        let desk = Newsdesk::on(engine).await;
        let clerk = Clerk::new(Arc::clone(&desk.house.desk));
        desk.publish("other", desk.content("Stays")).await;
        let branch = desk.begin("scoop", desk.content("The scoop")).await;
        let begins = desk.house.now().plus_seconds(10);
        desk.house.run(SetEmbargo { branch, until: Some(begins) }).await;
        desk.house.run(Publish { branch, version: 1, update: false }).await;
        for (pass, wanted) in [(9, false), (1, true), (9, true), (1, false)] {
            desk.house.pass(pass);
            // Before the clerk's turn: its own clock tells the eye.
            for target in surfaces().filter(|_| !wanted) {
                assert!(!desk.text_of(target).await.contains("scoop"), "{target} before the clerk");
            }
            clerk.turn().await.unwrap();
            for target in surfaces() {
                assert_eq!(desk.text_of(target).await.contains("scoop"), wanted, "{target}");
            }
            if desk.house.now() == begins {
                desk.house.run(SetExpiry { branch, at: Some(begins.plus_seconds(10)) }).await;
            }
        }
    }
}

#[tokio::test]
async fn law_8_a_feed_moves_with_its_page_by_one_301() {
    for engine in Engine::BOTH {
        let desk = Newsdesk::on(engine).await;
        desk.publish("tide", desk.content("The tide")).await;
        desk.name_topic("Ocean", "ocean").await;
        desk.name_author("Ada Wong", "ada-wong").await;
        desk.house.put_section(desk.house.world_section, "planet", &[("en", "Planet")]).await;
        for (old, new) in [
            ("/en/topic/sea/feed.atom", "/en/topic/ocean/feed.atom"),
            ("/en/author/ada/feed.json", "/en/author/ada-wong/feed.json"),
            ("/en/world/feed.xml", "/en/planet/feed.xml"),
        ] {
            assert_eq!(desk.house.leads(old).await, (301, new.to_owned()), "{old}");
            assert!(desk.text_of(new).await.contains("The tide"), "{new}");
        }
    }
}

#[tokio::test]
async fn a_feed_of_nothing_and_what_a_closed_edition_has_are_404() {
    let house = House::new().await;
    for target in [
        "/en/nowhere/feed.xml",
        "/en/topic/nowhere/feed.xml",
        "/en/author/nowhere/feed.json",
        // The section has no Arabic words.
        "/ar/chess/feed.xml",
        "/hy/feed.xml",
        "/hy/sitemap-news.xml",
        "/hy/sitemap-pages.xml",
        "/hy/sitemap-2026-03.xml",
        "/fr/feed.atom",
    ] {
        assert_eq!(house.get(target).await.status(), 404, "{target}");
    }
    let facts = house.look_up("/en/topic/nowhere/feed.xml").await.facts.unwrap();
    assert!(facts.tags.contains(&Tag::Path("/en/topic/nowhere".to_owned())));
}

#[tokio::test]
async fn an_article_moved_to_another_slug_keeps_its_name_in_feeds() {
    let desk = Newsdesk::on(Engine::Sqlite).await;
    let branch = desk.publish("tide", desk.content("The tide")).await;
    desk.house.run(ChangeSlug { branch, slug: parsed("ebb") }).await;
    for target in ["/en/feed.xml", "/en/feed.atom", "/en/feed.json"] {
        let feed = desk.text_of(target).await;
        assert!(feed.contains(&format!("urn:uuid:{branch}")) && feed.contains("/en/post/ebb"), "{target}");
    }
}

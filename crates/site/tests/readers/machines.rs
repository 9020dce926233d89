//! What the portal and its pages say of themselves to machines.

use desk::{Create, Publish, PutSource, SetSetting, Tie};
use domain::{Citation, Credit, CreditRole, LocaleTag, OriginalName, Source, SourceId};
use serde_json::{Value, json};
use store::Content;
use uuid::Uuid;

use crate::{
    house::{Engine, House, body, code, header, parsed},
    newsdesk::Newsdesk,
};

/// The JSON-LD of a page, in its order.
async fn json_ld(house: &House, target: &str) -> Vec<Value> {
    let response = house.get(target).await;
    assert_eq!(response.status(), 200, "{target}");
    let scripts = body(&response).split("<script type=\"application/ld+json\">").skip(1);
    scripts.map(|rest| serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap()).collect()
}

#[tokio::test]
async fn machines_are_told_whose_paper_it_is_and_whether_they_may_learn_from_it() {
    let house = House::new().await;
    let set = async |key: &str, value: &str| {
        house.run(SetSetting { key: key.to_owned(), value: Some(value.to_owned()) }).await;
    };
    for target in ["/trust.txt", "/.well-known/tdmrep.json"] {
        assert_eq!(house.get(target).await.status(), 404, "nothing is said in {target}");
    }
    set("portal.reuse_rule", "With a link.").await;
    let reserved = house.get("/.well-known/tdmrep.json").await;
    assert_eq!(header(&reserved, "content-type"), "application/json");
    assert_eq!(body(&reserved), "[{\"location\":\"/\",\"tdm-reservation\":1}]\n");
    for (key, value) in [
        ("social.youtube", "https://video.example/masthead"),
        ("social.x", "https://x.example/masthead"),
        ("social.app_store", "https://apps.example/masthead"),
        ("trust.contact", "mailto:news@masthead.example"),
        ("trust.disclosure", "https://masthead.example/en/page/about"),
        ("trust.belongto", "https://union.example/"),
        ("trust.datatrainingallowed", "yes"),
    ] {
        set(key, value).await;
    }
    let trust = house.get("/trust.txt").await;
    assert_eq!(
        body(&trust),
        "belongto=https://union.example/\n\
         disclosure=https://masthead.example/en/page/about\n\
         contact=mailto:news@masthead.example\n\
         social=https://video.example/masthead\n\
         social=https://x.example/masthead\n\
         datatrainingallowed=yes\n"
    );
    let allowed = house.get("/.well-known/tdmrep.json").await;
    assert_eq!(body(&allowed), "[{\"location\":\"/\",\"tdm-reservation\":0}]\n");
}

#[tokio::test]
async fn robots_are_told_what_not_to_read_and_where_the_sitemaps_are() {
    let house = House::new().await;
    let robots = body(&house.get("/robots.txt").await).to_owned();
    for line in [
        "Disallow: /newsroom/",
        "Disallow: /preview/",
        "Disallow: /en/search?",
        "Disallow: /ar/search$",
        "Sitemap: http://localhost:8080/sitemap.xml",
    ] {
        assert!(robots.lines().any(|found| found == line), "{line} in {robots}");
    }
    assert!(!robots.contains("/hy/"), "a closed edition is told to nobody: {robots}");
}

#[tokio::test]
async fn an_article_tells_machines_what_it_tells_readers() {
    for engine in Engine::BOTH {
        let desk = Newsdesk::on(engine).await;
        let house = &desk.house;
        let gazette = SourceId::new(Uuid::now_v7());
        let source = Source {
            id: gazette,
            slug: parsed("gazette"),
            original: OriginalName {
                text: "The Gazette".to_owned(),
                locale: LocaleTag::parse("en").unwrap(),
            },
            names: Default::default(),
            about: Default::default(),
            home_url: None,
        };
        house.run(PutSource { source }).await;
        let cited = Some("https://gazette.example/1".to_owned());
        let content = Content {
            citations: vec![Citation { source: gazette, url: cited }],
            credits: vec![Credit { person: desk.ada, role: CreditRole::Author }],
            ..desk.content("The <tide> & \"ebb\"")
        };
        desk.publish("tide", content).await;
        let madd = house.publish("ar", "madd", "المد").await;
        house.run(Tie { branch: madd, story: house.story_of("en", "tide").await }).await;
        let found = json_ld(house, "/en/post/tide").await;
        let (article, path) = (found.first().unwrap(), found.get(1).unwrap());
        for (pointer, wanted) in [
            ("/@type", json!("NewsArticle")),
            ("/headline", json!("The <tide> & \"ebb\"")),
            ("/datePublished", json!("2026-03-10T12:00:00+00:00")),
            ("/dateModified", json!("2026-03-10T12:00:00+00:00")),
            ("/inLanguage", json!("en-GB")),
            ("/author/0/name", json!("Ada Wong")),
            ("/author/0/url", json!("http://localhost:8080/en/author/ada/")),
            ("/publisher/name", json!("Masthead")),
            ("/citation/0/name", json!("The Gazette")),
            ("/citation/0/url", json!("https://gazette.example/1")),
            ("/workTranslation/0/url", json!("http://localhost:8080/ar/post/madd")),
            ("/articleSection", json!(["World"])),
            ("/keywords", json!(["Sea & shore"])),
        ] {
            assert_eq!(article.pointer(pointer), Some(&wanted), "{pointer} of {article}");
        }
        assert_eq!(path.pointer("/itemListElement/1/item"), Some(&json!("http://localhost:8080/en/world/")));
        let translation = json_ld(house, "/ar/post/madd").await;
        let original = translation.first().unwrap().pointer("/translationOfWork/url");
        assert_eq!(original, Some(&json!("http://localhost:8080/en/post/tide")));
    }
}

#[tokio::test]
async fn every_page_with_an_address_says_what_it_is() {
    let desk = Newsdesk::on(Engine::Sqlite).await;
    desk.publish("tide", desk.content("The tide")).await;
    let page = Content { kind: domain::Kind::Page, ..Content::default() };
    let headlines = domain::Headlines::of("About us");
    let case = Create {
        edition: code("en"),
        story: None,
        slug: parsed("about"),
        content: Content { headlines, ..page },
    };
    let branch = desk.house.run(case).await;
    desk.house.run(Publish { branch, version: 1, update: false }).await;
    for (target, types, kind) in [
        ("/en/", vec!["NewsMediaOrganization", "WebSite"], "website"),
        ("/en/post/tide", vec!["NewsArticle", "BreadcrumbList"], "article"),
        ("/en/page/about", vec!["WebPage"], "website"),
        ("/en/world/", vec!["BreadcrumbList"], "website"),
        ("/en/topic/sea/", vec!["BreadcrumbList"], "website"),
        ("/en/author/ada/", vec!["ProfilePage"], "profile"),
    ] {
        let found = json_ld(&desk.house, target).await;
        let found: Vec<_> = found.iter().map(|it| it.get("@type").unwrap().as_str().unwrap()).collect();
        assert_eq!(found, types, "{target}");
        let html = desk.text_of(target).await;
        assert!(html.contains(&format!("property=\"og:type\" content=\"{kind}\"")), "{target}");
        assert!(
            html.contains(&format!("property=\"og:url\" content=\"http://localhost:8080{target}\"")),
            "{target}"
        );
    }
    let missing = desk.house.get("/en/post/nowhere").await;
    assert!(!body(&missing).contains("ld+json") && !body(&missing).contains("og:url"));
}

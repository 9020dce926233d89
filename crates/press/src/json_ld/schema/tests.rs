//! What machines read, compared whole.

use super::*;

/// Words that break whoever does not expect them.
const HOSTILE: &str = "</script><!-- ]]> \"«Fish»\" \\ & \u{1b}\u{2028} \u{202e}עברית\u{200f} 👩‍🚀";

fn lang(tag: &str) -> LocaleTag {
    LocaleTag::parse(tag).unwrap()
}

fn paper<'a>(lang: &'a LocaleTag, accounts: &'a [String]) -> Paper<'a> {
    Paper {
        name: "The Meridian",
        home: "https://news.example/en/",
        lang,
        logo: Some("https://news.example/static/icon.svg".to_owned()),
        reuse_rule: Some("With a link"),
        accounts,
        corrections: "https://news.example/en/corrections/",
        search: "https://news.example/en/search",
    }
}

fn bare<'a>(kind: Kind) -> Story<'a> {
    Story {
        kind,
        url: "https://news.example/en/post/a",
        headline: "Headline",
        description: None,
        published: "2026-03-10T16:00:00+04:00",
        modified: "2026-03-10T17:00:00+04:00",
        first_published: Moment::from_micros(1_000),
        year: 2026,
        words: 0,
        authors: &[],
        translators: &[],
        editors: &[],
        contributors: &[],
        path: &[],
        topics: &[],
        citations: &[],
        corrections: &[],
        translations: &[],
        images: &[],
    }
}

fn link(name: &str, path: &str) -> Link {
    Link { name: name.to_owned(), url: Some(format!("https://news.example{path}")) }
}

fn translation(tag: &str, first_published: i64) -> Translation {
    Translation {
        lang: lang(tag),
        url: format!("https://news.example/{tag}/post/a"),
        first_published: Some(Moment::from_micros(first_published)),
    }
}

/// What a template prints, and what a machine reads of it.
fn read(html: &Html) -> (String, Value) {
    let text = serde_json::to_value(html).unwrap().as_str().unwrap().to_owned();
    let value = serde_json::from_str(&text).unwrap();
    (text, value)
}

fn publisher_of_the_meridian() -> Value {
    json!({
        "@type": "NewsMediaOrganization",
        "name": "The Meridian",
        "url": "https://news.example/en/",
        "logo": { "@type": "ImageObject", "url": "https://news.example/static/icon.svg" },
    })
}

#[test]
fn an_article_says_all_that_its_page_says() {
    let (en, site) = (
        lang("en-GB"),
        json!({ "@type": "WebSite", "name": "The Meridian", "url": "https://news.example/en/" }),
    );
    let said = Story {
        description: Some("Under it"),
        words: 512,
        authors: &[link("Ada", "/en/author/ada/")],
        translators: &[link("Ben", "/en/author/ben/")],
        editors: &[link("Cy", "/en/author/cy/")],
        contributors: &[link("Di", "/en/author/di/")],
        path: &[link("World", "/en/world/"), link("Sea", "/en/sea/")],
        topics: &["Harbours".to_owned()],
        citations: &[Link { name: "The Daily".to_owned(), url: None }, link("Gazette", "/cited")],
        corrections: &[("2026-03-11T09:00:00+04:00".to_owned(), "The year was wrong.".to_owned())],
        translations: &[translation("ar", 2_000), translation("ru", 3_000)],
        ..bare(Kind::News)
    };
    let printed = story(&paper(&en, &[]), &said);
    let found: Vec<_> = printed.iter().map(|html| read(html).1).collect();
    let work = |tag: &str| {
        let url = format!("https://news.example/{tag}/post/a");
        json!({ "@type": "NewsArticle", "@id": url, "url": url, "inLanguage": tag })
    };
    let person = |name: &str, slug: &str| json!([{ "@type": "Person", "name": name, "url": format!("https://news.example/en/author/{slug}/") }]);
    let article = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": { "@type": "WebPage", "@id": "https://news.example/en/post/a" },
        "url": "https://news.example/en/post/a",
        "headline": "Headline",
        "description": "Under it",
        "datePublished": "2026-03-10T16:00:00+04:00",
        "dateModified": "2026-03-10T17:00:00+04:00",
        "inLanguage": "en-GB",
        "isAccessibleForFree": true,
        "wordCount": 512,
        "author": person("Ada", "ada"),
        "translator": person("Ben", "ben"),
        "editor": person("Cy", "cy"),
        "contributor": person("Di", "di"),
        "publisher": publisher_of_the_meridian(),
        "isPartOf": site,
        "articleSection": ["World", "Sea"],
        "keywords": ["Harbours"],
        "citation": [
            { "@type": "CreativeWork", "name": "The Daily" },
            { "@type": "CreativeWork", "name": "Gazette", "url": "https://news.example/cited" },
        ],
        "correction": [{
            "@type": "CorrectionComment",
            "text": "The year was wrong.",
            "datePublished": "2026-03-11T09:00:00+04:00",
        }],
        "workTranslation": [work("ar"), work("ru")],
        "copyrightHolder": publisher_of_the_meridian(),
        "copyrightYear": 2026,
        "copyrightNotice": "With a link",
        "usageInfo": { "@type": "CreativeWork", "text": "With a link" },
    });
    let step = |position: u8, name: &str, path: &str| json!({ "@type": "ListItem", "position": position, "name": name, "item": format!("https://news.example{path}") });
    let path = json!({
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            step(1, "The Meridian", "/en/"),
            step(2, "World", "/en/world/"),
            step(3, "Sea", "/en/sea/"),
            step(4, "Headline", "/en/post/a"),
        ],
    });
    assert_eq!(found, [article, path]);
}

#[test]
fn law_7_untrusted_in_safe_out_no_word_ends_the_script_and_each_comes_back_to_the_character() {
    let en = lang("en-GB");
    let said = Story { headline: HOSTILE, ..bare(Kind::News) };
    for html in story(&paper(&en, &[]), &said) {
        let (text, value) = read(&html);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{1b}']), "{text}");
        let headline = value.get("headline").or_else(|| value.pointer("/itemListElement/1/name"));
        assert_eq!(headline, Some(&json!(HOSTILE)));
    }
}

#[test]
fn an_unsigned_article_is_the_papers_own_and_says_nothing_that_it_has_not() {
    let en = lang("en-GB");
    let paper = Paper { reuse_rule: None, ..paper(&en, &[]) };
    let article = read(story(&paper, &bare(Kind::News)).first().unwrap()).1;
    assert_eq!(article.get("author"), Some(&json!([publisher_of_the_meridian()])));
    for absent in [
        "citation",
        "correction",
        "keywords",
        "workTranslation",
        "translationOfWork",
        "usageInfo",
        "wordCount",
    ] {
        assert_eq!(article.get(absent), None, "{absent}");
    }
}

#[test]
fn a_branch_that_came_later_is_the_translation_of_the_first() {
    let ar = lang("ar");
    let said = Story { translations: &[translation("ru", 500), translation("en", 10)], ..bare(Kind::News) };
    let article = read(story(&paper(&ar, &[]), &said).first().unwrap()).1;
    assert_eq!(article.pointer("/translationOfWork/inLanguage"), Some(&json!("en")));
    assert_eq!(article.get("workTranslation"), None);
}

#[test]
fn the_kind_of_an_article_is_told() {
    let en = lang("en-GB");
    for (kind, wanted) in [
        (Kind::Opinion, "OpinionNewsArticle"),
        (Kind::Explainer, "BackgroundNewsArticle"),
        (Kind::PartnerContent, "AdvertiserContentArticle"),
        (Kind::PressRelease, "Article"),
        (Kind::Page, "WebPage"),
        (Kind::Video, "NewsArticle"),
    ] {
        let first = read(story(&paper(&en, &[]), &bare(kind)).first().unwrap()).1;
        assert_eq!(first.get("@type"), Some(&json!(wanted)));
    }
}

#[test]
fn a_front_tells_who_publishes_the_paper_and_how_it_is_searched() {
    let (en, accounts) = (lang("en-GB"), ["https://x.example/meridian".to_owned()]);
    let found: Vec<_> = front(&paper(&en, &accounts)).iter().map(|html| read(html).1).collect();
    let (organization, site) = (found.first().unwrap(), found.get(1).unwrap());
    assert_eq!(organization.get("sameAs"), Some(&json!(accounts)));
    assert_eq!(organization.get("correctionsPolicy"), Some(&json!("https://news.example/en/corrections/")));
    let template = site.pointer("/potentialAction/target/urlTemplate");
    assert_eq!(template, Some(&json!("https://news.example/en/search?q={query}")));
}

#[test]
fn an_authors_page_is_about_a_person_who_works_for_the_paper() {
    let en = lang("en-GB");
    let ada = Profile {
        name: "Ada",
        url: "https://news.example/en/author/ada/",
        role: Some("Reporter"),
        about: None,
        image: Some("https://portal.example/media/a.jpg".to_owned()),
    };
    let found = read(profile(&paper(&en, &[]), &ada).first().unwrap()).1;
    assert_eq!(found.pointer("/mainEntity/name"), Some(&json!("Ada")));
    assert_eq!(found.pointer("/mainEntity/jobTitle"), Some(&json!("Reporter")));
    assert_eq!(found.pointer("/mainEntity/worksFor"), Some(&publisher_of_the_meridian()));
    assert_eq!(found.pointer("/mainEntity/image"), Some(&json!("https://portal.example/media/a.jpg")));
    assert_eq!(found.pointer("/mainEntity/description"), None);
}

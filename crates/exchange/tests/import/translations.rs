//! Translations move in as editions and branches of one story.

use std::collections::BTreeMap;

use desk::{Desk, SystemWorld, World as _};
use domain::{EditionCode, OldAddress, Space, StoryId};
use store::{Article, Lookup, RedirectTo};

use crate::{
    exports::{Item, category, export, post, tag, term, term_field},
    import_text, notes, on_both, witness,
};

async fn article(desk: &Desk, edition: &str, slug: &str) -> Option<Article> {
    let edition = EditionCode::parse(edition).unwrap();
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let found = snapshot.article(&edition, Space::Post, slug, SystemWorld.now()).await.unwrap();
    snapshot.close().await.unwrap();
    match found {
        Lookup::Here(article) => Some(article.into_inner()),
        _ => None,
    }
}

async fn story(desk: &Desk, edition: &str, slug: &str) -> StoryId {
    article(desk, edition, slug).await.unwrap_or_else(|| panic!("no {slug} in {edition}")).story
}

/// Sections by their slugs, with their names by edition.
async fn sections(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let snapshot = desk.store().snapshot().await.unwrap();
    let sections = snapshot.frame().sections.iter().map(|section| {
        let names = section.words.iter().map(|(code, words)| format!("{code} {}", words.name));
        (section.slug.to_string(), names.collect())
    });
    let sections = sections.collect();
    snapshot.close().await.unwrap();
    sections
}

async fn editions(desk: &Desk) -> Vec<String> {
    let snapshot = desk.store().snapshot().await.unwrap();
    let editions = snapshot.frame().editions.iter();
    let editions =
        editions.map(|e| format!("{} {} {}", e.code, e.locale, if e.open { "open" } else { "closed" }));
    let editions = editions.collect();
    snapshot.close().await.unwrap();
    editions
}

async fn leads_to(desk: &Desk, url: &str) -> Option<RedirectTo> {
    let old = OldAddress::parse(url).unwrap();
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let to = snapshot.redirect(&old.path, &old.query, &old.host).await.unwrap();
    snapshot.close().await.unwrap();
    to
}

/// As Polylang writes it: languages and groups are taxonomies, and the lists of the groups serialized PHP.
fn polylang() -> String {
    let header = [
        category(3, "actualites", "", "Actualités", ""),
        category(2, "news", "", "News", ""),
        category(4, "sport-fr", "actualites", "Le sport", ""),
        category(5, "sport", "news", "Sport", ""),
        tag(8, "mer", "Mer", ""),
        tag(9, "sea", "Sea", ""),
        term(
            20,
            "language",
            "fr",
            "Français",
            r#"a:3:{s:6:"locale";s:5:"fr_FR";s:3:"rtl";i:0;s:9:"flag_code";s:2:"fr";}"#,
        ),
        term(
            21,
            "language",
            "en",
            "English",
            r#"a:3:{s:6:"locale";s:5:"en_GB";s:3:"rtl";i:0;s:9:"flag_code";s:2:"gb";}"#,
        ),
        term(22, "language", "hy", "Հայերեն", r#"a:1:{s:6:"locale";s:2:"hy";}"#),
        term(23, "term_language", "pll_fr", "Français", ""),
        term(30, "term_translations", "pll_t1", "pll_t1", r#"a:2:{s:2:"en";i:2;s:2:"fr";i:3;}"#),
        term(31, "term_translations", "pll_t2", "pll_t2", r#"a:2:{s:2:"en";i:5;s:2:"fr";i:4;}"#),
        term(32, "term_translations", "pll_t3", "pll_t3", r#"a:2:{s:2:"en";i:9;s:2:"fr";i:8;}"#),
        term(
            40,
            "post_translations",
            "pll_p1",
            "pll_p1",
            r#"a:3:{s:2:"en";i:11;s:2:"fr";i:12;s:2:"ru";i:999;}"#,
        ),
        // The lengths lie, as after words were replaced in a dump.
        term(41, "post_translations", "pll_p2", "pll_p2", r#"a:7:{s:9:"en";i:13;s:1:"fr";i:14;}"#),
    ];
    let in_language = |item: Item, code: &str, group: &str| {
        let item = item.label("language", code, code);
        if group.is_empty() { item } else { item.label("post_translations", group, group) }
    };
    let items = [
        in_language(post(12, "La mer", "fr/2024/la-mer"), "fr", "pll_p1")
            .label("category", "actualites", "Actualités")
            .label("post_tag", "mer", "Mer"),
        in_language(post(11, "The sea", "2024/the-sea"), "en", "pll_p1")
            .label("category", "news", "News")
            .label("post_tag", "sea", "Sea"),
        in_language(post(15, "The other sea", "2024/the-other-sea"), "en", "pll_p1"),
        // Neither its language nor its group is written at the item: the list has them.
        post(14, "Le match", "fr/2024/le-match").label("category", "sport-fr", "Le sport"),
        in_language(post(13, "The match", "2024/the-match"), "en", "pll_p2")
            .label("category", "sport", "Sport"),
        in_language(post(16, "Ծով", "hy/2024/tsov"), "hy", ""),
        post(17, "Of no language", "2024/of-none"),
    ];
    export("en-US", &header.concat(), &items)
}

#[tokio::test(flavor = "multi_thread")]
async fn polylang_s_translations_are_branches_of_one_story() {
    on_both(async |desk| {
        let report = import_text(&desk, &polylang()).await;
        assert_eq!((report.posts, report.refused.len()), (7, 0), "{}", notes(&report));
        assert_eq!(editions(&desk).await, ["en en-US open", "fr fr-FR closed", "hy hy open"]);
        assert_eq!(report.editions_made.len(), 3);
        // The French edition is closed: its branches are looked at where they are kept.
        let rows = witness::stories(&desk).await;
        assert_eq!(rows["en the-sea"], rows["fr la-mer"]);
        assert_eq!(rows["en the-match"], rows["fr le-match"]);
        assert_ne!(rows["en the-sea"], rows["en the-other-sea"]);
        assert_ne!(rows["hy tsov"], rows["en of-none"]);
        assert!(notes(&report).contains("The other sea: another article of its translation group"));
        assert_eq!(story(&desk, "en", "the-sea").await.to_string().replace('-', ""), rows["en the-sea"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_section_has_the_source_edition_s_slug_and_the_others_lead_to_it() {
    on_both(async |desk| {
        let report = import_text(&desk, &polylang()).await;
        assert_eq!((report.sections, report.topics), (2, 1), "{}", notes(&report));
        let sections = sections(&desk).await;
        assert_eq!(sections["news"], ["en News", "fr Actualités"]);
        assert_eq!(sections["sport"], ["en Sport", "fr Le sport"]);
        let mut snapshot = desk.store().snapshot().await.unwrap();
        let space = store::AddressSpace::Section;
        let (news, _) = snapshot.portal_address(space, "news").await.unwrap().unwrap();
        assert_eq!(snapshot.portal_address(space, "actualites").await.unwrap(), Some((news, false)));
        assert_eq!(
            snapshot.frame().sections.by_slug("sport").unwrap().parent.unwrap().uuid(),
            news,
            "the tree is kept"
        );
        snapshot.close().await.unwrap();
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn translations_that_come_twice_change_nothing() {
    on_both(async |desk| {
        for text in [polylang(), wpml(), qtranslate()] {
            let first = import_text(&desk, &text).await;
            let position = desk.store().journal().head().await.unwrap();
            let second = import_text(&desk, &text).await;
            assert_eq!((second.posts, second.changed, second.sections, second.topics), (0, 0, 0, 0));
            assert_eq!(second.same, first.articles());
            assert_eq!(desk.store().journal().head().await.unwrap(), position, "an event was written");
        }
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

/// As WPML's export writes it: fields of posts and of terms.
fn wpml() -> String {
    let fields = |language: &str, source: &str, group: &str| {
        let field = |name: &str, value: &str| term_field(&format!("_wpml_import_{name}"), value);
        field("language_code", language)
            + &field("source_language_code", source)
            + &field("translation_group", group)
    };
    let header = [
        category(52, "monde", "", "Monde", &fields("fr", "en", "t7")),
        category(51, "world", "", "World", &fields("en", "NULL", "t7")),
        tag(53, "ville", "Ville", &fields("fr", "en", "t8")),
        tag(54, "city", "City", &fields("en", "", "t8")),
    ];
    let with = |item: Item, language: &str, source: &str, group: &str| {
        item.field("_wpml_import_language_code", language)
            .field("_wpml_import_source_language_code", source)
            .field("_wpml_import_translation_group", group)
    };
    let items = [
        with(post(62, "Une ville", "fr/une-ville"), "fr", "en", "31")
            .label("category", "monde", "Monde")
            .label("post_tag", "ville", "Ville"),
        with(post(61, "A city", "a-city"), "en", "", "31")
            .label("category", "world", "World")
            .label("post_tag", "city", "City"),
        with(post(63, "Uma cidade", "pt-br/uma-cidade"), "pt-br", "en", "31"),
        with(post(64, "Encore une ville", "fr/encore"), "fr", "en", "31"),
        with(post(65, "Nowhere", "nowhere"), "!!", "", "32"),
    ];
    export("en-GB", &header.concat(), &items)
}

#[tokio::test(flavor = "multi_thread")]
async fn wpml_s_groups_are_stories_sections_and_topics() {
    on_both(async |desk| {
        let report = import_text(&desk, &wpml()).await;
        assert_eq!((report.posts, report.sections, report.topics), (4, 1, 1), "{}", notes(&report));
        let rows = witness::stories(&desk).await;
        assert_eq!(rows["en a-city"], rows["fr une-ville"]);
        assert_eq!(rows["en a-city"], rows["pt-br uma-cidade"]);
        assert_ne!(rows["en a-city"], rows["fr encore"]);
        assert_eq!(sections(&desk).await["world"], ["en World", "fr Monde"]);
        assert!(notes(&report).contains("Nowhere: no edition can be made for its language \"!!\""));
        assert_eq!(editions(&desk).await[1..], ["fr fr closed", "pt-br pt-BR closed"]);
    })
    .await;
}

/// As qTranslate and its successors write it: all languages in one field.
fn qtranslate() -> String {
    let header = category(71, "life", "", "[:en]Life[:ru]Жизнь[:]", "");
    let items = [
        post(81, "[:ru]Небо[:en]Heaven[:]", "2024/heaven")
            .body("[:ru]Под небом[:en]Under heaven[:]")
            .label("category", "life", "[:en]Life[:ru]Жизнь[:]"),
        post(82, "<!--:en-->Old<!--:--><!--:ru-->Старое<!--:-->", "2024/old")
            .body("<!--:en-->First<!--:--><!--:ru-->Первое<!--:--><!--more--><!--:en-->rest<!--:--><!--:ru-->прочее<!--:-->"),
        post(83, "[:en]Only English[:ru][:]", "2024/only").body("[:en]Alone[:]"),
        post(84, "[:en]Untitled there[:]", "2024/untitled").body("[:en]Words[:ru]Слова[:]"),
        post(85, "How to write [:en]", "2024/how").body("Put [:en] before the words."),
    ];
    export("en-US", &header, &items)
}

#[tokio::test(flavor = "multi_thread")]
async fn qtranslate_s_fields_are_divided() {
    on_both(async |desk| {
        let report = import_text(&desk, &qtranslate()).await;
        assert_eq!((report.posts, report.sections), (8, 1), "{}", notes(&report));
        assert_eq!(story(&desk, "en", "heaven").await, story(&desk, "ru", "heaven").await);
        let text = |article: Article| {
            document::plain_text(&article.content.body).into_iter().map(|run| run.text).collect::<String>()
        };
        let russian = article(&desk, "ru", "heaven").await.unwrap();
        assert_eq!(russian.content.headlines.full, "Небо");
        assert_eq!(text(russian).trim(), "Под небом");
        let english = text(article(&desk, "en", "old").await.unwrap());
        assert!(
            english.contains("First") && english.contains("rest") && !english.contains("Первое"),
            "{english}"
        );
        assert!(article(&desk, "ru", "only").await.is_none(), "it has no Russian words");
        assert!(article(&desk, "ru", "untitled").await.is_none(), "it is a draft");
        assert!(notes(&report).contains("it has no headline in its language"));
        assert_eq!(article(&desk, "en", "how").await.unwrap().content.headlines.full, "How to write [:en]");
        assert_eq!(sections(&desk).await["life"], ["en Life", "ru Жизнь"]);
        let to = leads_to(&desk, "http://old.example/ru/2024/heaven/").await;
        assert!(matches!(to, Some(RedirectTo::Branch(edition, _)) if edition.as_str() == "ru"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_that_comes_with_a_later_file_joins_its_story() {
    on_both(async |desk| {
        let fields = |item: Item, language: &str| {
            item.field("_wpml_import_language_code", language).field("_wpml_import_translation_group", "5")
        };
        import_text(&desk, &export("en", "", &[fields(post(1, "One", "one"), "en")])).await;
        import_text(&desk, &export("en", "", &[fields(post(2, "Один", "odin"), "ru")])).await;
        assert_eq!(story(&desk, "en", "one").await, story(&desk, "ru", "odin").await);
        let report = import_text(&desk, &export("en", "", &[fields(post(3, "Two", "two"), "en")])).await;
        assert!(notes(&report).contains("Two: another article of its translation group"));
        assert_ne!(story(&desk, "en", "one").await, story(&desk, "en", "two").await);
    })
    .await;
}

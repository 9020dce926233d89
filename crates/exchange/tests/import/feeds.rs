//! Feeds move in.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use desk::{Desk, SystemWorld, World as _};
use document::BlockKind;
use domain::{AssetId, EditionCode, Kind, Moment, Space};
use exchange::import::{ImportError, Options, Report, import_feed};
use store::{Article, Lookup};

use crate::{
    exports::{category, export, post},
    import_text, notes,
    old_addresses::leads,
    on_both, witness,
};

async fn try_import(desk: &Desk, feed: &[u8], edition: Option<&str>) -> Result<Report, ImportError> {
    let options = Options { edition: edition.map(|code| EditionCode::parse(code).unwrap()) };
    import_feed(desk, feed, &options, &mut |_| {}).await
}

async fn import(desk: &Desk, feed: &str) -> Report {
    let report = try_import(desk, feed.as_bytes(), None).await.unwrap();
    assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    report
}

async fn article_in(desk: &Desk, edition: &str, slug: &str) -> Option<Article> {
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let edition = EditionCode::parse(edition).unwrap();
    let found = snapshot.article(&edition, Space::Post, slug, SystemWorld.now()).await.unwrap();
    snapshot.close().await.unwrap();
    match found {
        Lookup::Here(article) => Some(article.into_inner()),
        _ => None,
    }
}

async fn article(desk: &Desk, slug: &str) -> Article {
    article_in(desk, "en", slug).await.unwrap_or_else(|| panic!("no {slug}"))
}

/// A feed of RSS in English.
fn rss(items: &str) -> String {
    format!(
        "<rss version='2.0'><channel><title>Old</title><link>https://old.example/</link>\
         <language>en-GB</language>{items}</channel></rss>"
    )
}

fn item(slug: &str, more: &str) -> String {
    format!(
        "<item><title>{slug} it is</title><link>https://old.example/2020/{slug}/</link>\
         <guid>https://old.example/?p=17{slug}</guid><pubDate>Sat, 01 Feb 2020 10:00:00 GMT</pubDate>{more}</item>\n"
    )
}

/// The assets of pictures that are to be brought, by their addresses.
async fn awaited(desk: &Desk) -> BTreeMap<String, AssetId> {
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let awaited = snapshot.awaited_pictures(&[], Moment::from_micros(i64::MAX), 100).await.unwrap();
    snapshot.close().await.unwrap();
    awaited.into_iter().map(|it| (it.picture.url, it.picture.asset)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_comes_in_with_its_author_topics_pictures_and_addresses() {
    on_both(async |desk| {
        let more = "<description>A short word</description><dc:creator>Edda Nour</dc:creator>\
                    <category>The sea</category><category>the Sea</category>\
                    <content:encoded>&lt;p>Rain &lt;a href='/2019/x/'>fell&lt;/a>.&lt;/p>&lt;img src='/in.jpg'></content:encoded>\
                    <media:content url='https://old.example/lead.jpg' medium='image'><media:description>A pier</media:description></media:content>\
                    <media:content url='https://old.example/more.jpg' medium='image'/>\
                    <media:content url='https://old.example/in.jpg?w=100' medium='image'/>";
        let report = import(&desk, &rss(&item("salt", more))).await;
        assert_eq!((report.posts, report.topics, report.persons, report.sections), (1, 1, 1, 0), "{report}");
        let article = article(&desk, "salt").await;
        assert_eq!(article.content.headlines.full, "salt it is");
        assert_eq!(article.content.standfirst.as_deref(), Some("A short word"));
        assert_eq!(article.content.kind, Kind::News);
        let body = serde_json::to_string(&article.content.body).unwrap();
        assert!(body.contains("https://old.example/2019/x/"), "{body}");
        let [inside, lead, more] = ["in.jpg", "lead.jpg", "more.jpg"].map(|name| format!("https://old.example/{name}"));
        let awaited = awaited(&desk).await;
        assert_eq!(Vec::from_iter(awaited.keys()), [&inside, &lead, &more]);
        assert_eq!(article.content.body.assets().len(), 2, "{body}");
        for shown in [&inside, &more] {
            assert!(article.content.body.assets().contains(&awaited[shown]), "{shown}: {body}");
        }
        assert_eq!(article.content.lead_picture, Some(awaited[&lead]));
        assert_eq!(witness::files(&desk).await, ["https://old.example/lead.jpg https://old.example/lead.jpg "]);
        assert_eq!(witness::facts(&desk).await, ["https://old.example/lead.jpg "]);
        assert_eq!(witness::persons(&desk).await, ["edda-nour: Edda Nour: "]);
        assert_eq!(leads(&desk, "http://www.old.example/2020/salt").await, "en salt");
        assert_eq!(leads(&desk, "https://old.example/?p=17salt").await, "en salt");
        assert_eq!(leads(&desk, "https://old.example/").await, "en");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_comes_again_changes_nothing_and_a_newer_one_renews() {
    on_both(async |desk| {
        let first = rss(&[item("one", ""), item("two", "<description>Words</description>")].concat());
        assert_eq!(import(&desk, &first).await.posts, 2);
        let head = desk.store().journal().head().await.unwrap();
        let again = import(&desk, &first).await;
        assert_eq!((again.posts, again.same, again.files), (0, 2, 0));
        assert_eq!(desk.store().journal().head().await.unwrap(), head);
        let newer = rss(&[item("two", "<description>New words</description>"), item("three", "")].concat());
        let newer = import(&desk, &newer).await;
        assert_eq!((newer.posts, newer.same, newer.renewed), (1, 0, 1), "{newer}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_label_that_names_a_section_of_the_edition_is_that_and_makes_none() {
    on_both(async |desk| {
        let archive = export("en", &category(1, "news", "", "The News", ""), &[post(1, "One", "one")]);
        import_text(&desk, &archive).await;
        let labels = "<category>the news</category><category>News</category><category>Sea</category>";
        let report = import(&desk, &rss(&item("salt", labels))).await;
        assert_eq!((report.sections, report.topics), (0, 1), "{report}");
        let article = article(&desk, "salt").await;
        assert_eq!((article.content.sections.len(), article.content.topics.len()), (1, 1));
        assert_eq!(witness::sections(&desk).await, ["news<"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_goes_to_the_edition_of_its_own_language() {
    on_both(async |desk| {
        let entry = |id: &str, language: &str| {
            format!(
                "<entry{language}><id>https://old.example/{id}</id><title>{id}</title>\
                 <link href='https://old.example/{id}'/><updated>2020-02-01T10:00:00Z</updated></entry>"
            )
        };
        let entries = [
            entry("plain", ""),
            entry("british", " xml:lang='en-GB'"),
            entry("armenian", " xml:lang='hy'"),
            entry("nonsense", " xml:lang='!'"),
        ];
        let feed = format!(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><link href='https://old.example/'/>{}</feed>",
            entries.concat()
        );
        let report = import(&desk, &feed).await;
        assert_eq!(report.editions_made.len(), 2, "{report}");
        for (edition, slug) in [("en", "plain"), ("en", "british"), ("hy", "armenian"), ("en", "nonsense")] {
            assert!(article_in(&desk, edition, slug).await.is_some(), "{slug}");
        }
        let mute = rss(&item("salt", "")).replace("<language>en-GB</language>", "");
        let refused = try_import(&desk, mute.as_bytes(), None).await.unwrap_err();
        assert!(matches!(refused, ImportError::NoEdition), "{refused}");
        let named = try_import(&desk, mute.as_bytes(), Some("hy")).await.unwrap();
        assert_eq!(named.posts, 1);
        assert!(article_in(&desk, "hy", "salt").await.is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_feed_does_not_say_is_told() {
    on_both(async |desk| {
        let items = "<item><title>No date</title><link>https://old.example/a</link></item>\
                     <item><title>To come</title><guid>b</guid><pubDate>Mon, 01 Jan 2190 10:00:00 GMT</pubDate></item>\
                     <item><guid>c</guid></item>\
                     <item><guid>d</guid><description>Only words, and not few of them.</description><pubDate>Sat, 01 Feb 2020 10:00:00 GMT</pubDate></item>";
        let report = import(&desk, &rss(items)).await;
        assert_eq!((report.posts, report.refused.len()), (3, 1), "{report}");
        let told = notes(&report);
        assert!(told.contains("No date: it was public and has no date"), "{told}");
        assert!(told.contains("To come: its date is to come"), "{told}");
        assert!(told.contains("neither a title nor a text"), "{told}");
        let article = article(&desk, "only-words-and-not-few-of-them").await;
        assert_eq!((article.content.headlines.full.as_str(), article.content.standfirst), ("Only words, and not few of them.", None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sound_is_heard_and_an_archive_of_blogger_gives_its_pages_and_counts_comments() {
    on_both(async |desk| {
        let sound = "<enclosure url='https://old.example/a.mp3' type='audio/mpeg' length='1'/>";
        import(&desk, &rss(&item("cast", sound))).await;
        let heard = article(&desk, "cast").await;
        assert_eq!(heard.content.kind, Kind::Audio);
        assert!(heard.content.body.blocks().iter().any(|block| matches!(block.kind, BlockKind::Audio { .. })));
        let entry = |id: u32, kind: &str, more: &str| {
            format!(
                "<entry><id>tag:blogger.com,1999:blog-1.post-{id}</id><published>2020-02-01T10:00:00Z</published>\
                 <category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#{kind}'/>\
                 <title type='text'>{kind} {id}</title><content type='html'>Words</content>{more}</entry>"
            )
        };
        let draft = "<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>";
        let entries = [entry(1, "post", ""), entry(2, "page", ""), entry(3, "comment", ""), entry(4, "settings", ""), entry(5, "post", draft)];
        let feed = format!("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'>{}</feed>", entries.concat());
        let report = import(&desk, &feed).await;
        assert_eq!((report.posts, report.pages, report.comments), (2, 1, 1), "{report}");
        assert_eq!(report.left_out.get("settings"), Some(&1));
        assert!(article_in(&desk, "en", "post-5").await.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_and_labels_of_any_length_come_in() {
    on_both(async |desk| {
        let long = "x".repeat(20_000);
        let items = format!(
            "<item><title>{long}</title><guid>{long}</guid><category>{long}</category><author>{long}</author>\
             <enclosure url='https://old.example/{long}.jpg' type='image/jpeg'/>\
             <pubDate>Sat, 01 Feb 2020 10:00:00 GMT</pubDate></item>"
        );
        assert_eq!(import(&desk, &rss(&items)).await.posts, 1);
        assert_eq!(import(&desk, &rss(&items)).await.same, 1);
    })
    .await;
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_feed_of_the_reference_data_comes_in_and_coming_again_changes_nothing() {
    let Some(data) = rig::reference_data() else { return };
    let mut paths = Vec::new();
    for folder in ["feed-rs", "trafilatura", "pelican-output"] {
        files(&data.join("feeds").join(folder), &mut paths);
    }
    paths.sort();
    on_both(async |desk| {
        let mut articles = 0;
        for path in &paths {
            let bytes = std::fs::read(path).unwrap();
            let Ok(first) = try_import(&desk, &bytes, Some("en")).await else { continue };
            let again = try_import(&desk, &bytes, Some("en")).await.unwrap();
            assert_eq!((again.posts + again.pages, again.files), (0, 0), "{}: {again}", path.display());
            assert_eq!(again.articles(), first.articles(), "{}", path.display());
            articles += first.posts;
        }
        assert!(articles > 100, "{articles}");
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_blogger_gives_its_posts_and_pages() {
    let Some(data) = rig::reference_data() else { return };
    let backup = std::fs::read(data.join("wxr/pelican/bloggerexport.xml")).unwrap();
    on_both(async |desk| {
        let report = try_import(&desk, &backup, Some("en")).await.unwrap();
        assert_eq!((report.posts, report.pages, report.comments), (2, 2, 1), "{report}");
        assert_eq!((report.left_out["settings"], report.left_out["template"]), (58, 1));
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

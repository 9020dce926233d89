//! Whoever followed a link of the old site is led on (law 8).

use desk::Desk;
use domain::OldAddress;
use store::RedirectTo;

use crate::{
    exports::{Item, category, export, post, tag, term},
    import_text, on_both,
};

/// What an address of the old site leads to, in one word, by itself or as a form of another.
pub(crate) async fn leads(desk: &Desk, url: &str) -> String {
    let old = OldAddress::parse(url).unwrap();
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let mut to = snapshot.redirect(&old.path, &old.query, &old.host).await.unwrap();
    for form in old.forms() {
        if to.is_none() {
            to = snapshot.redirect(&form.path, "", &old.host).await.unwrap();
        }
    }
    let word = match to {
        None => "nothing".to_owned(),
        Some(RedirectTo::Front(edition)) => format!("{edition}"),
        Some(RedirectTo::Branch(_, id)) => {
            let now = desk.world().now();
            let there = snapshot.branch_address(id, now).await.unwrap().unwrap();
            there.map_or("hidden".to_owned(), |there| format!("{} {}", there.edition, there.slug))
        }
        Some(RedirectTo::Section(edition, id)) => {
            format!("{edition}/{}", snapshot.frame().sections.get(id).unwrap().slug)
        }
        Some(RedirectTo::Topic(edition, id)) => {
            let named = snapshot.topics(&[id], &edition).await.unwrap();
            format!("{edition}#{}", named.first().unwrap().slug)
        }
        Some(RedirectTo::Person(edition, id)) => {
            let named = snapshot.persons(&[id], &edition).await.unwrap();
            format!("{edition}@{}", named.first().unwrap().slug)
        }
    };
    snapshot.close().await.unwrap();
    word
}

fn old_site() -> String {
    let author = "<wp:author><wp:author_id>7</wp:author_id><wp:author_login>Ani.Sea</wp:author_login>\
                  <wp:author_display_name>Ani</wp:author_display_name></wp:author>";
    let header = [
        author.to_owned(),
        term(20, "language", "en", "English", r#"a:1:{s:6:"locale";s:5:"en_GB";}"#),
        term(21, "language", "ru", "Русский", r#"a:1:{s:6:"locale";s:5:"ru_RU";}"#),
        term(30, "term_translations", "t1", "t1", r#"a:2:{s:2:"en";i:1;s:2:"ru";i:3;}"#),
        category(1, "news", "", "News", ""),
        category(2, "%d5%b0%d5%b8%d5%be", "news", "Հով", ""),
        category(3, "novosti", "", "Новости", ""),
        tag(5, "sea", "Sea", ""),
    ];
    let file = |id, path: &str, parent: u32| Item {
        kind: "attachment",
        status: "inherit",
        more: format!(
            "<wp:post_parent>{parent}</wp:post_parent><wp:attachment_url>http://old.example/f.jpg</wp:attachment_url>"
        ),
        ..post(id, "File", path)
    };
    let items = [
        file(90, "2024/03/storm/wave", 11),
        post(11, "Storm", "2024/03/storm")
            .label("language", "en", "en")
            .label("category", "news", "News")
            .label("post_tag", "sea", "Sea"),
        post(12, "Шторм", "ru/2024/03/shtorm").label("language", "ru", "ru").label(
            "category",
            "novosti",
            "Новости",
        ),
        Item { kind: "page", ..post(13, "About", "about") },
        file(91, "alone", 0),
    ];
    export("en-GB", &header.concat(), &items)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_address_of_the_old_site_leads_to_its_page() {
    on_both(async |desk| {
        import_text(&desk, &old_site()).await;
        for (url, to) in [
            ("http://old.example/2024/03/storm/", "en storm"),
            ("https://www.old.example:443/2024/03/storm", "en storm"),
            ("http://old.example/?p=11", "en storm"),
            ("http://old.example/?page_id=13", "en about"),
            ("http://old.example/2024/03/storm/wave/", "en storm"),
            ("http://old.example/?attachment_id=90", "en storm"),
            ("http://old.example/alone/", "en"),
            ("http://old.example/2024/03/storm/feed/", "en storm"),
            ("http://old.example/2024/03/storm/comment-page-2/", "en storm"),
            ("http://old.example/2024/03/storm/2/", "en storm"),
            ("http://old.example/ru/2024/03/shtorm/amp/", "ru shtorm"),
            ("http://old.example/category/news/", "en/news"),
            ("http://old.example/category/news/page/3/", "en/news"),
            ("http://old.example/category/news/feed/atom/", "en/news"),
            ("http://old.example/?cat=1", "en/news"),
            ("http://old.example/category/news/%D5%B0%D5%B8%D5%BE/", "en/հով"),
            ("http://old.example/category/%d5%b0%d5%b8%d5%be", "en/հով"),
            ("http://old.example/ru/category/novosti/", "ru/news"),
            ("http://old.example/category/novosti/", "ru/news"),
            ("http://old.example/?cat=3", "ru/news"),
            ("http://old.example/tag/sea/", "en#sea"),
            ("http://old.example/?tag=sea", "en#sea"),
            ("http://old.example/author/ani-sea/", "en@ani.sea"),
            ("http://old.example/?author=7", "en@ani.sea"),
            ("http://old.example/feed/", "en"),
            ("http://old.example/feed/rss2/", "en"),
            ("http://old.example/page/4/", "en"),
            ("http://old.example/ru/", "ru"),
            ("http://old.example/nowhere/", "nothing"),
            // Another host that the old site answered at.
            ("http://m.old.example/2024/03/storm/", "en storm"),
        ] {
            assert_eq!(leads(&desk, url).await, to, "{url}");
        }
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

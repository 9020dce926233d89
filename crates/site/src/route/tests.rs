//! The table of addresses, both ways.

use jiff::civil::date;

use super::*;

const BRANCH: &str = "0199b1c2-0000-7000-8000-000000000001";

fn of(path: &str, query: &str) -> Option<Route> {
    Route::of(&Target::parse(path, query).unwrap())
}

fn en() -> EditionCode {
    EditionCode::parse("en").unwrap()
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

#[test]
fn every_address_of_the_table_has_its_route() {
    let march = Month { year: 2026, month: 3 };
    for (path, route) in [
        ("/", Route::Root),
        ("/en/", Route::Front(en())),
        ("/en/world/", Route::Section(en(), slug("world"), None)),
        ("/en/post/a-b", Route::Branch(en(), Space::Post, slug("a-b"))),
        ("/en/page/about", Route::Branch(en(), Space::Page, slug("about"))),
        ("/en/topic/sea/", Route::Topic(en(), slug("sea"), None)),
        ("/en/author/ada/", Route::Author(en(), slug("ada"), None)),
        ("/en/source/ft.com/", Route::Source(en(), slug("ft.com"), None)),
        ("/en/archive/", Route::Archive(en(), ArchiveSpan::All, None)),
        ("/en/archive/2026/", Route::Archive(en(), ArchiveSpan::Year(2026), None)),
        ("/en/archive/2026/03/", Route::Archive(en(), ArchiveSpan::Month(2026, 3), None)),
        ("/en/archive/2026/03/09/", Route::Archive(en(), ArchiveSpan::Day(date(2026, 3, 9)), None)),
        ("/en/corrections/", Route::Corrections(en(), None)),
        ("/en/search", Route::Search(en(), SearchQuery::default())),
        ("/en/feed.xml", Route::Feed(en(), FeedScope::Edition, FeedFormat::Rss)),
        ("/en/feed.json", Route::Feed(en(), FeedScope::Edition, FeedFormat::Json)),
        ("/en/world/feed.atom", Route::Feed(en(), FeedScope::Section(slug("world")), FeedFormat::Atom)),
        ("/en/topic/sea/feed.xml", Route::Feed(en(), FeedScope::Topic(slug("sea")), FeedFormat::Rss)),
        ("/en/author/ada/feed.json", Route::Feed(en(), FeedScope::Author(slug("ada")), FeedFormat::Json)),
        ("/sitemap.xml", Route::SitemapIndex),
        ("/en/sitemap-2026-03.xml", Route::SitemapMonth(en(), march, 1)),
        ("/en/sitemap-2026-03-2.xml", Route::SitemapMonth(en(), march, 2)),
        ("/en/sitemap-news.xml", Route::SitemapNews(en())),
        ("/en/sitemap-pages.xml", Route::SitemapPages(en())),
        ("/robots.txt", Route::Robots),
        ("/trust.txt", Route::TrustTxt),
        ("/.well-known/tdmrep.json", Route::TdmRep),
        ("/static/reader.0a1b.css", Route::Static("reader.0a1b.css".to_owned())),
        ("/healthz", Route::Health),
    ] {
        assert_eq!(of(path, ""), Some(route.clone()), "{path}");
        assert_eq!((route.url().as_str(), route.ends_in_slash()), (path, path.ends_with('/')));
    }
}

#[test]
fn an_encoded_slug_is_found_and_its_address_encoded_again() {
    let route = of("/en/post/%d5%b0%D5%A1", "").unwrap();
    assert_eq!(route, Route::Branch(en(), Space::Post, slug("հա")));
    assert_eq!(route.url(), "/en/post/%D5%B0%D5%A1");
}

#[test]
fn what_is_in_no_table_has_no_route() {
    for path in [
        "/newsroom/",
        "/EN/",
        "/en/post",
        "/en/post/a/b",
        "/en/topic",
        "/en/topic/a/b",
        "/en/archive/26/",
        "/en/archive/2026/02/30/",
        "/en/archive/2026/03/09/1/",
        "/static/a/b",
        "/en/post/A",
        "/en/sitemap-2026-3.xml",
        "/en/sitemap-2026-13.xml",
        "/en/sitemap-+026-01.xml",
        "/en/sitemap-0000-01.xml",
        "/en/sitemap-2026-03-1.xml",
        "/en/sitemap-2026-03-02.xml",
        "/en/sitemap-2026-03-2-2.xml",
        "/en/feed.rss",
        "/en/world/europe/feed.xml",
        "/en/post/a/feed.xml",
        "/en/topic/feed.xml",
        "/feed.xml",
        "/en/world/europe/",
        "/en/post/%2e%2e%2fetc",
    ] {
        assert_eq!(of(path, ""), None, "{path}");
    }
}

#[test]
fn law_9_a_later_page_is_named_by_its_key_in_one_form() {
    let key = (Moment::from_micros(1_700_000_000_000_000), BRANCH.parse().unwrap());
    let query = format!("before=1700000000000000.{BRANCH}");
    let route = of("/en/world/", &query).unwrap();
    assert_eq!(route, Route::Section(en(), slug("world"), Some(key)));
    assert_eq!(route.url(), format!("/en/world/?{query}"));
    for bad in
        ["", "1", "1.", ".a", "x.y", "+5.", "99999999999999999999.", "1.0199b1c2000070008000000000000001"]
    {
        let bad = if bad.ends_with('.') { format!("{bad}{BRANCH}") } else { bad.to_owned() };
        let wanted = (bad == format!("1.{BRANCH}")).then_some(());
        assert_eq!(of("/en/world/", &format!("before={bad}")).map(|_| ()), wanted, "{bad}");
    }
}

#[test]
fn a_month_begins_where_the_one_before_ends() {
    let (december, january) = (Month { year: 2025, month: 12 }, Month { year: 2026, month: 1 });
    assert_eq!(december.end(), january.start());
    assert_eq!(january.start().to_string(), "2026-01-01T00:00:00Z");
    assert_eq!(Month::of(january.start()), january);
    assert_eq!(Month::of(Moment::from_micros(january.start().micros() - 1)), december);
    assert_eq!(Month { year: 9999, month: 12 }.end(), Moment::MAX);
    assert_eq!(Month::of(Moment::MIN).start(), Moment::MIN);
}

#[test]
fn law_9_every_list_has_later_pages() {
    let key = (Moment::from_micros(1_700_000_000_000_000), BRANCH.parse().unwrap());
    let query = format!("before=1700000000000000.{BRANCH}");
    for (path, route) in [
        ("/en/topic/sea/", Route::Topic(en(), slug("sea"), Some(key))),
        ("/en/author/ada/", Route::Author(en(), slug("ada"), Some(key))),
        ("/en/source/ft/", Route::Source(en(), slug("ft"), Some(key))),
        ("/en/archive/2026/03/09/", Route::Archive(en(), ArchiveSpan::Day(date(2026, 3, 9)), Some(key))),
        ("/en/corrections/", Route::Corrections(en(), Some((key.0, BRANCH.parse().unwrap())))),
    ] {
        assert_eq!(of(path, &query), Some(route.clone()), "{path}");
        assert_eq!(route.url(), format!("{path}?{query}"));
        assert_eq!(of(path, "before=1"), None, "{path}");
    }
}

#[test]
fn a_search_is_read_whatever_was_typed() {
    for (query, text, from) in [
        ("", "", 0),
        ("q=sea+level", "sea level", 0),
        ("q=sea%2Blevel&from=40", "sea+level", 40),
        ("q=%zz", "", 0),
        ("q=%ff", "", 0),
        ("q=a%0Ab", "a b", 0),
        ("q=%20a%20&from=7", "a", 0),
        ("q=a&from=200", "a", 0),
        ("q=a&from=-20", "a", 0),
    ] {
        let wanted = SearchQuery { text: text.to_owned(), from };
        assert_eq!(of("/en/search", query), Some(Route::Search(en(), wanted)), "{query}");
    }
    let long = of("/en/search", &format!("q={}", "a".repeat(4_000)));
    assert!(matches!(long, Some(Route::Search(_, query)) if query.text.len() == 200));
    let asked = SearchQuery { text: "море & соль".into(), from: 20 };
    let url = Route::Search(en(), asked.clone()).url();
    let (path, query) = url.split_once('?').unwrap();
    assert_eq!(of(path, query), Some(Route::Search(en(), asked)));
}

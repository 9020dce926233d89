//! What is not as it should be is read as far as it goes, or refused by its name.

use super::*;

fn refused(bytes: &[u8]) -> String {
    match Read::of(bytes) {
        Ok(read) => panic!("{} entries", read.entries.len()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_no_feed_is_told_by_its_name() {
    for (bytes, found) in [
        (&b""[..], "an empty file"),
        (b"PK\x03\x04....", "a ZIP archive (unpack it first)"),
        (b"\x1f\x8b....", "a gzip file (unpack it first)"),
        (b"\x78\x9c....", "a compressed file (unpack it first)"),
        (b"<!doctype html><html><p>Hi", "an HTML page"),
        (b"<opml version='2.0'/>", "an OPML list (use masthead import opml)"),
        (
            b"<rss><channel><wp:wxr_version>1.2</wp:wxr_version></channel></rss>",
            "a WordPress export (use masthead import wxr)",
        ),
        (b"<urlset/>", "a sitemap"),
        (b"just words", "no XML element at all"),
        (b"{\"db\": []}", "JSON that is no JSON Feed"),
        (b"{\"db", "what is not JSON either"),
        (b"\xff\xfe\0\0<\0\0\0", "UTF-32"),
    ] {
        assert!(refused(bytes).contains(found), "{found}: {}", refused(bytes));
    }
}

#[test]
fn letters_are_told_by_their_first_bytes_and_by_the_declaration() {
    let feed = rss("<title>Привет</title>");
    let wide: Vec<u8> = feed.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (narrow, ..) = encoding_rs::KOI8_R.encode(&feed);
    let declared = [b"<?xml version='1.0' encoding='koi8-r'?>\n", &narrow[..]].concat();
    for bytes in [wide, declared, feed.into_bytes()] {
        assert_eq!(Read::of(&bytes).unwrap().items()[0].title, "Привет");
    }
}

#[test]
fn a_feed_that_ends_in_the_middle_gives_what_is_whole() {
    let feed = rss("<title>One</title>").replace("</channel></rss>", "<item><title>Two</title>");
    let read = Read::of(feed.as_bytes()).unwrap();
    assert_eq!(read.items().len(), 1);
    let said = read.broken.unwrap().to_string();
    assert!(said.contains("the item \"Two\" that begins on line 1; 1 items before it"), "{said}");
    let json = br#"{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "One"}, {"id": "2", "#;
    let read = Read::of(json).unwrap();
    assert_eq!((read.items().len(), read.broken.is_some()), (1, true));
}

#[test]
fn an_item_and_a_field_that_never_close_end_where_the_next_begins() {
    let read = Read::of(rss("<title>One</title><item><title>Two<link>x</item>").as_bytes()).unwrap();
    let titles: Vec<_> = read.items().iter().map(|item| item.title.clone()).collect();
    assert_eq!(titles[0], "One");
    assert_eq!(titles.len(), 2);
}

#[test]
fn an_entity_bomb_is_not_expanded() {
    let bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let read = Read::of((bomb.to_owned() + &rss("<title>&b;</title>")).as_bytes()).unwrap();
    assert_eq!(read.items()[0].title, "&b;");
    assert!(read.notices()[0].contains("&b; is unknown"), "{:?}", read.notices());
}

#[test]
fn nesting_of_any_depth_is_read_in_time_that_grows_with_its_length() {
    let depth = 300_000;
    for deep in [
        "<channel>".repeat(depth),
        "<media:group>".repeat(depth),
        "<x:a>".repeat(depth),
        "<title>".repeat(depth),
    ] {
        let feed = format!("<rss><channel><item><guid>1</guid>{deep}</item></channel></rss>");
        let began = std::time::Instant::now();
        assert_eq!(Read::of(feed.as_bytes()).unwrap().items().len(), 1);
        assert!(began.elapsed().as_secs() < 20, "it took {:?}", began.elapsed());
    }
    let many = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1\", \"x\": {}{}}}",
        "[".repeat(depth),
        "]".repeat(depth)
    );
    assert!(Read::of(many.as_bytes()).is_ok_and(|read| read.items().is_empty()));
}

#[test]
fn what_is_over_a_limit_is_passed_over_and_told() {
    let limits = Limits { item_bytes: 2_000, items: 2, parts: 3, ..Limits::default() };
    let huge = format!("<title>Huge</title><description>{}</description>", "x".repeat(3_000));
    let labels = "<category>a</category><category>b</category><category>c</category><category>d</category>";
    let items = format!(
        "<item>{huge}</item><item><title>Two</title>{labels}</item><item><title>Three</title></item>"
    );
    let feed = format!("<rss><channel>{items}</channel></rss>");
    let read = Read::within(feed.as_bytes(), limits).unwrap();
    assert_eq!((read.items().len(), read.items()[0].labels.len()), (1, 3));
    let said = read.notices();
    assert!(said[0].contains("was left out") && said[1].contains("of 3 items the first 2"), "{said:?}");
    let json =
        br#"{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1}, {"id": 2}, {"id": 3}]}"#;
    let read = Read::within(json, limits).unwrap();
    assert_eq!((read.items().len(), read.notices().len()), (2, 1));
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "x".repeat(100)).unwrap();
    let long = crate::feed_in::read_file(file.path(), Limits { feed_bytes: 99, ..limits });
    assert!(long.unwrap_err().to_string().contains("more than 99 bytes"));
}

#[test]
fn a_date_that_is_none_is_told_with_its_line() {
    let read = Read::of(rss("<title>A</title>\n<pubDate>Mon, 32 May 30000</pubDate>").as_bytes()).unwrap();
    assert_eq!((read.items()[0].published, read.notices().len()), (None, 1));
    assert!(
        read.notices()[0].starts_with("2: the date \"Mon, 32 May 30000\" is no date"),
        "{:?}",
        read.notices()
    );
}

#[test]
fn u_0000_is_replaced_wherever_it_stands() {
    let item =
        only(&rss("<title>a\0b</title><description><p title='a\0b'>c</description><category>\0</category>"));
    assert_eq!((item.title.as_str(), item.summary.as_str()), ("a\u{fffd}b", "<p title='a\u{fffd}b'>c"));
    assert_eq!(item.labels, ["\u{fffd}"]);
    let json =
        br#"{"version": "https://jsonfeed.org/version/1", "items": [{"id": "\u0000", "title": "a\u0000b"}]}"#;
    let read = Read::of(json).unwrap();
    assert_eq!((read.items()[0].title.as_str(), read.items()[0].id.as_str()), ("a\u{fffd}b", "\u{fffd}"));
}

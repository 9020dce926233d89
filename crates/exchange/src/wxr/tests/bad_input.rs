//! What is not as it should be is read as far as it goes, and the place is named.

use super::*;
use proptest::prelude::*;
use std::io::Read as _;

#[test]
fn a_bare_ampersand_is_itself_and_named() {
    let read = Read::of(&export(&item("Salt & pepper", "a&b &nosuch; &nbsp;")));
    assert_eq!(read.titles(), ["Salt & pepper"]);
    assert_eq!(read.items().next().unwrap().content, "a&b &nosuch; \u{a0}");
    assert_eq!(read.oddities(), [&What::BareAmpersand, &What::UnknownEntity("nosuch".into())]);
    let first = read.notices()[0];
    assert_eq!((first.line, first.count, first.title.as_deref()), (11, 2, Some("Salt & pepper")));
}

#[test]
fn control_characters_and_nul_are_replaced_and_named() {
    let read = Read::of(&export(&item("One", "<![CDATA[a\0b\u{8}\r\nc]]>")));
    assert_eq!(read.items().next().unwrap().content, "a\u{fffd}b\u{fffd}\nc");
    assert_eq!((read.oddities(), read.notices()[0].count), (vec![&What::ControlCharacter], 2));
}

#[test]
fn u_0000_within_a_tag_that_was_not_escaped_is_replaced_too() {
    let item = Read::of(&export(&item("One", "<p title='a\0b'>c</p\u{1}>"))).only_item();
    assert_eq!(item.content, "<p title='a\u{fffd}b'>c</p\u{fffd}>");
}

#[test]
fn a_truncated_file_gives_what_is_whole_and_names_the_rest() {
    let mut bytes = export(&(item("One", "Body") + &item("Two", "<![CDATA[Body")));
    bytes.truncate(bytes.len() - 30);
    let read = Read::of(&bytes);
    assert_eq!(read.titles(), ["One"]);
    let Some(Broken::Truncated { byte, line, within, items }) = read.broken else { panic!() };
    assert_eq!((byte, line, items), (bytes.len() as u64, 12, 1));
    assert_eq!(within, "the <item> \"Two\" that begins on line 12");
}

#[test]
fn every_cut_of_an_export_ends_in_an_error_that_names_the_byte() {
    let bytes = export(&(item("One", "<![CDATA[Body]]>") + &item("Two", "&lt;p&gt;")));
    let whole = bytes.windows(6).position(|w| w == b"</rss>").unwrap() + 6;
    for length in 0..whole {
        let read = Read::of(&bytes[..length]);
        let broken = read.broken.unwrap_or_else(|| panic!("cut at {length}"));
        match broken {
            Broken::Truncated { byte, .. } => assert_eq!(byte, length as u64),
            Broken::NotWxr { .. } => assert!(read.entries.is_empty()),
            other => panic!("{other}"),
        }
    }
    assert!(Read::of(&bytes[..whole]).broken.is_none());
}

#[test]
fn an_item_that_never_closes_ends_where_the_next_begins() {
    let children = "<item><title>One</title><wp:status>draft</wp:status>\n".to_owned() + &item("Two", "Body");
    let read = Read::of(&export(&children));
    assert!(read.broken.is_none());
    assert_eq!(read.titles(), ["One", "Two"]);
    assert_eq!(read.oddities(), [&What::Unclosed("item".into())]);
}

#[test]
fn a_field_that_never_closes_ends_where_the_next_begins() {
    let children =
        "<item><title>One<wp:status>draft</wp:status><wp:postmeta><wp:meta_key>k</wp:meta_key></item>";
    let read = Read::of(&export(children));
    let oddities = read.oddities();
    assert_eq!(oddities, [&What::Unclosed("title".into()), &What::Unclosed("wp:postmeta".into())]);
    let item = Read::of(&export(children)).only_item();
    assert_eq!((item.title.as_str(), item.status.as_str()), ("One", "draft"));
    assert_eq!(item.postmeta, [("k".to_owned(), String::new())]);
}

#[test]
fn html_that_was_not_escaped_is_kept_as_it_stands() {
    let item = Read::of(&export(&item("One", "<p class='a>b'>1 < 2</p><br/>"))).only_item();
    assert_eq!(item.content, "<p class='a>b'>1 < 2</p><br/>");
}

#[test]
fn entities_of_a_document_type_are_not_expanded() {
    let bomb =
        "<!DOCTYPE rss [<!-- don't > --><!ENTITY a \"]>aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<rss";
    let export = versioned("1.2", &item("One", "&b;")).replacen("<rss", bomb, 1);
    let read = Read::of(export.as_bytes());
    assert_eq!(read.oddities(), [&What::DocumentType, &What::UnknownEntity("b".into())]);
    assert_eq!(read.only_item().content, "&b;");
}

#[test]
fn nesting_of_any_depth_is_read() {
    let depth = 200_000;
    let deep = "<x:a>".repeat(depth) + &"</x:a>".repeat(depth);
    let children = format!("<item><title>One</title>{deep}<wp:status>draft</wp:status></item>");
    assert_eq!(Read::of(&export(&children)).only_item().status, "draft");
    let content = "<div>".repeat(depth);
    assert_eq!(Read::of(&export(&item("One", &content))).only_item().content, content);
}

#[test]
fn an_item_over_the_limit_is_passed_over_and_named() {
    for body in ["x".repeat(3 << 20), format!("<![CDATA[{}]]>", "x".repeat(3 << 20)), "<b>".repeat(1 << 20)] {
        let children = item("One", "Body") + &item("Huge", &body) + &item("Three", "Body");
        let read = Read::within(&export(&children), Limits { item_bytes: 1 << 20 });
        assert!(read.broken.is_none());
        assert_eq!(read.titles(), ["One", "Three"]);
        let notice = read.notices()[0];
        assert_eq!((notice.line, notice.title.as_deref()), (12, Some("Huge")));
        assert!(matches!(notice.what, What::TooLarge { bytes, limit: 1_048_576 } if bytes > 3 << 20));
    }
}

#[test]
fn a_wrong_declaration_does_not_spoil_the_letters() {
    let russian = versioned("1.2", &item("Привет", "Тело"));
    let declared = |label: &str| russian.replacen("UTF-8", label, 1);
    let read = Read::of(declared("windows-1251").as_bytes());
    assert_eq!(read.titles(), ["Привет"]);
    assert!(matches!(read.oddities().as_slice(), [What::OtherEncoding { taken: "UTF-8", .. }]));
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(&russian);
    assert_eq!(Read::of(&bytes).oddities(), [&What::BadBytes("UTF-8")]);
    let honest = declared("windows-1251");
    let (honest, ..) = encoding_rs::WINDOWS_1251.encode(&honest);
    let read = Read::of(&honest);
    assert_eq!((read.titles(), read.oddities().len()), (vec!["Привет"], 0));
}

#[test]
fn what_is_no_export_is_told_by_its_name() {
    let cases: [(&[u8], &str); 9] = [
        (b"", "an empty file"),
        (b"PK\x03\x04....", "a ZIP archive (unpack it first)"),
        (b"{\"db\": []}", "JSON"),
        (b"<!DOCTYPE html><html><p>Hi", "an HTML page"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "an Atom feed (use masthead import feed)"),
        (b"<a:b/>", "XML with the root <a:b>"),
        (b"just words", "no XML element at all"),
        (
            b"<rss><channel><title>T</title></channel></rss>",
            "an RSS feed without anything of WordPress (use masthead import feed)",
        ),
        (
            b"<rss><channel><item><title>T</title></item></channel></rss>",
            "an RSS feed without anything of WordPress (use masthead import feed)",
        ),
    ];
    for (bytes, expected) in cases {
        let read = Read::of(bytes);
        assert!(read.items().next().is_none());
        let Some(Broken::NotWxr { found, .. }) = read.broken else { panic!("{expected}: {:?}", read.broken) };
        assert_eq!(found, expected);
    }
    assert!(matches!(Read::of(b"\xff\xfe<\0r\0s\0s\0").broken, Some(Broken::Encoding { .. })));
}

#[test]
fn endless_noise_is_given_up_early() {
    let mut reader = Reader::new(std::io::repeat(b'x'), Limits::default());
    assert!(matches!(reader.find_map(Result::err), Some(Broken::NotWxr { .. })));
    let mut reader = Reader::new(std::io::repeat(b'<'), Limits::default());
    assert!(matches!(reader.find_map(Result::err), Some(Broken::NotWxr { .. })));
}

#[test]
fn words_before_the_root_are_passed_over() {
    let bytes = [b"\n\nWarning: something in some.php\n", export(&item("One", "Body")).as_slice()].concat();
    let read = Read::of(&bytes);
    assert_eq!((read.titles(), read.oddities()), (vec!["One"], vec![&What::StrayText]));
}

#[test]
fn a_read_error_names_the_byte() {
    struct Failing;
    impl std::io::Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let bytes = export(&item("One", "Body"));
    let half = &bytes[..bytes.len() - 20];
    let fault = Reader::new(half.chain(Failing), Limits::default()).find_map(Result::err);
    assert!(matches!(fault, Some(Broken::Read { byte, .. }) if byte == half.len() as u64));
}

/// Reads in portions of `step` bytes, so that every place is the edge of a portion once.
struct Slow<'b>(&'b [u8], usize);

impl std::io::Read for Slow<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let length = self.1.min(into.len());
        self.0.read(&mut into[..length])
    }
}

#[test]
fn the_size_of_the_portions_changes_nothing() {
    let bytes =
        export(&(item("A & B", "<![CDATA[x]]]]><![CDATA[>y\0]]><!-- - -- -->") + &item("Two", "<p>")));
    let whole = Read::of(&bytes);
    for step in [1, 2, 3, 5, 8, 9, 13, 31] {
        let entries: Vec<Entry> =
            Reader::new(Slow(&bytes, step), Limits::default()).map(|entry| entry.unwrap()).collect();
        assert_eq!(entries, whole.entries, "{step}");
    }
}

const SCRAPS: [&str; 24] = [
    "<item>",
    "</item>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!DOCTYPE",
    "[",
    "<title>",
    "</title>",
    "<wp:postmeta>",
    "</wp:postmeta>",
    "<category domain='",
    "'>",
    "&amp;",
    "&#x",
    "&",
    "<rss>",
    "</channel>",
    "<wp:comment>",
    "\0",
    "é",
];

proptest! {
    #[test]
    fn any_bytes_end_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let read = Read::within(&bytes, Limits { item_bytes: 64 });
        prop_assert!(read.broken.is_some() || !read.entries.is_empty());
    }

    #[test]
    fn any_scraps_of_an_export_end_without_panic(
        scraps in proptest::collection::vec((0..SCRAPS.len(), "[a-z<>&;/ ]{0,6}"), 0..60),
        limit in 1_u64..500,
    ) {
        let children: String = scraps.iter().flat_map(|(i, text)| [SCRAPS[*i], text.as_str()]).collect();
        let read = Read::within(&export(&children), Limits { item_bytes: limit });
        let length = export(&children).len();
        prop_assert!(read.entries.len() < length);
        for item in read.items() {
            prop_assert!(!item.content.contains('\0') && item.offset < length as u64);
        }
    }
}

//! Whatever stands in a feed, reading it ends.

use super::*;
use proptest::prelude::*;

const SCRAPS: [&str; 36] = [
    "<item>",
    "</item>",
    "<entry xml:lang='hy'>",
    "</entry>",
    "<channel>",
    "</channel>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!DOCTYPE",
    "[",
    "<title type='xhtml'>",
    "</title>",
    "<content type='html' xml:base='//['>",
    "</content>",
    "<media:group>",
    "<media:content url='a.jpg'>",
    "</media:content>",
    "</media:group>",
    "<author>",
    "<name>",
    "</author>",
    "<link href='",
    "'/>",
    "<link>",
    "</link>",
    "<pubDate>",
    "</pubDate>",
    "&amp;",
    "&#x",
    "&",
    "\0",
    "é",
];

fn ends(bytes: &[u8]) -> Result<(), TestCaseError> {
    let limits = Limits { item_bytes: 500, items: 20, parts: 3, ..Limits::default() };
    if let Ok(read) = Read::within(bytes, limits) {
        prop_assert!(read.items().len() <= 20);
        for item in read.items() {
            prop_assert!(!item.title.contains('\0') && !item.content.contains('\0'));
            prop_assert!(item.attached.len() <= 5 && item.labels.len() <= 200);
        }
    }
    if let Ok(letters) = letters(bytes) {
        let _listed = crate::feed_in::opml::read(&letters, limits);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_end_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        ends(&bytes)?;
    }

    #[test]
    fn any_scraps_of_a_feed_end_without_panic(
        scraps in proptest::collection::vec((0..SCRAPS.len(), "[a-z0-9<>&;:/ -]{0,8}"), 0..80),
        root in 0..3_usize,
    ) {
        let inside: String = scraps.iter().flat_map(|(i, text)| [SCRAPS[*i], text.as_str()]).collect();
        let root = ["<rss><channel>", "<feed xmlns='http://www.w3.org/2005/Atom'>", ""][root];
        ends(format!("{root}{inside}").as_bytes())?;
    }

    #[test]
    fn any_date_is_read_or_is_none(text in "[A-Za-z0-9:,+. TZ-]{0,40}") {
        let feed = rss(&format!("<title>A</title><pubDate>{text}</pubDate>"));
        ends(feed.as_bytes())?;
    }
}

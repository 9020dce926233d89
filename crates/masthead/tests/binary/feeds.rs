//! Feeds and lists of them, from the command line to a reader who follows an old link.

use serde_json::Value;

use crate::{
    page::{answer_of, words},
    place::{Engine, Place, on_both},
};

/// A feed of `count` items, item `n` at `/n-it-is/` and at `?p=n`.
pub(crate) fn feed(count: u32) -> String {
    let item = |n: u32| {
        format!(
            "<item><title>Item {n}</title><link>http://old.example/{n}-it-is/</link>\
             <guid>http://old.example/?p={n}</guid><author>ed@old.example (Edda Nour)</author>\
             <category>The sea</category><description>&lt;p>The words of {n}.&lt;/p></description>\
             <pubDate>Sun, 10 Mar 2024 10:{:02}:00 GMT</pubDate></item>\n",
            n % 60
        )
    };
    let items: String = (1..=count).map(item).collect();
    format!(
        "<?xml version='1.0'?>\n<rss version='2.0'><channel><title>Old</title><link>http://old.example</link>\
         <language>en</language>{items}</channel></rss>"
    )
}

on_both! {
    fn every_old_address_of_a_feed_leads_by_one_301_to_its_text(engine: Engine) {
        let place = Place::with_editions(engine);
        let file = place.write("feed.xml", feed(30));
        let import = ["import", "feed", file.to_str().unwrap()];
        let report = place.reports(&import);
        assert_eq!((&report["imports"][0]["report"]["posts"], &report["dry_run"]), (&30.into(), &false.into()));
        assert_eq!(place.reports(&import)["imports"][0]["report"]["same"], 30);
        let node = place.serve();
        for n in 1..=30 {
            for old in [format!("/{n}-it-is/"), format!("/?p={n}")] {
                let (status, to) = answer_of(node.addr(), "www.old.example", &old);
                assert_eq!(status, 301, "{old}");
                let path = to.split_once("://").map_or(to.as_str(), |(_, rest)| &rest[rest.find('/').unwrap()..]);
                let page = node.get(path).unwrap();
                assert_eq!(page.status, 200, "{old} leads to {to}");
                assert!(words(&page.text()).contains(&format!("The words of {n}.")), "{to}");
            }
        }
        drop(node);
        place.is_sound();
    }

    fn the_feeds_of_a_list_come_in_and_what_is_missed_is_told(engine: Engine) {
        let place = Place::with_editions(engine);
        std::fs::create_dir(place.folder().join("feeds")).unwrap();
        place.write("feeds/one.xml", feed(2));
        let outline = |address: &str| format!("<outline text='A feed' xmlUrl='{address}'/>\n");
        let outlines = ["one.xml", "none.xml", "../masthead.db", "one.xml"].map(outline).concat();
        let list = place.write("feeds/list.opml", format!("<opml version='2.0'><body>\n{outlines}</body></opml>"));
        let ran = place.run(&["import", "opml", list.to_str().unwrap(), "--json"]);
        assert_eq!(ran.code, Some(1), "{ran}");
        assert!(ran.err.contains("2 feeds of the list were not taken"), "{ran}");
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(report["imports"].as_array().unwrap().len(), 1);
        assert_eq!(report["imports"][0]["report"]["posts"], 2);
        let missed: Vec<_> = report["missed"].as_array().unwrap().iter().map(|row| row["line"].as_u64()).collect();
        assert_eq!(missed, [Some(3), Some(4)]);
        place.is_sound();
    }
}

#[test]
fn what_is_no_feed_exits_1_and_is_told_by_its_name() {
    let place = Place::with_editions(Engine::Sqlite);
    for (name, bytes, said) in [
        ("empty.xml", b"".to_vec(), "an empty file"),
        ("feed.zip", b"PK\x03\x04....".to_vec(), "unpack it first"),
        ("feed.gz", b"\x1f\x8b......".to_vec(), "unpack it first"),
        ("list.opml", b"<opml version='2.0'/>".to_vec(), "masthead import opml"),
        ("long.xml", vec![b' '; (64 << 20) + 1], "more than 67108864 bytes"),
    ] {
        let file = place.write(name, bytes);
        let told = place.fails(&["import", "feed", file.to_str().unwrap()]);
        assert!(told.contains(said) && told.contains(name), "{name}: {told}");
    }
    let told = place.fails(&["import", "feed", "no/such/feed.xml"]);
    assert!(told.contains("no/such/feed.xml"), "{told}");
    place.is_sound();
}

//! OPML lists.

use super::*;
use crate::feed_in::opml::{Listed, read};

fn list(bytes: &[u8]) -> Result<Vec<Listed>, Broken> {
    read(&letters(bytes)?, Limits::default())
}

#[test]
fn a_list_names_its_feeds_once_however_deep_they_lie() {
    let listed = list(
        b"<?xml version='1.0'?>\n<opml version='2.0'><body>\n<outline text='News'>\n\
          <outline text='One' type='rss' xmlUrl='one.xml'/>\n<outline title='Two' text='2' xmlUrl='https://old.example/two?a=1&amp;b=2'/>\n\
          </outline><outline text='One again' xmlUrl='one.xml'/><outline text='A note'/></body></opml>",
    )
    .unwrap();
    let listed: Vec<_> = listed.iter().map(|it| (it.title.as_str(), it.address.as_str(), it.line)).collect();
    assert_eq!(listed, [("One", "one.xml", 4), ("Two", "https://old.example/two?a=1&b=2", 5)]);
}

#[test]
fn what_is_no_list_or_names_no_feed_is_refused_with_its_line() {
    for (bytes, said) in [
        (&b"<rss/>"[..], "line 1: not an OPML list of feeds but XML with the root <rss>"),
        (b"words", "what has no XML element"),
        (b"<opml><body><outline text='A'/></body></opml>", "a list without any feed"),
    ] {
        let refused = list(bytes).unwrap_err().to_string();
        assert!(refused.contains(said), "{refused}");
    }
}

#[test]
fn every_list_of_the_reference_data_is_read_or_refused() {
    let Some(data) = rig::reference_data() else { return };
    let mut named = 0;
    for folder in ["samples", "spec_samples"] {
        for entry in std::fs::read_dir(data.join("feeds/opml-1.1.6").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            let expected: std::collections::BTreeSet<_> = text
                .split("xmlUrl=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .filter(|url| !url.is_empty())
                .collect();
            match list(&bytes) {
                Ok(listed) => {
                    assert_eq!(listed.len(), expected.len(), "{}", path.display());
                    named += listed.len();
                }
                Err(_) => assert!(expected.is_empty(), "{}", path.display()),
            }
        }
    }
    assert!(named > 10, "{named}");
}

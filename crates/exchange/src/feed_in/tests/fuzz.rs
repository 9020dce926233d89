//! Feeds made by a grammar, and real ones with changes: reading ends, within its limits.

use proptest::{prelude::*, test_runner::TestCaseError};
use rig::fuzz::{fuzz, mutated, samples};

use super::*;

/// What means something in a feed.
const WORDS: [&str; 30] = [
    "<item>",
    "</item>",
    "<entry>",
    "</entry>",
    "<channel>",
    "</channel>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml encoding='utf-16'?>",
    "<!DOCTYPE x [<!ENTITY a 'b'>",
    "]>",
    "&a;",
    "&#0;",
    "&",
    "<",
    "\0",
    "xmlns='http://www.w3.org/1999/xhtml'",
    " type='xhtml'",
    " xml:base='http://[/'",
    "<media:group>",
    "</media:group>",
    "<link href='//'/>",
    "\"items\": [",
    "]}",
    "null,",
    "\\ud800",
    "{\"id\": 1e999}",
    "\u{feff}",
];

const NAMES: [&str; 30] = [
    "title",
    "link",
    "guid",
    "id",
    "author",
    "name",
    "dc:creator",
    "dc:date",
    "description",
    "summary",
    "content",
    "content:encoded",
    "category",
    "enclosure",
    "media:content",
    "media:group",
    "media:thumbnail",
    "media:description",
    "pubDate",
    "published",
    "updated",
    "item",
    "entry",
    "channel",
    "source",
    "image",
    "xhtml:body",
    "app:control",
    "app:draft",
    "itunes:image",
];

const ATTRIBUTES: [&str; 16] = [
    "",
    " type='html'",
    " type='xhtml'",
    " type='text'",
    " mode='base64'",
    " mode='xml'",
    " href='/a'",
    " href='http://[::1'",
    " rel='enclosure'",
    " url='a.jpg'",
    " medium='image'",
    " xml:base='../b/'",
    " xml:lang='hy'",
    " term='a' scheme='x#kind'",
    " isPermaLink='false'",
    " rdf:about='1'",
];

const VALUES: [&str; 16] = [
    "",
    "words",
    "Sat, 01 Feb 2020 10:00:00 GMT",
    "2020-02-30",
    "99999999-01-01T00:00:00Z",
    "http://old.example/a",
    "ed@old.example (Edda)",
    "<![CDATA[<p>One</p>]]>",
    "&lt;p>",
    "&bad;",
    "&#0;",
    "<br/>",
    "</title>",
    "]]>",
    "yes",
    "\u{202e}",
];

fn made() -> impl Strategy<Value = String> {
    let value = prop::sample::select(VALUES.to_vec()).prop_map(str::to_owned);
    let field = value.prop_recursive(5, 80, 6, |inner| {
        let name = prop::sample::select(NAMES.to_vec());
        let attributes = prop::collection::vec(prop::sample::select(ATTRIBUTES.to_vec()), 0..3);
        (name, attributes, prop::collection::vec(inner, 0..6), 0..12_u8).prop_map(
            |(name, attributes, inner, end)| {
                let end = if end == 0 { String::new() } else { format!("</{name}>") };
                format!("<{name}{}>{}{end}", attributes.concat(), inner.concat())
            },
        )
    });
    let root = prop::sample::select(vec!["rss", "feed xmlns='http://www.w3.org/2005/Atom'", "rdf:RDF"]);
    (root, prop::collection::vec(field, 0..12))
        .prop_map(|(root, fields)| format!("<{root}>{}", fields.concat()))
}

/// Text as JSON has it.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("1e999".to_owned()),
        Just("\"\\u0000x\"".to_owned()),
        Just("\"http://old.example/a\"".to_owned()),
        Just("\"2020-02-01T10:00:00Z\"".to_owned()),
        Just("true".to_owned()),
        Just("\"\\ud800\"".to_owned()),
    ];
    let names = vec![
        "version",
        "title",
        "items",
        "id",
        "url",
        "content_html",
        "content_text",
        "authors",
        "author",
        "name",
        "tags",
        "attachments",
        "language",
        "date_published",
    ];
    let value = leaf.prop_recursive(5, 80, 6, move |inner| {
        let field = (prop::sample::select(names.clone()), inner.clone())
            .prop_map(|(name, value)| format!("\"{name}\": {value}"));
        prop_oneof![
            prop::collection::vec(field, 0..6).prop_map(|fields| format!("{{{}}}", fields.join(","))),
            prop::collection::vec(inner, 0..6).prop_map(|values| format!("[{}]", values.join(","))),
        ]
    });
    value.prop_map(|value| format!("{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{value}, {value}], \"authors\": {value}}}"))
}

fn is_sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    let limits = Limits { item_bytes: 100_000, items: 50, parts: 20, ..Limits::default() };
    let Ok(read) = Read::within(bytes, limits) else { return Ok(()) };
    prop_assert!(read.items().len() <= 50);
    for item in read.items() {
        let texts = [&item.title, &item.content, &item.summary, &item.link, &item.id];
        prop_assert!(
            texts.into_iter().chain(&item.authors).chain(&item.labels).all(|text| !text.contains('\0'))
        );
        prop_assert!(item.attached.len() <= 202 && item.labels.len() <= 200 && item.authors.len() <= 201);
    }
    Ok(())
}

#[test]
fn fuzz_feeds_of_a_grammar_are_read_to_their_end() {
    fuzz(400, &made(), |feed| is_sound(feed.as_bytes()));
}

#[test]
fn fuzz_feeds_of_json_are_read_to_their_end() {
    fuzz(200, &json(), |feed| is_sound(feed.as_bytes()));
}

#[test]
fn fuzz_changed_feeds_are_read_to_their_end() {
    let mut feeds = samples("feeds", &[".xml", ".json", ".atom", ".rss", ".opml"], 60_000);
    feeds.push(rss("<title>One</title>").into_bytes());
    fuzz(300, &mutated(feeds, &WORDS), |bytes| {
        if let Ok(letters) = letters(&bytes) {
            crate::feed_in::opml::read(&letters, Limits::default()).ok();
        }
        is_sound(&bytes)
    });
}

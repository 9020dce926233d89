//! Exports made by a grammar, and real ones with changes: reading ends, within its limits, and what is
//! read is free of what no text may hold.

use proptest::{prelude::*, test_runner::TestCaseError};
use rig::fuzz::{fuzz, mutated, samples};

use super::*;

/// What means something in an export.
pub(super) const WORDS: [&str; 30] = [
    "<item>",
    "</item>",
    "<channel>",
    "</channel>",
    "</rss>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml encoding='koi8-r'?>",
    "<!DOCTYPE x [<!ENTITY a 'b'>",
    "]>",
    "&a;",
    "&#0;",
    "&#xD800;",
    "&",
    "<",
    ">",
    "\0",
    "xmlns:wp='x'",
    "<wp:postmeta>",
    "</wp:postmeta>",
    "<wp:post_id>18446744073709551616</wp:post_id>",
    "<wp:status>",
    "</wp:status>",
    "<content:encoded>",
    "</content:encoded>",
    "<category domain='category' nicename='a'>",
    "a:1:{s:9:\"",
    "0000-00-00 00:00:00",
];

const FIELDS: [&str; 24] = [
    "title",
    "link",
    "guid",
    "dc:creator",
    "content:encoded",
    "excerpt:encoded",
    "wp:post_id",
    "wp:post_date",
    "wp:post_date_gmt",
    "wp:post_name",
    "wp:status",
    "wp:post_type",
    "wp:post_parent",
    "wp:post_password",
    "wp:is_sticky",
    "wp:attachment_url",
    "wp:meta_key",
    "wp:meta_value",
    "wp:menu_order",
    "pubDate",
    "category",
    "wp:postmeta",
    "wp:comment",
    "item",
];

const VALUES: [&str; 24] = [
    "",
    "publish",
    "draft",
    "future",
    "post",
    "page",
    "attachment",
    "1",
    "-1",
    "99999999999999999999",
    "2024-03-10 10:00:00",
    "0000-00-00 00:00:00",
    "30000-01-01 00:00:00",
    "http://old.example/?p=1",
    "a:1:{s:99:\"en\";i:1;}",
    "<![CDATA[<p>One</p>]]>",
    "<![CDATA[[gallery ids=\"1,2,3\"][caption]x[/caption]]]>",
    "&lt;!-- wp:columns -->",
    "&bad;",
    "&#0;",
    "_thumbnail_id",
    "[:en]One[:hy]Երկու[:]",
    "<b>",
    "</title>",
];

/// An export of fields in any order, nested in any way, closed as they should be or not.
fn made() -> impl Strategy<Value = Vec<u8>> {
    let value = prop::sample::select(VALUES.to_vec()).prop_map(str::to_owned);
    let field = value.prop_recursive(4, 60, 6, |inner| {
        let name = prop::sample::select(FIELDS.to_vec());
        (name, prop::collection::vec(inner, 0..6), 0..12_u8).prop_map(|(name, inner, end)| {
            let end = if end == 0 { String::new() } else { format!("</{name}>") };
            format!("<{name}>{}{end}", inner.concat())
        })
    });
    let items = prop::collection::vec(field, 0..12);
    items.prop_map(|fields| {
        let items: String = fields.iter().map(|field| format!("<item>{field}</item>\n")).collect();
        export(&items)
    })
}

fn is_sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    let read = Read::within(bytes, Limits { item_bytes: 100_000 });
    prop_assert!(read.broken.is_some() || !read.entries.is_empty());
    for item in read.items() {
        let texts = [&item.title, &item.content, &item.excerpt, &item.post_name, &item.link];
        prop_assert!(texts.into_iter().all(|text| !text.contains('\0')));
        prop_assert!(item.content.len() <= 8 * 100_000);
        let html = crate::wxr::classic::paragraphs(&item.content);
        prop_assert!(html.len() <= 64 * (item.content.len() + 1));
    }
    Ok(())
}

#[test]
fn fuzz_exports_of_a_grammar_are_read_to_their_end() {
    fuzz(300, &made(), |bytes| is_sound(&bytes));
}

#[test]
fn fuzz_changed_exports_are_read_to_their_end() {
    let mut exports = samples("wxr", &[".xml"], 60_000);
    exports.push(export(&item("One", "<![CDATA[<p>Body</p>]]>")));
    fuzz(100, &mutated(exports, &WORDS), |bytes| is_sound(&bytes));
}

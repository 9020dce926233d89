//! The exports of the reference data, against what a strict XML parser counts in them.

use super::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

fn folder() -> Option<PathBuf> {
    let root = std::env::var_os("MASTHEAD_REFERENCE_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let folder = root.join("wxr");
    if !folder.is_dir() {
        eprintln!("SKIPPED: no reference data at {}; set MASTHEAD_REFERENCE_DATA", folder.display());
        return None;
    }
    Some(folder)
}

fn read(name: &str) -> Option<Read> {
    let bytes = std::fs::read(folder()?.join(name)).unwrap();
    Some(Read::of(&bytes))
}

/// What the strict parser's script counted, counted here.
fn counted(read: &Read) -> Value {
    let mut by_type: BTreeMap<String, u64> = BTreeMap::new();
    let mut terms: BTreeMap<&str, u64> = BTreeMap::new();
    let none = |s: &str| if s.is_empty() { "None".to_owned() } else { s.to_owned() };
    for entry in &read.entries {
        let term = match entry {
            Entry::Item(item) => {
                *by_type.entry(format!("{}/{}", none(&item.post_type), none(&item.status))).or_default() += 1;
                continue;
            }
            Entry::Author(_) => "author",
            Entry::Category(_) => "category",
            Entry::Tag(_) => "tag",
            Entry::Term(_) => "term",
            Entry::Channel(_) | Entry::Notice(_) => continue,
        };
        *terms.entry(term).or_default() += 1;
    }
    let channel = read.entries.iter().find_map(|e| if let Entry::Channel(c) = e { Some(c) } else { None });
    let word = |s: &str| if s.is_empty() { Value::Null } else { s.into() };
    let channel = channel.unwrap();
    serde_json::json!({
        "wxr_version": word(&channel.wxr_version),
        "language": word(&channel.language),
        "items": read.items().count(),
        "by_type_status": by_type,
        "comments": read.items().map(|item| item.comments).sum::<u32>(),
        "channel_terms": terms,
        "first_title": read.items().next().map(|item| item.title.clone()),
    })
}

#[test]
fn well_formed_exports_are_read_as_a_strict_parser_counts_them() {
    let Some(folder) = folder() else { return };
    let expected: BTreeMap<String, Value> =
        serde_json::from_slice(&std::fs::read(folder.join("expected-lxml.json")).unwrap()).unwrap();
    let mut compared = 0;
    for (name, expected) in expected.iter().filter(|(_, e)| e["well_formed"] == true) {
        let read = Read::of(&std::fs::read(folder.join(name)).unwrap());
        assert!(read.broken.is_none(), "{name}: {:?}", read.broken);
        let counted = counted(&read);
        // The script looked for WordPress's fields under http:// alone; this export writes https://.
        let fields: &[&str] = if name.ends_with("theme-unit-test-data.xml") {
            &["language", "items", "first_title"]
        } else {
            &[
                "wxr_version",
                "language",
                "items",
                "by_type_status",
                "comments",
                "channel_terms",
                "first_title",
            ]
        };
        for field in fields {
            assert_eq!(counted[field], expected[field], "{name}: {field}");
        }
        compared += 1;
    }
    assert!(compared > 20, "{compared} files compared");
}

#[test]
fn the_theme_unit_test_export_is_read_with_all_its_fields() {
    let Some(read) = read("wordpress-importer/theme-unit-test-data.xml") else { return };
    let channel = read.entries.iter().find_map(|e| if let Entry::Channel(c) = e { Some(c) } else { None });
    assert_eq!(channel.unwrap().wxr_version, "1.2");
    assert!(read.items().all(|i| !i.post_type.is_empty() && !i.status.is_empty() && i.post_id.is_some()));
    assert!(read.items().map(|item| item.comments).sum::<u32>() > 0);
}

#[test]
fn exports_that_are_not_well_formed_are_read_whole() {
    let Some(sample) = read("ghost-migrate/sample.xml") else { return };
    assert!(sample.broken.is_none());
    assert_eq!(sample.items().count(), 6);
    assert_eq!(sample.notices()[0].line, 109);
    let attachment = sample.items().find(|item| item.post_type == "attachment").unwrap();
    assert!(attachment.attachment_url.contains("?ixlib=rb-1.2.1&ixid="));

    let cdata = read("wordpress-importer/crazy-cdata.xml").unwrap().only_item();
    assert_eq!(cdata.content, "Content with nested <![CDATA[ tags  :)]]>");
    assert_eq!(cdata.postmeta.len(), 3);

    let bare = read("nikola/wordpress_qtranslate_item_modernized.xml").unwrap();
    assert_eq!(bare.oddities(), [&What::NoRoot]);
    assert_eq!(bare.only_item().post_id, Some(1585));

    let attacks = read("wordpress-importer-history/namespace-attacks.xml").unwrap();
    assert!(attacks.broken.is_none());
    let ids: Vec<_> = attacks.items().map(|item| item.post_id).collect();
    assert_eq!(ids, [None, Some(2), Some(3), Some(4), Some(6), Some(7), Some(8), Some(9), Some(10)]);
}

#[test]
fn files_that_end_early_or_are_something_else_say_so() {
    let Some(cut) = read("wordpress-importer/malformed-simple.xml") else { return };
    assert!(matches!(cut.broken, Some(Broken::Truncated { line: 9, .. })));
    assert!(matches!(cut.entries.as_slice(), [Entry::Channel(_)]));
    let blogger = read("pelican/bloggerexport.xml").unwrap();
    assert!(matches!(blogger.broken, Some(Broken::NotWxr { line: 3, .. })));
}

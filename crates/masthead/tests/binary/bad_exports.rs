//! Exports that are not as they should be: a clear word, the contract's exit code, and
//! nothing lost or half done, within bounded time.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    exports::{Post, around, export, item, posts},
    page::words,
    place::{Engine, Place, on_both},
};

/// What an unoptimised program may take at most, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(60);

/// The report of an import that must succeed.
fn import(place: &Place, file: &Path) -> Value {
    let began = Instant::now();
    let report = place.reports(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
    assert!(began.elapsed() < PATIENCE, "it took {:?}", began.elapsed());
    report["imports"][0]["report"].clone()
}

/// All notes of a report in one text.
fn notes(report: &Value) -> String {
    let rows = ["notes", "refused"].map(|rows| report[rows].as_array().unwrap().clone()).concat();
    rows.iter().map(|row| format!("line {}: {}\n", row["line"], row["why"].as_str().unwrap())).collect()
}

fn between(before: u32, odd: &str, after: u32) -> String {
    let post = |id| item(&posts(id)[id as usize - 1]);
    around(&[post(before), odd.to_owned(), post(after)].concat())
}

on_both! {
    fn a_truncated_export_exits_1_and_the_whole_one_goes_on_from_there(engine: Engine) {
        let place = Place::new(engine);
        let whole = export(&posts(40));
        let cut = whole.find("number 30").unwrap();
        let file = place.write("export.xml", &whole[..cut]);
        let said = place.fails(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
        assert!(said.contains(&format!("ends at byte {cut}")) && said.contains("export it again"), "{said}");
        place.is_sound();
        std::fs::write(&file, whole).unwrap();
        let report = import(&place, &file);
        assert_eq!((&report["same"], &report["posts"]), (&29.into(), &11.into()));
        place.is_sound();
    }

    fn u_0000_in_titles_and_bodies_becomes_the_replacement_character(engine: Engine) {
        let place = Place::new(engine);
        let raw = item(&Post { id: 1, name: "one".into(), title: "Ti\0tle".into(), body: "<p>bo\0dy</p>".into() });
        let file = place.write("export.xml", between(5, &raw, 6));
        let report = import(&place, &file);
        assert_eq!(report["posts"], 3);
        assert!(notes(&report).contains("U+FFFD"), "{}", notes(&report));
        let page = place.serve().get("/en/post/one").unwrap().text();
        assert!(words(&page).contains("Ti\u{fffd}tle") && words(&page).contains("bo\u{fffd}dy"));
        assert!(!page.contains('\0'));
        place.is_sound();
    }

    fn slugs_that_are_none_are_mended_and_found(engine: Engine) {
        let place = Place::new(engine);
        let long = "a".repeat(4_000);
        let names = [long.as_str(), "post", "🎉", "%f0%9f%8e%89", "../etc", "", "Upper Case", "post"];
        let odd = |(id, name): (u32, &&str)| Post {
            id,
            name: (*name).to_owned(),
            title: format!("Odd {id}"),
            body: format!("<p>Body of {id}</p>"),
        };
        let file = place.write("export.xml", export(&(1..).zip(&names).map(odd).collect::<Vec<_>>()));
        let report = import(&place, &file);
        assert_eq!(report["posts"], names.len(), "{}", notes(&report));
        let node = place.serve();
        for id in 1..=names.len() {
            let old = node.get(&format!("/2024/03/{id}/")).unwrap();
            assert_eq!(old.status, 301, "{id}");
            let to = old.header("location").unwrap();
            let page = node.get(to).unwrap();
            assert_eq!(page.status, 200, "{id} is at {to}");
            assert!(words(&page.text()).contains(&format!("Body of {id}")), "{to} is not {id}");
        }
        place.is_sound();
    }
}

#[test]
fn what_is_no_export_exits_1_and_says_how_to_make_one() {
    let place = Place::with_editions(Engine::Sqlite);
    let utf_16: Vec<u8> = export(&posts(1)).encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, mending) in [
        ("empty.xml", b"".to_vec(), "in WordPress choose Tools, Export"),
        ("page.html", b"<!doctype html><title>No</title>".to_vec(), "in WordPress choose Tools, Export"),
        ("noise.bin", (0..=255).cycle().take(100_000).collect(), "in WordPress choose Tools, Export"),
        ("wide.xml", [vec![0xff, 0xfe], utf_16].concat(), "iconv"),
    ] {
        let file = place.write(name, bytes);
        let said = place.fails(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
        assert!(said.contains(mending) && said.contains(name), "{name}: {said}");
    }
    for (path, named) in [("no/such/file.xml", "no/such/file.xml"), (".", "directory")] {
        let said = place.fails(&["import", "wxr", path, "--edition", "en"]);
        assert!(said.contains(named), "{said}");
    }
    assert_eq!(place.reports(&["check"])["findings"], serde_json::json!([]));
    assert_eq!(place.serve().get("/en/").unwrap().status, 200);
}

#[test]
fn an_export_without_a_language_asks_for_the_edition() {
    let place = Place::new(Engine::Sqlite);
    let file = place.write("export.xml", export(&posts(1)));
    let said = place.fails(&["import", "wxr", file.to_str().unwrap()]);
    assert!(said.contains("--edition CODE"), "{said}");
    let said = place.fails(&["import", "wxr", file.to_str().unwrap(), "--edition", "No Code"]);
    assert!(said.contains("No Code"), "{said}");
    place.is_sound();
}

#[test]
fn bytes_that_are_no_utf_8_are_replaced_and_told() {
    let place = Place::new(Engine::Sqlite);
    let mut bytes = export(&posts(2)).into_bytes();
    let at = bytes.windows(8).position(|eight| eight == b"number 1").unwrap();
    bytes[at] = 0xff;
    let report = import(&place, &place.write("export.xml", bytes));
    assert_eq!(report["posts"], 2);
    assert!(notes(&report).contains("not UTF-8"), "{}", notes(&report));
    let page = place.serve().get("/en/post/post-1").unwrap().text();
    assert!(words(&page).contains("The words of \u{fffd}umber 1."));
}

#[test]
fn an_entity_bomb_is_not_expanded() {
    let place = Place::new(Engine::Sqlite);
    let tens = (1..10).map(|n| format!("<!ENTITY e{n} \"{}\">", format!("&e{};", n - 1).repeat(10)));
    let bomb = format!("<!DOCTYPE rss [<!ENTITY e0 \"bang\">{}]>\n<rss", tens.collect::<String>());
    let body = "</content:encoded><content:encoded>&e9;&e9;</content:encoded>";
    let export =
        around(&item(&posts(1)[0]).replacen("</content:encoded>", body, 1)).replacen("<rss", &bomb, 1);
    let report = import(&place, &place.write("export.xml", export));
    assert_eq!(report["posts"], 1);
    assert!(notes(&report).contains("not expanded"), "{}", notes(&report));
    let page = place.serve().get("/en/post/post-1").unwrap().text();
    assert!(!page.contains("bang") && page.len() < 100_000);
}

#[test]
fn nesting_without_end_is_cut_and_told() {
    let place = Place::new(Engine::Sqlite);
    let depth = 100_000;
    let deep = |id, open: &str, close: &str| {
        item(&Post {
            id,
            name: format!("deep-{id}"),
            title: "Deep".into(),
            body: format!("{}the bottom{}", open.repeat(depth), close.repeat(depth)),
        })
    };
    let odd = [
        deep(1, "<div>", "</div>"),
        deep(2, "<blockquote>", "</blockquote>"),
        deep(3, "<b>", "</b>"),
        deep(4, "<ul><li>", "</li></ul>"),
    ];
    let report = import(&place, &place.write("export.xml", between(8, &odd.concat(), 9)));
    assert_eq!(report["posts"], 6, "{}", notes(&report));
    let node = place.serve();
    for id in 1..=4 {
        let page = node.get(&format!("/en/post/deep-{id}")).unwrap();
        assert_eq!(page.status, 200);
        assert!(words(&page.text()).contains("the bottom"), "deep-{id} lost its words");
    }
    drop(node);
    place.is_sound();
}

#[test]
fn an_item_of_100_megabytes_is_passed_over_and_its_neighbours_come_in() {
    let place = Place::new(Engine::Sqlite);
    let path = place.folder().join("export.xml");
    let mut file = BufWriter::new(File::create(&path).unwrap());
    let mark = "HERE";
    let huge = Post { id: 7, name: "huge".into(), title: "Huge".into(), body: mark.into() };
    let text = between(1, &item(&huge), 2);
    let (before, after) = text.split_once(mark).unwrap();
    file.write_all(before.as_bytes()).unwrap();
    for _ in 0..100 {
        file.write_all("<p>ten bytes.</p>".repeat((1 << 20) / 17 + 1).as_bytes()).unwrap();
    }
    file.write_all(after.as_bytes()).unwrap();
    file.into_inner().unwrap();
    let report = import(&place, &path);
    assert_eq!(report["posts"], 2);
    assert!(notes(&report).contains("was left out"), "{}", notes(&report));
    let node = place.serve();
    assert_eq!(node.get("/en/post/huge").unwrap().status, 404);
    assert_eq!(node.get("/en/post/post-2").unwrap().status, 200);
}

//! Message files of the data folder: a language of one's own opens, a shipped one is
//! re-worded, a faulty file stops the start and is named with its place.

use std::{fs, path::Path};

use crate::place::{Engine, Place};

fn shipped(language: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locale/messages");
    fs::read_to_string(folder.join(format!("{language}.ftl"))).unwrap()
}

/// A place whose folder of messages holds that file.
fn place(name: &str, text: &str) -> Place {
    let place = Place::new(Engine::Sqlite);
    fs::create_dir(place.folder().join("messages")).unwrap();
    place.write(&format!("messages/{name}"), text);
    place
}

#[test]
fn a_language_that_does_not_ship_opens_with_all_messages_and_its_page_speaks_it() {
    let greek =
        shipped("en").replace("= Nothing has been published here yet.", "= Δεν έχει δημοσιευτεί τίποτα.");
    let place = place("el.ftl", &greek);
    let added = place.reports(&["edition", "add", "el", "--locale", "el-GR", "--label", "Ελληνικά"]);
    assert_eq!(added["open"], true);
    let page = place.serve().get("/el/").unwrap();
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Δεν έχει δημοσιευτεί τίποτα."), "{}", page.text());
}

#[test]
fn a_language_that_lacks_a_message_stays_closed() {
    let without = shipped("en").replace("\nlatest = Latest\n", "\n");
    assert_ne!(without, shipped("en"));
    let place = place("el.ftl", &without);
    let added = place.reports(&["edition", "add", "el", "--locale", "el", "--label", "Ελληνικά"]);
    assert_eq!(added["open"], false);
    let unknown = place.reports(&["edition", "add", "eu", "--locale", "eu", "--label", "Euskara"]);
    assert_eq!(unknown["open"], false);
}

#[test]
fn a_shipped_language_is_reworded_by_a_file_of_one_message() {
    let place = place("en.ftl", "front-empty = Soon here: news.\n");
    place.add_editions();
    let page = place.serve().get("/en/").unwrap();
    assert!(page.text().contains("Soon here: news."), "{}", page.text());
}

#[test]
fn a_faulty_message_file_stops_every_command_and_is_named_with_its_line() {
    for (text, said) in [
        ("latest = a\n\n= b\n", "line 3"),
        ("latest = { $nobody }\n", "placeables"),
        ("latest = { latest }\n", "refers to latest"),
        ("latset = a\n", "no message latset"),
    ] {
        let place = place("hy.ftl", text);
        let printed = place.fails(&["settings", "list"]);
        assert!(printed.contains("hy.ftl") && printed.contains(said), "{text}: {printed}");
    }
    let place = place("hy.ftl", &"#".repeat(2 << 20));
    assert!(place.fails(&["settings", "list"]).contains("1 MiB"));
}

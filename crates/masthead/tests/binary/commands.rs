//! The command line as scripts meet it: help, exit codes, reports as text and as JSON.

use serde_json::json;

use crate::{
    exports::{export, posts},
    place::{Engine, Place, Ran, on_both, program},
};

#[test]
fn every_command_has_help_with_an_example_of_itself() {
    let place = Place::new(Engine::Sqlite);
    for command in [
        "serve",
        "import wxr",
        "settings get",
        "settings set",
        "settings list",
        "edition add",
        "migrate",
        "check",
        "theme check",
    ] {
        let words: Vec<_> = command.split(' ').chain(["--help"]).collect();
        let help = place.works(&words);
        assert!(help.contains(&format!("Example: masthead {command}")), "{command}: {help}");
    }
    assert!(place.works(&["--help"]).contains("Example: masthead serve"));
    assert_eq!(std::fs::read_dir(place.folder()).unwrap().count(), 0, "help made something");
}

#[test]
fn wrong_use_exits_2_says_what_is_right_and_makes_nothing() {
    let place = Place::new(Engine::Sqlite);
    for (args, named) in [
        (&["publish"][..], "Usage:"),
        (&["serve", "--port", "80"], "--port"),
        (&["import", "wxr"], "FILE"),
        (&["edition", "add", "en"], "--locale"),
        (&["settings", "set"], "KEY"),
        (&["settings"], "Usage:"),
    ] {
        let ran = place.run(args);
        assert_eq!(ran.code, Some(2), "{args:?}: {ran}");
        assert!(ran.err.contains(named) && ran.out.is_empty(), "{args:?}: {ran}");
    }
    assert_eq!(std::fs::read_dir(place.folder()).unwrap().count(), 0);
    let ran = Ran::of(&mut program(&["check"]));
    assert_eq!(ran.code, Some(2), "{ran}");
    assert!(ran.err.contains("--data DIR"), "{ran}");
}

on_both! {
    fn a_setting_is_set_read_listed_and_brought_back(engine: Engine) {
        let place = Place::new(engine);
        place.works(&["settings", "set", "portal.name", "The Meridian"]);
        assert_eq!(place.works(&["settings", "get", "portal.name"]), "The Meridian\n");
        assert_eq!(place.reports(&["settings", "get", "portal.name"]), json!({ "portal.name": "The Meridian" }));
        place.works(&["settings", "set", "social.youtube", "https://video.example/@meridian"]);
        let all = place.reports(&["settings", "list"]);
        assert_eq!(all["portal.name"], "The Meridian");
        assert_eq!(all["social.youtube"], "https://video.example/@meridian");
        assert_eq!(all["portal.time_zone"], "UTC");
        assert!(place.works(&["settings", "list"]).contains("portal.name = The Meridian\n"));
        place.works(&["settings", "set", "portal.name"]);
        assert_eq!(place.works(&["settings", "get", "portal.name"]), "Masthead\n");
        place.is_sound();
    }

    fn a_bad_setting_is_refused_with_the_way_to_mend_it_and_changes_nothing(engine: Engine) {
        let place = Place::new(engine);
        let before = place.reports(&["settings", "list"]);
        let long = "x".repeat(5_000);
        for (key, value, mending) in [
            ("portal.time_zone", "Mars/Base", "Asia/Yerevan"),
            ("portal.base_url", "news.example", "https://news.example"),
            ("portal.accent", "red", "#rrggbb"),
            ("portal.name", long.as_str(), "shorten"),
            ("portal.name", "", "portal.name"),
            ("social.youtube", "javascript:alert(1)", "https://"),
        ] {
            let said = place.fails(&["settings", "set", key, value]);
            assert!(said.contains(mending), "{key} = {value}: {said}");
        }
        for args in [&["settings", "set", "portal.colour", "red"][..], &["settings", "get", "portal.colour"]] {
            let ran = place.run(args);
            assert_eq!(ran.code, Some(2), "{args:?}: {ran}");
            assert!(ran.err.contains("portal.colour") && ran.err.contains("--help"), "{ran}");
        }
        assert_eq!(place.reports(&["settings", "list"]), before);
    }

    fn an_edition_is_added_once_and_opens_if_its_language_is_whole(engine: Engine) {
        let place = Place::new(engine);
        let added = place.reports(&["edition", "add", "en", "--locale", "en-GB", "--label", "English"]);
        assert_eq!(added, json!({ "code": "en", "locale": "en-GB", "open": true }));
        let added = place.works(&["edition", "add", "fr", "--locale", "fr", "--label", "Français"]);
        assert!(added.contains("closed"), "{added}");
        let again = place.run(&["edition", "add", "en", "--locale", "en", "--label", "Again"]);
        assert_eq!(again.code, Some(2), "{again}");
        for (code, locale, named) in [("api", "en", "api"), ("EN", "en", "EN"), ("xx", "not a tag", "not a tag")] {
            let said = place.fails(&["edition", "add", code, "--locale", locale, "--label", "No"]);
            assert!(said.contains(named), "{said}");
        }
        place.is_sound();
    }

    fn a_migrated_place_is_whole_and_migrating_again_changes_nothing(engine: Engine) {
        let place = Place::new(engine);
        assert_eq!(place.reports(&["migrate"]), json!({ "current": true }));
        assert!(place.works(&["migrate"]).contains("this version"));
        assert!(place.works(&["check"]).contains("every invariant holds"));
        place.is_sound();
    }

    fn an_import_reports_what_was_taken_and_a_second_one_takes_nothing(engine: Engine) {
        let place = Place::new(engine);
        let file = place.write("export.xml", export(&posts(3)));
        let file = file.to_str().unwrap();
        let first = place.reports(&["import", "wxr", file, "--edition", "en"]);
        let report = &first["imports"][0]["report"];
        assert_eq!((&report["posts"], &report["sections"], &report["persons"]), (&json!(3), &json!(1), &json!(1)));
        assert_eq!(report["editions_made"], json!([{ "code": "en", "locale": "en", "open": true }]));
        let second = place.works(&["import", "wxr", file, "--edition", "en"]);
        assert!(second.contains("3 the same"), "{second}");
        place.is_sound();
    }
}

#[test]
fn a_theme_folder_is_checked_before_it_is_served_and_told_what_is_wrong() {
    let place = Place::new(Engine::Sqlite);
    let theme = place.folder().join("theme");
    std::fs::create_dir_all(theme.join("messages")).unwrap();
    let dir = theme.to_str().unwrap();
    assert_eq!(place.reports(&["theme", "check", dir]), json!({ "findings": [] }));
    place.write("theme/error.html", "fine\n{{ page.nosuch }}");
    let said = place.run(&["theme", "check", dir, "--json"]);
    assert_eq!(said.code, Some(1), "{said}");
    let found: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let first = &found["findings"][0];
    assert_eq!((&first["file"], &first["line"]), (&json!("error.html"), &json!(2)));
    let refused = place.fails(&["serve", "--empty", "--theme", dir]);
    assert!(refused.contains("error.html, line 2") && refused.contains("theme check"), "{refused}");
    std::fs::remove_file(theme.join("error.html")).unwrap();
    place.write("theme/messages/en.ftl", "nosuch = Word\n");
    assert!(place.fails(&["theme", "check", dir]).contains("nosuch"));
}

#[test]
fn a_reader_who_has_seen_enough_of_a_report_is_no_failure() {
    let place = Place::with_editions(Engine::Sqlite);
    let mut child = place.command(&["settings", "list"]).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), b"".as_slice()));
}

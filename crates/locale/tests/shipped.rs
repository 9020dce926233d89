//! What holds for every language that ships.

use std::{collections::BTreeSet, fs, path::Path};

use domain::{LocaleTag, Moment, ZoneName};
use icu::properties::{CodePointMapData, props::Script};
use locale::{Arg, Dates, Messages};

fn tag(text: &str) -> LocaleTag {
    LocaleTag::parse(text).unwrap_or_else(|fault| panic!("{fault}"))
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("messages")
}

/// Words that are written alike in two languages.
const ALIKE: [&str; 4] = ["date-and-time", "page-title", "feed-title", "feed-link"];

#[test]
fn each_file_of_the_folder_ships_and_its_name_is_a_language_tag() {
    let messages = Messages::shipped().unwrap();
    let shipped: BTreeSet<String> = messages.languages().map(|it| format!("{it}.ftl")).collect();
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(shipped, files);
    for language in messages.languages() {
        assert_eq!(tag(language).as_str(), language);
    }
}

#[test]
fn every_language_has_every_message() {
    let messages = Messages::shipped().unwrap();
    for language in messages.languages() {
        assert_eq!(messages.complete(&tag(language)), Vec::<String>::new(), "{language}");
    }
}

#[test]
fn no_message_is_left_in_english() {
    let messages = Messages::shipped().unwrap();
    let english = fs::read_to_string(folder().join("en.ftl")).unwrap();
    let lines: BTreeSet<&str> =
        english.lines().filter(|it| it.contains(" = ") && !it.ends_with("->")).collect();
    for language in messages.languages().filter(|it| *it != "en") {
        let text = fs::read_to_string(folder().join(format!("{language}.ftl"))).unwrap();
        for line in text.lines().filter(|line| lines.contains(line)) {
            let id = line.split(" = ").next().unwrap();
            assert!(ALIKE.contains(&id), "{language}.ftl: {line}");
        }
    }
}

#[test]
fn every_message_has_a_sentence_for_its_translator() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (above, line) in lines.iter().zip(lines.iter().skip(1)) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(" =") {
                assert!(above.starts_with("# "), "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn letters_are_of_the_languages_own_script() {
    let messages = Messages::shipped().unwrap();
    let scripts = CodePointMapData::<Script>::new();
    for language in messages.languages() {
        let own = match language {
            "ar" => Script::Arabic,
            "en" => Script::Latin,
            other => panic!("say which script {other} is written in"),
        };
        let language = messages.for_locale(&tag(language)).unwrap();
        for id in messages.ids() {
            let text = fill(&language, id, "");
            let foreign: String = text
                .chars()
                .filter(|c| {
                    c.is_alphabetic() && ![own, Script::Common, Script::Inherited].contains(&scripts.get(*c))
                })
                .collect();
            assert_eq!(foreign, "", "{} {id}: {text}", language.locale());
        }
    }
}

#[test]
fn arabic_counts_in_all_six_forms() {
    let arabic = Messages::shipped().unwrap().for_locale(&tag("ar")).unwrap();
    let count = |n: i64| arabic.text("story-count", &[("count", Arg::Number(n))]).unwrap();
    assert_eq!(count(103), "103 مواد");
    let seen = [0, 1, 2, 3, 11, 100].map(count);
    assert_eq!(seen, ["لا مواد", "مادة واحدة", "مادتان", "3 مواد", "11 مادةً", "100 مادة"]);
}

#[test]
fn every_language_names_its_months() {
    let messages = Messages::shipped().unwrap();
    let zone = ZoneName::parse("Europe/London").unwrap();
    for language in messages.languages() {
        let language = messages.for_locale(&tag(language)).unwrap();
        let dates = Dates::new(&language, &zone).unwrap();
        for month in 1..=12 {
            let moment =
                Moment::from(format!("2025-{month:02}-15T12:00:00Z").parse::<jiff::Timestamp>().unwrap());
            let date = dates.date(moment);
            assert!(date.chars().filter(|c| c.is_alphabetic()).count() >= 3, "{date}");
            assert!(!date.contains("M0") && !date.contains("M1"), "{date}");
        }
    }
}

/// The message with each placeable of the original filled with `words` or 3.
fn fill(language: &locale::Language, id: &str, words: &str) -> String {
    let names = ["date", "time", "names", "moment", "page", "paper", "section", "provider"];
    let mut args: Vec<(&str, Arg<'_>)> = names.iter().map(|name| (*name, Arg::Text(words))).collect();
    args.push(("count", Arg::Number(3)));
    language.text(id, &args).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn in_the_pseudo_locale_every_letter_of_a_message_is_marked() {
    let messages = Messages::pseudo().unwrap();
    for language in ["en", "ar"] {
        let language = messages.for_locale(&tag(language)).unwrap();
        for id in messages.ids() {
            let text = fill(&language, id, "DATA");
            let rest = locale::pseudo::unmarked(&text).replace("DATA", "");
            assert!(!rest.chars().any(char::is_alphabetic), "{id}: {text}");
        }
        let list = locale::pseudo::unmarked(&language.join(&["A", "B", "C"]));
        assert!(!list.replace(['A', 'B', 'C'], "").chars().any(char::is_alphabetic), "{list}");
        let zone = ZoneName::parse("Europe/London").unwrap();
        let line = Dates::new(&language, &zone).unwrap().long(Moment::from_micros(0));
        assert!(!locale::pseudo::unmarked(&line).chars().any(char::is_alphabetic), "{line}");
    }
}

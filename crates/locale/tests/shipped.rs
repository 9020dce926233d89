//! Law 6 over the message files: what holds for every language that ships, so that no reader
//! meets a foreign word, a missing one or one that nobody asks for.

#![expect(clippy::unwrap_used, reason = "a test's own set-up may fail loudly")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use domain::{Direction, LocaleTag, Moment, ZoneName};
use icu::properties::{CodePointMapData, props::Script};
use locale::{Arg, Dates, Language, MessageFile, Messages};

#[path = "shipped/table.rs"]
mod table;
#[path = "shipped/used.rs"]
mod used;

fn tag(text: &str) -> LocaleTag {
    LocaleTag::parse(text).unwrap_or_else(|fault| panic!("{fault}"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("messages")
}

fn every_language() -> Vec<Language> {
    let messages = Messages::shipped().unwrap();
    messages.languages().map(|it| messages.for_locale(&tag(it)).unwrap()).collect()
}

fn ids() -> Vec<String> {
    Messages::shipped().unwrap().ids().map(str::to_owned).collect()
}

/// Messages that are the same in every language: names of formats, and data with signs.
const ALIKE: [&str; 11] = [
    "copyright",
    "date-and-time",
    "feed-atom",
    "feed-description",
    "feed-json",
    "feed-of-author",
    "feed-of-section",
    "feed-of-topic",
    "feed-rss",
    "feed-title",
    "page-title",
];

/// Words that a language shares with English.
const SHARED: [(&str, &str); 3] = [("az", "kind-audio"), ("az", "kind-video"), ("tr", "kind-video")];

/// Proper names that stay in Latin letters.
const NAMES: [&str; 3] = ["JSON Feed", "Atom", "RSS"];

/// The script of each language, its quotation marks, and letters of that script which are
/// not its own.
const WRITING: [(&str, Script, &str, &str); 9] = [
    ("ar", Script::Arabic, "«»", "یکپچژگ"),
    ("az", Script::Latin, "“”", "wW"),
    ("en", Script::Latin, "“”", ""),
    ("fa", Script::Arabic, "«»", "يكىة"),
    ("he", Script::Hebrew, "””", ""),
    ("hy", Script::Armenian, "«»", ""),
    ("ka", Script::Georgian, "„“", ""),
    ("ru", Script::Cyrillic, "«»", "іїєў"),
    ("tr", Script::Latin, "“”", "qwxəQWXƏ"),
];

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
    assert_eq!(messages.languages().collect::<Vec<_>>(), WRITING.map(|(language, ..)| language));
}

#[test]
fn every_language_has_every_message_and_it_can_be_filled() {
    let messages = Messages::shipped().unwrap();
    for language in every_language() {
        assert_eq!(messages.complete(language.locale()), Vec::<String>::new(), "{}", language.locale());
        for id in ids() {
            assert!(!fill(&language, &id, "x").trim().is_empty(), "{} {id}", language.locale());
        }
    }
}

#[test]
fn no_message_is_left_in_english() {
    let languages = every_language();
    let english = languages.iter().find(|it| it.locale().as_str() == "en").unwrap();
    for language in languages.iter().filter(|it| it.locale().as_str() != "en") {
        for id in ids() {
            let allowed = ALIKE.contains(&id.as_str())
                || SHARED.iter().any(|(tag, shared)| *tag == language.locale().as_str() && *shared == id);
            let same = fill(language, &id, "x") == fill(english, &id, "x");
            assert!(!same || allowed, "{} {id} is English", language.locale());
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
fn letters_are_of_the_languages_own_script_and_alphabet() {
    let scripts = CodePointMapData::<Script>::new();
    for (language, (_, own, _, never)) in every_language().iter().zip(WRITING) {
        for id in ids() {
            let text = NAMES.iter().fold(every_form(language, &id, ""), |text, name| text.replace(name, ""));
            let neutral = [own, Script::Common, Script::Inherited];
            let foreign: String = text
                .chars()
                .filter(|c| never.contains(*c) || (c.is_alphabetic() && !neutral.contains(&scripts.get(*c))))
                .collect();
            assert_eq!(foreign, "", "{} {id}: {text}", language.locale());
        }
    }
}

#[test]
fn punctuation_is_that_of_the_language() {
    for (language, (name, _, quotes, _)) in every_language().iter().zip(WRITING) {
        let never = match name {
            "ar" | "fa" => "\"',?;“”",
            "hy" => "\"':“”?!.",
            "en" => "\"'«»",
            _ => "\"'",
        };
        for id in ids() {
            let text = fill(language, &id, "x");
            assert!(
                !every_form(language, &id, "x").contains(|c: char| never.contains(c)),
                "{name} {id}: {text}"
            );
            let used: String = text.chars().filter(|c| "«»“”„".contains(*c)).collect();
            assert!(used.is_empty() || used == quotes, "{name} {id}: {text}");
            assert!(!text.contains("  ") && text.trim() == text, "{name} {id}: {text}");
        }
    }
}

#[test]
fn where_lines_run_from_the_right_an_address_and_a_query_keep_their_own_direction() {
    for language in every_language() {
        let isolated = language.direction() == Direction::Rtl;
        for id in ["printed-from", "search-none"] {
            let text = fill(&language, id, "C++/");
            assert_eq!(text.contains("\u{2068}C++/\u{2069}"), isolated, "{} {id}: {text}", language.locale());
        }
    }
}

#[test]
fn armenian_is_written_in_the_reformed_orthography() {
    for language in every_language().iter().filter(|it| it.locale().as_str() == "hy") {
        for id in ids() {
            let text = every_form(language, &id, "");
            assert!(!text.contains("եւ") && !text.contains('․'), "{id}: {text}");
        }
    }
}

#[test]
fn a_language_of_the_data_folder_alone_is_complete_and_speaks() {
    let english = fs::read_to_string(folder().join("en.ftl")).unwrap();
    let greek = MessageFile::new("el.ftl", "el", english.replace("topics = Topics", "topics = Θέματα"));
    let messages = Messages::with(&[greek]).unwrap();
    let locale = tag("el-GR");
    assert_eq!(messages.complete(&locale), Vec::<String>::new());
    let language = messages.for_locale(&locale).unwrap();
    assert_eq!(language.text("topics", &[]).unwrap(), "Θέματα");
    let dates = Dates::new(&language, &ZoneName::parse("Europe/Athens").unwrap()).unwrap();
    let noon = Moment::from("2025-07-21T09:00:00Z".parse::<jiff::Timestamp>().unwrap());
    assert_eq!(dates.long(noon), "21 Ιουλίου 2025 12:00");
}

/// The message with each placeable of the original filled with `words` or 3.
fn fill(language: &Language, id: &str, words: &str) -> String {
    counted(language, id, words, 3)
}

/// The message in each of its plural forms, a line each.
fn every_form(language: &Language, id: &str, words: &str) -> String {
    let forms: BTreeSet<String> =
        [0, 1, 2, 3, 5, 11, 21, 100, 103].map(|n| counted(language, id, words, n)).into();
    forms.into_iter().collect::<Vec<_>>().join("\n")
}

fn counted(language: &Language, id: &str, words: &str, count: i64) -> String {
    let names: &[&str] = &[
        "author",
        "date",
        "moment",
        "names",
        "network",
        "page",
        "paper",
        "provider",
        "publisher",
        "query",
        "section",
        "source",
        "time",
        "topic",
        "url",
    ];
    let mut args: Vec<(&str, Arg<'_>)> = names.iter().map(|name| (*name, Arg::Text(words))).collect();
    args.extend(["count", "minutes", "year"].map(|name| (name, Arg::Number(count))));
    language.text(id, &args).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn in_the_pseudo_locale_every_letter_of_a_message_is_marked() {
    let messages = Messages::pseudo().unwrap();
    for language in messages.languages() {
        let language = messages.for_locale(&tag(language)).unwrap();
        for id in messages.ids() {
            let text = fill(&language, id, "DATA");
            let rest = locale::pseudo::unmarked(&text).replace("DATA", "");
            assert!(!rest.chars().any(char::is_alphabetic), "{id}: {text}");
        }
        let list = locale::pseudo::unmarked(&language.join(&["A", "B", "C"]));
        assert!(!list.replace(['A', 'B', 'C'], "").chars().any(char::is_alphabetic), "{list}");
        let dates = Dates::new(&language, &ZoneName::parse("Europe/London").unwrap()).unwrap();
        let start = Moment::from_micros(0);
        for line in [dates.long(start), dates.short(start), dates.month(start), dates.year(start)] {
            assert!(!locale::pseudo::unmarked(&line).chars().any(char::is_alphabetic), "{line}");
        }
    }
}

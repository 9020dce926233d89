//! Every feed of the reference data, against what feedparser reads of it. How the differences are judged
//! stands in `docs/feeds-read.md`.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::*;
use crate::import::words_of;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// That each of these lines stands in the table.
#[track_caller]
fn stand_in_the_docs(lines: &[String]) {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/feeds-read.md");
    let docs = std::fs::read_to_string(docs).unwrap_or_default();
    let missing: Vec<_> = lines.iter().filter(|line| !docs.contains(line.as_str())).cloned().collect();
    assert!(missing.is_empty(), "not in docs/feeds-read.md:\n{}", missing.join("\n"));
}

#[test]
fn every_file_of_the_reference_data_is_read_or_refused_by_its_name() {
    let Some(data) = rig::reference_data() else { return };
    let mut paths = Vec::new();
    files(&data.join("feeds"), &mut paths);
    let (mut read, mut items, mut refused) = (0, 0, BTreeMap::<String, u32>::new());
    for path in paths {
        match Read::of(&std::fs::read(&path).unwrap()) {
            Ok(feed) => {
                read += 1;
                items += feed.items().len();
            }
            Err(error) => {
                let said = error.to_string();
                let (_, why) = said.split_once(": ").unwrap();
                let why = why.split([';', '(', ',']).next().unwrap().trim().to_owned();
                *refused.entry(why).or_default() += 1;
            }
        }
    }
    let mut lines = vec![format!("| read | {read} files, {items} items |")];
    lines.extend(refused.iter().map(|(why, count)| format!("| {why} | {count} |")));
    stand_in_the_docs(&lines);
}

/// What feedparser says of a date.
fn date_of(parts: &Value) -> String {
    let Some(parts) = parts.as_array() else { return String::new() };
    let [year, month, day, hour, minute, second] = [0, 1, 2, 3, 4, 5].map(|n| parts[n].as_i64().unwrap());
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The differences between a feed and what feedparser reads of it, by what they are.
fn compare(ours: &Read, theirs: &Value, differences: &mut BTreeMap<&'static str, u32>) {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut tell = |what, one: &str, other: &str| {
        if one != other {
            *differences.entry(what).or_default() += 1;
        }
    };
    let Header { title, link, language, .. } = &ours.header;
    tell("title of the feed", &words_of(title), &words_of(&text(&theirs["title"])));
    tell("link of the feed", link, &text(&theirs["link"]));
    tell("language", language, &text(&theirs["language"]));
    tell("number of items", &ours.items().len().to_string(), &theirs["n"].to_string());
    for (item, entry) in ours.items().iter().zip(theirs["entries"].as_array().unwrap_or(&Vec::new())) {
        let date = |moment: Option<domain::Moment>| moment.map(|m| m.to_string()).unwrap_or_default();
        tell("id", &item.id, &text(&entry["id"]));
        tell("title", &words_of(&item.title), &words_of(&text(&entry["title"])));
        tell("link", &item.link, &text(&entry["link"]));
        tell("published", &date(item.published), &date_of(&entry["published"]));
        tell("updated", &date(item.updated), &date_of(&entry["updated"]));
        tell("files", &item.attached.len().to_string(), &entry["enclosures"].to_string());
    }
}

#[test]
fn what_differs_from_feedparser_is_counted_and_judged() {
    let Some(data) = rig::reference_data() else { return };
    let expected = std::fs::read_to_string(data.join("feeds/expected-feedparser-6.0.14.jsonl")).unwrap();
    let (mut differences, mut compared) = (BTreeMap::new(), 0);
    for line in expected.lines() {
        let theirs: Value = serde_json::from_str(line).unwrap();
        let file = theirs["file"].as_str().unwrap();
        match Read::of(&std::fs::read(data.join("feeds").join(file)).unwrap()) {
            Ok(ours) => {
                compared += 1;
                compare(&ours, &theirs, &mut differences);
            }
            Err(_) => assert_eq!(theirs["n"], 0, "{file} was refused"),
        }
    }
    let mut lines = vec![format!("| compared | {compared} feeds |")];
    lines.extend(differences.iter().map(|(what, count)| format!("| {what} | {count} |")));
    stand_in_the_docs(&lines);
}

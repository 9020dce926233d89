//! News that people translated into nine languages, brought in as the archives of nine sites
//! and tied: each paragraph is on its page to the character, dates and addresses are those of
//! the language, and the language switch of each leads to all others.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use desk::{Desk, Tie};
use domain::{BranchId, EditionCode, Slug, StoryId};
use store::AddressSpace;

use crate::{
    exports::{Post, escaped, export_in},
    page::{links_to, words},
    place::{Place, on_both, operator},
};

/// The languages, with the day of all posts as a newspaper there prints it.
const LANGUAGES: [(&str, &str); 9] = [
    ("en", "10 March 2024"),
    ("ru", "10 марта 2024"),
    ("hy", "10 մարտի 2024"),
    ("az", "10 mart 2024"),
    ("ar", "10 مارس 2024"),
    ("ka", "10 მარტი 2024"),
    ("tr", "10 Mart 2024"),
    ("he", "10 במרץ 2024"),
    ("fa", "۲۰ اسفند ۱۴۰۲"),
];

/// A text of the reference data.
struct Text {
    group: String,
    title: String,
    paragraphs: Vec<String>,
}

fn texts(folder: &Path, language: &str) -> Vec<Text> {
    let lines = std::fs::read_to_string(folder.join(format!("news/ntrex.{language}.jsonl"))).unwrap();
    let text = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let string = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let paragraphs = record["body"].as_array().unwrap().iter().map(string).collect();
        Text { group: string(&record["group"]), title: string(&record["title"]), paragraphs }
    };
    lines.lines().map(text).collect()
}

/// The texts as the export of a site in their language. The sites are taken for parts of one,
/// so that their numbers go on from `first`.
fn as_export(language: &str, first: u32, texts: &[Text]) -> String {
    let post = |(number, text): (u32, &Text)| Post {
        id: number,
        name: encoded(&slug_of(text, number)),
        title: text.title.clone(),
        body: text.paragraphs.iter().map(|it| format!("<p>{}</p>", escaped(it))).collect(),
    };
    export_in(language, &(first..).zip(texts).map(post).collect::<Vec<_>>())
}

/// The headline's first words in their own script, as WordPress makes addresses.
fn slug_of(text: &Text, number: u32) -> String {
    let words = text.title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<_> = words.take(4).map(str::to_lowercase).collect();
    // Small letters of some capitals are two characters, of which one is no letter.
    let letters: String = words.join("-").chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
    format!("{letters}-{number}")
}

/// Percent-encoded as WordPress keeps it, in small letters.
fn encoded(slug: &str) -> String {
    address("", slug).trim_start_matches("//post/").to_lowercase()
}

/// HTML collapses its own white space and drops it at a paragraph's ends; nothing else.
fn collapsed(paragraph: &str) -> String {
    paragraph.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Branch and story of an article.
async fn article(desk: &Desk, edition: &str, slug: &str) -> (BranchId, StoryId) {
    let mut tx = desk.store().begin().await.unwrap();
    let code = EditionCode::parse(edition).unwrap();
    let slug = Slug::parse(slug).unwrap();
    let occupant = tx.occupant(AddressSpace::Post, Some(&code), slug.as_str()).await.unwrap().unwrap();
    let branch = BranchId::new(occupant.target);
    let state = tx.branch(branch).await.unwrap().unwrap();
    (branch, state.branch.story)
}

/// What was brought in: of each language the texts by group, with their slugs.
type Brought = BTreeMap<&'static str, BTreeMap<String, (String, Text)>>;

fn bring_in(place: &Place, data: &Path) -> Brought {
    let mut brought = Brought::new();
    for ((language, _), first) in LANGUAGES.into_iter().zip((1..).step_by(1_000)) {
        let texts = texts(data, language);
        let file = place.write(&format!("{language}.xml"), as_export(language, first, &texts));
        let report = place.reports(&["import", "wxr", file.to_str().unwrap(), "--edition", language]);
        assert_eq!(report["imports"][0]["report"]["posts"], texts.len(), "{language}");
        let by_group =
            (first..).zip(texts).map(|(number, text)| (text.group.clone(), (slug_of(&text, number), text)));
        brought.insert(language, by_group.collect());
    }
    brought
}

fn groups(brought: &Brought) -> BTreeSet<String> {
    let all = brought.values().map(|texts| texts.keys().cloned().collect::<BTreeSet<_>>());
    all.reduce(|common, groups| &common & &groups).unwrap_or_default()
}

/// Ties the texts of each group to the story of the first language's.
fn tie(place: &Place, brought: &Brought) {
    place.inside(async |desk| {
        for group in groups(brought) {
            let (_, story) = article(&desk, "en", &brought["en"][&group].0).await;
            for (language, _) in LANGUAGES.into_iter().skip(1) {
                let (branch, _) = article(&desk, language, &brought[language][&group].0).await;
                desk.run(&operator(), &Tie { branch, story }).await.unwrap();
            }
        }
    });
}

/// Addresses are written with capitals in their escapes (RFC 3986 §2.1).
fn address(language: &str, slug: &str) -> String {
    let byte = |b: u8| match b {
        b'a'..=b'z' | b'0'..=b'9' | b'-' => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    };
    format!("/{language}/post/{}", slug.bytes().map(byte).collect::<String>())
}

on_both! {
    fn every_paragraph_of_nine_languages_is_on_its_page_and_the_switch_leads_to_all(engine: Engine) {
        let Some(data) = rig::reference_data() else { return };
        let place = Place::new(engine);
        let brought = bring_in(&place, &data);
        let groups = groups(&brought);
        assert!(groups.len() >= 80, "only {} groups are in all languages", groups.len());
        tie(&place, &brought);
        let node = place.serve();
        for group in &groups {
            for (language, day) in LANGUAGES {
                let (slug, text) = &brought[language][group];
                let path = address(language, slug);
                let page = node.get(&path).unwrap();
                assert_eq!(page.status, 200, "{path}");
                let html = page.text();
                let shown = words(&html);
                for paragraph in text.paragraphs.iter().chain([&text.title]) {
                    assert!(shown.contains(&collapsed(paragraph)), "{path} lacks {paragraph:?}");
                }
                // Newspapers do not break a date between day and month.
                assert!(shown.replace('\u{a0}', " ").contains(day), "{path} lacks the day {day:?}");
                for (other, _) in LANGUAGES.into_iter().filter(|(other, _)| *other != language) {
                    let across = address(other, &brought[other][group].0);
                    let links = links_to(&html, other);
                    assert!(!links.is_empty() && links.iter().all(|it| *it == across), "{path}: {links:?}");
                }
            }
        }
        place.is_sound();
    }
}

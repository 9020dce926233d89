//! News that people translated, brought in as two archives and tied: each sentence is on its
//! page to the character, and the language switch of each leads to the other.

use std::{collections::BTreeMap, path::Path};

use desk::{Desk, Tie};
use domain::{BranchId, EditionCode, Slug, StoryId};
use store::AddressSpace;

use crate::{
    exports::{Post, escaped, export},
    page::{links_to, words},
    place::{Place, on_both, operator},
};

/// A text of the reference data.
struct Text {
    group: String,
    title: String,
    sentences: Vec<String>,
}

fn texts(folder: &Path, language: &str) -> Vec<Text> {
    let lines = std::fs::read_to_string(folder.join(format!("news/ntrex.{language}.jsonl"))).unwrap();
    let text = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let string = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let sentences = record["body"].as_array().unwrap().iter().map(string).collect();
        Text { group: string(&record["group"]), title: string(&record["title"]), sentences }
    };
    lines.lines().map(text).collect()
}

/// Both are taken for files of one old site, so that its numbers go on from `first`.
fn as_export(first: u32, texts: &[Text]) -> String {
    let post = |(number, text): (u32, &Text)| Post {
        id: number,
        name: slug_of(&text.group),
        title: text.title.clone(),
        body: text.sentences.iter().map(|sentence| format!("<p>{}</p>", escaped(sentence))).collect(),
    };
    export(&(first..).zip(texts).map(post).collect::<Vec<_>>())
}

/// The same in both editions: a slug is unique within one.
fn slug_of(group: &str) -> String {
    group.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect::<String>().to_lowercase()
}

/// HTML collapses its own white space and drops it at a paragraph's ends; nothing else.
fn collapsed(sentence: &str) -> String {
    sentence.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
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

on_both! {
    fn every_sentence_of_parallel_texts_is_on_its_page_and_the_switch_leads_across(engine: Engine) {
        let Some(data) = rig::reference_data() else { return };
        let place = Place::with_editions(engine);
        let editions = ["en", "ar"].map(|code| (code, texts(&data, code)));
        for (first, (code, texts)) in [1, 1_001].into_iter().zip(&editions) {
            let file = place.write(&format!("{code}.xml"), as_export(first, texts));
            let report = place.reports(&["import", "wxr", file.to_str().unwrap(), "--edition", code]);
            assert_eq!(report["imports"][0]["report"]["posts"], texts.len());
        }
        let [english, arabic] = editions.map(|(_, texts)| {
            texts.into_iter().map(|text| (text.group.clone(), text)).collect::<BTreeMap<_, _>>()
        });
        let groups: Vec<_> = english.keys().filter(|group| arabic.contains_key(*group)).collect();
        assert!(groups.len() >= 80, "only {} groups are in both languages", groups.len());
        place.inside(async |desk| {
            for group in &groups {
                let slug = slug_of(group);
                let (_, story) = article(&desk, "en", &slug).await;
                let (branch, _) = article(&desk, "ar", &slug).await;
                desk.run(&operator(), &Tie { branch, story }).await.unwrap();
            }
        });
        let node = place.serve();
        for group in &groups {
            for (text, code, other, language) in
                [(&english[*group], "en", "ar", "ar"), (&arabic[*group], "ar", "en", "en-GB")]
            {
                let path = format!("/{code}/post/{}", slug_of(group));
                let page = node.get(&path).unwrap();
                assert_eq!(page.status, 200, "{path}");
                let html = page.text();
                let shown = words(&html);
                for sentence in text.sentences.iter().chain([&text.title]) {
                    assert!(shown.contains(&collapsed(sentence)), "{path} lacks {sentence:?}");
                }
                let across = format!("/{other}/post/{}", slug_of(group));
                let links = links_to(&html, language);
                assert!(!links.is_empty() && links.iter().all(|link| *link == across), "{path}: {links:?}");
            }
        }
        place.is_sound();
    }
}

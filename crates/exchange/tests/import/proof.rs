//! Every export of the reference data: taken in whole, or refused with its reason; and the table of them
//! in `docs/moving-in.md`.

use std::path::{Path, PathBuf};

use desk::Desk;
use domain::EditionCode;
use exchange::import::{ImportError, Options, Report, import_wxr};
use serde_json::Value;

use crate::on_both;

fn exports(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for origin in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        for file in origin.is_dir().then(|| std::fs::read_dir(&origin).unwrap()).into_iter().flatten() {
            let path = file.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            found.push((name, path));
        }
    }
    found.retain(|(name, _)| name.ends_with(".xml"));
    found.sort();
    found
}

async fn import(desk: &Desk, file: &Path) -> Result<Report, ImportError> {
    let options = Options { edition: Some(EditionCode::parse("en").unwrap()) };
    import_wxr(desk, file, &options, &mut |_| {}).await
}

/// What a strict parser counted of a type and, if named, of one state.
fn counted(expected: &Value, of: impl Fn(&str) -> bool) -> u64 {
    let counts = expected["by_type_status"].as_object().unwrap();
    counts.iter().filter(|(name, _)| of(name)).map(|(_, count)| count.as_u64().unwrap()).sum()
}

fn row(name: &str, outcome: &Result<Report, ImportError>) -> String {
    match outcome {
        Err(refused) => {
            let why = refused.to_string();
            format!("| {name} | refused: {} | | | | | | | |", why.split(';').next().unwrap_or_default())
        }
        Ok(report) => {
            let articles = report.articles();
            let others: u64 = report.left_out.values().sum();
            let cut = if report.broken.is_some() { ", it breaks off" } else { "" };
            let Report { sections, topics, persons, files, .. } = report;
            let (refused, notes) = (report.refused.len(), report.notes.len());
            format!(
                "| {name} | {articles}{cut} | {sections} | {topics} | {persons} | {files} | {refused} | {others} | {notes} |"
            )
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_export_of_the_reference_data_is_taken_or_refused_with_its_reason() {
    let Some(data) = rig::reference_data() else { return };
    let folder = data.join("wxr");
    let expected: Value =
        serde_json::from_slice(&std::fs::read(folder.join("expected-lxml.json")).unwrap()).unwrap();
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/moving-in.md");
    let docs = std::fs::read_to_string(docs).unwrap();
    let missing = std::sync::Mutex::new(Vec::new());
    for (name, file) in exports(&folder) {
        on_both(async |desk| {
            let outcome = import(&desk, &file).await;
            assert_eq!(store::check(desk.store()).await.unwrap(), vec![], "{name}");
            let line = row(&name, &outcome);
            let mut missing = missing.lock().unwrap();
            if !docs.contains(&line) && !missing.contains(&line) {
                missing.push(line);
            }
            drop(missing);
            let Ok(report) = outcome else { return };
            let strict = &expected[&name];
            // The script looked for WordPress's fields under http:// alone; one export writes https://.
            if strict["well_formed"] != true || name.ends_with("theme-unit-test-data.xml") {
                return;
            }
            let is_article = |of: &str| of.starts_with("post/") || of.starts_with("page/");
            let refused = u64::try_from(report.refused.len()).unwrap();
            assert_eq!(report.articles() + refused, counted(strict, is_article), "{name}: {report}");
            let known = |of: &str| {
                is_article(of)
                    || of.starts_with("attachment/")
                    || of.starts_with("guest-author/")
                    || of.starts_with("wp_block/")
            };
            let others: u64 = report.left_out.values().sum();
            assert_eq!(others, counted(strict, |of| !known(of)), "{name}: {report}");
            assert_eq!(Value::from(report.comments), strict["comments"], "{name}");
        })
        .await;
    }
    let missing = missing.into_inner().unwrap();
    assert_eq!(missing, Vec::<String>::new(), "not in docs/moving-in.md:\n{}", missing.join("\n"));
}

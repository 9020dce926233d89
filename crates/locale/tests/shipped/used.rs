//! Which messages templates and code ask for: each must exist, and none may lie idle.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The text of every file under `folder` with that ending, but for tests and examples.
fn texts(folder: &Path, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() && !["target", "tests", "examples"].contains(&name) {
                folders.push(path);
            } else if name.ends_with(ending) && name != "tests.rs" {
                found.push(fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// What stands between two `quote`s.
fn quoted(text: &str, quote: char) -> impl Iterator<Item = &str> {
    text.split(quote).skip(1).filter(|it| {
        !it.is_empty() && it.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    })
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn templates() -> Vec<String> {
    texts(&root().join("themes/default"), ".html")
}

/// Every word in quotation marks, of templates and code.
fn words() -> BTreeSet<String> {
    let code = texts(&root().join("crates"), ".rs");
    let of_templates = templates().iter().flat_map(|it| quoted(it, '\'')).map(str::to_owned).collect();
    let of_code: BTreeSet<String> = code.iter().flat_map(|it| quoted(it, '"')).map(str::to_owned).collect();
    let all: BTreeSet<String> = of_templates;
    &all | &of_code
}

#[test]
fn no_message_lies_idle() {
    let words = words();
    // `t('kind-' ~ item.kind)`: the family is used where its beginning and the rest both are.
    let beginnings: Vec<&String> = words.iter().filter(|it| it.ends_with('-')).collect();
    let of_a_family = |id: &str| {
        beginnings.iter().any(|it| id.strip_prefix(it.as_str()).is_some_and(|rest| words.contains(rest)))
    };
    let idle: Vec<String> =
        super::ids().into_iter().filter(|id| !words.contains(id) && !of_a_family(id)).collect();
    assert_eq!(idle, Vec::<String>::new(), "delete them from every file of crates/locale/messages");
}

#[test]
fn every_message_that_a_template_asks_for_exists() {
    let ids = super::ids();
    for text in templates() {
        for call in text.split("t('").skip(1) {
            let Some((id, _)) = call.split_once('\'') else { continue };
            let known = ids.iter().any(|it| it == id || (id.ends_with('-') && it.starts_with(id)));
            assert!(known, "a template asks for {id}");
        }
    }
}

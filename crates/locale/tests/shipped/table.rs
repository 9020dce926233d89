//! The table of all messages in all languages, as docs/messages.md shows it to those who
//! read translations over.

use std::{fmt::Write as _, fs, path::Path};

use super::{every_language, fill, ids};

/// Names that are put where words of the edition stand.
const SAMPLE: &str = "…";

fn table() -> String {
    let languages = every_language();
    let mut out = String::from(
        "# Messages\n\nEvery text of the reader's pages in every language that ships. `…` and 3 stand for what the \
         page puts in.\nThis file is printed by a test: `MASTHEAD_PRINT_TABLE=1 cargo test -p locale --test shipped table`.\n\n",
    );
    let heads: Vec<&str> = languages.iter().map(|it| it.locale().as_str()).collect();
    writeln!(out, "| id | {} |", heads.join(" | ")).unwrap();
    writeln!(out, "| --- |{}", " --- |".repeat(heads.len())).unwrap();
    for id in ids() {
        let texts: Vec<String> =
            languages.iter().map(|it| fill(it, &id, SAMPLE).replace('|', "\\|")).collect();
        writeln!(out, "| `{id}` | {} |", texts.join(" | ")).unwrap();
    }
    out
}

#[test]
fn the_table_of_messages_in_the_documents_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/messages.md");
    if std::env::var_os("MASTHEAD_PRINT_TABLE").is_some() {
        fs::write(&path, table()).unwrap();
    }
    let printed = fs::read_to_string(&path).unwrap_or_default();
    assert!(printed == table(), "docs/messages.md is old: print it again as it says at its head");
}

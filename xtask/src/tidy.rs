//! Tidiness: rules about text that neither compiler nor linter checks.

use crate::SourceFile;
use std::collections::BTreeSet;

/// Lines that a source file may have.
pub const LINES: usize = 400;

/// Files that are longer for a reason which a reader would accept: path and reason.
pub const LONGER: &[(&str, &str)] = &[("ui/reader/05-fonts.css", "made by `xtask fonts`, not written")];

/// Where SQL may stand. `store` is the one crate that speaks it. The tests named here look at
/// the tables from outside, as witnesses that share no code with it, or break a row on purpose;
/// the tools try themselves.
const SQL_MAY_STAND_IN: [&str; 6] = [
    "crates/store/",
    "crates/desk/tests/",
    "crates/exchange/tests/import/witness.rs",
    "crates/masthead/tests/",
    "rig/tests/",
    "xtask/",
];

/// Files longer than [`LINES`] that `longer` does not name, and names there that are not (or no
/// longer) needed.
pub fn too_long(files: &[SourceFile], longer: &[(&str, &str)]) -> Vec<String> {
    let long: BTreeSet<&str> = files
        .iter()
        .filter(|file| file.text.lines().count() > LINES)
        .map(|file| file.path.as_str())
        .collect();
    let excused: BTreeSet<&str> = longer.iter().map(|(path, _)| *path).collect();
    let over = long.difference(&excused).map(|path| format!("{path} has more than {LINES} lines"));
    let stale =
        excused.difference(&long).map(|path| format!("{path} is excused but not longer than {LINES} lines"));
    over.chain(stale).collect()
}

/// Rust files outside `store` with a string that begins like a statement in SQL.
pub fn sql_outside_store(files: &[SourceFile]) -> Vec<String> {
    let elsewhere =
        rust(files).filter(|file| !SQL_MAY_STAND_IN.iter().any(|place| file.path.starts_with(place)));
    let lines = elsewhere.flat_map(|file| {
        let quotes = file.text.match_indices('"').map(|(at, _)| at);
        quotes.filter(|at| file.text.get(at + 1..).is_some_and(is_sql)).map(|at| place(file, at))
    });
    lines.map(|place| format!("{place}: SQL belongs in store")).collect()
}

/// Whether a string literal, given from behind its first quote, begins like a statement.
fn is_sql(text: &str) -> bool {
    let literal = text.split('"').next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = literal.split_whitespace().collect();
    match words.as_slice() {
        ["insert", "into", ..]
        | ["delete", "from", ..]
        | ["create" | "alter" | "drop", "table" | "index", ..] => true,
        ["select", rest @ ..] => rest.contains(&"from"),
        ["update", _, rest @ ..] => rest.contains(&"set"),
        _ => false,
    }
}

/// Rust files in which a lint is silenced without a promise that it would fire.
pub fn silenced_lints(files: &[SourceFile]) -> Vec<String> {
    let attributes = [concat!("#[", "allow("), concat!("#![", "allow(")];
    let found = rust(files).flat_map(|file| {
        let hits = attributes.iter().flat_map(|attribute| file.text.match_indices(attribute));
        hits.map(|(at, _)| place(file, at)).collect::<Vec<_>>()
    });
    found.map(|place| format!("{place}: write #[expect(.., reason = \"..\")]")).collect()
}

/// Whether a manifest takes the workspace's lints.
pub fn takes_workspace_lints(manifest: &str) -> bool {
    let lines: Vec<&str> = manifest.lines().map(str::trim).collect();
    lines.windows(2).any(|pair| pair == ["[lints]", "workspace = true"])
}

/// Migrations that only one of the two databases has, by file name.
pub fn lonely_migrations(sqlite: &BTreeSet<String>, postgres: &BTreeSet<String>) -> Vec<String> {
    let lonely = sqlite.symmetric_difference(postgres);
    lonely.map(|name| format!("migration {name} exists for one database only")).collect()
}

fn rust(files: &[SourceFile]) -> impl Iterator<Item = &SourceFile> {
    files.iter().filter(|file| file.path.ends_with(".rs"))
}

fn place(file: &SourceFile, at: usize) -> String {
    let line = file.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    format!("{}:{line}", file.path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile { path: path.into(), text: text.into() }
    }

    #[test]
    fn a_long_file_needs_an_excuse_and_an_excuse_a_long_file() {
        let files = [file("long.rs", &"\n".repeat(LINES + 1)), file("short.rs", &"\n".repeat(LINES))];
        assert_eq!(too_long(&files, &[]), ["long.rs has more than 400 lines"]);
        assert_eq!(too_long(&files, &[("long.rs", "a table")]), Vec::<String>::new());
        assert_eq!(too_long(&files, &[("long.rs", "a table"), ("short.rs", "once long")]).len(), 1);
        assert_eq!(too_long(&[], &[("gone.rs", "once there")]).len(), 1);
    }

    #[test]
    fn a_statement_outside_store_is_found_with_its_line() {
        let text = "fn a() {\n    q(\"\n  SELECT id\n  FROM story\");\n    p(\"select a section\");\n}\n";
        let found =
            sql_outside_store(&[file("crates/site/src/a.rs", text), file("crates/store/src/a.rs", text)]);
        assert_eq!(found, ["crates/site/src/a.rs:2: SQL belongs in store"]);
        for statement in ["insert into t values (1)", "Delete from t", "update t set x = 1", "drop table t"] {
            assert!(is_sql(statement), "{statement}");
        }
    }

    #[test]
    fn a_silenced_lint_is_found() {
        let text = concat!("fn a() {}\n#[", "allow(dead_code)]\nfn b() {}\n");
        assert_eq!(silenced_lints(&[file("a.rs", text)]).len(), 1);
        assert_eq!(
            silenced_lints(&[file("a.rs", "#[expect(dead_code, reason = \"r\")]")]),
            Vec::<String>::new()
        );
    }

    #[test]
    fn lints_of_its_own_are_not_the_workspaces() {
        assert!(takes_workspace_lints("[package]\n\n[lints]\nworkspace = true\n"));
        assert!(!takes_workspace_lints("[lints.rust]\nunused = \"warn\"\n[package]\nworkspace = true\n"));
    }

    #[test]
    fn a_migration_for_one_database_is_found() {
        let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(lonely_migrations(&names(&["1_a.sql"]), &names(&["1_a.sql"])), Vec::<String>::new());
        assert_eq!(lonely_migrations(&names(&["1_a.sql"]), &names(&["1_a.sql", "2_b.sql"])).len(), 1);
    }
}

//! The repository keeps the rules of the house.

#![expect(clippy::unwrap_used, reason = "what a test helper cannot do fails the test")]

use std::collections::BTreeSet;
use xtask::{SourceFile, floors, fonts, packages, root, source_files, tidy};

fn files() -> Vec<SourceFile> {
    let files = source_files(&root()).unwrap();
    assert!(files.iter().any(|file| file.path == "xtask/tests/house.rs"), "the walk misses this very file");
    files
}

#[track_caller]
fn expect_none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn a_crate_uses_only_crates_on_floors_below_it() {
    let packages = packages().unwrap();
    assert!(packages.iter().any(|package| package.name == "xtask"), "cargo does not name this very crate");
    expect_none(floors::complaints(&packages));
}

#[test]
fn source_files_are_short() {
    expect_none(tidy::too_long(&files(), tidy::LONGER));
}

#[test]
fn sql_stands_in_store_alone() {
    expect_none(tidy::sql_outside_store(&files()));
}

#[test]
fn lints_are_never_silenced_for_ever() {
    expect_none(tidy::silenced_lints(&files()));
}

#[test]
fn every_crate_takes_the_workspaces_lints() {
    for package in packages().unwrap() {
        let manifest = std::fs::read_to_string(&package.manifest).unwrap();
        assert!(tidy::takes_workspace_lints(&manifest), "{}: add [lints] workspace = true", package.name);
    }
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |database: &str| -> BTreeSet<String> {
        let folder = root().join("crates/store/migrations").join(database);
        let entries =
            std::fs::read_dir(&folder).unwrap_or_else(|cause| panic!("{}: {cause}", folder.display()));
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let sqlite = names("sqlite");
    assert!(!sqlite.is_empty(), "no migrations");
    expect_none(tidy::lonely_migrations(&sqlite, &names("postgres")));
}

#[test]
fn the_fonts_are_those_that_were_cut_and_the_sheet_names_each() {
    let found = fonts::digests(&root().join(fonts::FOLDER)).unwrap();
    assert!(!found.is_empty(), "no fonts");
    let list = std::fs::read_to_string(root().join(fonts::DIGESTS)).unwrap();
    expect_none(fonts::strange_fonts(&list, &found));
    let sheet = std::fs::read_to_string(root().join(fonts::SHEET)).unwrap();
    assert_eq!(fonts::named_in(&sheet), found.into_keys().collect());
}

/// What is left of a first visit's 60 KB (90 where letters are joined) when the page, its sheets,
/// scripts and icon took their 18.
#[test]
fn the_fonts_of_one_script_leave_room_for_the_page() {
    let folder = root().join(fonts::FOLDER);
    let mut sums = std::collections::BTreeMap::new();
    for name in fonts::digests(&folder).unwrap().into_keys() {
        let script = name.split('-').next().unwrap_or_default().to_owned();
        *sums.entry(script).or_insert(0) += folder.join(name).metadata().unwrap().len();
    }
    assert!(!sums.is_empty(), "no fonts");
    for (script, bytes) in sums {
        let most = if script == "arabic" { 73_000 } else { 43_000 };
        assert!(bytes <= most, "{script}: {bytes} bytes of fonts, {most} may be");
    }
}

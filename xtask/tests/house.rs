//! The repository keeps the rules of the house.

#![expect(clippy::unwrap_used, reason = "what a test helper cannot do fails the test")]

use std::collections::BTreeSet;
use xtask::{SourceFile, floors, packages, root, source_files, tidy};

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

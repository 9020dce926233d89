//! Archives move in, on both databases.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's fixtures may panic")]

mod again;
mod depth;
mod exports;
mod feeds;
mod fuzz;
mod links;
mod old_addresses;
mod pictures;
mod proof;
mod references;
mod server;
mod translations;
mod witness;

use std::{path::Path, sync::Arc};

use desk::{Desk, SystemWorld};
use domain::EditionCode;
use exchange::import::{Options, Report, import_wxr};
use locale::Messages;
use store::{Database, Store};

async fn on_both<F: AsyncFn(Desk)>(test: F) {
    let dir = tempfile::tempdir().unwrap();
    let sqlite = Database::sqlite(&dir.path().join("masthead.db")).await.unwrap();
    let server = tokio::task::spawn_blocking(|| rig::Postgres::shared().database()).await.unwrap();
    let postgres = Database::postgres(&server.url).await.unwrap();
    for database in [sqlite, postgres] {
        let store = Arc::new(Store::new(database.clone()).await.unwrap());
        let messages = Arc::new(Messages::shipped().unwrap());
        test(Desk::new(store, Arc::new(SystemWorld), messages)).await;
        database.close().await;
    }
}

async fn import(desk: &Desk, file: &Path) -> Report {
    let edition = EditionCode::parse("en").unwrap();
    import_wxr(desk, file, &Options { edition: Some(edition) }, &mut |_| {}).await.unwrap()
}

/// Imports an export that is written out, with no edition named.
async fn import_text(desk: &Desk, export: &str) -> Report {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("export.xml");
    std::fs::write(&file, export).unwrap();
    let report = import_wxr(desk, &file, &Options::default(), &mut |_| {}).await.unwrap();
    assert_eq!(report.broken, None);
    report
}

/// The reasons of a report's notes, one a line, with the titles.
fn notes(report: &Report) -> String {
    let rows = report.refused.iter().chain(&report.notes);
    rows.map(|row| format!("{}: {}\n", row.title, row.why)).collect()
}

//! Archives with changes come in as far as they can be read, or are refused: no fault of the store, and
//! nothing half done, on either database.

use std::sync::Arc;

use desk::{Desk, SystemWorld};
use domain::EditionCode;
use exchange::import::{ImportError, Options, Report, import_feed, import_wxr};
use locale::Messages;
use proptest::test_runner::TestCaseError;
use rig::fuzz::{fuzz, mutated, samples};
use store::{Database, Store};
use tokio::runtime::Runtime;

/// What means something in what is imported, beyond its format.
const WORDS: [&str; 20] = [
    "[:en]",
    "[:hy]",
    "[:]",
    "<!--:en-->",
    "<!--:-->",
    "[gallery ids=\"1\"]",
    "[caption]",
    "<!-- wp:block {\"ref\":1} /-->",
    "<wp:post_id>1</wp:post_id>",
    "<category domain='language' nicename='hy'>",
    "</category>",
    "a:1:{s:2:\"hy\";i:1;}",
    "<wp:status>publish</wp:status>",
    "<wp:post_name>a</wp:post_name>",
    "\0",
    "&#0;",
    "\u{202e}",
    "%00",
    "<item>",
    "</item>",
];

/// A desk on each database.
fn desks(runtime: &Runtime, folder: &std::path::Path, server: &rig::Database) -> Vec<Desk> {
    runtime.block_on(async {
        let sqlite = Database::sqlite(&folder.join("masthead.db")).await.unwrap();
        let postgres = Database::postgres(&server.url).await.unwrap();
        let mut desks = Vec::new();
        for database in [sqlite, postgres] {
            let store = Arc::new(Store::new(database).await.unwrap());
            desks.push(Desk::new(store, Arc::new(SystemWorld), Arc::new(Messages::shipped().unwrap())));
        }
        desks
    })
}

/// Imports changed samples, each twice, on both databases.
fn comes_in(
    cases: u32,
    samples: Vec<Vec<u8>>,
    import: impl AsyncFn(&Desk, &[u8], &Options) -> Result<Report, ImportError>,
) {
    let runtime = Runtime::new().unwrap();
    let (folder, server) = (tempfile::tempdir().unwrap(), rig::Postgres::shared().database());
    let desks = desks(&runtime, folder.path(), &server);
    let options = Options { edition: Some(EditionCode::parse("en").unwrap()) };
    fuzz(cases, &mutated(samples, &WORDS), |bytes| {
        for desk in &desks {
            let first = runtime.block_on(import(desk, &bytes, &options));
            let report = match first {
                Ok(report) => report,
                Err(ImportError::Broken(_) | ImportError::Feed(_) | ImportError::NoEdition) => continue,
                Err(fault @ ImportError::Desk { .. }) => return Err(TestCaseError::fail(fault.to_string())),
            };
            let again = runtime.block_on(import(desk, &bytes, &options));
            let again = again.map_err(|error| TestCaseError::fail(error.to_string()))?;
            if (again.posts, again.pages, again.articles()) != (0, 0, report.articles()) {
                return Err(TestCaseError::fail(format!("at first {report}\nand again {again}")));
            }
        }
        Ok(())
    });
    for desk in &desks {
        assert_eq!(runtime.block_on(store::check(desk.store())).unwrap(), vec![]);
    }
}

#[test]
fn fuzz_changed_exports_come_in_or_are_refused() {
    let mut exports = samples("wxr", &[".xml"], 30_000);
    exports.push(crate::exports::export("en", "", &[crate::exports::post(1, "One", "one")]).into_bytes());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("export.xml");
    comes_in(20, exports, async |desk, bytes, options| {
        std::fs::write(&file, bytes).unwrap();
        import_wxr(desk, &file, options, &mut |_| {}).await
    });
}

#[test]
fn fuzz_changed_feeds_come_in_or_are_refused() {
    let mut feeds = samples("feeds/feed-rs", &[".xml", ".json"], 30_000);
    feeds.extend(samples("feeds/pelican-output", &[".xml"], 30_000));
    feeds.push(b"<rss><channel><item><title>One</title></item></channel></rss>".to_vec());
    comes_in(20, feeds, async |desk, bytes, options| import_feed(desk, bytes, options, &mut |_| {}).await);
}

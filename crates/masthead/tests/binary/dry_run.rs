//! A dry run tells what the import would, and writes nothing.

use std::path::PathBuf;

use desk::Desk;
use serde_json::Value;

use crate::{
    exports::{export_in, posts},
    feeds::feed,
    place::{Engine, PROGRAM, Place, Ran, on_both, program},
    rows::texts,
};

/// Exports with translations, attachments, odd states and broken XML.
const EXPORTS: [&str; 3] = [
    "wxr/wordpress-importer/theme-unit-test-data.xml",
    "wxr/wordpress-importer/small-export.xml",
    "wxr/pelican/wordpressexport.xml",
];

/// Every row of every table, as text.
async fn dump(desk: &Desk, engine: Engine) -> Vec<String> {
    let (tables, columns) = match engine {
        Engine::Sqlite => (
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
            "select name from pragma_table_info('TABLE') order by cid",
        ),
        Engine::Postgres => (
            "select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace \
             order by relname",
            "select attname::text from pg_attribute where attrelid = 'public.TABLE'::regclass and attnum > 0 \
             and not attisdropped order by attnum",
        ),
    };
    let mut rows = Vec::new();
    for table in texts(desk, tables).await {
        let names = texts(desk, &columns.replace("TABLE", &table)).await;
        let cells = names.iter().map(|name| match engine {
            Engine::Sqlite => format!("quote(\"{name}\")"),
            Engine::Postgres => format!("coalesce(\"{name}\"::text, 'NULL')"),
        });
        let row = cells.collect::<Vec<_>>().join(" || ' ' || ");
        rows.extend(texts(desk, &format!("select '{table} ' || {row} from \"{table}\" order by 1")).await);
    }
    rows
}

fn files(place: &Place) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(place.folder()).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The report of an import, dry or not; such as break off are told too.
fn report(place: &Place, args: &[&str]) -> (Value, Option<i32>) {
    let ran = place.run(&[args, &["--json"]].concat());
    let mut report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran}"));
    let fields = report.as_object_mut().unwrap();
    // What comes after the texts is done by an import alone.
    let later = ["links", "pictures"].map(|name| fields.remove(name).unwrap());
    assert!(later.iter().all(|it| it.is_null() == args.contains(&"--dry-run")), "{later:?}");
    let told = fields.remove("dry_run");
    assert_eq!(told, Some(args.contains(&"--dry-run").into()));
    (report, ran.code)
}

/// The dry run tells what the import then does, and changes no row.
#[track_caller]
fn rehearses(place: &Place, engine: Engine, args: &[&str]) {
    let before = place.inside(async |desk| dump(&desk, engine).await);
    let there = files(place);
    let dry = report(place, &[args, &["--dry-run"]].concat());
    assert_eq!(files(place), there, "{args:?}");
    let after = place.inside(async |desk| dump(&desk, engine).await);
    assert!(before == after, "{args:?} wrote something");
    assert!(!before.is_empty());
    assert_eq!(dry, report(place, args), "{args:?}");
}

on_both! {
    fn a_dry_run_tells_what_the_import_does_and_writes_not_a_row(engine: Engine) {
        let place = Place::with_editions(engine);
        let file = place.write("feed.xml", feed(120));
        rehearses(&place, engine, &["import", "feed", file.to_str().unwrap()]);
        rehearses(&place, engine, &["import", "feed", file.to_str().unwrap()]);
        // Slugs of these are taken by now, and an edition is missing.
        let text = export_in("ka", &posts(500)).replace("post-", "item-").replace("Post", "Item");
        let file = place.write("export.xml", text);
        rehearses(&place, engine, &["import", "wxr", file.to_str().unwrap()]);
        rehearses(&place, engine, &["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
        place.is_sound();
    }

    fn a_dry_run_of_three_real_exports_tells_what_the_import_does(engine: Engine) {
        let Some(data) = rig::reference_data() else { return };
        let place = Place::with_editions(engine);
        for export in EXPORTS {
            let file = data.join(export);
            rehearses(&place, engine, &["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
            rehearses(&place, engine, &["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
        }
        place.is_sound();
    }

    fn a_dry_run_leaves_an_empty_database_empty(engine: Engine) {
        let place = Place::new(engine);
        let outside = tempfile::tempdir().unwrap();
        let file = outside.path().join("feed.xml");
        std::fs::write(&file, feed(5)).unwrap();
        let import = ["import", "feed", file.to_str().unwrap()];
        let dry = report(&place, &[&import[..], &["--dry-run"]].concat());
        assert!(files(&place).is_empty());
        assert_eq!(dry, report(&place, &import));
        assert_eq!(dry.0["imports"][0]["report"]["posts"], 5);
    }
}

#[test]
fn a_dry_run_makes_no_data_folder_and_says_that_it_was_one() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("feed.xml");
    std::fs::write(&file, feed(3)).unwrap();
    let data = outside.path().join("not/there");
    let mut command = program(&["import", "feed", file.to_str().unwrap(), "--dry-run"]);
    let ran = Ran::of(command.arg("--data").arg(&data));
    assert_eq!(ran.code, Some(0), "{PROGRAM}: {ran}");
    assert!(ran.out.contains("new: 3 posts") && ran.out.ends_with("nothing was written\n"), "{ran}");
    assert!(!data.exists() && !data.parent().unwrap().exists());
}

#[test]
fn a_dry_run_beside_a_running_node_disturbs_nobody() {
    let place = Place::with_editions(Engine::Sqlite);
    let file = place.write("feed.xml", feed(40));
    let node = place.serve();
    let (dry, code) = report(&place, &["import", "feed", file.to_str().unwrap(), "--dry-run"]);
    assert_eq!((&dry["imports"][0]["report"]["posts"], code), (&40.into(), Some(0)));
    assert_eq!(node.get("/en/post/1-it-is").unwrap().status, 404);
    assert_eq!(node.get("/en/").unwrap().status, 200);
}

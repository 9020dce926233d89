//! Databases of before: what the second migration makes of what the first one kept.

use std::borrow::Cow;

use domain::{BranchId, EditionCode, Moment, SourceId};
use sqlx::migrate::Migrator;
use store::{Database, ListKey, ListName, PageOf, Schema, Store, StoreError};
use uuid::Uuid;

use crate::both::{Place, on_both};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// The database as the first migration left it.
async fn of_before(place: &Place) {
    let first = |all: &Migrator| {
        let migrations: Vec<_> = all.iter().take(1).cloned().collect();
        Migrator { migrations: Cow::Owned(migrations), ..Migrator::DEFAULT }
    };
    match place {
        Place::Sqlite(dir) => {
            let file = sqlx::sqlite::SqliteConnectOptions::new()
                .filename(dir.path().join("masthead.db"))
                .create_if_missing(true)
                .foreign_keys(true);
            let pool = sqlx::SqlitePool::connect_with(file).await.unwrap();
            first(&SQLITE).run(&pool).await.unwrap();
            for sql in WORLD {
                let sql = sql.replace("uuid:", "x'").replace(":uuid", "'");
                sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&pool).await.unwrap();
            }
            pool.close().await;
        }
        Place::Postgres(database) => {
            let pool = sqlx::PgPool::connect(&database.url).await.unwrap();
            first(&POSTGRES).run(&pool).await.unwrap();
            for sql in WORLD {
                let sql = sql.replace("uuid:", "cast('").replace(":uuid", "' as uuid)");
                sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&pool).await.unwrap();
            }
            pool.close().await;
        }
    }
}

/// A live article and a withdrawn one, both citing; the first cites one source twice.
const WORLD: &[&str] = &[
    "update journal_head set position = 1",
    "insert into edition (code, locale, label, open, ordinal) values ('en', 'en', 'English', cast(1 as boolean), 1)",
    "insert into source (id, name, locale) values (uuid:0199b1c2aaaa70008000000000000001:uuid, 'The Ledger', 'en')",
    "insert into story (id) values (uuid:0199b1c2bbbb70008000000000000001:uuid)",
    "insert into story (id) values (uuid:0199b1c2bbbb70008000000000000002:uuid)",
    "insert into branch (id, story, edition, space, slug, began_by, publication, live_revision, first_published, modified) \
     values (uuid:0199b1c2cccc70008000000000000001:uuid, uuid:0199b1c2bbbb70008000000000000001:uuid, 'en', 'post', 'a', \
     '\"import\"', 'live', uuid:0199b1c2dddd70008000000000000001:uuid, 5000000, 5000000)",
    "insert into branch (id, story, edition, space, slug, began_by, publication, withdrawal, first_published, modified) \
     values (uuid:0199b1c2cccc70008000000000000002:uuid, uuid:0199b1c2bbbb70008000000000000002:uuid, 'en', 'post', 'b', \
     '\"import\"', 'withdrawn', 'legal', 6000000, 6000000)",
    "insert into revision (id, branch, number, at, actor, milestone, content) values \
     (uuid:0199b1c2dddd70008000000000000001:uuid, uuid:0199b1c2cccc70008000000000000001:uuid, 1, 5, '\"import\"', 'imported', \
     '{\"kind\":\"news\",\"headlines\":{\"full\":\"A\"},\"body\":{\"v\":1,\"blocks\":[]},\"citations\":[\
     {\"source\":\"0199b1c2-aaaa-7000-8000-000000000001\"},{\"source\":\"0199b1c2-aaaa-7000-8000-000000000001\"}]}')",
    "insert into card (branch, words) values \
     (uuid:0199b1c2cccc70008000000000000001:uuid, '{\"kind\":\"news\",\"headline\":\"A\"}')",
    "insert into list (edition, kind, subject, state) values ('en', 'edition', uuid:00000000000000000000000000000000:uuid, 0)",
    "insert into listing (list, moment, branch) select no, 5000000, uuid:0199b1c2cccc70008000000000000001:uuid from list",
    "insert into address (space, edition, slug, target, is_current, was_public) values \
     ('post', 'en', 'a', uuid:0199b1c2cccc70008000000000000001:uuid, cast(1 as boolean), cast(1 as boolean))",
    "insert into address (space, edition, slug, target, is_current, was_public) values \
     ('post', 'en', 'b', uuid:0199b1c2cccc70008000000000000002:uuid, cast(1 as boolean), cast(1 as boolean))",
    "insert into correction (id, branch, at, revision, note) values (uuid:0199b1c2eeee70008000000000000001:uuid, \
     uuid:0199b1c2cccc70008000000000000001:uuid, 7000000, uuid:0199b1c2dddd70008000000000000001:uuid, 'It was rain.')",
];

on_both! {
    async fn a_database_of_before_gets_its_sources_lists_addresses_and_log(place: Place) {
        of_before(&place).await;
        let store = place.store().await;
        let en = EditionCode::parse("en").unwrap();
        let source = SourceId::new(Uuid::from_u128(0x0199_b1c2_aaaa_7000_8000_0000_0000_0001));
        let article = BranchId::new(Uuid::from_u128(0x0199_b1c2_cccc_7000_8000_0000_0000_0001));
        let now = Moment::from_micros(9_000_000);
        let mut snapshot = store.snapshot().await.unwrap();

        let found = snapshot.source_at(&en, "0199b1c2aaaa70008000000000000001").await.unwrap().unwrap();
        assert_eq!((found.named.id, found.named.name.as_str(), found.is_current), (source, "The Ledger", true));
        for key in [ListKey::Edition, ListKey::Source(source)] {
            let list = ListName { edition: en.clone(), key };
            let rows = snapshot.list(&list, PageOf { before: None, limit: 9 }, now).await.unwrap();
            let rows: Vec<_> = rows.into_iter().map(|row| row.for_readers(now).unwrap().into_inner()).collect();
            assert_eq!(rows.len(), 1, "{key:?}");
            assert_eq!((rows[0].branch, rows[0].card.sources.as_slice()), (article, [source].as_slice()));
        }
        let log = snapshot.corrections_log(&en, None, 9, now).await.unwrap();
        assert_eq!(log.entries.iter().map(|entry| entry.note.as_str()).collect::<Vec<_>>(), ["It was rain."]);
        drop(snapshot);
        assert_eq!(store::check(&store).await.unwrap(), []);
    }
}

on_both! {
    async fn an_older_database_is_left_as_it_is_by_whoever_may_not_migrate(place: Place) {
        of_before(&place).await;
        let open = async |schema| match &place {
            Place::Sqlite(dir) => Database::open_sqlite(&dir.path().join("masthead.db"), schema).await,
            Place::Postgres(database) => Database::open_postgres(&database.url, schema).await,
        };
        for _ in 0..2 {
            let refused = open(Schema::Present).await.unwrap_err();
            assert!(matches!(refused, StoreError::Older { found: 1, known: 2.. }), "{refused}");
            assert!(refused.to_string().contains("masthead migrate"), "{refused}");
        }
        open(Schema::Migrated).await.unwrap().close().await;
        open(Schema::Present).await.unwrap().close().await;
    }

    async fn an_empty_database_is_filled_by_whoever_comes_first(place: Place) {
        let database = match &place {
            Place::Sqlite(dir) => Database::open_sqlite(&dir.path().join("masthead.db"), Schema::Present).await,
            Place::Postgres(database) => Database::open_postgres(&database.url, Schema::Present).await,
        };
        let store = Store::new(database.unwrap()).await.unwrap();
        assert!(store.frame().editions.is_empty());
    }
}

//! Law 10, both databases, same tests: text is ordered by bytes on either, and both have the
//! same tables.

use std::collections::BTreeSet;

use domain::{Actor, EditionCode, Moment, Slug};
use store::{AddressChange, AddressSpace, Changes, Database};
use uuid::Uuid;

use crate::both::{Engine, Place, block_on, on_both};

/// Where ICU's order, or that of a language, differs from that of bytes.
const SLUGS: [&str; 12] =
    ["rain", "rain-2", "rain2", "rain_2", "rain.2", "râin", "rainé", "дождь", "ёж", "ель", "մոր", "مطر"];

on_both! {
    async fn law_10_both_databases_order_slugs_by_their_bytes(place: Place) {
        let store = place.store().await;
        let claim = |(n, slug): (u128, &&str)| AddressChange::Claim {
            space: AddressSpace::Post,
            edition: Some(EditionCode::parse("en").unwrap()),
            slug: Slug::parse(slug).unwrap(),
            target: Uuid::from_u128(n),
            public: false,
            first: true,
        };
        let changes = Changes { addresses: (1..).zip(&SLUGS).map(claim).collect(), ..Changes::default() };
        let tx = store.begin().await.unwrap();
        tx.commit(&changes, Moment::from_micros(0), &Actor::CommandLine).await.unwrap();
        let sql = "select slug from address order by slug";
        let rows: Vec<(String,)> = match store.database() {
            Database::Sqlite { readers, .. } => sqlx::query_as(sql).fetch_all(readers).await.unwrap(),
            Database::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await.unwrap(),
        };
        let mut by_bytes = SLUGS.map(|slug| (slug.to_owned(),)).to_vec();
        by_bytes.sort_unstable();
        assert_eq!(rows, by_bytes);
    }
}

#[test]
fn law_10_every_text_column_of_postgresql_has_the_collation_of_bytes() {
    block_on(async {
        let place = Place::new(Engine::Postgres);
        let store = place.store().await;
        let Database::Postgres(pool) = store.database() else { unreachable!("it was made so") };
        let (people_first,): (bool,) = sqlx::query_as("select 'a' < 'B'").fetch_one(pool).await.unwrap();
        assert!(people_first, "the database's own order is that of bytes already: this proves nothing");
        let sql = "select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid \
                   join pg_collation k on k.oid = a.attcollation where c.relnamespace = 'public'::regnamespace \
                   and c.relkind = 'r' and c.relname <> '_sqlx_migrations' and a.attnum > 0 and not a.attisdropped \
                   and k.collname <> 'C'";
        let others: Vec<(String,)> = sqlx::query_as(sql).fetch_all(pool).await.unwrap();
        assert_eq!(others, Vec::new());
    });
}

#[test]
fn law_10_both_databases_have_the_same_tables_and_columns() {
    block_on(async {
        let (sqlite, postgres) = (Place::new(Engine::Sqlite), Place::new(Engine::Postgres));
        let (sqlite, postgres) = (sqlite.store().await, postgres.store().await);
        let (Database::Sqlite { readers, .. }, Database::Postgres(pool)) =
            (sqlite.database(), postgres.database())
        else {
            unreachable!("they were made so")
        };
        let of_sqlite = "select t.name || '.' || c.name, c.\"notnull\" <> 0 or c.pk <> 0 from sqlite_schema t \
                         join pragma_table_info(t.name) c where t.type = 'table' and t.name not like '\\_%' escape '\\'";
        let of_postgres = "select cast(table_name || '.' || column_name as text), is_nullable = 'NO' \
                           from information_schema.columns where table_schema = 'public' \
                           and table_name not like '\\_%'";
        let columns: Vec<(String, bool)> = sqlx::query_as(of_sqlite).fetch_all(readers).await.unwrap();
        let here: BTreeSet<_> = columns.into_iter().collect();
        let columns: Vec<(String, bool)> = sqlx::query_as(of_postgres).fetch_all(pool).await.unwrap();
        let there: BTreeSet<_> = columns.into_iter().collect();
        assert!(here.len() > 100, "{} columns were read", here.len());
        assert_eq!(here, there, "(column, not null)");
    });
}

on_both! {
    async fn a_database_of_a_newer_program_is_left_alone(place: Place) {
        let store = place.store().await;
        crate::both::meddle(
            &store,
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time) \
             select 999, description, success, checksum, execution_time from _sqlx_migrations limit 1",
        )
        .await;
        let again = match &place {
            Place::Sqlite(dir) => Database::sqlite(&dir.path().join("masthead.db")).await,
            Place::Postgres(database) => Database::postgres(&database.url).await,
        };
        let ours = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite")).unwrap().count();
        match again.expect_err("it was opened") {
            store::StoreError::Newer { found: 999, known } => assert_eq!(usize::try_from(known), Ok(ours)),
            other => panic!("{other}"),
        }
    }
}

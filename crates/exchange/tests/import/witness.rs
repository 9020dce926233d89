//! The tables as somebody with a shell on the database sees them, for what no reader sees.

use std::collections::BTreeMap;

use desk::Desk;
use sqlx::AssertSqlSafe;
use store::Database;

/// The first column, a text, of all rows; one statement for SQLite, one for PostgreSQL.
pub(crate) async fn texts(desk: &Desk, sqlite: &str, postgres: &str) -> Vec<String> {
    let rows: Vec<(String,)> = match desk.store().database() {
        Database::Sqlite { readers, .. } => {
            sqlx::query_as(AssertSqlSafe(sqlite.to_owned())).fetch_all(readers).await
        }
        Database::Postgres(pool) => sqlx::query_as(AssertSqlSafe(postgres.to_owned())).fetch_all(pool).await,
    }
    .unwrap_or_else(|error| panic!("{error}"));
    rows.into_iter().map(|(text,)| text).collect()
}

/// The story of each branch, in hexadecimal digits, by edition and slug.
pub(crate) async fn stories(desk: &Desk) -> BTreeMap<String, String> {
    let sqlite = "select edition || ' ' || slug || '|' || lower(hex(story)) from branch";
    let postgres =
        "select edition || ' ' || slug || '|' || replace(cast(story as text), '-', '') from branch";
    let rows = texts(desk, sqlite, postgres).await;
    let pairs = rows.iter().filter_map(|row| row.split_once('|'));
    pairs.map(|(name, story)| (name.to_owned(), story.to_owned())).collect()
}

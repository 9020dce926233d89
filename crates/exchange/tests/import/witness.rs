//! The tables as somebody with a shell on the database sees them, for what no reader sees.

use std::collections::BTreeMap;

use desk::Desk;
use sqlx::AssertSqlSafe;
use store::Database;

/// The first column, a text, of all rows; one statement for SQLite, one for PostgreSQL.
async fn texts(desk: &Desk, sqlite: &str, postgres: &str) -> Vec<String> {
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

/// Slug, name and profile of each person.
pub(crate) async fn persons(desk: &Desk) -> Vec<String> {
    let sql = "select p.slug || ': ' || p.name || ': ' || coalesce(f.about, '') from person p \
                   left join person_profile f on f.person = p.id order by p.slug";
    texts(desk, sql, sql).await
}

/// Each section with the one above it.
pub(crate) async fn sections(desk: &Desk) -> Vec<String> {
    let sql = "select s.slug || '<' || coalesce(p.slug, '') from section s left join section p on p.id = s.parent order by s.slug";
    texts(desk, sql, sql).await
}

/// What is kept of articles for later steps.
pub(crate) async fn facts(desk: &Desk) -> Vec<String> {
    let sql = "select coalesce(lead, '') || ' ' || coalesce(cast(views as text), '') from archive_fact";
    texts(desk, sql, sql).await
}

/// Id, address and alternative text of each file.
pub(crate) async fn files(desk: &Desk) -> Vec<String> {
    let sql = "select foreign_id || ' ' || address || ' ' || alt from archive_file";
    texts(desk, sql, sql).await
}

/// Versions of working copies, the newest first.
pub(crate) async fn versions(desk: &Desk) -> Vec<String> {
    let sql = "select cast(version as text) from working_copy order by version desc";
    texts(desk, sql, sql).await
}

/// The blobs that assets hold, each once.
pub(crate) async fn blobs(desk: &Desk) -> Vec<String> {
    let sqlite = "select distinct hex(blob) from asset";
    texts(desk, sqlite, "select distinct encode(blob, 'hex') from asset").await
}

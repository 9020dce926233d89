//! The database as somebody with a shell on it sees it.

use desk::Desk;
use sqlx::AssertSqlSafe;
use store::Database;

/// Runs statements.
pub(crate) async fn execute(desk: &Desk, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    match desk.store().database() {
        Database::Sqlite { writer, .. } => sqlx::raw_sql(sql).execute(writer).await.map(drop),
        Database::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(drop),
    }
    .unwrap_or_else(|error| panic!("{error}"));
}

/// The first column, a text, of all rows.
pub(crate) async fn texts(desk: &Desk, sql: &str) -> Vec<String> {
    let sql = AssertSqlSafe(sql.to_owned());
    let rows: Vec<(String,)> = match desk.store().database() {
        Database::Sqlite { readers, .. } => sqlx::query_as(sql).fetch_all(readers).await,
        Database::Postgres(pool) => sqlx::query_as(sql).fetch_all(pool).await,
    }
    .unwrap_or_else(|error| panic!("{error}"));
    rows.into_iter().map(|(text,)| text).collect()
}

/// The number that a query asks for.
pub(crate) async fn number(desk: &Desk, sql: &str) -> i64 {
    let rows = texts(desk, &format!("select cast(({sql}) as text)")).await;
    rows[0].parse().unwrap()
}

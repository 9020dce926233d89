//! A copy of a database on which something is tried: what is written there is gone with it, and the
//! database itself stays as it is.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use sqlx::{
    AssertSqlSafe, Connection as _, PgConnection, SqliteConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::SqliteConnectOptions,
};

use crate::{
    database::{Database, POSTGRES, Schema},
    error::{Result, StoreError},
};

/// The tables of a portal, those that the migrations count themselves by among them.
const TABLES: &str = "select relname::text from pg_class \
     where relkind = 'r' and relnamespace = current_schema()::regnamespace order by relname";

/// Columns that number their rows themselves, with their tables.
const NUMBERED: &str = "select table_name::text, column_name::text from information_schema.columns \
     where is_identity = 'YES' and table_schema = $1 order by 1";

impl Database {
    /// Copies the SQLite file at `path` to `copy`, where nothing is yet, and opens that.
    ///
    /// # Errors
    /// [`StoreError::Older`] as [`Database::open_sqlite`] with [`Schema::Present`].
    pub async fn rehearsed_sqlite(path: &Path, copy: &Path) -> Result<Self> {
        let options = SqliteConnectOptions::new().filename(path).create_if_missing(false);
        let mut source = SqliteConnection::connect_with(&options).await?;
        let copied = sqlx::query("vacuum into $1").bind(copy.to_string_lossy().into_owned());
        copied.execute(&mut source).await?;
        source.close().await?;
        Self::open_sqlite(copy, Schema::Present).await
    }

    /// Copies the tables of the PostgreSQL database at `url` into temporary ones of one session, which
    /// stand before them there and end with it. None where the database has no tables yet.
    ///
    /// # Errors
    /// [`StoreError::Older`] as [`Database::open_postgres`] with [`Schema::Present`].
    pub async fn rehearsed_postgres(url: &str) -> Result<Option<Self>> {
        let options: PgConnectOptions =
            url.parse().map_err(|error: sqlx::Error| StoreError::Unreachable(error.to_string()))?;
        let mut probe = PgConnection::connect_with(&options).await?;
        let is_there = has_tables(&mut probe).await;
        probe.close().await?;
        if !is_there? {
            return Ok(None);
        }
        let begun = Arc::new(AtomicBool::new(false));
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .after_connect(move |session, _| {
                let begun = Arc::clone(&begun);
                Box::pin(async move {
                    // A second session would begin anew in the middle.
                    if begun.swap(true, Ordering::Relaxed) {
                        return Err(sqlx::Error::WorkerCrashed);
                    }
                    copy_tables(session).await
                })
            })
            .connect_with(options)
            .await?;
        Ok(Some(Self::Postgres(pool)))
    }
}

/// Whether a server's database has the tables of this version.
async fn has_tables(session: &mut PgConnection) -> Result<bool> {
    let (has_list,): (bool,) =
        sqlx::query_as("select to_regclass('_sqlx_migrations') is not null").fetch_one(&mut *session).await?;
    if !has_list {
        return Ok(false);
    }
    let newest: Option<(i64,)> =
        sqlx::query_as("select version from _sqlx_migrations order by version desc limit 1")
            .fetch_optional(session)
            .await?;
    let known = POSTGRES.iter().map(|migration| migration.version).max().unwrap_or_default();
    match newest {
        None => Ok(false),
        Some((found,)) if found < known => Err(StoreError::Older { found, known }),
        Some((found,)) if found > known => Err(StoreError::Newer { found, known }),
        Some(_) => Ok(true),
    }
}

/// One state of all tables, whatever is written meanwhile. Rows are locked for nobody.
async fn copy_tables(session: &mut PgConnection) -> Result<(), sqlx::Error> {
    let mut tx = session.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ").await?;
    let (schema,): (String,) = sqlx::query_as("select current_schema()::text").fetch_one(&mut *tx).await?;
    let tables: Vec<(String,)> = sqlx::query_as(TABLES).fetch_all(&mut *tx).await?;
    let numbered: Vec<(String, String)> = sqlx::query_as(NUMBERED).bind(&schema).fetch_all(&mut *tx).await?;
    for (table,) in &tables {
        let copy = format!(
            "create temporary table \"{table}\" (like \"{schema}\".\"{table}\" including all); \
             insert into pg_temp.\"{table}\" overriding system value select * from \"{schema}\".\"{table}\"; \
             analyze pg_temp.\"{table}\""
        );
        sqlx::raw_sql(AssertSqlSafe(copy)).execute(&mut *tx).await?;
    }
    for (table, column) in &numbered {
        let next = format!(
            "select setval(pg_get_serial_sequence('pg_temp.\"{table}\"', '{column}'), \
             (select coalesce(max(\"{column}\"), 0) + 1 from pg_temp.\"{table}\"), false)"
        );
        sqlx::raw_sql(AssertSqlSafe(next)).execute(&mut *tx).await?;
    }
    tx.commit().await
}

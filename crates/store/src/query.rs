//! One query object for both databases: the same text and the same binds, run on a
//! pool or inside a transaction of either engine. Nothing else in the project knows
//! which engine it talks to.

use sqlx::{
    Arguments as _, AssertSqlSafe, Encode, FromRow, PgPool, Postgres, SqlSafeStr, SqlStr, Sqlite, SqlitePool,
    Type,
    error::BoxDynError,
    postgres::{PgArguments, PgConnection, PgRow},
    sqlite::{SqliteArguments, SqliteConnection, SqliteRow},
};

use crate::error::Result;

/// What can be bound on both engines.
pub(crate) trait Bind:
    for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres>
{
}
impl<T> Bind for T where
    T: for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres>
{
}

/// What can be read from a row of both engines.
pub(crate) trait Rec:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}
impl<T> Rec for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// Where a query runs.
pub(crate) enum Ex<'a> {
    S(&'a SqlitePool),
    P(&'a PgPool),
    St(&'a mut SqliteConnection),
    Pt(&'a mut PgConnection),
}

/// Which engine it is, for the few texts that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

enum Args {
    S(SqliteArguments),
    P(PgArguments),
}

/// A query with its binds.
pub(crate) struct Q<'a> {
    ex: Ex<'a>,
    sql: SqlStr,
    args: Result<Args, BoxDynError>,
}

impl Ex<'_> {
    pub(crate) fn engine(&self) -> Engine {
        match self {
            Self::S(_) | Self::St(_) => Engine::Sqlite,
            Self::P(_) | Self::Pt(_) => Engine::Postgres,
        }
    }
}

impl<'a> Q<'a> {
    pub(crate) fn new(ex: Ex<'a>, sql: &'static str) -> Self {
        Self::of(ex, sql.into_sql_str())
    }

    /// For texts that are put together from constant pieces; values are always bound.
    pub(crate) fn built(ex: Ex<'a>, sql: String) -> Self {
        Self::of(ex, AssertSqlSafe(sql).into_sql_str())
    }

    fn of(ex: Ex<'a>, sql: SqlStr) -> Self {
        let args = match ex.engine() {
            Engine::Sqlite => Args::S(SqliteArguments::default()),
            Engine::Postgres => Args::P(PgArguments::default()),
        };
        Self { ex, sql, args: Ok(args) }
    }

    pub(crate) fn bind<T: Bind>(mut self, value: T) -> Self {
        self.push(value);
        self
    }

    pub(crate) fn push<T: Bind>(&mut self, value: T) {
        let added = match &mut self.args {
            Ok(Args::S(args)) => args.add(value),
            Ok(Args::P(args)) => args.add(value),
            Err(_) => Ok(()),
        };
        if let Err(error) = added {
            self.args = Err(error);
        }
    }

    pub(crate) async fn all<T: Rec>(self) -> Result<Vec<T>> {
        let rows = match (self.ex, self.args.map_err(sqlx::Error::Encode)?) {
            (Ex::S(on), Args::S(args)) => sqlx::query_as_with(self.sql, args).fetch_all(on).await,
            (Ex::St(on), Args::S(args)) => sqlx::query_as_with(self.sql, args).fetch_all(on).await,
            (Ex::P(on), Args::P(args)) => sqlx::query_as_with(self.sql, args).fetch_all(on).await,
            (Ex::Pt(on), Args::P(args)) => sqlx::query_as_with(self.sql, args).fetch_all(on).await,
            (Ex::S(_) | Ex::St(_), Args::P(_)) | (Ex::P(_) | Ex::Pt(_), Args::S(_)) => Err(mixed()),
        };
        Ok(rows?)
    }

    pub(crate) async fn opt<T: Rec>(self) -> Result<Option<T>> {
        Ok(self.all().await?.into_iter().next())
    }

    pub(crate) async fn one<T: Rec>(self) -> Result<T> {
        self.opt().await?.ok_or(crate::StoreError::Database(sqlx::Error::RowNotFound))
    }

    /// Runs it and tells how many rows it changed.
    pub(crate) async fn run(self) -> Result<u64> {
        let changed = match (self.ex, self.args.map_err(sqlx::Error::Encode)?) {
            (Ex::S(on), Args::S(a)) => {
                sqlx::query_with(self.sql, a).execute(on).await.map(|r| r.rows_affected())
            }
            (Ex::St(on), Args::S(a)) => {
                sqlx::query_with(self.sql, a).execute(on).await.map(|r| r.rows_affected())
            }
            (Ex::P(on), Args::P(a)) => {
                sqlx::query_with(self.sql, a).execute(on).await.map(|r| r.rows_affected())
            }
            (Ex::Pt(on), Args::P(a)) => {
                sqlx::query_with(self.sql, a).execute(on).await.map(|r| r.rows_affected())
            }
            (Ex::S(_) | Ex::St(_), Args::P(_)) | (Ex::P(_) | Ex::Pt(_), Args::S(_)) => Err(mixed()),
        };
        Ok(changed?)
    }
}

/// The arguments are made for the executor in `of`, so this is never seen.
fn mixed() -> sqlx::Error {
    sqlx::Error::Protocol("arguments of one engine for a query on the other".to_owned())
}

/// `$from,$from+1,…`, `count` of them.
pub(crate) fn marks(from: usize, count: usize) -> String {
    let marks: Vec<_> = (from..from + count).map(|n| format!("${n}")).collect();
    marks.join(",")
}

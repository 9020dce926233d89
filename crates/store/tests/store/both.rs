//! The same test on both databases.

use std::sync::Arc;

use domain::{Actor, Moment};
use store::{Changes, Database, Event, Position, Result, Store};

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// Makes of `async fn name(place: Place)` a module with a test for each database.
macro_rules! on_both {
    ($(async fn $name:ident($place:ident: Place) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn at($place: $crate::both::Place) $body

            #[test]
            fn sqlite() {
                $crate::both::block_on(at($crate::both::Place::new($crate::both::Engine::Sqlite)));
            }

            #[test]
            fn postgres() {
                $crate::both::block_on(at($crate::both::Place::new($crate::both::Engine::Postgres)));
            }
        }
    )+};
}
pub(crate) use on_both;

pub(crate) fn block_on<F: Future>(test: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(test)
}

/// Where a database lies, empty at first; it goes with this value.
pub(crate) enum Place {
    Sqlite(tempfile::TempDir),
    Postgres(rig::Database),
}

impl Place {
    pub(crate) fn new(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::Sqlite(tempfile::tempdir().unwrap()),
            Engine::Postgres => Self::Postgres(rig::Postgres::shared().database()),
        }
    }

    /// A node's store on it.
    pub(crate) async fn store(&self) -> Arc<Store> {
        let database = match self {
            Self::Sqlite(dir) => Database::sqlite(&dir.path().join("masthead.db")).await.unwrap(),
            Self::Postgres(database) => Database::postgres(&database.url).await.unwrap(),
        };
        Arc::new(Store::new(database).await.unwrap())
    }
}

/// Runs a statement as somebody with a database shell would.
pub(crate) async fn meddle(store: &Store, sql: &'static str) {
    match store.database() {
        Database::Sqlite { writer, .. } => drop(sqlx::query(sql).execute(writer).await.unwrap()),
        Database::Postgres(pool) => drop(sqlx::query(sql).execute(pool).await.unwrap()),
    }
}

/// Appends one event.
pub(crate) async fn append(store: &Store, name: &str, at: Moment) -> Result<Position> {
    let changes = Changes { events: vec![Event::new(name, Vec::new())], ..Changes::default() };
    store.begin().await?.commit(&changes, at, &Actor::CommandLine).await
}

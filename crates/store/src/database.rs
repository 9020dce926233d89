//! Opening the database, snapshots to read from and transactions to write in.

use std::{
    path::Path,
    sync::{Arc, RwLock},
    time::Duration,
};

use domain::{Actor, Moment};
use sqlx::{
    Connection as _, PgConnection, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    migrate::{MigrateError, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    change::Changes,
    error::{Result, StoreError},
    follow::Journal,
    frame::Frame,
    journal::{self, Position},
    query::{Engine, Ex, Q},
};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
pub(crate) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// How long a query waits for a connection before it gives up.
const ACQUIRE: Duration = Duration::from_secs(5);

/// A database of either kind. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Database {
    /// One file: one writer, many readers that cannot write.
    Sqlite {
        /// The writer, one connection.
        writer: SqlitePool,
        /// The readers.
        readers: SqlitePool,
    },
    /// A server.
    Postgres(PgPool),
}

/// What is done with a database that an older version has made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// It is refused with [`StoreError::Older`]. An empty one is filled.
    Present,
    /// It is migrated.
    Migrated,
}

impl Database {
    /// Opens the SQLite file at `path`, making it where it is missing, and migrates it.
    pub async fn sqlite(path: &Path) -> Result<Self> {
        Self::open_sqlite(path, Schema::Migrated).await
    }

    /// Opens the SQLite file at `path`, making it where it is missing.
    pub async fn open_sqlite(path: &Path, schema: Schema) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
            .pragma("secure_delete", "on")
            .pragma("cache_size", "-16000");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .test_before_acquire(false)
            .acquire_timeout(Duration::from_secs(30))
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await?;
        let q = |sql| Q::new(Ex::S(&writer), sql);
        refuse_older(
            &SQLITE,
            schema,
            q,
            "select count(*) > 0 from sqlite_master where name = '_sqlx_migrations'",
        )
        .await?;
        migrate(&SQLITE, &writer).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(8)
            .acquire_timeout(ACQUIRE)
            // A file does not go away as a server does, and asking costs as much as a read.
            .test_before_acquire(false)
            .connect_with(options.read_only(true).create_if_missing(false).pragma("cache_size", "-4000"))
            .await?;
        Ok(Self::Sqlite { writer, readers })
    }

    /// Connects to the PostgreSQL server at `url` and migrates its database.
    pub async fn postgres(url: &str) -> Result<Self> {
        Self::open_postgres(url, Schema::Migrated).await
    }

    /// Connects to the PostgreSQL server at `url`.
    pub async fn open_postgres(url: &str, schema: Schema) -> Result<Self> {
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(StoreError::Unreachable("the address does not begin with postgres://".to_owned()));
        }
        let options: PgConnectOptions =
            url.parse().map_err(|error: sqlx::Error| StoreError::Unreachable(error.to_string()))?;
        // A pool only ever tells that it waited in vain; a single connection tells why.
        let probe = tokio::time::timeout(ACQUIRE, PgConnection::connect_with(&options)).await;
        probe.map_err(|_| StoreError::Unreachable(format!("no answer within {ACQUIRE:?}")))??.close().await?;
        let pool =
            PgPoolOptions::new().max_connections(16).acquire_timeout(ACQUIRE).connect_with(options).await?;
        let q = |sql| Q::new(Ex::P(&pool), sql);
        refuse_older(&POSTGRES, schema, q, "select to_regclass('_sqlx_migrations') is not null").await?;
        migrate(&POSTGRES, &pool).await?;
        Ok(Self::Postgres(pool))
    }

    /// Closes all connections; SQLite's log is folded into its file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// A single read outside any snapshot.
    pub(crate) fn read(&self, sql: &'static str) -> Q<'_> {
        match self {
            Self::Sqlite { readers, .. } => Q::new(Ex::S(readers), sql),
            Self::Postgres(pool) => Q::new(Ex::P(pool), sql),
        }
    }

    async fn begin_write(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::S(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::P(pool.begin().await?),
        })
    }

    async fn begin_read(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::S(readers.begin().await?),
            Self::Postgres(pool) => {
                Tx::P(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })
    }
}

/// Refuses a database that holds some of the migrations, unless it may be migrated. One in
/// which nothing was ever written is still being made: its making was cut off between two.
async fn refuse_older<'a>(
    migrator: &Migrator,
    schema: Schema,
    q: impl Fn(&'static str) -> Q<'a>,
    has_table: &'static str,
) -> Result<()> {
    if schema == Schema::Migrated || !q(has_table).one::<(bool,)>().await?.0 {
        return Ok(());
    }
    let known = migrator.iter().map(|m| m.version).max().unwrap_or_default();
    let newest = q("select version from _sqlx_migrations order by version desc limit 1").opt::<(i64,)>();
    match newest.await? {
        Some((found,)) if found < known => {
            let (written,) = q("select position > 0 from journal_head").one::<(bool,)>().await?;
            if written { Err(StoreError::Older { found, known }) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

async fn migrate<'a, A>(migrator: &Migrator, on: A) -> Result<()>
where
    A: sqlx::Acquire<'a>,
    <A::Connection as std::ops::Deref>::Target: sqlx::migrate::Migrate,
{
    let known = migrator.iter().map(|m| m.version).max().unwrap_or_default();
    match migrator.run(on).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(found)) => Err(StoreError::Newer { found, known }),
        Err(MigrateError::Execute(error)) => Err(error.into()),
        Err(error) => Err(StoreError::Migration(error.to_string())),
    }
}

/// A transaction of either engine.
#[derive(Debug)]
pub(crate) enum Tx {
    S(Transaction<'static, Sqlite>),
    P(Transaction<'static, Postgres>),
}

impl Tx {
    fn ex(&mut self) -> Ex<'_> {
        match self {
            Self::S(tx) => Ex::St(tx),
            Self::P(tx) => Ex::Pt(tx),
        }
    }

    /// A query of this transaction.
    pub(crate) fn q(&mut self, sql: &'static str) -> Q<'_> {
        Q::new(self.ex(), sql)
    }

    pub(crate) fn built(&mut self, sql: String) -> Q<'_> {
        Q::built(self.ex(), sql)
    }

    /// For the few texts that truly differ.
    pub(crate) fn q2(&mut self, sqlite: &'static str, postgres: &'static str) -> Q<'_> {
        match self.engine() {
            Engine::Sqlite => self.q(sqlite),
            Engine::Postgres => self.q(postgres),
        }
    }

    pub(crate) const fn engine(&self) -> Engine {
        match self {
            Self::S(_) => Engine::Sqlite,
            Self::P(_) => Engine::Postgres,
        }
    }

    async fn commit(self) -> Result<()> {
        match self {
            Self::S(tx) => tx.commit().await?,
            Self::P(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// The store: a database, the frame in memory, the journal's followers.
#[derive(Debug)]
pub struct Store {
    db: Database,
    frame: RwLock<Arc<Frame>>,
    journal: Journal,
}

impl Store {
    /// A store on an open database.
    pub async fn new(db: Database) -> Result<Self> {
        let mut tx = db.begin_read().await?;
        let frame = Frame::read(&mut tx).await?;
        Ok(Self { journal: Journal::new(db.clone()), db, frame: RwLock::new(Arc::new(frame)) })
    }

    /// The database beneath.
    pub const fn database(&self) -> &Database {
        &self.db
    }

    /// The journal with its followers.
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The frame as it was last read. A snapshot reads a fresh one where it changed.
    pub fn frame(&self) -> Arc<Frame> {
        Arc::clone(&self.frame.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// One consistent state of the database, with its position and its frame.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        let mut tx = self.db.begin_read().await?;
        let (epoch, position, version) = tx
            .q("select h.epoch, h.position, f.version from journal_head h, frame f")
            .one::<(i64, i64, i64)>()
            .await?;
        let mut frame = self.frame();
        if frame.version != version {
            frame = Arc::new(Frame::read(&mut tx).await?);
            *self.frame.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::clone(&frame);
        }
        Ok(Snapshot { tx, frame, position: Position { epoch, number: position } })
    }

    /// A transaction that will write, with the frame locked against change.
    pub async fn begin(&self) -> Result<WriteTx> {
        self.begin_with("select version from frame", "select version from frame for share").await
    }

    /// A transaction that will change the frame or the lists built from it.
    pub async fn begin_frame(&self) -> Result<WriteTx> {
        self.begin_with("select version from frame", "select version from frame for update").await
    }

    async fn begin_with(&self, sqlite: &'static str, postgres: &'static str) -> Result<WriteTx> {
        let mut tx = self.db.begin_write().await?;
        let (version,) = tx.q2(sqlite, postgres).one::<(i64,)>().await?;
        let mut frame = self.frame();
        if frame.version != version {
            frame = Arc::new(Frame::read(&mut tx).await?);
        }
        Ok(WriteTx { tx, frame })
    }

    /// Removes journal entries that are past their keeping, at most `limit` at once.
    pub async fn forget(&self, now: Moment, limit: i64) -> Result<u64> {
        let mut tx = self.db.begin_write().await?;
        let forgotten = journal::forget(&mut tx, now, limit).await?;
        tx.commit().await?;
        Ok(forgotten)
    }

    /// Waits until this node's before-answer followers have read the journal up to `position`.
    pub async fn settle(&self, position: Position) -> Result<()> {
        self.journal.settle(position).await
    }
}

/// One consistent state of the database.
#[derive(Debug)]
pub struct Snapshot {
    pub(crate) tx: Tx,
    frame: Arc<Frame>,
    position: Position,
}

impl Snapshot {
    /// Its journal position: every event up to it is in what is read.
    pub const fn position(&self) -> Position {
        self.position
    }

    /// What every page needs.
    pub fn frame(&self) -> &Arc<Frame> {
        &self.frame
    }

    /// Gives the connection back.
    pub async fn close(self) -> Result<()> {
        match self.tx {
            // Its end is told to the connection's thread and not waited for: two switches of
            // threads less, and nothing can fail in it that a reader should hear of.
            Tx::S(tx) => drop(tx),
            Tx::P(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// A transaction that reads under locks and writes once, at its end.
#[derive(Debug)]
pub struct WriteTx {
    pub(crate) tx: Tx,
    pub(crate) frame: Arc<Frame>,
}

impl WriteTx {
    /// The frame, locked against change until the transaction ends.
    pub fn frame(&self) -> &Arc<Frame> {
        &self.frame
    }

    /// Commits what was written without a change that readers or followers could see.
    pub(crate) async fn finish(self) -> Result<()> {
        self.tx.commit().await
    }

    /// Writes all of `changes` with their events and commits. The position is the last
    /// event's; without events it is the journal's present one.
    pub async fn commit(mut self, changes: &Changes, at: Moment, actor: &Actor) -> Result<Position> {
        crate::write::apply(&mut self.tx, changes).await?;
        let position = journal::append(&mut self.tx, &changes.events, at, actor).await?;
        self.tx.commit().await?;
        Ok(position)
    }
}

//! Followers: whatever reads the journal in order from its own bookmark. Some are run
//! before a write is answered, on the node that wrote; all follow in their own time too,
//! so that what other nodes and commands wrote reaches them.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, RwLock},
    time::Duration,
};

use domain::Moment;
use sqlx::postgres::PgListener;
use tokio::{
    sync::{Mutex, Notify, watch},
    task::JoinSet,
};

use crate::{
    database::Database,
    error::Result,
    journal::{self, Entry, Position},
};

/// A boxed future, since followers are kept as trait objects.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// When a follower is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Before a write of this node is answered.
    BeforeAnswer,
    /// When it has time.
    OwnTime,
}

/// Something that reads the journal. Its bookmark lives with what it describes.
pub trait Follower: Send + Sync {
    /// Its name in logs and metrics.
    fn name(&self) -> &'static str;

    /// When it is run.
    fn pace(&self) -> Pace;

    /// Up to where it has read; none when it must be built anew.
    fn bookmark(&self) -> BoxFuture<'_, Result<Option<Position>>>;

    /// Takes in `entries`, which follow its bookmark without a gap, and moves the bookmark.
    fn follow<'a>(&'a self, entries: &'a [Entry]) -> BoxFuture<'a, Result<()>>;

    /// Builds itself anew from the store, at `position` or later, and sets its bookmark.
    fn rebuild(&self, position: Position) -> BoxFuture<'_, Result<()>>;
}

/// How often followers look by themselves.
const POLL: Duration = Duration::from_millis(250);
/// Entries read at once.
const BATCH: i64 = 500;
/// How often in a row a failure doubles the wait of a follower in its own time: up to 32 s, since
/// what failed may have been a rebuild of everything.
const DOUBLINGS: u32 = 7;

struct Reader {
    follower: Arc<dyn Follower>,
    /// One reads at a time; a settle waits for the run that is under way.
    turn: Mutex<()>,
}

/// The journal of a store with its followers.
pub struct Journal {
    db: Database,
    readers: RwLock<Vec<Arc<Reader>>>,
    registered: Notify,
    /// Counts the occasions to look. One that comes while a follower is at work is not lost.
    woken: watch::Sender<u64>,
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Journal").field("db", &self.db).finish_non_exhaustive()
    }
}

impl Journal {
    pub(crate) fn new(db: Database) -> Self {
        Self { db, readers: RwLock::default(), registered: Notify::new(), woken: watch::Sender::new(0) }
    }

    /// Registers a follower. It is first run by the next settle or [`Journal::run`].
    pub fn register(&self, follower: Arc<dyn Follower>) {
        let reader = Arc::new(Reader { follower, turn: Mutex::new(()) });
        self.readers.write().unwrap_or_else(std::sync::PoisonError::into_inner).push(reader);
        self.registered.notify_one();
    }

    /// The newest position.
    pub async fn head(&self) -> Result<Position> {
        journal::head(&self.db).await
    }

    /// When the event at a position of this epoch was decided; none when it is not held (any
    /// more). By it a bookmark on disk tells the database that it was made from.
    pub async fn moment_of(&self, number: i64) -> Result<Option<Moment>> {
        journal::moment_of(&self.db, number).await
    }

    /// Runs the before-answer followers up to `position` and wakes the others.
    pub async fn settle(&self, position: Position) -> Result<()> {
        for reader in self.readers(Some(Pace::BeforeAnswer)) {
            catch_up(&self.db, &reader, position).await?;
        }
        self.wake();
        Ok(())
    }

    /// Runs every follower up to the newest position, once.
    pub async fn catch_up(&self) -> Result<()> {
        let head = self.head().await?;
        for reader in self.readers(None) {
            catch_up(&self.db, &reader, head).await?;
        }
        Ok(())
    }

    /// Follows until the future is dropped, each follower by itself: one that builds itself anew
    /// for a minute holds up no other. One that fails is told in the log and tried again; its
    /// bookmark has not moved.
    pub async fn run(&self) {
        let mut listener = None;
        let mut loops = JoinSet::new();
        let mut begun = 0;
        loop {
            for reader in self.readers(None).into_iter().skip(begun) {
                begun += 1;
                loops.spawn(follow(self.db.clone(), reader, self.woken.subscribe()));
            }
            if listener.is_none() {
                listener = self.listener().await;
            }
            let heard = async {
                match &mut listener {
                    // `try_recv` tells a lost connection; whatever it says, the bookmark is what is read from.
                    Some(heard) => heard.try_recv().await.is_ok(),
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                alive = heard => {
                    self.wake();
                    if !alive {
                        listener = None;
                    }
                }
                () = self.registered.notified() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }

    fn wake(&self) {
        self.woken.send_modify(|occasions| *occasions = occasions.wrapping_add(1));
    }

    async fn listener(&self) -> Option<PgListener> {
        let Database::Postgres(pool) = &self.db else { return None };
        let mut listener = PgListener::connect_with(pool).await.ok()?;
        listener.listen("journal").await.ok()?;
        Some(listener)
    }

    fn readers(&self, pace: Option<Pace>) -> Vec<Arc<Reader>> {
        let readers = self.readers.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        readers.iter().filter(|r| pace.is_none_or(|p| r.follower.pace() == p)).cloned().collect()
    }
}

/// One follower's loop. A panic of it is a failure like others: it ends that turn alone.
async fn follow(db: Database, reader: Arc<Reader>, mut woken: watch::Receiver<u64>) {
    let mut failures = 0;
    loop {
        let turn = {
            let (db, reader) = (db.clone(), Arc::clone(&reader));
            async move { catch_up(&db, &reader, journal::head(&db).await?).await }
        };
        let mut turns = JoinSet::new();
        turns.spawn(turn);
        let why = match turns.join_next().await {
            Some(Ok(Err(error))) => Some(error.to_string()),
            Some(Err(panic)) => Some(panic.to_string()),
            Some(Ok(Ok(()))) | None => None,
        };
        failures = if why.is_some() { failures + 1 } else { 0 };
        if let Some(why) = why {
            tracing::warn!(
                follower = reader.follower.name(),
                why,
                "a follower could not go on; it is tried again"
            );
        }
        // Readers wait for a before-answer follower, so that one is tried again soon.
        if failures > 0 && reader.follower.pace() == Pace::OwnTime {
            tokio::time::sleep(POLL * 2_u32.pow(failures.min(DOUBLINGS))).await;
        }
        tokio::select! {
            woken = woken.changed() => {
                if woken.is_err() {
                    return;
                }
            }
            () = tokio::time::sleep(POLL) => {}
        }
    }
}

async fn catch_up(db: &Database, reader: &Reader, to: Position) -> Result<()> {
    let _turn = reader.turn.lock().await;
    loop {
        let bookmark = reader.follower.bookmark().await?;
        if bookmark.is_some_and(|b| b.epoch == to.epoch && b.number >= to.number) {
            return Ok(());
        }
        let entries = match bookmark {
            Some(bookmark) => journal::after(db, bookmark, BATCH).await?,
            None => None,
        };
        match entries {
            Some(entries) if entries.is_empty() => return Ok(()),
            Some(entries) => reader.follower.follow(&entries).await?,
            None => {
                let head = journal::head(db).await?;
                tracing::info!(follower = reader.follower.name(), "builds itself anew");
                reader.follower.rebuild(head).await?;
            }
        }
    }
}

//! The victim: this test binary once more, as a process of its own that works at a desk until
//! it is killed, by the test at a random moment or by itself at a point that it was told.
//! What it acknowledges it prints first.
//!
//! The points lie inside the product's transactions, and the product has no hooks for them: the
//! clock and the ids that a decision asks for, SQLite's own hooks on rows and commits, a
//! follower that runs before the answer.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    os::unix::process::ExitStatusExt as _,
    path::PathBuf,
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
};

use desk::{Clerk, Desk, SystemWorld, World};
use domain::Moment;
use exchange::import::{Options, import_wxr};
use serde::{Deserialize, Serialize};
use store::{BoxFuture, Database, Entry, Follower, Pace, Position};
use uuid::Uuid;

use crate::{
    kill_newsroom, kill_pictures,
    place::{block_on, open},
};

/// Where the orders stand in the victim's environment.
const ORDERS: &str = "VICTIM_ORDERS";
/// What begins each line that the test reads.
const SAYS: &str = "victim: ";

/// What a victim is told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Orders {
    /// A path or a `postgres://` address.
    pub(crate) database: String,
    pub(crate) work: Work,
    /// Where it kills itself.
    pub(crate) point: Option<Point>,
}

/// What a victim does.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Work {
    /// Takes branches from their first draft to their withdrawal; the number makes their
    /// slugs its own.
    Newsroom(u32),
    /// Does what is due.
    Clerk,
    /// Brings in an export.
    Import(PathBuf),
    /// Brings in an export with its links and pictures.
    Move {
        /// The export.
        file: PathBuf,
        /// The copy of the old site's files.
        uploads: PathBuf,
        /// Where pictures are kept.
        media: PathBuf,
    },
}

/// The `nth` time that something happens, from 1.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Point {
    pub(crate) at: At,
    pub(crate) nth: u32,
}

/// Something that happens in a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum At {
    /// The rows are read and locked, nothing is decided.
    Clock,
    /// A decision is under way.
    Id,
    /// A row of the test's own table `kill_point`, into which triggers write, was written.
    Row,
    /// All is written; the commit begins.
    Commit,
    /// It is committed and not yet acknowledged.
    Settle,
}

/// Counts what happens, and dies at the nth time.
#[derive(Debug)]
struct Fate {
    point: Option<Point>,
    count: AtomicU32,
}

impl Fate {
    fn happens(&self, at: At) {
        let Some(point) = self.point.as_ref().filter(|point| point.at == at) else { return };
        if self.count.fetch_add(1, Ordering::SeqCst) + 1 == point.nth {
            // SIGKILL: no destructor runs, no buffer is written, as when the machine's owner does it.
            rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL).unwrap();
            std::thread::park();
        }
    }
}

/// The machine's clock and randomness, until one of them is the last.
struct MortalWorld(Arc<Fate>);

impl World for MortalWorld {
    fn now(&self) -> Moment {
        self.0.happens(At::Clock);
        SystemWorld.now()
    }

    fn uuid(&self) -> Uuid {
        self.0.happens(At::Id);
        SystemWorld.uuid()
    }

    fn block_id(&self) -> u64 {
        SystemWorld.block_id()
    }
}

/// Runs after the commit and before the answer.
struct MortalFollower {
    fate: Arc<Fate>,
    bookmark: Mutex<Option<Position>>,
}

impl MortalFollower {
    fn read_up_to(&self, position: Position) {
        self.fate.happens(At::Settle);
        *self.bookmark.lock().unwrap() = Some(position);
    }
}

impl Follower for MortalFollower {
    fn name(&self) -> &'static str {
        "mortal"
    }

    fn pace(&self) -> Pace {
        Pace::BeforeAnswer
    }

    fn bookmark(&self) -> BoxFuture<'_, store::Result<Option<Position>>> {
        Box::pin(async { Ok(*self.bookmark.lock().unwrap()) })
    }

    fn follow<'a>(&'a self, entries: &'a [Entry]) -> BoxFuture<'a, store::Result<()>> {
        Box::pin(async {
            self.read_up_to(entries[entries.len() - 1].position);
            Ok(())
        })
    }

    fn rebuild(&self, position: Position) -> BoxFuture<'_, store::Result<()>> {
        Box::pin(async move {
            self.read_up_to(position);
            Ok(())
        })
    }
}

async fn desk_of(orders: &Orders) -> Arc<Desk> {
    let fate = Arc::new(Fate { point: orders.point.clone(), count: AtomicU32::new(0) });
    let desk = open(&orders.database, Arc::new(MortalWorld(Arc::clone(&fate)))).await;
    if let Database::Sqlite { writer, .. } = desk.store().database() {
        // The writer is one connection: it keeps its hooks when it goes back.
        let mut connection = writer.acquire().await.unwrap();
        let mut handle = connection.lock_handle().await.unwrap();
        let at_row = Arc::clone(&fate);
        handle.set_update_hook(move |row| {
            if row.table == "kill_point" {
                at_row.happens(At::Row);
            }
        });
        let at_commit = Arc::clone(&fate);
        handle.set_commit_hook(move || {
            at_commit.happens(At::Commit);
            true
        });
    }
    let follower = MortalFollower { fate, bookmark: Mutex::new(None) };
    desk.store().journal().register(Arc::new(follower));
    desk
}

/// Tells the test something; it has left the process when this returns.
pub(crate) fn say(words: &str) {
    println!("{SAYS}{words}");
}

#[test]
#[ignore = "the kill tests run it as a process of its own"]
fn works_until_it_is_killed() {
    let orders = std::env::var(ORDERS).unwrap_or_else(|_| panic!("{ORDERS} is not set"));
    let orders: Orders = serde_json::from_str(&orders).unwrap();
    block_on(async {
        let desk = desk_of(&orders).await;
        // The test harness has begun a line of its own.
        println!();
        say("ready");
        match &orders.work {
            Work::Newsroom(number) => kill_newsroom::work(&desk, *number).await,
            Work::Clerk => {
                let clerk = Clerk::new(Arc::clone(&desk));
                clerk.turn().await.unwrap();
            }
            Work::Import(file) => {
                let options = Options { edition: Some("en".to_owned().try_into().unwrap()) };
                import_wxr(&desk, file, &options, &mut |_| {}).await.unwrap();
            }
            Work::Move { file, uploads, media } => kill_pictures::move_in(&desk, file, uploads, media).await,
        }
        say("done");
    });
}

/// A running victim; killed when this value goes.
pub(crate) struct Victim {
    child: Child,
    says: BufReader<ChildStdout>,
}

impl Victim {
    /// Starts one and waits until it has opened the store.
    pub(crate) fn start(orders: &Orders) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["victim::works_until_it_is_killed", "--exact", "--ignored", "--nocapture"])
            .env(ORDERS, serde_json::to_string(orders).unwrap())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let says = BufReader::new(child.stdout.take().unwrap());
        let mut victim = Self { child, says };
        let mut line = String::new();
        while line.trim_end() != format!("{SAYS}ready") {
            line.clear();
            let read = victim.says.read_line(&mut line).unwrap();
            assert!(read > 0, "the victim ended before it began");
        }
        victim
    }

    /// SIGKILL; what it had said, and whether that killed it.
    pub(crate) fn kill(mut self) -> (Vec<String>, bool) {
        self.child.kill().unwrap();
        let (said, status) = self.end();
        (said, status.signal() == Some(9))
    }

    /// Waits until it killed itself; what it had said.
    pub(crate) fn dies(mut self) -> Vec<String> {
        let (said, status) = self.end();
        assert_eq!(status.signal(), Some(9), "the point was never reached: {status}, {said:?}");
        said
    }

    /// Waits until it gave up because its database went; what it had said.
    pub(crate) fn fails(mut self) -> Vec<String> {
        let (said, status) = self.end();
        assert!(status.code().is_some_and(|code| code != 0), "it ended with {status}: {said:?}");
        said
    }

    fn end(&mut self) -> (Vec<String>, ExitStatus) {
        let mut text = String::new();
        self.says.read_to_string(&mut text).unwrap();
        let said = text.lines().filter_map(|line| line.strip_prefix(SAYS)).map(str::to_owned).collect();
        (said, self.child.wait().unwrap())
    }
}

impl Drop for Victim {
    fn drop(&mut self) {
        // Both fail only where it is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

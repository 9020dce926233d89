//! A PostgreSQL for tests, started by the tests themselves.
//!
//! [`Postgres::shared`] is one cluster for all that runs at once, with a fresh database for each
//! test; [`Postgres::start`] is a cluster of one's own, which may be killed. Either ends by itself,
//! also when the test is killed. Tables and rows are the tests' own business.

mod cluster;
mod shared;
mod tools;

use crate::watcher::Until;
use cluster::Cluster;
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tools::{Tools, run};

/// How long a killed server and its children may take to be gone.
const BURIAL: Duration = Duration::from_secs(30);

/// What an acknowledged commit survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// The death of the server; not a power cut (`fsync = off`). For most tests.
    Process,
    /// A power cut too (`fsync = on`, as in production). For benchmarks and soak runs.
    Power,
}

/// A running PostgreSQL whose order of text is ICU's English, not that of bytes.
///
/// # Panics
/// Every method here panics with what went wrong: a test without its database has failed.
pub struct Postgres {
    cluster: Cluster,
}

impl Postgres {
    /// The cluster of this run, started by whoever asks first. Under `cargo nextest`, where each test
    /// is a process, the run's processes share it; under `cargo test` those of one test binary do.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Postgres> = OnceLock::new();
        SHARED.get_or_init(|| Self {
            cluster: must(match std::env::var("NEXTEST_RUN_ID") {
                Ok(run) => shared::join_or_start(&run),
                Err(_) => own_cluster(Durability::Process),
            }),
        })
    }

    /// A cluster of one's own (about a second), which ends with this value.
    pub fn start(durability: Durability) -> Self {
        Self { cluster: must(own_cluster(durability)) }
    }

    /// A fresh, empty database (about 0.1 s).
    pub fn database(&self) -> Database {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        // The process id alone may come again within a long run.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let name = format!("t{since}_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let port = self.cluster.port;
        let mut command = self.cluster.tools.client("createdb", port);
        command.arg(&name);
        must(run(command));
        let url = format!("postgres://postgres@127.0.0.1:{port}/{name}");
        Database { url, name, port, tools: self.cluster.tools.clone() }
    }

    /// SIGKILL to the server and all its children; returns when they are gone. The data stay.
    pub fn kill(&mut self) {
        must(self.cluster.kill());
    }

    /// Stops the server in order, cutting off whoever is connected. The data stay.
    pub fn stop(&mut self) {
        must(self.cluster.stop());
    }

    /// Starts a stopped or killed server again, on the same port and data; returns when it answers.
    pub fn start_again(&mut self) {
        must(self.cluster.start());
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Err(cause) = self.cluster.put_away() {
            eprintln!("the test's PostgreSQL could not be put away: {cause}");
        }
    }
}

/// A database of one test, dropped with this value, whoever is still connected.
pub struct Database {
    /// `postgres://…`: the superuser, without a password.
    pub url: String,
    name: String,
    port: u16,
    tools: Tools,
}

impl Drop for Database {
    fn drop(&mut self) {
        if !answers(self.port) {
            return; // Stopped, killed or put away by the test: the database went with its cluster.
        }
        let mut command = self.tools.client("dropdb", self.port);
        command.args(["--force", "--if-exists", &self.name]);
        if let Err(error) = run(command) {
            eprintln!("the test's database could not be dropped: {error}");
        }
    }
}

fn own_cluster(durability: Durability) -> Result<Cluster, Error> {
    let folder = tempfile::Builder::new().prefix("masthead-rig-").tempdir();
    // The cluster's watcher removes it, which also works when this process is killed.
    let folder = folder.map_err(Error::io("a folder for temporary files"))?.keep();
    Cluster::make(&folder, durability, Until::OwnerGone)
}

fn answers(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("no PostgreSQL 15 or newer in /usr/lib/postgresql: install Debian's package postgresql")]
    Missing,
    #[error("{what}: {cause}")]
    Io { what: String, cause: std::io::Error },
    #[error("{line} failed:\n{said}")]
    Command { line: String, said: String },
    #[error("{}: expected {expected}", file.display())]
    Content { file: PathBuf, expected: &'static str },
    #[error("{BURIAL:?} after SIGKILL, processes of the PostgreSQL server are still there: {0:?}")]
    Undead(Vec<u32>),
}

impl Error {
    fn io(what: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Self {
        move |cause| Self::Io { what: what.as_ref().display().to_string(), cause }
    }
}

#[track_caller]
fn must<T>(result: Result<T, Error>) -> T {
    result.unwrap_or_else(|error| panic!("{error}"))
}

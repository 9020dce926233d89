//! Where a test's portal lives: a data folder and, on PostgreSQL, a database; with the
//! program to run on it from outside and the desk to look at it from inside.

use std::{
    fmt,
    future::Future,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::Arc,
};

use desk::{Desk, SystemWorld, World};
use domain::{Actor, Authority};
use locale::Messages;
use rig::{Node, NodeCommand};
use store::{Database, Store};
use tempfile::TempDir;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_masthead");

/// Which database a portal stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// Makes of `fn name(engine: Engine)` a module with a test for each database.
macro_rules! on_both {
    ($($(#[$doc:meta])* fn $name:ident($engine:ident: Engine) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            use super::*;

            fn on($engine: $crate::place::Engine) $body

            #[test]
            fn sqlite() {
                on($crate::place::Engine::Sqlite);
            }

            #[test]
            fn postgres() {
                on($crate::place::Engine::Postgres);
            }
        }
    )+};
}
pub(crate) use on_both;

/// A portal's place; gone with this value.
pub(crate) struct Place {
    folder: TempDir,
    server: Option<rig::Database>,
}

impl Place {
    /// An empty one. A test that kills the program leaves the server alone, so that all may
    /// share one.
    pub(crate) fn new(engine: Engine) -> Self {
        let server = (engine == Engine::Postgres).then(|| rig::Postgres::shared().database());
        Self { folder: tempfile::tempdir().unwrap(), server }
    }

    /// One on a server of the test's own.
    pub(crate) fn on(server: &rig::Postgres) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), server: Some(server.database()) }
    }

    /// One with the editions `en` and `ar`.
    pub(crate) fn with_editions(engine: Engine) -> Self {
        let place = Self::new(engine);
        place.add_editions();
        place
    }

    pub(crate) fn add_editions(&self) {
        self.works(&["edition", "add", "en", "--locale", "en-GB", "--label", "English"]);
        self.works(&["edition", "add", "ar", "--locale", "ar", "--label", "العربية"]);
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file of the test's own in the data folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// The address of its PostgreSQL database.
    pub(crate) fn url(&self) -> Option<&str> {
        self.server.as_ref().map(|server| server.url.as_str())
    }

    /// The program with these arguments, on this place.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = program(args);
        command.arg("--data").arg(self.folder());
        if let Some(url) = self.url() {
            command.args(["--database", url]);
        }
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        Ran::of(&mut self.command(args))
    }

    /// The same where it must succeed; what it printed.
    #[track_caller]
    pub(crate) fn works(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, Some(0), "{args:?}: {ran}");
        ran.out
    }

    /// The same where its report is JSON.
    #[track_caller]
    pub(crate) fn reports(&self, args: &[&str]) -> serde_json::Value {
        let out = self.works(&[args, &["--json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{args:?}: {error}: {out}"))
    }

    /// The same where it must fail with exit code 1; what it said.
    #[track_caller]
    pub(crate) fn fails(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, Some(1), "{args:?}: {ran}");
        ran.err
    }

    /// `masthead check` finds nothing.
    #[track_caller]
    pub(crate) fn is_sound(&self) {
        assert_eq!(self.reports(&["check"]), serde_json::json!({ "findings": [] }));
    }

    /// How its node is started, without the demonstration.
    pub(crate) fn node_command(&self) -> NodeCommand {
        let command = NodeCommand::new(PROGRAM, self.folder()).arg("--empty").env("MASTHEAD_OFFLINE", "true");
        match self.url() {
            Some(url) => command.database(url),
            None => command,
        }
    }

    /// A running node.
    #[track_caller]
    pub(crate) fn serve(&self) -> Node {
        self.node_command().start().unwrap_or_else(|error| panic!("{error}"))
    }

    /// Where a process finds the database: a path or a `postgres://` address.
    pub(crate) fn database(&self) -> String {
        let file = || self.folder().join("masthead.db").display().to_string();
        self.url().map_or_else(file, str::to_owned)
    }

    /// Does something with the desk of this place, as a process beside it would.
    pub(crate) fn inside<T>(&self, work: impl AsyncFnOnce(Arc<Desk>) -> T) -> T {
        block_on(async {
            let desk = open(&self.database(), Arc::new(SystemWorld)).await;
            let done = work(Arc::clone(&desk)).await;
            desk.store().database().close().await;
            done
        })
    }
}

/// The program with these arguments alone: nothing of it comes from the environment.
pub(crate) fn program(args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    for key in ["DATA", "DATABASE", "LISTEN", "THEME", "FETCH_ALLOW", "JSON"] {
        command.env_remove(format!("MASTHEAD_{key}"));
    }
    // What real exports name is not asked of the sites that they are of.
    command.env("MASTHEAD_OFFLINE", (!args.contains(&"--fetch-allow")).to_string());
    command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A desk on the database at `address`, a path or a `postgres://` address.
pub(crate) async fn open(address: &str, world: Arc<dyn World>) -> Arc<Desk> {
    let database = match address.starts_with("postgres://") {
        true => Database::postgres(address).await.unwrap(),
        false => Database::sqlite(Path::new(address)).await.unwrap(),
    };
    let store = Arc::new(Store::new(database).await.unwrap());
    Arc::new(Desk::new(store, world, Arc::new(Messages::shipped().unwrap())))
}

/// Runs to its end on a runtime of its own.
pub(crate) fn block_on<F: Future>(work: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(work)
}

/// Whoever may do everything.
pub(crate) fn operator() -> Authority {
    Authority::operator(Actor::CommandLine)
}

/// What came of a run of the program.
#[derive(Debug)]
pub(crate) struct Ran {
    /// None where a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(command: &mut Command) -> Self {
        let Output { status, stdout, stderr } = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: status.code(), out: text(stdout), err: text(stderr) }
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit code {:?}\n{}\n{}", self.code, self.out, self.err)
    }
}

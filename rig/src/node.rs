//! A running `masthead serve`, as a process of its own that can be killed.

use crate::watcher::{Until, Watcher};
use crate::{http, patience, port, process};
use rustix::process::Signal;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

/// How long a node may take until `/healthz` says 200, and to end after SIGTERM.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a node is to be started; see [`NodeCommand::start`].
#[derive(Debug, Clone)]
pub struct NodeCommand {
    binary: PathBuf,
    data: PathBuf,
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
}

/// Why a node did not become ready.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// It ended by itself.
    #[error("the node ended with {status} before it was ready; it said:\n{log}")]
    Ended {
        /// How it ended.
        status: ExitStatus,
        /// Its standard output and error.
        log: String,
    },
    /// It runs but never answered `/healthz` with 200.
    #[error("the node did not answer /healthz with 200 within {PATIENCE:?}; it said:\n{log}")]
    NotReady {
        /// Its standard output and error.
        log: String,
    },
    /// It could not be started or watched at all.
    #[error("{}: {cause}", binary.display())]
    Io {
        /// The program.
        binary: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
}

impl NodeCommand {
    /// `binary serve --data data`, on a free port of 127.0.0.1 that is chosen at each start.
    pub fn new(binary: impl Into<PathBuf>, data: impl Into<PathBuf>) -> Self {
        Self { binary: binary.into(), data: data.into(), args: Vec::new(), env: Vec::new() }
    }

    /// One more argument.
    #[must_use]
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.args.push(arg.as_ref().into());
        self
    }

    /// One more variable in the environment.
    #[must_use]
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name.as_ref().into(), value.as_ref().into()));
        self
    }

    /// The database's address, `--database url`.
    #[must_use]
    pub fn database(self, url: &str) -> Self {
        self.arg("--database").arg(url)
    }

    /// Starts the node and waits until `/healthz` answers 200.
    ///
    /// # Errors
    /// [`StartError`], with all that the node said; the process is gone then.
    pub fn start(&self) -> Result<Node, StartError> {
        let mut node = self.spawn().map_err(|cause| StartError::Io { binary: self.binary.clone(), cause })?;
        let outcome = patience::ask(PATIENCE, || match node.child.try_wait() {
            Ok(Some(status)) => Some(Err(StartError::Ended { status, log: node.log() })),
            Ok(None) => http::get(node.addr, "/healthz", &[])
                .is_ok_and(|answer| answer.status == 200)
                .then_some(Ok(())),
            Err(cause) => Some(Err(StartError::Io { binary: self.binary.clone(), cause })),
        });
        match outcome {
            Some(Ok(())) => Ok(node),
            Some(Err(error)) => Err(error),
            None => Err(StartError::NotReady { log: node.log() }),
        }
    }

    fn spawn(&self) -> io::Result<Node> {
        let addr = port::free()?;
        let log = tempfile::NamedTempFile::new()?;
        let mut child = Command::new(&self.binary)
            .arg("serve")
            .arg("--data")
            .arg(&self.data)
            .arg("--listen")
            .arg(addr.to_string())
            .args(&self.args)
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(append_to(log.path())?)
            .stderr(append_to(log.path())?)
            .spawn()?;
        let pid = OsString::from(child.id().to_string());
        match Watcher::start(Until::OwnerGone, "kill -KILL \"$1\"", &[&pid]) {
            Ok(watcher) => Ok(Node { addr, child, watcher, log }),
            Err(cause) => {
                child.kill()?;
                child.wait()?;
                Err(cause)
            }
        }
    }
}

fn append_to(file: &Path) -> io::Result<File> {
    File::options().append(true).open(file)
}

/// A running node; killed when this value goes.
pub struct Node {
    addr: SocketAddr,
    child: Child,
    watcher: Watcher,
    log: tempfile::NamedTempFile,
}

impl Node {
    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Standard output and error so far.
    pub fn log(&self) -> String {
        std::fs::read(self.log.path()).map_or_else(
            |cause| format!("(no log: {cause})"),
            |bytes| String::from_utf8_lossy(&bytes).into_owned(),
        )
    }

    /// `GET path`, its bytes as they stand.
    ///
    /// # Errors
    /// As [`http::get`].
    pub fn get(&self, path: &str) -> io::Result<http::Response> {
        http::get(self.addr, path, &[])
    }

    /// SIGKILL, then waits for its end.
    ///
    /// # Errors
    /// The system refuses to signal or to wait.
    pub fn kill(&mut self) -> io::Result<ExitStatus> {
        self.child.kill()?;
        self.child.wait()
    }

    /// SIGTERM, then waits for its end.
    ///
    /// # Errors
    /// [`io::ErrorKind::TimedOut`] when it is still there after a minute.
    pub fn stop(&mut self) -> io::Result<ExitStatus> {
        if let Some(status) = self.child.try_wait()? {
            return Ok(status);
        }
        process::signal(self.pid(), Signal::TERM)?;
        self.wait()
    }

    /// Waits until it ends by itself, for instance at a point where it was told to die.
    ///
    /// # Errors
    /// [`io::ErrorKind::TimedOut`] when it is still there after a minute.
    pub fn wait(&mut self) -> io::Result<ExitStatus> {
        let ended = patience::ask(PATIENCE, || self.child.try_wait().transpose());
        ended.unwrap_or_else(|| Err(io::Error::new(io::ErrorKind::TimedOut, "the node does not end")))
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // The watcher first: once the child is buried, its id may belong to somebody else.
        for outcome in [self.watcher.dismiss(), self.kill().map(drop)] {
            if let Err(cause) = outcome {
                eprintln!("the test's node could not be put away: {cause}");
            }
        }
    }
}

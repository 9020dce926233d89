//! Debian's PostgreSQL programs, and who runs them.

use super::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The oldest major version that can give a whole cluster an ICU collation.
const OLDEST: u32 = 15;

/// The user that Debian's package makes; the server refuses to run as root.
const SERVER_USER: &str = "postgres";

/// The newest installed set of PostgreSQL's programs.
#[derive(Clone)]
pub(super) struct Tools {
    bin: PathBuf,
}

impl Tools {
    /// Looks where Debian puts them: `/usr/lib/postgresql/VERSION/bin`.
    pub(super) fn find() -> Result<Self, Error> {
        let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        versions
            .filter_map(|entry| {
                Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin")))
            })
            .filter(|(version, bin)| *version >= OLDEST && bin.join("initdb").is_file())
            .max()
            .map(|(_, bin)| Self { bin })
            .ok_or(Error::Missing)
    }

    /// A command line as an argument list: the program, for a server program preceded by the change
    /// of user that root needs.
    pub(super) fn server_words(&self, program: &str) -> Vec<PathBuf> {
        let mut words: Vec<PathBuf> = Vec::new();
        if is_root() {
            words.push("setpriv".into());
            words.push(format!("--reuid={SERVER_USER}").into());
            words.push(format!("--regid={SERVER_USER}").into());
            words.push("--init-groups".into());
        }
        words.push(self.bin.join(program));
        words
    }

    /// A server program, run as a user that the server accepts.
    pub(super) fn server(&self, program: &str) -> Command {
        let words = self.server_words(program);
        let (first, rest) =
            words.split_first().map_or((Path::new(program), &[][..]), |(f, r)| (f.as_path(), r));
        let mut command = Command::new(first);
        // The test's own folder may be closed to that user.
        command.args(rest).current_dir("/");
        command
    }

    /// A client program that talks to `port` as the superuser.
    pub(super) fn client(&self, program: &str, port: u16) -> Command {
        let mut command = Command::new(self.bin.join(program));
        command.args(["--host=127.0.0.1", "--username=postgres", "--no-password"]);
        command.arg(format!("--port={port}"));
        command
    }

    /// Makes the data folder, owned by whoever will run the server.
    pub(super) fn make_data_dir(&self, dir: &Path) -> Result<(), Error> {
        let mut command = Command::new("install");
        command.args(["-d", "-m", "700"]);
        if is_root() {
            command.args(["-o", SERVER_USER, "-g", SERVER_USER]);
        }
        command.arg(dir);
        run(command)
    }
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Runs a command to its end; what it said becomes the error.
pub(super) fn run(mut command: Command) -> Result<(), Error> {
    let line = format!("{command:?}");
    let output = match command.stdin(Stdio::null()).output() {
        Ok(output) => output,
        Err(cause) => return Err(Error::Io { what: line, cause }),
    };
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(Error::Command { line, said: String::from_utf8_lossy(&said).into_owned() })
}

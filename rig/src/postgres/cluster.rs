//! One cluster on disk and its server process: made, started, killed, started again.

use super::tools::{Tools, run};
use super::{BURIAL, Durability, Error};
use crate::watcher::{Until, Watcher};
use crate::{patience, port, process};
use rustix::process::Signal;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// Tries of starting on a port that was free a moment before.
const TRIES: u32 = 5;

/// Puts a cluster away: `$1` is the folder to remove, `$2` the data folder, the rest `pg_ctl`.
const PUT_AWAY: &str = r#"folder=$1 data=$2; shift 2
"$@" stop --silent --wait --mode=immediate --pgdata="$data"
rm -rf "$folder""#;

pub(super) struct Cluster {
    pub(super) tools: Tools,
    pub(super) data: PathBuf,
    pub(super) port: u16,
    /// With whoever started it.
    pub(super) watcher: Option<Watcher>,
}

impl Cluster {
    /// Makes a cluster in `folder` and starts it. `folder` is removed when `until` is met.
    pub(super) fn make(folder: &Path, durability: Durability, until: Until) -> Result<Self, Error> {
        let tools = Tools::find()?;
        // The server's user must be able to pass through.
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).map_err(Error::io(folder))?;
        let data = folder.join(format!("cluster-{}", std::process::id()));
        let pg_ctl = tools.server_words("pg_ctl");
        let mut args: Vec<&OsStr> = vec![folder.as_os_str(), data.as_os_str()];
        args.extend(pg_ctl.iter().map(|word| word.as_os_str()));
        // Before the server: from here on nothing is left behind, whenever the test is killed.
        let watcher = Watcher::start(until, PUT_AWAY, &args).map_err(Error::io("sh"))?;
        tools.make_data_dir(&data)?;
        init(&tools, &data)?;
        let mut cluster = Self { tools, data, port: 0, watcher: Some(watcher) };
        cluster.start_on_a_free_port(durability)?;
        Ok(cluster)
    }

    fn start_on_a_free_port(&mut self, durability: Durability) -> Result<(), Error> {
        let mut tried = 0;
        loop {
            self.port = port::free().map_err(Error::io("a free port"))?.port();
            let file = self.data.join("postgresql.conf");
            fs::write(&file, configuration(self.port, durability)).map_err(Error::io(&file))?;
            tried += 1;
            match self.start() {
                Err(error) if tried < TRIES && error.to_string().contains("Address already in use") => {}
                outcome => return outcome,
            }
        }
    }

    /// Starts the server on its data and waits until it takes connections.
    pub(super) fn start(&self) -> Result<(), Error> {
        let log = self.data.join("server.log");
        let mut command = self.tools.server("pg_ctl");
        command.args(["start", "--silent", "--wait", "--timeout=60"]);
        command.arg("--pgdata").arg(&self.data).arg("--log").arg(&log);
        run(command).map_err(|error| match error {
            Error::Command { line, said } => {
                let log = fs::read_to_string(&log).unwrap_or_else(|cause| format!("(no log: {cause})"));
                Error::Command { line, said: said + &log }
            }
            other => other,
        })
    }

    /// Ends the server in order; whoever is connected is cut off.
    pub(super) fn stop(&self) -> Result<(), Error> {
        let mut command = self.tools.server("pg_ctl");
        command.args(["stop", "--silent", "--wait", "--mode=fast"]).arg("--pgdata").arg(&self.data);
        run(command)
    }

    /// SIGKILL to the server first, so that it cannot react to the death of its children.
    pub(super) fn kill(&self) -> Result<(), Error> {
        let server = self.pid()?;
        let file = format!("/proc/{server}/task/{server}/children");
        let children = fs::read_to_string(&file).map_err(Error::io(&file))?;
        let family =
            std::iter::once(server).chain(children.split_whitespace().filter_map(|c| c.parse().ok()));
        let family: Vec<u32> = family.collect();
        for pid in &family {
            process::signal(*pid, Signal::KILL).map_err(Error::io(format!("SIGKILL to {pid}")))?;
        }
        let gone = || family.iter().all(|pid| !process::is_alive(*pid)).then_some(());
        patience::ask(BURIAL, gone).ok_or_else(|| Error::Undead(family.clone()))?;
        // Where nobody buries the dead server, the next would take it for a living one by its id.
        fs::remove_file(self.pid_file()).map_err(Error::io(self.pid_file()))
    }

    /// The server's process id, from its own file.
    fn pid(&self) -> Result<u32, Error> {
        let file = self.pid_file();
        let text = fs::read_to_string(&file).map_err(Error::io(&file))?;
        let pid = text.lines().next().and_then(|line| line.trim().parse().ok());
        pid.ok_or(Error::Content { file, expected: "a process id in the first line" })
    }

    fn pid_file(&self) -> PathBuf {
        self.data.join("postmaster.pid")
    }

    /// Ends the cluster and removes its data, where this process started it.
    pub(super) fn put_away(&mut self) -> std::io::Result<()> {
        self.watcher.as_mut().map_or(Ok(()), Watcher::fulfil)
    }
}

/// Without a word about locales the tests would meet the order of bytes and law 10 would test
/// nothing: ICU's English sorts "a" before "B", whatever locales the machine has.
fn init(tools: &Tools, data: &Path) -> Result<(), Error> {
    let mut command = tools.server("initdb");
    command.args(["--no-sync", "--no-instructions", "--auth=trust", "--username=postgres"]);
    command.args(["--encoding=UTF8", "--locale=C.UTF-8"]);
    command.args(["--locale-provider=icu", "--icu-locale=en-US"]);
    command.arg("--pgdata").arg(data);
    run(command)
}

fn configuration(port: u16, durability: Durability) -> String {
    // Even without fsync a commit has left the process before it is acknowledged, so that a killed
    // server loses nothing; only a machine that loses power would.
    let disk = match durability {
        Durability::Process => "fsync = off\nfull_page_writes = off\n",
        Durability::Power => "fsync = on\n",
    };
    format!(
        "listen_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = ''\n\
         max_connections = 200\nshared_buffers = '64MB'\nlc_messages = 'C'\nlog_timezone = 'UTC'\n\
         timezone = 'UTC'\ncheckpoint_timeout = '1h'\nmax_wal_size = '2GB'\n{disk}"
    )
}

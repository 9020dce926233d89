//! A shell that outlives a killed test, to put away what the test had started.
//!
//! A destructor does not run when a process is killed, and `PR_SET_PDEATHSIG` follows the *thread*
//! that forked, which in a test is seldom the one that should count. So the watcher blocks on an
//! end that the kernel announces: the pipe that only its owner holds open, or another process.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// What a watcher waits for before it runs its script.
#[derive(Clone, Copy)]
pub(crate) enum Until {
    /// The [`Watcher`] is fulfilled or dropped, or this process ends, however it ends.
    OwnerGone,
    /// The process with this id ends.
    ProcessGone(u32),
}

pub(crate) struct Watcher(Child);

impl Watcher {
    /// Starts a watcher. `script` is shell text whose `"$@"` is `args`; it runs when `until` is met.
    pub(crate) fn start(until: Until, script: &str, args: &[&std::ffi::OsStr]) -> io::Result<Self> {
        let (wait, stdin) = match until {
            Until::OwnerGone => ("cat > /dev/null".to_owned(), Stdio::piped()),
            Until::ProcessGone(pid) => (format!("tail --pid={pid} -s 0.2 -f /dev/null"), Stdio::null()),
        };
        let child = Command::new("sh")
            .arg("-c")
            .arg(format!("{wait}\n{script}"))
            .arg("watcher")
            .args(args)
            // A group of its own: an interrupt from the terminal, or a runner that ends the group of
            // a slow test, must not take the watcher along.
            .process_group(0)
            .current_dir("/")
            .stdin(stdin)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self(child))
    }

    /// Has the script run now and waits for its end.
    pub(crate) fn fulfil(&mut self) -> io::Result<()> {
        drop(self.0.stdin.take());
        self.0.wait().map(drop)
    }

    /// Ends the watcher without its script: what it watched over has been put away.
    pub(crate) fn dismiss(&mut self) -> io::Result<()> {
        self.0.kill()?;
        self.0.wait().map(drop)
    }
}

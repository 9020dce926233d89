//! The tests' harness, a dev-dependency outside the floors.
//!
//! Here: a PostgreSQL that tests start by themselves ([`Postgres`]), a running `masthead` process
//! ([`Node`]), requests whose path reaches the server byte for byte ([`http`]), inputs for fuzzing
//! ([`fuzz`]), and what the kernel says of a process ([`process`]). Not here: anything that knows
//! stories, tables or pages; those fixtures stay with the crate whose tests need them.
//!
//! All of it blocks. In an asynchronous test that also runs a server in the same process, call it
//! from `spawn_blocking` or on a multi-thread runtime.

pub mod fuzz;
pub mod http;
mod node;
mod patience;
mod port;
mod postgres;
pub mod process;
mod watcher;

pub use node::{Node, NodeCommand, StartError};
pub use postgres::{Database, Durability, Postgres};

use std::path::{Path, PathBuf};

/// The root of this workspace, where `Cargo.toml` with `[workspace]` stands.
pub fn workspace_root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The folder with third parties' reference data, or `None` after having said so on standard error.
///
/// `MASTHEAD_REFERENCE_DATA` names it; without the variable it is `../shared/data` beside the
/// workspace. A test that gets `None` returns early: the data is not part of the project.
pub fn reference_data() -> Option<PathBuf> {
    let dir = match std::env::var_os("MASTHEAD_REFERENCE_DATA") {
        Some(dir) => PathBuf::from(dir),
        None => workspace_root().join("../shared/data"),
    };
    if dir.is_dir() {
        return Some(dir);
    }
    eprintln!(
        "SKIPPED: no reference data at {}; set MASTHEAD_REFERENCE_DATA to its folder to run this test",
        dir.display()
    );
    None
}

/// How many times a kill test kills: 20, or `MASTHEAD_KILLS` (`make soak` sets 100).
///
/// # Panics
/// The variable is not a number above 0: a kill test without kills would test nothing.
pub fn kills() -> u32 {
    let Ok(text) = std::env::var("MASTHEAD_KILLS") else { return 20 };
    match text.parse() {
        Ok(count) if count > 0 => count,
        _ => panic!("MASTHEAD_KILLS must be a number above 0, it is {text:?}"),
    }
}

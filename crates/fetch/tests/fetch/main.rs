//! Fetching from servers of the test that behave as badly as the internet's.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test's own set-up may fail loudly")]

mod addresses;
mod answers;
mod server;
mod turns;

use std::time::Duration;

use fetch::{Allowed, Cause, Fetcher, Limits};
use server::Server;

/// Limits that a test can wait for.
fn limits() -> Limits {
    Limits {
        bytes: 100_000,
        connect: Duration::from_secs(5),
        whole: Duration::from_secs(5),
        redirects: 3,
        pause: Duration::ZERO,
        ..Limits::default()
    }
}

/// A fetcher that may ask this server, and nothing else of the machine.
fn fetcher(server: &Server, limits: Limits) -> Fetcher {
    Fetcher::new(limits, Allowed::addresses([server.address]))
}

/// Why nothing came.
async fn cause(fetcher: &Fetcher, url: &str) -> Cause {
    fetcher.get(url).await.unwrap_err().cause
}

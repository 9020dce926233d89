//! The most that is taken, and how politely it is asked for.

use std::time::Duration;

/// The most that one fetch may take, and how many there may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of an answer's body, after decompression.
    pub bytes: u64,
    /// How long a name may take to be resolved and a connection to come about, TLS included.
    pub connect: Duration,
    /// How long a request may take from its first byte to the last of the answer. Waiting for its turn
    /// is not counted.
    pub whole: Duration,
    /// Redirects that are followed.
    pub redirects: usize,
    /// Requests at once.
    pub at_once: usize,
    /// Requests at once to one host.
    pub at_once_a_host: usize,
    /// How long after the beginning of a request the next one to its host begins.
    pub pause: Duration,
    /// The longest `Retry-After` that is waited for; what asks for more is tried another time.
    pub retry_after: Duration,
    /// How often a host that asks to come back later is asked in all.
    pub tries: u32,
}

impl Default for Limits {
    /// For files of an old site: 64 MB, 10 s to connect, 2 minutes in all, 5 redirects, 4 at once, 2 a
    /// host, 10 requests a second to a host.
    fn default() -> Self {
        Self {
            bytes: 64_000_000,
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(120),
            redirects: 5,
            at_once: 4,
            at_once_a_host: 2,
            pause: Duration::from_millis(100),
            retry_after: Duration::from_secs(30),
            tries: 3,
        }
    }
}

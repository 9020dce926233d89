//! Random moments at which something is killed, from a seed that is printed: a failure can be
//! looked at again with `MASTHEAD_SEED`.

use std::{
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Numbers from a seed (SplitMix64).
pub(crate) struct Moments(u64);

impl Moments {
    /// From `MASTHEAD_SEED`, else from the clock.
    pub(crate) fn new() -> Self {
        let seed = match std::env::var("MASTHEAD_SEED") {
            Ok(text) => text.parse().unwrap(),
            Err(_) => u64::from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos()),
        };
        eprintln!("the moments are those of MASTHEAD_SEED={seed}");
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Lets a random time pass, from nothing to `longest`. This waits for nothing: the time is
    /// what is being tried.
    pub(crate) fn pass(&mut self, longest: Duration) {
        let micros = u64::try_from(longest.as_micros()).unwrap().max(1);
        thread::sleep(Duration::from_micros(self.next() % micros));
    }
}

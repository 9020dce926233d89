//! Clock and randomness, passed in so that tests can hold them.

use std::time::{SystemTime, UNIX_EPOCH};

use domain::Moment;
use uuid::Uuid;

/// Where a use case gets the time and new ids from.
pub trait World: Send + Sync {
    /// The present moment.
    fn now(&self) -> Moment;

    /// A new UUID version 7.
    fn uuid(&self) -> Uuid;

    /// A new random number for a block's id.
    fn block_id(&self) -> u64;
}

/// The machine's clock and randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }

    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn block_id(&self) -> u64 {
        // Version 7 ends in 62 random bits of the same generator.
        getrandom::u64().unwrap_or_else(|_| Uuid::now_v7().as_u64_pair().1)
    }
}

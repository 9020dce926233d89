//! A bound on memory that is shared by all who decode.

use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bytes of a piece that is counted.
const PIECE: u64 = 1 << 20;

#[derive(Debug)]
pub(super) struct Memory {
    pieces: Arc<Semaphore>,
    all: u32,
}

impl Memory {
    pub(super) fn new(bytes: u64) -> Memory {
        let all = u32::try_from((bytes / PIECE).max(1)).unwrap_or(u32::MAX);
        let all = all.min(u32::try_from(Semaphore::MAX_PERMITS).unwrap_or(u32::MAX));
        Memory { pieces: Arc::new(Semaphore::new(all as usize)), all }
    }

    /// Waits until so much is free. Who needs more than there is gets all of it. Never closed, so
    /// there is always something to hold.
    pub(super) async fn take(&self, bytes: u64) -> Option<OwnedSemaphorePermit> {
        let pieces = u32::try_from(bytes.div_ceil(PIECE)).unwrap_or(u32::MAX).min(self.all);
        self.pieces.clone().acquire_many_owned(pieces).await.ok()
    }
}

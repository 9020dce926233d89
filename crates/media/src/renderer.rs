//! Renditions made once: on first want or ahead, a bounded number at a time, kept beside their
//! original.
//!
//! Who wants what is being made waits for that one making. A reader who hangs up cancels nobody:
//! what has begun is finished and kept. Nothing here runs by itself but the work on pixels, on the
//! caller's runtime's threads for such. Not here: whether a reader may see the picture, and any
//! cache of bytes in memory.

mod making;
mod memory;

#[cfg(test)]
mod tests;

use crate::{Blobs, Crop, Encoding, Error, Inspected, Limits, Rendition, Size, inspect, probe, render};
use bytes::Bytes;
use domain::BlobId;
use making::{Key, Making, Makings};
use memory::Memory;
use std::{
    num::NonZeroUsize,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};
use tokio::{
    runtime::Handle,
    sync::{OwnedSemaphorePermit, Semaphore},
    task::spawn_blocking,
};

/// Stands in the names of what is kept. Whoever changes how renditions are made counts it up, and
/// all are made anew.
const RECIPE: u32 = 1;

/// Bounds of a [`Renderer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Of each picture.
    pub picture: Limits,
    /// Pictures that are worked on at once; one a core is enough.
    pub at_once: NonZeroUsize,
    /// Bytes of memory for all of them together. One that needs more than all of it runs alone.
    pub memory: u64,
    /// Makings that are under way or wait their turn; beyond them is [`Error::Busy`].
    pub waiting: usize,
}

/// Bytes of memory for all pictures that are worked on at once, where nobody says otherwise.
const MEMORY: u64 = 400_000_000;
/// Makings that may be under way or wait, where nobody says otherwise.
const WAITING: usize = 64;

impl Default for Bounds {
    /// One picture a core, 400 MB for all of them, 64 makings.
    fn default() -> Bounds {
        Bounds {
            picture: Limits::default(),
            at_once: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            memory: MEMORY,
            waiting: WAITING,
        }
    }
}

/// Makes renditions, each once. Clones share their bounds.
#[derive(Debug, Clone)]
pub struct Renderer {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    blobs: Blobs,
    bounds: Bounds,
    turns: Arc<Semaphore>,
    memory: Memory,
    makings: Makings,
    made: AtomicU64,
}

impl Renderer {
    /// A renderer of the originals in `blobs`.
    pub fn new(blobs: Blobs, bounds: Bounds) -> Renderer {
        let inner = Inner {
            blobs,
            turns: Arc::new(Semaphore::new(bounds.at_once.get())),
            memory: Memory::new(bounds.memory),
            makings: Makings::new(bounds.waiting),
            made: AtomicU64::new(0),
            bounds,
        };
        Renderer { inner: Arc::new(inner) }
    }

    /// The bytes of a rendition: those that are kept, else made now and kept.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::NoSuchRendition`], [`Error::Missing`] and [`Error::Damaged`] for
    /// the original, [`Error::Refused`] where it is no picture, or the disk or the bucket failed.
    pub async fn rendition(&self, id: &BlobId, rendition: &Rendition) -> Result<Bytes, Error> {
        if let Some(kept) = self.inner.blobs.made(id, &kept_name(rendition)).await? {
            return Ok(kept);
        }
        let key = Key { id: *id, rendition: *rendition };
        let inner = &self.inner;
        inner.makings.join(key, |making| Inner::make(inner.clone(), key, making))?.await
    }

    /// Makes and keeps all renditions of a crop that are not kept yet, decoding once, and answers
    /// how many were made. For work ahead of readers: it waits its turn, however many wait.
    ///
    /// # Errors
    /// As [`Renderer::rendition`], without [`Error::Busy`].
    pub async fn make_ahead(&self, id: &BlobId, size: Size, crop: Crop) -> Result<usize, Error> {
        let kept = self.inner.blobs.all_made(id).await?;
        let all = size
            .widths(crop)
            .into_iter()
            .flat_map(|width| Encoding::ALL.map(|encoding| Rendition { crop, width, encoding }));
        let missing: Vec<Rendition> = all.filter(|rendition| !kept.contains(&kept_name(rendition))).collect();
        if missing.is_empty() {
            return Ok(0);
        }
        let turn = self.inner.turn().await?;
        let (inner, id) = (self.inner.clone(), *id);
        spawn_blocking(move || inner.work(turn, &id, crop, &missing).map(|made| made.len())).await?
    }

    /// Takes a picture in as [`inspect`] does, within the same bounds of turns and memory.
    ///
    /// # Errors
    /// [`Error::Refused`].
    pub async fn inspect(&self, bytes: Bytes) -> Result<Inspected, Error> {
        let turn = self.inner.turn().await?;
        let inner = self.inner.clone();
        let inspected = spawn_blocking(move || {
            let _turn = turn;
            let probed = probe(&bytes, &inner.bounds.picture)?;
            let _memory = Handle::current().block_on(inner.memory.take(probed.memory));
            Ok(inspect(&bytes, &inner.bounds.picture)?)
        });
        inspected.await?
    }

    /// How many renditions were made since the start.
    pub fn made(&self) -> u64 {
        self.inner.made.load(Ordering::Relaxed)
    }
}

impl Inner {
    async fn turn(&self) -> Result<OwnedSemaphorePermit, Error> {
        self.turns.clone().acquire_owned().await.map_err(|cause| Error::GivenUp(cause.to_string().into()))
    }

    /// Waits its turn, then makes one rendition. From there on it no longer needs anybody who waits.
    async fn make(inner: Arc<Inner>, key: Key, making: Making) -> Result<Bytes, Error> {
        let turn = inner.turn().await?;
        let begun = making.begin();
        let made = spawn_blocking(move || {
            let _begun = begun;
            let Key { id, rendition } = key;
            // It may have been kept between the first look and now.
            if let Some(kept) = Handle::current().block_on(inner.blobs.made(&id, &kept_name(&rendition)))? {
                return Ok(kept);
            }
            let made = inner.work(turn, &id, rendition.crop, &[rendition])?;
            made.into_iter().next().ok_or(Error::NoSuchRendition)
        });
        made.await?
    }

    /// Reads the original, makes these renditions of it and keeps them. Runs on a thread of its own
    /// and blocks it.
    fn work(
        &self,
        _turn: OwnedSemaphorePermit,
        id: &BlobId,
        crop: Crop,
        renditions: &[Rendition],
    ) -> Result<Vec<Bytes>, Error> {
        let runtime = Handle::current();
        let original = runtime.block_on(self.blobs.get(id))?;
        let probed = probe(&original, &self.bounds.picture)?;
        let _memory = runtime.block_on(self.memory.take(probed.memory));
        let wanted: Vec<(u32, Encoding)> =
            renditions.iter().map(|rendition| (rendition.width, rendition.encoding)).collect();
        let made = render(&original, &self.bounds.picture, crop, &wanted)?;
        let made: Vec<Bytes> = made.into_iter().map(Bytes::from).collect();
        for (rendition, bytes) in renditions.iter().zip(&made) {
            runtime.block_on(self.blobs.keep_made(id, &kept_name(rendition), bytes.clone()))?;
            self.made.fetch_add(1, Ordering::Relaxed);
        }
        Ok(made)
    }
}

fn kept_name(rendition: &Rendition) -> String {
    format!("{RECIPE}-{rendition}")
}

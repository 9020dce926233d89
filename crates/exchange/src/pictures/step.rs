//! The step itself: batch after batch until nothing can be asked for now.

use std::{sync::Arc, time::Duration};

use desk::{AskForPictures, Came, Desk, DeskError, TakePictures};
use domain::{Actor, AssetId, Authority};
use fetch::Fetcher;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use media::{Blobs, Renderer};
use store::{AwaitedPicture, Frame, Lease, PictureCounts, StoreError};

use super::{Pictures, hosts::Hosts, uploads::Uploads};

/// Pictures that are brought before what came of them is written.
const BATCH: i64 = 32;
/// Pictures that are brought at once.
const AT_ONCE: usize = 4;
/// Seconds for which whoever brings pictures is known to be at work, and how often that is said anew.
const LEASE_SECONDS: i64 = 2;
const RENEWED: Duration = Duration::from_millis(500);
/// How long to wait for another process that brings them.
const WAIT: Duration = Duration::from_millis(200);
/// How often a node looks whether there are any.
const LOOK: Duration = Duration::from_secs(5);
/// Refused pictures that a report names.
const MOST_NAMED: i64 = 10_000;

/// Where pictures come from and go to.
#[derive(Clone, Debug)]
pub struct Sources {
    /// Where their bytes are kept.
    pub blobs: Blobs,
    /// Looks at them.
    pub renderer: Renderer,
    /// Asks the old host; none where nothing may be asked for. What lies there alone stays awaited then.
    pub fetcher: Option<Fetcher>,
    /// A copy of the old site's folder of files.
    pub uploads: Option<Uploads>,
    /// The most bytes of a file.
    pub most_bytes: u64,
}

/// How far the step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PictureProgress {
    /// Pictures that are settled: here, or refused.
    pub settled: u64,
    /// Of those, the refused ones.
    pub refused: u64,
    /// All of them.
    pub all: u64,
}

impl From<PictureCounts> for PictureProgress {
    fn from(PictureCounts { here, awaited, refused }: PictureCounts) -> Self {
        Self { settled: here + refused, refused, all: here + refused + awaited }
    }
}

/// Why the step stopped. What came before stays, and the next run goes on.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A write failed.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// A picture cannot be kept.
    #[error("pictures cannot be kept: {0}; check the folder or the bucket of the pictures")]
    Media(#[from] media::Error),
    /// The runtime ends.
    #[error("the work was given up")]
    GivenUp,
}

/// Brings pictures of archives.
#[derive(Debug)]
pub struct PictureStep {
    pub(super) desk: Arc<Desk>,
    pub(super) sources: Sources,
    pub(super) hosts: Hosts,
    who: Authority,
    holder: String,
}

impl PictureStep {
    /// A step of this process.
    pub fn new(desk: Arc<Desk>, sources: Sources) -> Self {
        let holder = desk.world().uuid().to_string();
        let who = Authority::operator(Actor::Import);
        Self { desk, sources, hosts: Hosts::default(), who, holder }
    }

    pub(super) const fn most_bytes(&self) -> u64 {
        self.sources.most_bytes
    }

    /// Brings all pictures of `archives` that can be had now. What was refused or put off before is asked
    /// for once more. Another process that brings pictures is waited for.
    pub async fn run(
        &self,
        archives: &[String],
        progress: &mut (dyn FnMut(PictureProgress) + Send),
    ) -> Result<(), PictureError> {
        let counts = self.counts(archives).await?;
        if counts.awaited + counts.refused == 0 {
            return Ok(());
        }
        self.desk.run(&self.who, &AskForPictures { archives: archives.to_vec() }).await?;
        progress(self.counts(archives).await?.into());
        while self.has_work(archives).await? {
            if !self.turn(archives).await? {
                tokio::time::sleep(WAIT).await;
            }
            progress(self.counts(archives).await?.into());
        }
        Ok(())
    }

    /// Brings what is awaited of all archives whenever it may be asked for, until the future is dropped.
    /// What fails is told in the log and tried again.
    pub async fn keep_running(&self) {
        loop {
            match self.run_quietly().await {
                Ok(()) => {}
                Err(error) => {
                    tracing::warn!(%error, "pictures of an old site could not be brought; they are tried again")
                }
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn run_quietly(&self) -> Result<(), PictureError> {
        let mut worked = false;
        while self.has_work(&[]).await? {
            if !self.turn(&[]).await? {
                return Ok(());
            }
            worked = true;
        }
        if worked {
            let PictureCounts { here, awaited, refused } = self.counts(&[]).await?;
            tracing::info!(here, awaited, refused, "pictures of an old site were brought");
            self.hosts.forget();
        }
        Ok(())
    }

    /// What came of the pictures of archives so far.
    pub async fn report(&self, archives: &[String]) -> Result<Pictures, PictureError> {
        let mut snapshot = self.desk.store().snapshot().await?;
        let counts = snapshot.picture_counts(archives).await?;
        let refused = snapshot.refused_pictures(archives, MOST_NAMED).await?;
        snapshot.close().await?;
        Ok(Pictures::of(counts, refused))
    }

    async fn counts(&self, archives: &[String]) -> Result<PictureCounts, PictureError> {
        let mut snapshot = self.desk.store().snapshot().await?;
        let counts = snapshot.picture_counts(archives).await?;
        snapshot.close().await?;
        Ok(counts)
    }

    async fn has_work(&self, archives: &[String]) -> Result<bool, PictureError> {
        Ok(!self.awaited(archives, 1).await?.is_empty())
    }

    async fn awaited(&self, archives: &[String], limit: i64) -> Result<Vec<AwaitedPicture>, PictureError> {
        let mut snapshot = self.desk.store().snapshot().await?;
        let awaited = snapshot.awaited_pictures(archives, self.desk.world().now(), limit).await?;
        snapshot.close().await?;
        Ok(awaited)
    }

    async fn lease(&self) -> Result<Option<Lease>, PictureError> {
        Ok(self.desk.store().lease("pictures", &self.holder, LEASE_SECONDS).await?)
    }

    /// Says anew that this process is at work, until that fails.
    async fn keep_lease(&self) -> PictureError {
        loop {
            tokio::time::sleep(RENEWED).await;
            if let Err(error) = self.lease().await {
                return error;
            }
        }
    }

    /// Brings a batch; false where another process is at it.
    async fn turn(&self, archives: &[String]) -> Result<bool, PictureError> {
        let Some(lease) = self.lease().await? else { return Ok(false) };
        // Both go on at once: a write of the work that had to wait for the lease's would wait for ever.
        let done = tokio::select! {
            done = self.batch(archives) => done,
            failed = self.keep_lease() => Err(failed),
        };
        self.desk.store().give_back(&lease).await?;
        done.map(|()| true)
    }

    async fn batch(&self, archives: &[String]) -> Result<(), PictureError> {
        let awaited = self.awaited(archives, BATCH).await?;
        let frame = self.desk.store().frame();
        let brought = stream::iter(awaited).map(|picture| self.brought(picture, Arc::clone(&frame)));
        let pictures = brought.buffer_unordered(AT_ONCE).try_collect().await?;
        self.desk.run(&self.who, &TakePictures { pictures }).await?;
        Ok(())
    }

    async fn brought(
        &self,
        awaited: AwaitedPicture,
        frame: Arc<Frame>,
    ) -> Result<(AssetId, Came), PictureError> {
        let came = self.bring(&awaited, &frame).await?;
        Ok((awaited.picture.asset, came))
    }
}

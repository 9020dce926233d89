//! The follower that keeps the index: it reads the live revisions of what the journal's tags name,
//! and builds the index anew where that is not enough. Its bookmark lies in the index.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use domain::{BranchId, Sealed, Tag};
use store::{BoxFuture, Entry, Follower, Frame, LiveText, Pace, Position, Result, StoreError};

use crate::{
    mark::{Editions, FORM, Mark, open_editions},
    schema::Words,
    search::Search,
    shelf::{Shelf, ShelfError},
    words::Speech,
};

/// Articles that are read in one snapshot.
const PORTION: usize = 100;
/// The same, as the store counts.
const READ_AT_ONCE: i64 = 100;

/// What the follower knows of the index on disk.
#[derive(Debug)]
pub(crate) enum Known {
    /// Nothing yet, or nothing any more.
    Nothing,
    /// It is sound, and what it says of itself; its bookmark may lie behind this one, where what
    /// followed changed no article.
    Kept(Mark),
    /// It was made of other editions than are open now. What it holds may be read on.
    Outdated,
}

impl Follower for Search {
    fn name(&self) -> &'static str {
        "search"
    }

    fn pace(&self) -> Pace {
        Pace::OwnTime
    }

    fn bookmark(&self) -> BoxFuture<'_, Result<Option<Position>>> {
        Box::pin(async {
            let mut known = self.known.lock().await;
            if let Known::Kept(mark) = &*known {
                if self.shelf().is_some_and(|shelf| shelf.is_there()) {
                    return Ok(Some(mark.position));
                }
                *known = Known::Nothing;
            }
            if let Known::Nothing = *known {
                *known = self.open().await?;
            }
            match &*known {
                Known::Kept(mark) => Ok(Some(mark.position)),
                Known::Nothing | Known::Outdated => Ok(None),
            }
        })
    }

    fn follow<'a>(&'a self, entries: &'a [Entry]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mut known = self.known.lock().await;
            let before = std::mem::replace(&mut *known, Known::Nothing);
            let (Known::Kept(mark), Some(shelf), Some(last)) = (before, self.shelf(), entries.last()) else {
                return Ok(());
            };
            let mark = Mark { position: last.position, at: Some(last.at), ..mark };
            *known = match self.take_in(&shelf, entries, &mark).await {
                Ok(true) => Known::Kept(mark),
                Ok(false) => Known::Outdated,
                Err(error) => {
                    // Whether the index is to blame is seen when it is opened again.
                    shelf.give_up();
                    self.serve(None);
                    return Err(error);
                }
            };
            Ok(())
        })
    }

    fn rebuild(&self, position: Position) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let mut known = self.known.lock().await;
            let mark = self.build(position).await?;
            *known = Known::Nothing;
            self.exchange().await?;
            tracing::info!(editions = mark.editions.len(), "the search index is built");
            *known = Known::Kept(mark);
            Ok(())
        })
    }
}

impl Search {
    fn live_dir(&self) -> PathBuf {
        self.dir.join("index")
    }

    fn building_dir(&self) -> PathBuf {
        self.dir.join("building")
    }

    /// Opens the index on disk, if it can be followed on or at least be read.
    async fn open(&self) -> Result<Known> {
        self.serve(None);
        let dir = self.live_dir();
        let (shelf, mark) = match off_the_runtime(move || Shelf::open(&dir)).await {
            Ok(opened) => opened,
            Err(error) => {
                tracing::info!(%error, "there is no search index that can be used");
                return Ok(Known::Nothing);
            }
        };
        let snapshot = self.store.snapshot().await?;
        let (head, editions) = (snapshot.position(), open_editions(snapshot.frame()));
        snapshot.close().await?;
        let ahead = mark.position.epoch != head.epoch || mark.position.number > head.number;
        if ahead || !self.is_ours(&mark).await? {
            tracing::info!("the search index is of another database, or of another life of it");
            return Ok(Known::Nothing);
        }
        self.serve(Some(Arc::new(shelf)));
        Ok(if mark.editions == editions { Known::Kept(mark) } else { Known::Outdated })
    }

    /// Whether the journal tells of the bookmark's event what the mark tells. What it has
    /// forgotten cannot be told from what it never knew.
    async fn is_ours(&self, mark: &Mark) -> Result<bool> {
        let told = self.store.journal().moment_of(mark.position.number).await?;
        Ok(told.is_none() || told == mark.at)
    }

    /// Brings the index up to the mark by what entries name. False where other editions are open
    /// than it was made of.
    async fn take_in(&self, shelf: &Arc<Shelf>, entries: &[Entry], mark: &Mark) -> Result<bool> {
        let tags = entries.iter().flat_map(|entry| &entry.event.tags);
        let named: BTreeSet<BranchId> = tags
            .filter_map(|tag| match tag {
                Tag::Branch(branch) => Some(*branch),
                _ => None,
            })
            .collect();
        let named: Vec<_> = named.into_iter().collect();
        // Without a branch too: the event may be an edition's.
        for portion in named.chunks(PORTION).chain(named.is_empty().then_some(&[][..])) {
            let mut snapshot = self.store.snapshot().await?;
            if open_editions(snapshot.frame()) != mark.editions {
                return Ok(false);
            }
            let texts = snapshot.live_texts(portion).await?;
            snapshot.close().await?;
            let (shelf, gone, come) = (Arc::clone(shelf), portion.to_vec(), self.seen(texts, &mark.editions));
            self.blocking(move || shelf.replace(&gone, &come)).await?;
        }
        // What changes no article moves the bookmark in memory alone, and is read again after a start.
        if !named.is_empty() {
            let (shelf, mark) = (Arc::clone(shelf), mark.clone());
            self.blocking(move || shelf.commit(&mark)).await?;
        }
        Ok(true)
    }

    /// Builds an index beside the one that is served. `position` was the journal's before the
    /// first article is read: what changes meanwhile is followed afterwards.
    async fn build(&self, position: Position) -> Result<Mark> {
        let dir = self.building_dir();
        let made = self.blocking(move || {
            remove(&dir)?;
            std::fs::create_dir_all(&dir)?;
            Shelf::create(&dir)
        });
        let shelf = Arc::new(made.await?);
        let at = self.store.journal().moment_of(position.number).await?;
        let frame = self.frame().await?;
        let editions = open_editions(&frame);
        let mark = Mark { form: FORM, position, at, editions };
        let mut after = None;
        loop {
            let mut snapshot = self.store.snapshot().await?;
            let (texts, next) = snapshot.live_texts_after(after, READ_AT_ONCE).await?;
            snapshot.close().await?;
            let (filled, come) = (Arc::clone(&shelf), self.seen(texts, &mark.editions));
            self.blocking(move || filled.replace(&[], &come)).await?;
            match next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        let written = mark.clone();
        self.blocking(move || {
            shelf.commit(&written)?;
            shelf.close()
        })
        .await?;
        Ok(mark)
    }

    /// Puts the index that was built into the place of the one that is served.
    async fn exchange(&self) -> Result<()> {
        if let Some(old) = self.shelf() {
            old.give_up();
        }
        let (building, live) = (self.building_dir(), self.live_dir());
        // Readers go on in the old files until they are answered from the new ones. A node that is
        // killed in between has no index, and builds one.
        let opened = self.blocking(move || {
            remove(&live)?;
            std::fs::rename(&building, &live)?;
            Shelf::open(&live)
        });
        self.serve(Some(Arc::new(opened.await?.0)));
        Ok(())
    }

    /// What the eye lets readers see of texts, with the language that it is read in.
    fn seen(&self, texts: Vec<Sealed<LiveText>>, editions: &Editions) -> Vec<(Speech, Words)> {
        let now = (self.now)();
        let shown = texts.into_iter().filter_map(|text| text.for_readers(now).ok());
        let words = shown.filter_map(|text| {
            let speech = Speech::of(editions.get(&text.edition)?);
            Some((speech, Words::from(text.into_inner())))
        });
        words.collect()
    }

    async fn frame(&self) -> Result<Arc<Frame>> {
        let snapshot = self.store.snapshot().await?;
        let frame = Arc::clone(snapshot.frame());
        snapshot.close().await?;
        Ok(frame)
    }

    /// Does what waits for the disk, off the runtime.
    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> std::result::Result<T, ShelfError> + Send + 'static,
    ) -> Result<T> {
        off_the_runtime(work).await.map_err(|error| StoreError::File {
            path: self.dir.clone(),
            source: std::io::Error::other(error),
        })
    }
}

/// A panic over damaged files is an error like others.
async fn off_the_runtime<T: Send + 'static>(
    work: impl FnOnce() -> std::result::Result<T, ShelfError> + Send + 'static,
) -> std::result::Result<T, ShelfError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|panic| Err(ShelfError::Unsound(panic.to_string())))
}

/// Removes a folder that may be missing.
fn remove(dir: &Path) -> std::io::Result<()> {
    match std::fs::remove_dir_all(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

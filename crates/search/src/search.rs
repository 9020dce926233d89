//! The search of a node: the index that is open just now, asked off the runtime, by so many at
//! once and no more.

use std::{
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock},
};

use domain::{BranchId, Edition, Moment};
use store::Store;
use tokio::sync::{Mutex, OwnedSemaphorePermit, Semaphore};

use crate::{error::SearchError, keeper::Known, question::Question, shelf::Shelf, words::Speech};

/// The present moment, from whoever wires the search.
pub type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Searches at once. Each holds a snapshot while its page is made, of which SQLite has eight.
const AT_ONCE: usize = 4;

/// The full-text index of a node, and the follower that keeps it. It lies in the data folder and
/// is nobody else's; what it holds can be had again from the store at any time.
pub struct Search {
    pub(crate) store: Arc<Store>,
    pub(crate) dir: PathBuf,
    pub(crate) now: Clock,
    shelf: RwLock<Option<Arc<Shelf>>>,
    turns: Arc<Semaphore>,
    pub(crate) known: Mutex<Known>,
}

/// What is looked for: the words, and which part of what is found.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// In whose articles.
    pub edition: &'a Edition,
    /// As it was typed.
    pub text: &'a str,
    /// How many hits are left out before the first.
    pub from: usize,
    /// How many are wanted.
    pub hits: usize,
    /// How many can be seen at all, by any `from`.
    pub most: usize,
}

/// What was found.
#[derive(Debug)]
pub struct Found {
    /// What was asked, for marking it.
    pub question: Question,
    /// Of the hits, the ones wanted, the best first. Whoever shows them asks the eye.
    pub branches: Vec<BranchId>,
    /// How many hits there are, at most as many as can be seen.
    pub total: usize,
    /// Whether there were more than those.
    pub more: bool,
    /// Held until the page is made.
    _turn: OwnedSemaphorePermit,
}

impl std::fmt::Debug for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Search").field("dir", &self.dir).finish_non_exhaustive()
    }
}

impl Search {
    /// The search of a store, its index in the folder `dir`. Nothing is opened yet: until
    /// the journal's first turn every search is [`SearchError::Away`].
    pub fn new(store: Arc<Store>, dir: PathBuf, now: Clock) -> Self {
        Self {
            store,
            dir,
            now,
            shelf: RwLock::new(None),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            known: Mutex::new(Known::Nothing),
        }
    }

    /// What the index holds of what is asked.
    ///
    /// # Errors
    /// There is no index that can be read, or too many are asking.
    pub async fn find(&self, asked: Asked<'_>) -> Result<Found, SearchError> {
        let turn = Arc::clone(&self.turns).try_acquire_owned().map_err(|_| SearchError::Busy)?;
        let shelf = self.shelf().ok_or(SearchError::Away)?;
        let question = Question::of(Speech::of(&asked.edition.locale), asked.text);
        let (edition, now, limit) = (asked.edition.code.clone(), (self.now)(), asked.most.saturating_add(1));
        let looking = {
            let (shelf, question) = (Arc::clone(&shelf), question.clone());
            tokio::task::spawn_blocking(move || shelf.find(&question, &edition, now, limit))
        };
        let mut branches = match looking.await {
            Ok(Ok(branches)) => branches,
            Ok(Err(error)) => return Err(self.doubt(&shelf, &error)),
            // Damaged files are read as they are, and Tantivy panics at some.
            Err(panic) => return Err(self.doubt(&shelf, &panic)),
        };
        let more = branches.len() > asked.most;
        branches.truncate(asked.most);
        let total = branches.len();
        let branches = branches.into_iter().skip(asked.from).take(asked.hits).collect();
        Ok(Found { question, branches, total, more, _turn: turn })
    }

    /// The index that readers are answered from.
    pub(crate) fn shelf(&self) -> Option<Arc<Shelf>> {
        self.shelf.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Answers readers from another index from now on, or from none.
    pub(crate) fn serve(&self, shelf: Option<Arc<Shelf>>) -> Option<Arc<Shelf>> {
        std::mem::replace(&mut *self.shelf.write().unwrap_or_else(PoisonError::into_inner), shelf)
    }

    /// An index that could not answer is taken away; the follower checks it at its next turn.
    fn doubt(&self, shelf: &Arc<Shelf>, error: &dyn std::fmt::Display) -> SearchError {
        tracing::warn!(%error, "the search index could not be read; it is checked");
        let mut serving = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        if serving.as_ref().is_some_and(|serving| Arc::ptr_eq(serving, shelf)) {
            *serving = None;
        }
        SearchError::Away
    }
}

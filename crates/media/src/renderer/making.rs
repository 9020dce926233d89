//! What is being made, so that nothing is made twice at once and no more than may be.
//!
//! A making stands in the table from its first want to its end. One that still waits its turn
//! leaves when the last who wants it hangs up; one that has begun stays to its end.

use crate::{Error, Rendition};
use bytes::Bytes;
use domain::BlobId;
use futures_util::{
    FutureExt as _,
    future::{BoxFuture, Shared},
};
use std::{
    collections::{HashMap, hash_map::Entry},
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
};

/// What is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) id: BlobId,
    pub(super) rendition: Rendition,
}

type Outcome = Result<Bytes, Error>;

#[derive(Debug)]
struct Entered {
    outcome: Shared<BoxFuture<'static, Outcome>>,
    wanted_by: usize,
    begun: bool,
}

#[derive(Debug, Default)]
struct Table {
    entries: Mutex<HashMap<Key, Entered>>,
}

impl Table {
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Entered>> {
        // Whoever panicked under the lock left a whole table: each change is one step.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Debug)]
pub(super) struct Makings {
    table: Arc<Table>,
    most: usize,
}

/// A making that waits its turn.
pub(super) struct Making {
    table: Arc<Table>,
    key: Key,
}

/// A making that has begun; it leaves the table when this is dropped.
pub(super) struct Begun {
    table: Arc<Table>,
    key: Key,
}

/// One who wants what is made.
#[derive(Debug)]
pub(super) struct Wanting {
    table: Arc<Table>,
    key: Key,
    outcome: Shared<BoxFuture<'static, Outcome>>,
}

impl Makings {
    pub(super) fn new(most: usize) -> Makings {
        Makings { table: Arc::default(), most }
    }

    /// Wants what is made under this key; `make` is asked only if nobody makes it yet.
    ///
    /// # Errors
    /// [`Error::Busy`].
    pub(super) fn join<F>(&self, key: Key, make: impl FnOnce(Making) -> F) -> Result<Wanting, Error>
    where
        F: Future<Output = Outcome> + Send + 'static,
    {
        let mut entries = self.table.lock();
        let full = entries.len() >= self.most;
        let entered = match entries.entry(key) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(_) if full => return Err(Error::Busy),
            Entry::Vacant(place) => {
                let making = Making { table: self.table.clone(), key };
                let outcome = make(making).boxed().shared();
                place.insert(Entered { outcome, wanted_by: 0, begun: false })
            }
        };
        entered.wanted_by += 1;
        Ok(Wanting { table: self.table.clone(), key, outcome: entered.outcome.clone() })
    }

    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.table.lock().len()
    }

    #[cfg(test)]
    pub(super) fn wanted(&self, key: &Key) -> usize {
        self.table.lock().get(key).map_or(0, |entered| entered.wanted_by)
    }
}

impl Making {
    /// From now on it goes to its end, whoever hangs up.
    pub(super) fn begin(self) -> Begun {
        if let Some(entered) = self.table.lock().get_mut(&self.key) {
            entered.begun = true;
        }
        Begun { table: self.table, key: self.key }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        let gone = self.table.lock().remove(&self.key);
        // Outside the lock: what is dropped here may drop more.
        drop(gone);
    }
}

impl Future for Wanting {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Outcome> {
        self.outcome.poll_unpin(context)
    }
}

impl Drop for Wanting {
    fn drop(&mut self) {
        let mut entries = self.table.lock();
        let Entry::Occupied(mut entry) = entries.entry(self.key) else { return };
        // The entry of a later making under the same key is not ours.
        if !entry.get().outcome.ptr_eq(&self.outcome) {
            return;
        }
        entry.get_mut().wanted_by -= 1;
        if entry.get().wanted_by == 0 && !entry.get().begun {
            let gone = entry.remove();
            drop(entries);
            drop(gone);
        }
    }
}

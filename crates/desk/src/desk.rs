//! The walk that every use case takes.

use std::{future::Future, sync::Arc};

use domain::{Authority, Moment};
use locale::Messages;
use store::{Changes, Frame, Position, Store, StoreError, WriteTx};

use crate::{
    error::{DeskError, Result},
    world::World,
};

/// How often a use case is begun before a conflict with others is told to its caller.
const TRIES: u32 = 3;

/// What a decision may look at besides what was read.
pub struct Context<'a> {
    /// Who does it.
    pub who: &'a Authority,
    /// When.
    pub now: Moment,
    /// New ids.
    pub world: &'a dyn World,
    /// The frame, locked against change.
    pub frame: &'a Frame,
    /// The messages of all languages.
    pub messages: &'a Messages,
}

/// What a use case decided.
#[derive(Debug)]
pub struct Decision<T> {
    /// What is written.
    pub changes: Changes,
    /// What the caller is told.
    pub done: T,
}

/// What came of a use case, after it was written and settled.
#[derive(Debug)]
pub struct Outcome<T> {
    /// What the caller is told.
    pub done: T,
    /// The journal's position after it.
    pub position: Position,
}

/// Something that can be done.
pub trait UseCase: Sync {
    /// What it reads under locks.
    type Seen: Send;
    /// What it tells its caller.
    type Done: Send;

    /// Whether it changes the frame, and so must be alone with it.
    const CHANGES_FRAME: bool = false;

    /// Reads under locks.
    fn read(&self, tx: &mut WriteTx) -> impl Future<Output = Result<Self::Seen>> + Send;

    /// Asks for its permit and decides. Pure: the same from the same.
    fn decide(&self, seen: Self::Seen, cx: &Context<'_>) -> Result<Decision<Self::Done>>;
}

/// Does use cases on a store.
pub struct Desk {
    store: Arc<Store>,
    world: Arc<dyn World>,
    messages: Arc<Messages>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("store", &self.store).finish_non_exhaustive()
    }
}

impl Desk {
    /// A desk on a store.
    pub fn new(store: Arc<Store>, world: Arc<dyn World>, messages: Arc<Messages>) -> Self {
        Self { store, world, messages }
    }

    /// The store beneath.
    pub const fn store(&self) -> &Arc<Store> {
        &self.store
    }

    /// The clock and the ids.
    pub fn world(&self) -> &dyn World {
        self.world.as_ref()
    }

    /// The messages of all languages.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Reads, decides, writes, settles. When it returns, every later request to this node
    /// sees what was done. What PostgreSQL undid in favour of another transaction is done
    /// again from its beginning: nothing of it was written, and deciding is pure.
    pub async fn run<C: UseCase>(&self, who: &Authority, case: &C) -> Result<Outcome<C::Done>> {
        for _ in 1..TRIES {
            match self.run_once(who, case).await {
                Err(DeskError::Store(StoreError::Contended(_))) => {}
                outcome => return outcome,
            }
        }
        self.run_once(who, case).await
    }

    async fn run_once<C: UseCase>(&self, who: &Authority, case: &C) -> Result<Outcome<C::Done>> {
        let tx = if C::CHANGES_FRAME { self.store.begin_frame().await? } else { self.store.begin().await? };
        self.run_in(tx, who, case).await
    }

    /// The same in a transaction that was begun, for the clerk's lease.
    pub(crate) async fn run_in<C: UseCase>(
        &self,
        mut tx: WriteTx,
        who: &Authority,
        case: &C,
    ) -> Result<Outcome<C::Done>> {
        let seen = case.read(&mut tx).await?;
        let frame = Arc::clone(tx.frame());
        let now = self.world.now();
        let cx = Context { who, now, world: self.world.as_ref(), frame: &frame, messages: &self.messages };
        let Decision { changes, done } = case.decide(seen, &cx)?;
        let position = tx.commit(&changes, now, &who.actor).await?;
        self.store.settle(position).await?;
        Ok(Outcome { done, position })
    }
}

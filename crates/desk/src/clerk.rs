//! The clerk turns moments that have come into changes, once each, by whichever node
//! holds the lease; and carries sections to their new parents.

use std::{sync::Arc, time::Duration};

use domain::{Action, Actor, Authority, BranchId, MoveError};
use store::{AgendaChange, AgendaKind, BranchState, Changes, DueRow, Lease, MoveStep, StoreError, WriteTx};

use crate::{
    desk::{Context, Decision, Desk, UseCase},
    error::{DeskError, Result},
    seen::BranchSeen,
    visibility::{self, Turn, card_of},
};

/// How often the clerk looks whether something is due.
const TICK: Duration = Duration::from_millis(250);
/// How long a lease holds without being renewed.
const LEASE_SECONDS: i64 = 5;
/// Rows turned before the lease is renewed.
const BATCH: i64 = 50;
/// How long one portion of a section's move may hold the write.
const PORTION: Duration = Duration::from_millis(20);
/// Ticks between two looks for journal entries past their keeping: about an hour.
const FORGET_EVERY: u32 = 14_400;

/// What a turn of the clerk did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// Agenda rows turned into changes.
    pub done: usize,
    /// Agenda rows that failed and were parked.
    pub parked: usize,
    /// Whether a section is still on its way.
    pub moving: bool,
}

/// Does what is due.
#[derive(Debug)]
pub struct Clerk {
    desk: Arc<Desk>,
    holder: String,
}

impl Clerk {
    /// A clerk of this process.
    pub fn new(desk: Arc<Desk>) -> Self {
        let holder = desk.world().uuid().to_string();
        Self { desk, holder }
    }

    /// Works until the future is dropped. What fails is told in the log and tried at the next tick.
    pub async fn run(&self) {
        let mut ticks = 0_u32;
        loop {
            let pause = match self.turn().await {
                Ok(turned) if turned.moving => PORTION,
                Ok(_) => TICK,
                Err(error) => {
                    tracing::warn!(%error, "the clerk could not do what is due; it tries again");
                    TICK
                }
            };
            if ticks.is_multiple_of(FORGET_EVERY)
                && let Err(error) = self.desk.store().forget(self.desk.world().now(), 10_000).await
            {
                tracing::warn!(%error, "old journal entries could not be removed");
            }
            ticks = ticks.wrapping_add(1);
            tokio::time::sleep(pause).await;
        }
    }

    /// Does all that is due now, if this clerk gets the lease.
    pub async fn turn(&self) -> Result<Turned> {
        let mut turned = Turned::default();
        let store = self.desk.store();
        loop {
            let due = store.due(self.desk.world().now(), BATCH).await?;
            let moving = store.has_move().await?;
            if due.is_empty() && !moving {
                return Ok(turned);
            }
            let Some(lease) = store.lease("clerk", &self.holder, LEASE_SECONDS).await? else {
                return Ok(turned);
            };
            for row in &due {
                self.turn_row(&lease, row, &mut turned).await?;
            }
            if moving {
                turned.moving =
                    store.step_move(&lease, self.desk.world().now(), PORTION).await? != MoveStep::Idle;
                return Ok(turned);
            }
        }
    }

    async fn turn_row(&self, lease: &Lease, row: &DueRow, turned: &mut Turned) -> Result<()> {
        let who = Authority::operator(row.actor.by_clerk());
        let mut tx = self.desk.store().begin().await?;
        tx.check_lease(lease).await?;
        match self.desk.run_in(tx, &who, &DueCame { branch: row.branch, kind: row.kind }).await {
            Ok(_) => turned.done += 1,
            Err(DeskError::Store(
                error @ (StoreError::Unreachable(_)
                | StoreError::CannotWrite(_)
                | StoreError::LeaseLost(_)
                | StoreError::Contended(_)),
            )) => {
                return Err(error.into());
            }
            Err(error) => {
                tracing::error!(branch = %row.branch, kind = ?row.kind, %error, "a row of the agenda is parked");
                self.desk.store().park(row, &error.to_string()).await?;
                turned.parked += 1;
            }
        }
        Ok(())
    }
}

/// A moment of a branch has come.
struct DueCame {
    branch: BranchId,
    kind: AgendaKind,
}

impl UseCase for DueCame {
    type Seen = BranchSeen;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<()>> {
        let before = &seen.state.branch;
        let (action, moved) = match self.kind {
            AgendaKind::Publish => (Action::Publish, before.clone().due_came(cx.now)),
            AgendaKind::Expire => (Action::Withdraw, before.clone().expired(cx.now)),
        };
        let permit = seen.permit(cx.who, action, cx.frame)?;
        let branch = match moved {
            Ok(branch) => branch,
            // It was taken back or put off between the look and the lock.
            Err(MoveError::NothingDue | MoveError::NotLive) => return Ok(self.settle_agenda(&seen)),
            Err(error) => return Err(error.into()),
        };
        let (card_after, name) = match self.kind {
            AgendaKind::Publish => (seen.open_due(&permit).as_ref().map(card_of), "branch.published"),
            AgendaKind::Expire => (None, "branch.expired"),
        };
        let after =
            BranchState { branch, began_by: seen.state.began_by.clone(), due_by: seen.state.due_by.clone() };
        let by = seen.state.due_by.as_ref().unwrap_or(&seen.state.began_by);
        let turn =
            Turn { before: Some(before), card_before: seen.card.as_ref(), after: &after, card_after, by };
        Ok(Decision { changes: visibility::turn(turn, cx.frame, name), done: () })
    }
}

impl DueCame {
    /// Makes the agenda say what the branch says.
    fn settle_agenda(&self, seen: &BranchSeen) -> Decision<()> {
        let branch = &seen.state.branch;
        let moment = match self.kind {
            AgendaKind::Publish => branch.due_at(),
            AgendaKind::Expire => branch.live_revision().and(branch.expires),
        };
        let actor: Actor = seen.state.due_by.clone().unwrap_or_else(|| seen.state.began_by.clone());
        let row = AgendaChange { kind: self.kind, branch: branch.id, due: moment.map(|m| (m, actor)) };
        Decision { changes: Changes { agenda: vec![row], ..Changes::default() }, done: () }
    }
}

//! A branch is taken from readers: its address answers 410.

use domain::{Action, BranchId, Withdrawal};
use store::WriteTx;

use super::state_of;
use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
    seen::BranchSeen,
    visibility::{self, Turn},
};

/// Withdraws a live branch.
#[derive(Clone, Copy, Debug)]
pub struct Withdraw {
    /// Which.
    pub branch: BranchId,
    /// Why.
    pub reason: Withdrawal,
}

impl UseCase for Withdraw {
    type Seen = BranchSeen;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<()>> {
        seen.permit(cx.who, Action::Withdraw, cx.frame)?;
        let before = &seen.state.branch;
        let mut after = state_of(&seen, before.clone().withdrawn(self.reason)?);
        after.due_by = None;
        let turn = Turn {
            before: Some(before),
            card_before: seen.card.as_ref(),
            after: &after,
            card_after: None,
            by: &cx.who.actor,
        };
        let changes = visibility::turn(turn, cx.frame, "branch.withdrawn");
        Ok(Decision { changes, done: () })
    }
}

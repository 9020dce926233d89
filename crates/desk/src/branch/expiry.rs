//! Until when readers see a branch.

use domain::{Action, BranchId, Moment};
use store::WriteTx;

use super::state_of;
use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
    seen::BranchSeen,
    visibility::{self, Turn},
};

/// Sets or lifts the expiry. The eye refuses from that moment on; the clerk then withdraws.
#[derive(Clone, Copy, Debug)]
pub struct SetExpiry {
    /// Of which branch.
    pub branch: BranchId,
    /// When; none lifts it.
    pub at: Option<Moment>,
}

impl UseCase for SetExpiry {
    type Seen = BranchSeen;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<()>> {
        seen.permit(cx.who, Action::SetExpiry, cx.frame)?;
        let before = &seen.state.branch;
        let after = state_of(&seen, before.clone().expiring(self.at, cx.now)?);
        let card_after = seen.card.clone();
        let turn = Turn {
            before: Some(before),
            card_before: seen.card.as_ref(),
            after: &after,
            card_after,
            by: &cx.who.actor,
        };
        let changes = visibility::turn(turn, cx.frame, "branch.expiry_set");
        Ok(Decision { changes, done: () })
    }
}

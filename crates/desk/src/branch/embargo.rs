//! Nothing of a branch goes live before its embargo ends.

use domain::{Action, BranchId, Moment};
use store::WriteTx;

use super::state_of;
use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
    seen::BranchSeen,
    visibility::{self, Turn},
};

/// Sets or lifts an embargo; refused on a live branch.
#[derive(Clone, Copy, Debug)]
pub struct SetEmbargo {
    /// On which branch.
    pub branch: BranchId,
    /// Until when; none lifts it.
    pub until: Option<Moment>,
}

impl UseCase for SetEmbargo {
    type Seen = BranchSeen;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<()>> {
        seen.permit(cx.who, Action::Embargo, cx.frame)?;
        let before = &seen.state.branch;
        let after = state_of(&seen, before.clone().embargoed(self.until, cx.now)?);
        let turn = Turn {
            before: Some(before),
            card_before: None,
            after: &after,
            card_after: None,
            by: &cx.who.actor,
        };
        let changes = visibility::turn(turn, cx.frame, "branch.embargoed");
        Ok(Decision { changes, done: () })
    }
}

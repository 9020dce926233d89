//! Where the work on a branch stands: draft, in review, ready.

use domain::{Action, BranchId, Stage};
use store::{Changes, Event, Milestone, WriteTx};

use super::{check_version, cut, state_of};
use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
    seen::BranchSeen,
};

/// Submits a draft for review, calls a text ready, or takes either back.
#[derive(Clone, Copy, Debug)]
pub struct SetStage {
    /// Of which branch.
    pub branch: BranchId,
    /// The version that was seen.
    pub version: i64,
    /// Where it goes.
    pub to: Stage,
}

impl UseCase for SetStage {
    type Seen = BranchSeen;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<()>> {
        let (action, milestone, name) = match self.to {
            Stage::Draft => (Action::Submit, None, "branch.taken_back"),
            Stage::InReview => (Action::Submit, Some(Milestone::Submitted), "branch.submitted"),
            Stage::Ready => (Action::MarkReady, Some(Milestone::Ready), "branch.ready"),
        };
        let permit = seen.permit(cx.who, action, cx.frame)?;
        let before = &seen.state.branch;
        check_version(before, self.version)?;
        let after = before.clone().staged(self.to)?;
        if after == *before {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        let content = seen.open_copy(&permit).ok_or(domain::MoveError::NoWork)?;
        let revisions = milestone.map(|milestone| cut(&seen, cx, milestone, content)).into_iter().collect();
        let changes = Changes {
            branches: vec![state_of(&seen, after)],
            revisions,
            events: vec![Event::of(name, before.id, Vec::new())],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

//! Work begins on a branch that has none, or is given up.

use domain::{Action, BranchId, MoveError};
use store::{Changes, CopyChange, Event, Milestone, WriteTx};

use super::{cut, state_of};
use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
    seen::BranchSeen,
};

/// Opens a branch for editing: its working copy begins as what is scheduled, else as what
/// is live. Where work goes on already, it tells the present version.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    /// Which.
    pub branch: BranchId,
}

/// Gives up the working copy. Its text stays as a revision.
#[derive(Clone, Copy, Debug)]
pub struct DropDraft {
    /// Of which branch.
    pub branch: BranchId,
}

impl UseCase for Open {
    type Seen = BranchSeen;
    /// The working copy's version.
    type Done = i64;

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<i64>> {
        let permit = seen.permit(cx.who, Action::Save, cx.frame)?;
        let before = &seen.state.branch;
        if let Some(work) = before.work {
            return Ok(Decision { changes: Changes::default(), done: work.version });
        }
        let base = before.due.as_ref().map(|due| due.revision).or(before.live_revision());
        let content = seen.open_due(&permit).or_else(|| seen.open_live(&permit)).unwrap_or_default();
        let after = before.clone().start_work(base, seen.last_version);
        let version = after.work.map(|w| w.version).ok_or(MoveError::NoWork)?;
        let copy = CopyChange::Put {
            branch: before.id,
            version,
            at: cx.now,
            actor: cx.who.actor.clone(),
            content: Box::new(content),
        };
        let changes = Changes {
            branches: vec![state_of(&seen, after)],
            copies: vec![copy],
            events: vec![Event::of("branch.opened", before.id, Vec::new())],
            ..Changes::default()
        };
        Ok(Decision { changes, done: version })
    }
}

impl UseCase for DropDraft {
    type Seen = BranchSeen;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<()>> {
        let permit = seen.permit(cx.who, Action::DropDraft, cx.frame)?;
        let before = &seen.state.branch;
        let content = seen.open_copy(&permit).ok_or(MoveError::NoWork)?;
        let changes = Changes {
            branches: vec![state_of(&seen, before.clone().dropped()?)],
            revisions: vec![cut(&seen, cx, Milestone::Dropped, content)],
            copies: vec![CopyChange::End(before.id)],
            events: vec![Event::of("branch.draft_dropped", before.id, Vec::new())],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

//! The working copy is pinned as a revision that goes live at a moment to come; or that
//! is taken back.

use domain::{Action, BranchId, Due, Moment, RevisionId, Typed};
use store::{BranchState, CopyChange, Milestone, WriteTx};

use super::{check_publishable, check_version, cut, state_of};
use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
    seen::BranchSeen,
    visibility::{self, Turn},
};

/// When a revision goes live.
#[derive(Clone, Debug)]
pub enum When {
    /// At a moment.
    At(Moment),
    /// At a local time; one in a gap, or in an overlap without a fold, is refused.
    Local(Typed),
}

/// Schedules the working copy.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// Of which branch.
    pub branch: BranchId,
    /// The version that was seen.
    pub version: i64,
    /// When it goes live.
    pub when: When,
}

/// Takes back what is scheduled.
#[derive(Clone, Copy, Debug)]
pub struct Unschedule {
    /// On which branch.
    pub branch: BranchId,
}

impl UseCase for Schedule {
    type Seen = BranchSeen;
    type Done = RevisionId;

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<RevisionId>> {
        let permit = seen.permit(cx.who, Action::Schedule, cx.frame)?;
        let before = &seen.state.branch;
        check_version(before, self.version)?;
        let (moment, typed) = match &self.when {
            When::At(moment) => (*moment, None),
            When::Local(typed) => (typed.zone.resolve(typed.local, typed.fold)?, Some(typed.clone())),
        };
        let content = seen.open_copy(&permit).ok_or(domain::MoveError::NoWork)?;
        check_publishable(&content)?;
        let revision = cut(&seen, cx, Milestone::Scheduled, content);
        let branch = before.clone().scheduled(Due { revision: revision.id, moment, typed }, cx.now)?;
        let began_by = seen.state.began_by.clone();
        let after = BranchState { branch, began_by, due_by: Some(cx.who.actor.clone()) };
        let card_after = seen.card.clone();
        let turn = Turn {
            before: Some(before),
            card_before: seen.card.as_ref(),
            after: &after,
            card_after,
            by: &cx.who.actor,
        };
        let mut changes = visibility::turn(turn, cx.frame, "branch.scheduled");
        let done = revision.id;
        changes.revisions.push(revision);
        changes.copies.push(CopyChange::End(before.id));
        Ok(Decision { changes, done })
    }
}

impl UseCase for Unschedule {
    type Seen = BranchSeen;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<()>> {
        let permit = seen.permit(cx.who, Action::Schedule, cx.frame)?;
        let before = &seen.state.branch;
        let pinned = seen.open_due(&permit).ok_or(domain::MoveError::NothingDue)?;
        let branch = before.clone().unscheduled(seen.last_version)?;
        let mut after = state_of(&seen, branch);
        after.due_by = None;
        let card_after = seen.card.clone();
        let turn = Turn {
            before: Some(before),
            card_before: seen.card.as_ref(),
            after: &after,
            card_after,
            by: &cx.who.actor,
        };
        let mut changes = visibility::turn(turn, cx.frame, "branch.unscheduled");
        if let (None, Some(work)) = (before.work, after.branch.work) {
            changes.copies.push(CopyChange::Put {
                branch: before.id,
                version: work.version,
                at: cx.now,
                actor: cx.who.actor.clone(),
                content: Box::new(pinned),
            });
        }
        Ok(Decision { changes, done: () })
    }
}

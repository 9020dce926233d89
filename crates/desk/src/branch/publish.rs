//! The working copy goes live: at once, or under an embargo when that ends.

use domain::{Action, BranchId, Change, CorrectionId, RevisionId};
use store::{BranchState, CopyChange, Milestone, NewCorrection, WriteTx};

use super::{check_publishable, check_version, cut};
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
    seen::BranchSeen,
    visibility::{self, Turn, card_of},
};

/// Publishes the working copy.
#[derive(Clone, Copy, Debug)]
pub struct Publish {
    /// Of which branch.
    pub branch: BranchId,
    /// The version that was seen.
    pub version: i64,
    /// Whether readers are told of an update. Corrections go through [`Correct`].
    pub update: bool,
}

/// Publishes the working copy as a correction, with its note.
#[derive(Clone, Debug)]
pub struct Correct {
    /// Of which branch; it must be live.
    pub branch: BranchId,
    /// The version that was seen.
    pub version: i64,
    /// What was wrong, in the words of the edition.
    pub note: String,
}

impl UseCase for Publish {
    type Seen = BranchSeen;
    type Done = RevisionId;

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<RevisionId>> {
        let change = if self.update { Change::Update } else { Change::Silent };
        publish(&seen, self.version, Action::Publish, change, cx)
    }
}

impl UseCase for Correct {
    type Seen = BranchSeen;
    type Done = RevisionId;

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<RevisionId>> {
        if seen.state.branch.live_revision().is_none() {
            return Err(domain::MoveError::NotLive.into());
        }
        if self.note.trim().is_empty() {
            return Err(Refusal::NoNote.into());
        }
        if self.note.contains('\0') {
            return Err(Refusal::Nul("the correction's note").into());
        }
        let edition = seen.state.branch.edition.clone();
        let mut decision = publish(&seen, self.version, Action::Correct, Change::Correction, cx)?;
        decision.changes.corrections.push(NewCorrection {
            id: CorrectionId::new(cx.world.uuid()),
            branch: self.branch,
            edition,
            at: cx.now,
            revision: decision.done,
            note: self.note.clone(),
        });
        Ok(decision)
    }
}

fn publish(
    seen: &BranchSeen,
    version: i64,
    action: Action,
    change: Change,
    cx: &Context<'_>,
) -> Result<Decision<RevisionId>> {
    let permit = seen.permit(cx.who, action, cx.frame)?;
    let before = &seen.state.branch;
    check_version(before, version)?;
    let content = seen.open_copy(&permit).ok_or(domain::MoveError::NoWork)?;
    check_publishable(&content)?;
    let card = card_of(&content);
    let revision = cut(seen, cx, Milestone::Published, content);
    let branch = before.clone().published(revision.id, cx.now, change)?;
    let live = branch.live_revision() == Some(revision.id);
    let due_by = branch.due.as_ref().map(|_| cx.who.actor.clone());
    let after = BranchState { branch, began_by: seen.state.began_by.clone(), due_by };
    let name = if live { "branch.published" } else { "branch.scheduled" };
    let card_after = if live { Some(card) } else { seen.card.clone() };
    let turn = Turn {
        before: Some(before),
        card_before: seen.card.as_ref(),
        after: &after,
        card_after,
        by: &cx.who.actor,
    };
    let mut changes = visibility::turn(turn, cx.frame, name);
    let done = revision.id;
    changes.revisions.push(revision);
    changes.copies.push(CopyChange::End(before.id));
    Ok(Decision { changes, done })
}

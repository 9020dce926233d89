//! A branch goes into other sections. What is live is told at once, by a revision of its
//! own; work and schedule keep their texts and get the same sections.

use domain::{Action, BranchId, Change, SectionId};
use store::{Changes, Content, CopyChange, Event, Milestone, NewRevision, WriteTx};

use super::{cut, state_of};
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
    seen::BranchSeen,
    visibility::{self, Turn, card_of},
};

/// Puts a branch into these sections, the first of them its home.
#[derive(Clone, Debug)]
pub struct MoveSections {
    /// Which branch.
    pub branch: BranchId,
    /// Into which sections.
    pub sections: Vec<SectionId>,
}

impl UseCase for MoveSections {
    type Seen = BranchSeen;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<BranchSeen> {
        BranchSeen::read(tx, self.branch).await
    }

    fn decide(&self, seen: BranchSeen, cx: &Context<'_>) -> Result<Decision<()>> {
        let permit = seen.permit(cx.who, Action::MoveSections, cx.frame)?;
        if let Some(unknown) = self.sections.iter().find(|s| cx.frame.sections.get(**s).is_none()) {
            return Err(Refusal::Unknown(format!("section {unknown}")).into());
        }
        let placed = |content: Content| Content { sections: self.sections.clone(), ..content };
        let before = &seen.state.branch;
        let mut after = before.clone();
        let mut card = seen.card.clone();
        let mut changes = Changes::default();
        let mut next = seen.last_revision;
        let mut again = |content: Content, milestone| {
            next += 1;
            NewRevision { number: next, ..cut(&seen, cx, milestone, content) }
        };
        if let Some(content) = seen.open_live(&permit).map(placed) {
            card = Some(card_of(&content));
            let revision = again(content, Milestone::Published);
            let (work, due) = (after.work, after.due.clone());
            after = after.published(revision.id, cx.now, Change::Silent)?;
            (after.work, after.due) = (work, due);
            changes.revisions.push(revision);
        }
        if let (Some(content), Some(due)) = (seen.open_due(&permit).map(placed), after.due.as_mut()) {
            let revision = again(content, Milestone::Scheduled);
            due.revision = revision.id;
            changes.revisions.push(revision);
        }
        if let Some(content) = seen.open_copy(&permit).map(placed) {
            after = after.saved()?;
            changes.copies.push(CopyChange::Put {
                branch: before.id,
                version: seen.last_version + 1,
                at: cx.now,
                actor: cx.who.actor.clone(),
                content: Box::new(content),
            });
        }
        let after = state_of(&seen, after);
        if before.live_revision().is_some() {
            let turn = Turn {
                before: Some(before),
                card_before: seen.card.as_ref(),
                after: &after,
                card_after: card,
                by: &cx.who.actor,
            };
            changes.append(visibility::turn(turn, cx.frame, "branch.sections_moved"));
        } else {
            changes.branches.push(after);
            changes.events.push(Event::of("branch.sections_moved", before.id, Vec::new()));
        }
        Ok(Decision { changes, done: () })
    }
}

//! What the use cases of a branch read under locks.

use domain::{Action, Authority, BranchId, Denied, Permit, Publication, SectionId, Subject};
use store::{BranchState, Card, Content, Frame, SealedText, WriteTx};

use crate::error::{Refusal, Result};

/// A branch with its texts, locked.
#[derive(Debug)]
pub struct BranchSeen {
    /// The branch.
    pub state: BranchState,
    /// Its card, if it is live.
    pub card: Option<Card>,
    /// The working copy, if work goes on.
    pub copy: Option<SealedText>,
    /// The live revision.
    pub live: Option<SealedText>,
    /// The scheduled revision.
    pub due: Option<SealedText>,
    /// The number of its newest revision.
    pub last_revision: i64,
    /// The newest version its working copies ever had.
    pub last_version: i64,
}

impl BranchSeen {
    /// Reads it all.
    pub async fn read(tx: &mut WriteTx, id: BranchId) -> Result<Self> {
        let state = tx.branch(id).await?.ok_or_else(|| Refusal::Unknown(format!("branch {id}")))?;
        let card = tx.card(id).await?;
        let copy = match state.branch.work {
            Some(work) => tx.working_copy(&state, Some(work.version)).await?,
            None => None,
        };
        let live = match state.branch.live_revision() {
            Some(revision) => tx.revision(&state, revision).await?,
            None => None,
        };
        let due = match &state.branch.due {
            Some(due) => tx.revision(&state, due.revision).await?,
            None => None,
        };
        let last_revision = tx.last_revision(id).await?;
        let last_version = tx.last_version(id).await?;
        Ok(Self { state, card, copy, live, due, last_revision, last_version })
    }

    /// The permit for `action` on this branch.
    pub fn permit(&self, who: &Authority, action: Action, frame: &Frame) -> Result<Permit, Denied> {
        let branch = &self.state.branch;
        let subject = Subject {
            edition: Some(branch.edition.clone()),
            sections: frame.sections.lists_of(&self.sections()),
            own: self.state.began_by.principal() == who.actor.principal(),
            published: branch.publication != Publication::Never || branch.due.is_some(),
        };
        who.permit(action, &subject)
    }

    /// The sections of every text that the branch has now.
    fn sections(&self) -> Vec<SectionId> {
        let texts = [&self.copy, &self.live, &self.due];
        texts.into_iter().flatten().flat_map(|text| text.sections.iter().copied()).collect()
    }

    /// The working copy's text, by permit.
    pub(crate) fn open_copy(&self, permit: &Permit) -> Option<Content> {
        open(&self.copy, permit)
    }

    /// The live revision's text, by permit.
    pub(crate) fn open_live(&self, permit: &Permit) -> Option<Content> {
        open(&self.live, permit)
    }

    /// The scheduled revision's text, by permit.
    pub(crate) fn open_due(&self, permit: &Permit) -> Option<Content> {
        open(&self.due, permit)
    }
}

fn open(text: &Option<SealedText>, permit: &Permit) -> Option<Content> {
    text.as_ref().map(|sealed| sealed.text.clone().for_preview(permit).into_inner().content)
}

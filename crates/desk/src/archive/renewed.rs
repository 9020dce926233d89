//! A branch that has changed in its archive since it came in: renewed where nobody has edited it here.

use domain::{BranchId, Publication, RevisionId};
use store::{
    BranchState, Card, Changes, Content, CopyChange, Frame, Milestone, NewRevision, Origin, RedirectTo,
    SealedText, WriteTx,
};

use super::{
    Archived, ArchivedBranch, Portion,
    branches::{Placed, named_pictures, open_links, set_state},
    lead,
};
use crate::{
    desk::Context,
    error::Result,
    visibility::{Turn, card_of, turn},
};

/// What is here of a branch that has changed in its archive.
#[derive(Clone, Debug)]
pub(crate) struct Here {
    state: BranchState,
    card: Option<Card>,
    /// The revision that the import made.
    revision: RevisionId,
    last_revision: i64,
    last_version: i64,
    /// The working copy says what that revision says.
    copy_is_same: bool,
}

impl Here {
    /// Reads what is here of the thing that came from `origin`.
    pub(crate) async fn read(tx: &mut WriteTx, origin: &Origin) -> Result<Option<Self>> {
        let id = BranchId::new(origin.ours);
        let Some((state, revision)) = tx.branch(id).await?.zip(origin.revision) else { return Ok(None) };
        let copy_is_same = state.branch.work.is_some() && tx.copy_is_revision(id, revision).await?;
        Ok(Some(Self {
            card: tx.card(id).await?,
            last_revision: tx.last_revision(id).await?,
            last_version: tx.last_version(id).await?,
            state,
            revision,
            copy_is_same,
        }))
    }

    /// Whether everything is as the import left it.
    pub(crate) fn is_unedited(&self) -> bool {
        let branch = &self.state.branch;
        let own = Some(self.revision);
        match (branch.publication, &branch.due, branch.work) {
            (Publication::Live(revision), None, None) => Some(revision) == own,
            (Publication::Never, Some(due), None) => Some(due.revision) == own,
            (Publication::Never, None, Some(work)) => work.base == own && self.copy_is_same,
            _ => false,
        }
    }

    /// The branch as the archive has it now, with what never changes kept.
    fn renewed(&self, item: &ArchivedBranch, revision: RevisionId, cx: &Context<'_>) -> BranchState {
        let before = &self.state.branch;
        let mut branch = before.clone();
        branch.due = None;
        set_state(&mut branch, item.was, revision);
        branch.first_published = before.first_published.or(branch.first_published);
        if before.live_revision().is_some() {
            branch.modified = Some(cx.now);
        }
        if let Some(work) = &mut branch.work {
            work.version = self.last_version + 1;
        }
        let due_by = branch.due.as_ref().map(|_| cx.who.actor.clone());
        BranchState { branch, began_by: self.state.began_by.clone(), due_by }
    }

    /// The text that the import made.
    pub(crate) async fn text(&self, tx: &mut WriteTx) -> Result<Option<SealedText>> {
        Ok(tx.revision(&self.state, self.revision).await?)
    }

    /// The same branch with its links led elsewhere: nothing else of it changes, nor when it was last
    /// changed for readers.
    pub(crate) fn relinked(&self, origin: &Origin, content: Content, cx: &Context<'_>) -> Changes {
        let revision = RevisionId::new(cx.world.uuid());
        let mut branch = self.state.branch.clone();
        if branch.live_revision().is_some() {
            branch.publication = Publication::Live(revision);
        }
        if let Some(due) = &mut branch.due {
            due.revision = revision;
        }
        if let Some(work) = &mut branch.work {
            work.base = Some(revision);
            work.version = self.last_version + 1;
        }
        let BranchState { began_by, due_by, .. } = self.state.clone();
        let after = BranchState { branch, began_by, due_by };
        let mut changes = self.turned(after, revision, content, "archive.linked", cx, cx.frame);
        changes.origins.push(Origin { revision: Some(revision), ..origin.clone() });
        changes
    }

    /// Another text of the branch, with all that follows from it.
    fn turned(
        &self,
        after: BranchState,
        revision: RevisionId,
        content: Content,
        name: &str,
        cx: &Context<'_>,
        frame: &Frame,
    ) -> Changes {
        let (before, actor) = (&self.state.branch, &cx.who.actor);
        let card_after = after.branch.live_revision().map(|_| card_of(&content));
        let card_before = self.card.as_ref();
        let turned = Turn { before: Some(before), card_before, after: &after, card_after, by: actor };
        let mut changes = turn(turned, frame, name);
        let id = after.branch.id;
        match after.branch.work {
            Some(work) => changes.copies.push(CopyChange::Put {
                branch: id,
                version: work.version,
                at: cx.now,
                actor: actor.clone(),
                content: Box::new(content.clone()),
            }),
            None if before.work.is_some() => changes.copies.push(CopyChange::End(id)),
            None => {}
        }
        changes.revisions.push(NewRevision {
            id: revision,
            branch: id,
            number: self.last_revision + 1,
            at: cx.now,
            actor: actor.clone(),
            milestone: Milestone::Imported,
            base: Some(self.revision),
            content,
        });
        changes
    }
}

/// Renews the branch; none where somebody has edited it here, or where that would take it from readers
/// or to another address.
pub(crate) fn renew(
    here: &Here,
    item: &ArchivedBranch,
    Placed { content, open }: Placed,
    portion: &Portion,
    cx: &Context<'_>,
    frame: &Frame,
) -> Option<Changes> {
    let before = &here.state.branch;
    let stays = before.live_revision().is_none() || matches!(item.was, Archived::Live { .. });
    if !here.is_unedited() || !stays || before.space != content.kind.space() {
        return None;
    }
    let revision = RevisionId::new(cx.world.uuid());
    let after = here.renewed(item, revision, cx);
    let id = after.branch.id;
    let mut changes = here.turned(after, revision, content, "archive.renewed", cx, frame);
    lead(&item.addresses, &RedirectTo::Branch(before.edition.clone(), id), &mut changes);
    changes.archive_facts.push((id, portion.archive.clone(), item.facts.clone()));
    changes.archive_pictures.extend(named_pictures(item, portion));
    changes.open_links.push(open_links(item, open, portion));
    changes.origins.push(Origin {
        archive: portion.archive.clone(),
        kind: super::seen::POST.to_owned(),
        foreign_id: item.foreign_id.clone(),
        ours: id.uuid(),
        revision: Some(revision),
        digest: item.digest.clone(),
    });
    Some(changes)
}

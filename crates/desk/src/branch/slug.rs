//! A branch gets another slug; the old one redirects if it ever was public.

use domain::{Action, BranchId, Slug, Tag};
use store::{AddressChange, AddressSpace, Changes, Event, Occupant, WriteTx};

use super::state_of;
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
    seen::BranchSeen,
    visibility::path_tag,
};

/// Changes a branch's slug.
#[derive(Clone, Debug)]
pub struct ChangeSlug {
    /// Of which branch.
    pub branch: BranchId,
    /// To which.
    pub slug: Slug,
}

impl UseCase for ChangeSlug {
    type Seen = (BranchSeen, Option<Occupant>);
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        let seen = BranchSeen::read(tx, self.branch).await?;
        let branch = &seen.state.branch;
        let space = AddressSpace::from(branch.space);
        let occupant = tx.occupant(space, Some(&branch.edition), self.slug.as_str()).await?;
        Ok((seen, occupant))
    }

    fn decide(&self, (seen, occupant): Self::Seen, cx: &Context<'_>) -> Result<Decision<()>> {
        seen.permit(cx.who, Action::ChangeSlug, cx.frame)?;
        let before = &seen.state.branch;
        if before.slug == self.slug {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        if occupant.is_some_and(|o| o.target != before.id.uuid()) {
            return Err(Refusal::SlugTaken(self.slug.to_string()).into());
        }
        let mut after = before.clone();
        after.slug = self.slug.clone();
        let claim = AddressChange::Claim {
            space: before.space.into(),
            edition: Some(before.edition.clone()),
            slug: self.slug.clone(),
            target: before.id.uuid(),
            public: before.was_public(),
            first: false,
        };
        let tags = vec![Tag::Branch(before.id), Tag::Story(before.story), path_tag(before), path_tag(&after)];
        let changes = Changes {
            branches: vec![state_of(&seen, after)],
            addresses: vec![claim, AddressChange::Release(before.id.uuid())],
            events: vec![Event::of("branch.slug_changed", before.id, tags)],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

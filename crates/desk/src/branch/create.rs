//! A branch begins: of a new story, or as one more edition of a story that is there.

use domain::{Action, Branch, BranchId, EditionCode, Slug, StoryId, Subject};
use store::{
    AddressChange, AddressSpace, BranchState, Changes, Content, CopyChange, Event, Occupant, WriteTx,
};

use super::check_content;
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
};

/// Begins a branch with its first working copy.
#[derive(Clone, Debug)]
pub struct Create {
    /// In which edition.
    pub edition: EditionCode,
    /// Of which story; none begins a new one.
    pub story: Option<StoryId>,
    /// At which slug.
    pub slug: Slug,
    /// The first text.
    pub content: Content,
}

/// What a create reads.
#[derive(Debug)]
pub struct Seen {
    occupant: Option<Occupant>,
    siblings: Vec<BranchState>,
}

impl UseCase for Create {
    type Seen = Seen;
    type Done = BranchId;

    async fn read(&self, tx: &mut WriteTx) -> Result<Seen> {
        let space = AddressSpace::from(self.content.kind.space());
        let occupant = tx.occupant(space, Some(&self.edition), self.slug.as_str()).await?;
        let siblings = match self.story {
            Some(story) => tx.story(story).await?,
            None => Vec::new(),
        };
        Ok(Seen { occupant, siblings })
    }

    fn decide(&self, seen: Seen, cx: &Context<'_>) -> Result<Decision<BranchId>> {
        let lists = cx.frame.sections.lists_of(&self.content.sections);
        let subject =
            Subject { edition: Some(self.edition.clone()), sections: lists, own: true, published: false };
        cx.who.permit(Action::Create, &subject)?;
        check_content(&self.content)?;
        if cx.frame.edition(self.edition.as_str()).is_none() {
            return Err(Refusal::Unknown(format!("edition {}", self.edition)).into());
        }
        if seen.occupant.is_some() {
            return Err(Refusal::SlugTaken(self.slug.to_string()).into());
        }
        if let (Some(story), true) = (self.story, seen.siblings.is_empty()) {
            return Err(Refusal::Unknown(format!("story {story}")).into());
        }
        if seen.siblings.iter().any(|s| s.branch.edition == self.edition) {
            return Err(Refusal::EditionTaken(self.edition.to_string()).into());
        }
        let id = BranchId::new(cx.world.uuid());
        let story = self.story.unwrap_or_else(|| StoryId::new(cx.world.uuid()));
        let space = self.content.kind.space();
        let branch = Branch::new(id, story, self.edition.clone(), space, self.slug.clone());
        let claim = AddressChange::Claim {
            space: space.into(),
            edition: Some(self.edition.clone()),
            slug: self.slug.clone(),
            target: id.uuid(),
            public: false,
            first: true,
        };
        let copy = CopyChange::Put {
            branch: id,
            version: 1,
            at: cx.now,
            actor: cx.who.actor.clone(),
            content: Box::new(self.content.clone()),
        };
        let state = BranchState { branch, began_by: cx.who.actor.clone(), due_by: None };
        let changes = Changes {
            stories: if self.story.is_none() { vec![story] } else { Vec::new() },
            branches: vec![state],
            addresses: vec![claim],
            copies: vec![copy],
            events: vec![Event::of("branch.created", id, Vec::new())],
            ..Changes::default()
        };
        Ok(Decision { changes, done: id })
    }
}

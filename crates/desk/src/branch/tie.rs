//! Which story a branch tells: tied to another one as its translation, or untied.

use domain::{Action, BranchId, StoryId, Tag};
use store::{BranchState, Changes, Event, WriteTx};

use super::state_of;
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
    seen::BranchSeen,
};

/// Ties a branch to a story; the story's edition must be free.
#[derive(Clone, Copy, Debug)]
pub struct Tie {
    /// Which branch.
    pub branch: BranchId,
    /// To which story.
    pub story: StoryId,
}

/// Gives a branch a story of its own.
#[derive(Clone, Copy, Debug)]
pub struct Untie {
    /// Which branch.
    pub branch: BranchId,
}

impl UseCase for Tie {
    type Seen = (BranchSeen, Vec<BranchState>);
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        tx.lock_stories(self.branch, Some(self.story)).await?;
        let siblings = tx.story(self.story).await?;
        Ok((BranchSeen::read(tx, self.branch).await?, siblings))
    }

    fn decide(&self, (seen, siblings): Self::Seen, cx: &Context<'_>) -> Result<Decision<()>> {
        seen.permit(cx.who, Action::Tie, cx.frame)?;
        let before = &seen.state.branch;
        if before.story == self.story {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        if siblings.is_empty() {
            return Err(Refusal::Unknown(format!("story {}", self.story)).into());
        }
        if siblings.iter().any(|s| s.branch.edition == before.edition) {
            return Err(Refusal::EditionTaken(before.edition.to_string()).into());
        }
        Ok(Decision { changes: retie(&seen, self.story, "branch.tied"), done: () })
    }
}

impl UseCase for Untie {
    type Seen = (BranchSeen, Vec<BranchState>);
    /// The branch's story from now on.
    type Done = StoryId;

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        tx.lock_stories(self.branch, None).await?;
        let seen = BranchSeen::read(tx, self.branch).await?;
        let siblings = tx.story(seen.state.branch.story).await?;
        Ok((seen, siblings))
    }

    fn decide(&self, (seen, siblings): Self::Seen, cx: &Context<'_>) -> Result<Decision<StoryId>> {
        seen.permit(cx.who, Action::Tie, cx.frame)?;
        if siblings.len() == 1 {
            return Ok(Decision { changes: Changes::default(), done: seen.state.branch.story });
        }
        let story = StoryId::new(cx.world.uuid());
        let mut changes = retie(&seen, story, "branch.untied");
        changes.stories.push(story);
        Ok(Decision { changes, done: story })
    }
}

fn retie(seen: &BranchSeen, story: StoryId, name: &str) -> Changes {
    let before = &seen.state.branch;
    let mut after = before.clone();
    after.story = story;
    let tags = vec![Tag::Branch(before.id), Tag::Story(before.story), Tag::Story(story)];
    Changes {
        branches: vec![state_of(seen, after)],
        emptied_stories: vec![before.story],
        events: vec![Event::of(name, before.id, tags)],
        ..Changes::default()
    }
}

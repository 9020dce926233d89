//! The tree of sections.

use domain::{Action, Section, SectionId, Slug, Subject, Tag};
use store::{AddressChange, AddressSpace, Changes, Event, FrameChange, Occupant, WriteTx};

use super::check_name;
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
};

/// Adds a section, or changes slug, order and words of the one with its id. Its parent is
/// taken when it is new; later it is changed by [`MoveSection`].
#[derive(Clone, Debug)]
pub struct PutSection {
    /// The whole of it.
    pub section: Section,
}

/// Puts a section under another parent. Its lists follow in portions; the old ones are
/// served until the new ones are whole.
#[derive(Clone, Copy, Debug)]
pub struct MoveSection {
    /// Which.
    pub section: SectionId,
    /// Under which; none makes a root.
    pub parent: Option<SectionId>,
}

impl UseCase for PutSection {
    type Seen = Option<Occupant>;
    type Done = ();

    const CHANGES_FRAME: bool = true;

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        Ok(tx.occupant(AddressSpace::Section, None, self.section.slug.as_str()).await?)
    }

    fn decide(&self, occupant: Self::Seen, cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(Action::EditSections, &Subject::default())?;
        let section = &self.section;
        Slug::parse_section(section.slug.as_str())?;
        for words in section.words.values() {
            check_name("the section's name", &words.name)?;
        }
        if occupant.is_some_and(|o| o.target != section.id.uuid()) {
            return Err(Refusal::SlugTaken(section.slug.to_string()).into());
        }
        let present = cx.frame.sections.get(section.id);
        if present.is_none()
            && let Some(parent) = section.parent
        {
            check_parent(parent, cx)?;
        }
        if present.is_some_and(|p| p == section) {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        let mut changes = Changes {
            frame: vec![FrameChange::Section(section.clone())],
            events: vec![Event::new("section.changed", vec![Tag::Portal, Tag::Section(section.id)])],
            ..Changes::default()
        };
        if present.is_none_or(|p| p.slug != section.slug) {
            changes.addresses.push(AddressChange::Claim {
                space: AddressSpace::Section,
                edition: None,
                slug: section.slug.clone(),
                target: section.id.uuid(),
                public: true,
                first: present.is_none(),
            });
        }
        Ok(Decision { changes, done: () })
    }
}

fn check_parent(parent: SectionId, cx: &Context<'_>) -> Result<(), Refusal> {
    let depth = cx.frame.sections.lineage(parent).len();
    if depth == 0 {
        return Err(Refusal::Section(domain::SectionError::Unknown(parent)));
    }
    if depth >= domain::section::MAX_SECTION_DEPTH {
        return Err(Refusal::Section(domain::SectionError::TooDeep));
    }
    Ok(())
}

impl UseCase for MoveSection {
    type Seen = ();
    type Done = ();

    const CHANGES_FRAME: bool = true;

    async fn read(&self, _: &mut WriteTx) -> Result<()> {
        Ok(())
    }

    fn decide(&self, (): (), cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(Action::EditSections, &Subject::default())?;
        let tree = &cx.frame.sections;
        tree.moved(self.section, self.parent)?;
        if tree.get(self.section).is_some_and(|s| s.parent == self.parent) {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        if cx.frame.moving.is_some() {
            return Err(Refusal::MoveUnderWay.into());
        }
        let start = FrameChange::StartMove {
            section: self.section,
            parent: self.parent,
            lists: tree.lists_changed_by_move(self.section, self.parent),
            actor: cx.who.actor.clone(),
        };
        let changes = Changes {
            frame: vec![start],
            events: vec![Event::new("section.move_begun", Vec::new())],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

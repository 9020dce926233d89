//! Who may do what: one table role × action × condition, several grants to a person.
//! A [`Permit`] is made here alone, from a row of the table that applies.

use serde::{Deserialize, Serialize};

use crate::{actor::Actor, edition::EditionCode, id::SectionId};

/// What a person is to the newsroom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Writes.
    Reporter,
    /// Translates.
    Translator,
    /// Takes pictures.
    Photographer,
    /// Checks and publishes.
    Editor,
    /// Answers for an edition.
    ChiefEditor,
    /// Sells and places advertising.
    Advertising,
    /// Runs the portal.
    Administrator,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Begin a branch.
    Create,
    /// See what is not public.
    Preview,
    /// Change a working copy.
    Save,
    /// Put a draft into review, or take it back.
    Submit,
    /// Call a text ready.
    MarkReady,
    /// Make a revision live.
    Publish,
    /// Make a revision live at a moment to come, or take that back.
    Schedule,
    /// Forbid publication before a moment.
    Embargo,
    /// Take a branch from readers.
    Withdraw,
    /// Set until when readers see it.
    SetExpiry,
    /// Publish a correction with its note.
    Correct,
    /// Give up a working copy.
    DropDraft,
    /// Change a slug.
    ChangeSlug,
    /// Put a branch into other sections.
    MoveSections,
    /// Tie a branch to a story, or untie it.
    Tie,
    /// Edit the portal's settings.
    EditPortal,
    /// Edit an edition.
    EditEdition,
    /// Edit the tree of sections.
    EditSections,
    /// Edit topics, persons and sources.
    EditRegisters,
    /// Add pictures, replace their bytes, write their words.
    EditAssets,
}

/// When a row of the table applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Condition {
    /// Always.
    Any,
    /// On one's own branches.
    Own,
    /// On one's own branches while nothing of them is or will be public.
    OwnUnpublished,
}

use Action as A;
use Condition as C;
use Role as R;

/// The table. Administrators do everything and need no rows.
const RULES: &[(Role, &[Action], Condition)] = &[
    (R::Reporter, &[A::Create, A::EditRegisters, A::EditAssets], C::Any),
    (R::Reporter, &[A::Preview, A::Save, A::Submit], C::Own),
    (R::Reporter, &[A::DropDraft, A::ChangeSlug, A::MoveSections], C::OwnUnpublished),
    (R::Translator, &[A::Create, A::Preview, A::Tie, A::EditAssets], C::Any),
    (R::Translator, &[A::Save, A::Submit], C::Own),
    (R::Translator, &[A::DropDraft, A::ChangeSlug], C::OwnUnpublished),
    (R::Photographer, &[A::Preview, A::EditAssets], C::Any),
    (R::Photographer, &[A::Save], C::Own),
    (
        R::Editor,
        &[
            A::Create,
            A::Preview,
            A::Save,
            A::Submit,
            A::MarkReady,
            A::Publish,
            A::Schedule,
            A::Embargo,
            A::Withdraw,
            A::SetExpiry,
            A::Correct,
            A::DropDraft,
            A::ChangeSlug,
            A::MoveSections,
            A::Tie,
            A::EditRegisters,
            A::EditAssets,
        ],
        C::Any,
    ),
    (
        R::ChiefEditor,
        &[
            A::Create,
            A::Preview,
            A::Save,
            A::Submit,
            A::MarkReady,
            A::Publish,
            A::Schedule,
            A::Embargo,
            A::Withdraw,
            A::SetExpiry,
            A::Correct,
            A::DropDraft,
            A::ChangeSlug,
            A::MoveSections,
            A::Tie,
            A::EditRegisters,
            A::EditAssets,
            A::EditEdition,
            A::EditSections,
        ],
        C::Any,
    ),
];

/// Where a grant applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope<T> {
    /// Everywhere.
    All,
    /// In these alone.
    Only(Vec<T>),
}

impl<T: PartialEq> Scope<T> {
    fn holds(&self, found: &[T]) -> bool {
        match self {
            Self::All => true,
            Self::Only(these) => found.iter().any(|it| these.contains(it)),
        }
    }
}

/// A role in some editions and sections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// In which editions.
    pub editions: Scope<EditionCode>,
    /// In which sections; a section's grant reaches its subsections.
    pub sections: Scope<SectionId>,
}

/// An actor with what was granted to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// Who.
    pub actor: Actor,
    /// With which grants.
    pub grants: Vec<Grant>,
}

impl Authority {
    /// Whoever may run the program on its machine may do everything.
    pub fn operator(actor: Actor) -> Self {
        let all = Grant { role: Role::Administrator, editions: Scope::All, sections: Scope::All };
        Self { actor, grants: vec![all] }
    }
}

/// What an action would be done to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The edition it lies in; none for what is the portal's.
    pub edition: Option<EditionCode>,
    /// Its sections with all their ancestors; empty for what lies in none.
    pub sections: Vec<SectionId>,
    /// Whether the actor began it or is credited for it.
    pub own: bool,
    /// Whether anything of it is, was or will be public.
    pub published: bool,
}

/// Proof that an action is allowed. Made by [`Authority::permit`] alone.
#[derive(Debug)]
pub struct Permit {
    action: Action,
}

impl Permit {
    /// What it allows.
    pub const fn action(&self) -> Action {
        self.action
    }
}

/// No grant allows it.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("none of the grants held allows {action:?} here: ask a chief editor or an administrator")]
pub struct Denied {
    /// What was asked for.
    pub action: Action,
}

impl Authority {
    /// Whether one grant allows `action` on `subject`.
    pub fn permit(&self, action: Action, subject: &Subject) -> Result<Permit, Denied> {
        let allowed = self.grants.iter().any(|grant| grant.reaches(subject) && grant.allows(action, subject));
        if allowed { Ok(Permit { action }) } else { Err(Denied { action }) }
    }
}

impl Grant {
    fn reaches(&self, subject: &Subject) -> bool {
        let edition = subject.edition.as_slice();
        let editions = match &self.editions {
            Scope::All => true,
            only => only.holds(edition),
        };
        // A text that lies in no section yet is reached by a grant for any section.
        editions && (subject.sections.is_empty() || self.sections.holds(&subject.sections))
    }

    fn allows(&self, action: Action, subject: &Subject) -> bool {
        self.role == Role::Administrator
            || RULES.iter().any(|(role, actions, condition)| {
                *role == self.role && actions.contains(&action) && condition.holds(subject)
            })
    }
}

impl Condition {
    const fn holds(self, subject: &Subject) -> bool {
        match self {
            Self::Any => true,
            Self::Own => subject.own,
            Self::OwnUnpublished => subject.own && !subject.published,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::UserId;

    fn holder(role: Role, editions: Scope<EditionCode>) -> Authority {
        let actor = Actor::User(UserId::new(uuid::Uuid::nil()));
        Authority { actor, grants: vec![Grant { role, editions, sections: Scope::All }] }
    }

    fn in_edition(code: &str, own: bool, published: bool) -> Subject {
        Subject { edition: Some(EditionCode::parse(code).unwrap()), sections: vec![], own, published }
    }

    #[test]
    fn a_reporter_saves_own_texts_and_publishes_none() {
        let reporter = holder(Role::Reporter, Scope::All);
        assert!(reporter.permit(Action::Save, &in_edition("en", true, true)).is_ok());
        assert!(reporter.permit(Action::Save, &in_edition("en", false, false)).is_err());
        assert!(reporter.permit(Action::Publish, &in_edition("en", true, false)).is_err());
        assert!(reporter.permit(Action::ChangeSlug, &in_edition("en", true, true)).is_err());
    }

    #[test]
    fn a_grant_ends_at_its_editions() {
        let editor = holder(Role::Editor, Scope::Only(vec![EditionCode::parse("ar").unwrap()]));
        assert!(editor.permit(Action::Publish, &in_edition("ar", false, true)).is_ok());
        assert!(editor.permit(Action::Publish, &in_edition("en", false, true)).is_err());
        assert!(editor.permit(Action::EditPortal, &Subject::default()).is_err());
    }

    #[test]
    fn a_section_grant_reaches_subsections_through_their_lineage() {
        let (world, sport) =
            (SectionId::new(uuid::Uuid::from_u128(1)), SectionId::new(uuid::Uuid::from_u128(2)));
        let grants =
            vec![Grant { role: Role::Editor, editions: Scope::All, sections: Scope::Only(vec![world]) }];
        let editor = Authority { actor: Actor::CommandLine, grants };
        let lies_in = |sections| Subject { sections, ..in_edition("en", false, false) };
        assert!(
            editor
                .permit(Action::Publish, &lies_in(vec![SectionId::new(uuid::Uuid::from_u128(9)), world]))
                .is_ok()
        );
        assert!(editor.permit(Action::Publish, &lies_in(vec![sport])).is_err());
    }

    #[test]
    fn an_administrator_does_everything() {
        let operator = Authority::operator(Actor::CommandLine);
        assert!(operator.permit(Action::EditPortal, &Subject::default()).is_ok());
    }
}

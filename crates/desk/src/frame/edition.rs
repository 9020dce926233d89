//! Editions: new ones, changed ones, opened and closed ones.

use domain::{Action, Edition, Subject, Tag};
use store::{Changes, Event, FrameChange, WriteTx};

use super::check_name;
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
};

/// Adds an edition, or changes the one with its code. It opens to readers only when the
/// messages of its language are complete (law 6).
#[derive(Clone, Debug)]
pub struct PutEdition {
    /// The whole of it.
    pub edition: Edition,
}

impl UseCase for PutEdition {
    type Seen = ();
    type Done = ();

    const CHANGES_FRAME: bool = true;

    async fn read(&self, _: &mut WriteTx) -> Result<()> {
        Ok(())
    }

    fn decide(&self, (): (), cx: &Context<'_>) -> Result<Decision<()>> {
        let edition = &self.edition;
        let present = cx.frame.edition(edition.code.as_str());
        // A new edition is the portal's affair; a present one its chief editor's too.
        let action = if present.is_some() { Action::EditEdition } else { Action::EditPortal };
        cx.who.permit(action, &Subject { edition: Some(edition.code.clone()), ..Subject::default() })?;
        check_name("the edition's label", &edition.label)?;
        if edition.open {
            check_messages(edition, cx)?;
        }
        // The lists that a move builds are those of the editions that it began with.
        if present.is_none() && cx.frame.moving.is_some() {
            return Err(Refusal::MoveUnderWay.into());
        }
        if present == Some(edition) {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        let tags =
            vec![Tag::Portal, Tag::Edition(edition.code.clone()), Tag::EditionList(edition.code.clone())];
        let changes = Changes {
            frame: vec![FrameChange::Edition(edition.clone())],
            events: vec![Event::new("edition.changed", tags)],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

fn check_messages(edition: &Edition, cx: &Context<'_>) -> Result<(), Refusal> {
    let missing = cx.messages.complete(&edition.locale);
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::Unfinished {
        edition: edition.code.to_string(),
        locale: edition.locale.to_string(),
        missing: missing.len(),
    })
}

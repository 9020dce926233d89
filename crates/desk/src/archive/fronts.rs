//! Old addresses of an edition's front, and of the pages of days, months and years below it.

use domain::{EditionCode, OldAddress, Tag};
use store::{Changes, Event, NewRedirect, Origin, RedirectTo, WriteTx};
use uuid::Uuid;

use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
};

/// The kind under which fronts that were taken are kept.
const FRONT: &str = "front";

/// Lets old fronts lead to an edition's, once.
#[derive(Clone, Debug)]
pub struct TakeFronts {
    /// Which archive: the old site's address.
    pub archive: String,
    /// The edition.
    pub edition: EditionCode,
    /// Where the front was found there; archives by date lie below.
    pub addresses: Vec<OldAddress>,
}

impl UseCase for TakeFronts {
    /// Whether it was done before.
    type Seen = bool;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<bool> {
        let seen = tx.origins(&self.archive, FRONT, &[self.edition.to_string()]).await?;
        Ok(!seen.is_empty())
    }

    fn decide(&self, seen: bool, cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(domain::Action::EditPortal, &domain::Subject::default())?;
        let mut changes = Changes::default();
        if seen || self.addresses.is_empty() {
            return Ok(Decision { changes, done: () });
        }
        for old in &self.addresses {
            for query in ["", OldAddress::DATES] {
                changes.redirects.push(NewRedirect {
                    host: old.host.clone(),
                    path: old.path.clone(),
                    query: query.to_owned(),
                    to: RedirectTo::Front(self.edition.clone()),
                });
            }
        }
        changes.origins.push(Origin {
            archive: self.archive.clone(),
            kind: FRONT.to_owned(),
            foreign_id: self.edition.to_string(),
            ours: Uuid::nil(),
            revision: None,
            digest: String::new(),
        });
        let tags = changes.redirects.iter().map(|redirect| Tag::Path(redirect.path.clone())).collect();
        changes.events.push(Event::new("archive.fronts", tags));
        Ok(Decision { changes, done: () })
    }
}

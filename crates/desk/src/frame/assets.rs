//! Pictures as editors handle them. New bytes, words or terms reach every page that shows one,
//! since revisions name them by id.

use domain::{Action, Asset, Subject, Tag};
use store::{Changes, Event, WriteTx};

use super::{check_name, check_words};
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
};

/// Adds a picture whose bytes are kept already, or changes the one with its id.
#[derive(Clone, Debug)]
pub struct PutAsset {
    /// The whole of it.
    pub asset: Asset,
}

impl UseCase for PutAsset {
    type Seen = Option<Asset>;
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        Ok(tx.asset(self.asset.id).await?)
    }

    fn decide(&self, present: Self::Seen, cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(Action::EditAssets, &Subject::default())?;
        check(&self.asset)?;
        if present.as_ref() == Some(&self.asset) {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        let name = if present.is_none() { "asset.added" } else { "asset.changed" };
        let changes = Changes {
            assets: vec![self.asset.clone()],
            events: vec![Event::new(name, vec![Tag::Asset(self.asset.id)])],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

/// Ten-thousandths of a picture's width or height.
const WHOLE: u16 = 10_000;

/// Refuses a picture that cannot be shown, and words that are none.
pub(crate) fn check(asset: &Asset) -> Result<()> {
    if asset.picture.width == 0 || asset.picture.height == 0 {
        return Err(Refusal::NoPicture.into());
    }
    if asset.focal.is_some_and(|focal| focal.x > WHOLE || focal.y > WHOLE) {
        return Err(Refusal::FocalPoint.into());
    }
    asset.credit.iter().try_for_each(|credit| check_name("the picture's credit", credit))?;
    asset.licence.iter().try_for_each(|licence| check_words("the picture's licence", licence))?;
    for words in asset.words.values() {
        words.alt.iter().try_for_each(|alt| check_words("the alternative text", alt))?;
        words.caption.iter().try_for_each(|caption| check_words("the caption", caption))?;
    }
    Ok(())
}

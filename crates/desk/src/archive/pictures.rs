//! Pictures of archives: an article names one before its bytes are here, and they come later.

use std::collections::BTreeSet;

use domain::{Action, Asset, AssetId, Moment, Subject, Tag};
use store::{Changes, Event, PictureState, WriteTx};

use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
    frame::assets,
};

/// What came of asking for a picture.
#[derive(Clone, Debug)]
pub enum Came {
    /// Its bytes are kept.
    Here(Asset),
    /// It will not be had, and why.
    Refused(String),
    /// It is asked for again.
    Later {
        /// From when.
        from: Moment,
        /// Why it did not come.
        reason: String,
        /// How often it was asked for.
        tries: u32,
    },
}

/// Keeps what came of asking for some pictures. An asset that is here already stays as it is.
#[derive(Clone, Debug)]
pub struct TakePictures {
    /// Each picture, and what came.
    pub pictures: Vec<(AssetId, Came)>,
}

/// How many pictures a [`TakePictures`] settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PicturesTaken {
    /// Those that are here now.
    pub here: u64,
    /// Those that were refused.
    pub refused: u64,
    /// Those that are asked for again.
    pub later: u64,
}

impl UseCase for TakePictures {
    type Seen = BTreeSet<AssetId>;
    type Done = PicturesTaken;

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        let ids: Vec<_> = self.pictures.iter().map(|(asset, _)| *asset).collect();
        Ok(tx.known_assets(&ids).await?.into_iter().collect())
    }

    fn decide(&self, known: Self::Seen, cx: &Context<'_>) -> Result<Decision<PicturesTaken>> {
        cx.who.permit(Action::EditAssets, &Subject::default())?;
        let (mut changes, mut done, mut tags) = (Changes::default(), PicturesTaken::default(), Vec::new());
        for (id, came) in &self.pictures {
            let state = match came {
                Came::Here(asset) => match assets::check(asset) {
                    Ok(()) => {
                        if !known.contains(id) {
                            changes.assets.push(Asset { id: *id, ..asset.clone() });
                            tags.push(Tag::Asset(*id));
                        }
                        done.here += 1;
                        PictureState::Here
                    }
                    Err(why) => {
                        done.refused += 1;
                        PictureState::Refused(why.to_string())
                    }
                },
                Came::Refused(reason) => {
                    done.refused += 1;
                    PictureState::Refused(reason.clone())
                }
                Came::Later { from, reason, tries } => {
                    done.later += 1;
                    PictureState::Awaited { from: *from, reason: reason.clone(), tries: *tries }
                }
            };
            changes.picture_states.push((*id, state));
        }
        if !tags.is_empty() {
            changes.events.push(Event::new("archive.pictures", tags));
        }
        Ok(Decision { changes, done })
    }
}

/// Asks at once for all pictures of archives that were refused or put off.
#[derive(Clone, Debug)]
pub struct AskForPictures {
    /// Which archives.
    pub archives: Vec<String>,
}

impl UseCase for AskForPictures {
    type Seen = ();
    type Done = ();

    async fn read(&self, _tx: &mut WriteTx) -> Result<()> {
        Ok(())
    }

    fn decide(&self, (): (), cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(Action::EditAssets, &Subject::default())?;
        let changes = Changes { pictures_again: self.archives.clone(), ..Changes::default() };
        Ok(Decision { changes, done: () })
    }
}

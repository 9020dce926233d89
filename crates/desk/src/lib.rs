//! The use cases of the newsroom: whoever changes anything goes through one of them.
//!
//! A use case is an object: it reads under locks, asks for its permit, decides on plain
//! values, and its changes are written in one transaction with their event. HTTP, the
//! command line, imports and the clerk share them. No SQL and no HTTP lives here.

mod archive;
mod branch;
mod clerk;
mod desk;
mod error;
mod frame;
mod seen;
mod visibility;
mod world;

pub use archive::{
    Archived, ArchivedBranch, ArchivedTerm, AskForPictures, Came, PicturesTaken, Portion, PortionDone,
    PortionSeen, TakeFiles, TakeFronts, TakePictures, TakenIn, TieLinks, Tied,
};
pub use branch::{
    create::Create,
    embargo::SetEmbargo,
    expiry::SetExpiry,
    open::{DropDraft, Open},
    publish::{Correct, Publish},
    save::{Field, FieldValue, Save, Saved},
    schedule::{Schedule, Unschedule, When},
    sections::MoveSections,
    slug::ChangeSlug,
    stage::SetStage,
    tie::{Tie, Untie},
    withdraw::Withdraw,
};
pub use clerk::{Clerk, Turned};
pub use desk::{Context, Decision, Desk, Outcome, UseCase};
pub use error::{DeskError, Refusal, Result};
pub use frame::{
    assets::PutAsset,
    edition::PutEdition,
    menu::SetMenu,
    registers::{PutPerson, PutSource, PutTopic},
    section::{MoveSection, PutSection},
    setting::SetSetting,
};
pub use seen::BranchSeen;
pub use store::{ArchiveFacts, ArchiveFile, ArchivePicture};
pub use world::{SystemWorld, World};

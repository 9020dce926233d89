//! Plain types and rules of Masthead: what a portal, an edition, a story and a
//! branch are, which moves are legal, who may do what, and who may see what.
//!
//! No I/O, no task, no clock: time and randomness are parameters.

pub mod actor;
pub mod asset;
pub mod branch;
pub mod content;
pub mod edition;
pub mod eye;
pub mod id;
pub mod menu;
pub mod moment;
pub mod old_address;
pub mod permission;
pub mod register;
pub mod section;
pub mod slug;
pub mod tag;

pub use actor::Actor;
pub use asset::{Asset, AssetUse, AssetWords, BlobId, FocalPoint, NotABlob, Picture, Unseen};
pub use branch::{Branch, Change, Due, MoveError, Publication, Stage, Typed, Withdrawal, Work};
pub use content::{Citation, Content, Credit, CreditRole, Headlines, Kind, Space};
pub use edition::{Direction, Edition, EditionCode, EditionError, LocaleTag, Portal};
pub use eye::{Facts, Hidden, Preview, Public, Sealed, SealedAsset, Shown};
pub use id::*;
pub use menu::{MenuItem, MenuPlace};
pub use moment::{Fold, Moment, ZoneError, ZoneName};
pub use old_address::{OldAddress, OldForm};
pub use permission::{Action, Authority, Denied, Grant, Permit, Role, Scope, Subject};
pub use register::{NameIn, OriginalName, Person, Profile, Source, Topic, TopicWords};
pub use section::{Section, SectionError, SectionTree, SectionWords};
pub use slug::{Slug, SlugError};
pub use tag::Tag;

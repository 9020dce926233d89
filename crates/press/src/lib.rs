//! The press: loads what a page shows from one snapshot and renders it with the theme.
//!
//! Pages for readers are made from what the eye has opened ([`domain::Shown`]) and carry
//! what a cache must know ([`PageFacts`]). No HTTP lives here.

mod archive;
mod article;
mod chrome;
mod corrections;
mod error;
mod front;
mod json_ld;
mod load;
mod menu;
mod open_graph;
mod page;
mod pictures;
mod press;
mod profile;
mod search;
mod section;
mod share;
mod span;
mod story;
mod theme;
pub mod urls;
pub mod view;
mod voice;

pub use self::search::Finding;
pub use chrome::reuse_rule;
pub use error::PressError;
pub use page::{Page, PageFacts};
pub use pictures::{SharedPicture, rendition_named, shared_pictures};
pub use press::{Press, Problem};
pub use span::ArchiveSpan;
pub use theme::{Asset, ThemeFinding, check_theme};

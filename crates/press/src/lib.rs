//! The press: loads what a page shows from one snapshot and renders it with the theme.
//!
//! Pages for readers are made from what the eye has opened ([`domain::Shown`]) and carry
//! what a cache must know ([`PageFacts`]). No HTTP lives here.

mod article;
mod chrome;
mod error;
mod front;
mod load;
mod page;
mod press;
mod section;
mod theme;
pub mod urls;
pub mod view;
mod voice;

pub use error::PressError;
pub use page::{Page, PageFacts};
pub use press::{Press, Problem};
pub use theme::Asset;

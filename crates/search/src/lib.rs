//! The embedded full-text index: how each language's words become terms ([`Speech`]), the index
//! on disk and the follower that keeps it by the journal ([`Search`]), questions, and the
//! stretches of a text in which what was asked stands ([`excerpt`]).
//!
//! Not here: what readers may see of what is found. The index holds what the eye let through
//! when it was written; whoever shows a hit asks the eye again (law 1).

mod error;
mod excerpt;
mod files;
mod keeper;
#[cfg(test)]
mod known_items;
mod mark;
mod question;
mod schema;
mod search;
mod shelf;
mod words;

pub use error::SearchError;
pub use excerpt::{Piece, excerpt};
pub use question::Question;
pub use search::{Asked, Clock, Found, Search};
pub use words::{Speech, Term};

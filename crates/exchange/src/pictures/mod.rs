//! Pictures of archives move in: the step after the texts, which brings the bytes of what articles name.
//!
//! What is awaited stands in the store, so that the step goes on wherever it was left, by whichever
//! process; a lease keeps two from asking for the same. A picture comes from a copy of the old site's
//! folder where there is one, else from the old host, politely. Not here: which pictures articles name.

mod address;
mod bring;
mod hosts;
mod report;
mod step;
mod uploads;
mod words;

pub(crate) use address::{PictureAddress, is_picture};
pub use report::{NotHad, Pictures};
pub use step::{PictureError, PictureProgress, PictureStep, Sources};
pub use uploads::Uploads;

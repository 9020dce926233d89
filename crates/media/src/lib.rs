//! Pictures: what they are and say of themselves, the renditions readers get, and where their
//! bytes lie.
//!
//! Whatever comes in was written by others: sizes are looked at before anything is decoded, a
//! format that is not taken is refused by its name, and nothing of what was written in a file but
//! its pixels goes out. Not here: assets, who uses which picture and who may see it.

mod blob;
mod blobs;
mod container;
mod error;
mod metadata;
mod pixels;
mod probe;
mod read;
mod renderer;
mod rendition;
mod tone;

#[cfg(test)]
mod tests;

pub use blob::blob_id;
pub use blobs::{Blobs, BucketSettings, Held, Soundness};
pub use error::{Error, Refusal};
pub use metadata::{Licence, Licensor, Metadata, Standard, Worded, metadata};
pub use pixels::Orientation;
pub use probe::{Format, Limits, Probed, probe};
pub use renderer::{Bounds, Renderer};
pub use rendition::{Crop, Encoding, Focal, Inspected, LADDER, Ratio, Rendition, Size, inspect, render};
pub use tone::Tone;

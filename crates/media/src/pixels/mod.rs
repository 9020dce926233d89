//! Pixels: decoded, turned upright, brought to sRGB, made smaller.
//!
//! Not here: which sizes readers get, and how pixels are written again.

mod colour;
mod decode;
mod jpeg;
mod orientation;
mod raster;
mod resize;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use colour::to_srgb;
pub(crate) use decode::{Decoded, decode};
pub use orientation::Orientation;
pub(crate) use raster::{Channels, Raster};
pub(crate) use resize::{Region, resized};

//! The pictures that readers get: crops, widths, and how they are named.
//!
//! A rendition is named `{crop}-{width}.{ext}`, as in an address (`whole-960.webp`,
//! `16x9-0c1f3a77-640.jpg`). The crop of a focal point names the point's digest, so that the bytes
//! behind an address never change. Not here: when a rendition is made and where it is kept.

mod crop;
mod encode;
mod make;

#[cfg(test)]
mod tests;

pub use crop::{Crop, Focal, Ratio};
pub use make::{Inspected, inspect, render};

use crate::pixels::Region;
use std::fmt;

/// The widths that are made, in pixels, where the picture is not narrower. What is narrower than
/// the widest gets its own width on top.
pub const LADDER: [u32; 7] = [160, 320, 480, 640, 960, 1280, 1920];

/// The most rows of a rendition: WebP ends at 16,383, and a column of text needs no more. A line of
/// single pixels that is longer is pressed together.
const HIGHEST: u64 = 8_000;

/// How a rendition is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// For readers' programs that know no other.
    Jpeg,
    /// For all others: about a quarter smaller, and it can be seen through.
    WebP,
}

impl Encoding {
    /// Both.
    pub const ALL: [Encoding; 2] = [Encoding::Jpeg, Encoding::WebP];

    /// The ending of a name.
    pub const fn extension(self) -> &'static str {
        match self {
            Encoding::Jpeg => "jpg",
            Encoding::WebP => "webp",
        }
    }

    /// The media type (IANA).
    pub const fn media_type(self) -> &'static str {
        match self {
            Encoding::Jpeg => "image/jpeg",
            Encoding::WebP => "image/webp",
        }
    }
}

/// A rendition of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rendition {
    /// What is cut away.
    pub crop: Crop,
    /// How wide it is, in pixels.
    pub width: u32,
    /// How it is written.
    pub encoding: Encoding,
}

impl fmt::Display for Rendition {
    /// Its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}.{}", self.crop, self.width, self.encoding.extension())
    }
}

impl Rendition {
    /// The rendition of this name, if its crop is one of `crops`: those that the asset has now. A
    /// name with another crop, or in another form than the one in which it is written, names none.
    pub fn named(name: &str, crops: &[Crop]) -> Option<Rendition> {
        let (stem, extension) = name.rsplit_once('.')?;
        let (crop, width) = stem.rsplit_once('-')?;
        let encoding = Encoding::ALL.into_iter().find(|encoding| encoding.extension() == extension)?;
        let crop = *crops.iter().find(|known| known.to_string() == crop)?;
        let rendition = Rendition { crop, width: width.parse().ok()?, encoding };
        (rendition.to_string() == name).then_some(rendition)
    }
}

/// A picture's size as it is seen, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Size {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl Size {
    /// The widths in which there are renditions of this crop, the narrowest first. Nothing is
    /// enlarged. There is always one.
    pub fn widths(self, crop: Crop) -> Vec<u32> {
        let widest = widest(crop.region(self));
        let mut widths: Vec<u32> = LADDER.into_iter().filter(|width| *width < widest).collect();
        widths.push(widest);
        widths
    }

    /// The size of the rendition of this width; none where there is no such rendition.
    pub fn rendition(self, crop: Crop, width: u32) -> Option<Size> {
        let region = crop.region(self);
        self.widths(crop).contains(&width).then(|| Size { width, height: height_at(region, width) })
    }
}

/// The widest rendition of a part of a picture.
fn widest(region: Region) -> u32 {
    let [.., most] = LADDER;
    // What is too high is made narrower.
    let fitting = u64::from(region.width) * HIGHEST / u64::from(region.height.max(1));
    region.width.min(most).min(u32::try_from(fitting).unwrap_or(most)).max(1)
}

/// The rows of a part of a picture at a width.
fn height_at(region: Region, width: u32) -> u32 {
    let (own, high) = (u64::from(region.width.max(1)), u64::from(region.height));
    let rows = (high * u64::from(width) + own / 2) / own;
    u32::try_from(rows.clamp(1, HIGHEST)).unwrap_or(u32::MAX)
}

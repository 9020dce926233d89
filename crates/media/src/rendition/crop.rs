//! What is cut away of a picture, and around which point.

use super::Size;
use crate::pixels::Region;
use std::fmt;

/// The shapes that pages and cards ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ratio {
    /// 16 × 9: leads and cards.
    Wide,
    /// 3 × 2: what cameras see.
    Photo,
    /// 1 × 1: portraits and marks.
    Square,
    /// 4 × 5: upright, for galleries and phones.
    Upright,
    /// 40 × 21: cards of social networks (1,200 × 630).
    Social,
}

impl Ratio {
    /// All of them.
    pub const ALL: [Ratio; 5] = [Ratio::Wide, Ratio::Photo, Ratio::Square, Ratio::Upright, Ratio::Social];

    /// Width and height.
    pub const fn sides(self) -> (u32, u32) {
        match self {
            Ratio::Wide => (16, 9),
            Ratio::Photo => (3, 2),
            Ratio::Square => (1, 1),
            Ratio::Upright => (4, 5),
            Ratio::Social => (40, 21),
        }
    }
}

/// The point of a picture that no crop may lose, in ten-thousandths of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Focal {
    x: u16,
    y: u16,
}

impl Focal {
    /// The middle.
    pub const CENTRE: Focal = Focal { x: 5_000, y: 5_000 };

    /// A point, each from 0 (left, top) to 10,000 (right, bottom); none outside.
    pub const fn new(x: u16, y: u16) -> Option<Focal> {
        if x <= 10_000 && y <= 10_000 { Some(Focal { x, y }) } else { None }
    }

    /// From the left, in ten-thousandths.
    pub const fn x(self) -> u16 {
        self.x
    }

    /// From the top, in ten-thousandths.
    pub const fn y(self) -> u16 {
        self.y
    }

    /// Eight digits that stand for the point in addresses.
    fn digest(self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.x.to_be_bytes()).update(&self.y.to_be_bytes());
        hasher.finalize().as_bytes().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What is cut away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crop {
    /// Nothing.
    Whole,
    /// As little as makes the shape, with the point as near to the middle as it can be.
    To(Ratio, Focal),
}

impl fmt::Display for Crop {
    /// Its name: `whole`, or the ratio and the focal point's digest.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Crop::Whole => f.write_str("whole"),
            Crop::To(ratio, focal) => {
                let (wide, high) = ratio.sides();
                write!(f, "{wide}x{high}-{}", focal.digest())
            }
        }
    }
}

impl Crop {
    /// All crops of a picture with this focal point: those whose addresses lead somewhere.
    pub fn all(focal: Focal) -> [Crop; 6] {
        let [wide, photo, square, upright, social] = Ratio::ALL.map(|ratio| Crop::To(ratio, focal));
        [Crop::Whole, wide, photo, square, upright, social]
    }

    /// The part that is left, in pixels of the picture as it is seen.
    pub(crate) fn region(self, size: Size) -> Region {
        let Size { width, height } = size;
        let Crop::To(ratio, focal) = self else { return Region { x: 0, y: 0, width, height } };
        let (wide, high) = ratio.sides();
        let (across, down) = (u64::from(width) * u64::from(high), u64::from(height) * u64::from(wide));
        if across > down {
            let kept = at_least_one(down / u64::from(high));
            Region { x: place(width, kept, focal.x), y: 0, width: kept, height }
        } else {
            let kept = at_least_one(across / u64::from(wide));
            Region { x: 0, y: place(height, kept, focal.y), width, height: kept }
        }
    }
}

/// Where `kept` of `whole` begins, so that the point is in its middle or as near as can be.
fn place(whole: u32, kept: u32, point: u16) -> u32 {
    let middle = u64::from(whole) * u64::from(point) / 10_000;
    let start = middle.saturating_sub(u64::from(kept / 2));
    u32::try_from(start).unwrap_or(u32::MAX).min(whole.saturating_sub(kept))
}

fn at_least_one(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX).max(1)
}

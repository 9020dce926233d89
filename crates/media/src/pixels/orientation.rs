//! How a stored picture is to be turned (EXIF tag 274).

use super::{Raster, Region};

/// What has to be done to a stored picture so that it is upright.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Orientation {
    /// 1: nothing.
    #[default]
    Upright,
    /// 2: exchange left and right.
    Mirrored,
    /// 3: turn by 180°.
    UpsideDown,
    /// 4: exchange top and bottom.
    Flipped,
    /// 5: exchange rows and columns.
    Transposed,
    /// 6: turn by 90° clockwise.
    TurnRight,
    /// 7: exchange rows and columns from the other corner.
    Transversed,
    /// 8: turn by 90° counter-clockwise.
    TurnLeft,
}

impl Orientation {
    /// By EXIF's number; others than 1 to 8 mean nothing.
    pub(crate) fn from_exif(number: u32) -> Option<Orientation> {
        Some(match number {
            1 => Orientation::Upright,
            2 => Orientation::Mirrored,
            3 => Orientation::UpsideDown,
            4 => Orientation::Flipped,
            5 => Orientation::Transposed,
            6 => Orientation::TurnRight,
            7 => Orientation::Transversed,
            8 => Orientation::TurnLeft,
            _ => return None,
        })
    }

    /// Whether width and height change places.
    pub const fn is_on_its_side(self) -> bool {
        matches!(
            self,
            Orientation::Transposed
                | Orientation::TurnRight
                | Orientation::Transversed
                | Orientation::TurnLeft
        )
    }

    /// Whether stored columns, stored rows run backwards in what is seen.
    const fn backwards(self) -> (bool, bool) {
        match self {
            Orientation::Upright | Orientation::Transposed => (false, false),
            Orientation::Mirrored | Orientation::TurnLeft => (true, false),
            Orientation::Flipped | Orientation::TurnRight => (false, true),
            Orientation::UpsideDown | Orientation::Transversed => (true, true),
        }
    }

    /// The part of the stored picture (`width` × `height`) that is seen as `seen`.
    pub(crate) fn stored(self, seen: Region, width: u32, height: u32) -> Region {
        let Region { x, y, width: w, height: h } = seen;
        let (x, y, w, h) = if self.is_on_its_side() { (y, x, h, w) } else { (x, y, w, h) };
        let (columns, rows) = self.backwards();
        let x = if columns { width.saturating_sub(x + w) } else { x };
        let y = if rows { height.saturating_sub(y + h) } else { y };
        Region { x, y, width: w, height: h }
    }

    /// The picture as it is seen.
    pub(crate) fn applied(self, stored: Raster) -> Raster {
        if self == Orientation::Upright {
            return stored;
        }
        let (width, height) = (stored.width(), stored.height());
        let (wide, high) = if self.is_on_its_side() { (height, width) } else { (width, height) };
        let size = stored.channels().count();
        let mut bytes = Vec::with_capacity(stored.bytes().len());
        for y in 0..high {
            for x in 0..wide {
                let from = self.stored(Region { x, y, width: 1, height: 1 }, width, height);
                let at = (from.y as usize * width as usize + from.x as usize) * size;
                bytes.extend_from_slice(stored.bytes().get(at..at + size).unwrap_or_default());
            }
        }
        // As many pixels as before: the rows are full.
        Raster::new(wide, high, stored.channels(), bytes).unwrap_or(stored)
    }
}

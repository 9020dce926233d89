//! The colour that holds a picture's place until it comes.

use crate::pixels::Raster;

/// One of a fixed set of colours: a page may have no style of its own (its CSP bars that), so each
/// tone is a class of the style sheet. The number is its place in [`Tone::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tone(u8);

/// Grey and six hues, each dark, middle and light; muted, since they are means of whole pictures.
const COLOURS: [[u8; 3]; 21] = [
    [0x2e, 0x2e, 0x2e],
    [0x7a, 0x7a, 0x7a],
    [0xc8, 0xc8, 0xc8],
    [0x4a, 0x24, 0x20],
    [0x9c, 0x66, 0x60],
    [0xdc, 0xba, 0xb4],
    [0x42, 0x2e, 0x14],
    [0x94, 0x74, 0x4c],
    [0xd8, 0xc4, 0xa4],
    [0x2a, 0x36, 0x18],
    [0x70, 0x80, 0x56],
    [0xbe, 0xcc, 0xaa],
    [0x12, 0x38, 0x38],
    [0x4c, 0x82, 0x82],
    [0xa6, 0xce, 0xce],
    [0x1c, 0x2c, 0x4c],
    [0x5c, 0x74, 0x9e],
    [0xae, 0xc2, 0xde],
    [0x3a, 0x24, 0x46],
    [0x84, 0x68, 0x96],
    [0xce, 0xba, 0xd8],
];

impl Tone {
    /// How many there are.
    pub const COUNT: u8 = 21;

    /// All of them.
    pub fn all() -> impl Iterator<Item = Tone> {
        (0..Tone::COUNT).map(Tone)
    }

    /// The tone of this number, as a database keeps it.
    pub const fn from_number(number: u8) -> Option<Tone> {
        if number < Tone::COUNT { Some(Tone(number)) } else { None }
    }

    /// Its number, below [`Tone::COUNT`].
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its colour, red, green and blue.
    pub fn colour(self) -> [u8; 3] {
        COLOURS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The tone nearest to the mean of a picture in RGB or RGBA, as it looks on white.
    pub(crate) fn of(raster: &Raster) -> Tone {
        let (mut sums, mut count) = ([0_u64; 3], 0_u64);
        for pixel in raster.pixels() {
            let alpha = u64::from(pixel.get(3).copied().unwrap_or(255));
            for (sum, ink) in sums.iter_mut().zip(pixel) {
                *sum += u64::from(*ink) * alpha + 255 * (255 - alpha);
            }
            count += 255;
        }
        nearest(sums.map(|sum| sum / count.max(1)))
    }
}

fn nearest(mean: [u64; 3]) -> Tone {
    // Green is seen best, blue least.
    let weights = [3, 4, 2];
    let distance = |tone: &Tone| {
        let pairs = tone.colour().into_iter().map(u64::from).zip(mean).zip(weights);
        pairs.map(|((a, b), weight)| weight * a.abs_diff(b).pow(2)).sum::<u64>()
    };
    Tone::all().min_by_key(distance).unwrap_or(Tone(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pixels::Channels;

    fn tone(pixel: &[u8]) -> Tone {
        let channels = if pixel.len() == 4 { Channels::Rgba } else { Channels::Rgb };
        Tone::of(&Raster::new(2, 1, channels, pixel.repeat(2)).unwrap())
    }

    #[test]
    fn each_tone_is_its_own_nearest_and_keeps_its_number() {
        assert_eq!(COLOURS.len(), usize::from(Tone::COUNT));
        for given in Tone::all() {
            assert_eq!(tone(&given.colour()), given);
            assert_eq!(Tone::from_number(given.number()), Some(given));
        }
        assert_eq!(Tone::from_number(Tone::COUNT), None);
    }

    #[test]
    fn what_cannot_be_seen_counts_as_white() {
        assert_eq!(tone(&[0, 0, 0, 0]), tone(&[255, 255, 255]));
        assert_eq!(tone(&[0, 0, 0, 255]), tone(&[0, 0, 0]));
    }
}

//! A picture in memory.

/// What the bytes of a pixel mean, 8 bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Channels {
    Gray,
    GrayAlpha,
    Rgb,
    Rgba,
    /// Ink, 0 for none, 255 for full.
    Cmyk,
}

impl Channels {
    pub(crate) const fn count(self) -> usize {
        match self {
            Channels::Gray => 1,
            Channels::GrayAlpha => 2,
            Channels::Rgb => 3,
            Channels::Rgba | Channels::Cmyk => 4,
        }
    }
}

/// Rows of pixels from the top, without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Raster {
    width: u32,
    height: u32,
    channels: Channels,
    bytes: Vec<u8>,
}

impl Raster {
    /// None where the bytes do not fill the rows exactly.
    pub(crate) fn new(width: u32, height: u32, channels: Channels, bytes: Vec<u8>) -> Option<Raster> {
        let pixels = u64::from(width) * u64::from(height);
        let whole = pixels.checked_mul(channels.count() as u64) == Some(bytes.len() as u64);
        (whole && pixels > 0).then_some(Raster { width, height, channels, bytes })
    }

    pub(crate) const fn width(&self) -> u32 {
        self.width
    }

    pub(crate) const fn height(&self) -> u32 {
        self.height
    }

    pub(crate) const fn channels(&self) -> Channels {
        self.channels
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn pixels(&self) -> std::slice::ChunksExact<'_, u8> {
        self.bytes.chunks_exact(self.channels.count())
    }

    /// The same size with other pixels.
    pub(crate) fn recoloured(
        &self,
        channels: Channels,
        pixel: impl Fn(&[u8], &mut Vec<u8>),
    ) -> Option<Raster> {
        let mut bytes = Vec::with_capacity(self.bytes.len() / self.channels.count() * channels.count());
        self.pixels().for_each(|from| pixel(from, &mut bytes));
        Raster::new(self.width, self.height, channels, bytes)
    }

    /// Whether a pixel can be seen through.
    pub(crate) fn is_see_through(&self) -> bool {
        match self.channels {
            Channels::Rgba => self.pixels().any(|pixel| pixel.last() != Some(&255)),
            Channels::GrayAlpha => self.pixels().any(|pixel| pixel.last() != Some(&255)),
            Channels::Gray | Channels::Rgb | Channels::Cmyk => false,
        }
    }

    /// RGB on white paper.
    pub(crate) fn on_white(&self) -> Option<Raster> {
        self.recoloured(Channels::Rgb, |pixel, out| match *pixel {
            [red, green, blue, alpha] => out.extend([red, green, blue].map(|ink| over_white(ink, alpha))),
            _ => out.extend_from_slice(pixel),
        })
    }
}

fn over_white(ink: u8, alpha: u8) -> u8 {
    let (ink, alpha) = (u16::from(ink), u16::from(alpha));
    let mixed = (ink * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

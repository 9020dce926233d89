//! What bytes are, looked at before anything is decoded.
//!
//! The first bytes say the format; a name or a `Content-Type` never does. Not here: whether the
//! pixels can be decoded, which [`crate::inspect`] tries.

mod magic;

#[cfg(test)]
mod tests;

use crate::{Orientation, Refusal, container, container::Header};

/// The formats that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// JPEG, in all its processes that cameras and programs write.
    Jpeg,
    /// PNG; of an animated one the default picture.
    Png,
    /// GIF; of an animated one the first frame.
    Gif,
    /// WebP; of an animated one the first frame.
    WebP,
    /// TIFF; of several pages the first.
    Tiff,
}

impl Format {
    /// The usual name.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Jpeg => "JPEG",
            Format::Png => "PNG",
            Format::Gif => "GIF",
            Format::WebP => "WebP",
            Format::Tiff => "TIFF",
        }
    }

    /// The media type (IANA).
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Jpeg => "image/jpeg",
            Format::Png => "image/png",
            Format::Gif => "image/gif",
            Format::WebP => "image/webp",
            Format::Tiff => "image/tiff",
        }
    }
}

/// The most that is taken. Time needs no bound of its own: with bytes and pixels bounded, and one
/// frame decoded of however many, it is bounded too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub bytes: u64,
    /// Pixels of a picture, width × height.
    pub pixels: u64,
    /// Bytes of memory that decoding may take.
    pub memory: u64,
}

impl Default for Limits {
    /// 64 MB, 80 megapixels and 400 MB: what any camera of the press writes, but no poster's print file.
    fn default() -> Limits {
        Limits { bytes: 64_000_000, pixels: 80_000_000, memory: 400_000_000 }
    }
}

/// What a look at the header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probed {
    /// The format.
    pub format: Format,
    /// Columns as stored.
    pub stored_width: u32,
    /// Rows as stored.
    pub stored_height: u32,
    /// How the stored picture is to be turned to be seen.
    pub orientation: Orientation,
    /// Memory that decoding takes at most, in bytes.
    pub memory: u64,
    /// Whether the file visibly ends too early: what is missing at its foot will be grey. JPEG
    /// alone is taken so, since readers' programs show such files; others are refused.
    pub cut_short: bool,
}

impl Probed {
    /// Columns as seen.
    pub fn width(&self) -> u32 {
        if self.orientation.is_on_its_side() { self.stored_height } else { self.stored_width }
    }

    /// Rows as seen.
    pub fn height(&self) -> u32 {
        if self.orientation.is_on_its_side() { self.stored_width } else { self.stored_height }
    }
}

/// Tells what the bytes are and refuses what is not taken, without decoding.
///
/// # Errors
/// Why the bytes are not taken.
pub fn probe(bytes: &[u8], limits: &Limits) -> Result<Probed, Refusal> {
    let size = bytes.len() as u64;
    if size > limits.bytes {
        return Err(Refusal::Bytes { bytes: size, most: limits.bytes });
    }
    let format = magic::format(bytes)?;
    let Some(header) = container::header(format, bytes) else {
        return Err(Refusal::Broken { format: format.name(), why: "it has no size".into() });
    };
    let memory = within(&header, limits)?;
    Ok(Probed {
        format,
        stored_width: header.width,
        stored_height: header.height,
        orientation: crate::metadata::orientation(format, bytes),
        memory,
        cut_short: header.cut_short,
    })
}

/// The memory that decoding takes, if size and memory are within the limits.
fn within(header: &Header, limits: &Limits) -> Result<u64, Refusal> {
    let (width, height) = (header.width, header.height);
    if width == 0 || height == 0 {
        return Err(Refusal::NoPixels { width, height });
    }
    // Two numbers of 32 bits: the product fits.
    let pixels = u64::from(width) * u64::from(height);
    let memory = pixels.saturating_mul(header.bytes_a_pixel);
    if pixels > limits.pixels || memory > limits.memory {
        let most = limits.pixels.min(limits.memory / header.bytes_a_pixel);
        return Err(Refusal::Pixels { width, height, most });
    }
    Ok(memory)
}

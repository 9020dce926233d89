//! Bytes of a file to pixels: the first frame, the first page.

use super::{Channels, Raster, jpeg};
use crate::{Format, Limits, Refusal, probe};
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader};
use std::io::Cursor;

/// Memory that a decoder may take beside the pixels, in bytes.
const BESIDE: u64 = 32 << 20;

/// A decoded picture as it is stored.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) raster: Raster,
    /// The ICC profile that says what its numbers mean.
    pub(crate) profile: Option<Vec<u8>>,
}

/// Decodes what [`probe`] lets pass.
///
/// # Errors
/// Why the bytes are not taken.
pub(crate) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Refusal> {
    let probed = probe(bytes, limits)?;
    let name = probed.format.name();
    let broken = |why: String| Refusal::Broken { format: name, why };
    let failed = |cause: ImageError| match cause {
        ImageError::Unsupported(why) => Refusal::Kind { format: name, why: why.to_string() },
        cause => broken(cause.to_string()),
    };
    let format = match probed.format {
        Format::Jpeg => return jpeg::decode(bytes, &probed).map_err(broken),
        Format::Png => ImageFormat::Png,
        Format::Gif => ImageFormat::Gif,
        Format::WebP => ImageFormat::WebP,
        Format::Tiff => ImageFormat::Tiff,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut within = image::Limits::default();
    within.max_image_width = Some(probed.stored_width);
    within.max_image_height = Some(probed.stored_height);
    within.max_alloc = Some(probed.memory + BESIDE);
    reader.limits(within);
    let mut decoder = reader.into_decoder().map_err(failed)?;
    // A profile that cannot be read is as good as none.
    let profile = decoder.icc_profile().unwrap_or_default();
    let picture = DynamicImage::from_decoder(decoder).map_err(failed)?;
    let raster = eight_bits(picture).ok_or_else(|| broken("its rows are not full".into()))?;
    Ok(Decoded { raster, profile })
}

fn eight_bits(picture: DynamicImage) -> Option<Raster> {
    let (width, height) = (picture.width(), picture.height());
    let colour = picture.color();
    let (channels, bytes) = match (colour.has_color(), colour.has_alpha()) {
        (false, false) => (Channels::Gray, picture.into_luma8().into_raw()),
        (false, true) => (Channels::GrayAlpha, picture.into_luma_alpha8().into_raw()),
        (true, false) => (Channels::Rgb, picture.into_rgb8().into_raw()),
        (true, true) => (Channels::Rgba, picture.into_rgba8().into_raw()),
    };
    Raster::new(width, height, channels, bytes)
}

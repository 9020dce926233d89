//! Pixels to the bytes that go out: those of the pixels and nothing else.

use super::Encoding;
use crate::pixels::{Channels, Raster};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use std::borrow::Cow;
use webp::{PixelLayout, WebPConfig};

/// Where one sees no difference to the original on a page.
const JPEG_QUALITY: u8 = 80;
const WEBP_QUALITY: f32 = 76.0;
/// 0 is fastest, 6 smallest.
const WEBP_EFFORT: i32 = 4;

/// Writes a picture in RGB or RGBA; an error is in the encoder's words.
pub(super) fn encode(raster: &Raster, encoding: Encoding) -> Result<Vec<u8>, String> {
    match encoding {
        Encoding::Jpeg => jpeg(raster),
        Encoding::WebP => webp(raster),
    }
}

fn jpeg(raster: &Raster) -> Result<Vec<u8>, String> {
    let flat = if raster.channels() == Channels::Rgb {
        Cow::Borrowed(raster)
    } else {
        Cow::Owned(raster.on_white().ok_or("not RGB")?)
    };
    let side = |pixels: u32| u16::try_from(pixels).map_err(|cause| cause.to_string());
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, JPEG_QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    // Comes into sight as a whole, and is smaller.
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder
        .encode(flat.bytes(), side(flat.width())?, side(flat.height())?, ColorType::Rgb)
        .map_err(|cause| cause.to_string())?;
    Ok(bytes)
}

fn webp(raster: &Raster) -> Result<Vec<u8>, String> {
    let flat = if raster.channels() == Channels::Rgb || raster.is_see_through() {
        Cow::Borrowed(raster)
    } else {
        Cow::Owned(raster.on_white().ok_or("not RGB")?)
    };
    let layout = if flat.channels() == Channels::Rgb { PixelLayout::Rgb } else { PixelLayout::Rgba };
    let mut config = WebPConfig::new().map_err(|()| "libwebp is of another version")?;
    config.quality = WEBP_QUALITY;
    config.method = WEBP_EFFORT;
    config.alpha_compression = 1;
    let encoder = webp::Encoder::new(flat.bytes(), layout, flat.width(), flat.height());
    let memory = encoder.encode_advanced(&config).map_err(|cause| format!("{cause:?}"))?;
    Ok(memory.to_vec())
}

//! Fewer pixels.

use super::{Channels, Raster};
use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

/// A part of a picture, in pixels from its left upper corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// The part `region` of a picture at this size; none where it lies outside.
pub(crate) fn resized(from: &Raster, region: Region, width: u32, height: u32) -> Option<Raster> {
    let kind = match from.channels() {
        Channels::Gray => PixelType::U8,
        Channels::GrayAlpha => PixelType::U8x2,
        Channels::Rgb => PixelType::U8x3,
        Channels::Rgba | Channels::Cmyk => PixelType::U8x4,
    };
    let source = ImageRef::new(from.width(), from.height(), from.bytes(), kind).ok()?;
    let mut target = Image::new(width, height, kind);
    let options = ResizeOptions::new()
        .crop(region.x.into(), region.y.into(), region.width.into(), region.height.into())
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        // The fourth channel of ink is no alpha.
        .use_alpha(from.channels() != Channels::Cmyk);
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    Raster::new(width, height, from.channels(), target.into_vec())
}

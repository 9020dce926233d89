//! Colours as the web means them: sRGB.

use super::{Channels, Raster};
use moxcms::{ColorProfile, DataColorSpace, Layout, RenderingIntent, TransformOptions};

/// The picture in sRGB, RGB or RGBA. A profile that is broken, or that is of other channels than
/// the picture, is as good as none: the numbers are taken for sRGB, ink for what printers' ink
/// roughly is. That is what browsers do.
pub(crate) fn to_srgb(raster: Raster, profile: Option<&[u8]>) -> Raster {
    let profiled = profile.and_then(|profile| profiled(&raster, profile));
    profiled.or_else(|| plain(&raster)).unwrap_or(raster)
}

fn profiled(raster: &Raster, profile: &[u8]) -> Option<Raster> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    let (space, from, to, channels) = match raster.channels() {
        Channels::Gray => (DataColorSpace::Gray, Layout::Gray, Layout::Rgb, Channels::Rgb),
        Channels::GrayAlpha => (DataColorSpace::Gray, Layout::GrayAlpha, Layout::Rgba, Channels::Rgba),
        Channels::Rgb => (DataColorSpace::Rgb, Layout::Rgb, Layout::Rgb, Channels::Rgb),
        Channels::Rgba => (DataColorSpace::Rgb, Layout::Rgba, Layout::Rgba, Channels::Rgba),
        // Four channels of ink go where RGBA would.
        Channels::Cmyk => (DataColorSpace::Cmyk, Layout::Rgba, Layout::Rgb, Channels::Rgb),
    };
    if profile.color_space != space {
        return None;
    }
    let options =
        TransformOptions { rendering_intent: RenderingIntent::Perceptual, ..TransformOptions::default() };
    let transform = profile.create_transform_8bit(from, &ColorProfile::new_srgb(), to, options).ok()?;
    let pixels = raster.bytes().len() / raster.channels().count();
    let mut bytes = vec![0; pixels * channels.count()];
    transform.transform(raster.bytes(), &mut bytes).ok()?;
    Raster::new(raster.width(), raster.height(), channels, bytes)
}

fn plain(raster: &Raster) -> Option<Raster> {
    match raster.channels() {
        Channels::Rgb | Channels::Rgba => None,
        Channels::Gray => raster.recoloured(Channels::Rgb, |pixel, out| {
            out.extend(pixel.iter().flat_map(|gray| [*gray; 3]));
        }),
        Channels::GrayAlpha => raster.recoloured(Channels::Rgba, |pixel, out| {
            if let [gray, alpha] = *pixel {
                out.extend([gray, gray, gray, alpha]);
            }
        }),
        Channels::Cmyk => raster.recoloured(Channels::Rgb, |pixel, out| {
            if let [cyan, magenta, yellow, black] = *pixel {
                out.extend([cyan, magenta, yellow].map(|ink| light(ink, black)));
            }
        }),
    }
}

/// What is left of white light behind two inks.
fn light(ink: u8, black: u8) -> u8 {
    let left = (255 - u16::from(ink)) * (255 - u16::from(black));
    u8::try_from((left + 127) / 255).unwrap_or(u8::MAX)
}

//! JPEG to pixels, ink kept as ink so that its profile can be applied.

use super::{Channels, Decoded, Raster};
use crate::Probed;
use zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions};
use zune_jpeg::JpegDecoder;

/// Decodes; an error is in the decoder's words.
pub(super) fn decode(bytes: &[u8], probed: &Probed) -> Result<Decoded, String> {
    let options = DecoderOptions::default()
        .set_max_width(probed.stored_width as usize)
        .set_max_height(probed.stored_height as usize);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|cause| cause.to_string())?;
    let stored = decoder.input_colorspace().ok_or("it has no colours")?;
    let (asked, channels) = match stored {
        ColorSpace::Luma => (ColorSpace::Luma, Channels::Gray),
        ColorSpace::CMYK => (ColorSpace::CMYK, Channels::Cmyk),
        ColorSpace::YCCK => (ColorSpace::YCCK, Channels::Cmyk),
        _ => (ColorSpace::RGB, Channels::Rgb),
    };
    decoder.set_options(options.jpeg_set_out_colorspace(asked));
    let profile = decoder.icc_profile();
    let (width, height) = decoder.dimensions().ok_or("it has no size")?;
    let mut pixels = decoder.decode().map_err(|cause| cause.to_string())?;
    match asked {
        ColorSpace::YCCK => pixels.chunks_exact_mut(4).for_each(ink_of_ycck),
        // Programs write ink upside down (Adobe Technical Note 5116); so do readers take it.
        ColorSpace::CMYK => pixels.iter_mut().for_each(|ink| *ink = 255 - *ink),
        _ => {}
    }
    let (width, height) = (u32::try_from(width), u32::try_from(height));
    let raster = Raster::new(width.unwrap_or(0), height.unwrap_or(0), channels, pixels);
    Ok(Decoded { raster: raster.ok_or("its rows are not full")?, profile })
}

/// Luminance, two differences of colour and black, written upside down, to ink (ITU-T T.871, 7;
/// the three make the complement of cyan, magenta and yellow).
fn ink_of_ycck(pixel: &mut [u8]) {
    let [y, cb, cr, k] = pixel else { return };
    let (luma, blue, red) = (f32::from(*y), f32::from(*cb) - 128.0, f32::from(*cr) - 128.0);
    let rgb = [luma + 1.402 * red, luma - 0.344_136 * blue - 0.714_136 * red, luma + 1.772 * blue];
    // Not upside down for the three: twice a complement.
    let [cyan, magenta, yellow] = rgb.map(|value| value.round().clamp(0.0, 255.0) as u8);
    (*y, *cb, *cr, *k) = (cyan, magenta, yellow, 255 - *k);
}

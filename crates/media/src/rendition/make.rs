//! From an original's bytes to renditions: decoded once, brought to the widest rendition, and from
//! there to all others. Always on that way, so that a rendition has the same bytes whether it was
//! made alone or with all.

use super::{Crop, Encoding, Size, encode, height_at, widest};
use crate::{
    Error, Limits, Metadata, Probed, Refusal, Tone, metadata,
    pixels::{Decoded, Raster, Region, decode, resized, to_srgb},
    probe,
};

/// All there is to know of a picture that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    /// Format and size.
    pub probed: Probed,
    /// What the file says of it.
    pub metadata: Metadata,
    /// What holds its place.
    pub tone: Tone,
}

impl Inspected {
    /// The size as it is seen.
    pub fn size(&self) -> Size {
        seen(&self.probed)
    }
}

/// Takes a picture in: reads what it is and says, and decodes it whole, so that what cannot be
/// shown is refused now. Takes tenths of a second of CPU.
///
/// # Errors
/// Why it is not taken.
pub fn inspect(bytes: &[u8], limits: &Limits) -> Result<Inspected, Refusal> {
    let probed = probe(bytes, limits)?;
    let master = master(decode(bytes, limits)?, &probed, Crop::Whole)?;
    Ok(Inspected { probed, metadata: metadata(probed.format, bytes), tone: Tone::of(&master) })
}

/// Makes renditions of one crop, as many as are asked for, in that order. Takes tenths of a second
/// of CPU.
///
/// # Errors
/// [`Error::Refused`], or [`Error::NoSuchRendition`] for a width that this picture does not have.
pub fn render(
    bytes: &[u8],
    limits: &Limits,
    crop: Crop,
    wanted: &[(u32, Encoding)],
) -> Result<Vec<Vec<u8>>, Error> {
    let probed = probe(bytes, limits)?;
    let sizes = wanted.iter().map(|(width, _)| seen(&probed).rendition(crop, *width));
    let sizes: Vec<Size> = sizes.collect::<Option<_>>().ok_or(Error::NoSuchRendition)?;
    let master = master(decode(bytes, limits)?, &probed, crop)?;
    let broken = |why: String| Refusal::Broken { format: probed.format.name(), why };
    let mut made = Vec::with_capacity(wanted.len());
    let mut smaller: Option<Raster> = None;
    for (size, (_, encoding)) in sizes.into_iter().zip(wanted) {
        // The widest is the master itself; the same width twice is made smaller once.
        if size.width == master.width() {
            made.push(encode::encode(&master, *encoding).map_err(broken)?);
            continue;
        }
        let raster = match smaller.take() {
            Some(raster) if raster.width() == size.width => raster,
            _ => narrowed(&master, size).ok_or_else(|| broken("it cannot be made smaller".into()))?,
        };
        made.push(encode::encode(&raster, *encoding).map_err(broken)?);
        smaller = Some(raster);
    }
    Ok(made)
}

fn seen(probed: &Probed) -> Size {
    Size { width: probed.width(), height: probed.height() }
}

/// The widest rendition's pixels: cut, made smaller, turned upright, in sRGB. Made smaller first,
/// since everything else costs by the pixel.
fn master(decoded: Decoded, probed: &Probed, crop: Crop) -> Result<Raster, Refusal> {
    let Decoded { raster, profile } = decoded;
    let region = crop.region(seen(probed));
    let width = widest(region);
    let size = Size { width, height: height_at(region, width) };
    let stored = probed.orientation.stored(region, raster.width(), raster.height());
    let (wide, high) = if probed.orientation.is_on_its_side() {
        (size.height, size.width)
    } else {
        (size.width, size.height)
    };
    let small = if (stored.width, stored.height) == (raster.width(), raster.height())
        && (wide, high) == (raster.width(), raster.height())
    {
        Some(raster)
    } else {
        resized(&raster, stored, wide, high)
    };
    let small = small.ok_or_else(|| Refusal::Broken {
        format: probed.format.name(),
        why: "its header and its pixels have different sizes".into(),
    })?;
    Ok(probed.orientation.applied(to_srgb(small, profile.as_deref())))
}

fn narrowed(master: &Raster, size: Size) -> Option<Raster> {
    let all = Region { x: 0, y: 0, width: master.width(), height: master.height() };
    resized(master, all, size.width, size.height)
}

//! EXIF (CIPA DC-008): the few tags that tell who, what and when. Positions and serial numbers are
//! not read.

use super::text::{moment, of_unknown_encoding, tidy};
use crate::{
    Orientation,
    container::{Ifd, Tiff, Value},
};

const DESCRIPTION: u16 = 0x010e;
const ORIENTATION: u16 = 0x0112;
const ARTIST: u16 = 0x013b;
const COPYRIGHT: u16 = 0x8298;
const EXIF: u16 = 0x8769;
const GPS: u16 = 0x8825;
const TAKEN: u16 = 0x9003;
const TAKEN_ZONE: u16 = 0x9011;
const LATITUDE: u16 = 0x0002;

/// What cameras write where a caption belongs; it says nothing of the picture.
const CAMERAS: [&str; 7] = [
    "olympus digital camera",
    "digital camera",
    "konica minolta digital camera",
    "minolta digital camera",
    "samsung digimax",
    "sony dsc",
    "default",
];

#[derive(Debug, Default)]
pub(super) struct Exif {
    pub(super) description: Option<String>,
    pub(super) artists: Vec<String>,
    pub(super) copyright: Option<String>,
    pub(super) taken: Option<String>,
    pub(super) has_position: bool,
    /// Whether there is no directory to read.
    pub(super) broken: bool,
}

/// How the stored picture is to be turned.
pub(super) fn orientation(bytes: &[u8]) -> Option<Orientation> {
    let number = Tiff::of(bytes)?.first()?.value(ORIENTATION)?.number()?;
    Orientation::from_exif(number)
}

pub(super) fn read(bytes: &[u8]) -> Exif {
    let Some(first) = Tiff::of(bytes).and_then(Tiff::first) else {
        return Exif { broken: true, ..Exif::default() };
    };
    let description = text(first, DESCRIPTION).filter(|text| !CAMERAS.contains(&&*text.to_lowercase()));
    let artists = text(first, ARTIST).unwrap_or_default();
    Exif {
        description,
        // Several are set apart by semicolons (DC-008, 4.6.5, "Artist").
        artists: artists.split(';').filter_map(tidy).collect(),
        copyright: first.value(COPYRIGHT).and_then(copyright),
        taken: first.directory(EXIF).and_then(taken),
        has_position: first.directory(GPS).is_some_and(|gps| gps.value(LATITUDE).is_some()),
        broken: false,
    }
}

fn text(ifd: Ifd<'_>, tag: u16) -> Option<String> {
    of_unknown_encoding(ifd.value(tag)?.bytes())
}

/// The photographer's notice, a zero, the editor's notice; either may be a space.
fn copyright(value: Value<'_>) -> Option<String> {
    let mut parts = value.bytes().splitn(2, |byte| *byte == 0).filter_map(of_unknown_encoding);
    let first = parts.next()?;
    Some(match parts.next() {
        Some(second) => format!("{first}; {second}"),
        None => first,
    })
}

fn taken(exif: Ifd<'_>) -> Option<String> {
    let zone = text(exif, TAKEN_ZONE).unwrap_or_default();
    moment(&format!("{}{zone}", text(exif, TAKEN)?))
}

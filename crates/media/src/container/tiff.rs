//! TIFF (6.0): directories of tagged values. EXIF is one inside another file.

use super::{Header, Packets, photoshop_iim};
use crate::read::{be16, be32, le16, le32, length, span, u8_at};

/// Entries of a directory that are looked at.
const ENTRIES: u16 = 1_000;

const WIDTH: u16 = 256;
const HEIGHT: u16 = 257;
const BITS_A_SAMPLE: u16 = 258;
const SAMPLES_A_PIXEL: u16 = 277;
const XMP: u16 = 700;
const IIM: u16 = 33723;
const PHOTOSHOP: u16 = 34377;

/// A row of bytes with a TIFF header.
#[derive(Clone, Copy)]
pub(crate) struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

/// A directory in it.
#[derive(Clone, Copy)]
pub(crate) struct Ifd<'a> {
    tiff: Tiff<'a>,
    at: usize,
    entries: u16,
}

/// A tagged value.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    kind: u16,
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Tiff<'a> {
    /// None without a header.
    pub(crate) fn of(bytes: &'a [u8]) -> Option<Tiff<'a>> {
        match bytes.get(..4)? {
            b"II*\0" => Some(Tiff { bytes, little: true }),
            b"MM\0*" => Some(Tiff { bytes, little: false }),
            _ => None,
        }
    }

    /// The first directory.
    pub(crate) fn first(self) -> Option<Ifd<'a>> {
        self.directory(self.u32_at(4)?)
    }

    /// The directory at an offset.
    pub(crate) fn directory(self, offset: u32) -> Option<Ifd<'a>> {
        let at = length(offset);
        Some(Ifd { tiff: self, at: at.checked_add(2)?, entries: self.u16_at(at)?.min(ENTRIES) })
    }

    fn u16_at(self, at: usize) -> Option<u16> {
        if self.little { le16(self.bytes, at) } else { be16(self.bytes, at) }
    }

    fn u32_at(self, at: usize) -> Option<u32> {
        if self.little { le32(self.bytes, at) } else { be32(self.bytes, at) }
    }
}

impl<'a> Ifd<'a> {
    /// The value of a tag; none where it is missing or lies outside the bytes.
    pub(crate) fn value(self, tag: u16) -> Option<Value<'a>> {
        let tiff = self.tiff;
        let places = (0..self.entries).map(|number| self.at.saturating_add(usize::from(number) * 12));
        let at = places.into_iter().find(|at| tiff.u16_at(*at) == Some(tag))?;
        let kind = tiff.u16_at(at + 2)?;
        let size = length(tiff.u32_at(at + 4)?).checked_mul(size_of_kind(kind)?)?;
        // What has at most four bytes stands in the entry itself.
        let from = if size <= 4 { at + 8 } else { length(tiff.u32_at(at + 8)?) };
        Some(Value { kind, bytes: span(tiff.bytes, from, size)?, little: tiff.little })
    }

    /// The directory that a tag points to.
    pub(crate) fn directory(self, tag: u16) -> Option<Ifd<'a>> {
        self.tiff.directory(self.value(tag)?.number()?)
    }
}

impl<'a> Value<'a> {
    /// Its first whole number.
    pub(crate) fn number(self) -> Option<u32> {
        match self.kind {
            1 | 6 => u8_at(self.bytes, 0).map(u32::from),
            3 | 8 if self.little => le16(self.bytes, 0).map(u32::from),
            3 | 8 => be16(self.bytes, 0).map(u32::from),
            4 | 9 | 13 if self.little => le32(self.bytes, 0),
            4 | 9 | 13 => be32(self.bytes, 0),
            _ => None,
        }
    }

    /// Its bytes, of whatever type.
    pub(crate) fn bytes(self) -> &'a [u8] {
        self.bytes
    }
}

/// Bytes of one value of a type.
fn size_of_kind(kind: u16) -> Option<usize> {
    match kind {
        1 | 2 | 6 | 7 => Some(1),
        3 | 8 => Some(2),
        4 | 9 | 11 | 13 => Some(4),
        5 | 10 | 12 => Some(8),
        _ => None,
    }
}

pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let first = Tiff::of(bytes)?.first()?;
    let number = |tag| first.value(tag).and_then(Value::number);
    let bits = u64::from(number(BITS_A_SAMPLE).unwrap_or(1));
    let samples = u64::from(number(SAMPLES_A_PIXEL).unwrap_or(1));
    // As decoded, and once more while it is brought to 8 bits a channel.
    let decoded = samples.saturating_mul(bits.div_ceil(8)).clamp(1, 64);
    let bytes_a_pixel = decoded + 4;
    Some(Header { width: number(WIDTH)?, height: number(HEIGHT)?, bytes_a_pixel, cut_short: false })
}

pub(super) fn packets(bytes: &[u8]) -> Packets<'_> {
    let mut packets = Packets { exif: Some(bytes.into()), ..Packets::default() };
    let Some(first) = Tiff::of(bytes).and_then(Tiff::first) else { return packets };
    packets.xmp.extend(first.value(XMP).map(|value| value.bytes().into()));
    // Some writers type IIM as numbers of four bytes; its bytes stand in their own order all the same.
    match first.value(IIM) {
        Some(iim) => packets.iim.push(iim.bytes().into()),
        None => {
            let resources = first.value(PHOTOSHOP).map(Value::bytes).unwrap_or_default();
            packets.iim.extend(photoshop_iim(resources).into_iter().map(Into::into));
        }
    }
    packets
}

//! WebP (RFC 9649): RIFF chunks.

use super::{Header, Packets};
use crate::read::{array, le16, le24, le32, length, span, u8_at};

/// The picture in RGBA, and the planes it is made from.
const BYTES_A_PIXEL: u64 = 7;

fn chunks(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut at = 12;
    std::iter::from_fn(move || {
        let kind = array(bytes, at)?;
        let size = length(le32(bytes, at + 4)?);
        // The last chunk may be cut; its head is enough for a size.
        let data = span(bytes, at + 8, size.min(bytes.len().checked_sub(at + 8)?))?;
        at = at.checked_add(size)?.checked_add(8 + (size & 1))?;
        Some((kind, data))
    })
}

pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let (kind, data) = chunks(bytes).next()?;
    let (width, height) = match &kind {
        b"VP8X" => (le24(data, 4)? + 1, le24(data, 7)? + 1),
        b"VP8L" => {
            let bits = le32(data, 1)?;
            ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
        }
        // The sizes hold two bits of scale each.
        b"VP8 " if u8_at(data, 0)? & 1 == 0 => {
            (u32::from(le16(data, 6)? & 0x3fff), u32::from(le16(data, 8)? & 0x3fff))
        }
        _ => return None,
    };
    Some(Header { width, height, bytes_a_pixel: BYTES_A_PIXEL, cut_short: false })
}

pub(super) fn packets(bytes: &[u8]) -> Packets<'_> {
    let mut packets = Packets::default();
    for (kind, data) in chunks(bytes) {
        match &kind {
            // Some writers leave JPEG's prefix in place.
            b"EXIF" => packets.exif = Some(data.strip_prefix(b"Exif\0\0").unwrap_or(data).into()),
            b"XMP " => packets.xmp.push(data.into()),
            _ => {}
        }
    }
    packets
}

//! JPEG (ITU-T T.81, annex B): segments up to the first scan.

use super::{Header, PACKET, Packets, photoshop_iim};
use crate::Standard;
use crate::read::{be16, be32, length, rest, span, u8_at};
use std::borrow::Cow;

const EXIF: &[u8] = b"Exif\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// XMP that does not fit in one segment: 32 bytes of identity, full length, offset, a part.
const MORE_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;

struct Segment<'a> {
    marker: u8,
    body: &'a [u8],
    /// Where the next one begins.
    end: usize,
}

struct Segments<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// The segments behind the start of the image. Bytes between segments are passed over, as
/// decoders do.
fn segments(bytes: &[u8]) -> Segments<'_> {
    Segments { bytes, at: 2 }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        loop {
            let skipped = rest(self.bytes, self.at).iter().position(|byte| *byte == 0xff)?;
            self.at += skipped + 1;
            let marker = u8_at(self.bytes, self.at)?;
            match marker {
                // A filling byte, a stuffed one, or a marker without a body.
                0xff => {}
                0x00 | 0x01 | 0xd0..=0xd8 => self.at += 1,
                END_OF_IMAGE => return None,
                _ => {
                    let size = usize::from(be16(self.bytes, self.at + 1)?);
                    let body = span(self.bytes, self.at + 3, size.checked_sub(2)?)?;
                    self.at += 1 + size;
                    return Some(Segment { marker, body, end: self.at });
                }
            }
        }
    }
}

pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let mut frame = None;
    for segment in segments(bytes) {
        match segment.marker {
            // Start of frame; C4, C8 and CC are other things.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf if frame.is_none() => {
                let (height, width) = (be16(segment.body, 1)?, be16(segment.body, 3)?);
                frame = Some((width, height, u64::from(u8_at(segment.body, 5)?), segment.marker));
            }
            START_OF_SCAN => {
                let (width, height, components, marker) =
                    frame.filter(|(_, _, components, _)| *components > 0)?;
                let ended = rest(bytes, segment.end).windows(2).any(|pair| pair == [0xff, END_OF_IMAGE]);
                // Other than baseline (C0) and extended (C1), all coefficients are kept at once.
                let kept = if matches!(marker, 0xc0 | 0xc1) { 0 } else { 2 * components };
                return Some(Header {
                    width: width.into(),
                    height: height.into(),
                    bytes_a_pixel: components + kept,
                    cut_short: !ended,
                });
            }
            _ => {}
        }
    }
    None
}

pub(super) fn packets(bytes: &[u8]) -> Packets<'_> {
    let mut packets = Packets::default();
    let (mut resources, mut more) = (Vec::new(), Vec::new());
    for Segment { marker, body, .. } in segments(bytes).take_while(|segment| segment.marker != START_OF_SCAN)
    {
        match marker {
            0xe1 if body.starts_with(EXIF) && packets.exif.is_none() => {
                packets.exif = Some(rest(body, 6).into());
            }
            0xe1 if body.starts_with(XMP) => packets.xmp.push(rest(body, XMP.len()).into()),
            0xe1 if body.starts_with(MORE_XMP) => more.push(rest(body, MORE_XMP.len())),
            // Resources may go on in the next segment.
            0xed if body.starts_with(PHOTOSHOP) => resources.extend_from_slice(rest(body, PHOTOSHOP.len())),
            _ => {}
        }
    }
    packets.iim = photoshop_iim(&resources).into_iter().map(|iim| Cow::Owned(iim.to_vec())).collect();
    if !more.is_empty() {
        match joined(&more) {
            Some(packet) => packets.xmp.push(packet.into()),
            None => {
                packets.broken.insert(Standard::Xmp);
            }
        }
    }
    packets
}

/// Extended XMP, put together by its offsets (XMP Specification part 3, 1.1.3.1). All parts must
/// be of one packet.
fn joined(parts: &[&[u8]]) -> Option<Vec<u8>> {
    let first = parts.first()?;
    let size = length(be32(first, 32)?);
    if size > PACKET {
        return None;
    }
    let mut packet = vec![0; size];
    for part in parts {
        if part.get(..36) != first.get(..36) {
            return None;
        }
        let from = length(be32(part, 36)?);
        let data = rest(part, 40);
        packet.get_mut(from..from.checked_add(data.len())?)?.copy_from_slice(data);
    }
    Some(packet)
}

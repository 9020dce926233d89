//! GIF (89a): the screen's size, and XMP where Adobe puts it.

use super::{Header, Packets};
use crate::Standard;
use crate::read::{le16, rest, span, u8_at};

/// The application's name and code before XMP (XMP Specification part 3, 1.1.2).
const XMP: &[u8] = b"\x0bXMP DataXMP";
/// The packet is not cut into sub-blocks; behind it stands a row of bytes that leads a reader of
/// sub-blocks from any place in it to the end.
const TRAILER: usize = 258;

pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    // The frame in RGBA, and the canvas it is laid on.
    let (width, height) = (le16(bytes, 6)?, le16(bytes, 8)?);
    Some(Header { width: width.into(), height: height.into(), bytes_a_pixel: 8, cut_short: false })
}

pub(super) fn packets(bytes: &[u8]) -> Packets<'_> {
    let mut packets = Packets::default();
    let mut at = 13 + table(u8_at(bytes, 10));
    while let Some(kind) = u8_at(bytes, at) {
        match kind {
            // An extension.
            0x21 => {
                let body = at + 2;
                let end = sub_blocks_end(bytes, body);
                if u8_at(bytes, at + 1) == Some(0xff) && rest(bytes, body).starts_with(XMP) {
                    let from = body + XMP.len();
                    match end.checked_sub(TRAILER + from).and_then(|size| span(bytes, from, size)) {
                        Some(xmp) => packets.xmp.push(xmp.into()),
                        None => {
                            packets.broken.insert(Standard::Xmp);
                        }
                    }
                }
                at = end;
            }
            // A frame: place, size, flags, its colours, code size, data.
            0x2c => at = sub_blocks_end(bytes, at + 11 + table(u8_at(bytes, at + 9))),
            _ => break,
        }
    }
    packets
}

/// Bytes of the table of colours that these flags announce.
fn table(flags: Option<u8>) -> usize {
    match flags {
        Some(flags) if flags & 0x80 != 0 => 3 << ((flags & 7) + 1),
        _ => 0,
    }
}

/// Where the row of sub-blocks that begins at `at` has ended, with its empty block.
fn sub_blocks_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match u8_at(bytes, at) {
            None => return bytes.len(),
            Some(0) => return at + 1,
            Some(size) => at += 1 + usize::from(size),
        }
    }
}

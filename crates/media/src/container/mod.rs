//! The containers of the five formats: sizes and packets of metadata, found without decoding.
//!
//! Every reader takes any bytes: it goes as far as the rules of the format lead, never further
//! than the bytes, and says nothing of what it does not know. Not here: pixels, and what the
//! packets say.

mod gif;
mod jpeg;
mod png;
mod tiff;
mod webp;

#[cfg(test)]
mod tests;

pub(crate) use tiff::{Ifd, Tiff, Value};

use crate::{Format, Standard};
use std::{borrow::Cow, collections::BTreeSet};

/// The largest packet of metadata that is looked at, in bytes, also when it is unpacked.
pub(crate) const PACKET: usize = 4 << 20;

/// The size of a picture as its header gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    /// Columns, as stored.
    pub(crate) width: u32,
    /// Rows, as stored.
    pub(crate) height: u32,
    /// Bytes that a decoder needs for each pixel, at most.
    pub(crate) bytes_a_pixel: u64,
    /// Whether the file visibly ends before its end.
    pub(crate) cut_short: bool,
}

/// The packets of metadata that a file holds.
#[derive(Debug, Default)]
pub(crate) struct Packets<'a> {
    /// EXIF, from its TIFF header on.
    pub(crate) exif: Option<Cow<'a, [u8]>>,
    /// XMP, each packet an XML document.
    pub(crate) xmp: Vec<Cow<'a, [u8]>>,
    /// IPTC-IIM, each a row of data sets.
    pub(crate) iim: Vec<Cow<'a, [u8]>>,
    /// Whose packet was there and could not be unpacked.
    pub(crate) broken: BTreeSet<Standard>,
}

/// The size, if the file is whole enough to have one.
pub(crate) fn header(format: Format, bytes: &[u8]) -> Option<Header> {
    match format {
        Format::Jpeg => jpeg::header(bytes),
        Format::Png => png::header(bytes),
        Format::Gif => gif::header(bytes),
        Format::WebP => webp::header(bytes),
        Format::Tiff => tiff::header(bytes),
    }
}

/// The packets of metadata.
pub(crate) fn packets(format: Format, bytes: &[u8]) -> Packets<'_> {
    match format {
        Format::Jpeg => jpeg::packets(bytes),
        Format::Png => png::packets(bytes),
        Format::Gif => gif::packets(bytes),
        Format::WebP => webp::packets(bytes),
        Format::Tiff => tiff::packets(bytes),
    }
}

/// The IIM resources (`0x0404`) among Photoshop's image resources: `8BIM`, number, padded Pascal
/// string, length, padded data (Adobe Photoshop File Formats, "Image Resources Section").
pub(crate) fn photoshop_iim(mut bytes: &[u8]) -> Vec<&[u8]> {
    use crate::read::{be16, be32, length, rest, span, u8_at};
    let mut found = Vec::new();
    while let (Some(b"8BIM"), Some(number), Some(name)) = (span(bytes, 0, 4), be16(bytes, 4), u8_at(bytes, 6))
    {
        // The name and its length byte fill an even number of bytes.
        let name = (usize::from(name) + 2) & !1;
        let Some(size) = be32(bytes, 6 + name).map(length) else { break };
        let data = 10 + name;
        let Some(resource) = span(bytes, data, size) else { break };
        if number == 0x0404 && !resource.is_empty() {
            found.push(resource);
        }
        bytes = rest(bytes, data.saturating_add(size).saturating_add(size & 1));
    }
    found
}

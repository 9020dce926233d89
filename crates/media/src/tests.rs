//! Files that the tests of this crate make, byte by byte.

mod mutated;

use flate2::{Compression, Crc, write::ZlibEncoder};
use image::{ExtendedColorType, ImageEncoder as _};
use std::io::Write as _;

/// A JPEG in the finest quality with these segments behind its start.
pub(crate) fn jpeg(width: u16, height: u16, rgb: &[u8], segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 100);
    encoder.encode(rgb, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    with_segments(&bytes, segments)
}

pub(crate) fn with_segments(jpeg: &[u8], segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    for (marker, body) in segments {
        bytes.extend([0xff, *marker]);
        bytes.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
        bytes.extend(body);
    }
    bytes.extend(&jpeg[2..]);
    bytes
}

/// The JPEG segment that holds this EXIF.
pub(crate) fn exif_segment(exif: &[u8]) -> (u8, Vec<u8>) {
    (0xe1, [b"Exif\0\0", exif].concat())
}

/// The JPEG segment that holds this XMP.
pub(crate) fn xmp_segment(xmp: &str) -> (u8, Vec<u8>) {
    (0xe1, [b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()].concat())
}

/// The JPEG segment that holds this IIM among Photoshop's resources.
pub(crate) fn iim_segment(iim: &[u8]) -> (u8, Vec<u8>) {
    (0xed, [b"Photoshop 3.0\0".as_slice(), &resource(0x0404, iim)].concat())
}

pub(crate) fn resource(number: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = b"8BIM".to_vec();
    bytes.extend(number.to_be_bytes());
    bytes.extend([0, 0]);
    bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    bytes.extend(data);
    if data.len() % 2 == 1 {
        bytes.push(0);
    }
    bytes
}

/// IIM data sets: record, number, bytes.
pub(crate) fn iim(sets: &[(u8, u8, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (record, number, data) in sets {
        bytes.extend([0x1c, *record, *number]);
        bytes.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        bytes.extend(*data);
    }
    bytes
}

/// A value of a TIFF directory.
pub(crate) enum Tag<'a> {
    Short(u16),
    Ascii(&'a str),
    Bytes(&'a [u8]),
    Directory(Vec<(u16, Tag<'a>)>),
}

/// EXIF: a TIFF header and this directory.
pub(crate) fn exif(little: bool, tags: &[(u16, Tag<'_>)]) -> Vec<u8> {
    let mut bytes = if little { b"II*\0\x08\0\0\0".to_vec() } else { b"MM\0*\0\0\0\x08".to_vec() };
    directory(&mut bytes, little, tags);
    bytes
}

fn directory(bytes: &mut Vec<u8>, little: bool, tags: &[(u16, Tag<'_>)]) {
    let short = |value: u16| if little { value.to_le_bytes() } else { value.to_be_bytes() };
    let long = |value: usize| {
        let value = u32::try_from(value).unwrap();
        if little { value.to_le_bytes() } else { value.to_be_bytes() }
    };
    let start = bytes.len();
    bytes.extend(short(u16::try_from(tags.len()).unwrap()));
    bytes.resize(start + 2 + tags.len() * 12 + 4, 0);
    for (place, (tag, value)) in tags.iter().enumerate() {
        let at = start + 2 + place * 12;
        let end = bytes.len();
        let (kind, count, data) = match value {
            Tag::Short(value) => (3, 1, [short(*value), [0, 0]].concat()),
            Tag::Ascii(text) => (2, text.len() + 1, [text.as_bytes(), &[0]].concat()),
            Tag::Bytes(data) => (7, data.len(), data.to_vec()),
            Tag::Directory(tags) => {
                directory(bytes, little, tags);
                (4, 1, long(end).to_vec())
            }
        };
        let inline = if data.len() <= 4 {
            let mut inline = data.clone();
            inline.resize(4, 0);
            inline
        } else {
            bytes.extend(&data);
            long(end).to_vec()
        };
        let entry = [short(*tag).to_vec(), short(kind).to_vec(), long(count).to_vec(), inline].concat();
        bytes[at..at + 12].copy_from_slice(&entry);
    }
}

/// A PNG of these rows (each with its filter byte) and chunks before them.
pub(crate) fn png(
    width: u32,
    height: u32,
    depth: u8,
    colour: u8,
    chunks: &[(&[u8; 4], Vec<u8>)],
    rows: &[u8],
) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[depth, colour, 0, 0, 0]].concat();
    chunk(&mut bytes, b"IHDR", &head);
    for (kind, data) in chunks {
        chunk(&mut bytes, kind, data);
    }
    chunk(&mut bytes, b"IDAT", &deflated(rows));
    chunk(&mut bytes, b"IEND", b"");
    bytes
}

fn chunk(bytes: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    let mut crc = Crc::new();
    crc.update(kind);
    crc.update(data);
    bytes.extend(kind);
    bytes.extend(data);
    bytes.extend(crc.sum().to_be_bytes());
}

pub(crate) fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// A PNG in RGB by another's encoder, with this profile.
pub(crate) fn rgb_png(width: u32, height: u32, rgb: &[u8], profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).unwrap();
    }
    encoder.write_image(rgb, width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A lossless WebP with EXIF and XMP as other programs write them.
pub(crate) fn webp(width: u32, height: u32, rgb: &[u8], exif: &[u8], xmp: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut bytes);
    encoder.set_exif_metadata(exif.to_vec()).unwrap();
    encoder.encode(rgb, width, height, ExtendedColorType::Rgb8).unwrap();
    bytes.extend(b"XMP ");
    bytes.extend(u32::try_from(xmp.len()).unwrap().to_le_bytes());
    bytes.extend(xmp.as_bytes());
    if xmp.len() % 2 == 1 {
        bytes.push(0);
    }
    let size = u32::try_from(bytes.len() - 8).unwrap();
    bytes[4..8].copy_from_slice(&size.to_le_bytes());
    bytes
}

/// An animated GIF of whole frames, each in one colour.
pub(crate) fn gif(width: u16, height: u16, frames: &[[u8; 4]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for colour in frames {
        let frame = image::RgbaImage::from_pixel(width.into(), height.into(), image::Rgba(*colour));
        encoder.encode_frame(image::Frame::new(frame)).unwrap();
    }
    drop(encoder);
    bytes
}

/// A TIFF in RGB.
pub(crate) fn tiff(width: u32, height: u32, rgb: &[u8]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::codecs::tiff::TiffEncoder::new(&mut bytes)
        .write_image(rgb, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    bytes.into_inner()
}

/// A packet of XMP with these properties inside the description.
pub(crate) fn xmp(attributes: &str, elements: &str) -> String {
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:cc="http://creativecommons.org/ns#"
 xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:mm="http://ns.adobe.com/xap/1.0/mm/" {attributes}>
{elements}</rdf:Description></rdf:RDF></x:xmpmeta>{blanks}<?xpacket end="w"?>"#,
        bom = '\u{feff}',
        blanks = " ".repeat(100),
    )
}

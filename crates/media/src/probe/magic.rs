//! The first bytes of files, and the names of what is not taken.

use super::Format;
use crate::Refusal;

/// How far a text is looked at for its root element.
const TEXT: usize = 4096;

/// Formats that are known and not taken, by their first bytes.
const REFUSED: [(&[u8], &str); 33] = [
    (b"8BPS", "a Photoshop document"),
    (b"BM", "BMP"),
    (b"\0\0\x01\0", "an icon"),
    (b"\0\0\x02\0", "a cursor"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"II\xbc\x01", "JPEG XR"),
    (b"II+\0", "BigTIFF"),
    (b"MM\0+", "BigTIFF"),
    (b"II*\0\x10\0\0\0CR", "a raw photo"),
    (b"IIRO", "a raw photo"),
    (b"IIRS", "a raw photo"),
    (b"IIU\0", "a raw photo"),
    (b"FUJIFILMCCD-RAW", "a raw photo"),
    (b"\x8aMNG", "MNG"),
    (b"\x8bJNG", "JNG"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"qoif", "QOI"),
    (b"DDS ", "DDS"),
    (b"FLIF", "FLIF"),
    (b"gimp xcf", "a GIMP document"),
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x1a\x45\xdf\xa3", "a video"),
    (b"OggS", "sound"),
    (b"ID3", "sound"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"AT&TFORM", "DjVu"),
];

/// The format, or why the bytes are not taken.
pub(super) fn format(bytes: &[u8]) -> Result<Format, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(taken) = taken(bytes) {
        return Ok(taken);
    }
    if let Some((_, name)) = REFUSED.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Refusal::Format(name));
    }
    Err(boxed(bytes).or_else(|| riff(bytes)).or_else(|| text(bytes)).unwrap_or(Refusal::Unknown))
}

fn taken(bytes: &[u8]) -> Option<Format> {
    // A raw photo of Canon's is a TIFF that says so.
    let canon = bytes.get(8..10) == Some(b"CR");
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Format::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Format::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Format::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::WebP),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] if !canon => Some(Format::Tiff),
        _ => None,
    }
}

/// ISO base media files (ISO/IEC 14496-12), told apart by their brand.
fn boxed(bytes: &[u8]) -> Option<Refusal> {
    if bytes.get(4..8)? != b"ftyp" {
        return None;
    }
    Some(Refusal::Format(match bytes.get(8..12)? {
        b"avif" | b"avis" => "AVIF",
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => "HEIC",
        b"crx " => "a raw photo",
        _ => "a video",
    }))
}

fn riff(bytes: &[u8]) -> Option<Refusal> {
    (bytes.get(..4)? == b"RIFF").then_some(Refusal::Format("a sound or video in RIFF"))
}

/// Texts, by the first element that tells.
fn text(bytes: &[u8]) -> Option<Refusal> {
    let start = bytes.get(..TEXT).unwrap_or(bytes);
    // UTF-16 has a zero beside each letter of markup.
    let letters: Vec<u8> = start.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let letters = letters.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&letters);
    let letters = letters.strip_prefix(b"\xff\xfe").or(letters.strip_prefix(b"\xfe\xff")).unwrap_or(letters);
    if letters.trim_ascii_start().first() != Some(&b'<') {
        return None;
    }
    let has = |word: &[u8]| letters.windows(word.len()).any(|window| window == word);
    if has(b"<svg") || has(b":svg") || has(b"doctype svg") {
        return Some(Refusal::Svg);
    }
    if has(b"<html") || has(b"<!doctype html") || has(b"<script") {
        return Some(Refusal::Format("HTML"));
    }
    Some(Refusal::Format(if has(b"xpacket") || has(b"xmpmeta") {
        "XMP on its own"
    } else {
        "a text with markup"
    }))
}

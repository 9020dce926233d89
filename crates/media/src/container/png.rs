//! PNG (ISO/IEC 15948): chunks, with their texts unpacked within a limit.

use super::{Header, PACKET, Packets, photoshop_iim};
use crate::Standard;
use crate::read::{array, be32, length, rest, span, u8_at};
use flate2::read::ZlibDecoder;
use std::{borrow::Cow, io::Read as _};

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
const XMP: &[u8] = b"XML:com.adobe.xmp";
/// ImageMagick's form: a name, a length and the packet in hex.
const RAW: &[u8] = b"Raw profile type ";

fn chunks(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut at = SIGNATURE.len();
    std::iter::from_fn(move || {
        let size = length(be32(bytes, at)?);
        let kind = array(bytes, at + 4)?;
        let data = span(bytes, at + 8, size)?;
        at = at.checked_add(size)?.checked_add(12)?;
        Some((kind, data))
    })
}

pub(super) fn header(bytes: &[u8]) -> Option<Header> {
    let (kind, data) = chunks(bytes).next()?;
    if &kind != b"IHDR" {
        return None;
    }
    let channels = match u8_at(data, 9)? {
        // A palette becomes RGBA.
        3 | 6 => 4,
        2 => 3,
        4 => 2,
        _ => 1,
    };
    // A transparent colour adds alpha; 16 bits are decoded whole, then cut to 8.
    let bytes_a_pixel = if u8_at(data, 8)? == 16 { 3 * (channels + 1) } else { channels + 1 };
    Some(Header { width: be32(data, 0)?, height: be32(data, 4)?, bytes_a_pixel, cut_short: false })
}

pub(super) fn packets(bytes: &[u8]) -> Packets<'_> {
    let mut packets = Packets::default();
    for (kind, data) in chunks(bytes) {
        match &kind {
            b"eXIf" => packets.exif = Some(data.into()),
            b"iTXt" if data.starts_with(XMP) => match international(rest(data, XMP.len())) {
                Some(xmp) => packets.xmp.push(xmp),
                None => {
                    packets.broken.insert(Standard::Xmp);
                }
            },
            b"tEXt" | b"zTXt" if data.starts_with(RAW) => {
                let read = raw_profile(&kind, data, &mut packets);
                let name = rest(data, RAW.len());
                packets.broken.extend(standard(name).filter(|_| read.is_none()));
            }
            _ => {}
        }
    }
    packets
}

/// The text of an `iTXt` chunk from behind its keyword: 0, flag, method, language, 0, translated
/// keyword, 0, text.
fn international(data: &[u8]) -> Option<Cow<'_, [u8]>> {
    let packed = u8_at(data, 1)? == 1;
    let (_, text) = cut(rest(data, 3)).and_then(|(_, more)| cut(more))?;
    if packed { unpacked(text).map(Cow::Owned) } else { Some(text.into()) }
}

/// Reads a raw profile into where it belongs; none when it is broken.
fn raw_profile<'a>(kind: &[u8; 4], data: &'a [u8], packets: &mut Packets<'a>) -> Option<()> {
    let (name, text) = cut(rest(data, RAW.len()))?;
    let text: Cow<'_, [u8]> = if kind == b"zTXt" { unpacked(rest(text, 1))?.into() } else { text.into() };
    let profile = from_hex(&text)?;
    match name {
        b"exif" | b"APP1" => {
            if let Some(exif) = profile.strip_prefix(b"Exif\0\0") {
                packets.exif.get_or_insert_with(|| exif.to_vec().into());
            } else if profile.starts_with(b"http://ns.adobe.com/xap") {
                let (_, xmp) = cut(&profile)?;
                packets.xmp.push(xmp.to_vec().into());
            } else {
                packets.exif.get_or_insert_with(|| profile.into());
            }
        }
        b"xmp" => packets.xmp.push(profile.into()),
        b"iptc" | b"8bim" => {
            let resources = photoshop_iim(&profile);
            let whole = if resources.is_empty() { vec![&*profile] } else { resources };
            packets.iim.extend(whole.into_iter().map(|iim| Cow::Owned(iim.to_vec())));
        }
        _ => {}
    }
    Some(())
}

/// The standard of a raw profile by what its name begins with.
fn standard(name: &[u8]) -> Option<Standard> {
    let names: [(&[u8], Standard); 5] = [
        (b"exif", Standard::Exif),
        (b"APP1", Standard::Exif),
        (b"xmp", Standard::Xmp),
        (b"iptc", Standard::Iim),
        (b"8bim", Standard::Iim),
    ];
    names.into_iter().find(|(start, _)| name.starts_with(start)).map(|(_, standard)| standard)
}

/// A name in a line, a length in a line, hexadecimal digits in lines.
fn from_hex(text: &[u8]) -> Option<Vec<u8>> {
    let mut words = text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let (_name, size) = (words.next()?, words.next()?);
    let size: usize = std::str::from_utf8(size).ok()?.parse().ok()?;
    let digits: Vec<u8> = words.flatten().map(|digit| hex(*digit)).collect::<Option<_>>()?;
    let bytes: Vec<u8> =
        digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |sum, half| sum << 4 | half)).collect();
    (bytes.len() == size).then_some(bytes)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| value.try_into().ok())
}

/// What is before and behind the first zero byte.
fn cut(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let zero = bytes.iter().position(|byte| *byte == 0)?;
    Some((bytes.get(..zero)?, rest(bytes, zero + 1)))
}

/// Unpacks a text; none when it is broken or longer than any packet.
fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    // One more byte tells "longer" from "just as long". Hex has two digits a byte and line ends.
    let most = 3 * PACKET as u64;
    ZlibDecoder::new(packed).take(most + 1).read_to_end(&mut text).ok()?;
    (text.len() as u64 <= most).then_some(text)
}

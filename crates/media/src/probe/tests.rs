//! What bytes are by their first ones.

use super::{Format, Limits, probe};
use crate::{Refusal, tests::png};

fn refusal(bytes: &[u8]) -> Refusal {
    probe(bytes, &Limits::default()).unwrap_err()
}

#[test]
fn formats_that_are_not_taken_are_refused_by_name() {
    for (bytes, name) in [
        (b"BM\x46\0\0\0\0\0".as_slice(), "BMP"),
        (b"8BPS\0\x01", "a Photoshop document"),
        (b"\0\0\0\x20ftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x20ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypcrx \0\0\0\0", "a raw photo"),
        (b"\0\0\0\x20ftypisom\0\0\0\0", "a video"),
        (b"II*\0\x10\0\0\0CR\x02\0", "a raw photo"),
        (b"II+\0\x08\0\0\0", "BigTIFF"),
        (b"RIFF\0\0\0\0AVI LIST", "a sound or video in RIFF"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff\x0a\0", "JPEG XL"),
        (b"\n<!DOCTYPE html><title>x", "HTML"),
        (b"<?xml version='1.0'?><note/>", "a text with markup"),
    ] {
        assert_eq!(refusal(bytes), Refusal::Format(name));
    }
    assert_eq!(refusal(b"once upon a time"), Refusal::Unknown);
    assert_eq!(refusal(b""), Refusal::Empty);
}

#[test]
fn svg_is_refused_in_each_disguise() {
    let utf16: Vec<u8> = "\u{feff}<svg xmlns='x'/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        b"<svg/>".as_slice(),
        b"\xef\xbb\xbf  <?xml version='1.0'?>\n<!-- a --><SVG/>",
        b"<!DOCTYPE svg PUBLIC 'x'>",
        b"<?xml version='1.0'?><s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
        &utf16,
    ] {
        assert_eq!(refusal(bytes), Refusal::Svg);
    }
}

#[test]
fn limits_hold_at_their_edge() {
    let bytes = png(100, 10, 8, 2, &[], &[]);
    let limits = |bytes, pixels, memory| Limits { bytes, pixels, memory };
    let size = bytes.len() as u64;
    assert!(probe(&bytes, &limits(size, 1_000, 4_000)).is_ok());
    assert!(matches!(probe(&bytes, &limits(size - 1, 1_000, 4_000)), Err(Refusal::Bytes { .. })));
    assert!(matches!(probe(&bytes, &limits(size, 999, 4_000)), Err(Refusal::Pixels { most: 999, .. })));
    assert!(matches!(probe(&bytes, &limits(size, 1_000, 3_999)), Err(Refusal::Pixels { most: 999, .. })));
}

#[test]
fn codes_of_refusals_are_of_one_word_each() {
    let refusals = [refusal(b""), refusal(b"x"), refusal(b"BM"), refusal(b"<svg>"), refusal(b"\xff\xd8\xff")];
    let codes: std::collections::BTreeSet<&str> = refusals.iter().map(Refusal::code).collect();
    assert_eq!(codes.len(), refusals.len());
    assert!(codes.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
    assert_eq!(Format::WebP.media_type(), "image/webp");
}

//! No byte that goes out was written in a file: only pixels are.

use super::{files, pictures};
use media::{Crop, Encoding, Error, Focal, LADDER, Limits, Size, probe, render};

#[test]
fn no_rendition_of_any_picture_holds_metadata() {
    let Some(root) = pictures() else { return };
    let mut looked_at = 0;
    for (name, bytes) in files(&root) {
        let Ok(probed) = probe(&bytes, &Limits::default()) else { continue };
        let size = Size { width: probed.width(), height: probed.height() };
        // Two crops of all but the one huge photo, which takes long in a test's build.
        let crops = [Crop::Whole, Crop::all(Focal::CENTRE)[3]];
        for crop in crops.into_iter().take(if probed.memory > 20_000_000 { 1 } else { 2 }) {
            let width = size.widths(crop)[0];
            let wanted = Encoding::ALL.map(|encoding| (width, encoding));
            let made = match render(&bytes, &Limits::default(), crop, &wanted) {
                Ok(made) => made,
                Err(Error::Refused(_)) => continue,
                Err(other) => panic!("{name}: {other}"),
            };
            assert_eq!(jpeg_segments(&made[0]), JPEG, "{name}");
            for chunk in webp_chunks(&made[1]) {
                assert!(["VP8 ", "VP8L", "VP8X", "ALPH"].contains(&&*chunk), "{name} holds {chunk}");
            }
            for rendition in &made {
                let size = size.rendition(crop, width).unwrap();
                let probed = probe(rendition, &Limits::default()).unwrap();
                assert_eq!((probed.width(), probed.height()), (size.width, size.height), "{name}");
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 150, "{looked_at}");
    assert!(LADDER.is_sorted());
}

/// The markers that may stand before the scans: start, JFIF's head, tables, frame.
const JPEG: &[u8] = &[0xe0, 0xdb, 0xc4, 0xc2];

/// The kinds of segments before and between the scans, each once, in order of appearance.
fn jpeg_segments(bytes: &[u8]) -> Vec<u8> {
    assert_eq!(bytes[..2], [0xff, 0xd8]);
    let (mut kinds, mut at) = (Vec::new(), 2);
    loop {
        assert_eq!(bytes[at], 0xff);
        let kind = bytes[at + 1];
        match kind {
            0xd9 => break,
            0xda => {
                // Over the scan to the next marker.
                at += 2;
                while bytes[at] != 0xff || matches!(bytes[at + 1], 0x00 | 0xd0..=0xd7) {
                    at += 1;
                }
                continue;
            }
            _ if !kinds.contains(&kind) => kinds.push(kind),
            _ => {}
        }
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    assert_eq!(at + 2, bytes.len(), "something stands behind the end");
    let mut sorted = kinds.clone();
    sorted.sort_by_key(|kind| JPEG.iter().position(|known| known == kind));
    sorted
}

fn webp_chunks(bytes: &[u8]) -> Vec<String> {
    let (mut chunks, mut at) = (Vec::new(), 12);
    while at < bytes.len() {
        chunks.push(String::from_utf8_lossy(&bytes[at..at + 4]).into_owned());
        let size = u32::from_le_bytes(bytes[at + 4..at + 8].try_into().unwrap());
        at += 8 + usize::try_from(size.next_multiple_of(2)).unwrap();
    }
    chunks
}

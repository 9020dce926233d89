//! Any bytes are read without a panic: the files of the formats with bytes changed, cut and moved.

use super::{Tag, exif, exif_segment, gif, iim, iim_segment, jpeg, png, tiff, webp, xmp, xmp_segment};
use crate::{Format, Limits, inspect, metadata, probe};
use proptest::prelude::*;
use std::sync::LazyLock;

/// A small file of each format, full of metadata.
static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let rgb: Vec<u8> = (0..12 * 9 * 3).map(|n| (n * 7 % 256) as u8).collect();
    let exif = exif(
        false,
        &[
            (0x010e, Tag::Ascii("A caption of some length")),
            (0x0112, Tag::Short(6)),
            (0x8298, Tag::Bytes(b"One\0Two\0")),
            (0x8769, Tag::Directory(vec![(0x9003, Tag::Ascii("2005:01:31 12:34:56"))])),
            (0x8825, Tag::Directory(vec![(0x0002, Tag::Bytes(&[1; 24]))])),
        ],
    );
    let xmp = xmp(
        "photoshop:Credit='Agency'",
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>T &amp; t</rdf:li></rdf:Alt></dc:title>
         <plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'><plus:LicensorName>L</plus:LicensorName>
         </rdf:li></rdf:Seq></plus:Licensor>",
    );
    let iim = iim(&[(1, 90, b"\x1b%G"), (2, 80, b"By"), (2, 55, b"20050131"), (2, 60, b"123456+0100")]);
    let long = [
        b"http://ns.adobe.com/xmp/extension/\0".as_slice(),
        &[7; 32],
        &[0, 0, 0, 9, 0, 0, 0, 0],
        b"<a>b</a> ",
    ];
    let segments = [exif_segment(&exif), xmp_segment(&xmp), iim_segment(&iim), (0xe1, long.concat())];
    let hex: String = iim.iter().map(|byte| format!("{byte:02x}")).collect();
    let raw = format!("\niptc\n{:>8}\n{hex}\n", iim.len());
    let chunks = [
        (b"eXIf", exif.clone()),
        (b"iTXt", [b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), xmp.as_bytes()].concat()),
        (b"zTXt", [b"Raw profile type iptc\0\0".as_slice(), &super::deflated(raw.as_bytes())].concat()),
    ];
    vec![
        jpeg(12, 9, &rgb, &segments),
        png(1, 2, 8, 0, &chunks, &[0, 5, 0, 9]),
        webp(12, 9, &rgb, &exif, &xmp),
        gif(5, 4, &[[1, 2, 3, 255], [9, 9, 9, 255]]),
        tiff(12, 9, &rgb),
    ]
});

const FORMATS: [Format; 5] = [Format::Jpeg, Format::Png, Format::WebP, Format::Gif, Format::Tiff];

#[derive(Debug, Clone)]
enum Change {
    Byte(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Remove(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
    Number(prop::sample::Index, u32),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        6 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => at().prop_map(Change::Cut),
        2 => (at(), 1..40_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        2 => (at(), 1..40_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        2 => (at(), prop_oneof![Just(u32::MAX), Just(0x7fff_ffff), Just(0), any::<u32>()])
            .prop_map(|(at, number)| Change::Number(at, number)),
    ]
}

fn changed(bytes: &mut Vec<u8>, change: Change) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match change {
        Change::Byte(at, byte) => bytes[at.index(length)] = byte,
        Change::Cut(at) => bytes.truncate(at.index(length)),
        Change::Remove(at, count) => {
            let from = at.index(length);
            bytes.drain(from..length.min(from + count));
        }
        Change::Repeat(at, count) => {
            let from = at.index(length);
            let part = bytes[from..length.min(from + count)].to_vec();
            bytes.splice(from..from, part);
        }
        Change::Number(at, number) => {
            let from = at.index(length);
            for (place, byte) in bytes[from..].iter_mut().zip(number.to_be_bytes()) {
                *place = byte;
            }
        }
    }
}

#[test]
fn the_files_are_taken_before_they_are_changed() {
    for (bytes, format) in FILES.iter().zip(FORMATS) {
        let inspected = inspect(bytes, &Limits::default()).unwrap();
        assert_eq!(inspected.probed.format, format);
        assert!(inspected.metadata.broken.is_empty(), "{format:?}");
    }
    let said = inspect(&FILES[0], &Limits::default()).unwrap().metadata;
    assert_eq!((said.creators, said.credit.as_deref()), (vec!["By".to_owned()], Some("Agency")));
    assert_eq!(inspect(&FILES[1], &Limits::default()).unwrap().metadata.creators, ["By"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn changed_files_are_read_or_refused(which in 0..5_usize, changes in prop::collection::vec(change(), 1..6)) {
        let mut bytes = FILES[which].clone();
        changes.into_iter().for_each(|change| changed(&mut bytes, change));
        let small = Limits { pixels: 1_000_000, ..Limits::default() };
        // Each reader of containers on it, whatever it is.
        for format in FORMATS {
            metadata(format, &bytes);
        }
        probe(&bytes, &small).ok();
        inspect(&bytes, &small).ok();
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in FORMATS {
            metadata(format, &bytes);
        }
        inspect(&bytes, &Limits::default()).ok();
    }
}

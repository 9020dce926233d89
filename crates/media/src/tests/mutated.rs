//! Any bytes are read without a panic: the files of the formats with bytes changed, cut and moved.

use super::{Tag, exif, exif_segment, gif, iim, iim_segment, jpeg, png, tiff, webp, xmp, xmp_segment};
use crate::{Format, Limits, inspect, metadata, probe};
use proptest::prelude::*;
use rig::fuzz::{fuzz, mutated, samples};
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

/// What means something in EXIF, IPTC and XMP.
const WORDS: [&str; 16] = [
    "II*\0",
    "MM\0*",
    "Exif\0\0",
    "\x1c\x02\x50",
    "\x1c\x01\x5a\0\x03\x1b%G",
    "8BIM\x04\x04",
    "<?xpacket",
    "<rdf:Alt>",
    "</rdf:li>",
    "<rdf:li rdf:parseType='Resource'>",
    "&#x0;",
    "&amp;",
    "<!DOCTYPE x [",
    "]>",
    "xmlns:dc='x'",
    "\0\0\0\x01",
];

/// Each reader of containers on it, whatever it is.
fn read(bytes: &[u8]) {
    let small = Limits { pixels: 1_000_000, ..Limits::default() };
    for format in FORMATS {
        metadata(format, bytes);
    }
    probe(bytes, &small).ok();
    inspect(bytes, &small).ok();
}

#[test]
fn fuzz_changed_files_are_read_or_refused() {
    fuzz(1_000, &mutated(FILES.clone(), &WORDS), |bytes| {
        read(&bytes);
        Ok(())
    });
}

#[test]
fn fuzz_changed_photographs_are_read_or_refused() {
    let mut samples = samples("images/photos", &[".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"], 60_000);
    samples.push(FILES[0].clone());
    fuzz(300, &mutated(samples, &WORDS), |bytes| {
        read(&bytes);
        Ok(())
    });
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in FORMATS {
            metadata(format, &bytes);
        }
        inspect(&bytes, &Limits::default()).ok();
    }
}

//! Every picture of the reference data is taken or refused by name, within a bounded time.

use super::{files, pictures};
use media::{Limits, Refusal, inspect, probe};
use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

/// Far above what any takes on a slow, busy machine, and far below what a bomb would.
const LONGEST: Duration = Duration::from_secs(60);

fn fate(bytes: &[u8]) -> &'static str {
    match inspect(bytes, &Limits::default()) {
        Ok(_) => "taken",
        Err(refusal) => refusal.code(),
    }
}

#[test]
fn each_file_is_taken_or_refused_within_bounds() {
    let Some(root) = pictures() else { return };
    let mut fates: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, bytes) in files(&root) {
        let began = Instant::now();
        let fate = fate(&bytes);
        assert!(began.elapsed() < LONGEST, "{name} took {:?}", began.elapsed());
        *fates.entry(fate).or_default() += 1;
    }
    let counted: Vec<(&str, usize)> = fates.into_iter().collect();
    let wanted = [
        ("broken", 27),
        ("empty", 1),
        ("format", 9),
        ("kind", 7),
        ("no-pixels", 1),
        ("pixels", 7),
        ("svg", 16),
        ("taken", 100),
        ("unknown", 25),
    ];
    assert_eq!(counted, wanted);
}

#[test]
fn each_photo_that_exiftool_calls_one_of_the_five_is_taken_with_its_size() {
    let Some(root) = pictures() else { return };
    for record in super::exiftool::records(&root) {
        let name = record["SourceFile"].as_str().unwrap();
        let bytes = std::fs::read(root.join(name)).unwrap();
        let kind = record["File:FileType"].as_str().unwrap();
        let taken = ["JPEG", "PNG", "GIF", "WEBP", "Extended WEBP", "TIFF"].contains(&kind);
        match probe(&bytes, &Limits::default()) {
            Ok(probed) => {
                assert!(taken, "{name} is {kind}");
                for (side, found) in
                    [("ImageWidth", probed.stored_width), ("ImageHeight", probed.stored_height)]
                {
                    let groups = ["File", "PNG", "GIF", "RIFF", "IFD0"];
                    let keys = groups.map(|group| format!("{group}:{side}"));
                    let wanted = keys.iter().find_map(|key| record.get(key)?.as_u64()).unwrap();
                    assert_eq!(u64::from(found), wanted, "{name} {side}");
                }
            }
            Err(refusal) => assert!(!taken, "{name} is {kind}: {refusal}"),
        }
    }
}

#[test]
fn what_is_no_picture_is_refused_by_its_own_name() {
    let Some(root) = pictures() else { return };
    let refusal = |name: &str| {
        let bytes = std::fs::read(root.join(name)).unwrap();
        inspect(&bytes, &Limits::default()).map(|_| ()).unwrap_err()
    };
    for (name, format) in [
        ("made-here/html-named.png", "HTML"),
        ("made-here/zip-named.jpg", "a ZIP archive"),
        ("photos/exiftool-12.57/Photoshop.psd", "a Photoshop document"),
        ("photos/exiftool-12.57/PLUS.xmp", "XMP on its own"),
        ("malformed/pillow-9.4.0/invalid_header_length.jp2", "JPEG 2000"),
        ("malformed/pillow-9.4.0/decompression_bomb.ico", "an icon"),
    ] {
        assert_eq!(refusal(name), Refusal::Format(format), "{name}");
    }
    for name in ["made-here/svg-named.png", "made-here/svg-nested-100k-groups.svg"] {
        assert_eq!(refusal(name), Refusal::Svg, "{name}");
    }
}

#[test]
fn bombs_are_refused_by_their_header() {
    let Some(root) = pictures() else { return };
    for name in [
        "gif-65535x65535-screen.gif",
        "jpeg-sof-65500x65500.jpg",
        "png-16000x16000-rgba.png",
        "png-30000x30000-1bit.png",
        "webp-vp8x-canvas-16777216x256-no-frame.webp",
    ] {
        let bytes = std::fs::read(root.join("made-here").join(name)).unwrap();
        let refused = probe(&bytes, &Limits::default()).unwrap_err();
        assert!(matches!(refused, Refusal::Pixels { .. }), "{name}: {refused}");
    }
    let most = Limits { bytes: 1_000, ..Limits::default() };
    let bytes = std::fs::read(root.join("photos/pillow-9.4.0/hopper.jpg")).unwrap();
    assert_eq!(probe(&bytes, &most), Err(Refusal::Bytes { bytes: 6412, most: 1_000 }));
}

#[test]
fn a_jpeg_that_ends_too_early_is_taken_and_says_so() {
    let Some(root) = pictures() else { return };
    for (name, cut) in
        [("malformed/pillow-9.4.0/truncated_jpeg.jpg", true), ("photos/pillow-9.4.0/hopper.jpg", false)]
    {
        let bytes = std::fs::read(root.join(name)).unwrap();
        assert_eq!(inspect(&bytes, &Limits::default()).unwrap().probed.cut_short, cut, "{name}");
    }
}

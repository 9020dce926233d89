//! What is read of the photos' metadata against what exiftool reads.

use super::pictures;
use media::{Limits, Orientation, metadata, probe};
use serde_json::Value;
use std::path::Path;

/// Where we differ, and why.
const DIFFERENCES: [(&str, &str, &str); 3] = [
    ("photos/exiftool-12.57/Olympus.jpg", "caption", "the camera's name is no caption"),
    (
        "photos/exiv2-0.27.6/iptc-psAPP13-wIPTCempty-psAPP13-wIPTC.jpg",
        "credit",
        "exiftool keeps a second IIM block apart (IPTC2); to us it is as good where the first is empty",
    ),
    (
        "photos/exiv2-0.27.6/iptc-psAPP13-wIPTCmid1-wIPTCempty-wIPTCmid2.jpg",
        "creators",
        "the same: the by-line stands in the third block alone",
    ),
];

pub(super) fn records(root: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(root.join("photos/expected-exiftool-12.57.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The values of the first of these tags that has any, as texts.
fn first(record: &Value, tags: &[&str]) -> Vec<String> {
    let all = tags.iter().map(|tag| match record.get(tag) {
        Some(Value::Array(values)) => values.iter().filter_map(plain).collect(),
        Some(value) => plain(value).into_iter().collect(),
        None => Vec::new(),
    });
    all.into_iter().find(|values: &Vec<String>| !values.is_empty()).unwrap_or_default()
}

fn plain(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
        other => other.to_string(),
    };
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What exiftool would say of a field, by the precedence of `media`.
fn wanted(record: &Value) -> Vec<(&'static str, Vec<String>)> {
    let moment = |value: Vec<String>| {
        value
            .into_iter()
            .map(|text| text.replace([':', '-', ' ', 'T'], "").chars().take(14).collect())
            .collect()
    };
    vec![
        ("title", first(record, &["XMP-dc:Title", "IPTC:ObjectName"])),
        ("headline", first(record, &["XMP-photoshop:Headline", "IPTC:Headline"])),
        ("caption", first(record, &["XMP-dc:Description", "IPTC:Caption-Abstract", "IFD0:ImageDescription"])),
        ("credit", first(record, &["XMP-photoshop:Credit", "IPTC:Credit"])),
        ("creators", first(record, &["XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist"])),
        ("source", first(record, &["XMP-photoshop:Source", "IPTC:Source"])),
        ("copyright", first(record, &["XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright"])),
        ("licence", first(record, &["XMP-cc:License", "XMP-xmpRights:WebStatement"])),
        ("terms", first(record, &["XMP-xmpRights:UsageTerms"])),
        ("instructions", first(record, &["XMP-photoshop:Instructions", "IPTC:SpecialInstructions"])),
        ("keywords", first(record, &["XMP-dc:Subject", "IPTC:Keywords"])),
        (
            "created",
            moment(first(
                record,
                &["XMP-photoshop:DateCreated", "IPTC:DateCreated", "ExifIFD:DateTimeOriginal"],
            )),
        ),
        ("digital source", first(record, &["XMP-iptcExt:DigitalSourceType"])),
        (
            "position",
            first(record, &["GPS:GPSLatitude", "XMP-exif:GPSLatitude"])
                .into_iter()
                .map(|_| "there".into())
                .collect(),
        ),
    ]
}

fn found(said: media::Metadata) -> Vec<(&'static str, Vec<String>)> {
    let one = |value: Option<String>| value.into_iter().collect::<Vec<_>>();
    let moment = |text: String| text.replace([':', '-', 'T'], "").chars().take(14).collect();
    vec![
        ("title", one(said.title)),
        ("headline", one(said.headline)),
        ("caption", one(said.caption.any)),
        ("credit", one(said.credit)),
        ("creators", said.creators),
        ("source", one(said.source)),
        ("copyright", one(said.copyright)),
        ("licence", one(said.licence.url)),
        ("terms", one(said.licence.terms)),
        ("instructions", one(said.instructions)),
        ("keywords", said.keywords),
        ("created", one(said.created.map(moment))),
        ("digital source", one(said.digital_source)),
        ("position", one(said.has_position.then(|| "there".to_owned()))),
    ]
}

#[test]
fn what_is_read_is_what_exiftool_reads() {
    let Some(root) = pictures() else { return };
    let (mut compared, mut differing) = (0, Vec::new());
    for record in records(&root) {
        let name = record["SourceFile"].as_str().unwrap();
        let bytes = std::fs::read(root.join(name)).unwrap();
        let Ok(probed) = probe(&bytes, &Limits::default()) else { continue };
        for ((field, mine), (same, theirs)) in
            found(metadata(probed.format, &bytes)).into_iter().zip(wanted(&record))
        {
            assert_eq!(field, same);
            compared += usize::from(!theirs.is_empty());
            // A moment is compared as far as exiftool's goes.
            let equal = if field == "created" {
                mine.iter().zip(&theirs).all(|(mine, theirs)| mine.starts_with(theirs.as_str()))
                    && mine.len() == theirs.len()
            } else {
                mine == theirs
            };
            let named = DIFFERENCES.iter().any(|(file, differs, _)| (*file, *differs) == (name, field));
            if equal == named {
                differing.push(format!("{name}, {field}: {mine:?}, exiftool {theirs:?}"));
            }
        }
    }
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
    assert!(compared > 100, "{compared} fields compared");
}

#[test]
fn each_orientation_is_what_exiftool_reads() {
    let Some(root) = pictures() else { return };
    let order = [
        Orientation::Upright,
        Orientation::Mirrored,
        Orientation::UpsideDown,
        Orientation::Flipped,
        Orientation::Transposed,
        Orientation::TurnRight,
        Orientation::Transversed,
        Orientation::TurnLeft,
    ];
    let mut seen = std::collections::HashSet::new();
    for record in records(&root) {
        let name = record["SourceFile"].as_str().unwrap();
        let bytes = std::fs::read(root.join(name)).unwrap();
        let Ok(probed) = probe(&bytes, &Limits::default()) else { continue };
        let number = record.get("IFD0:Orientation").and_then(Value::as_u64).unwrap_or(1);
        assert_eq!(probed.orientation, order[usize::try_from(number).unwrap() - 1], "{name}");
        seen.insert(probed.orientation);
    }
    assert_eq!(seen.len(), order.len());
}

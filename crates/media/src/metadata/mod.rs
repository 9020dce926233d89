//! What a picture's file says of it: caption, credit, licence and the like, out of EXIF, IPTC-IIM
//! and XMP, joined.
//!
//! For each field XMP is asked first, then IIM, then EXIF: photo desks write XMP last and in full,
//! IIM cuts texts short (a caption at 2,000 bytes), cameras write EXIF before anybody knows what
//! the picture shows. Nothing here goes out to readers by itself: an editor sees it as a proposal.
//! Positions and serial numbers are not read; that a position is there is said. Not here: where in
//! a file the packets lie.

mod exif;
mod iim;
mod text;
mod xmp;

#[cfg(test)]
mod tests;

use crate::{Format, Orientation, container};
use std::collections::{BTreeMap, BTreeSet};
use xmp::Property;

/// The most repeated values (keywords, creators, languages, licensors) that are kept of each.
const MOST: usize = 200;

/// A standard in which metadata are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standard {
    /// EXIF (CIPA DC-008).
    Exif,
    /// IPTC-IIM, version 4.
    Iim,
    /// XMP (ISO 16684-1).
    Xmp,
}

/// A text that may be there in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Worded {
    /// The text of no language in particular. Its language is unknown: an edition must not take it
    /// for its own.
    pub any: Option<String>,
    /// The text by language tag (BCP 47, as written).
    pub by_language: BTreeMap<String, String>,
}

/// Who gives licences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Licensor {
    /// The name.
    pub name: Option<String>,
    /// Where a licence is bought.
    pub url: Option<String>,
}

/// On what terms the picture may be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Licence {
    /// The address of the terms, or of the licence itself.
    pub url: Option<String>,
    /// The terms in words.
    pub terms: Option<String>,
    /// Who gives licences, the first first.
    pub licensors: Vec<Licensor>,
}

/// All that is read of a picture's metadata. Texts are trimmed, without control characters, and
/// at most 20,000 characters long.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The name a photo desk gave it.
    pub title: Option<String>,
    /// The headline.
    pub headline: Option<String>,
    /// What it shows.
    pub caption: Worded,
    /// What it shows, for those who do not see it.
    pub alt: Worded,
    /// How the credit line is to read.
    pub credit: Option<String>,
    /// Who made it, the first first.
    pub creators: Vec<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// The copyright notice.
    pub copyright: Option<String>,
    /// The terms of use.
    pub licence: Licence,
    /// What an editor must know: embargoes, crops that are not allowed.
    pub instructions: Option<String>,
    /// Keywords, as written.
    pub keywords: Vec<String>,
    /// When the picture was taken, in ISO 8601, only as exact as it is known: `2005`, `2005-01`,
    /// `2005-01-31`, `2005-01-31T12:00:00`, with `+02:00` where the zone is known.
    pub created: Option<String>,
    /// How it came about, as an address of IPTC's list (`…/digitalsourcetype/trainedAlgorithmicMedia`
    /// for what a model made).
    pub digital_source: Option<String>,
    /// Whether the file tells where it was taken.
    pub has_position: bool,
    /// What was there but broken; what could be read of it was.
    pub broken: BTreeSet<Standard>,
}

/// Reads what is said. Any bytes are taken; what is broken is said in [`Metadata::broken`].
pub fn metadata(format: Format, bytes: &[u8]) -> Metadata {
    let packets = container::packets(format, bytes);
    let mut broken = packets.broken;
    let exif = packets.exif.as_deref().map(exif::read);
    if exif.as_ref().is_some_and(|exif| exif.broken) {
        broken.insert(Standard::Exif);
    }
    let iim = iim::read(packets.iim.iter().map(|packet| &**packet));
    if iim.broken {
        broken.insert(Standard::Iim);
    }
    let xmp = xmp::read(packets.xmp.iter().map(|packet| &**packet));
    if xmp.broken {
        broken.insert(Standard::Xmp);
    }
    joined(exif.unwrap_or_default(), iim, xmp, broken)
}

/// How a stored picture is to be turned, by EXIF; upright where nothing is said.
pub(crate) fn orientation(format: Format, bytes: &[u8]) -> Orientation {
    let exif = container::packets(format, bytes).exif;
    exif.and_then(|exif| exif::orientation(&exif)).unwrap_or_default()
}

fn joined(exif: exif::Exif, mut iim: iim::Iim, mut xmp: xmp::Xmp, broken: BTreeSet<Standard>) -> Metadata {
    let mut caption = xmp.worded(Property::Description);
    caption.any = caption.any.or(iim.first(iim::CAPTION)).or(exif.description);
    let creators = [xmp.all(Property::Creator), iim.all(iim::BY_LINE), exif.artists];
    let keywords = [xmp.all(Property::Subject), iim.all(iim::KEYWORD)];
    Metadata {
        title: xmp.first(Property::Title).or(iim.first(iim::TITLE)),
        headline: xmp.first(Property::Headline).or(iim.first(iim::HEADLINE)),
        caption,
        alt: xmp.worded(Property::Alt),
        credit: xmp.first(Property::Credit).or(iim.first(iim::CREDIT)),
        creators: first_filled(creators),
        source: xmp.first(Property::Source).or(iim.first(iim::SOURCE)),
        copyright: xmp.first(Property::Rights).or(iim.first(iim::COPYRIGHT)).or(exif.copyright),
        licence: Licence {
            url: xmp.first(Property::License).or(xmp.first(Property::WebStatement)),
            terms: xmp.first(Property::UsageTerms),
            licensors: xmp.licensors(),
        },
        instructions: xmp.first(Property::Instructions).or(iim.first(iim::INSTRUCTIONS)),
        keywords: first_filled(keywords),
        created: xmp.date(Property::DateCreated).or(iim.created()).or(exif.taken),
        digital_source: xmp.first(Property::DigitalSourceType),
        has_position: exif.has_position || xmp.has_position,
        broken,
    }
}

fn first_filled<const N: usize>(lists: [Vec<String>; N]) -> Vec<String> {
    let mut filled = lists.into_iter().find(|list| !list.is_empty()).unwrap_or_default();
    filled.truncate(MOST);
    filled
}

//! IPTC-IIM (version 4.2): a row of data sets, record and number, each with its bytes.

use super::text::{moment, of_unknown_encoding, tidy};
use crate::read::{be16, rest, span, u8_at};
use encoding_rs::{Encoding, ISO_8859_5, UTF_8, WINDOWS_1252};
use std::collections::BTreeMap;

pub(super) const TITLE: u8 = 5;
pub(super) const KEYWORD: u8 = 25;
pub(super) const INSTRUCTIONS: u8 = 40;
const DATE_CREATED: u8 = 55;
const TIME_CREATED: u8 = 60;
pub(super) const BY_LINE: u8 = 80;
pub(super) const HEADLINE: u8 = 105;
pub(super) const CREDIT: u8 = 110;
pub(super) const SOURCE: u8 = 115;
pub(super) const COPYRIGHT: u8 = 116;
pub(super) const CAPTION: u8 = 120;

/// The data sets of record 2 that are kept, and of each no more than so many.
const KEPT: [u8; 11] = [
    TITLE,
    KEYWORD,
    INSTRUCTIONS,
    DATE_CREATED,
    TIME_CREATED,
    BY_LINE,
    HEADLINE,
    CREDIT,
    SOURCE,
    COPYRIGHT,
    CAPTION,
];
const MOST: usize = 1_000;

#[derive(Debug, Default)]
pub(super) struct Iim {
    texts: BTreeMap<u8, Vec<String>>,
    /// Whether a packet's row of sets ends in what is none.
    pub(super) broken: bool,
}

/// Reads packets; of two that tell the same, the first counts.
pub(super) fn read<'a>(packets: impl Iterator<Item = &'a [u8]>) -> Iim {
    let mut iim = Iim::default();
    for packet in packets {
        let mut texts: BTreeMap<u8, Vec<String>> = BTreeMap::new();
        let mut encoding = None;
        let mut sets = DataSets { rest: packet };
        for (record, number, bytes) in &mut sets {
            if (record, number) == (1, 90) {
                encoding = told(bytes);
            }
            if record == 2 && KEPT.contains(&number) {
                let list = texts.entry(number).or_default();
                list.extend(decoded(bytes, encoding).filter(|_| list.len() < MOST));
            }
        }
        // Zeros fill the packet up.
        iim.broken |= sets.rest.iter().any(|byte| *byte != 0);
        for (number, list) in texts {
            iim.texts.entry(number).or_insert(list);
        }
    }
    iim
}

impl Iim {
    pub(super) fn first(&mut self, number: u8) -> Option<String> {
        self.all(number).into_iter().next()
    }

    pub(super) fn all(&mut self, number: u8) -> Vec<String> {
        self.texts.remove(&number).unwrap_or_default()
    }

    pub(super) fn created(&mut self) -> Option<String> {
        let day = self.first(DATE_CREATED)?;
        moment(&match self.first(TIME_CREATED) {
            Some(time) => format!("{day}T{time}"),
            None => day,
        })
    }
}

/// The character set by its escape sequences (ISO 2022), of those that were seen in use.
fn told(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        b"\x1b%G" | b"\x1b%/I" => Some(UTF_8),
        b"\x1b.A" | b"\x1b-A" => Some(WINDOWS_1252),
        b"\x1b-L" => Some(ISO_8859_5),
        _ => None,
    }
}

/// A set that says UTF-8 and is not is read as if it had said nothing.
fn decoded(bytes: &[u8], encoding: Option<&'static Encoding>) -> Option<String> {
    let text =
        encoding.and_then(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes));
    match text {
        Some(text) => tidy(&text),
        None => of_unknown_encoding(bytes),
    }
}

/// Reads the sets; afterwards `rest` is what is none.
struct DataSets<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for DataSets<'a> {
    type Item = (u8, u8, &'a [u8]);

    fn next(&mut self) -> Option<(u8, u8, &'a [u8])> {
        let all = self.rest;
        if u8_at(all, 0)? != 0x1c {
            return None;
        }
        let (record, number) = (u8_at(all, 1)?, u8_at(all, 2)?);
        let (size, from) = size(all)?;
        let bytes = span(all, from, size)?;
        self.rest = rest(all, from + size);
        Some((record, number, bytes))
    }
}

/// How many bytes a set has, and where they begin. From 32,768 on the length has a length of its
/// own (1.6, "extended data set").
fn size(set: &[u8]) -> Option<(usize, usize)> {
    let size = be16(set, 3)?;
    if size & 0x8000 == 0 {
        return Some((size.into(), 5));
    }
    let digits = usize::from(size & 0x7fff);
    if digits > 4 {
        return None;
    }
    let size = span(set, 5, digits)?.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
    Some((size, 5 + digits))
}

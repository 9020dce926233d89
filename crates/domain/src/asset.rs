//! Assets: pictures as editors handle them, with their words per edition; and the gate that
//! decides whether readers may see one (law 1).
//!
//! An asset is what editors name; its present bytes are a blob, named by the digest of their
//! content. Not here: the bytes, and what is made of them.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{edition::EditionCode, eye::Facts, id::AssetId, moment::Moment};

/// The name of a blob: the BLAKE3 digest of its bytes. Equal bytes have one name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId([u8; 32]);

impl BlobId {
    /// The name with this digest.
    pub const fn from_digest(digest: [u8; 32]) -> Self {
        Self(digest)
    }

    /// The digest.
    pub const fn digest(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not 64 digits of lower-case hex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a blob: 64 lower-case hexadecimal digits")]
pub struct NotABlob;

impl FromStr for BlobId {
    type Err = NotABlob;

    /// Lower case alone, so that a blob has one address.
    fn from_str(text: &str) -> Result<Self, NotABlob> {
        let nibble = |digit: u8| match digit {
            b'0'..=b'9' => Ok(digit - b'0'),
            b'a'..=b'f' => Ok(digit - b'a' + 10),
            _ => Err(NotABlob),
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 32 || !rest.is_empty() {
            return Err(NotABlob);
        }
        let mut digest = [0; 32];
        for (byte, [high, low]) in digest.iter_mut().zip(pairs) {
            *byte = nibble(*high)? << 4 | nibble(*low)?;
        }
        Ok(Self(digest))
    }
}

/// A point of a picture around which it may be cropped, in ten-thousandths of its width from
/// the left and of its height from the top: 0 to 10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FocalPoint {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
}

/// The present bytes of a picture, and what was found in them when they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Which bytes.
    pub blob: BlobId,
    /// Width in pixels as it is shown, at least 1.
    pub width: u32,
    /// Height in pixels as it is shown, at least 1.
    pub height: u32,
    /// Which of the fixed set of colours stands in its place until it is there.
    pub tint: u8,
}

/// An edition's words about an asset. They are defaults: a figure copies them when it is placed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssetWords {
    /// What it shows, for those who cannot see it.
    pub alt: Option<String>,
    /// Its caption.
    pub caption: Option<String>,
}

/// A picture as editors handle it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its id, which stays when its bytes are replaced.
    pub id: AssetId,
    /// Its present bytes.
    pub picture: Picture,
    /// Around what it may be cropped; the middle where nobody said.
    pub focal: Option<FocalPoint>,
    /// Who made it, as it is printed.
    pub credit: Option<String>,
    /// The terms under which it may be shown.
    pub licence: Option<String>,
    /// When they end.
    pub expires: Option<Moment>,
    /// The editions' words.
    pub words: BTreeMap<EditionCode, AssetWords>,
}

/// Where an asset is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetUse {
    /// On a branch whose live revision shows it.
    Branch(Facts),
    /// As a portrait or a mark, wherever an edition is open.
    Edition {
        /// Whether it is.
        open: bool,
    },
}

/// Why readers may not see an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// The terms under which it was shown have ended.
    Expired,
    /// Nothing that readers may see uses it.
    Unused,
}

/// Whether a licence that ends at `expires` lets the asset be shown at `at`.
pub fn licensed(expires: Option<Moment>, at: Moment) -> Result<(), Unseen> {
    if expires.is_some_and(|end| end <= at) { Err(Unseen::Expired) } else { Ok(()) }
}

/// The gate: whether readers may see an asset with these uses at `at`, and until when.
/// The eye is asked for each use.
pub fn gate(
    expires: Option<Moment>,
    uses: impl IntoIterator<Item = AssetUse>,
    at: Moment,
) -> Result<Option<Moment>, Unseen> {
    licensed(expires, at)?;
    // The moment at which the last of its uses ends; without an end it is never.
    let mut last: Option<Option<Moment>> = None;
    for used in uses {
        let until = match used {
            AssetUse::Branch(facts) if facts.look(at).is_ok() => facts.expires,
            AssetUse::Edition { open: true } => None,
            AssetUse::Branch(_) | AssetUse::Edition { open: false } => continue,
        };
        last = Some(match (last, until) {
            (None, until) => until,
            (Some(Some(one)), Some(other)) => Some(one.max(other)),
            (Some(_), _) => None,
        });
    }
    let last = last.ok_or(Unseen::Unused)?;
    Ok([last, expires].into_iter().flatten().min())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Publication, RevisionId, Withdrawal};

    const NOW: Moment = Moment::from_micros(1_000_000);
    const SOON: Moment = Moment::from_micros(2_000_000);
    const LATER: Moment = Moment::from_micros(3_000_000);

    fn live(expires: Option<Moment>) -> AssetUse {
        let publication = Publication::Live(RevisionId::new(uuid::Uuid::nil()));
        AssetUse::Branch(Facts { edition_open: true, publication, embargo: None, expires })
    }

    #[test]
    fn a_name_is_read_as_it_is_written_and_in_no_other_form() {
        let id = BlobId::from_digest(std::array::from_fn(|place| u8::try_from(place * 8).unwrap()));
        let text = id.to_string();
        assert_eq!(text.parse(), Ok(id));
        let wrong =
            [text.to_uppercase(), text.chars().skip(1).collect(), format!("{text}0"), "../etc".into()];
        for wrong in wrong {
            assert_eq!(wrong.parse::<BlobId>(), Err(NotABlob), "{wrong}");
        }
    }

    #[test]
    fn law_1_one_eye_lets_an_asset_through_while_one_use_is_seen() {
        let gone = AssetUse::Branch(Facts {
            edition_open: true,
            publication: Publication::Withdrawn(Withdrawal::Legal),
            embargo: None,
            expires: None,
        });
        assert_eq!(gate(None, [], NOW), Err(Unseen::Unused));
        assert_eq!(gate(None, [gone, AssetUse::Edition { open: false }], NOW), Err(Unseen::Unused));
        assert_eq!(gate(None, [gone, live(None)], NOW), Ok(None));
        assert_eq!(gate(None, [AssetUse::Edition { open: true }, gone], NOW), Ok(None));
    }

    #[test]
    fn law_1_one_eye_ends_an_asset_with_its_last_use_or_its_licence() {
        assert_eq!(gate(None, [live(Some(SOON)), live(Some(LATER))], NOW), Ok(Some(LATER)));
        assert_eq!(gate(None, [live(Some(SOON)), live(None)], NOW), Ok(None));
        assert_eq!(gate(Some(SOON), [live(None)], NOW), Ok(Some(SOON)));
        assert_eq!(gate(Some(SOON), [live(None)], SOON), Err(Unseen::Expired));
        assert_eq!(gate(None, [live(Some(SOON))], SOON), Err(Unseen::Unused));
    }
}

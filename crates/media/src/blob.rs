//! The name of a blob: the digest of its bytes.

use std::{fmt, str::FromStr};

/// The BLAKE3 digest of a picture's bytes as they came in. Equal bytes have one name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId([u8; 32]);

impl BlobId {
    /// The name of these bytes.
    pub fn of(bytes: &[u8]) -> BlobId {
        BlobId(*blake3::hash(bytes).as_bytes())
    }

    /// The name with this digest, as a database keeps it.
    pub const fn from_digest(digest: [u8; 32]) -> BlobId {
        BlobId(digest)
    }

    /// The digest, as a database keeps it.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a blob: 64 lower-case hexadecimal digits")]
pub struct NotABlob;

impl FromStr for BlobId {
    type Err = NotABlob;

    /// Lower case alone, so that a blob has one address.
    fn from_str(text: &str) -> Result<BlobId, NotABlob> {
        let lower = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
        if !text.as_bytes().iter().all(lower) {
            return Err(NotABlob);
        }
        let hash = blake3::Hash::from_hex(text).map_err(|_| NotABlob)?;
        Ok(BlobId(*hash.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written_and_in_no_other_form() {
        let id = BlobId::of(b"a picture");
        let text = id.to_string();
        assert_eq!(text.parse(), Ok(id));
        assert_eq!(BlobId::from_digest(*id.digest()), id);
        for wrong in [text.to_uppercase(), text[1..].to_owned(), format!("{text}0"), "../../etc".into()] {
            assert_eq!(wrong.parse::<BlobId>(), Err(NotABlob), "{wrong}");
        }
    }
}

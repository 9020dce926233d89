//! A block's digest: what a translation was settled against.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::block::Block;
use crate::block_id::BlockId;

/// The first 128 bits of a BLAKE3 hash, written as 32 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 16]);

/// Not 32 hex digits.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no digest: write 32 hex digits in lower case")]
pub struct DigestError(String);

/// The digest of what a block says: its kind and content without any ids and without what it
/// translates, so that it stays the same in a copy.
pub fn digest(block: &Block) -> Digest {
    let mut hasher = blake3::Hasher::new();
    add(&mut hasher, block);
    finish(&hasher)
}

/// The digest of several source blocks that one block translates, in their order.
pub fn digest_all<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Digest {
    let mut hasher = blake3::Hasher::new();
    for block in blocks {
        add(&mut hasher, block);
    }
    finish(&hasher)
}

fn add(hasher: &mut blake3::Hasher, block: &Block) {
    let mut bare = block.clone();
    forget_ids(&mut bare);
    // Writing JSON of plain structs into a hasher has no way to fail.
    let written = serde_json::to_writer(&mut *hasher, &bare.kind);
    debug_assert!(written.is_ok());
}

fn finish(hasher: &blake3::Hasher) -> Digest {
    let mut bytes = [0; 16];
    hasher.finalize_xof().fill(&mut bytes);
    Digest(bytes)
}

fn forget_ids(block: &mut Block) {
    block.id = BlockId::new(0);
    block.of = None;
    for list in block.kind.nested_mut() {
        list.iter_mut().for_each(forget_ids);
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, DigestError> {
        let form = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        form.then(|| u128::from_str_radix(text, 16).ok())
            .flatten()
            .map(|n| Self(n.to_be_bytes()))
            .ok_or_else(|| DigestError(text.chars().take(60).collect()))
    }
}

impl TryFrom<String> for Digest {
    type Error = DigestError;

    fn try_from(text: String) -> Result<Self, DigestError> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BlockKind, Inline};

    fn quote(id: u64, inner: u64, words: &str) -> Block {
        let text = vec![Inline::plain(words)];
        let blocks = vec![Block { id: BlockId::new(inner), kind: BlockKind::Paragraph { text }, of: None }];
        Block { id: BlockId::new(id), kind: BlockKind::Quote { blocks, attribution: Vec::new() }, of: None }
    }

    #[test]
    fn a_digest_sees_words_and_no_ids() {
        assert_eq!(digest(&quote(1, 2, "a")), digest(&quote(3, 4, "a")));
        assert_ne!(digest(&quote(1, 2, "a")), digest(&quote(1, 2, "b")));
        let written = digest(&quote(1, 2, "a")).to_string();
        assert_eq!(written.parse(), Ok(digest(&quote(1, 2, "a"))));
    }
}

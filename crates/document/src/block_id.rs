//! Block ids: random 64-bit numbers, written as 16 hex digits since JavaScript's numbers lose
//! the low bits.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A block's id, unique within its document, written as 16 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlockId(u64);

/// Where new ids come from; any `FnMut() -> u64` will do. The numbers should be random: two people
/// who each add a block at once must not draw the same.
pub trait BlockIds {
    /// The next number.
    fn draw(&mut self) -> u64;
}

/// Not 16 hex digits.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no block id: write 16 hex digits in lower case")]
pub struct BlockIdError(String);

impl<F: FnMut() -> u64> BlockIds for F {
    fn draw(&mut self) -> u64 {
        self()
    }
}

impl BlockId {
    /// Wraps a random number.
    pub const fn new(id: u64) -> Self {
        Self(id)
    }

    /// The number.
    pub const fn get(self) -> u64 {
        self.0
    }
}

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for BlockId {
    type Err = BlockIdError;

    fn from_str(text: &str) -> Result<Self, BlockIdError> {
        let form = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        form.then(|| u64::from_str_radix(text, 16).ok())
            .flatten()
            .map(Self)
            .ok_or_else(|| BlockIdError(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for BlockId {
    type Error = BlockIdError;

    fn try_from(text: String) -> Result<Self, BlockIdError> {
        text.parse()
    }
}

impl From<BlockId> for String {
    fn from(id: BlockId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_sixteen_hex_digits() {
        let id = BlockId::new(0xabc);
        assert_eq!(id.to_string(), "0000000000000abc");
        assert_eq!("0000000000000abc".parse(), Ok(id));
        for bad in ["abc", "0000000000000ABC", "+000000000000abc", "00000000000000abc"] {
            assert!(bad.parse::<BlockId>().is_err(), "{bad}");
        }
    }
}

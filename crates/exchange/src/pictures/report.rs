//! What came of the pictures of archives.

use serde::Serialize;
use store::{PictureCounts, RefusedPicture};

/// A picture that will not be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotHad {
    /// Where it lay.
    pub address: String,
    /// Why.
    pub why: String,
}

/// The pictures of archives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pictures {
    /// Those that are here.
    pub here: u64,
    /// Those that did not come yet, and will be asked for again.
    pub awaited: u64,
    /// Those that will not be had.
    pub refused: Vec<NotHad>,
    /// Refused ones beyond what a report keeps.
    pub more: u64,
}

impl Pictures {
    pub(super) fn of(counts: PictureCounts, refused: Vec<RefusedPicture>) -> Self {
        let listed = u64::try_from(refused.len()).unwrap_or(u64::MAX);
        Self {
            here: counts.here,
            awaited: counts.awaited,
            more: counts.refused.saturating_sub(listed),
            refused: refused.into_iter().map(|row| NotHad { address: row.url, why: row.reason }).collect(),
        }
    }
}

impl std::fmt::Display for Pictures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let refused = self.more + u64::try_from(self.refused.len()).unwrap_or(u64::MAX);
        write!(f, "pictures: {} here, {refused} refused", self.here)?;
        if self.awaited > 0 {
            write!(f, ", {} not here yet: a running node asks for them again", self.awaited)?;
        }
        for NotHad { address, why } in &self.refused {
            write!(f, "\nno picture: {address}: {why}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

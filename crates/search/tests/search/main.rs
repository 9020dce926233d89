//! The index as a follower of a real journal, on both databases: found when published, gone when
//! withdrawn, and back by itself whatever happens to its files.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test's own set-up may fail loudly"
)]

mod comes_back;
mod follows;
mod house;
mod law_1;
mod questions;

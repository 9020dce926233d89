//! What the store promises by itself, on both databases (law 10). What it promises to use cases
//! is tested with them, a floor above.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test's own set-up may fail loudly"
)]

mod both;
mod journal;
mod law_10;
mod upgrade;

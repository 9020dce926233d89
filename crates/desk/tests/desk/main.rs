//! What the use cases promise, on both databases (law 10). Tests of a law bear its name.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test's own set-up may fail loudly"
)]

mod check;
mod clerk;
mod contention;
mod history;
mod house;
mod journal;
mod law_1;
mod law_2;
mod law_3;
mod law_8;
mod law_9;
mod paper;
mod pictures;
mod refusals;
mod section_move;
mod walk;

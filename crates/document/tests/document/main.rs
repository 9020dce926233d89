//! What holds for every document: round trips, hostile input, saves that meet.

#![expect(clippy::unwrap_used, reason = "a test's own set-up may fail loudly")]

mod round_trip;
mod trees;

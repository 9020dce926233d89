//! What holds for every document: round trips, hostile input, saves that meet.

#![expect(clippy::unwrap_used, reason = "a test's own set-up may fail loudly")]

mod fuzz;
mod reading;
mod round_trip;
mod saves;
mod trees;
mod untrusted;

/// Ids that count from 1.
fn ids() -> impl FnMut() -> u64 {
    let mut last = 0;
    move || {
        last += 1;
        last
    }
}

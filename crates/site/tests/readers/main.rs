//! The site with a real store, desk and press, asked as readers ask.

#![expect(clippy::unwrap_used, reason = "a test's own set-up may fail loudly")]

mod addresses;
mod facts;
mod house;
mod lists;
mod protocol;
mod server;

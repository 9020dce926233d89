//! The site with a real store, desk and press, asked as readers ask.

#![expect(clippy::unwrap_used, reason = "a test's own set-up may fail loudly")]

mod addresses;
mod facts;
mod feeds;
mod house;
mod lists;
mod machines;
mod newsdesk;
mod paper;
mod pictures;
mod protocol;
mod search;
mod server;
mod sitemaps;

//! The built program from outside: its command line, its exit codes, what readers get over
//! HTTP, and what is left of it when it is killed. Rules and queries are tested in the
//! crates that hold them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test's own set-up may fail loudly"
)]

mod bad_archives;
mod bad_exports;
mod bad_places;
mod commands;
mod crawl;
mod dry_run;
mod exports;
mod feeds;
mod kill_clerk;
mod kill_import;
mod kill_newsroom;
mod kill_pictures;
mod kill_points;
mod languages;
mod moments;
mod moving_pictures;
mod nine_languages;
mod old_addresses;
mod page;
mod place;
mod rows;
mod searching;
mod serving;
mod victim;

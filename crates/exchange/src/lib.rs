//! Formats in and out of a portal. [`wxr`] reads the exports of WordPress.

pub mod import;
pub mod rss;
pub mod wxr;

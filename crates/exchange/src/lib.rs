//! Formats in and out of a portal. [`wxr`] reads the exports of WordPress, [`feed_in`] the feeds of
//! other sites; feeds go out as [`rss`], [`atom`] and [`json_feed`], sitemaps as [`sitemap`].

pub mod atom;
pub mod feed;
pub mod feed_in;
pub mod import;
pub mod json_feed;
pub mod pictures;
mod prefixes;
pub mod rss;
pub mod sitemap;
pub mod wxr;
mod xml;

//! Formats in and out of a portal. [`wxr`] reads the exports of WordPress; feeds go out as
//! [`rss`], [`atom`] and [`json_feed`], sitemaps as [`sitemap`].

pub mod atom;
pub mod feed;
pub mod import;
pub mod json_feed;
pub mod rss;
pub mod sitemap;
pub mod wxr;
mod xml;

//! What readers open: the routes, redirects from imported addresses, sitemaps and feeds,
//! HTTP's headers, and the server that speaks it.
//!
//! A handler opens one snapshot, asks the store and the press, and returns an [`Answer`]:
//! the page with its cache policy, journal position, tags and `hide_at` as values.
//! [`headers`] is the one place that makes HTTP of it. What a page shows is the press's
//! affair, what readers may see the eye's; nothing is written here.

pub mod answer;
mod error;
mod guard;
mod handle;
pub mod headers;
pub mod language;
mod picture;
mod problem;
mod redirect;
pub mod route;
pub mod server;
mod site;
pub mod target;
mod visit;

pub use answer::{Answer, CachePolicy};
pub use error::SiteError;
pub use server::{Limits, serve};
pub use site::{Clock, Site};

//! `/robots.txt` (RFC 9309): what machines need not read, and where the sitemaps are.

use std::fmt::Write as _;

use domain::Tag;
use press::{PageFacts, urls};

use crate::{
    answer::{Answer, TEXT},
    visit::Visit,
};

/// What is nobody's but the editors'.
const NOT_FOR_MACHINES: [&str; 2] = ["/newsroom/", "/preview/"];

/// Every page for readers may be read by machines, but the answers to searches: they have
/// no end and hold nothing of their own.
pub(super) fn robots(visit: &Visit<'_>) -> Answer {
    let frame = visit.snap.frame();
    let mut body = String::from("User-agent: *\nAllow: /\n");
    // Writing into a string cannot fail.
    for path in NOT_FOR_MACHINES {
        let _ = writeln!(body, "Disallow: {path}");
    }
    for edition in frame.editions.iter().filter(|edition| edition.open) {
        // With both ends, so that a section called "searching" is none of it.
        let _ = writeln!(body, "Disallow: /{0}/search$\nDisallow: /{0}/search?", edition.code);
    }
    let _ = write!(body, "\nSitemap: {}\n", urls::absolute(&frame.portal, "/sitemap.xml"));
    let tags = frame.editions.iter().map(|edition| Tag::Edition(edition.code.clone())).chain([Tag::Portal]);
    Answer::file(TEXT, body, PageFacts::new(visit.snap.position(), tags.collect()))
}

//! Addresses in a feed's text, which may be relative to the old site.

use document::{Href, MediaRef, PictureRef, Resolver};

use crate::feed_in::address::resolved;

/// Resolves against a base, and lets another resolver answer; remembers which pictures it was asked for.
pub(crate) struct Based<'b, R> {
    pub(crate) base: &'b str,
    pub(crate) inner: R,
    pub(crate) pictures: Vec<String>,
}

impl<R: Resolver> Resolver for Based<'_, R> {
    fn link(&mut self, href: &str) -> Option<Href> {
        // A place on the same page stays one.
        let is_local = href.starts_with('#');
        let resolved = if is_local { href.to_owned() } else { resolved(self.base, href) };
        self.inner.link(&resolved)
    }

    fn picture(&mut self, src: &str) -> Option<PictureRef> {
        let address = resolved(self.base, src);
        let picture = self.inner.picture(&address);
        self.pictures.push(address);
        picture
    }

    fn media(&mut self, src: &str) -> Option<MediaRef> {
        self.inner.media(&resolved(self.base, src))
    }
}

/// Whether two addresses name one picture: forms of it differ by their parameters.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let bare = |address: &str| {
        let address = address.split_once("://").map_or(address, |(_, rest)| rest);
        address.split(['?', '#']).next().unwrap_or_default().to_owned()
    };
    bare(one) == bare(other)
}

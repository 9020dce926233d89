//! What HTML in asks of its caller.

use crate::block::{BlockKind, MediaRef, PictureRef};
use crate::href::Href;

/// Answers for what lies outside the page. None refuses, which is reported.
pub trait Resolver {
    /// Where a link leads.
    fn link(&mut self, href: &str) -> Option<Href> {
        Href::parse(href).ok()
    }

    /// Which picture an address names.
    fn picture(&mut self, src: &str) -> Option<PictureRef> {
        Href::parse(src).ok().filter(Href::is_file).map(PictureRef::Remote)
    }

    /// Which sound, film or file of subtitles an address names.
    fn media(&mut self, src: &str) -> Option<MediaRef> {
        Href::parse(src).ok().filter(Href::is_file).map(MediaRef::Remote)
    }

    /// What a paragraph of nothing but `[…]` stands for; none leaves it a paragraph.
    fn shortcode(&mut self, _text: &str) -> Option<BlockKind> {
        None
    }
}

/// Keeps `http`, `https`, `mailto`, `tel` and relative addresses as they are, leaves files where
/// they lie, refuses whatever else, and knows no shortcode.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainResolver;

impl Resolver for PlainResolver {}

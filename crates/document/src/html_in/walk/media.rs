//! Pictures, sounds, films and frames.

use html5ever::Attribute;

use super::{Flow, Walker};
use crate::block::{BlockKind, Figure, MediaRef, Track};
use crate::embed::{Embedded, Provider};
use crate::href::Href;
use crate::html_in::elements::Role;
use crate::html_in::report::What;
use crate::html_in::style;
use crate::html_in::tree::{NodeId, NodeKind, attribute};
use domain::LocaleTag;

/// Where pages that load late keep the address.
const LATE_SOURCES: [&str; 3] = ["data-src", "data-lazy-src", "data-original"];

/// How names of picture files end.
const PICTURES: [&str; 7] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp"];

impl Walker<'_> {
    pub(super) fn image(&mut self, attributes: &[Attribute], flow: &mut Flow) {
        let alt = self.string(attribute(attributes, "alt").unwrap_or(""));
        if is_letter(attributes) && !alt.is_empty() {
            return self.words(&alt, flow);
        }
        let Some(src) = source(attributes) else {
            return self.note(What::Picture, "without an address");
        };
        if is_pixel(attributes) {
            return self.note(What::Picture, src);
        }
        if self.marks.link().is_some_and(|href| !leads_to_itself(href, attributes)) {
            self.note(What::PictureLink, src);
        }
        self.picture(src, alt, flow);
    }

    /// A figure of the picture at an address.
    pub(super) fn picture(&mut self, src: &str, alt: String, flow: &mut Flow) {
        let Some(asset) = self.resolver.picture(src) else {
            return self.note(What::Picture, src);
        };
        self.flush(flow);
        // Readers without scripts are given once more what others load late.
        let last = flow.blocks.last().map(|it| &it.kind);
        let again = matches!(last, Some(BlockKind::Figure(last)) if last.asset == asset);
        if !(again && self.without_scripts > 0) {
            let figure = Figure { asset, caption: Vec::new(), alt, credit: Vec::new() };
            self.emit(BlockKind::Figure(figure), flow);
        }
    }

    pub(super) fn recording(&mut self, id: NodeId, role: Role, attributes: &[Attribute], flow: &mut Flow) {
        let mut file = source(attributes).and_then(|src| self.file(src));
        let mut tracks = Vec::new();
        let tree = self.tree;
        for (_, node) in tree.children(id) {
            match &node.kind {
                NodeKind::Element { role: Role::Source, attributes, .. } if file.is_none() => {
                    file = source(attributes).and_then(|src| self.file(src));
                }
                NodeKind::Element { role: Role::Track, attributes, .. } => {
                    tracks.extend(self.track(attributes));
                }
                _ => {}
            }
        }
        let Some(file) = file else {
            return self.note(What::Media, "without an address");
        };
        let title = self.string(attribute(attributes, "title").unwrap_or(""));
        self.flush(flow);
        let caption = Vec::new();
        if role == Role::Audio {
            return self.emit(BlockKind::Audio { file, title, caption }, flow);
        }
        let poster = attribute(attributes, "poster").filter(|it| !it.trim().is_empty());
        let poster = poster.and_then(|it| {
            let picture = self.resolver.picture(it);
            if picture.is_none() {
                self.note(What::Picture, it);
            }
            picture
        });
        self.emit(BlockKind::Video { file, title, caption, tracks, poster }, flow);
    }

    fn file(&mut self, src: &str) -> Option<MediaRef> {
        let file = self.resolver.media(src);
        if file.is_none() {
            self.note(What::Media, src);
        }
        file
    }

    fn track(&mut self, attributes: &[Attribute]) -> Option<Track> {
        let file = self.file(attribute(attributes, "src")?)?;
        let lang = attribute(attributes, "srclang").and_then(|it| LocaleTag::parse(it).ok());
        let label = self.string(attribute(attributes, "label").unwrap_or(""));
        self.afford().then_some(Track { file, lang, label })
    }

    /// `iframe` and `embed`: what is known by its address, or a link to it.
    pub(super) fn frame(&mut self, attributes: &[Attribute], flow: &mut Flow) {
        let src = source(attributes).unwrap_or("");
        match Href::parse(src).ok().filter(Href::is_external) {
            Some(href) => self.embed(Embedded::of(&href), attributes, flow),
            None => self.note(What::Frame, src),
        }
    }

    /// `object`: what is known by its address, or else what it holds for those who cannot show it.
    pub(super) fn object(&mut self, id: NodeId, attributes: &[Attribute], flow: &mut Flow) {
        let data = attribute(attributes, "data").unwrap_or("");
        let known = Href::parse(data).ok().map(|href| Embedded::of(&href));
        match known.filter(|it| it.provider != Provider::Other) {
            Some(it) => self.embed(it, attributes, flow),
            None => {
                self.note(What::Element, "object");
                self.children(id, flow);
            }
        }
    }

    fn embed(&mut self, it: Embedded, attributes: &[Attribute], flow: &mut Flow) {
        let title = self.string(attribute(attributes, "title").unwrap_or(""));
        self.flush(flow);
        let Embedded { provider, id, url } = it;
        self.emit(BlockKind::Embed { provider, id, title, url }, flow);
    }
}

/// The address of a file: `src`, or where it stands while `src` holds a stopgap.
fn source(attributes: &[Attribute]) -> Option<&str> {
    let given = |name: &str| attribute(attributes, name).filter(|it| !it.trim().is_empty());
    let src = given("src");
    let stopgap = src.is_none_or(|it| it.trim_start().starts_with("data:"));
    let late = LATE_SOURCES.into_iter().find_map(given);
    if stopgap { late.or(src) } else { src }
}

/// Whether the link around a picture only shows it larger, or on the page that WordPress makes of it.
fn leads_to_itself(href: &Href, attributes: &[Attribute]) -> bool {
    let path = href.as_str().split(['?', '#']).next().unwrap_or_default();
    let end = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    PICTURES.contains(&end.as_str()) || attribute(attributes, "data-link") == Some(href.as_str())
}

/// Whether a picture stands for a character.
fn is_letter(attributes: &[Attribute]) -> bool {
    style::has_class(attributes, "emoji") || style::has_class(attributes, "wp-smiley")
}

/// Whether a picture only counts its readers.
fn is_pixel(attributes: &[Attribute]) -> bool {
    let tiny =
        |name: &str| attribute(attributes, name).is_some_and(|it| matches!(it.trim(), "0" | "1" | "2"));
    tiny("width") && tiny("height")
}

//! `figure`: a picture or whatever else with a caption; a gallery where it holds several
//! pictures. Our own HTML's figures around a link, for what lies elsewhere, are read back.

use html5ever::Attribute;

use super::containers::joined;
use super::{Flow, Place, Walker};
use crate::block::{Block, BlockKind, Figure, Track};
use crate::embed::Embedded;
use crate::href::Href;
use crate::html_in::elements::{Effect, Role};
use crate::html_in::report::What;
use crate::html_in::style;
use crate::html_in::tree::{NodeId, NodeKind, attribute};
use crate::inline::Inline;
use domain::LocaleTag;

/// The link that one of our figures is made of.
pub(super) struct OwnLink {
    pub(super) href: String,
    words: String,
    /// Links to subtitles: address, language, words.
    tracks: Vec<(String, Option<LocaleTag>, String)>,
}

impl OwnLink {
    /// The link's words; none where they only repeat the address.
    pub(super) fn title_beside(&self, address: &str) -> String {
        if self.words == address { String::new() } else { self.words.clone() }
    }
}

impl Walker<'_> {
    pub(super) fn figure(&mut self, id: NodeId, attributes: &[Attribute], flow: &mut Flow) {
        let own = match attribute(attributes, "data-block") {
            Some(own) => own,
            None if style::has_class(attributes, "wp-block-pullquote") => "pull-quote",
            None => "",
        };
        let link = match own {
            "picture" | "audio" | "video" | "embed" => self.own_link(id),
            _ => None,
        };
        let mut inner = Flow::with(flow.depth, Place::Caption);
        match link {
            Some(link) => {
                self.linked(own, &link, attributes, &mut inner);
                self.own_caption(id, &mut inner);
            }
            None => self.children(id, &mut inner),
        }
        self.flush(&mut inner);
        let aside = inner.aside.unwrap_or_default();
        self.assemble(own, inner.blocks, aside.words, aside.credit, flow);
    }

    /// The first link directly in an element.
    pub(super) fn own_link(&mut self, id: NodeId) -> Option<OwnLink> {
        let mut found: Option<OwnLink> = None;
        let mut within = None;
        let tree = self.tree;
        for (_, node) in tree.children(id) {
            match &node.kind {
                NodeKind::Open { effect: Effect::Link, attributes, .. } => {
                    let href = attribute(attributes, "href")?.to_owned();
                    match &mut found {
                        None => {
                            found = Some(OwnLink { href, words: String::new(), tracks: Vec::new() });
                            within = Some(0);
                        }
                        Some(link) if attribute(attributes, "data-part") == Some("track") => {
                            let lang = attribute(attributes, "hreflang");
                            let lang = lang.and_then(|it| LocaleTag::parse(it).ok());
                            link.tracks.push((href, lang, String::new()));
                            within = Some(link.tracks.len());
                        }
                        Some(_) => within = None,
                    }
                }
                NodeKind::Close(name) if &**name == "a" => within = None,
                NodeKind::Text(text) => {
                    let link = found.as_mut();
                    let words = link.and_then(|it| match within? {
                        0 => Some(&mut it.words),
                        n => it.tracks.get_mut(n - 1).map(|it| &mut it.2),
                    });
                    if let Some(words) = words {
                        words.push_str(text);
                    }
                }
                _ => {}
            }
        }
        let mut link = found?;
        link.words = self.string(&link.words);
        Some(link)
    }

    fn linked(&mut self, own: &str, link: &OwnLink, attributes: &[Attribute], flow: &mut Flow) {
        let kind = match own {
            "picture" => self.resolver.picture(&link.href).map(|asset| {
                let alt = link.title_beside(&link.href);
                BlockKind::Figure(Figure { asset, caption: Vec::new(), alt, credit: Vec::new() })
            }),
            "embed" => Href::parse(&link.href).ok().map(|href| {
                let title = link.title_beside(&link.href);
                let Embedded { provider, id, url } = Embedded::of(&href);
                BlockKind::Embed { provider, id, title, url }
            }),
            _ => self.resolver.media(&link.href).map(|file| {
                let (title, caption) = (link.title_beside(&link.href), Vec::new());
                if own == "audio" {
                    return BlockKind::Audio { file, title, caption };
                }
                let poster = attribute(attributes, "data-poster").and_then(|it| self.resolver.picture(it));
                let tracks = link.tracks.iter().filter_map(|(href, lang, words)| {
                    let file = self.resolver.media(href)?;
                    let label = if words == href { String::new() } else { words.clone() };
                    Some(Track { file, lang: lang.clone(), label })
                });
                BlockKind::Video { file, title, caption, tracks: tracks.collect(), poster }
            }),
        };
        match kind {
            Some(kind) => self.emit(kind, flow),
            None => self.note(What::Media, &link.href),
        }
    }

    fn own_caption(&mut self, id: NodeId, flow: &mut Flow) {
        let tree = self.tree;
        let caption = tree
            .children(id)
            .find(|(_, node)| matches!(node.kind, NodeKind::Element { role: Role::FigureCaption, .. }));
        if let Some((id, node)) = caption {
            self.node(id, node, flow);
        }
    }

    /// Brings a figure's blocks and its caption together.
    fn assemble(
        &mut self,
        own: &str,
        mut blocks: Vec<Block>,
        words: Vec<Inline>,
        credit: Vec<Inline>,
        flow: &mut Flow,
    ) {
        if own == "pull-quote" {
            return self.pull_quote(blocks, words, flow);
        }
        let all_figures = blocks.iter().all(|it| matches!(it.kind, BlockKind::Figure(_)));
        if all_figures && !blocks.is_empty() && (blocks.len() > 1 || own == "gallery") {
            let figures = blocks.into_iter().filter_map(|it| match it.kind {
                BlockKind::Figure(figure) => Some(figure),
                _ => None,
            });
            let gallery = BlockKind::Gallery { figures: figures.collect(), caption: words };
            self.emit(gallery, flow);
            return self.paragraph_of(credit, flow);
        }
        let (mut words, mut credit) = (words, credit);
        if let [block] = blocks.as_mut_slice() {
            take_caption(&mut block.kind, &mut words, &mut credit);
        }
        flow.blocks.extend(blocks);
        self.paragraph_of(words, flow);
        self.paragraph_of(credit, flow);
    }

    fn pull_quote(&mut self, mut blocks: Vec<Block>, mut attribution: Vec<Inline>, flow: &mut Flow) {
        if let [Block { kind: BlockKind::Quote { blocks: inner, attribution: cited }, .. }] =
            blocks.as_mut_slice()
            && (cited.is_empty() || attribution.is_empty())
        {
            if attribution.is_empty() {
                attribution = std::mem::take(cited);
            }
            blocks = std::mem::take(inner);
        }
        let (text, rest) = joined(blocks);
        if text.is_empty() {
            self.paragraph_of(attribution, flow);
        } else {
            self.emit(BlockKind::PullQuote { text, attribution }, flow);
        }
        flow.blocks.extend(rest);
    }
}

/// Gives caption and credit to a block that has a free place for them.
fn take_caption(kind: &mut BlockKind, words: &mut Vec<Inline>, credit: &mut Vec<Inline>) {
    let caption = match kind {
        BlockKind::Figure(figure) => {
            if figure.credit.is_empty() {
                figure.credit = std::mem::take(credit);
            }
            &mut figure.caption
        }
        BlockKind::Audio { caption, .. }
        | BlockKind::Video { caption, .. }
        | BlockKind::Table { caption, .. }
        | BlockKind::Gallery { caption, .. }
        | BlockKind::Quote { attribution: caption, .. } => caption,
        _ => return,
    };
    if caption.is_empty() {
        *caption = std::mem::take(words);
    }
}

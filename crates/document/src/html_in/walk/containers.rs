//! Paragraphs, headings, lists, quotations and boxes.

use html5ever::{Attribute, LocalName};

use super::{Flow, Place, Walker, is_blank};
use crate::block::{Block, BlockKind, Figure, HeadingLevel, ListItem, RelatedTarget};
use crate::html_in::elements::Role;
use crate::html_in::line::Line;
use crate::html_in::report::What;
use crate::html_in::style;
use crate::html_in::tree::{NodeId, NodeKind, attribute};
use crate::inline::Inline;
use crate::limits::MAX_DEPTH;

impl Walker<'_> {
    pub(super) fn paragraph(&mut self, id: NodeId, attributes: &[Attribute], flow: &mut Flow) {
        if attribute(attributes, "data-part") == Some("title") && flow.wants(Place::Title) {
            return self.fill_aside(id, flow);
        }
        let before = std::mem::replace(&mut flow.breaks_divide, false);
        self.children(id, flow);
        self.flush(flow);
        flow.breaks_divide = before;
    }

    pub(super) fn heading(&mut self, id: NodeId, level: u8, flow: &mut Flow) {
        let (text, rest) = self.line_of(id, flow.depth);
        if !text.is_empty() {
            self.emit(BlockKind::Heading { level: HeadingLevel::nearest(level), text }, flow);
        }
        flow.blocks.extend(rest);
    }

    pub(super) fn preformatted(&mut self, id: NodeId, flow: &mut Flow) {
        let mut inner = Flow { verbatim: true, ..Flow::at(flow.depth) };
        let tree = self.tree;
        for (at, (child, node)) in tree.children(id).enumerate() {
            match &node.kind {
                // The line end after the tag is no text (HTML §13.2.6.4.7).
                NodeKind::Text(text) if at == 0 => {
                    let text = text.strip_prefix('\n').unwrap_or(text);
                    self.words(text, &mut inner);
                }
                _ => self.node(child, node, &mut inner),
            }
        }
        self.flush(&mut inner);
        flow.blocks.append(&mut inner.blocks);
    }

    pub(super) fn list(&mut self, id: NodeId, ordered: bool, attributes: &[Attribute], flow: &mut Flow) {
        if !self.may_nest(flow, "list") {
            return self.children(id, flow);
        }
        let mut items: Vec<ListItem> = Vec::new();
        let mut stray = Flow::of_line(flow.depth + 1);
        let tree = self.tree;
        for (child, node) in tree.children(id) {
            let item = matches!(node.kind, NodeKind::Element { role: Role::Item, .. });
            if item {
                self.stray_item(&mut stray, &mut items);
            }
            self.node(child, node, &mut stray);
            if item {
                self.flush(&mut stray);
                let blocks = std::mem::take(&mut stray.blocks);
                self.add_item(blocks, &mut items);
            }
        }
        self.stray_item(&mut stray, &mut items);
        if items.is_empty() {
            return;
        }
        if style::has_class(attributes, "blocks-gallery-grid")
            || style::has_class(attributes, "wp-block-gallery")
        {
            return self.gallery(items, flow);
        }
        let start = attribute(attributes, "start").filter(|_| ordered).and_then(|it| it.trim().parse().ok());
        self.emit(BlockKind::List { ordered, start: start.unwrap_or(1), items }, flow);
    }

    /// The pictures of a list that WordPress shows as a gallery, and whatever else is in it.
    fn gallery(&mut self, items: Vec<ListItem>, flow: &mut Flow) {
        let (mut figures, mut rest) = (Vec::new(), Vec::new());
        for block in items.into_iter().flat_map(|item| item.blocks) {
            match block.kind {
                BlockKind::Figure(figure) => figures.push(figure),
                kind => rest.push(Block { kind, ..block }),
            }
        }
        match <[Figure; 1]>::try_from(figures) {
            Ok([figure]) => self.emit(BlockKind::Figure(figure), flow),
            Err(none) if none.is_empty() => {}
            Err(figures) => self.emit(BlockKind::Gallery { figures, caption: Vec::new() }, flow),
        }
        flow.blocks.extend(rest);
    }

    /// What stands between items: a list belongs to the item before it, the rest makes an item.
    fn stray_item(&mut self, stray: &mut Flow, items: &mut Vec<ListItem>) {
        self.flush(stray);
        let blocks = std::mem::take(&mut stray.blocks);
        let lists = blocks.iter().all(|block| matches!(block.kind, BlockKind::List { .. }));
        match items.last_mut() {
            Some(last) if lists => last.blocks.extend(blocks),
            _ => self.add_item(blocks, items),
        }
    }

    fn add_item(&mut self, blocks: Vec<Block>, items: &mut Vec<ListItem>) {
        if !blocks.is_empty() && self.afford() {
            items.push(ListItem { blocks });
        }
    }

    pub(super) fn quote(&mut self, id: NodeId, flow: &mut Flow) {
        if !self.may_nest(flow, "quotation") {
            return self.children(id, flow);
        }
        let mut inner = Flow::with(flow.depth + 1, Place::Attribution);
        self.children(id, &mut inner);
        self.flush(&mut inner);
        let attribution = inner.aside.map(|it| it.words).unwrap_or_default();
        if inner.blocks.is_empty() {
            self.paragraph_of(attribution, flow);
        } else {
            self.emit(BlockKind::Quote { blocks: inner.blocks, attribution }, flow);
        }
    }

    /// A block element without a meaning of its own, unless `data-block` gives it one.
    pub(super) fn division(
        &mut self,
        id: NodeId,
        name: &LocalName,
        attributes: &[Attribute],
        flow: &mut Flow,
    ) {
        match attribute(attributes, "data-block") {
            Some("fact-box") if self.may_nest(flow, "fact box") => {
                let mut inner = Flow::with(flow.depth + 1, Place::Title);
                self.children(id, &mut inner);
                self.flush(&mut inner);
                let title = inner.aside.map(|it| it.words).unwrap_or_default();
                if !title.is_empty() || !inner.blocks.is_empty() {
                    self.emit(BlockKind::FactBox { title, blocks: inner.blocks }, flow);
                }
            }
            Some("note") if self.may_nest(flow, "note") => {
                let mut inner = Flow::at(flow.depth + 1);
                self.children(id, &mut inner);
                self.flush(&mut inner);
                if !inner.blocks.is_empty() {
                    self.emit(BlockKind::Note { blocks: inner.blocks }, flow);
                }
            }
            Some("related") => self.related(id, flow),
            _ if &**name == "noscript" => {
                self.without_scripts += 1;
                self.children(id, flow);
                self.flush(flow);
                self.without_scripts -= 1;
            }
            _ => {
                if let Some(picture) = style::background(attributes) {
                    self.picture(picture, String::new(), flow);
                }
                self.children(id, flow);
            }
        }
    }

    fn related(&mut self, id: NodeId, flow: &mut Flow) {
        let Some(link) = self.own_link(id) else { return self.children(id, flow) };
        match self.resolver.link(&link.href) {
            Some(url) => {
                let title = link.title_beside(url.as_str());
                let title = self.string(&title);
                self.emit(BlockKind::Related { target: RelatedTarget::Url(url), title }, flow);
            }
            None => self.note(What::Link, &link.href),
        }
    }

    /// Reads an element's words into the place that its flow has for them.
    pub(super) fn fill_aside(&mut self, id: NodeId, flow: &mut Flow) {
        let mut inner = Flow { credit: Some(Line::default()), ..Flow::of_line(flow.depth) };
        self.children(id, &mut inner);
        self.flush(&mut inner);
        let mut credit = inner.credit.take().unwrap_or_default();
        let mut credit = self.take(&mut credit);
        if is_blank(&credit) {
            credit.clear();
        }
        let (words, rest) = joined(inner.blocks);
        if let Some(aside) = &mut flow.aside {
            aside.words = words;
            aside.credit = credit;
        }
        flow.blocks.extend(rest);
    }

    /// The words in an element as one line, and the blocks in it that no line can hold.
    pub(super) fn line_of(&mut self, id: NodeId, depth: usize) -> (Vec<Inline>, Vec<Block>) {
        let mut inner = Flow::of_line(depth);
        self.children(id, &mut inner);
        self.flush(&mut inner);
        joined(inner.blocks)
    }

    /// A paragraph of words that found no better place.
    pub(super) fn paragraph_of(&mut self, text: Vec<Inline>, flow: &mut Flow) {
        if !text.is_empty() {
            self.emit(BlockKind::Paragraph { text }, flow);
        }
    }

    /// Whether blocks may lie within a block of this flow.
    pub(super) fn may_nest(&mut self, flow: &Flow, what: &str) -> bool {
        let room = flow.depth < MAX_DEPTH;
        if !room {
            self.note(What::Depth, what);
        }
        room
    }
}

/// Paragraphs and headings joined by breaks, and what is neither.
pub(super) fn joined(blocks: Vec<Block>) -> (Vec<Inline>, Vec<Block>) {
    let (mut line, mut rest) = (Vec::new(), Vec::new());
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph { text } | BlockKind::Heading { text, .. } => {
                if !line.is_empty() {
                    line.push(Inline::Break);
                }
                line.extend(text);
            }
            kind => rest.push(Block { kind, ..block }),
        }
    }
    (line, rest)
}

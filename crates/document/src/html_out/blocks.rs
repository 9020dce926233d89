//! Blocks of words: paragraphs, lists, quotes, boxes. Pictures and films are in `media`.

use super::{BranchPage, Printer};
use crate::block::{Block, BlockKind, HeadingLevel, ListItem, RelatedTarget};
use crate::href::Href;
use crate::inline::Inline;

impl Printer<'_> {
    /// Prints blocks one after the other.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(&block.kind));
    }

    fn block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Paragraph { text } => self.words("p", text, ""),
            BlockKind::Heading { text, .. } if text.is_empty() => {}
            BlockKind::Heading { level, text } => {
                let level = self.outline.next(*level);
                self.words(heading(level), text, "");
            }
            // HTML swallows the first line end after the tag (§13.1.2.5): give it one.
            BlockKind::Preformatted { text } => self.words("pre", text, "\n"),
            BlockKind::List { ordered, start, items } => self.list(*ordered, *start, items),
            BlockKind::Quote { blocks, attribution } => self.quote(blocks, attribution),
            BlockKind::PullQuote { text, attribution } => {
                self.raw("<figure data-block=\"pull-quote\"><blockquote>");
                self.words("p", text, "");
                self.raw("</blockquote>");
                self.figcaption(attribution, &[]);
                self.raw("</figure>\n");
            }
            BlockKind::Figure(figure) => self.figure(figure),
            BlockKind::Gallery { figures, caption } => self.gallery(figures, caption),
            BlockKind::Audio { file, title, caption } => self.audio(file, title, caption),
            BlockKind::Video { file, title, caption, tracks, poster } => {
                self.video(file, title, caption, tracks, poster.as_ref());
            }
            BlockKind::Table { caption, rows } => self.table(caption, rows),
            BlockKind::FactBox { title, blocks } => {
                self.raw("<aside data-block=\"fact-box\">\n");
                self.words("p data-part=\"title\"", title, "");
                self.blocks(blocks);
                self.raw("</aside>\n");
            }
            BlockKind::Embed { provider, id, title, url } => {
                self.raw("<figure data-block=\"embed\"");
                self.attribute("data-provider", provider.as_str());
                if !id.is_empty() {
                    self.attribute("data-id", id);
                }
                self.raw(">");
                self.titled_link(url, title);
                self.raw("</figure>\n");
            }
            BlockKind::Related { target, title } => self.related(target, title),
            BlockKind::Divider => self.raw("<hr>\n"),
            BlockKind::Note { blocks } => {
                self.raw("<aside data-block=\"note\">\n");
                self.blocks(blocks);
                self.raw("</aside>\n");
            }
        }
    }

    /// An element with a line; nothing where there are no words, since an empty heading or
    /// paragraph only confuses who listens to the page.
    fn words(&mut self, element: &'static str, line: &[Inline], before: &str) {
        if line.is_empty() {
            return;
        }
        match element.split_once(' ') {
            None => self.line_element(element, line, before),
            Some((name, attributes)) => {
                self.raw(&format!("<{name} {attributes}>"));
                self.line(line);
                self.raw(&format!("</{name}>\n"));
            }
        }
    }

    fn list(&mut self, ordered: bool, start: u32, items: &[ListItem]) {
        if items.is_empty() {
            return;
        }
        self.raw(if ordered { "<ol" } else { "<ul" });
        if ordered && start != 1 {
            self.attribute("start", &start.to_string());
        }
        self.raw(">\n");
        for item in items {
            self.raw("<li>");
            self.item(&item.blocks);
            self.raw("</li>\n");
        }
        self.raw(if ordered { "</ol>\n" } else { "</ul>\n" });
    }

    /// A lone paragraph, or one with a list below it, stands in its item or cell without `<p>`.
    pub(super) fn item(&mut self, blocks: &[Block]) {
        let Some((Block { kind: BlockKind::Paragraph { text }, .. }, rest)) = blocks.split_first() else {
            return self.blocks(blocks);
        };
        if rest.iter().all(|block| matches!(block.kind, BlockKind::List { .. })) {
            self.line(text);
            self.blocks(rest);
        } else {
            self.blocks(blocks);
        }
    }

    /// HTML wants whose words they are outside the quotation (§4.4.4).
    fn quote(&mut self, blocks: &[Block], attribution: &[Inline]) {
        if !attribution.is_empty() {
            self.raw("<figure data-block=\"quote\">");
        }
        self.raw("<blockquote>\n");
        self.blocks(blocks);
        self.raw("</blockquote>");
        self.figcaption(attribution, &[]);
        self.raw(if attribution.is_empty() { "\n" } else { "</figure>\n" });
    }

    fn related(&mut self, target: &RelatedTarget, title: &str) {
        let page: Option<(Href, String)> = match target {
            RelatedTarget::Url(url) => Some((url.clone(), String::new())),
            RelatedTarget::Branch(id) => {
                self.options.targets.branch(*id).map(|BranchPage { url, title }| (url, title))
            }
        };
        if let Some((url, own)) = page {
            self.raw("<aside data-block=\"related\">");
            self.titled_link(&url, if title.is_empty() { &own } else { title });
            self.raw("</aside>\n");
        }
    }
}

const fn heading(level: HeadingLevel) -> &'static str {
    match level.get() {
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

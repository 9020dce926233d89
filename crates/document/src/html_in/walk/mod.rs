//! The flat tree to blocks. A *flow* is a run of blocks at one depth with the line that is being
//! written; block elements end the line, everything else adds to it.

mod containers;
mod figures;
mod media;
mod tables;

use std::collections::HashSet;

use html5ever::{Attribute, LocalName};

use super::elements::{Effect, Role};
use super::line::Line;
use super::marks::{Act, Marks, link_mark, plain_mark};
use super::report::{Report, What};
use super::resolver::Resolver;
use super::sink::direction;
use super::style;
use super::tree::{Node, NodeId, NodeKind, Tree, attribute};
use crate::block::{Block, BlockKind};
use crate::block_id::{BlockId, BlockIds};
use crate::inline::{Inline, Mark, is_forbidden};
use crate::limits::{Document, MAX_BLOCKS, MAX_RUN_BYTES, MAX_RUNS, MAX_STRING_BYTES, MAX_TEXT_BYTES};
use domain::LocaleTag;

/// The blocks of a page, within the limits of a document.
pub(super) fn blocks(
    tree: &Tree,
    resolver: &mut dyn Resolver,
    ids: &mut dyn BlockIds,
    report: &mut Report,
) -> Vec<Block> {
    let marks = Marks::new(tree.lang.clone(), tree.dir);
    let taken = HashSet::new();
    let mut walker = Walker {
        tree,
        resolver,
        ids,
        report,
        marks,
        taken,
        next_id: 0,
        line: 1,
        level: 0,
        without_scripts: 0,
        blocks: 0,
        runs: 0,
        text: 0,
    };
    let mut flow = Flow::at(1);
    walker.children(Tree::ROOT, &mut flow);
    walker.flush(&mut flow);
    flow.blocks
}

/// A run of blocks in the making.
struct Flow {
    blocks: Vec<Block>,
    line: Line,
    /// How deep its blocks lie; 1 at the top.
    depth: usize,
    /// Two breaks divide paragraphs: so old pages write them where no `<p>` is open.
    breaks_divide: bool,
    /// White space is kept.
    verbatim: bool,
    /// Words with a place of their own beside the blocks, where the flow has it.
    aside: Option<Aside>,
    /// Words marked as a credit, while a caption is read.
    credit: Option<Line>,
}

/// Caption, attribution or title of what the flow belongs to.
#[derive(Default)]
struct Aside {
    place: Option<Place>,
    words: Vec<Inline>,
    credit: Vec<Inline>,
}

/// What the words of an [`Aside`] are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Caption,
    Attribution,
    Title,
}

impl Flow {
    fn at(depth: usize) -> Self {
        Self {
            blocks: Vec::new(),
            line: Line::default(),
            depth,
            breaks_divide: true,
            verbatim: false,
            aside: None,
            credit: None,
        }
    }

    /// Where breaks are breaks: items, cells, captions.
    fn of_line(depth: usize) -> Self {
        Self { breaks_divide: false, ..Self::at(depth) }
    }

    fn with(depth: usize, place: Place) -> Self {
        let aside = Some(Aside { place: Some(place), ..Aside::default() });
        Self { aside, ..Self::at(depth) }
    }

    fn wants(&self, place: Place) -> bool {
        self.aside.as_ref().is_some_and(|it| it.place == Some(place) && it.words.is_empty())
    }
}

struct Walker<'a> {
    tree: &'a Tree,
    resolver: &'a mut dyn Resolver,
    ids: &'a mut dyn BlockIds,
    report: &'a mut Report,
    marks: Marks,
    taken: HashSet<BlockId>,
    /// Where to look for a free id after one came twice.
    next_id: u64,
    /// The line of the input where the walk stands.
    line: u32,
    /// How many block elements are open.
    level: usize,
    /// How many `noscript` are open.
    without_scripts: usize,
    blocks: usize,
    runs: usize,
    text: usize,
}

impl Walker<'_> {
    fn children(&mut self, parent: NodeId, flow: &mut Flow) {
        let tree = self.tree;
        for (id, node) in tree.children(parent) {
            self.node(id, node, flow);
        }
    }

    fn node(&mut self, id: NodeId, node: &Node, flow: &mut Flow) {
        self.line = node.line;
        match &node.kind {
            NodeKind::Text(text) => self.words(text, flow),
            NodeKind::Open { name, effect, attributes } => {
                self.open(name, *effect, attributes);
                if *effect == Effect::Quoted {
                    self.words("“", flow);
                }
            }
            NodeKind::Close(name) => {
                if &**name == "q" && self.marks.is_open(name) {
                    self.words("”", flow);
                }
                self.marks.close(name);
            }
            NodeKind::Boundary => self.flush(flow),
            NodeKind::Element { name, role, attributes } => {
                self.element(id, name, *role, attributes, flow);
            }
        }
    }

    fn element(
        &mut self,
        id: NodeId,
        name: &LocalName,
        role: Role,
        attributes: &[Attribute],
        flow: &mut Flow,
    ) {
        match role {
            Role::Break if flow.verbatim => self.words("\n", flow),
            Role::Break => self.here(flow).push_break(),
            Role::BreakPoint => self.words("\u{200b}", flow),
            Role::Nothing | Role::Root | Role::Source | Role::Track | Role::Inline(_) => {}
            Role::Dropped => self.note(What::Element, name),
            Role::Image => self.image(attributes, flow),
            Role::Audio | Role::Video => self.recording(id, role, attributes, flow),
            Role::Frame => self.frame(attributes, flow),
            _ => {
                self.flush(flow);
                self.level += 1;
                let acts = self.language(attributes);
                self.marks.enter(acts, self.level);
                self.block(id, name, role, attributes, flow);
                self.flush(flow);
                self.marks.leave(self.level, matches!(role, Role::TableCell { .. }));
                self.level -= 1;
            }
        }
    }

    /// A block element, between the end of the line before and that of its own last line.
    fn block(&mut self, id: NodeId, name: &LocalName, role: Role, attributes: &[Attribute], flow: &mut Flow) {
        match role {
            Role::Paragraph => self.paragraph(id, attributes, flow),
            Role::Heading(level) => self.heading(id, level, flow),
            Role::Preformatted => self.preformatted(id, flow),
            Role::List { ordered } => self.list(id, ordered, attributes, flow),
            Role::Quote => self.quote(id, flow),
            Role::Attribution if flow.wants(Place::Attribution) => self.fill_aside(id, flow),
            Role::Figure => self.figure(id, attributes, flow),
            Role::FigureCaption if flow.wants(Place::Caption) => self.fill_aside(id, flow),
            Role::Table => self.table(id, attributes, flow),
            Role::Divider => self.emit(BlockKind::Divider, flow),
            Role::Term => {
                self.marks.enter(vec![Act::Mark(Mark::Strong)], self.level);
                self.children(id, flow);
            }
            Role::Object => self.object(id, attributes, flow),
            Role::Division => self.division(id, name, attributes, flow),
            _ => self.children(id, flow),
        }
    }

    /// An inline element begins.
    fn open(&mut self, name: &LocalName, effect: Effect, attributes: &[Attribute]) {
        let mut acts = self.language(attributes);
        if effect == Effect::Isolate && acts.is_empty() {
            acts.push(Act::Language(None, None));
        }
        if attribute(attributes, "data-part") == Some("credit") {
            acts.push(Act::Credit);
        }
        let own = plain_mark(effect).filter(|mark| !style::is_unmarked(attributes, mark));
        acts.extend(own.into_iter().chain(style::marks(attributes)).map(Act::Mark));
        if effect == Effect::Link
            && let Some(href) = attribute(attributes, "href").filter(|it| !it.trim().is_empty())
        {
            match self.resolver.link(href) {
                Some(href) => acts.push(Act::Mark(link_mark(href))),
                None => self.note(What::Link, href),
            }
        }
        self.marks.open(name, effect, acts, self.level);
    }

    fn note(&mut self, what: What, name: &str) {
        self.report.note(what, name, self.line.into());
    }

    /// What `lang` and `dir` of an element do.
    fn language(&mut self, attributes: &[Attribute]) -> Vec<Act> {
        let given = attribute(attributes, "lang")
            .or_else(|| attribute(attributes, "xml:lang"))
            .map(str::trim)
            .filter(|it| !it.is_empty());
        let lang = given.and_then(|it| LocaleTag::parse(it).ok());
        if let Some(given) = given
            && lang.is_none()
        {
            self.note(What::Language, given);
        }
        let dir = direction(attributes);
        if lang.is_none() && dir.is_none() { Vec::new() } else { vec![Act::Language(lang, dir)] }
    }

    /// Adds words to the line.
    fn words(&mut self, text: &str, flow: &mut Flow) {
        let clean: String;
        let mut text = text;
        if text.chars().any(is_forbidden_here) {
            let bad = text.chars().filter(|c| is_forbidden_here(*c)).count();
            self.report.note_many(What::Control, "control characters", self.line.into(), bad as u64);
            clean = text.chars().filter(|c| !is_forbidden_here(*c)).collect();
            text = &clean;
        }
        if self.text + text.len() > MAX_TEXT_BYTES {
            self.note(What::Cut, "more words than a document may hold");
            return;
        }
        self.text += text.len();
        // Half the limit: a portion of the tokenizer always fits into the other half.
        if flow.line.bytes() > MAX_RUN_BYTES / 2 {
            self.note(What::LongParagraph, "paragraph");
            self.flush(flow);
        }
        if flow.verbatim {
            let marks: Vec<Mark> =
                self.marks.current().iter().filter(|it| **it != Mark::Code).cloned().collect();
            flow.line.push_verbatim(text, &marks);
            return;
        }
        if flow.breaks_divide && flow.line.open_breaks() > 1 && !text.trim_ascii().is_empty() {
            self.flush(flow);
        }
        self.here(flow).push(text, self.marks.current());
    }

    /// The line on which words stand here.
    fn here<'f>(&self, flow: &'f mut Flow) -> &'f mut Line {
        match &mut flow.credit {
            Some(credit) if self.marks.is_credit() => credit,
            _ => &mut flow.line,
        }
    }

    /// Ends the line: what is on it becomes a paragraph.
    fn flush(&mut self, flow: &mut Flow) {
        let text = self.take(&mut flow.line);
        match (is_blank(&text), flow.verbatim) {
            (true, false) if !text.is_empty() => return self.note(What::EmptyParagraph, "paragraph"),
            (true, _) => return,
            (false, true) => return self.emit(BlockKind::Preformatted { text }, flow),
            (false, false) => {}
        }
        let kind = self.shortcode(&text).unwrap_or(BlockKind::Paragraph { text });
        self.emit(kind, flow);
    }

    /// What a paragraph of nothing but `[…]` stands for.
    fn shortcode(&mut self, line: &[Inline]) -> Option<BlockKind> {
        let [Inline::Text { text, .. }] = line else { return None };
        let text = text.trim();
        let kind =
            if text.starts_with('[') && text.ends_with(']') { self.resolver.shortcode(text) } else { None };
        let kind = kind.filter(|kind| kind.nested().is_empty())?;
        let trial = Block { id: BlockId::new(0), kind, of: None };
        Document::new(vec![trial]).ok()?.into_blocks().pop().map(|it| it.kind)
    }

    /// The line's runs, counted.
    fn take(&mut self, line: &mut Line) -> Vec<Inline> {
        // Joining paragraphs to one line adds at most one break for each.
        if self.runs + line.len() > MAX_RUNS - MAX_BLOCKS {
            let lost = line.take();
            if !lost.is_empty() {
                self.note(What::Cut, "more runs of words than a document may hold");
            }
            return Vec::new();
        }
        self.runs += line.len();
        line.take()
    }

    /// Adds a block.
    fn emit(&mut self, kind: BlockKind, flow: &mut Flow) {
        if self.afford() {
            let id = self.fresh_id();
            flow.blocks.push(Block { id, kind, of: None });
        }
    }

    /// Counts one more block, item, row, cell or picture; false where there is no room for it.
    fn afford(&mut self) -> bool {
        let room = self.blocks < MAX_BLOCKS;
        if room {
            self.blocks += 1;
        } else {
            self.note(What::Cut, "more blocks than a document may hold");
        }
        room
    }

    fn fresh_id(&mut self) -> BlockId {
        let mut id = BlockId::new(self.ids.draw());
        while !self.taken.insert(id) {
            self.next_id = self.next_id.wrapping_add(1);
            id = BlockId::new(self.next_id);
        }
        id
    }

    /// A title or alternative text: white space collapsed, within its limit.
    fn string(&mut self, text: &str) -> String {
        let mut out = String::new();
        for word in text.split_ascii_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.extend(word.chars().filter(|c| !is_forbidden(*c)));
        }
        if out.len() > MAX_STRING_BYTES {
            self.note(What::LongString, "title or alternative text");
            out.truncate(out.floor_char_boundary(MAX_STRING_BYTES));
        }
        if self.text + out.len() > MAX_TEXT_BYTES {
            self.note(What::Cut, "more words than a document may hold");
            return String::new();
        }
        self.text += out.len();
        out
    }
}

/// Whether a line has nothing that a reader would see.
fn is_blank(line: &[Inline]) -> bool {
    let blank = |c: char| matches!(c, ' ' | '\n' | '\t' | '\u{a0}' | '\u{200b}' | '\u{feff}');
    line.iter().all(|run| run.text().chars().all(blank))
}

/// Form feed is white space to HTML, and collapses.
fn is_forbidden_here(c: char) -> bool {
    is_forbidden(c) && c != '\u{c}'
}

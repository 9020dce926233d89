//! Tables: of data, or only of layout.

use html5ever::Attribute;

use super::{Flow, Walker};
use crate::block::{BlockKind, Cell, Row};
use crate::html_in::elements::Role;
use crate::html_in::tree::{NodeId, NodeKind, attribute};
use crate::html_out::tidy;
use crate::inline::Inline;
use crate::limits::MAX_SPAN;

/// A table in the making.
#[derive(Default)]
struct Parts {
    rows: Vec<Row>,
    caption: Vec<Inline>,
}

impl Walker<'_> {
    pub(super) fn table(&mut self, id: NodeId, attributes: &[Attribute], flow: &mut Flow) {
        if !self.may_nest(flow, "table") {
            return self.children(id, flow);
        }
        let mut parts = Parts::default();
        self.part(id, false, &mut parts, flow);
        self.flush(flow);
        let Parts { mut rows, caption } = parts;
        tidy(&mut rows);
        let cells = rows.iter().map(|row| row.cells.len()).sum::<usize>();
        let layout = cells < 2
            || matches!(attribute(attributes, "role"), Some("presentation" | "none"))
            || rows.iter().flat_map(|row| &row.cells).all(|cell| cell.blocks.is_empty());
        if layout {
            self.paragraph_of(caption, flow);
            let cells = rows.into_iter().flat_map(|row| row.cells);
            flow.blocks.extend(cells.flat_map(|cell| cell.blocks));
        } else {
            self.emit(BlockKind::Table { caption, rows }, flow);
        }
    }

    /// Rows and captions below `id`; what may not stand there goes before the table, as in
    /// browsers (HTML §13.2.6.1, foster parenting).
    fn part(&mut self, id: NodeId, head: bool, parts: &mut Parts, before: &mut Flow) {
        let tree = self.tree;
        for (child, node) in tree.children(id) {
            let NodeKind::Element { role, attributes, .. } = &node.kind else {
                self.node(child, node, before);
                continue;
            };
            if !matches!(role, Role::RowGroup { .. } | Role::TableRow | Role::TableCaption) {
                self.node(child, node, before);
                continue;
            }
            self.level += 1;
            let acts = self.language(attributes);
            self.marks.enter(acts, self.level);
            match role {
                Role::RowGroup { head } => self.part(child, *head, parts, before),
                Role::TableRow => self.row(child, head, parts, before),
                _ => {
                    let (words, rest) = self.line_of(child, before.depth);
                    if parts.caption.is_empty() {
                        parts.caption = words;
                    } else {
                        self.paragraph_of(words, before);
                    }
                    before.blocks.extend(rest);
                }
            }
            self.marks.leave(self.level, true);
            self.level -= 1;
        }
    }

    fn row(&mut self, id: NodeId, in_head: bool, parts: &mut Parts, before: &mut Flow) {
        let mut cells = Vec::new();
        let tree = self.tree;
        for (child, node) in tree.children(id) {
            match &node.kind {
                NodeKind::Element { role: Role::TableCell { head }, attributes, .. } => {
                    let mut inner = Flow::of_line(before.depth + 1);
                    self.node(child, node, &mut inner);
                    self.flush(&mut inner);
                    let [colspan, rowspan] = ["colspan", "rowspan"].map(|it| span(attributes, it));
                    if self.afford() {
                        let blocks = inner.blocks;
                        cells.push(Cell { head: *head || in_head, colspan, rowspan, blocks });
                    }
                }
                _ => self.node(child, node, before),
            }
        }
        if self.afford() {
            parts.rows.push(Row { cells });
        }
    }
}

/// The value of `colspan` or `rowspan`, within the limit; 0 means "to the end" for rows.
fn span(attributes: &[Attribute], name: &str) -> u32 {
    match attribute(attributes, name).map(|it| it.trim().parse::<u32>()) {
        Some(Ok(0)) if name == "rowspan" => MAX_SPAN,
        Some(Ok(n)) => n.clamp(1, MAX_SPAN),
        _ => 1,
    }
}

//! Tables. Spans are first cut to what HTML's table model allows (§4.9.12): no cell over another
//! or beyond its group of rows, no row and no column in which no cell begins.

use super::Printer;
use crate::block::{Cell, Row};
use crate::inline::Inline;

impl Printer<'_> {
    pub(super) fn table(&mut self, caption: &[Inline], rows: &[Row]) {
        let mut rows = rows.to_vec();
        tidy(&mut rows);
        if rows.is_empty() {
            return;
        }
        self.raw("<div data-part=\"table\"");
        self.reachable(caption);
        self.raw("><table>");
        if !caption.is_empty() {
            self.raw("<caption>");
            self.line(caption);
            self.raw("</caption>");
        }
        let (head, body) = rows.split_at(head_rows(&rows));
        self.group("thead", head, "col");
        self.group("tbody", body, "row");
        self.raw("</table></div>\n");
    }

    /// A table that is wider than its page is scrolled, and so must be reached by keyboard (WCAG 2.2
    /// §2.1.1), on a page of ours: a feed's reader scrolls by means of its own.
    fn reachable(&mut self, caption: &[Inline]) {
        if self.options.base_url.is_some() {
            return;
        }
        self.attribute("tabindex", "0");
        let words = caption.iter().map(|run| if *run == Inline::Break { " " } else { run.text() });
        let name: String = words.collect();
        if !name.trim().is_empty() {
            self.attribute("role", "group");
            self.attribute("aria-label", &name);
        }
    }

    fn group(&mut self, element: &str, rows: &[Row], scope: &str) {
        if rows.is_empty() {
            return;
        }
        self.raw(&format!("<{element}>\n"));
        for row in rows {
            self.raw("<tr>");
            row.cells.iter().for_each(|cell| self.cell(cell, scope));
            self.raw("</tr>\n");
        }
        self.raw(&format!("</{element}>"));
    }

    fn cell(&mut self, cell: &Cell, scope: &str) {
        let name = if cell.head { "th" } else { "td" };
        self.raw("<");
        self.raw(name);
        if cell.head {
            let spans = if scope == "col" { cell.colspan } else { cell.rowspan };
            self.attribute("scope", &format!("{scope}{}", if spans > 1 { "group" } else { "" }));
        }
        if cell.colspan > 1 {
            self.attribute("colspan", &cell.colspan.to_string());
        }
        if cell.rowspan > 1 {
            self.attribute("rowspan", &cell.rowspan.to_string());
        }
        self.raw(">");
        self.item(&cell.blocks);
        self.raw("</");
        self.raw(name);
        self.raw(">");
    }
}

/// How many rows at the top are heads throughout; none where all are.
fn head_rows(rows: &[Row]) -> usize {
    let heads = rows.iter().take_while(|row| row.cells.iter().all(|cell| cell.head)).count();
    if heads == rows.len() { 0 } else { heads }
}

/// Brings spans to what HTML allows, and drops rows without a cell. Tidying twice changes nothing.
pub(crate) fn tidy(rows: &mut Vec<Row>) {
    // Cutting one span can uncover the next fault; each round only ever shortens.
    while tidy_once(rows) {}
}

fn tidy_once(rows: &mut Vec<Row>) -> bool {
    let before = rows.iter().flat_map(|row| &row.cells).map(spans).sum::<u64>() + rows.len() as u64;
    let heads = head_rows(rows);
    let mut busy_until: Vec<usize> = Vec::new();
    let mut begins: Vec<bool> = Vec::new();
    let mut placed: Vec<usize> = Vec::new();
    let total = rows.len();
    for (at, row) in rows.iter_mut().enumerate() {
        let group_end = if at < heads { heads } else { total };
        let mut column = 0;
        for cell in &mut row.cells {
            while busy_until.get(column).is_some_and(|&until| until > at) {
                column += 1;
            }
            let end = at.saturating_add(cell.rowspan as usize).min(group_end);
            cell.rowspan = u32::try_from(end - at).unwrap_or(1).max(1);
            let free = (column..column.saturating_add(cell.colspan as usize))
                .take_while(|&it| busy_until.get(it).is_none_or(|&until| until <= at))
                .count();
            cell.colspan = u32::try_from(free).unwrap_or(1).max(1);
            if busy_until.len() < column + free {
                busy_until.resize(column + free, 0);
                begins.resize(column + free, false);
            }
            busy_until.iter_mut().skip(column).take(free).for_each(|until| *until = end);
            begins.iter_mut().skip(column).take(1).for_each(|it| *it = true);
            placed.push(column);
            column += free;
        }
    }
    shorten(rows, &begins, placed);
    rows.retain(|row| !row.cells.is_empty());
    before != rows.iter().flat_map(|row| &row.cells).map(spans).sum::<u64>() + rows.len() as u64
}

/// Takes from each span the rows and columns in which no cell begins.
fn shorten(rows: &mut [Row], begins: &[bool], placed: Vec<usize>) {
    let count = |flags: &mut dyn Iterator<Item = bool>| -> Vec<u32> {
        let sums = flags.scan(0_u32, |sum, it| {
            *sum += u32::from(it);
            Some(*sum)
        });
        std::iter::once(0).chain(sums).collect()
    };
    let columns = count(&mut begins.iter().copied());
    let lines = count(&mut rows.iter().map(|row| !row.cells.is_empty()));
    let between = |sums: &[u32], from: usize, span: u32| -> u32 {
        let at = |it: usize| sums.get(it).or(sums.last()).copied().unwrap_or(0);
        at(from + span as usize).saturating_sub(at(from)).max(1)
    };
    let mut placed = placed.into_iter();
    for (at, row) in rows.iter_mut().enumerate() {
        for cell in &mut row.cells {
            let Some(column) = placed.next() else { return };
            cell.colspan = between(&columns, column, cell.colspan);
            cell.rowspan = between(&lines, at, cell.rowspan);
        }
    }
}

fn spans(cell: &Cell) -> u64 {
    u64::from(cell.colspan) + u64::from(cell.rowspan)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(spans: &[&[(u32, u32)]]) -> Vec<Row> {
        let cell = |&(colspan, rowspan): &(u32, u32)| Cell { head: false, colspan, rowspan, blocks: vec![] };
        spans.iter().map(|row| Row { cells: row.iter().map(cell).collect() }).collect()
    }

    #[test]
    fn spans_are_cut_to_what_the_table_model_allows() {
        for (from, to) in [
            // Both columns begin only where one cell covers them.
            (rows(&[&[(2, 1)], &[(2, 1)]]), rows(&[&[(1, 1)], &[(1, 1)]])),
            // Beyond the last row.
            (rows(&[&[(1, 9), (1, 1)], &[(1, 1)]]), rows(&[&[(1, 2), (1, 1)], &[(1, 1)]])),
            // A row in which nothing begins.
            (rows(&[&[(1, 2)], &[], &[(1, 1)]]), rows(&[&[(1, 1)], &[(1, 1)]])),
            // A cell over another.
            (rows(&[&[(1, 1), (1, 2), (1, 1)], &[(3, 1)]]), rows(&[&[(1, 1), (1, 2), (1, 1)], &[(1, 1)]])),
        ] {
            let mut tidied = from.clone();
            tidy(&mut tidied);
            assert_eq!(tidied, to, "{from:?}");
        }
    }
}

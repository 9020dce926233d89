//! The document itself and its limits: whoever holds a [`Document`] knows that it is within them.

use std::collections::HashSet;

use crate::block::{Block, BlockKind};
use crate::block_id::BlockId;
use crate::inline::{Inline, normalise};

/// Deepest nesting of blocks: 1 is a block at the top.
pub const MAX_DEPTH: usize = 16;
/// Most blocks, nested ones included; a row and a cell of a table count as one each, so do a
/// list's item and a gallery's picture.
pub const MAX_BLOCKS: usize = 20_000;
/// Most bytes of words, in UTF-8.
pub const MAX_TEXT_BYTES: usize = 8 * 1024 * 1024;
/// Most bytes of one run of words.
pub const MAX_RUN_BYTES: usize = 1024 * 1024;
/// Most bytes of a title, label or alternative text.
pub const MAX_STRING_BYTES: usize = 16 * 1024;
/// Most runs and breaks of all lines together.
pub const MAX_RUNS: usize = 200_000;
/// Most columns or rows that a cell covers.
pub const MAX_SPAN: u32 = 1000;
/// Most source blocks that one block translates.
pub const MAX_SOURCES: usize = 1000;

/// An article's body: blocks within the limits of this module, without U+0000, with ids that are
/// unique throughout the tree, and with lines in their one form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document(Vec<Block>);

/// Why blocks are no document.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LimitError {
    /// Deeper than [`MAX_DEPTH`].
    #[error("block {0} is nested deeper than {MAX_DEPTH} levels: bring it further up")]
    TooDeep(BlockId),
    /// More than [`MAX_BLOCKS`].
    #[error("the document has more than {MAX_BLOCKS} blocks at block {0}: divide it")]
    TooManyBlocks(BlockId),
    /// More than [`MAX_RUNS`].
    #[error("the document has more than {MAX_RUNS} runs of words at block {0}: divide it")]
    TooManyRuns(BlockId),
    /// More than [`MAX_TEXT_BYTES`].
    #[error("the document has more than {MAX_TEXT_BYTES} bytes of words at block {0}: divide it")]
    TooMuchText(BlockId),
    /// A run, title, label or alternative text that is too long.
    #[error("a text of block {block} has {bytes} bytes, at most {limit} are allowed: shorten it")]
    StringTooLong {
        /// Where.
        block: BlockId,
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        limit: usize,
    },
    /// U+0000, which PostgreSQL cannot hold.
    #[error("block {0} holds the character U+0000: take it out")]
    Nul(BlockId),
    /// An id twice.
    #[error("two blocks have the id {0}: give one of them a new one")]
    SameId(BlockId),
    /// A cell that covers no row or column, or more than [`MAX_SPAN`].
    #[error("a cell of table {0} covers less than 1 or more than {MAX_SPAN} rows or columns")]
    Span(BlockId),
    /// A tie to more than [`MAX_SOURCES`] blocks.
    #[error("block {0} translates more than {MAX_SOURCES} blocks: divide it")]
    TooManySources(BlockId),
}

impl Document {
    /// Checks every limit and brings lines to their one form: marks in order, equal neighbours
    /// joined, empty runs gone.
    pub fn new(mut blocks: Vec<Block>) -> Result<Self, LimitError> {
        let mut tally = Tally::default();
        tally.blocks(&mut blocks, 1)?;
        Ok(Self(blocks))
    }

    /// A document without a block.
    pub const fn empty() -> Self {
        Self(Vec::new())
    }

    /// The top-level blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.0
    }

    /// The top-level blocks, to be changed and made a document anew.
    pub fn into_blocks(self) -> Vec<Block> {
        self.0
    }

    /// Whether there is no block.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What was counted so far.
#[derive(Default)]
struct Tally {
    ids: HashSet<BlockId>,
    blocks: usize,
    runs: usize,
    text: usize,
}

impl Tally {
    fn blocks(&mut self, blocks: &mut [Block], depth: usize) -> Result<(), LimitError> {
        for block in blocks {
            let id = block.id;
            if depth > MAX_DEPTH {
                return Err(LimitError::TooDeep(id));
            }
            if !self.ids.insert(id) {
                return Err(LimitError::SameId(id));
            }
            if block.of.as_ref().is_some_and(|it| it.of.len() > MAX_SOURCES) {
                return Err(LimitError::TooManySources(id));
            }
            self.count_parts(&block.kind, id)?;
            for line in block.kind.lines_mut() {
                normalise(line);
                self.line(line, id)?;
            }
            for text in block.kind.strings() {
                self.string(text, MAX_STRING_BYTES, id)?;
            }
            for list in block.kind.nested_mut() {
                self.blocks(list, depth + 1)?;
            }
        }
        Ok(())
    }

    fn count_parts(&mut self, kind: &BlockKind, id: BlockId) -> Result<(), LimitError> {
        self.blocks += weight(kind);
        if self.blocks > MAX_BLOCKS {
            return Err(LimitError::TooManyBlocks(id));
        }
        if let BlockKind::Table { rows, .. } = kind {
            let spans = rows.iter().flat_map(|row| &row.cells).flat_map(|it| [it.colspan, it.rowspan]);
            if spans.into_iter().any(|span| !(1..=MAX_SPAN).contains(&span)) {
                return Err(LimitError::Span(id));
            }
        }
        Ok(())
    }

    fn line(&mut self, line: &[Inline], id: BlockId) -> Result<(), LimitError> {
        self.runs += line.len();
        if self.runs > MAX_RUNS {
            return Err(LimitError::TooManyRuns(id));
        }
        line.iter().try_for_each(|run| self.string(run.text(), MAX_RUN_BYTES, id))
    }

    fn string(&mut self, text: &str, limit: usize, block: BlockId) -> Result<(), LimitError> {
        if text.len() > limit {
            return Err(LimitError::StringTooLong { block, bytes: text.len(), limit });
        }
        self.text += text.len();
        if self.text > MAX_TEXT_BYTES {
            return Err(LimitError::TooMuchText(block));
        }
        if text.contains('\0') { Err(LimitError::Nul(block)) } else { Ok(()) }
    }
}

/// How many blocks a block counts for, without the blocks nested in it.
pub(crate) fn weight(kind: &BlockKind) -> usize {
    1 + match kind {
        BlockKind::List { items, .. } => items.len(),
        BlockKind::Table { rows, .. } => rows.iter().map(|row| 1 + row.cells.len()).sum(),
        BlockKind::Gallery { figures, .. } => figures.len(),
        BlockKind::Video { tracks, .. } => tracks.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Cell, Row};

    fn block(id: usize, kind: BlockKind) -> Block {
        Block { id: BlockId::new(id as u64), kind, of: None }
    }

    fn paragraph(id: usize, text: &str) -> Block {
        block(id, BlockKind::Paragraph { text: vec![Inline::plain(text)] })
    }

    fn nested(levels: usize) -> Block {
        (1..levels).fold(paragraph(0, "a"), |inner, id| block(id, BlockKind::Note { blocks: vec![inner] }))
    }

    #[test]
    fn each_limit_is_kept_and_named() {
        assert!(Document::new(vec![nested(MAX_DEPTH)]).is_ok());
        assert!(matches!(Document::new(vec![nested(MAX_DEPTH + 1)]), Err(LimitError::TooDeep(_))));
        let many = (0..=MAX_BLOCKS).map(|id| block(id, BlockKind::Divider)).collect();
        assert!(matches!(Document::new(many), Err(LimitError::TooManyBlocks(_))));
        let long = "a".repeat(MAX_RUN_BYTES + 1);
        let error = Document::new(vec![paragraph(1, &long)]).unwrap_err();
        assert!(matches!(error, LimitError::StringTooLong { bytes, .. } if bytes == long.len()));
        let full = "a".repeat(MAX_RUN_BYTES);
        let book = (0..9).map(|id| paragraph(id, &full)).collect();
        assert!(matches!(Document::new(book), Err(LimitError::TooMuchText(_))));
        let broken = vec![Inline::Break; MAX_RUNS + 1];
        let broken = vec![block(1, BlockKind::Paragraph { text: broken })];
        assert!(matches!(Document::new(broken), Err(LimitError::TooManyRuns(_))));
    }

    #[test]
    fn nul_and_a_repeated_id_are_refused() {
        assert_eq!(Document::new(vec![paragraph(1, "a\0")]), Err(LimitError::Nul(BlockId::new(1))));
        let twice = vec![paragraph(7, "a"), block(8, BlockKind::Note { blocks: vec![paragraph(7, "b")] })];
        assert_eq!(Document::new(twice), Err(LimitError::SameId(BlockId::new(7))));
    }

    #[test]
    fn a_cell_covers_at_least_itself() {
        let cell = Cell { head: false, colspan: 0, rowspan: 1, blocks: Vec::new() };
        let rows = vec![Row { cells: vec![cell] }];
        let table = block(1, BlockKind::Table { caption: Vec::new(), rows });
        assert!(matches!(Document::new(vec![table]), Err(LimitError::Span(_))));
    }
}

//! The lines, nested blocks and strings that a block holds, whatever its kind: for whoever walks
//! a whole tree. Kinds are told apart in one place, here.

use crate::block::{Block, BlockKind, Figure};
use crate::inline::Inline;

/// A line of words.
type Line = Vec<Inline>;

impl BlockKind {
    /// Every list of blocks inside, in reading order.
    pub fn nested(&self) -> Vec<&Vec<Block>> {
        match self {
            Self::List { items, .. } => items.iter().map(|item| &item.blocks).collect(),
            Self::Table { rows, .. } => {
                rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.blocks).collect()
            }
            Self::Quote { blocks, .. } | Self::FactBox { blocks, .. } | Self::Note { blocks } => {
                vec![blocks]
            }
            _ => Vec::new(),
        }
    }

    /// Every list of blocks inside, to be changed.
    pub fn nested_mut(&mut self) -> Vec<&mut Vec<Block>> {
        match self {
            Self::List { items, .. } => items.iter_mut().map(|item| &mut item.blocks).collect(),
            Self::Table { rows, .. } => {
                rows.iter_mut().flat_map(|row| &mut row.cells).map(|cell| &mut cell.blocks).collect()
            }
            Self::Quote { blocks, .. } | Self::FactBox { blocks, .. } | Self::Note { blocks } => {
                vec![blocks]
            }
            _ => Vec::new(),
        }
    }

    /// The block's own lines, without those of nested blocks. Lines that are read before the
    /// nested blocks come first: captions of tables, titles of boxes.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Paragraph { text } | Self::Heading { text, .. } | Self::Preformatted { text } => {
                vec![text]
            }
            Self::PullQuote { text, attribution } => vec![text, attribution],
            Self::Quote { attribution, .. } => vec![attribution],
            Self::Figure(figure) => vec![&figure.caption, &figure.credit],
            Self::Gallery { figures, caption } => {
                figures.iter().flat_map(|it| [&it.caption, &it.credit]).chain([caption]).collect()
            }
            Self::Audio { caption, .. } | Self::Video { caption, .. } | Self::Table { caption, .. } => {
                vec![caption]
            }
            Self::FactBox { title, .. } => vec![title],
            Self::List { .. }
            | Self::Embed { .. }
            | Self::Related { .. }
            | Self::Divider
            | Self::Note { .. } => Vec::new(),
        }
    }

    /// The block's own lines, to be changed.
    pub fn lines_mut(&mut self) -> Vec<&mut Line> {
        match self {
            Self::Paragraph { text } | Self::Heading { text, .. } | Self::Preformatted { text } => {
                vec![text]
            }
            Self::PullQuote { text, attribution } => vec![text, attribution],
            Self::Quote { attribution, .. } => vec![attribution],
            Self::Figure(figure) => vec![&mut figure.caption, &mut figure.credit],
            Self::Gallery { figures, caption } => {
                let lines = figures.iter_mut().flat_map(|it| [&mut it.caption, &mut it.credit]);
                lines.chain([caption]).collect()
            }
            Self::Audio { caption, .. } | Self::Video { caption, .. } | Self::Table { caption, .. } => {
                vec![caption]
            }
            Self::FactBox { title, .. } => vec![title],
            Self::List { .. }
            | Self::Embed { .. }
            | Self::Related { .. }
            | Self::Divider
            | Self::Note { .. } => Vec::new(),
        }
    }

    /// Strings that a person typed outside lines: alternative texts, titles, labels. Addresses
    /// have limits of their own type.
    pub(crate) fn strings(&self) -> Vec<&str> {
        fn alt(figure: &Figure) -> &str {
            &figure.alt
        }
        match self {
            Self::Figure(figure) => vec![alt(figure)],
            Self::Gallery { figures, .. } => figures.iter().map(alt).collect(),
            Self::Audio { title, .. } | Self::Related { title, .. } => vec![title],
            Self::Video { title, tracks, .. } => {
                tracks.iter().map(|it| it.label.as_str()).chain([title.as_str()]).collect()
            }
            Self::Embed { provider, id, title, .. } => vec![id, title, provider.as_str()],
            _ => Vec::new(),
        }
    }
}

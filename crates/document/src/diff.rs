//! The difference of two documents, by top-level block.

use std::collections::HashMap;

use crate::block::Block;
use crate::block_id::BlockId;
use crate::limits::Document;

/// What happened to a top-level block. One that was both changed and moved has two entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockChange<'a> {
    /// It is new.
    Added {
        /// The block.
        block: &'a Block,
        /// Its place in the new document, from 0.
        at: usize,
    },
    /// It is gone.
    Removed {
        /// The block as it was.
        block: &'a Block,
        /// Its place in the old document, from 0.
        at: usize,
    },
    /// It holds something else.
    Changed {
        /// As it was.
        old: &'a Block,
        /// As it is.
        new: &'a Block,
    },
    /// It stands elsewhere among the blocks that stayed.
    Moved {
        /// The block as it is.
        block: &'a Block,
        /// Its place in the old document, from 0.
        from: usize,
        /// Its place in the new document, from 0.
        to: usize,
    },
}

/// Tells what changed: removals in the old order, then the rest in the new order. As few blocks
/// as possible count as moved.
pub fn diff<'a>(old: &'a Document, new: &'a Document) -> Vec<BlockChange<'a>> {
    let places = |document: &'a Document| -> HashMap<BlockId, (usize, &'a Block)> {
        document.blocks().iter().enumerate().map(|(at, block)| (block.id, (at, block))).collect()
    };
    let (before, after) = (places(old), places(new));
    let gone = old.blocks().iter().enumerate().filter(|(_, block)| !after.contains_key(&block.id));
    let mut changes: Vec<_> = gone.map(|(at, block)| BlockChange::Removed { block, at }).collect();
    let common = new.blocks().iter().filter_map(|block| before.get(&block.id).map(|(at, _)| *at));
    let stayed = longest_rise(&common.collect::<Vec<_>>());
    let mut common = 0;
    for (to, block) in new.blocks().iter().enumerate() {
        let Some(&(from, was)) = before.get(&block.id) else {
            changes.push(BlockChange::Added { block, at: to });
            continue;
        };
        if was != block {
            changes.push(BlockChange::Changed { old: was, new: block });
        }
        if stayed.get(common) == Some(&false) {
            changes.push(BlockChange::Moved { block, from, to });
        }
        common += 1;
    }
    changes
}

/// Marks the members of a longest increasing subsequence of different numbers (patience sorting).
fn longest_rise(numbers: &[usize]) -> Vec<bool> {
    // For each length, the place of the smallest number that ends a rise of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers.get(end).is_some_and(|it| it < number));
        before.push(length.checked_sub(1).and_then(|it| ends.get(it)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut member = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(it) = member.get_mut(at) {
            *it = true;
        }
        next = before.get(at).copied().flatten();
    }
    member
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BlockKind, Inline};

    fn document(blocks: &[(u64, &str)]) -> Document {
        let blocks = blocks.iter().map(|&(id, words)| {
            let kind = BlockKind::Paragraph { text: vec![Inline::plain(words)] };
            Block { id: BlockId::new(id), kind, of: None }
        });
        Document::new(blocks.collect()).unwrap()
    }

    #[test]
    fn each_change_is_told_once() {
        let old = document(&[(1, "a"), (2, "b"), (3, "c"), (4, "d")]);
        let new = document(&[(4, "d"), (1, "a"), (9, "x"), (3, "C")]);
        let (was, is) = (old.blocks(), new.blocks());
        let expected = [
            BlockChange::Removed { block: &was[1], at: 1 },
            BlockChange::Moved { block: &is[0], from: 3, to: 0 },
            BlockChange::Added { block: &is[2], at: 2 },
            BlockChange::Changed { old: &was[2], new: &is[3] },
        ];
        assert_eq!(diff(&old, &new), expected);
        assert!(diff(&old, &old).is_empty());
    }

    #[test]
    fn few_blocks_count_as_moved() {
        assert_eq!(longest_rise(&[5, 0, 1, 2, 9, 3]), [false, true, true, true, false, true]);
        assert!(longest_rise(&[]).is_empty());
    }
}

//! Saves that meet: a patch made on a base is brought into what the text has become since. No
//! words are lost: whoever comes second where both changed one block finds theirs in the side
//! copy.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::block::Block;
use crate::block_id::BlockId;
use crate::limits::{Document, LimitError};

/// What a save changes of the top-level blocks of its base.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patch {
    /// New and changed blocks; of two with one id the later counts.
    #[serde(default)]
    pub put: Vec<Block>,
    /// Blocks to take out; one that is also put stays.
    #[serde(default)]
    pub removed: Vec<BlockId>,
    /// The order of all top-level blocks, where it changed or blocks are new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Vec<BlockId>>,
}

/// A merged text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The text.
    pub document: Document,
    /// The patch's blocks that found no place in it, since somebody else had changed the same
    /// block or used one of its inner ids. Whoever keeps side copies keeps one of equal ones.
    pub side: Vec<Block>,
}

/// Brings `mine`, made on `base`, into `theirs`, the text as it is now.
///
/// A block that one changed and the other removed stays, changed. Where both changed one, the
/// present stays and the patch's goes to the side. Merging the same patch into the result changes
/// nothing. Where both changed the order, the present order stays and new blocks follow those
/// that they followed.
///
/// # Errors
/// A put block or the merged text would be beyond a document's limits; nothing is then merged.
pub fn merge(base: &Document, mine: &Patch, theirs: &Document) -> Result<Merged, LimitError> {
    let was = by_id(base);
    let patch = in_one_form(&mine.put)?;
    let mut put: HashMap<BlockId, &Block> = HashMap::new();
    let mut put_order = Vec::new();
    for block in &patch {
        if put.insert(block.id, block).is_none() {
            put_order.push(block.id);
        }
    }
    let removed: HashSet<BlockId> = mine.removed.iter().copied().filter(|id| !put.contains_key(id)).collect();
    // A put block that is as it was asks for nothing.
    put.retain(|id, block| was.get(id).is_none_or(|was| was != block));

    let (mut text, mut side) = (Text::default(), Vec::new());
    for now in theirs.blocks() {
        let untouched = was.get(&now.id).copied() == Some(now);
        match put.remove(&now.id) {
            None if removed.contains(&now.id) && untouched => {}
            Some(block) if block != now && untouched => text.choose(Some(now), block),
            Some(block) if block != now => {
                text.choose(None, now);
                side.push(block.clone());
            }
            _ => text.choose(None, now),
        }
    }
    text.present = text.chosen.len();
    // What is left is new, or was removed by them and changed here.
    for block in put_order.iter().filter_map(|id| put.remove(id)) {
        text.choose(None, block);
    }
    text.settle(&mut side);
    let document = Document::new(text.ordered(base, mine))?;
    Ok(Merged { document, side })
}

/// Blocks as a document holds them: lines in their one form, so that equal ones compare equal.
fn in_one_form(blocks: &[Block]) -> Result<Vec<Block>, LimitError> {
    let alone = blocks.iter().map(|block| Document::new(vec![block.clone()]).map(Document::into_blocks));
    Ok(alone.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

fn by_id(document: &Document) -> HashMap<BlockId, &Block> {
    document.blocks().iter().map(|block| (block.id, block)).collect()
}

/// The merged text in the making.
#[derive(Default)]
struct Text<'a> {
    /// What stays in the present order, then what is added.
    chosen: Vec<Choice<'a>>,
    /// How many of them are present.
    present: usize,
}

/// A block of the merged text.
struct Choice<'a> {
    block: &'a Block,
    /// What stands there now, where the block would replace it.
    instead_of: Option<&'a Block>,
}

impl<'a> Text<'a> {
    fn choose(&mut self, instead_of: Option<&'a Block>, block: &'a Block) {
        self.chosen.push(Choice { block, instead_of });
    }

    /// Sends to the side what brings an id that another block uses: a block that was taken out of
    /// a quotation here while the quotation was changed there. Each round gives way to the
    /// present text, which has every id once, so there is an end.
    fn settle(&mut self, side: &mut Vec<Block>) {
        loop {
            let mut uses: HashMap<BlockId, u32> = HashMap::new();
            for choice in &self.chosen {
                inner_ids(choice.block, &mut |id| *uses.entry(id).or_default() += 1);
            }
            let clashes = |block: &Block| {
                let mut clash = false;
                inner_ids(block, &mut |id| clash |= uses.get(&id).is_some_and(|n| *n > 1));
                clash
            };
            let mut settled = true;
            let mut at = 0;
            let present = self.present;
            self.chosen.retain_mut(|choice| {
                at += 1;
                let mine = choice.instead_of.is_some() || at > present;
                if !mine || !clashes(choice.block) {
                    return true;
                }
                settled = false;
                side.push(choice.block.clone());
                match choice.instead_of.take() {
                    Some(now) => {
                        choice.block = now;
                        true
                    }
                    None => false,
                }
            });
            if settled {
                return;
            }
        }
    }

    /// The blocks with the added ones in their places.
    fn ordered(&self, base: &Document, mine: &Patch) -> Vec<Block> {
        let ids = |choices: &[Choice<'_>]| choices.iter().map(|it| it.block.id).collect::<Vec<_>>();
        let (now, new) = self.chosen.split_at_checked(self.present).unwrap_or((&self.chosen, &[]));
        let (now, new) = (ids(now), ids(new));
        let was: Vec<BlockId> = base.blocks().iter().map(|block| block.id).collect();
        let all: HashMap<BlockId, &Block> = self.chosen.iter().map(|it| (it.block.id, it.block)).collect();
        let they_moved = !same_order(&was, &now);
        let mut order = match &mine.order {
            Some(wish) if !they_moved => {
                let mut order = once_each(wish, &all);
                insert(&mut order, &now);
                order
            }
            Some(wish) => {
                let mut order = now;
                let known: HashSet<BlockId> = order.iter().chain(&new).copied().collect();
                let wish: Vec<BlockId> = wish.iter().copied().filter(|id| known.contains(id)).collect();
                insert(&mut order, &wish);
                order
            }
            None => now,
        };
        // What came back without a place of its own goes where it was, or else to the end.
        let back: Vec<BlockId> = was.iter().copied().filter(|id| all.contains_key(id)).collect();
        insert(&mut order, &back);
        let placed: HashSet<BlockId> = order.iter().copied().collect();
        order.extend(new.iter().filter(|id| !placed.contains(id)));
        order.iter().filter_map(|id| all.get(id).map(|block| (*block).clone())).collect()
    }
}

/// Every id in a block, its own first.
fn inner_ids(block: &Block, visit: &mut impl FnMut(BlockId)) {
    visit(block.id);
    for list in block.kind.nested() {
        list.iter().for_each(|block| inner_ids(block, visit));
    }
}

/// Whether the ids that both have stand in one order.
fn same_order(one: &[BlockId], other: &[BlockId]) -> bool {
    let (in_one, in_other): (HashSet<_>, HashSet<_>) = (one.iter().collect(), other.iter().collect());
    let left = one.iter().filter(|id| in_other.contains(id));
    left.eq(other.iter().filter(|id| in_one.contains(id)))
}

fn once_each(wish: &[BlockId], all: &HashMap<BlockId, &Block>) -> Vec<BlockId> {
    let mut seen = HashSet::new();
    wish.iter().copied().filter(|id| all.contains_key(id) && seen.insert(*id)).collect()
}

/// Inserts the ids of `from` that `order` lacks, each behind the one that it follows in `from`.
fn insert(order: &mut Vec<BlockId>, from: &[BlockId]) {
    let mut known: HashSet<BlockId> = order.iter().copied().collect();
    let mut follow: HashMap<Option<BlockId>, Vec<BlockId>> = HashMap::new();
    let mut anchor = None;
    for &id in from {
        if known.insert(id) {
            follow.entry(anchor).or_default().push(id);
        } else {
            anchor = Some(id);
        }
    }
    if follow.is_empty() {
        return;
    }
    let mut out = follow.remove(&None).unwrap_or_default();
    for &id in order.iter() {
        out.push(id);
        out.extend(follow.remove(&Some(id)).unwrap_or_default());
    }
    *order = out;
}

//! Law 3, nothing typed is lost: saves of several people at once.

use std::collections::HashSet;

use document::{Block, BlockId, BlockKind, Document, Inline, Merged, Patch, merge};
use proptest::prelude::*;

fn paragraph(id: u64, words: &str) -> Block {
    let kind = BlockKind::Paragraph { text: vec![Inline::plain(words)] };
    Block { id: BlockId::new(id), kind, of: None }
}

fn quote(id: u64, inner: &[Block]) -> Block {
    let kind = BlockKind::Quote { blocks: inner.to_vec(), attribution: Vec::new() };
    Block { id: BlockId::new(id), kind, of: None }
}

fn text(blocks: &[Block]) -> Document {
    Document::new(blocks.to_vec()).unwrap()
}

fn put(blocks: &[Block]) -> Patch {
    Patch { put: blocks.to_vec(), ..Patch::default() }
}

fn order(ids: &[u64]) -> Option<Vec<BlockId>> {
    Some(ids.iter().copied().map(BlockId::new).collect())
}

fn ids(document: &Document) -> Vec<u64> {
    document.blocks().iter().map(|block| block.id.get()).collect()
}

#[test]
fn a_block_removed_by_one_and_changed_by_another_stays_changed() {
    let base = text(&[paragraph(1, "a"), paragraph(2, "b")]);
    let removal = Patch { removed: vec![BlockId::new(2)], ..Patch::default() };
    let changed = text(&[paragraph(1, "a"), paragraph(2, "B")]);
    let merged = merge(&base, &removal, &changed).unwrap();
    assert_eq!(merged, Merged { document: changed.clone(), side: Vec::new() });
    let removed = text(&[paragraph(1, "a")]);
    let merged = merge(&base, &put(&[paragraph(2, "B")]), &removed).unwrap();
    assert_eq!(merged, Merged { document: changed, side: Vec::new() });
    let merged = merge(&base, &removal, &base).unwrap();
    assert_eq!(merged.document, removed);
}

#[test]
fn who_comes_second_to_a_block_finds_the_words_in_the_side_copy() {
    let base = text(&[paragraph(1, "a")]);
    let theirs = text(&[paragraph(1, "theirs")]);
    let merged = merge(&base, &put(&[paragraph(1, "mine")]), &theirs).unwrap();
    assert_eq!(merged, Merged { document: theirs.clone(), side: vec![paragraph(1, "mine")] });
    let merged = merge(&base, &put(&[paragraph(1, "theirs")]), &theirs).unwrap();
    assert_eq!(merged, Merged { document: theirs, side: Vec::new() });
}

#[test]
fn new_blocks_follow_what_they_followed() {
    let base = text(&[paragraph(1, "a"), paragraph(2, "b")]);
    let theirs = text(&[paragraph(1, "a"), paragraph(7, "x"), paragraph(2, "b")]);
    let mine = Patch {
        put: vec![paragraph(8, "y"), paragraph(9, "z")],
        removed: Vec::new(),
        order: order(&[9, 1, 8, 2]),
    };
    assert_eq!(ids(&merge(&base, &mine, &theirs).unwrap().document), [9, 1, 7, 8, 2]);
    let mine = Patch { order: order(&[2, 1]), ..Patch::default() };
    assert_eq!(ids(&merge(&base, &mine, &theirs).unwrap().document), [2, 1, 7]);
    assert_eq!(ids(&merge(&base, &put(&[paragraph(8, "y")]), &theirs).unwrap().document), [1, 7, 2, 8]);
}

#[test]
fn where_both_changed_the_order_the_present_one_stays() {
    let base = text(&[paragraph(1, "a"), paragraph(2, "b"), paragraph(3, "c")]);
    let theirs = text(&[paragraph(3, "c"), paragraph(1, "a"), paragraph(2, "b")]);
    let mine = Patch { put: vec![paragraph(9, "z")], removed: Vec::new(), order: order(&[2, 9, 1, 3]) };
    assert_eq!(ids(&merge(&base, &mine, &theirs).unwrap().document), [3, 1, 2, 9]);
}

#[test]
fn a_block_taken_out_of_a_quotation_that_another_changed_goes_to_the_side() {
    let base = text(&[quote(1, &[paragraph(2, "a"), paragraph(3, "b")])]);
    let mine = Patch {
        put: vec![quote(1, &[paragraph(2, "a")]), paragraph(3, "B")],
        removed: Vec::new(),
        order: order(&[1, 3]),
    };
    let merged = merge(&base, &mine, &base).unwrap();
    assert_eq!(merged.document, text(&[quote(1, &[paragraph(2, "a")]), paragraph(3, "B")]));
    let theirs = text(&[quote(1, &[paragraph(2, "A"), paragraph(3, "b")])]);
    let merged = merge(&base, &mine, &theirs).unwrap();
    assert_eq!(merged.document, theirs);
    assert_eq!(merged.side, mine.put);
}

/// What one person does next.
#[derive(Clone, Debug)]
enum Step {
    Type(usize),
    Add(usize),
    Remove(usize),
    Move(usize, usize),
    /// Saves and takes the answer over, or stays on the old base as if the answer was lost.
    Save {
        answered: bool,
    },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0_usize..8).prop_map(Step::Type),
        1 => (0_usize..8).prop_map(Step::Add),
        1 => (0_usize..8).prop_map(Step::Remove),
        1 => (0_usize..8, 0_usize..8).prop_map(|(from, to)| Step::Move(from, to)),
        3 => any::<bool>().prop_map(|answered| Step::Save { answered }),
    ]
}

struct Person {
    base: Document,
    screen: Vec<Block>,
}

impl Person {
    /// Does something to the text on the screen; `serial` makes the words and ids of each step new.
    fn edit(&mut self, step: &Step, serial: u64) {
        let length = self.screen.len();
        match *step {
            Step::Type(at) if length > 0 => {
                let block = self.screen.get_mut(at % length).unwrap();
                *block = paragraph(block.id.get(), &format!("words {serial}"));
            }
            Step::Add(at) => self.screen.insert(at % (length + 1), paragraph(serial, "new")),
            Step::Remove(at) if length > 0 => {
                self.screen.remove(at % length);
            }
            Step::Move(from, to) if length > 0 => {
                let block = self.screen.remove(from % length);
                self.screen.insert(to % length, block);
            }
            Step::Type(_) | Step::Remove(_) | Step::Move(..) | Step::Save { .. } => {}
        }
    }

    fn patch(&self) -> Patch {
        let base = self.base.blocks();
        let kept: HashSet<BlockId> = self.screen.iter().map(|block| block.id).collect();
        Patch {
            put: self.screen.iter().filter(|block| !base.contains(block)).cloned().collect(),
            removed: base.iter().map(|block| block.id).filter(|id| !kept.contains(id)).collect(),
            order: Some(self.screen.iter().map(|block| block.id).collect()),
        }
    }
}

/// The newsroom: the text, what it put aside, and the words that must be found in one of them.
struct Desk {
    now: Document,
    side: Vec<Block>,
    owed: HashSet<Said>,
}

/// A block by what it says: every typing makes new words.
type Said = (BlockId, String);

fn said(block: &Block) -> Said {
    (block.id, format!("{:?}", block.kind))
}

impl Desk {
    /// Saves, and settles what is still owed: words go only when somebody who had them before
    /// their eyes changed or removed them.
    fn save(&mut self, person: &mut Person, answered: bool) {
        let patch = person.patch();
        let merged = merge(&person.base, &patch, &self.now).unwrap();
        for old in self.now.blocks() {
            let seen = person.base.blocks().contains(old);
            let replaced = patch.put.iter().any(|block| block.id == old.id);
            if seen && (replaced || patch.removed.contains(&old.id)) {
                self.owed.remove(&said(old));
            }
        }
        self.owed.extend(patch.put.iter().map(said));
        self.now = merged.document;
        self.side.extend(merged.side);
        let again = merge(&person.base, &patch, &self.now).unwrap();
        assert_eq!(again.document, self.now, "a repeated save changes nothing");
        assert!(again.side.iter().all(|block| self.side.contains(block)));
        if answered {
            person.base = self.now.clone();
            person.screen = self.now.blocks().to_vec();
        }
        let found: HashSet<Said> = self.now.blocks().iter().chain(&self.side).map(said).collect();
        let lost: Vec<_> = self.owed.difference(&found).collect();
        assert!(lost.is_empty(), "{lost:?} is neither in the text nor aside");
    }
}

proptest! {
    #[test]
    fn any_interleaving_of_three_people_loses_no_acknowledged_words(
        steps in prop::collection::vec((0_usize..3, step()), 1..60),
    ) {
        let start = text(&[paragraph(1, "a"), paragraph(2, "b"), paragraph(3, "c")]);
        let mut people = [(); 3].map(|()| Person { base: start.clone(), screen: start.blocks().to_vec() });
        let mut desk = Desk { now: start, side: Vec::new(), owed: HashSet::new() };
        for (serial, (who, step)) in (10_u64..).zip(steps) {
            let person = people.get_mut(who).unwrap();
            match step {
                Step::Save { answered } => desk.save(person, answered),
                step => person.edit(&step, serial),
            }
        }
        for person in &mut people {
            desk.save(person, true);
        }
    }

    #[test]
    fn a_save_alone_gives_what_was_on_the_screen(
        steps in prop::collection::vec(step(), 0..20),
    ) {
        let base = text(&[paragraph(1, "a"), paragraph(2, "b"), paragraph(3, "c")]);
        let mut person = Person { base: base.clone(), screen: base.blocks().to_vec() };
        for (serial, step) in (10_u64..).zip(steps) {
            person.edit(&step, serial);
        }
        let merged = merge(&base, &person.patch(), &base).unwrap();
        prop_assert_eq!(merged.document, text(&person.screen));
        prop_assert!(merged.side.is_empty());
    }
}

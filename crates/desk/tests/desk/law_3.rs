//! Law 3, nothing typed is lost: three people save one branch, in any order, while a fourth
//! publishes what is there.

use std::{collections::BTreeSet, sync::Arc};

use desk::{Desk, Field, FieldValue, Publish, Save, Saved};
use document::{Block, BlockId, Document, Patch};
use domain::{Action, BranchId, Subject};
use proptest::{collection::vec, prelude::*};
use store::{Content, SealedText};

use crate::{
    house::{Engine, House, article, block_on, on_both, operator, paragraph},
    law_2,
};

#[derive(Clone, Debug)]
enum Deed {
    /// A person types into a block, by its place.
    Type(usize, usize),
    /// A person begins a block behind another one.
    Add(usize, usize),
    /// A person takes a block out.
    Remove(usize, usize),
    /// A person changes the headline.
    Headline(usize),
    /// A person saves, perhaps twice, as a client does that got no answer.
    Save(usize, bool),
    /// The desk publishes.
    Publish,
}

fn deed() -> impl Strategy<Value = Deed> {
    let (who, place) = (0..3_usize, 0..4_usize);
    prop_oneof![
        5 => (who.clone(), place.clone()).prop_map(|(w, p)| Deed::Type(w, p)),
        2 => (who.clone(), place.clone()).prop_map(|(w, p)| Deed::Add(w, p)),
        2 => (who.clone(), place).prop_map(|(w, p)| Deed::Remove(w, p)),
        1 => who.clone().prop_map(Deed::Headline),
        6 => (who, any::<bool>()).prop_map(|(w, twice)| Deed::Save(w, twice)),
        1 => Just(Deed::Publish),
    ]
}

mod law_3_nothing_typed_is_lost {
    use super::*;

    #[test]
    fn sqlite() {
        any_interleaving(12, Engine::Sqlite);
    }

    #[test]
    fn postgres() {
        any_interleaving(4, Engine::Postgres);
    }
}

fn any_interleaving(cases: u32, engine: Engine) {
    let config =
        ProptestConfig { cases, max_shrink_iters: 60, failure_persistence: None, ..Default::default() };
    proptest::test_runner::TestRunner::new(config)
        .run(&vec(deed(), 50), |deeds| {
            block_on(live(engine, &deeds));
            Ok(())
        })
        .unwrap_or_else(|failed| panic!("{failed}"));
}

on_both! {
    async fn law_3_saves_at_the_same_moment_on_two_nodes_never_overwrite_each_other(engine: Engine) {
        const SAVES: u64 = 15;
        let house = House::open(engine).await;
        let other = house.second_node().await;
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        let who = operator();
        let write = |desk: Arc<Desk>, person: u64| {
            let who = &who;
            async move {
                let mut base_version = 1;
                for n in 1..=SAVES {
                    let put = vec![paragraph(100 + person, &format!("{person} wrote {n}"))];
                    let body = Patch { put, ..Patch::default() };
                    let case = Save { branch, base_version, fields: Vec::new(), body };
                    base_version = desk.run(who, &case).await.unwrap().done.version;
                }
            }
        };
        let desks = [Arc::clone(&house.desk), other, Arc::clone(&house.desk)];
        let [a, b, c] = desks;
        tokio::join!(write(a, 1), write(b, 2), write(c, 3));
        let empty = Save { branch, base_version: 1, fields: Vec::new(), body: Patch::default() };
        let saved = house.does(&empty).await;
        assert_eq!(u64::try_from(saved.version).unwrap(), 1 + 3 * SAVES, "each save made one version");
        for person in 1..=3 {
            let last = paragraph(100 + person, &format!("{person} wrote {SAVES}"));
            assert!(saved.content.body.blocks().contains(&last), "{person}'s last words are gone");
        }
        house.check().await;
    }
}

/// Words at their place: a block, or the headline.
type Words = (Option<BlockId>, String);

/// Somebody at a desk: what they were last shown, and what they made of it since.
#[derive(Clone)]
struct Person {
    version: i64,
    shown: Content,
    typed: Content,
}

struct Room {
    house: House,
    branch: BranchId,
    people: Vec<Person>,
    /// Words that were acknowledged and that nobody who had seen them has replaced.
    standing: BTreeSet<Words>,
    typed: u64,
}

async fn live(engine: Engine, deeds: &[Deed]) {
    let house = House::open(engine).await;
    let mut content = article("First", &[]);
    content.body = Document::new((1..=4).map(|id| paragraph(id, &format!("first {id}"))).collect()).unwrap();
    let branch = house.draft("en", "rain", content.clone()).await;
    let person = Person { version: 1, shown: content.clone(), typed: content };
    let mut room = Room { house, branch, people: vec![person; 3], standing: BTreeSet::new(), typed: 0 };
    let mut revisions = BTreeSet::new();
    for deed in deeds {
        room.take(deed).await;
        revisions = room.revisions_grew(&revisions).await;
    }
    for person in 0..3 {
        room.save(person, false).await;
    }
    room.nothing_is_lost().await;
    room.house.check().await;
}

impl Room {
    async fn take(&mut self, deed: &Deed) {
        self.typed += 1;
        let words = format!("words {}", self.typed);
        match *deed {
            Deed::Type(who, place) => self.edit(who, |blocks| {
                if let Some(block) = blocks.get_mut(place) {
                    *block = paragraph(block.id.get(), &words);
                }
            }),
            Deed::Add(who, place) => {
                let id = 100 + self.typed;
                self.edit(who, |blocks| blocks.insert(place.min(blocks.len()), paragraph(id, &words)));
            }
            Deed::Remove(who, place) => self.edit(who, |blocks| {
                if place < blocks.len() {
                    blocks.remove(place);
                }
            }),
            Deed::Headline(who) => self.people[who].typed.headlines.full = words,
            Deed::Save(who, twice) => self.save(who, twice).await,
            Deed::Publish => self.publish().await,
        }
    }

    fn edit(&mut self, who: usize, how: impl FnOnce(&mut Vec<Block>)) {
        let typed = &mut self.people[who].typed;
        let mut blocks = typed.body.blocks().to_vec();
        how(&mut blocks);
        typed.body = Document::new(blocks).unwrap();
    }

    async fn save(&mut self, who: usize, twice: bool) {
        let person = self.people[who].clone();
        let case = person.save(self.branch);
        let saved = self.house.does(&case).await;
        for (place, words) in person.changes() {
            self.standing.remove(&(place, words));
        }
        let typed = person.puts();
        self.standing.extend(typed);
        if twice {
            let before = law_2::rows(&self.house).await;
            let Saved { version, content, .. } = self.house.does(&case).await;
            assert_eq!(
                (version, &content),
                (saved.version, &saved.content),
                "a repeated save changed something"
            );
            assert_eq!(law_2::rows(&self.house).await, before, "a repeated save wrote something");
        }
        self.people[who] =
            Person { version: saved.version, shown: saved.content.clone(), typed: saved.content };
        self.nothing_is_lost().await;
    }

    async fn publish(&self) {
        if let Some(work) = self.house.state(self.branch).await.branch.work {
            self.house.does(&Publish { branch: self.branch, version: work.version, update: false }).await;
        }
    }

    /// The words that stand are in the text that the desk has, or in a side copy.
    async fn nothing_is_lost(&self) {
        let mut tx = self.house.store.begin().await.unwrap();
        let state = tx.branch(self.branch).await.unwrap().unwrap();
        let text = match (state.branch.work, state.branch.live_revision()) {
            (Some(work), _) => tx.working_copy(&state, Some(work.version)).await.unwrap(),
            (None, Some(revision)) => tx.revision(&state, revision).await.unwrap(),
            (None, None) => None,
        };
        let mut kept = tx.side_copies(&state).await.unwrap();
        kept.extend(text);
        let kept: BTreeSet<Words> =
            kept.into_iter().map(opened).flat_map(|content| words_of(&content)).collect();
        let lost: Vec<_> = self.standing.difference(&kept).collect();
        assert!(lost.is_empty(), "acknowledged, and nowhere to be found: {lost:?}");
    }

    /// Revisions are append-only: none goes, none changes.
    async fn revisions_grew(&self, before: &BTreeSet<String>) -> BTreeSet<String> {
        let rows = law_2::rows(&self.house).await;
        let now: BTreeSet<_> =
            rows[&self.branch.uuid()].iter().filter(|row| row.starts_with("revision ")).cloned().collect();
        assert!(before.is_subset(&now), "a revision was changed or removed");
        now
    }
}

impl Person {
    fn save(&self, branch: BranchId) -> Save {
        let (was, is) = (self.shown.body.blocks(), self.typed.body.blocks());
        let ids = |blocks: &[Block]| blocks.iter().map(|block| block.id).collect::<Vec<_>>();
        let put = is.iter().filter(|block| !was.contains(block)).cloned().collect();
        let removed = ids(was).into_iter().filter(|id| !ids(is).contains(id)).collect();
        let order = (ids(was) != ids(is)).then(|| ids(is));
        let headline = &self.typed.headlines.full;
        let changed = *headline != self.shown.headlines.full;
        let fields = changed
            .then(|| FieldValue::Text(Field::Headline, headline.clone()))
            .into_iter()
            .collect::<Vec<_>>();
        Save { branch, base_version: self.version, fields, body: Patch { put, removed, order } }
    }

    /// What they were shown and replaced or took out.
    fn changes(&self) -> BTreeSet<Words> {
        words_of(&self.shown).difference(&words_of(&self.typed)).cloned().collect()
    }

    /// What they typed.
    fn puts(&self) -> BTreeSet<Words> {
        words_of(&self.typed).difference(&words_of(&self.shown)).cloned().collect()
    }
}

fn words_of(content: &Content) -> BTreeSet<Words> {
    let blocks = content.body.blocks().iter();
    let blocks = blocks.map(|b| (Some(b.id), format!("{:?}", b.kind)));
    blocks.chain([(None, content.headlines.full.clone())]).collect()
}

fn opened(text: SealedText) -> Content {
    let permit = operator().permit(Action::Preview, &Subject::default()).unwrap();
    text.text.for_preview(&permit).into_inner().content
}

//! A section goes under another parent, with all its articles, in portions: the old lists are
//! served until the new ones are whole, whatever happens between the steps.

use std::time::{Duration, Instant};

use desk::{
    Archived, ArchivedBranch, ArchivedTerm, DeskError, MoveSection, MoveSections, Portion, PutEdition,
    Refusal, SetExpiry, Withdraw, World as _,
};
use domain::{BranchId, SectionError, SectionId, Slug, Withdrawal};
use store::{ListKey, MoveStep, StoreError};

use crate::house::{Engine, House, OPENING, article, code, edition, list, meddle, on_both};

/// How long a portion may go on: the clerk's share of the 50 ms that the law allows where there
/// is much to move, else so little that it takes several steps on any machine.
fn budget() -> Duration {
    Duration::from_millis(if articles() > 2_000 { 20 } else { 1 })
}
/// What a step may take on a busy machine, without optimisation: a search for a fault, not a benchmark.
const PATIENCE: Duration = Duration::from_millis(400);

/// 2,000, or 100,000 in `make soak`.
fn articles() -> usize {
    if rig::kills() >= 100 { 100_000 } else { 2_000 }
}

struct Move {
    house: House,
    /// Where the section was, where it goes, and itself.
    old: SectionId,
    new: SectionId,
    moved: SectionId,
    longest: Duration,
}

impl Move {
    async fn begun(engine: Engine, articles: usize) -> Self {
        let house = House::open(engine).await;
        let (old, new) = (house.section("old", None).await, house.section("new", None).await);
        let moved = house.section("moved", Some(old)).await;
        for first in (0..articles).step_by(500) {
            house.does(&portion(first..(first + 500).min(articles))).await;
        }
        house.does(&MoveSection { section: moved, parent: Some(new) }).await;
        Self { house, old, new, moved, longest: Duration::ZERO }
    }

    async fn step(&mut self) -> MoveStep {
        let lease = self.house.store.lease("clerk", "the test", 60).await.unwrap().unwrap();
        let began = Instant::now();
        let step = self.house.store.step_move(&lease, self.house.world.now(), budget()).await.unwrap();
        self.longest = self.longest.max(began.elapsed());
        assert!(self.longest < PATIENCE, "a step held the write for {:?}", self.longest);
        step
    }

    async fn listed(&self, section: SectionId) -> Vec<BranchId> {
        self.house.listed(&list("en", ListKey::Section(section))).await
    }

    /// Steps until the new lists are served.
    async fn arrive(&mut self) {
        while self.step().await == MoveStep::More {}
    }
}

/// A portion of an archive, filed under the section that moves.
fn portion(numbers: std::ops::Range<usize>) -> Portion {
    let term = ArchivedTerm {
        foreign_id: "moved".to_owned(),
        group: None,
        parent: None,
        slug: Slug::parse("moved").unwrap(),
        name: "Moved".to_owned(),
        tagline: None,
        addresses: Vec::new(),
    };
    let branch = |n: usize| {
        let at = OPENING.plus_seconds(-i64::try_from(n).unwrap() * 60);
        ArchivedBranch {
            foreign_id: n.to_string(),
            group: None,
            slug: Slug::parse(&format!("a{n}")).unwrap(),
            was: Archived::Live { first_published: at, modified: at },
            content: article("From the archive", &[]),
            categories: vec!["moved".to_owned()],
            tags: Vec::new(),
            authors: Vec::new(),
            pictures: Vec::new(),
            facts: Default::default(),
            digest: n.to_string(),
            addresses: Vec::new(),
        }
    };
    Portion {
        archive: "old.example".to_owned(),
        edition: code("en"),
        categories: vec![term],
        tags: Vec::new(),
        authors: Vec::new(),
        branches: numbers.map(branch).collect(),
    }
}

on_both! {
    async fn a_section_moves_with_all_its_articles_though_killed_half_way(engine: Engine) {
        let count = articles();
        let mut it = Move::begun(engine, count).await;
        let mut expected = it.listed(it.old).await;
        assert_eq!(expected.len(), count);
        let early = it.house.walk(&list("en", ListKey::Edition), 500).await;
        let (newest, oldest) = (early[0].1, early[count - 1].1);
        let mut steps = 0;
        while it.step().await == MoveStep::More {
            steps += 1;
            if steps <= 5 {
                let old = it.listed(it.old).await;
                assert_eq!(old, expected, "the old list is served until the new one is whole");
            }
            assert_eq!(it.listed(it.new).await, Vec::new());
            match steps {
                // The cursor goes from the oldest to the newest: one row is behind it, one before it.
                1 => {
                    it.house.does(&Withdraw { branch: oldest, reason: Withdrawal::Legal }).await;
                    it.house.does(&Withdraw { branch: newest, reason: Withdrawal::Legal }).await;
                    expected.retain(|branch| *branch != oldest && *branch != newest);
                    expected.push(it.house.live("en", "meanwhile", &[it.moved]).await);
                    expected.sort_unstable();
                    it.house.does(&SetExpiry { branch: early[1].1, at: Some(OPENING.plus_seconds(900)) }).await;
                }
                2 => {
                    it.house = it.house.reopened().await;
                    it.house.does(&MoveSections { branch: early[2].1, sections: vec![it.old] }).await;
                }
                3 => it.house.check().await,
                _ => {}
            }
        }
        assert!(steps >= 3, "{count} articles moved in {steps} steps: nothing was tried between");
        let stays = vec![early[2].1];
        expected.retain(|branch| !stays.contains(branch));
        assert_eq!(it.listed(it.old).await, stays);
        assert_eq!(it.listed(it.new).await, expected);
        assert_eq!(it.listed(it.moved).await, expected, "its own list is the same");
        it.house.world.pass(900);
        expected.retain(|branch| *branch != early[1].1);
        assert_eq!(it.listed(it.new).await, expected, "a row keeps its expiry on the way");
        it.house.check().await;
        while it.step().await != MoveStep::Idle {}
        assert!(!it.house.store.has_move().await.unwrap());
        assert_eq!(meddle(&it.house.store, "delete from list where state <> 0").await, 0, "old lists are swept away");
        it.house.check().await;
        eprintln!("{engine:?}: {count} articles in {steps} steps, the longest took {:?}", it.longest);
    }

    async fn a_portion_under_a_lease_that_went_to_another_writes_nothing(engine: Engine) {
        let mut it = Move::begun(engine, 1).await;
        let store = &it.house.store;
        let lost = store.lease("clerk", "another", 60).await.unwrap().unwrap();
        store.give_back(&lost).await.unwrap();
        store.lease("clerk", "the test", 60).await.unwrap().unwrap();
        for _ in 0..3 {
            let refused = store.step_move(&lost, it.house.world.now(), budget()).await.unwrap_err();
            assert!(matches!(refused, StoreError::LeaseLost("clerk")), "{refused}");
        }
        assert_eq!(it.listed(it.new).await, []);
        it.arrive().await;
        let refused = it.house.store.step_move(&lost, it.house.world.now(), budget()).await.unwrap_err();
        assert!(matches!(refused, StoreError::LeaseLost("clerk")), "the sweep is held by the lease too: {refused}");
    }

    async fn while_a_section_moves_no_other_and_no_new_edition_begins(engine: Engine) {
        let mut it = Move::begun(engine, 1).await;
        let refused = it.house.tries(&MoveSection { section: it.old, parent: Some(it.new) }).await.unwrap_err();
        assert!(matches!(refused, DeskError::Refused(Refusal::MoveUnderWay)), "{refused}");
        let new = PutEdition { edition: edition("au", "en-AU", true) };
        let refused = it.house.tries(&new).await.unwrap_err();
        assert!(matches!(refused, DeskError::Refused(Refusal::MoveUnderWay)), "{refused}");
        it.arrive().await;
        it.house.does(&new).await;
        it.house.check().await;
    }

    async fn a_section_does_not_go_under_itself(engine: Engine) {
        let mut it = Move::begun(engine, 1).await;
        it.arrive().await;
        let refused = it.house.tries(&MoveSection { section: it.new, parent: Some(it.moved) }).await.unwrap_err();
        assert!(matches!(refused, DeskError::Refused(Refusal::Section(SectionError::Cycle(_)))), "{refused}");
        assert_eq!(it.listed(it.new).await.len(), 1);
    }
}

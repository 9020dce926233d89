//! Random histories: what an editorial office might do in any order, legal or not. A use
//! case may refuse; it may not fail.

use desk::{
    ChangeSlug, Clerk, Correct, Create, DeskError, DropDraft, MoveSection, MoveSections, Open, Publish,
    PutEdition, Save, Schedule, SetEmbargo, SetExpiry, SetStage, Tie, Unschedule, Untie, UseCase, When,
    Withdraw, World as _,
};
use document::Patch;
use domain::{BranchId, Kind, SectionId, Slug, Stage, Withdrawal};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::sync::Arc;
use store::{BranchState, Content};

use crate::{
    house::{Engine, House, article, block_on, edition, paragraph},
    law_2,
};

/// Editions of a house that is open, with their locales.
pub(crate) const EDITIONS: [(&str, &str); 3] = [("en", "en-GB"), ("ar", "ar"), ("us", "en-US")];
/// Few, so that branches meet at them.
const SLUGS: [&str; 6] = ["rain", "harbour", "vote", "дождь", "مطر", "rain-2"];

/// One step of a history. Branches are picked by number among those that are there.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Create { edition: usize, slug: usize, section: usize, story_of: Option<usize>, page: bool },
    Save(usize, u8),
    Stage(usize, Stage),
    Publish(usize, bool),
    Correct(usize),
    Schedule(usize, i64),
    Unschedule(usize),
    Embargo(usize, Option<i64>),
    Expire(usize, Option<i64>),
    Withdraw(usize),
    Open(usize),
    Drop(usize),
    Slug(usize, usize),
    Sections(usize, Vec<usize>),
    Tie(usize, usize),
    Untie(usize),
    Pass(i64),
    Clerk,
    SetOpen(usize, bool),
    MoveSection(usize, Option<usize>),
}

/// Any step.
pub(crate) fn step() -> impl Strategy<Value = Step> {
    let branch = 0..12_usize;
    let seconds = 1..40_i64;
    let stage = select(vec![Stage::Draft, Stage::InReview, Stage::Ready]);
    prop_oneof![
        6 => (0..3_usize, 0..SLUGS.len(), 0..4_usize, option::of(branch.clone()), prop::bool::weighted(0.1)).prop_map(
            |(edition, slug, section, story_of, page)| Step::Create { edition, slug, section, story_of, page }
        ),
        4 => (branch.clone(), any::<u8>()).prop_map(|(b, n)| Step::Save(b, n)),
        1 => (branch.clone(), stage).prop_map(|(b, s)| Step::Stage(b, s)),
        8 => (branch.clone(), any::<bool>()).prop_map(|(b, update)| Step::Publish(b, update)),
        1 => branch.clone().prop_map(Step::Correct),
        4 => (branch.clone(), -1..40_i64).prop_map(|(b, s)| Step::Schedule(b, s)),
        1 => branch.clone().prop_map(Step::Unschedule),
        3 => (branch.clone(), option::weighted(0.8, seconds.clone())).prop_map(|(b, s)| Step::Embargo(b, s)),
        4 => (branch.clone(), option::weighted(0.8, seconds.clone())).prop_map(|(b, s)| Step::Expire(b, s)),
        2 => branch.clone().prop_map(Step::Withdraw),
        2 => branch.clone().prop_map(Step::Open),
        1 => branch.clone().prop_map(Step::Drop),
        3 => (branch.clone(), 0..SLUGS.len()).prop_map(|(b, s)| Step::Slug(b, s)),
        2 => (branch.clone(), vec(0..4_usize, 0..3)).prop_map(|(b, s)| Step::Sections(b, s)),
        1 => (branch.clone(), branch.clone()).prop_map(|(b, other)| Step::Tie(b, other)),
        1 => branch.prop_map(Step::Untie),
        5 => (1..20_i64).prop_map(Step::Pass),
        4 => Just(Step::Clerk),
        1 => (0..3_usize, prop::bool::weighted(0.7)).prop_map(|(e, open)| Step::SetOpen(e, open)),
        1 => (0..4_usize, option::of(0..4_usize)).prop_map(|(s, p)| Step::MoveSection(s, p)),
    ]
}

/// A house in which a history happens.
pub(crate) struct Office {
    pub(crate) house: House,
    pub(crate) clerk: Clerk,
    pub(crate) sections: Vec<SectionId>,
    pub(crate) branches: Vec<BranchId>,
}

impl Office {
    pub(crate) async fn new(engine: Engine) -> Self {
        let house = House::open(engine).await;
        let world = house.section("world", None).await;
        let asia = house.section("asia", Some(world)).await;
        let sections =
            vec![world, asia, house.section("tokyo", Some(asia)).await, house.section("sport", None).await];
        let clerk = Clerk::new(Arc::clone(&house.desk));
        Self { house, clerk, sections, branches: Vec::new() }
    }

    /// Every branch as it stands.
    pub(crate) async fn states(&self) -> Vec<BranchState> {
        let mut tx = self.house.store.begin().await.unwrap();
        let mut states = Vec::new();
        for branch in &self.branches {
            states.push(tx.branch(*branch).await.unwrap().unwrap());
        }
        states
    }

    /// Does one step. Tells which branches it may have touched; none for all of them.
    pub(crate) async fn take(&mut self, step: &Step) -> Option<Vec<BranchId>> {
        match step {
            Step::Create { edition, slug, section, story_of, page } => {
                let story = match story_of.and_then(|n| self.pick(n)) {
                    Some(branch) => Some(self.house.state(branch).await.branch.story),
                    None => None,
                };
                let kind = if *page { Kind::Page } else { Kind::News };
                let content = Content { kind, ..article("Rain", &[self.sections[*section]]) };
                let slug = Slug::parse(SLUGS[*slug]).unwrap();
                let case = Create { edition: crate::house::code(EDITIONS[*edition].0), story, slug, content };
                self.branches.extend(self.attempt(None, &case).await);
                Some(Vec::new())
            }
            Step::Pass(seconds) => {
                self.house.world.pass(*seconds);
                Some(Vec::new())
            }
            Step::Clerk => self.turn_clerk().await,
            Step::SetOpen(number, open) => {
                let (code, locale) = EDITIONS[*number];
                self.attempt(None, &PutEdition { edition: edition(code, locale, *open) }).await;
                None
            }
            Step::MoveSection(section, parent) => {
                let parent = parent.map(|n| self.sections[n]);
                self.attempt(None, &MoveSection { section: self.sections[*section], parent }).await;
                None
            }
            of_one => {
                let branch = self.pick(of_one.branch()?)?;
                self.take_one(of_one, branch).await;
                Some(vec![branch])
            }
        }
    }

    /// Which branches were due; none where a section was carried on, which rewrites its lists.
    async fn turn_clerk(&self) -> Option<Vec<BranchId>> {
        let due = self.house.store.due(self.house.world.now(), 100).await.unwrap();
        let moving = self.house.store.has_move().await.unwrap();
        let turned = self.clerk.turn().await.unwrap();
        assert_eq!(turned.parked, 0, "the clerk could not do what a use case had planned");
        (!moving).then(|| due.into_iter().map(|row| row.branch).collect())
    }

    async fn take_one(&self, step: &Step, branch: BranchId) {
        let (house, now) = (&self.house, self.house.world.now());
        let at = |seconds: &i64| now.plus_seconds(*seconds);
        let version = house.state(branch).await.branch.work.map_or(0, |work| work.version);
        let to = Some(branch);
        match step {
            Step::Save(_, n) => {
                let put = vec![paragraph(u64::from(*n % 3), &format!("words {n}"))];
                let body = Patch { put, ..Patch::default() };
                self.tried(to, &Save { branch, base_version: version, fields: Vec::new(), body }).await;
            }
            Step::Stage(_, stage) => self.tried(to, &SetStage { branch, version, to: *stage }).await,
            Step::Publish(_, update) => self.tried(to, &Publish { branch, version, update: *update }).await,
            Step::Correct(_) => {
                self.tried(to, &Correct { branch, version, note: "It was Monday.".to_owned() }).await;
            }
            Step::Schedule(_, s) => {
                self.tried(to, &Schedule { branch, version, when: When::At(at(s)) }).await
            }
            Step::Unschedule(_) => self.tried(to, &Unschedule { branch }).await,
            Step::Embargo(_, s) => self.tried(to, &SetEmbargo { branch, until: s.as_ref().map(at) }).await,
            Step::Expire(_, s) => self.tried(to, &SetExpiry { branch, at: s.as_ref().map(at) }).await,
            Step::Withdraw(_) => self.tried(to, &Withdraw { branch, reason: Withdrawal::Legal }).await,
            Step::Open(_) => self.tried(to, &Open { branch }).await,
            Step::Drop(_) => self.tried(to, &DropDraft { branch }).await,
            Step::Slug(_, n) => {
                self.tried(to, &ChangeSlug { branch, slug: Slug::parse(SLUGS[*n]).unwrap() }).await;
            }
            Step::Sections(_, ns) => {
                let sections = ns.iter().map(|n| self.sections[*n]).collect();
                self.tried(to, &MoveSections { branch, sections }).await;
            }
            Step::Tie(_, other) => {
                let other = house.state(self.pick(*other).unwrap_or(branch)).await.branch.story;
                self.tried(to, &Tie { branch, story: other }).await;
            }
            Step::Untie(_) => self.tried(to, &Untie { branch }).await,
            other => unreachable!("{other:?} is no step of one branch"),
        }
    }

    /// Does a use case of one branch; its plain decision must name no other (law 2).
    async fn attempt<C: UseCase>(&self, of: Option<BranchId>, case: &C) -> Option<C::Done> {
        if let Some(branch) = of {
            law_2::decides_on_one_branch_alone(&self.house, case, branch).await;
        }
        match self.house.tries(case).await {
            Ok(outcome) => Some(outcome.done),
            Err(DeskError::Refused(_)) => None,
            Err(failed) => panic!("{failed}: {failed:?}"),
        }
    }

    async fn tried<C: UseCase>(&self, of: Option<BranchId>, case: &C) {
        self.attempt(of, case).await;
    }

    fn pick(&self, number: usize) -> Option<BranchId> {
        let count = self.branches.len().max(1);
        self.branches.get(number % count).copied()
    }
}

impl Step {
    const fn branch(&self) -> Option<usize> {
        match self {
            Self::Save(b, _)
            | Self::Stage(b, _)
            | Self::Publish(b, _)
            | Self::Correct(b)
            | Self::Schedule(b, _)
            | Self::Unschedule(b)
            | Self::Embargo(b, _)
            | Self::Expire(b, _)
            | Self::Withdraw(b)
            | Self::Open(b)
            | Self::Drop(b)
            | Self::Slug(b, _)
            | Self::Sections(b, _)
            | Self::Tie(b, _)
            | Self::Untie(b) => Some(*b),
            Self::Create { .. } | Self::Pass(_) | Self::Clerk | Self::SetOpen(..) | Self::MoveSection(..) => {
                None
            }
        }
    }
}

/// Runs `cases` random histories of `steps` steps, each in a house of its own.
pub(crate) fn histories<F: Future<Output = ()>>(
    cases: u32,
    steps: usize,
    live_through: impl Fn(Vec<Step>) -> F,
) {
    let config =
        ProptestConfig { cases, max_shrink_iters: 30, failure_persistence: None, ..Default::default() };
    proptest::test_runner::TestRunner::new(config)
        .run(&vec(step(), steps), |history| {
            block_on(live_through(history));
            Ok(())
        })
        .unwrap_or_else(|failed| panic!("{failed}"));
}

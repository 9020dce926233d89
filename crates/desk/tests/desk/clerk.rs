//! The clerk: what is due is turned once, by one node, whatever the clock does.

use std::sync::{Arc, Mutex};

use desk::{
    Clerk, DeskError, Open, Publish, Refusal, Schedule, SetEmbargo, SetExpiry, Turned, Unschedule, When,
    World as _,
};
use domain::{
    Actor, Authority, Fold, Hidden, MoveError, Publication, Space, Typed, UserId, Withdrawal, ZoneError,
    ZoneName,
};
use store::{
    BoxFuture, Changes, Entry, Event, Follower, ListKey, Lookup, Pace, Position, Result, Store, StoreError,
};

use crate::{
    house::{House, OPENING, article, list, meddle, on_both},
    journal::Recorder,
};

fn schedule(branch: domain::BranchId, version: i64, seconds: i64) -> Schedule {
    Schedule { branch, version, when: When::At(OPENING.plus_seconds(seconds)) }
}

/// Takes the clerk's lease as soon as something was written under it.
struct Thief {
    store: Arc<Store>,
    place: Mutex<Position>,
}

impl Follower for Thief {
    fn name(&self) -> &'static str {
        "thief"
    }

    fn pace(&self) -> Pace {
        Pace::BeforeAnswer
    }

    fn bookmark(&self) -> BoxFuture<'_, Result<Option<Position>>> {
        Box::pin(async { Ok(Some(*self.place.lock().unwrap())) })
    }

    fn follow<'a>(&'a self, entries: &'a [Entry]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            meddle(&self.store, "update lease set expires = 1").await;
            assert!(self.store.lease("clerk", "thief", 60).await?.is_some());
            *self.place.lock().unwrap() = entries.last().unwrap().position;
            Ok(())
        })
    }

    fn rebuild(&self, position: Position) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { panic!("nothing made it rebuild at {position:?}") })
    }
}

on_both! {
    async fn what_is_due_is_turned_once_by_one_of_two_clerks(engine: Engine) {
        let house = House::open(engine).await;
        let other = house.second_node().await;
        let mut branches = Vec::new();
        for n in 0..20 {
            let branch = house.draft("en", &format!("due-{n}"), article("Due", &[])).await;
            house.does(&schedule(branch, 1, 60)).await;
            branches.push(branch);
        }
        let (one, two) = (Clerk::new(Arc::clone(&house.desk)), Clerk::new(other));
        house.world.set(OPENING.plus_seconds(59));
        assert_eq!(one.turn().await.unwrap(), Turned::default());
        house.world.set(OPENING.plus_seconds(60));
        let before = house.store.journal().head().await.unwrap().number;
        let turns = tokio::join!(one.turn(), two.turn());
        let done = turns.0.unwrap().done + turns.1.unwrap().done;
        assert_eq!(done, 20, "each once");
        let after = house.store.journal().head().await.unwrap().number;
        assert_eq!(after - before, 20, "one event each");
        assert_eq!(one.turn().await.unwrap(), Turned::default());
        for branch in branches {
            let state = house.state(branch).await;
            assert_eq!(state.branch.first_published, Some(OPENING.plus_seconds(60)));
        }
        house.check().await;
    }

    async fn an_embargo_and_an_expiry_are_turned_at_their_moments(engine: Engine) {
        let house = House::open(engine).await;
        let clerk = Clerk::new(Arc::clone(&house.desk));
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        house.does(&SetEmbargo { branch, until: Some(OPENING.plus_seconds(100)) }).await;
        house.does(&SetExpiry { branch, at: Some(OPENING.plus_seconds(200)) }).await;
        house.does(&Publish { branch, version: 1, update: false }).await;
        assert_eq!(house.state(branch).await.branch.publication, Publication::Never);
        house.world.set(OPENING.plus_seconds(99));
        assert_eq!(clerk.turn().await.unwrap().done, 0);
        house.world.set(OPENING.plus_seconds(100));
        assert_eq!(clerk.turn().await.unwrap().done, 1);
        assert_eq!(house.listed(&list("en", ListKey::Edition)).await, vec![branch]);
        house.world.set(OPENING.plus_seconds(200));
        assert!(house.listed(&list("en", ListKey::Edition)).await.is_empty(), "the eye does not wait for the clerk");
        assert_eq!(clerk.turn().await.unwrap().done, 1);
        assert_eq!(house.state(branch).await.branch.publication, Publication::Withdrawn(Withdrawal::Expired));
        house.check().await;
    }

    async fn a_clock_set_forward_and_back_turns_nothing_twice(engine: Engine) {
        let house = House::open(engine).await;
        let clerk = Clerk::new(Arc::clone(&house.desk));
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        house.does(&schedule(branch, 1, 3_600)).await;
        house.world.set(OPENING.plus_seconds(90_000));
        assert_eq!(clerk.turn().await.unwrap().done, 1);
        house.world.set(OPENING.plus_seconds(10));
        assert_eq!(clerk.turn().await.unwrap(), Turned::default());
        house.world.set(OPENING.plus_seconds(3_600));
        assert_eq!(clerk.turn().await.unwrap(), Turned::default());
        let version = house.does(&Open { branch }).await;
        house.does(&schedule(branch, version, 7_200)).await;
        house.world.set(OPENING.plus_seconds(7_200));
        assert_eq!(clerk.turn().await.unwrap().done, 1);
        house.check().await;
    }

    async fn what_was_taken_back_is_not_turned(engine: Engine) {
        let house = House::open(engine).await;
        let clerk = Clerk::new(Arc::clone(&house.desk));
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        house.does(&schedule(branch, 1, 60)).await;
        house.does(&Unschedule { branch }).await;
        house.world.pass(100);
        assert_eq!(clerk.turn().await.unwrap(), Turned::default());
        assert_eq!(house.state(branch).await.branch.publication, Publication::Never);
        house.check().await;
    }

    async fn a_row_that_fails_is_parked_with_its_reason_and_holds_up_no_other(engine: Engine) {
        let house = House::open(engine).await;
        let clerk = Clerk::new(Arc::clone(&house.desk));
        let broken = house.draft("en", "broken", article("Broken", &[])).await;
        house.does(&schedule(broken, 1, 50)).await;
        meddle(&house.store, "update revision set content = '{\"version\": 999}'").await;
        let sound = house.draft("en", "sound", article("Sound", &[])).await;
        house.does(&schedule(sound, 1, 60)).await;
        house.world.pass(60);
        assert_eq!(clerk.turn().await.unwrap(), Turned { done: 1, parked: 1, moving: false });
        let parked = house.store.parked().await.unwrap();
        assert_eq!((parked.len(), parked[0].branch), (1, broken));
        assert!(parked[0].parked.as_ref().is_some_and(|reason| reason.contains(&broken.to_string())));
        assert_eq!(clerk.turn().await.unwrap(), Turned::default(), "not tried each second");
        assert!(house.state(sound).await.branch.live_revision().is_some());
    }

    async fn a_clerk_that_lost_its_lease_writes_nothing(engine: Engine) {
        let house = House::open(engine).await;
        let store = &house.store;
        let lost = store.lease("clerk", "one", 60).await.unwrap().unwrap();
        assert_eq!(store.lease("clerk", "one", 60).await.unwrap().as_ref(), Some(&lost), "renewed");
        assert!(store.lease("clerk", "two", 60).await.unwrap().is_none());
        meddle(store, "update lease set expires = 1").await;
        let held = store.lease("clerk", "two", 60).await.unwrap().unwrap();
        let head = store.journal().head().await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let refused = tx.check_lease(&lost).await;
        assert!(matches!(refused, Err(StoreError::LeaseLost("clerk"))), "{refused:?}");
        drop(tx);
        let mut tx = store.begin().await.unwrap();
        tx.check_lease(&held).await.unwrap();
        let changes = Changes { events: vec![Event::new("portal.tested", Vec::new())], ..Changes::default() };
        let position = tx.commit(&changes, house.world.now(), &Actor::CommandLine).await.unwrap();
        assert_eq!(position.number, head.number + 1);
        store.give_back(&held).await.unwrap();
        assert!(store.lease("clerk", "one", 60).await.unwrap().is_some());
    }

    async fn a_clerk_that_loses_its_lease_between_two_rows_stops(engine: Engine) {
        let house = House::open(engine).await;
        for slug in ["one", "two"] {
            let branch = house.draft("en", slug, article("Due", &[])).await;
            house.does(&schedule(branch, 1, 60)).await;
        }
        house.world.pass(60);
        let head = house.store.journal().head().await.unwrap();
        let thief = Thief { store: Arc::clone(&house.store), place: Mutex::new(head) };
        house.store.journal().register(Arc::new(thief));
        let clerk = Clerk::new(Arc::clone(&house.desk));
        let stopped = clerk.turn().await.unwrap_err();
        assert!(matches!(stopped, DeskError::Store(StoreError::LeaseLost("clerk"))), "{stopped}");
        assert_eq!(house.listed(&list("en", ListKey::Edition)).await.len(), 1, "the second is another's affair");
        assert_eq!(house.store.parked().await.unwrap(), Vec::new());
        house.check().await;
    }

    async fn a_clerk_without_the_lease_leaves_what_is_due(engine: Engine) {
        let house = House::open(engine).await;
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        house.does(&schedule(branch, 1, 60)).await;
        house.world.pass(60);
        let held = house.store.lease("clerk", "somebody else", 60).await.unwrap().unwrap();
        let clerk = Clerk::new(Arc::clone(&house.desk));
        assert_eq!(clerk.turn().await.unwrap(), Turned::default());
        let mut snapshot = house.store.snapshot().await.unwrap();
        let found = snapshot.article(&crate::house::code("en"), Space::Post, "rain", house.world.now()).await.unwrap();
        assert!(matches!(found, Lookup::Hidden(Hidden::Absent)), "the eye shows nothing that no write has published");
        snapshot.close().await.unwrap();
        house.store.give_back(&held).await.unwrap();
        assert_eq!(clerk.turn().await.unwrap().done, 1);
    }

    async fn a_local_time_in_a_gap_or_an_overlap_is_refused_by_the_schedule(engine: Engine) {
        let house = House::open(engine).await;
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        let at = |local: &str, fold| {
            let zone = ZoneName::parse("Europe/London").unwrap();
            let typed = Typed { local: local.parse().unwrap(), zone, fold };
            Schedule { branch, version: 1, when: When::Local(typed) }
        };
        let gap = house.tries(&at("2026-03-29T01:30:00", None)).await.unwrap_err();
        assert!(matches!(gap, DeskError::Refused(Refusal::Zone(ZoneError::Gap { .. }))), "{gap}");
        let overlap = house.tries(&at("2026-10-25T01:30:00", None)).await.unwrap_err();
        assert!(matches!(overlap, DeskError::Refused(Refusal::Zone(ZoneError::Overlap { .. }))), "{overlap}");
        let past = house.tries(&at("2025-12-31T23:00:00", None)).await.unwrap_err();
        assert!(matches!(past, DeskError::Refused(Refusal::Move(MoveError::Past(_)))), "{past}");
        let second = at("2026-10-25T01:30:00", Some(Fold::Second));
        house.does(&second).await;
        let due = house.state(branch).await.branch.due.unwrap();
        assert_eq!(due.moment.to_string(), "2026-10-25T01:30:00Z");
        let When::Local(typed) = second.when else { unreachable!("made so above") };
        assert_eq!(due.typed, Some(typed), "the typed time is kept beside the moment");
    }

    async fn the_clerk_acts_for_whoever_set_the_moment(engine: Engine) {
        let house = House::open(engine).await;
        let user = |n| Authority::operator(Actor::User(UserId::new(uuid::Uuid::from_u128(n))));
        let (planner, ender) = (user(1), user(2));
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        house.desk.run(&planner, &schedule(branch, 1, 60)).await.unwrap();
        house.world.pass(60);
        let recorder = Recorder::register(&house.store, Pace::OwnTime).await;
        let clerk = Clerk::new(Arc::clone(&house.desk));
        assert_eq!(clerk.turn().await.unwrap().done, 1);
        house.desk.run(&ender, &SetExpiry { branch, at: Some(OPENING.plus_seconds(90)) }).await.unwrap();
        house.world.pass(30);
        assert_eq!(clerk.turn().await.unwrap().done, 1);
        house.store.journal().catch_up().await.unwrap();
        let read = recorder.entries();
        let told: Vec<_> = read.iter().map(|entry| (entry.event.name.as_str(), &entry.actor)).collect();
        let by_clerk = |who: &Authority| who.actor.by_clerk();
        assert_eq!(
            told,
            vec![
                ("branch.published", &by_clerk(&planner)),
                ("branch.expiry_set", &ender.actor),
                ("branch.expired", &by_clerk(&ender)),
            ]
        );
    }
}

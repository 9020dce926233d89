//! Two use cases that stand in each other's way on PostgreSQL. SQLite has one writer.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use desk::{Context, Decision, DeskError, UseCase};
use domain::BranchId;
use store::{Changes, StoreError, WriteTx};
use tokio::sync::Barrier;

use crate::house::{Engine, House, block_on};

/// Locks one branch, waits for the other side to hold its own, then asks for the second.
struct LockBoth {
    branches: [BranchId; 2],
    meeting: Arc<Barrier>,
    /// How often the two meet: later tries go through alone.
    meets: u32,
    tried: AtomicU32,
}

impl LockBoth {
    fn new(branches: [BranchId; 2], meeting: &Arc<Barrier>, meets: u32) -> Self {
        Self { branches, meeting: Arc::clone(meeting), meets, tried: AtomicU32::new(0) }
    }
}

impl UseCase for LockBoth {
    type Seen = ();
    type Done = u32;

    async fn read(&self, tx: &mut WriteTx) -> Result<(), DeskError> {
        let try_number = self.tried.fetch_add(1, Ordering::SeqCst);
        let [first, second] = self.branches;
        tx.branch(first).await?;
        if try_number < self.meets {
            self.meeting.wait().await;
        }
        tx.branch(second).await?;
        Ok(())
    }

    fn decide(&self, (): (), _: &Context<'_>) -> Result<Decision<u32>, DeskError> {
        Ok(Decision { changes: Changes::default(), done: self.tried.load(Ordering::SeqCst) })
    }
}

#[test]
fn a_use_case_that_fell_to_a_deadlock_is_done_again_and_both_are_done() {
    block_on(async {
        let house = House::open(Engine::Postgres).await;
        let section = house.section("news", None).await;
        let (a, b) = (house.live("en", "a", &[section]).await, house.live("en", "b", &[section]).await);
        let meeting = Arc::new(Barrier::new(2));
        let (one, two) = (LockBoth::new([a, b], &meeting, 1), LockBoth::new([b, a], &meeting, 1));
        let (one, two) = tokio::join!(house.tries(&one), house.tries(&two));
        let tries = [one.unwrap().done, two.unwrap().done];
        // Whoever is undone may take its first row again before the other wakes: then both are.
        assert!(tries.iter().any(|tries| *tries > 1), "none was undone by the database: {tries:?}");
        house.check().await;
    });
}

#[test]
fn what_always_collides_is_told_after_three_tries() {
    struct Colliding(AtomicU32);
    impl UseCase for Colliding {
        type Seen = ();
        type Done = ();
        async fn read(&self, _: &mut WriteTx) -> Result<(), DeskError> {
            self.0.fetch_add(1, Ordering::SeqCst);
            Err(StoreError::Contended("deadlock detected".to_owned()).into())
        }
        fn decide(&self, (): (), _: &Context<'_>) -> Result<Decision<()>, DeskError> {
            Ok(Decision { changes: Changes::default(), done: () })
        }
    }
    block_on(async {
        let house = House::open(Engine::Sqlite).await;
        let colliding = Colliding(AtomicU32::new(0));
        let told = house.tries(&colliding).await.unwrap_err();
        assert!(matches!(told, DeskError::Store(StoreError::Contended(_))), "{told}");
        assert_eq!(colliding.0.load(Ordering::SeqCst), 3);
    });
}

//! The journal: each event once, in commit order, without a gap, whoever else dies meanwhile.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
    time::Duration,
};

use domain::Moment;
use store::{BoxFuture, Database, Entry, Follower, Pace, Position, Result, Store};
use tokio::sync::watch;

use crate::both::{append, meddle, on_both};

const OPENING: Moment = Moment::from_micros(1_767_225_600_000_000);
const WRITERS: usize = 6;
const EACH: usize = 100;

/// Keeps the names of what it reads; panics at a gap.
struct Notebook {
    pace: Pace,
    state: Mutex<State>,
    turned: watch::Sender<Option<Position>>,
}

#[derive(Default)]
struct State {
    bookmark: Option<Position>,
    names: Vec<String>,
    rebuilt: Vec<Position>,
}

impl Notebook {
    fn register(store: &Store, pace: Pace, bookmark: Option<Position>) -> Arc<Self> {
        let state = Mutex::new(State { bookmark, ..State::default() });
        let notebook = Arc::new(Self { pace, state, turned: watch::Sender::new(bookmark) });
        store.journal().register(Arc::clone(&notebook) as Arc<dyn Follower>);
        notebook
    }

    fn names(&self) -> Vec<String> {
        self.state.lock().unwrap().names.clone()
    }

    fn place(&self) -> Option<Position> {
        self.state.lock().unwrap().bookmark
    }

    fn rebuilt(&self) -> Vec<Position> {
        self.state.lock().unwrap().rebuilt.clone()
    }
}

impl Follower for Notebook {
    fn name(&self) -> &'static str {
        "notebook"
    }

    fn pace(&self) -> Pace {
        self.pace
    }

    fn bookmark(&self) -> BoxFuture<'_, Result<Option<Position>>> {
        Box::pin(async { Ok(self.place()) })
    }

    fn follow<'a>(&'a self, entries: &'a [Entry]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mut state = self.state.lock().unwrap();
            for entry in entries {
                let before = state.bookmark.unwrap();
                assert_eq!(
                    entry.position,
                    Position { number: before.number + 1, ..before },
                    "a gap or a repetition"
                );
                state.bookmark = Some(entry.position);
                state.names.push(entry.event.name.clone());
            }
            self.turned.send_replace(state.bookmark);
            Ok(())
        })
    }

    fn rebuild(&self, position: Position) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let mut state = self.state.lock().unwrap();
            state.bookmark = Some(position);
            state.rebuilt.push(position);
            Ok(())
        })
    }
}

/// Never ends building itself, or breaks at it.
struct Stuck {
    panics: bool,
}

impl Follower for Stuck {
    fn name(&self) -> &'static str {
        "stuck"
    }

    fn pace(&self) -> Pace {
        Pace::OwnTime
    }

    fn bookmark(&self) -> BoxFuture<'_, Result<Option<Position>>> {
        Box::pin(async { Ok(None) })
    }

    fn follow<'a>(&'a self, _: &'a [Entry]) -> BoxFuture<'a, Result<()>> {
        Box::pin(std::future::pending())
    }

    fn rebuild(&self, _: Position) -> BoxFuture<'_, Result<()>> {
        assert!(!self.panics, "a bug of the test's own");
        Box::pin(std::future::pending())
    }
}

/// One of the writers. What fails or is given up half-way, it writes again under another name.
async fn write(stores: [Arc<Store>; 2], writer: usize, done: watch::Sender<usize>) -> Vec<String> {
    let mut acknowledged = Vec::new();
    let mut attempt = 0;
    while acknowledged.len() < EACH {
        attempt += 1;
        assert!(attempt < 20 * EACH, "the database does not come back");
        let store = &stores[attempt % 2];
        let name = format!("{writer}.{attempt}");
        match attempt % 7 {
            // Begun, and thought better of.
            3 => drop(store.begin().await),
            // Dropped in mid-air: it may have been written, or not.
            5 => {
                let patience = Duration::from_micros(u64::try_from(attempt * 37 % 3_000).unwrap());
                if let Ok(Ok(_)) = tokio::time::timeout(patience, append(store, &name, OPENING)).await {
                    acknowledged.push(name);
                }
            }
            _ => {
                if append(store, &name, OPENING).await.is_ok() {
                    acknowledged.push(name);
                }
            }
        }
        done.send_modify(|most| *most = acknowledged.len().max(*most));
    }
    acknowledged
}

/// Kills a connection of somebody each time the writers have come a little further.
async fn kill(store: Arc<Store>, mut done: watch::Receiver<usize>) -> usize {
    let Database::Postgres(pool) = store.database() else { return 0 };
    let mut killed = 0;
    for mark in (5..EACH).step_by(6) {
        done.wait_for(|most| *most >= mark).await.unwrap();
        let victim = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() \
                      and pid <> pg_backend_pid() and state <> 'idle' limit 2";
        if let Ok(found) = sqlx::query(victim).fetch_all(pool).await {
            killed += found.len();
        }
    }
    killed
}

on_both! {
    async fn a_follower_gets_each_of_six_hundred_appends_once_in_order(place: Place) {
        let stores = [place.store().await, place.store().await];
        let start = stores[0].journal().head().await.unwrap();
        let notebook = Notebook::register(&stores[0], Pace::OwnTime, Some(start));
        let following = tokio::spawn({
            let store = Arc::clone(&stores[0]);
            async move { store.journal().run().await }
        });
        let done = watch::Sender::new(0);
        let killer = tokio::spawn(kill(Arc::clone(&stores[1]), done.subscribe()));
        let writers: Vec<_> =
            (0..WRITERS).map(|n| tokio::spawn(write(stores.clone(), n, done.clone()))).collect();
        let mut acknowledged = Vec::new();
        for writer in writers {
            acknowledged.push(writer.await.unwrap());
        }
        let killed = killer.await.unwrap();
        if let Database::Postgres(_) = stores[0].database() {
            assert!(killed > 0, "no connection was killed");
        }
        following.abort();
        assert!(following.await.unwrap_err().is_cancelled(), "the journal's run ended by itself");
        // A fresh node reads what is there now, after all that was killed.
        let fresh = place.store().await;
        let head = fresh.journal().head().await.unwrap();
        fresh.journal().register(Arc::clone(&notebook) as Arc<dyn Follower>);
        fresh.journal().catch_up().await.unwrap();
        let read = notebook.names();
        assert_eq!(notebook.rebuilt(), Vec::new(), "it could follow all the way");
        assert_eq!(i64::try_from(read.len()).unwrap(), head.number - start.number, "no gap");
        assert_eq!(read.iter().collect::<BTreeSet<_>>().len(), read.len(), "each once");
        for of_writer in acknowledged {
            assert_eq!(of_writer.len(), EACH);
            let wanted: BTreeSet<_> = of_writer.iter().collect();
            let order: Vec<_> = read.iter().filter(|name| wanted.contains(name)).collect();
            assert_eq!(order, of_writer.iter().collect::<Vec<_>>(), "in the order of the commits");
        }
        assert_eq!(store::check(&fresh).await.unwrap(), Vec::new());
    }

    async fn an_event_is_followed_before_the_answer_on_the_node_that_wrote(place: Place) {
        let store = place.store().await;
        let start = store.journal().head().await.unwrap();
        let at_once = Notebook::register(&store, Pace::BeforeAnswer, Some(start));
        let later = Notebook::register(&store, Pace::OwnTime, Some(start));
        let position = append(&store, "one", OPENING).await.unwrap();
        store.settle(position).await.unwrap();
        assert_eq!((at_once.place(), at_once.names()), (Some(position), vec!["one".to_owned()]));
        assert_eq!(later.place(), Some(start), "nobody waits for the others");
        store.journal().catch_up().await.unwrap();
        assert_eq!(later.names(), vec!["one".to_owned()]);
    }

    async fn what_another_node_wrote_is_followed_by_itself(place: Place) {
        let (store, other) = (place.store().await, place.store().await);
        let start = store.journal().head().await.unwrap();
        let notebook = Notebook::register(&store, Pace::BeforeAnswer, Some(start));
        let follow = store.journal().run();
        let write = async {
            let position = append(&other, "from elsewhere", OPENING).await.unwrap();
            notebook.turned.subscribe().wait_for(|place| *place == Some(position)).await.map(drop)
        };
        tokio::select! {
            () = follow => unreachable!("it follows until it is dropped"),
            written = tokio::time::timeout(Duration::from_secs(20), write) => written.expect("it was never followed").unwrap(),
        }
        assert_eq!(notebook.names(), vec!["from elsewhere".to_owned()]);
    }

    async fn a_follower_that_builds_itself_anew_or_panics_holds_up_no_other(place: Place) {
        let store = place.store().await;
        let start = store.journal().head().await.unwrap();
        store.journal().register(Arc::new(Stuck { panics: false }));
        store.journal().register(Arc::new(Stuck { panics: true }));
        let notebook = Notebook::register(&store, Pace::OwnTime, Some(start));
        let follow = store.journal().run();
        let write = async {
            for name in ["one", "two"] {
                let position = append(&store, name, OPENING).await.unwrap();
                store.settle(position).await.unwrap();
                notebook.turned.subscribe().wait_for(|place| *place == Some(position)).await.unwrap();
            }
        };
        tokio::select! {
            () = follow => unreachable!("it follows until it is dropped"),
            written = tokio::time::timeout(Duration::from_secs(20), write) => written.expect("it was never followed"),
        }
    }

    async fn a_follower_that_comes_late_is_run_too(place: Place) {
        let store = place.store().await;
        let start = store.journal().head().await.unwrap();
        let early = Notebook::register(&store, Pace::OwnTime, Some(start));
        let follow = store.journal().run();
        let write = async {
            let position = append(&store, "one", OPENING).await.unwrap();
            early.turned.subscribe().wait_for(|place| *place == Some(position)).await.unwrap();
            let late = Notebook::register(&store, Pace::OwnTime, Some(start));
            late.turned.subscribe().wait_for(|place| *place == Some(position)).await.unwrap();
        };
        tokio::select! {
            () = follow => unreachable!("it follows until it is dropped"),
            written = tokio::time::timeout(Duration::from_secs(20), write) => written.expect("it was never followed"),
        }
    }

    async fn a_follower_behind_a_journal_that_was_cut_off_builds_itself_anew(place: Place) {
        let store = place.store().await;
        let start = store.journal().head().await.unwrap();
        let behind = Notebook::register(&store, Pace::OwnTime, Some(start));
        let new = Notebook::register(&store, Pace::OwnTime, None);
        let day = 86_400;
        for (name, at) in [("old", 0), ("older than it seems", day), ("young", 15 * day)] {
            append(&store, name, OPENING.plus_seconds(at)).await.unwrap();
        }
        assert_eq!(store.forget(OPENING.plus_seconds(14 * day), 100).await.unwrap(), 0, "kept for 14 days");
        assert_eq!(store.forget(OPENING.plus_seconds(14 * day + 1), 100).await.unwrap(), 1);
        let head = store.journal().head().await.unwrap();
        store.journal().catch_up().await.unwrap();
        assert_eq!((behind.rebuilt(), behind.names()), (vec![head], Vec::new()));
        assert_eq!((new.rebuilt(), new.place()), (vec![head], Some(head)));
        append(&store, "next", OPENING).await.unwrap();
        store.journal().catch_up().await.unwrap();
        assert_eq!(behind.names(), vec!["next".to_owned()]);
        assert_eq!(store::check(&store).await.unwrap(), Vec::new());
    }

    async fn a_follower_of_another_epoch_builds_itself_anew(place: Place) {
        let store = place.store().await;
        append(&store, "before the restore", OPENING).await.unwrap();
        let before = store.journal().head().await.unwrap();
        let notebook = Notebook::register(&store, Pace::BeforeAnswer, Some(before));
        meddle(&store, "update journal_head set epoch = epoch + 1").await;
        let position = append(&store, "after the restore", OPENING).await.unwrap();
        assert_eq!(position.epoch, before.epoch + 1);
        store.settle(position).await.unwrap();
        assert_eq!(notebook.rebuilt(), vec![position]);
    }

    async fn a_follower_ahead_of_a_restored_journal_builds_itself_anew(place: Place) {
        let store = place.store().await;
        let head = store.journal().head().await.unwrap();
        let ahead = Position { number: head.number + 5, ..head };
        let notebook = Notebook::register(&store, Pace::OwnTime, Some(Position { epoch: head.epoch + 1, ..ahead }));
        store.journal().catch_up().await.unwrap();
        assert_eq!(notebook.rebuilt(), vec![head]);
    }
}

//! Law 3 at named points: a write is killed at each of its stages, and the next process finds
//! all of it or nothing.
//!
//! Rows are told by triggers that the test sets and takes away again. On SQLite the victim
//! hears them itself; on PostgreSQL they wait for a lock that the test holds, and the test
//! kills the waiting victim, so that the server rolls back what was half written.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use desk::{Desk, SystemWorld};
use sqlx::{Connection as _, PgConnection};

use crate::{
    exports::{export, posts},
    kill_clerk::{let_lease_end, live_once, make_due},
    kill_import::Whole,
    kill_newsroom::{Step, Unkilled, tries},
    place::{Engine, Place, block_on, on_both, open},
    rows::{execute, number},
    victim::{At, Orders, Point, Victim, Work},
};

/// What is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Killed {
    /// While it takes this step with its first branch.
    Newsroom(Step),
    Clerk,
    Import,
}

/// Where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The rows are read and locked.
    Read,
    /// The decision is under way.
    Decided,
    /// A row of this table is written.
    Wrote(&'static str),
    /// The commit begins.
    Committing,
    /// It is committed with its event, nobody was told. A save has no event.
    Committed,
}

/// Name, work, stage, and which time that it happens.
const POINTS: [(&str, Killed, Stage, u32); 24] = [
    ("a create has read", Killed::Newsroom(Step::Create), Stage::Read, 1),
    ("a create decides", Killed::Newsroom(Step::Create), Stage::Decided, 2),
    ("a create has written its story", Killed::Newsroom(Step::Create), Stage::Wrote("story"), 1),
    ("a create has written its address", Killed::Newsroom(Step::Create), Stage::Wrote("address"), 1),
    ("a create commits", Killed::Newsroom(Step::Create), Stage::Committing, 1),
    ("a create is committed, unanswered", Killed::Newsroom(Step::Create), Stage::Committed, 1),
    ("a save has written the working copy", Killed::Newsroom(Step::Save), Stage::Wrote("working_copy"), 2),
    ("a publish has written its revision", Killed::Newsroom(Step::Publish), Stage::Wrote("revision"), 1),
    ("a publish has written its card", Killed::Newsroom(Step::Publish), Stage::Wrote("card"), 1),
    ("a publish has written a list", Killed::Newsroom(Step::Publish), Stage::Wrote("listing"), 1),
    ("a publish has drawn its position", Killed::Newsroom(Step::Publish), Stage::Wrote("journal_head"), 3),
    ("a publish commits", Killed::Newsroom(Step::Publish), Stage::Committing, 3),
    ("a publish is committed, unanswered", Killed::Newsroom(Step::Publish), Stage::Committed, 2),
    ("a correction has written its note", Killed::Newsroom(Step::Correct), Stage::Wrote("correction"), 1),
    ("an expiry has written the agenda", Killed::Newsroom(Step::Expire), Stage::Wrote("agenda"), 1),
    ("a change of slug has read", Killed::Newsroom(Step::Rename), Stage::Read, 8),
    ("a withdrawal has written its branch", Killed::Newsroom(Step::Withdraw), Stage::Wrote("branch"), 9),
    ("a withdrawal has written its event", Killed::Newsroom(Step::Withdraw), Stage::Wrote("journal"), 7),
    ("the clerk has written a card", Killed::Clerk, Stage::Wrote("card"), 3),
    ("the clerk has written an event", Killed::Clerk, Stage::Wrote("journal"), 4),
    ("the clerk commits", Killed::Clerk, Stage::Committing, 5),
    ("an import has written its edition", Killed::Import, Stage::Wrote("edition"), 1),
    ("an import has written an origin", Killed::Import, Stage::Wrote("origin"), 30),
    ("a portion is committed, unanswered", Killed::Import, Stage::Committed, 2),
];

/// Key of the lock that rows wait for.
const LOCK: i64 = 74_205;
/// How long a victim may take to its point.
const PATIENCE: Duration = Duration::from_secs(60);

impl Stage {
    /// Where the victim dies by itself; none where it is killed from outside.
    fn of_victim(self, engine: Engine, nth: u32) -> Option<Point> {
        let at = match (self, engine) {
            (Self::Read, _) => At::Clock,
            (Self::Decided, _) => At::Id,
            (Self::Committed, _) => At::Settle,
            (Self::Wrote(_), Engine::Sqlite) => At::Row,
            (Self::Committing, Engine::Sqlite) => At::Commit,
            (Self::Wrote(_) | Self::Committing, Engine::Postgres) => return None,
        };
        Some(Point { at, nth })
    }

    /// Whether what was written is there in the end. PostgreSQL needs no client to finish a commit
    /// that has begun.
    fn is_kept(self, engine: Engine) -> bool {
        self == Self::Committed || (self == Self::Committing && engine == Engine::Postgres)
    }

    /// The trigger that tells of it.
    fn trigger(self, engine: Engine, nth: u32) -> Option<String> {
        let function = format!(
            "create sequence kill_count; create function kill_point() returns trigger language plpgsql as $$ begin \
             if nextval('kill_count') = {nth} then perform pg_advisory_xact_lock({LOCK}); end if; return null; end $$;"
        );
        match (self, engine) {
            (Self::Wrote(table), Engine::Sqlite) => Some(format!(
                "create table kill_point (no integer primary key);
                 create trigger kill_insert after insert on {table} begin insert into kill_point (no) values (null); end;
                 create trigger kill_update after update on {table} begin insert into kill_point (no) values (null); end;"
            )),
            (Self::Wrote(table), Engine::Postgres) => Some(format!(
                "{function} create trigger kill_point after insert or update on {table} \
                 for each row execute function kill_point();"
            )),
            // A deferred trigger runs when the commit has begun.
            (Self::Committing, Engine::Postgres) => Some(format!(
                "{function} create constraint trigger kill_point after update on journal_head \
                 deferrable initially deferred for each row execute function kill_point();"
            )),
            _ => None,
        }
    }
}

/// Takes away what [`Stage::trigger`] made. PostgreSQL waits here until the dead victim's
/// transaction has ended.
async fn remove_trigger(desk: &Desk, engine: Engine) {
    let sql = match engine {
        Engine::Sqlite => {
            "drop trigger if exists kill_insert; drop trigger if exists kill_update; drop table if exists kill_point;"
        }
        Engine::Postgres => "drop function if exists kill_point cascade; drop sequence if exists kill_count;",
    };
    execute(desk, sql).await;
}

/// Kills the victim when its write waits for the lock; what it had said.
async fn kill_when_it_waits(orders: &Orders) -> Vec<String> {
    let mut holder = PgConnection::connect(&orders.database).await.unwrap();
    sqlx::query("select pg_advisory_lock($1)").bind(LOCK).execute(&mut holder).await.unwrap();
    let victim = Victim::start(orders);
    let began = Instant::now();
    loop {
        let waiting = "select exists (select 1 from pg_locks where locktype = 'advisory' and not granted \
                       and database = (select oid from pg_database where datname = current_database()))";
        let (waits,): (bool,) = sqlx::query_as(waiting).fetch_one(&mut holder).await.unwrap();
        if waits {
            break;
        }
        assert!(began.elapsed() < PATIENCE, "the point was never reached");
    }
    let (said, killed) = victim.kill();
    assert!(killed);
    // The server now goes on and finds nobody who asks for more.
    holder.close().await.unwrap();
    said
}

/// Kills `work` at a point; what the victim had said.
pub(crate) async fn killed_at(
    engine: Engine,
    desk: &Desk,
    orders: &mut Orders,
    stage: Stage,
    nth: u32,
) -> Vec<String> {
    if let Some(trigger) = stage.trigger(engine, nth) {
        execute(desk, &trigger).await;
    }
    orders.point = stage.of_victim(engine, nth);
    let said = match &orders.point {
        Some(_) => Victim::start(orders).dies(),
        None => kill_when_it_waits(orders).await,
    };
    remove_trigger(desk, engine).await;
    assert_eq!(store::check(desk.store()).await.unwrap(), Vec::new());
    said
}

on_both! {
    fn kill_at_named_points_leaves_all_of_a_write_or_nothing(engine: Engine) {
        let newsroom = Place::with_editions(engine);
        let clerk = Place::with_editions(engine);
        let unkilled = newsroom.inside(async |desk| Unkilled::new(&desk).await);
        let whole = Place::new(engine);
        let file = whole.write("export.xml", export(&posts(60)));
        whole.works(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
        let whole = whole.inside(async |desk| Whole::of(&desk).await);
        for (run, (name, killed, stage, nth)) in (0..).zip(POINTS) {
            eprintln!("{name}");
            let fresh = Place::new(engine);
            let (place, work) = match killed {
                Killed::Newsroom(_) => (&newsroom, Work::Newsroom(run)),
                Killed::Clerk => (&clerk, Work::Clerk),
                Killed::Import => (&fresh, Work::Import(file.clone())),
            };
            block_on(async {
                let desk = open(&place.database(), Arc::new(SystemWorld)).await;
                if killed == Killed::Clerk {
                    make_due(&desk, 10).await;
                    let_lease_end(&desk).await;
                }
                let mut orders = Orders { database: place.database(), work, point: None };
                let said = killed_at(engine, &desk, &mut orders, stage, nth).await;
                assert!(!said.iter().any(|line| line == "done"), "{name}: {said:?}");
                match killed {
                    Killed::Newsroom(step) => {
                        assert_eq!(said.last(), Some(&tries(run, step)), "{name}");
                        unkilled.stands(&desk, run, step, stage.is_kept(engine)).await;
                    }
                    Killed::Clerk => clerk_goes_on(&desk).await,
                    Killed::Import => drop(whole.explains(&desk).await),
                }
                desk.store().database().close().await;
            });
            if killed == Killed::Import {
                fresh.works(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
                fresh.inside(async |desk| whole.equals(&desk).await);
            }
            place.is_sound();
        }
    }
}

/// What the dead clerk left is turned by the next.
async fn clerk_goes_on(desk: &Arc<Desk>) {
    live_once(desk).await;
    let_lease_end(desk).await;
    desk::Clerk::new(Arc::clone(desk)).turn().await.unwrap();
    assert_eq!(number(desk, "select count(*) from agenda").await, 0);
    live_once(desk).await;
}

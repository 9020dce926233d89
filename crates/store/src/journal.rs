//! The journal: one row per change, in the change's transaction, in commit order and
//! without gaps. Rows hold ids and facts, never words (law 3).

use domain::{Actor, BranchId, Moment, Tag};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;

use crate::{
    bulk::{self, Insert},
    database::{Database, Tx},
    error::Result,
    query::Engine,
};

/// Days that rows are kept; a follower further behind rebuilds.
pub(crate) const KEEP_DAYS: i64 = 14;

/// A place in the journal. A restore begins a new epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Which life of the database.
    pub epoch: i64,
    /// How many events it has seen; 0 before the first.
    pub number: i64,
}

/// What happened, by its name, to what, and which tags fall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The name: `branch.published`, `section.renamed`.
    pub name: String,
    /// The branch it happened to, if it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<BranchId>,
    /// The pages that must be made anew.
    #[serde(skip)]
    pub tags: Vec<Tag>,
}

impl Event {
    /// An event without a branch.
    pub fn new(name: impl Into<String>, tags: Vec<Tag>) -> Self {
        Self { name: name.into(), branch: None, tags }
    }

    /// An event of a branch.
    pub fn of(name: impl Into<String>, branch: BranchId, tags: Vec<Tag>) -> Self {
        Self { name: name.into(), branch: Some(branch), tags }
    }
}

/// An event with its place, moment and actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its position.
    pub position: Position,
    /// When it was decided.
    pub at: Moment,
    /// Who did it.
    pub actor: Actor,
    /// What.
    pub event: Event,
}

/// Draws the positions as the transaction's last work, so that the lock on the head
/// is held only while the rows are written and the transaction commits.
pub(crate) async fn append(tx: &mut Tx, events: &[Event], at: Moment, actor: &Actor) -> Result<Position> {
    let count = i64::try_from(events.len()).unwrap_or(i64::MAX);
    let (epoch, number) = tx
        .q("update journal_head set position = position + $1 where one = 1 returning epoch, position")
        .bind(count)
        .one::<(i64, i64)>()
        .await?;
    let first = number - count + 1;
    let rows: Vec<_> = (first..).zip(events).collect();
    let insert = Insert { into: "journal (position, at, actor, event, tags)", width: 5, tail: "" };
    bulk::insert(tx, &insert, &rows, |q, (position, event)| {
        q.push(*position);
        q.push(at.micros());
        q.push(Json(actor.clone()));
        q.push(Json((*event).clone()));
        q.push(Json(event.tags.clone()));
    })
    .await?;
    if tx.engine() == Engine::Postgres && count > 0 {
        tx.q("select cast(pg_notify('journal', '') as text)").all::<(String,)>().await?;
    }
    Ok(Position { epoch, number })
}

/// The journal's newest position.
pub(crate) async fn head(db: &Database) -> Result<Position> {
    let (epoch, number) = db.read("select epoch, position from journal_head").one::<(i64, i64)>().await?;
    Ok(Position { epoch, number })
}

/// At most `limit` entries after `bookmark`, in order. `None` when the journal no longer
/// reaches back that far, or lives another life: the follower must rebuild.
pub(crate) async fn after(db: &Database, bookmark: Position, limit: i64) -> Result<Option<Vec<Entry>>> {
    let head = head(db).await?;
    if head.epoch != bookmark.epoch || head.number < bookmark.number {
        return Ok(None);
    }
    let rows = db
        .read("select position, at, actor, event, tags from journal where position > $1 order by position limit $2")
        .bind(bookmark.number)
        .bind(limit)
        .all::<(i64, i64, Json<Actor>, Json<Event>, Json<Vec<Tag>>)>()
        .await?;
    let first = rows.first().map_or(bookmark.number + 1, |row| row.0);
    if first != bookmark.number + 1 || (rows.is_empty() && head.number > bookmark.number) {
        return Ok(None);
    }
    let entry =
        |(number, at, actor, event, tags): (i64, i64, Json<Actor>, Json<Event>, Json<Vec<Tag>>)| Entry {
            position: Position { epoch: head.epoch, number },
            at: Moment::from_micros(at),
            actor: actor.0,
            event: Event { tags: tags.0, ..event.0 },
        };
    Ok(Some(rows.into_iter().map(entry).collect()))
}

/// When the event at `number` was decided; none when the journal does not hold it.
pub(crate) async fn moment_of(db: &Database, number: i64) -> Result<Option<Moment>> {
    let found = db.read("select at from journal where position = $1").bind(number).opt::<(i64,)>().await?;
    Ok(found.map(|(at,)| Moment::from_micros(at)))
}

/// Forgets entries older than [`KEEP_DAYS`] before `now`, at most `limit` at once.
pub(crate) async fn forget(tx: &mut Tx, now: Moment, limit: i64) -> Result<u64> {
    let before = now.plus_seconds(-KEEP_DAYS * 86_400);
    tx.q("delete from journal where position in (select position from journal where at < $1 order by position limit $2)")
        .bind(before.micros())
        .bind(limit)
        .run()
        .await
}

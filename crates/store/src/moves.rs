//! A section's way under another parent: the lists above it are built anew in portions
//! beside the served ones, then exchanged in one step. Killed anywhere, the next step
//! goes on behind the cursor.

use std::time::{Duration, Instant};

use domain::{Actor, EditionCode, Moment, SectionId, Tag};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    bulk::{Insert, insert},
    change::{Card, Changes},
    database::{Store, Tx, WriteTx},
    error::Result,
    frame::SectionMove,
    journal::{Event, Position},
    lease::Lease,
    lists::{BUILDING, ListKey, SERVED},
    row::from_json,
};

/// What a step of a move did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveStep {
    /// There is nothing to move.
    Idle,
    /// A portion was done; there is more.
    More,
    /// The new lists are whole and served from this position on.
    Done(Position),
}

/// Rows read at once; a portion takes as many of these as fit its time.
const BATCH: i64 = 256;

pub(crate) async fn start(
    tx: &mut Tx,
    section: SectionId,
    parent: Option<SectionId>,
    lists: &[SectionId],
    actor: &Actor,
) -> Result<()> {
    tx.q("insert into section_move (one, section, new_parent, actor, edition) values (1, $1, $2, $3, $4)")
        .bind(section.uuid())
        .bind(parent.map(|p| p.uuid()))
        .bind(Json(actor.clone()))
        .bind("")
        .run()
        .await?;
    for list in lists {
        tx.q("insert into list (edition, kind, subject, state) select code, 'section', $1, $2 from edition")
            .bind(list.uuid())
            .bind(BUILDING)
            .run()
            .await?;
    }
    Ok(())
}

impl Store {
    /// Does one portion of the move that is under way, holding the write for `budget` at
    /// most plus one batch.
    ///
    /// # Errors
    /// [`crate::StoreError::LeaseLost`] when `lease` went to another; nothing is then written.
    pub async fn step_move(&self, lease: &Lease, now: Moment, budget: Duration) -> Result<MoveStep> {
        if self.snapshot_moving().await?.is_none() {
            return self.sweep(lease, budget).await;
        }
        let mut tx = self.begin_frame().await?;
        tx.check_lease(lease).await?;
        let Some(moving) = tx.frame().moving.clone() else {
            return Ok(MoveStep::Idle);
        };
        let began = Instant::now();
        while began.elapsed() < budget {
            if !build_batch(&mut tx, &moving).await? {
                let position = exchange(tx, &moving, now).await?;
                self.settle(position).await?;
                return Ok(MoveStep::Done(position));
            }
        }
        tx.commit(&Changes::default(), now, &moving.actor).await?;
        Ok(MoveStep::More)
    }

    /// Whether a section is on its way, or old lists are to be removed.
    pub async fn has_move(&self) -> Result<bool> {
        let found = self
            .database()
            .read("select exists (select 1 from section_move) or exists (select 1 from list where state < 0)")
            .one::<(bool,)>();
        Ok(found.await?.0)
    }

    async fn snapshot_moving(&self) -> Result<Option<SectionMove>> {
        let snapshot = self.snapshot().await?;
        let moving = snapshot.frame().moving.clone();
        snapshot.close().await?;
        Ok(moving)
    }

    /// Removes rows of lists that are served no more.
    async fn sweep(&self, lease: &Lease, budget: Duration) -> Result<MoveStep> {
        let dying = "select no from list where state < 0 order by no limit 1";
        if self.database().read(dying).opt::<(i64,)>().await?.is_none() {
            return Ok(MoveStep::Idle);
        }
        let mut tx = self.begin().await?;
        tx.check_lease(lease).await?;
        let began = Instant::now();
        while began.elapsed() < budget {
            let Some((no,)) = tx.tx.q(dying).opt::<(i64,)>().await? else { break };
            let removed = tx
                .tx
                .q("delete from listing where list = $1 and (moment, branch) in \
                    (select moment, branch from listing where list = $1 limit $2)")
                .bind(no)
                .bind(BATCH)
                .run()
                .await?;
            if removed == 0 {
                tx.tx.q("delete from list where no = $1").bind(no).run().await?;
            }
        }
        tx.finish().await?;
        Ok(MoveStep::More)
    }
}

/// Puts the next articles of the present edition into the lists being built, or goes on
/// to the next edition. False when the last edition is done.
async fn build_batch(tx: &mut WriteTx, moving: &SectionMove) -> Result<bool> {
    let (edition, moment, branch) = tx
        .tx
        .q("select edition, moment, branch from section_move")
        .one::<(String, Option<i64>, Option<Uuid>)>()
        .await?;
    let rows = tx
        .tx
        .q("select l.moment, l.branch, l.live_until, c.words from listing l join card c on c.branch = l.branch \
            where l.list = (select n.no from list n where n.edition = $1 and n.kind = 'edition' and n.subject = $6 \
            and n.state = $2) and (l.moment, l.branch) > ($3, $4) order by l.moment, l.branch limit $5")
        .bind(edition.clone())
        .bind(SERVED)
        .bind(moment.unwrap_or(i64::MIN))
        .bind(branch.unwrap_or_default())
        .bind(BATCH)
        .bind(ListKey::Edition.subject())
        .all::<(i64, Uuid, Option<i64>, String)>()
        .await?;
    let Some((moment, branch)) = rows.last().map(|row| (row.0, row.1)) else {
        return next_edition(tx, &edition).await;
    };
    let numbers = tx
        .tx
        .q("select subject, no from list where edition = $1 and kind = 'section' and state = $2")
        .bind(edition)
        .bind(BUILDING)
        .all::<(Uuid, i64)>()
        .await?;
    let mut entering = Vec::new();
    for (moment, branch, live_until, words) in &rows {
        let card: Card = from_json("card", words)?;
        for (section, building) in tx.frame().section_lists(&card.sections) {
            let number = numbers.iter().find(|(subject, _)| *subject == section.uuid());
            if let (true, Some((_, no))) = (building, number) {
                entering.push((*no, *moment, *branch, *live_until));
            }
        }
    }
    let enter = Insert {
        into: "listing (list, moment, branch, live_until)",
        width: 4,
        tail: "on conflict (list, moment, branch) do nothing",
    };
    insert(&mut tx.tx, &enter, &entering, |q, (no, moment, branch, live_until)| {
        q.push(*no);
        q.push(*moment);
        q.push(*branch);
        q.push(*live_until);
    })
    .await?;
    tx.tx
        .q("update section_move set moment = $1, branch = $2 where section = $3")
        .bind(moment)
        .bind(branch)
        .bind(moving.section.uuid())
        .run()
        .await?;
    Ok(true)
}

async fn next_edition(tx: &mut WriteTx, done: &str) -> Result<bool> {
    let next = tx
        .tx
        .q("select code from edition where code > $1 order by code limit 1")
        .bind(done.to_owned())
        .opt::<(String,)>()
        .await?;
    let Some((next,)) = next else { return Ok(false) };
    tx.tx.q("update section_move set edition = $1, moment = null, branch = null").bind(next).run().await?;
    Ok(true)
}

/// Serves the new lists and the new tree, and leaves the old lists to the sweep.
async fn exchange(mut tx: WriteTx, moving: &SectionMove, now: Moment) -> Result<Position> {
    let changed = tx.frame().sections.lists_changed_by_move(moving.section, moving.parent);
    for section in &changed {
        for sql in [
            "update list set state = -no where kind = 'section' and subject = $1 and state = 0",
            "update list set state = 0 where kind = 'section' and subject = $1 and state = 1",
        ] {
            tx.tx.q(sql).bind(section.uuid()).run().await?;
        }
    }
    tx.tx
        .q("update section set parent = $1 where id = $2")
        .bind(moving.parent.map(|p| p.uuid()))
        .bind(moving.section.uuid())
        .run()
        .await?;
    tx.tx.q("delete from section_move").run().await?;
    tx.tx.q("update frame set version = version + 1 where one = 1").run().await?;
    let editions: Vec<EditionCode> = tx.frame().editions.iter().map(|e| e.code.clone()).collect();
    let mut tags = vec![Tag::Section(moving.section), Tag::Portal];
    for section in changed {
        tags.extend(editions.iter().map(|e| Tag::SectionList(e.clone(), section)));
    }
    let changes = Changes { events: vec![Event::new("section.moved", tags)], ..Changes::default() };
    tx.commit(&changes, now, &moving.actor).await
}

//! Writes [`Changes`] table by table, many rows to a statement. The order follows the
//! foreign keys.

use domain::Publication;
use sqlx::types::Json;

use crate::{
    archive, archive_links, archive_pictures, assets,
    bulk::{Insert, insert},
    change::{AddressChange, AddressSpace, BranchState, Changes, CopyChange, ListingRow},
    database::Tx,
    error::Result,
    lists::{self, BUILDING, ListName, Numbers, SERVED},
    registers,
    row::{name_of, to_json},
};

/// Writes everything but the events.
pub(crate) async fn apply(tx: &mut Tx, changes: &Changes) -> Result<()> {
    registers::write_frame(tx, &changes.frame).await?;
    registers::write_topics(tx, &changes.topics).await?;
    registers::write_persons(tx, &changes.persons).await?;
    registers::write_sources(tx, &changes.sources).await?;
    assets::write_assets(tx, &changes.assets).await?;
    let stories = Insert { into: "story (id)", width: 1, tail: "on conflict (id) do nothing" };
    insert(tx, &stories, &changes.stories, |q, story| q.push(story.uuid())).await?;
    write_addresses(tx, &changes.addresses).await?;
    write_branches(tx, &changes.branches).await?;
    write_revisions(tx, changes).await?;
    write_copies(tx, changes).await?;
    write_lists(tx, changes).await?;
    write_agenda(tx, changes).await?;
    archive::write_redirects(tx, &changes.redirects).await?;
    archive::write_origins(tx, &changes.origins).await?;
    archive::write_files(tx, &changes.archive_files).await?;
    archive::write_facts(tx, &changes.archive_facts).await?;
    archive_pictures::write_pictures(tx, &changes.archive_pictures).await?;
    archive_pictures::write_states(tx, &changes.picture_states).await?;
    archive_pictures::write_asked_again(tx, &changes.pictures_again).await?;
    archive_links::write_open_links(tx, &changes.open_links).await?;
    for story in &changes.emptied_stories {
        tx.q("delete from story where id = $1 and not exists (select 1 from branch b where b.story = story.id)")
            .bind(story.uuid())
            .run()
            .await?;
    }
    Ok(())
}

async fn write_branches(tx: &mut Tx, branches: &[BranchState]) -> Result<()> {
    let upsert = Insert {
        into: "branch (id, story, edition, space, slug, began_by, publication, live_revision, withdrawal, due_revision, \
               due_moment, due_typed, due_by, work_base, work_stage, work_version, embargo, expires, first_published, \
               updated, modified)",
        width: 21,
        tail: "on conflict (id) do update set story = excluded.story, slug = excluded.slug, \
               publication = excluded.publication, live_revision = excluded.live_revision, \
               withdrawal = excluded.withdrawal, due_revision = excluded.due_revision, \
               due_moment = excluded.due_moment, due_typed = excluded.due_typed, due_by = excluded.due_by, \
               work_base = excluded.work_base, work_stage = excluded.work_stage, \
               work_version = excluded.work_version, embargo = excluded.embargo, expires = excluded.expires, \
               first_published = excluded.first_published, updated = excluded.updated, modified = excluded.modified",
    };
    insert(tx, &upsert, branches, |q, state| {
        let BranchState { branch, began_by, due_by } = state;
        let (publication, live, withdrawal) = match branch.publication {
            Publication::Never => ("never", None, None),
            Publication::Live(revision) => ("live", Some(revision.uuid()), None),
            Publication::Withdrawn(reason) => ("withdrawn", None, Some(name_of(reason))),
        };
        q.push(branch.id.uuid());
        q.push(branch.story.uuid());
        q.push(branch.edition.as_str().to_owned());
        q.push(branch.space.as_str());
        q.push(branch.slug.as_str().to_owned());
        q.push(Json(began_by.clone()));
        q.push(publication);
        q.push(live);
        q.push(withdrawal);
        q.push(branch.due.as_ref().map(|d| d.revision.uuid()));
        q.push(branch.due.as_ref().map(|d| d.moment.micros()));
        q.push(branch.due.as_ref().and_then(|d| d.typed.clone()).map(Json));
        q.push(due_by.clone().map(Json));
        q.push(branch.work.and_then(|w| w.base).map(|r| r.uuid()));
        q.push(branch.work.map(|w| name_of(w.stage)));
        q.push(branch.work.map(|w| w.version));
        q.push(branch.embargo.map(|m| m.micros()));
        q.push(branch.expires.map(|m| m.micros()));
        q.push(branch.first_published.map(|m| m.micros()));
        q.push(branch.updated.map(|m| m.micros()));
        q.push(branch.modified.map(|m| m.micros()));
    })
    .await
}

async fn write_revisions(tx: &mut Tx, changes: &Changes) -> Result<()> {
    let mut rows = Vec::with_capacity(changes.revisions.len());
    for revision in &changes.revisions {
        rows.push((revision, to_json("revision", &revision.content)?));
    }
    let append = Insert {
        into: "revision (id, branch, number, at, actor, milestone, base, content)",
        width: 8,
        tail: "",
    };
    insert(tx, &append, &rows, |q, (revision, content)| {
        q.push(revision.id.uuid());
        q.push(revision.branch.uuid());
        q.push(revision.number);
        q.push(revision.at.micros());
        q.push(Json(revision.actor.clone()));
        q.push(name_of(revision.milestone));
        q.push(revision.base.map(|r| r.uuid()));
        q.push(content.clone());
    })
    .await?;
    let shown = changes.revisions.iter().flat_map(|revision| {
        let lead = revision.content.lead_picture;
        let mut shown: Vec<_> = lead.into_iter().chain(revision.content.body.assets()).collect();
        shown.sort_unstable();
        shown.dedup();
        shown.into_iter().map(|asset| (asset, revision.id))
    });
    let uses = Insert { into: "asset_use (asset, revision)", width: 2, tail: "" };
    insert(tx, &uses, &shown.collect::<Vec<_>>(), |q, (asset, revision)| {
        q.push(asset.uuid());
        q.push(revision.uuid());
    })
    .await?;
    let corrections =
        Insert { into: "correction (id, branch, edition, at, revision, note)", width: 6, tail: "" };
    insert(tx, &corrections, &changes.corrections, |q, it| {
        q.push(it.id.uuid());
        q.push(it.branch.uuid());
        q.push(it.edition.as_str().to_owned());
        q.push(it.at.micros());
        q.push(it.revision.uuid());
        q.push(it.note.clone());
    })
    .await
}

async fn write_copies(tx: &mut Tx, changes: &Changes) -> Result<()> {
    for change in &changes.copies {
        match change {
            CopyChange::End(branch) => {
                tx.q("delete from working_copy where branch = $1 and version <= \
                      (select max(version) from working_copy where branch = $1) - $2")
                    .bind(branch.uuid())
                    .bind(KEPT_AFTER_WORK)
                    .run()
                    .await?;
            }
            CopyChange::Put { branch, version, at, actor, content } => {
                tx.q("insert into working_copy (branch, version, at, actor, content) values ($1, $2, $3, $4, $5)")
                    .bind(branch.uuid())
                    .bind(*version)
                    .bind(at.micros())
                    .bind(Json(actor.clone()))
                    .bind(to_json("working copy", content)?)
                    .run()
                    .await?;
                tx.q("delete from working_copy where branch = $1 and version <= $2")
                    .bind(branch.uuid())
                    .bind(version - KEPT_VERSIONS)
                    .run()
                    .await?;
            }
        }
    }
    for side in &changes.side_copies {
        tx.q("insert into side_copy (id, branch, at, actor, content) values ($1, $2, $3, $4, $5)")
            .bind(side.id)
            .bind(side.branch.uuid())
            .bind(side.at.micros())
            .bind(Json(side.actor.clone()))
            .bind(to_json("side copy", &side.content)?)
            .run()
            .await?;
    }
    Ok(())
}

/// Versions of a working copy that are kept as bases for merging; a save on an older one
/// becomes a side copy whole.
const KEPT_VERSIONS: i64 = 200;

/// Versions that are kept when the work ends: whoever still types then is merged too.
const KEPT_AFTER_WORK: i64 = 20;

async fn write_lists(tx: &mut Tx, changes: &Changes) -> Result<()> {
    for row in &changes.unlisted {
        tx.q("delete from listing where moment = $4 and branch = $5 and list = \
              (select no from list where edition = $1 and kind = $2 and subject = $3 and state = $6)")
            .bind(row.list.edition.as_str())
            .bind(row.list.key.kind())
            .bind(row.list.key.subject())
            .bind(row.moment.micros())
            .bind(row.branch.uuid())
            .bind(if row.building { BUILDING } else { SERVED })
            .run()
            .await?;
    }
    write_cards(tx, changes).await?;
    if changes.listed.is_empty() {
        return Ok(());
    }
    let numbers = list_numbers(tx, changes).await?;
    let number_of = |row: &ListingRow| numbers.get(&(&row.list, row.building)).copied();
    let rows: Vec<_> = changes.listed.iter().filter_map(|row| number_of(row).map(|no| (no, row))).collect();
    let enter = Insert {
        into: "listing (list, moment, branch, live_until)",
        width: 4,
        tail: "on conflict (list, moment, branch) do update set live_until = excluded.live_until",
    };
    insert(tx, &enter, &rows, |q, (no, row)| {
        q.push(*no);
        q.push(row.moment.micros());
        q.push(row.branch.uuid());
        q.push(row.live_until.map(|m| m.micros()));
    })
    .await
}

async fn write_cards(tx: &mut Tx, changes: &Changes) -> Result<()> {
    let mut cards = Vec::with_capacity(changes.cards.len());
    for (branch, card) in &changes.cards {
        match card {
            Some(card) => cards.push((branch.uuid(), to_json("card", card)?)),
            None => {
                tx.q("delete from card where branch = $1").bind(branch.uuid()).run().await?;
            }
        }
    }
    let upsert = Insert {
        into: "card (branch, words)",
        width: 2,
        tail: "on conflict (branch) do update set words = excluded.words",
    };
    insert(tx, &upsert, &cards, |q, (branch, words)| {
        q.push(*branch);
        q.push(words.clone());
    })
    .await
}

/// The numbers of the lists that rows enter. A served list that has none yet is made; one
/// that is being built exists while its section's move lasts.
async fn list_numbers<'c>(tx: &mut Tx, changes: &'c Changes) -> Result<Numbers<'c>> {
    let mut names: Vec<_> = changes.listed.iter().map(|row| (&row.list, row.building)).collect();
    names.sort_unstable_by_key(|(name, building)| (*building, *name));
    names.dedup();
    let mut numbers = lists::numbers(tx, &names).await?;
    let missing = |name: &(&ListName, bool)| !name.1 && !numbers.contains_key(name);
    let missing: Vec<_> = names.into_iter().filter(missing).collect();
    let make = Insert {
        into: "list (edition, kind, subject, state)",
        width: 4,
        tail: "on conflict (edition, kind, subject, state) do nothing",
    };
    insert(tx, &make, &missing, |q, (name, _)| {
        q.push(name.edition.as_str().to_owned());
        q.push(name.key.kind());
        q.push(name.key.subject());
        q.push(SERVED);
    })
    .await?;
    numbers.extend(lists::numbers(tx, &missing).await?);
    Ok(numbers)
}

async fn write_addresses(tx: &mut Tx, addresses: &[AddressChange]) -> Result<()> {
    let (mut fresh, mut former) = (Vec::new(), Vec::new());
    for address in addresses {
        match address {
            AddressChange::Former { space, edition, slug, target } => {
                former.push((space, edition, slug, target));
            }
            AddressChange::Claim { space, edition, slug, target, public, first: true } => {
                fresh.push((space, edition, slug, target, public));
            }
            AddressChange::Claim { space, edition, slug, target, public, first: false } => {
                tx.q("update address set is_current = $4 where space = $1 and edition = $2 and target = $3 and is_current = $5")
                    .bind(space.as_str())
                    .bind(edition_text(edition.as_ref()))
                    .bind(*target)
                    .bind(false)
                    .bind(true)
                    .run()
                    .await?;
                fresh.push((space, edition, slug, target, public));
            }
            AddressChange::Publish(target) => {
                tx.q("update address set was_public = $2 where target = $1 and is_current = $2")
                    .bind(*target)
                    .bind(true)
                    .run()
                    .await?;
            }
            AddressChange::Release(target) => {
                tx.q("delete from address where target = $1 and is_current = $2 and was_public = $2")
                    .bind(*target)
                    .bind(false)
                    .run()
                    .await?;
            }
        }
    }
    // Going back to an own former slug makes that row the present one again; another's
    // row is a unique violation, told as a taken slug.
    let claim = Insert {
        into: "address (space, edition, slug, target, is_current, was_public)",
        width: 6,
        tail: "on conflict (space, edition, slug) do update set is_current = excluded.is_current, \
               target = case when address.target = excluded.target then excluded.target else null end",
    };
    insert(tx, &claim, &fresh, |q, (space, edition, slug, target, public)| {
        q.push(space.as_str());
        q.push(edition_text(edition.as_ref()));
        q.push(slug.as_str().to_owned());
        q.push(**target);
        q.push(true);
        q.push(**public);
    })
    .await?;
    write_former(tx, &former).await
}

/// Where a target is looked for but does not lie: what lies there already stays.
async fn write_former(tx: &mut Tx, former: &[Former<'_>]) -> Result<()> {
    let keep = Insert {
        into: "address (space, edition, slug, target, is_current, was_public)",
        width: 6,
        tail: "on conflict (space, edition, slug) do nothing",
    };
    insert(tx, &keep, former, |q, (space, edition, slug, target)| {
        q.push(space.as_str());
        q.push(edition_text(edition.as_ref()));
        q.push(slug.as_str().to_owned());
        q.push(**target);
        q.push(false);
        q.push(true);
    })
    .await
}

/// Space, edition, slug and target of a former address.
type Former<'c> =
    (&'c AddressSpace, &'c Option<domain::EditionCode>, &'c domain::Slug, &'c sqlx::types::Uuid);

fn edition_text(edition: Option<&domain::EditionCode>) -> String {
    edition.map(|e| e.as_str().to_owned()).unwrap_or_default()
}

async fn write_agenda(tx: &mut Tx, changes: &Changes) -> Result<()> {
    for row in &changes.agenda {
        match &row.due {
            None => {
                tx.q("delete from agenda where kind = $1 and branch = $2")
                    .bind(row.kind.as_str())
                    .bind(row.branch.uuid())
                    .run()
                    .await?;
            }
            Some((due, actor)) => {
                tx.q("insert into agenda (kind, branch, due, actor) values ($1, $2, $3, $4) \
                      on conflict (kind, branch) do update set due = excluded.due, actor = excluded.actor, parked = null")
                    .bind(row.kind.as_str())
                    .bind(row.branch.uuid())
                    .bind(due.micros())
                    .bind(Json(actor.clone()))
                    .run()
                    .await?;
            }
        }
    }
    Ok(())
}

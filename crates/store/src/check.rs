//! `masthead check`: every invariant of the store that the schema does not hold by itself.

use crate::{
    database::{Store, Tx},
    error::Result,
    row::from_json,
};

/// Something that should not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which invariant is broken.
    pub invariant: &'static str,
    /// By what.
    pub subject: String,
}

/// An invariant and the query that finds what breaks it; the first column names the culprit.
const INVARIANTS: &[(&str, &str)] = &[
    (
        "a live branch shows a revision of its own",
        "select cast(b.slug as text) from branch b where b.publication = 'live' and not exists \
         (select 1 from revision r where r.id = b.live_revision and r.branch = b.id)",
    ),
    (
        "a scheduled revision is the branch's own",
        "select cast(b.slug as text) from branch b where b.due_revision is not null and not exists \
         (select 1 from revision r where r.id = b.due_revision and r.branch = b.id)",
    ),
    (
        "a branch's version is its working copy's newest",
        "select cast(b.slug as text) from branch b where b.work_version is not null and b.work_version <> \
         (select coalesce(max(w.version), 0) from working_copy w where w.branch = b.id)",
    ),
    (
        "a live branch has its card, and no other has one",
        "select cast(b.slug as text) from branch b where (b.publication = 'live') <> exists \
         (select 1 from card c where c.branch = b.id)",
    ),
    (
        "a live article stands in its edition's list at its moment, until its expiry",
        "select cast(b.slug as text) from branch b where b.publication = 'live' and b.space = 'post' and not exists \
         (select 1 from list n join listing l on l.list = n.no where n.edition = b.edition and n.kind = 'edition' \
          and n.state = 0 and l.moment = b.first_published and l.branch = b.id \
          and coalesce(l.live_until, -1) = coalesce(b.expires, -1))",
    ),
    (
        "only live articles stand in served lists",
        "select cast(n.kind as text) from listing l join list n on n.no = l.list where n.state >= 0 and not exists \
         (select 1 from branch b where b.id = l.branch and b.publication = 'live' and b.edition = n.edition \
          and b.first_published = l.moment)",
    ),
    (
        "a list of sources names a source",
        "select cast(n.edition as text) from list n where n.kind = 'source' and not exists \
         (select 1 from source s where s.id = n.subject)",
    ),
    (
        "a source has exactly one present address, its slug",
        "select cast(s.slug as text) from source s where 1 <> (select count(*) from address a where a.target = s.id \
         and a.space = 'source' and a.is_current and a.slug = s.slug)",
    ),
    (
        "a person has exactly one present address, the slug",
        "select cast(p.slug as text) from person p where 1 <> (select count(*) from address a where a.target = p.id \
         and a.space = 'person' and a.is_current and a.slug = p.slug)",
    ),
    (
        "a correction stands in the log of its branch's edition",
        "select cast(b.slug as text) from correction k join branch b on b.id = k.branch where k.edition <> b.edition",
    ),
    (
        "a branch has exactly one present address, its slug",
        "select cast(b.slug as text) from branch b where 1 <> (select count(*) from address a where a.target = b.id \
         and a.space = b.space and a.edition = b.edition and a.is_current and a.slug = b.slug)",
    ),
    (
        "an address that readers could see is marked so",
        "select cast(b.slug as text) from branch b join address a on a.target = b.id and a.is_current \
         where b.first_published is not null and not a.was_public",
    ),
    (
        "what is due stands in the agenda",
        "select cast(b.slug as text) from branch b where b.due_revision is not null and not exists \
         (select 1 from agenda g where g.branch = b.id and g.kind = 'publish')",
    ),
    (
        "what will expire stands in the agenda",
        "select cast(b.slug as text) from branch b where b.publication = 'live' and b.expires is not null and not exists \
         (select 1 from agenda g where g.branch = b.id and g.kind = 'expire' and g.due = b.expires)",
    ),
    (
        "revisions are numbered without gaps",
        "select cast(b.slug as text) from branch b join revision r on r.branch = b.id group by b.id, b.slug \
         having max(r.number) <> count(*)",
    ),
    (
        "every story has a branch",
        "select cast('a story' as text) from story s where not exists (select 1 from branch b where b.story = s.id)",
    ),
    (
        "an imported thing exists",
        "select cast(o.foreign_id as text) from origin o where o.kind = 'post' and not exists \
         (select 1 from branch b where b.id = o.ours)",
    ),
    (
        "a picture of an archive that is called here is an asset",
        "select cast(p.address as text) from archive_picture p where p.state = 'here' and not exists \
         (select 1 from asset a where a.id = p.asset)",
    ),
    (
        "journal positions are without gaps",
        "select cast('the journal' as text) from journal_head h where (select count(*) from journal) <> \
         h.position - coalesce((select min(position) from journal), h.position + 1) + 1",
    ),
];

/// Checks every invariant in one snapshot; at most 20 findings of each.
pub async fn check(store: &Store) -> Result<Vec<Finding>> {
    let mut snapshot = store.snapshot().await?;
    let mut findings = Vec::new();
    for (invariant, sql) in INVARIANTS {
        let sql = format!("{sql} limit 20");
        let broken = snapshot.tx.built(sql).all::<(String,)>().await?;
        findings.extend(broken.into_iter().map(|(subject,)| Finding { invariant, subject }));
    }
    read_bodies(&mut snapshot.tx, &mut findings).await?;
    snapshot.close().await?;
    Ok(findings)
}

/// Reads every revision's text, a page at a time.
async fn read_bodies(tx: &mut Tx, findings: &mut Vec<Finding>) -> Result<()> {
    let mut after = sqlx::types::Uuid::nil();
    loop {
        let rows = tx
            .q("select id, content from revision where id > $1 order by id limit 200")
            .bind(after)
            .all::<(sqlx::types::Uuid, String)>()
            .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.0;
        for (id, content) in rows {
            if let Err(error) = from_json::<crate::Content>(&format!("revision {id}"), &content) {
                findings
                    .push(Finding { invariant: "every revision can be read", subject: error.to_string() });
            }
        }
    }
}

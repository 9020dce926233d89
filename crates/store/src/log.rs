//! The corrections log of an edition, read by key.

use domain::{BranchId, CorrectionId, EditionCode, Moment, Public, Sealed, Shown, Slug, Space};
use uuid::Uuid;

use crate::{
    change::Card,
    database::Snapshot,
    error::{Result, StoreError},
    read::slug_of,
    row::{self, from_json},
};

/// A correction with the article that it corrects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// When.
    pub at: Moment,
    /// What was wrong.
    pub note: String,
    /// The branch.
    pub branch: BranchId,
    /// The space of its address.
    pub space: Space,
    /// Its slug.
    pub slug: Slug,
    /// The headline of a slot.
    pub headline: String,
}

/// A page of the log.
#[derive(Debug)]
pub struct LogPage {
    /// What readers may see of it, newest first.
    pub entries: Vec<Shown<LogEntry, Public>>,
    /// The key behind which the next page begins; none on the last.
    pub next: Option<(Moment, CorrectionId)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    at: i64,
    note: String,
    branch: Uuid,
    space: String,
    slug: String,
    publication: String,
    live_revision: Option<Uuid>,
    withdrawal: Option<String>,
    embargo: Option<i64>,
    expires: Option<i64>,
    words: Option<String>,
}

const COLUMNS: &str = "select k.id, k.at, k.note, b.id as branch, b.space, b.slug, b.publication, b.live_revision, \
     b.withdrawal, b.embargo, b.expires, c.words from correction k join branch b on b.id = k.branch \
     left join card c on c.branch = b.id where k.edition = $1";

impl Snapshot {
    /// The page of an edition's corrections that begins behind `before`, or the first, as
    /// readers may see it at `at`; at most `limit` of them.
    pub async fn corrections_log(
        &mut self,
        edition: &EditionCode,
        before: Option<(Moment, CorrectionId)>,
        limit: i64,
        at: Moment,
    ) -> Result<LogPage> {
        let behind = if before.is_some() { " and (k.at, k.id) < ($3, $4)" } else { "" };
        let sql = format!("{COLUMNS}{behind} order by k.at desc, k.id desc limit $2");
        // One row more than is shown tells whether there is a next page.
        let mut q = self.tx.built(sql).bind(edition.as_str()).bind(limit + 1);
        if let Some((moment, id)) = before {
            q = q.bind(moment.micros()).bind(id.uuid());
        }
        let mut rows = q.all::<Row>().await?;
        let shown = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > shown;
        rows.truncate(shown);
        let next = rows.last().filter(|_| more);
        let next = next.map(|row| (Moment::from_micros(row.at), CorrectionId::new(row.id)));
        let open = self.frame().is_open(edition);
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            entries.extend(row.sealed(open)?.for_readers(at).ok());
        }
        Ok(LogPage { entries, next })
    }
}

impl Row {
    fn sealed(self, open: bool) -> Result<Sealed<LogEntry>> {
        let what = format!("correction {}", self.id);
        let columns = (self.publication, self.live_revision, self.withdrawal, self.embargo, self.expires);
        let facts = row::facts(open, &what, columns)?;
        let card = self.words.map(|words| from_json::<Card>(&what, &words)).transpose()?;
        let entry = LogEntry {
            at: Moment::from_micros(self.at),
            note: self.note,
            branch: BranchId::new(self.branch),
            space: Space::parse(&self.space).ok_or_else(|| StoreError::corrupt(&what, "space"))?,
            slug: slug_of(&what, &self.slug)?,
            headline: card.map(|card| card.headline).unwrap_or_default(),
        };
        Ok(Sealed::new(facts, entry))
    }
}

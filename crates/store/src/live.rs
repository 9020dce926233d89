//! Live revisions by their branches: what an index is made of, what excerpts are cut from,
//! and the cards of hits. Nothing of it is opened here.

use domain::{BranchId, EditionCode, Moment, Sealed};
use uuid::Uuid;

use crate::{
    change::Content,
    database::Snapshot,
    error::{Result, StoreError},
    lists::{self, CardRow},
    query::marks,
    row::{self, from_json},
};

/// The text that a branch shows to readers.
#[derive(Clone, Debug)]
pub struct LiveText {
    /// The branch.
    pub branch: BranchId,
    /// Its edition.
    pub edition: EditionCode,
    /// When it first went live.
    pub first_published: Moment,
    /// All of its live revision.
    pub content: Content,
}

#[derive(sqlx::FromRow)]
struct TextRow {
    id: Uuid,
    edition: String,
    first_published: i64,
    content: String,
    publication: String,
    live_revision: Option<Uuid>,
    withdrawal: Option<String>,
    embargo: Option<i64>,
    expires: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct HitRow {
    edition: String,
    #[sqlx(flatten)]
    row: lists::Row,
}

const TEXT: &str = "select b.id, b.edition, b.first_published, r.content, b.publication, b.live_revision, \
     b.withdrawal, b.embargo, b.expires from branch b join revision r on r.id = b.live_revision \
     where b.publication = 'live' and b.first_published is not null";

impl Snapshot {
    /// The texts of those of `branches` that are live, in no order.
    pub async fn live_texts(&mut self, branches: &[BranchId]) -> Result<Vec<Sealed<LiveText>>> {
        if branches.is_empty() {
            return Ok(Vec::new());
        }
        let mut q = self.tx.built(format!("{TEXT} and b.id in ({})", marks(1, branches.len())));
        branches.iter().for_each(|branch| q.push(branch.uuid()));
        let rows = q.all::<TextRow>().await?;
        rows.into_iter().map(|row| row.sealed(|code| self.frame().is_open(code))).collect()
    }

    /// At most `limit` texts of live branches behind `after`, in the order of their ids; and the
    /// id to go on from, if there may be more.
    pub async fn live_texts_after(
        &mut self,
        after: Option<BranchId>,
        limit: i64,
    ) -> Result<(Vec<Sealed<LiveText>>, Option<BranchId>)> {
        let rows = self
            .tx
            .built(format!("{TEXT} and b.id > $1 order by b.id limit $2"))
            .bind(after.map_or(Uuid::nil(), BranchId::uuid))
            .bind(limit)
            .all::<TextRow>()
            .await?;
        let full = i64::try_from(rows.len()).is_ok_and(|found| found == limit);
        let next = rows.last().filter(|_| full).map(|row| BranchId::new(row.id));
        let texts: Result<_> =
            rows.into_iter().map(|row| row.sealed(|code| self.frame().is_open(code))).collect();
        Ok((texts?, next))
    }

    /// The cards of those of `branches` that are live, in no order.
    pub async fn live_cards(&mut self, branches: &[BranchId]) -> Result<Vec<Sealed<CardRow>>> {
        if branches.is_empty() {
            return Ok(Vec::new());
        }
        let mut q = self.tx.built(format!(
            "select b.edition, b.id as branch, b.story, b.space, b.slug, b.first_published as moment, b.updated, \
             b.modified, c.words, \
             b.publication, b.live_revision, b.withdrawal, b.embargo, b.expires from branch b \
             join card c on c.branch = b.id \
             where b.publication = 'live' and b.first_published is not null and b.id in ({})",
            marks(1, branches.len())
        ));
        branches.iter().for_each(|branch| q.push(branch.uuid()));
        let hits = q.all::<HitRow>().await?;
        let sealed = |HitRow { edition, row }| {
            let edition = edition_of("card", &edition)?;
            let open = self.frame().is_open(&edition);
            row.sealed(&edition, open)
        };
        hits.into_iter().map(sealed).collect()
    }
}

impl TextRow {
    fn sealed(self, is_open: impl Fn(&EditionCode) -> bool) -> Result<Sealed<LiveText>> {
        let what = format!("branch {}", self.id);
        let edition = edition_of(&what, &self.edition)?;
        let columns = (self.publication, self.live_revision, self.withdrawal, self.embargo, self.expires);
        let facts = row::facts(is_open(&edition), &what, columns)?;
        let text = LiveText {
            branch: BranchId::new(self.id),
            edition,
            first_published: Moment::from_micros(self.first_published),
            content: from_json(&what, &self.content)?,
        };
        Ok(Sealed::new(facts, text))
    }
}

fn edition_of(what: &str, code: &str) -> Result<EditionCode> {
    EditionCode::parse(code).map_err(|e| StoreError::corrupt(what, e))
}

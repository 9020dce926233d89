//! What sitemaps ask for: the other languages of a whole range of articles in one
//! statement, and where the parts of a long range begin.

use domain::{BranchId, EditionCode, Moment, Public, Sealed, Shown, Slug, Space, StoryId};
use uuid::Uuid;

use crate::{
    database::Snapshot,
    error::{Result, StoreError},
    lists::{ListName, SERVED},
    row,
};

/// A branch of the story of another one, that one itself among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// Whose alternate it is.
    pub of: BranchId,
    /// The story of both.
    pub story: StoryId,
    /// The branch.
    pub branch: BranchId,
    /// Its edition.
    pub edition: EditionCode,
    /// The space of its address.
    pub space: Space,
    /// Its slug.
    pub slug: Slug,
}

#[derive(sqlx::FromRow)]
struct Row {
    of: Uuid,
    story: Uuid,
    id: Uuid,
    edition: String,
    space: String,
    slug: String,
    publication: String,
    live_revision: Option<Uuid>,
    withdrawal: Option<String>,
    embargo: Option<i64>,
    expires: Option<i64>,
}

const COLUMNS: &str = "select own.id as of, b.story, b.id, b.edition, b.space, b.slug, b.publication, \
     b.live_revision, b.withdrawal, b.embargo, b.expires";

impl Snapshot {
    /// The branches that readers may see at `at` of the stories of a list's rows from the key
    /// `first` to the key `last`, both included. In the order of the rows' branches, then of
    /// the editions.
    pub async fn alternates_of_list(
        &mut self,
        list: &ListName,
        first: (Moment, BranchId),
        last: (Moment, BranchId),
        at: Moment,
    ) -> Result<Vec<Shown<Alternate, Public>>> {
        let rows = self
            .tx
            .built(format!(
                "{COLUMNS} from listing l join branch own on own.id = l.branch join branch b on b.story = own.story \
                 where l.list = (select n.no from list n where n.edition = $1 and n.kind = $2 and n.subject = $3 \
                 and n.state = $4) and (l.moment, l.branch) >= ($5, $6) and (l.moment, l.branch) <= ($7, $8)"
            ))
            .bind(list.edition.as_str())
            .bind(list.key.kind())
            .bind(list.key.subject())
            .bind(SERVED)
            .bind(first.0.micros())
            .bind(first.1.uuid())
            .bind(last.0.micros())
            .bind(last.1.uuid())
            .all::<Row>()
            .await?;
        self.opened(rows, at)
    }

    /// The same for the standing pages of an edition whose slugs lie behind `after` and not
    /// behind `last`.
    pub async fn alternates_of_pages(
        &mut self,
        edition: &EditionCode,
        after: &str,
        last: &str,
        at: Moment,
    ) -> Result<Vec<Shown<Alternate, Public>>> {
        let rows = self
            .tx
            .built(format!(
                "{COLUMNS} from branch own join branch b on b.story = own.story where own.edition = $1 \
                 and own.space = 'page' and own.slug > $2 and own.slug <= $3"
            ))
            .bind(edition.as_str())
            .bind(after.to_owned())
            .bind(last.to_owned())
            .all::<Row>()
            .await?;
        self.opened(rows, at)
    }

    /// The key of the `rows`th row of a list after `after` and before the moment `until`,
    /// oldest first, if there is one more behind it. Reads the list's index alone.
    pub async fn list_hop(
        &mut self,
        list: &ListName,
        after: Option<(Moment, BranchId)>,
        until: Moment,
        rows: i64,
        at: Moment,
    ) -> Result<Option<(Moment, BranchId)>> {
        let (moment, branch) =
            after.map_or((Moment::MIN.micros() - 1, Uuid::nil()), |(m, b)| (m.micros(), b.uuid()));
        let found = self
            .tx
            .q("select moment, branch from listing where list = (select n.no from list n where n.edition = $1 \
                and n.kind = $2 and n.subject = $3 and n.state = $4) and (live_until is null or live_until > $5) \
                and (moment, branch) > ($6, $7) and moment < $8 order by moment, branch limit 2 offset $9")
            .bind(list.edition.as_str())
            .bind(list.key.kind())
            .bind(list.key.subject())
            .bind(SERVED)
            .bind(at.micros())
            .bind(moment)
            .bind(branch)
            .bind(until.micros())
            .bind(rows.max(1) - 1)
            .all::<(i64, Uuid)>()
            .await?;
        let more = found.len() > 1;
        let key = found.into_iter().next().filter(|_| more);
        Ok(key.map(|(moment, branch)| (Moment::from_micros(moment), BranchId::new(branch))))
    }

    fn opened(&self, rows: Vec<Row>, at: Moment) -> Result<Vec<Shown<Alternate, Public>>> {
        let frame = self.frame();
        let mut opened = Vec::with_capacity(rows.len());
        for row in rows {
            let sealed = row.sealed(|code| frame.is_open(code))?;
            opened.extend(sealed.for_readers(at).ok());
        }
        let place = |code: &EditionCode| frame.editions.iter().position(|e| e.code == *code);
        opened.sort_by_cached_key(|alternate| (alternate.of, place(&alternate.edition)));
        Ok(opened)
    }
}

impl Row {
    fn sealed(self, is_open: impl Fn(&EditionCode) -> bool) -> Result<Sealed<Alternate>> {
        let what = format!("branch {}", self.id);
        let edition = EditionCode::parse(&self.edition).map_err(|e| StoreError::corrupt(&what, e))?;
        let columns = (self.publication, self.live_revision, self.withdrawal, self.embargo, self.expires);
        let facts = row::facts(is_open(&edition), &what, columns)?;
        let alternate = Alternate {
            of: BranchId::new(self.of),
            story: StoryId::new(self.story),
            branch: BranchId::new(self.id),
            edition,
            space: Space::parse(&self.space).ok_or_else(|| StoreError::corrupt(&what, "space"))?,
            slug: Slug::parse(&self.slug).map_err(|e| StoreError::corrupt(&what, e))?,
        };
        Ok(Sealed::new(facts, alternate))
    }
}

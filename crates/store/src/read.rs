//! What a page shows of one article, read from one snapshot. Bodies come out only
//! through the eye.

use domain::{
    BranchId, EditionCode, Facts, Hidden, Moment, PersonId, Public, RevisionId, Sealed, Shown, Slug, Space,
    StoryId, TopicId,
};
use uuid::Uuid;

use crate::{
    archive::RedirectTo,
    change::{AddressSpace, Card, Content},
    database::Snapshot,
    error::{Result, StoreError},
    row::{self, from_json},
};

/// What lies at an address.
#[derive(Debug)]
pub enum Lookup<T> {
    /// It is here, and readers may see it.
    Here(T),
    /// Its present slug is another.
    Moved(Slug),
    /// Readers may not see it.
    Hidden(Hidden),
    /// Nothing ever lay here.
    Unknown,
}

/// An article as readers get it.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its branch.
    pub branch: BranchId,
    /// Its story.
    pub story: StoryId,
    /// Its edition.
    pub edition: EditionCode,
    /// The space of its address.
    pub space: Space,
    /// Its slug.
    pub slug: Slug,
    /// When it first went live.
    pub first_published: Moment,
    /// When an update or correction was last published.
    pub updated: Option<Moment>,
    /// When the live revision went live.
    pub modified: Moment,
    /// The live revision.
    pub revision: RevisionId,
    /// All of it.
    pub content: Content,
    /// The branches of its story that readers may see, itself among them, in the order of the
    /// editions.
    pub siblings: Vec<Shown<Sibling, Public>>,
}

/// A branch of the same story in some edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sibling {
    /// The branch.
    pub branch: BranchId,
    /// Its edition.
    pub edition: EditionCode,
    /// The space of its address.
    pub space: Space,
    /// Its slug.
    pub slug: Slug,
    /// The headline of a slot.
    pub headline: String,
    /// When it first went live.
    pub first_published: Option<Moment>,
    /// Words of its body, where they were counted.
    pub length: Option<i64>,
}

/// A correction as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When.
    pub at: Moment,
    /// What was wrong.
    pub note: String,
}

/// A branch of the story that lies at an address; the one at the address has its content.
#[derive(sqlx::FromRow)]
struct StoryRow {
    #[sqlx(flatten)]
    sibling: SiblingRow,
    is_here: bool,
    is_current: bool,
    story: Uuid,
    updated: Option<i64>,
    modified: Option<i64>,
    content: Option<String>,
}

#[derive(sqlx::FromRow)]
struct SiblingRow {
    id: Uuid,
    edition: String,
    space: String,
    slug: String,
    publication: String,
    live_revision: Option<Uuid>,
    withdrawal: Option<String>,
    embargo: Option<i64>,
    expires: Option<i64>,
    words: Option<String>,
    first_published: Option<i64>,
}

const SIBLING: &str = "b.id, b.edition, b.space, b.slug, b.publication, b.live_revision, b.withdrawal, b.embargo, \
     b.expires, c.words, b.first_published";

impl Snapshot {
    /// The article at an address of `edition`, if readers may see it at `at`.
    pub async fn article(
        &mut self,
        edition: &EditionCode,
        space: Space,
        slug: &str,
        at: Moment,
    ) -> Result<Lookup<Shown<Article, Public>>> {
        let rows = self
            .tx
            .built(format!(
                "select {SIBLING}, b.id = a.target as is_here, a.is_current, b.story, b.updated, \
                 b.modified, r.content from address a join branch t on t.id = a.target join branch b on b.story = t.story \
                 left join card c on c.branch = b.id \
                 left join revision r on r.id = b.live_revision and b.id = a.target \
                 where a.space = $1 and a.edition = $2 and a.slug = $3"
            ))
            .bind(space.as_str())
            .bind(edition.as_str())
            .bind(slug.to_owned())
            .all::<StoryRow>()
            .await?;
        let mut found = None;
        let mut siblings = Vec::with_capacity(rows.len());
        for row in rows {
            let (facts, sibling) = row.sibling.parts(|code| self.frame().is_open(code))?;
            siblings.extend(Sealed::new(facts, sibling).for_readers(at).ok());
            if row.is_here {
                found = Some((facts, row));
            }
        }
        let Some((facts, row)) = found else { return Ok(Lookup::Unknown) };
        if let Err(hidden) = facts.look(at) {
            return Ok(Lookup::Hidden(hidden));
        }
        let place = |code: &EditionCode| self.frame().editions.iter().position(|e| e.code == *code);
        siblings.sort_by_key(|sibling| place(&sibling.edition));
        let is_current = row.is_current;
        let article = row.article(edition, space, siblings)?;
        if !is_current {
            return Ok(Lookup::Moved(article.slug));
        }
        Ok(match Sealed::new(facts, article).for_readers(at) {
            Ok(shown) => Lookup::Here(shown),
            Err(hidden) => Lookup::Hidden(hidden),
        })
    }

    /// Standing pages of an edition that readers may see at `at`, by slug, those behind
    /// `after`; and the slug to go on from, if there may be more.
    pub async fn standing_pages(
        &mut self,
        edition: &EditionCode,
        after: &str,
        limit: i64,
        at: Moment,
    ) -> Result<(Vec<Shown<Sibling, Public>>, Option<String>)> {
        let rows = self
            .tx
            .built(format!(
                "select {SIBLING} from branch b left join card c on c.branch = b.id \
                 where b.edition = $1 and b.space = 'page' and b.slug > $2 order by b.slug limit $3"
            ))
            .bind(edition.as_str())
            .bind(after.to_owned())
            .bind(limit)
            .all::<SiblingRow>()
            .await?;
        let full = i64::try_from(rows.len()).is_ok_and(|found| found == limit);
        let next = rows.last().filter(|_| full).map(|row| row.slug.clone());
        let open = self.frame().is_open(edition);
        let mut pages = Vec::with_capacity(rows.len());
        for row in rows {
            pages.extend(row.sealed(|_| open)?.for_readers(at).ok());
        }
        Ok((pages, next))
    }

    /// The present address of a branch, or why readers may not see it at `at`.
    pub async fn branch_address(
        &mut self,
        branch: BranchId,
        at: Moment,
    ) -> Result<Option<Result<Shown<Sibling, Public>, Hidden>>> {
        let row = self
            .tx
            .built(format!(
                "select {SIBLING} from branch b left join card c on c.branch = b.id where b.id = $1"
            ))
            .bind(branch.uuid())
            .opt::<SiblingRow>()
            .await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(row.sealed(|code| self.frame().is_open(code))?.for_readers(at)))
    }

    /// The corrections printed on a branch, the newest first.
    pub async fn corrections(&mut self, branch: BranchId) -> Result<Vec<Correction>> {
        let rows = self
            .tx
            .q("select at, note from correction where branch = $1 order by at desc, id desc limit 100")
            .bind(branch.uuid())
            .all::<(i64, String)>()
            .await?;
        Ok(rows.into_iter().map(|(at, note)| Correction { at: Moment::from_micros(at), note }).collect())
    }

    /// Where an imported address leads. `path` is percent-decoded and without its final
    /// slash, `query` is what mattered of it or empty; a row of `host` goes before others.
    pub async fn redirect(&mut self, path: &str, query: &str, host: &str) -> Result<Option<RedirectTo>> {
        let found = self
            .tx
            .q("select kind, edition, target from redirect where path = $1 and query = $2 \
                order by case when host = $3 then 0 else 1 end, host limit 1")
            .bind(path.to_owned())
            .bind(query.to_owned())
            .bind(host.to_owned())
            .opt::<(String, String, Uuid)>()
            .await?;
        let Some((kind, edition, target)) = found else { return Ok(None) };
        let edition = EditionCode::parse(&edition).map_err(|e| StoreError::corrupt("redirect", e))?;
        match kind.as_str() {
            "branch" => Ok(Some(RedirectTo::Branch(edition, BranchId::new(target)))),
            "section" => Ok(Some(RedirectTo::Section(edition, domain::SectionId::new(target)))),
            "topic" => Ok(Some(RedirectTo::Topic(edition, TopicId::new(target)))),
            "person" => Ok(Some(RedirectTo::Person(edition, PersonId::new(target)))),
            "front" => Ok(Some(RedirectTo::Front(edition))),
            _ => Err(StoreError::corrupt("redirect", kind)),
        }
    }

    /// The id at an address that lies in no edition, and whether it is its present one.
    pub async fn portal_address(&mut self, space: AddressSpace, slug: &str) -> Result<Option<(Uuid, bool)>> {
        self.tx
            .q("select target, is_current from address where space = $1 and edition = $2 and slug = $3")
            .bind(space.as_str())
            .bind("")
            .bind(slug.to_owned())
            .opt()
            .await
    }
}

impl StoryRow {
    fn article(
        self,
        edition: &EditionCode,
        space: Space,
        siblings: Vec<Shown<Sibling, Public>>,
    ) -> Result<Article> {
        let branch = self.sibling;
        let what = format!("branch {}", branch.id);
        let missing = |column: &str| StoreError::corrupt(&what, format!("live without {column}"));
        let moment =
            |value: Option<i64>, column| value.map(Moment::from_micros).ok_or_else(|| missing(column));
        Ok(Article {
            branch: BranchId::new(branch.id),
            story: StoryId::new(self.story),
            edition: edition.clone(),
            space,
            slug: slug_of(&what, &branch.slug)?,
            first_published: moment(branch.first_published, "first_published")?,
            updated: self.updated.map(Moment::from_micros),
            modified: moment(self.modified, "modified")?,
            revision: branch.live_revision.map(RevisionId::new).ok_or_else(|| missing("a revision"))?,
            content: from_json(&what, &self.content.ok_or_else(|| missing("content"))?)?,
            siblings,
        })
    }
}

impl SiblingRow {
    fn sealed(&self, is_open: impl Fn(&EditionCode) -> bool) -> Result<Sealed<Sibling>> {
        let (facts, sibling) = self.parts(is_open)?;
        Ok(Sealed::new(facts, sibling))
    }

    fn parts(&self, is_open: impl Fn(&EditionCode) -> bool) -> Result<(Facts, Sibling)> {
        let what = format!("branch {}", self.id);
        let edition = EditionCode::parse(&self.edition).map_err(|e| StoreError::corrupt(&what, e))?;
        let columns = (
            self.publication.clone(),
            self.live_revision,
            self.withdrawal.clone(),
            self.embargo,
            self.expires,
        );
        let facts: Facts = row::facts(is_open(&edition), &what, columns)?;
        let card = self.words.as_ref().map(|words| from_json::<Card>(&what, words)).transpose()?;
        let (headline, length) = card.map(|card| (card.headline, card.length)).unwrap_or_default();
        let sibling = Sibling {
            branch: BranchId::new(self.id),
            edition,
            space: Space::parse(&self.space).ok_or_else(|| StoreError::corrupt(&what, "space"))?,
            slug: slug_of(&what, &self.slug)?,
            headline,
            first_published: self.first_published.map(Moment::from_micros),
            length,
        };
        Ok((facts, sibling))
    }
}

pub(crate) fn slug_of(what: &str, text: &str) -> Result<Slug> {
    Slug::parse(text).map_err(|e| StoreError::corrupt(what, e))
}

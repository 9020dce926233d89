//! Lists: every front, section, topic and author page is a range of one, read by key.
//! Rows exist while the branch is live; cards are what is shown of it.

use std::collections::BTreeMap;

use domain::{
    BranchId, EditionCode, Moment, PersonId, Sealed, SectionId, Slug, SourceId, Space, StoryId, TopicId,
};
use uuid::Uuid;

use crate::{
    bulk,
    change::Card,
    database::{Snapshot, Tx},
    error::{Result, StoreError},
    query::marks,
    row::{self, from_json},
};

/// State of a list that readers get.
pub(crate) const SERVED: i64 = 0;
/// State of a list that is being built beside the served one.
pub(crate) const BUILDING: i64 = 1;

/// Whose list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListKey {
    /// All articles of the edition.
    Edition,
    /// Those of a section and its subsections.
    Section(SectionId),
    /// Those on a topic.
    Topic(TopicId),
    /// Those of an author.
    Person(PersonId),
    /// Those that cite a source.
    Source(SourceId),
}

impl ListKey {
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::Edition => "edition",
            Self::Section(_) => "section",
            Self::Topic(_) => "topic",
            Self::Person(_) => "person",
            Self::Source(_) => "source",
        }
    }

    pub(crate) const fn subject(self) -> Uuid {
        match self {
            Self::Edition => Uuid::nil(),
            Self::Section(id) => id.uuid(),
            Self::Topic(id) => id.uuid(),
            Self::Person(id) => id.uuid(),
            Self::Source(id) => id.uuid(),
        }
    }
}

/// A list of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ListName {
    /// Which edition.
    pub edition: EditionCode,
    /// Whose list.
    pub key: ListKey,
}

/// Which part of a list: the newest rows, or those after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageOf {
    /// Rows older than this (moment, branch); none for the newest.
    pub before: Option<(Moment, BranchId)>,
    /// At most so many.
    pub limit: i64,
}

/// A card with what its address and its place need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// The branch.
    pub branch: BranchId,
    /// Its story.
    pub story: StoryId,
    /// Its edition.
    pub edition: EditionCode,
    /// The space of its address.
    pub space: Space,
    /// Its slug.
    pub slug: Slug,
    /// The first publication as shown: the moment of its place.
    pub moment: Moment,
    /// When an update or correction was last published.
    pub updated: Option<Moment>,
    /// When its live revision went live.
    pub modified: Moment,
    /// What is shown.
    pub card: Card,
}

/// The neighbours of a place in a list, and the list's newest rows.
#[derive(Debug, Default)]
pub struct Around {
    /// The next newer row.
    pub newer: Option<Sealed<CardRow>>,
    /// The next older row.
    pub older: Option<Sealed<CardRow>>,
    /// The newest rows, newest first.
    pub newest: Vec<Sealed<CardRow>>,
}

#[derive(sqlx::FromRow)]
struct PartRow {
    part: i64,
    #[sqlx(flatten)]
    row: Row,
}

/// A card with the columns that the eye asks for.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    branch: Uuid,
    story: Uuid,
    space: String,
    slug: String,
    moment: i64,
    updated: Option<i64>,
    modified: Option<i64>,
    words: String,
    publication: String,
    live_revision: Option<Uuid>,
    withdrawal: Option<String>,
    embargo: Option<i64>,
    expires: Option<i64>,
}

/// The list's number stands as one value, not as a join: PostgreSQL else reads the whole list and
/// sorts it for each page (law 9).
const COLUMNS: &str = "l.branch, b.story, b.space, b.slug, l.moment, b.updated, b.modified, c.words, \
     b.publication, b.live_revision, b.withdrawal, b.embargo, b.expires \
     from listing l join branch b on b.id = l.branch join card c on c.branch = l.branch \
     where l.list = (select n.no from list n where n.edition = $1 and n.kind = $2 and n.subject = $3 and n.state = $4) \
     and (l.live_until is null or l.live_until > $5)";

impl Snapshot {
    /// A page of a list, newest first. What the eye refuses at `at` is left out by the
    /// caller; the rows say the same as the eye at any moment.
    pub async fn list(&mut self, list: &ListName, page: PageOf, at: Moment) -> Result<Vec<Sealed<CardRow>>> {
        let open = self.frame().is_open(&list.edition);
        let head = " order by l.moment desc, l.branch desc limit $6";
        let after = " and (l.moment, l.branch) < ($7, $8) order by l.moment desc, l.branch desc limit $6";
        let mut q = self
            .tx
            .built(format!("select {COLUMNS}{}", if page.before.is_some() { after } else { head }))
            .bind(list.edition.as_str())
            .bind(list.key.kind())
            .bind(list.key.subject())
            .bind(SERVED)
            .bind(at.micros())
            .bind(page.limit);
        if let Some((moment, branch)) = page.before {
            q = q.bind(moment.micros()).bind(branch.uuid());
        }
        q.all::<Row>().await?.into_iter().map(|row| row.sealed(&list.edition, open)).collect()
    }

    /// The rows of a list around a key, and its `limit` newest, in one read.
    pub async fn around(
        &mut self,
        list: &ListName,
        key: (Moment, BranchId),
        limit: i64,
        at: Moment,
    ) -> Result<Around> {
        let open = self.frame().is_open(&list.edition);
        let rows = self
            .tx
            .built(format!(
                "select * from (select cast(0 as bigint) as part, {COLUMNS} order by l.moment desc, l.branch desc limit $6) \
                 as newest union all \
                 select * from (select cast(1 as bigint) as part, {COLUMNS} and (l.moment, l.branch) > ($7, $8) \
                 order by l.moment, l.branch limit 1) as newer union all \
                 select * from (select cast(2 as bigint) as part, {COLUMNS} and (l.moment, l.branch) < ($7, $8) \
                 order by l.moment desc, l.branch desc limit 1) as older"
            ))
            .bind(list.edition.as_str())
            .bind(list.key.kind())
            .bind(list.key.subject())
            .bind(SERVED)
            .bind(at.micros())
            .bind(limit)
            .bind(key.0.micros())
            .bind(key.1.uuid())
            .all::<PartRow>()
            .await?;
        let (newest, beside): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.part == 0);
        let mut newest: Vec<_> = newest.into_iter().map(|row| row.row).collect();
        newest.sort_unstable_by_key(|row| std::cmp::Reverse((row.moment, row.branch)));
        let mut around = Around::default();
        for PartRow { part, row } in beside {
            let sealed = Some(row.sealed(&list.edition, open)?);
            if part == 1 { around.newer = sealed } else { around.older = sealed }
        }
        let newest: Result<_> = newest.into_iter().map(|row| row.sealed(&list.edition, open)).collect();
        Ok(Around { newest: newest?, ..around })
    }

    /// A page of an edition's list from its oldest row, for sitemaps: rows after `after`.
    pub async fn list_from(
        &mut self,
        list: &ListName,
        after: Option<(Moment, BranchId)>,
        limit: i64,
        at: Moment,
    ) -> Result<Vec<Sealed<CardRow>>> {
        let open = self.frame().is_open(&list.edition);
        let (moment, branch) =
            after.map_or((Moment::MIN.micros() - 1, Uuid::nil()), |(m, b)| (m.micros(), b.uuid()));
        let rows = self
            .tx
            .built(format!(
                "select {COLUMNS} and (l.moment, l.branch) > ($6, $7) order by l.moment, l.branch limit $8"
            ))
            .bind(list.edition.as_str())
            .bind(list.key.kind())
            .bind(list.key.subject())
            .bind(SERVED)
            .bind(at.micros())
            .bind(moment)
            .bind(branch)
            .bind(limit)
            .all::<Row>()
            .await?;
        rows.into_iter().map(|row| row.sealed(&list.edition, open)).collect()
    }
}

/// Numbers of lists by their names, and by whether they are being built.
pub(crate) type Numbers<'c> = BTreeMap<(&'c ListName, bool), i64>;

/// The numbers of those of `names` that are there. A portion stands in hundreds of lists, so
/// they are asked for many at once: neighbours of one edition, kind and state.
pub(crate) async fn numbers<'c>(tx: &mut Tx, names: &[(&'c ListName, bool)]) -> Result<Numbers<'c>> {
    let mut numbers = Numbers::new();
    let alike = |(a, a_building): &(&ListName, bool), (b, b_building): &(&ListName, bool)| {
        a_building == b_building && a.edition == b.edition && a.key.kind() == b.key.kind()
    };
    for piece in names.chunk_by(alike).flat_map(bulk::pieces) {
        let Some((first, building)) = piece.first() else { continue };
        let mut q = tx
            .built(format!(
                "select subject, no from list where edition = $1 and kind = $2 and state = $3 and subject in ({})",
                marks(4, piece.len())
            ))
            .bind(first.edition.as_str().to_owned())
            .bind(first.key.kind())
            .bind(if *building { BUILDING } else { SERVED });
        piece.iter().for_each(|(name, _)| q.push(name.key.subject()));
        for (subject, no) in q.all::<(Uuid, i64)>().await? {
            let name = piece.iter().find(|(name, _)| name.key.subject() == subject);
            numbers.extend(name.map(|name| (*name, no)));
        }
    }
    Ok(numbers)
}

impl Row {
    pub(crate) fn sealed(self, edition: &EditionCode, open: bool) -> Result<Sealed<CardRow>> {
        let what = format!("card {}", self.branch);
        let columns = (self.publication, self.live_revision, self.withdrawal, self.embargo, self.expires);
        let facts = row::facts(open, &what, columns)?;
        let card: Card = from_json(&what, &self.words)?;
        let moment = Moment::from_micros(self.moment);
        let found = CardRow {
            branch: BranchId::new(self.branch),
            story: StoryId::new(self.story),
            edition: edition.clone(),
            space: Space::parse(&self.space).ok_or_else(|| StoreError::corrupt(&what, "space"))?,
            slug: Slug::parse(&self.slug).map_err(|e| StoreError::corrupt(&what, e))?,
            moment,
            updated: self.updated.map(Moment::from_micros),
            modified: self.modified.map_or(moment, Moment::from_micros),
            card,
        };
        Ok(Sealed::new(facts, found))
    }
}

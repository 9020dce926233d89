//! Names of persons, sources and topics as an edition shows them, and what lies at the
//! addresses of their pages.

use domain::{AssetId, EditionCode, LocaleTag, PersonId, Slug, SourceId, TopicId};
use uuid::Uuid;

use crate::{
    change::AddressSpace,
    database::Snapshot,
    error::{Result, StoreError},
    query::marks,
    read::slug_of,
};

/// A name as an edition shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<I> {
    /// Whose.
    pub id: I,
    /// The name.
    pub name: String,
    /// Its language where it is not the edition's.
    pub foreign: Option<LocaleTag>,
    /// The slug of its page.
    pub slug: Slug,
    /// Its home page, for sources.
    pub url: Option<String>,
    /// What they are to the paper, for persons.
    pub role: Option<String>,
    /// Their portrait, for persons.
    pub portrait: Option<AssetId>,
}

/// The names that a page shows, each kind in the order asked for.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Persons.
    pub persons: Vec<Named<PersonId>>,
    /// Sources.
    pub sources: Vec<Named<SourceId>>,
    /// Topics; those without words in the edition are left out.
    pub topics: Vec<Named<TopicId>>,
}

/// What lies at the address of a person's, source's or topic's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profiled<I> {
    /// Whose page it is, with its present slug.
    pub named: Named<I>,
    /// What the edition tells of it.
    pub about: Option<String>,
    /// Whether the address is its present one.
    pub is_current: bool,
}

const PERSONS: &str = "select cast(0 as bigint) as kind, p.id, n.name, p.name as original, p.locale, p.slug, \
     cast(null as text) as url, f.role, p.portrait from person p left join person_name n on n.person = p.id and n.edition = $1 \
     left join person_profile f on f.person = p.id and f.edition = $1 where p.id in ";
const SOURCES: &str = "select cast(1 as bigint) as kind, p.id, n.name, p.name as original, p.locale, p.slug, \
     p.home_url as url, cast(null as text) as role, cast(null as uuid) as portrait from source p \
     left join source_name n on n.source = p.id and n.edition = $1 where p.id in ";
const TOPICS: &str = "select cast(2 as bigint) as kind, topic as id, name, name as original, 'en' as locale, slug, \
     cast(null as text) as url, cast(null as text) as role, cast(null as uuid) as portrait from topic_words where edition = $1 and topic in ";

#[derive(sqlx::FromRow)]
struct NameRow {
    kind: i64,
    id: Uuid,
    name: Option<String>,
    original: String,
    locale: String,
    slug: String,
    url: Option<String>,
    role: Option<String>,
    portrait: Option<Uuid>,
}

#[derive(sqlx::FromRow)]
struct ProfileRow {
    #[sqlx(flatten)]
    name: NameRow,
    about: Option<String>,
    is_current: bool,
}

impl Snapshot {
    /// Names of persons, sources and topics as `edition` shows them, in one read.
    pub async fn names(
        &mut self,
        persons: &[PersonId],
        sources: &[SourceId],
        topics: &[TopicId],
        edition: &EditionCode,
    ) -> Result<Names> {
        let persons: Vec<_> = persons.iter().map(|id| id.uuid()).collect();
        let sources: Vec<_> = sources.iter().map(|id| id.uuid()).collect();
        let topics: Vec<_> = topics.iter().map(|id| id.uuid()).collect();
        let mut parts = Vec::new();
        let mut ids = Vec::new();
        for (select, of) in [(PERSONS, &persons), (SOURCES, &sources), (TOPICS, &topics)] {
            if !of.is_empty() {
                parts.push(format!("{select}({})", marks(2 + ids.len(), of.len())));
                ids.extend(of.iter().copied());
            }
        }
        if ids.is_empty() {
            return Ok(Names::default());
        }
        let mut q = self.tx.built(parts.join(" union all ")).bind(edition.as_str());
        ids.iter().for_each(|id| q.push(*id));
        let rows = q.all::<NameRow>().await?;
        Ok(Names {
            persons: named(&rows, 0, &persons, PersonId::new)?,
            sources: named(&rows, 1, &sources, SourceId::new)?,
            topics: named(&rows, 2, &topics, TopicId::new)?,
        })
    }

    /// Names of persons as `edition` shows them, in the order asked for.
    pub async fn persons(&mut self, ids: &[PersonId], edition: &EditionCode) -> Result<Vec<Named<PersonId>>> {
        Ok(self.names(ids, &[], &[], edition).await?.persons)
    }

    /// Names of sources as `edition` shows them, in the order asked for.
    pub async fn sources(&mut self, ids: &[SourceId], edition: &EditionCode) -> Result<Vec<Named<SourceId>>> {
        Ok(self.names(&[], ids, &[], edition).await?.sources)
    }

    /// Names of topics in `edition`; a topic without words there is left out.
    pub async fn topics(&mut self, ids: &[TopicId], edition: &EditionCode) -> Result<Vec<Named<TopicId>>> {
        Ok(self.names(&[], &[], ids, edition).await?.topics)
    }

    /// The person at an address, as `edition` shows them.
    pub async fn person_at(
        &mut self,
        edition: &EditionCode,
        slug: &str,
    ) -> Result<Option<Profiled<PersonId>>> {
        let sql = "select cast(0 as bigint) as kind, p.id, n.name, p.name as original, p.locale, p.slug, \
                   cast(null as text) as url, f.role, p.portrait, f.about, a.is_current from address a \
                   join person p on p.id = a.target left join person_name n on n.person = p.id and n.edition = $1 \
                   left join person_profile f on f.person = p.id and f.edition = $1 \
                   where a.space = $2 and a.edition = $3 and a.slug = $4";
        self.profiled(sql, edition, AddressSpace::Person, "", slug, PersonId::new).await
    }

    /// The source at an address, as `edition` shows it.
    pub async fn source_at(
        &mut self,
        edition: &EditionCode,
        slug: &str,
    ) -> Result<Option<Profiled<SourceId>>> {
        let sql = "select cast(1 as bigint) as kind, p.id, n.name, p.name as original, p.locale, p.slug, \
                   p.home_url as url, cast(null as text) as role, cast(null as uuid) as portrait, f.about, a.is_current from address a \
                   join source p on p.id = a.target left join source_name n on n.source = p.id and n.edition = $1 \
                   left join source_about f on f.source = p.id and f.edition = $1 \
                   where a.space = $2 and a.edition = $3 and a.slug = $4";
        self.profiled(sql, edition, AddressSpace::Source, "", slug, SourceId::new).await
    }

    /// The topic at an address of `edition`. None also where the edition has no words for
    /// the topic any more.
    pub async fn topic_at(&mut self, edition: &EditionCode, slug: &str) -> Result<Option<Profiled<TopicId>>> {
        let sql = "select cast(2 as bigint) as kind, w.topic as id, w.name, w.name as original, 'en' as locale, \
                   w.slug, cast(null as text) as url, cast(null as text) as role, cast(null as uuid) as portrait, cast(null as text) as about, \
                   a.is_current from address a join topic_words w on w.topic = a.target and w.edition = $1 \
                   where a.space = $2 and a.edition = $3 and a.slug = $4";
        self.profiled(sql, edition, AddressSpace::Topic, edition.as_str(), slug, TopicId::new).await
    }

    async fn profiled<I>(
        &mut self,
        sql: &'static str,
        edition: &EditionCode,
        space: AddressSpace,
        space_edition: &str,
        slug: &str,
        make: impl Fn(Uuid) -> I,
    ) -> Result<Option<Profiled<I>>> {
        let found = self
            .tx
            .q(sql)
            .bind(edition.as_str())
            .bind(space.as_str())
            .bind(space_edition.to_owned())
            .bind(slug.to_owned())
            .opt::<ProfileRow>()
            .await?;
        let Some(ProfileRow { name, about, is_current }) = found else { return Ok(None) };
        Ok(Some(Profiled { named: name.named(make)?, about, is_current }))
    }

    /// The editions that have words for a topic, with its slug there.
    pub async fn topic_slugs(&mut self, topic: TopicId) -> Result<Vec<(EditionCode, Slug)>> {
        let rows = self
            .tx
            .q("select edition, slug from topic_words where topic = $1 order by edition")
            .bind(topic.uuid())
            .all::<(String, String)>()
            .await?;
        rows.into_iter()
            .map(|(edition, slug)| {
                let edition = EditionCode::parse(&edition).map_err(|e| StoreError::corrupt("topic", e))?;
                Ok((edition, slug_of("topic", &slug)?))
            })
            .collect()
    }
}

impl NameRow {
    fn named<I>(&self, make: impl Fn(Uuid) -> I) -> Result<Named<I>> {
        let what = || format!("name {}", self.id);
        let foreign = match &self.name {
            Some(_) => None,
            None => Some(LocaleTag::parse(&self.locale).map_err(|e| StoreError::corrupt(what(), e))?),
        };
        Ok(Named {
            id: make(self.id),
            name: self.name.clone().unwrap_or_else(|| self.original.clone()),
            foreign,
            slug: slug_of("name", &self.slug)?,
            url: self.url.clone(),
            role: self.role.clone(),
            portrait: self.portrait.map(AssetId::new),
        })
    }
}

/// The rows of a kind in the order of `ids`.
fn named<I>(rows: &[NameRow], kind: i64, ids: &[Uuid], make: impl Fn(Uuid) -> I) -> Result<Vec<Named<I>>> {
    let mut found: Vec<_> = rows.iter().filter(|row| row.kind == kind).collect();
    found.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    found.into_iter().map(|row| row.named(&make)).collect()
}

//! What use cases read under locks before they decide. On PostgreSQL rows are locked for
//! update; on SQLite the transaction is the only writer.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    BranchId, EditionCode, Facts, Person, PersonId, RevisionId, Sealed, SectionId, Slug, Source, SourceId,
    StoryId, Topic, TopicId,
};
use uuid::Uuid;

use crate::{
    archive::Origin,
    change::{AddressSpace, BranchState, Card, Content},
    database::WriteTx,
    error::{Result, StoreError},
    query::{Engine, marks},
    row::{BRANCH_COLUMNS, BranchRow, from_json},
};

/// A text with its version: a working copy's or a revision's.
#[derive(Clone, Debug)]
pub struct Text {
    /// The working copy's version; 0 for a revision.
    pub version: i64,
    /// All of it.
    pub content: Content,
}

/// A text that only a permit opens, with what permissions ask about it.
#[derive(Clone, Debug)]
pub struct SealedText {
    /// Its sections.
    pub sections: Vec<SectionId>,
    /// The text.
    pub text: Sealed<Text>,
}

/// Who lies at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occupant {
    /// What lies there.
    pub target: Uuid,
    /// Whether it is its present address.
    pub current: bool,
    /// Whether readers could ever see it.
    pub public: bool,
}

/// Values that one `in (…)` carries.
const IDS_AT_ONCE: usize = 500;

/// A topic's id with its words in one edition: code, name, slug.
type TopicRow = (Uuid, Option<String>, Option<String>, Option<String>);

impl WriteTx {
    fn for_update(&self) -> &'static str {
        match self.tx.engine() {
            Engine::Sqlite => "",
            Engine::Postgres => " for update",
        }
    }

    /// A branch, locked.
    pub async fn branch(&mut self, id: BranchId) -> Result<Option<BranchState>> {
        let sql = format!("select {BRANCH_COLUMNS} from branch b where b.id = $1{}", self.for_update());
        self.tx.built(sql).bind(id.uuid()).opt::<BranchRow>().await?.map(BranchRow::state).transpose()
    }

    /// The branches of a story, locked, in the order of their ids.
    pub async fn story(&mut self, id: StoryId) -> Result<Vec<BranchState>> {
        let lock = self.for_update();
        let sql = format!("select {BRANCH_COLUMNS} from branch b where b.story = $1 order by b.id{lock}");
        let rows = self.tx.built(sql).bind(id.uuid()).all::<BranchRow>().await?;
        rows.into_iter().map(BranchRow::state).collect()
    }

    /// Locks a branch with those of its story and of `other`, in the order of their ids: two
    /// who lock several would else wait for each other.
    pub async fn lock_stories(&mut self, branch: BranchId, other: Option<StoryId>) -> Result<()> {
        let lock = self.for_update();
        let sql = format!(
            "select b.id from branch b where b.id = $1 or b.story = $2 \
             or b.story = (select o.story from branch o where o.id = $1) order by b.id{lock}"
        );
        self.tx.built(sql).bind(branch.uuid()).bind(other.map(StoryId::uuid)).all::<(Uuid,)>().await?;
        Ok(())
    }

    /// The number of the branch's newest revision; 0 before the first.
    pub async fn last_revision(&mut self, branch: BranchId) -> Result<i64> {
        let (number,) = self
            .tx
            .q("select coalesce(max(number), 0) from revision where branch = $1")
            .bind(branch.uuid())
            .one::<(i64,)>()
            .await?;
        Ok(number)
    }

    /// The newest version of the branch's working copies, of earlier work too; 0 before the first.
    pub async fn last_version(&mut self, branch: BranchId) -> Result<i64> {
        let (version,) = self
            .tx
            .q("select coalesce(max(version), 0) from working_copy where branch = $1")
            .bind(branch.uuid())
            .one::<(i64,)>()
            .await?;
        Ok(version)
    }

    /// Whether the branch's newest working copy says what the revision says.
    pub async fn copy_is_revision(&mut self, branch: BranchId, revision: RevisionId) -> Result<bool> {
        let (same,) = self
            .tx
            .q("select count(*) from working_copy w join revision r on r.branch = w.branch and r.content = w.content \
                where w.branch = $1 and r.id = $2 \
                and w.version = (select max(n.version) from working_copy n where n.branch = $1)")
            .bind(branch.uuid())
            .bind(revision.uuid())
            .one::<(i64,)>()
            .await?;
        Ok(same > 0)
    }

    /// A revision's text.
    pub async fn revision(&mut self, state: &BranchState, id: RevisionId) -> Result<Option<SealedText>> {
        let found = self
            .tx
            .q("select content from revision where id = $1 and branch = $2")
            .bind(id.uuid())
            .bind(state.branch.id.uuid())
            .opt::<(String,)>()
            .await?;
        found.map(|(content,)| self.seal(state, 0, &content)).transpose()
    }

    /// The working copy's text: its newest version, or the one asked for if it is still kept.
    pub async fn working_copy(
        &mut self,
        state: &BranchState,
        version: Option<i64>,
    ) -> Result<Option<SealedText>> {
        let found = self
            .tx
            .q("select version, content from working_copy where branch = $1 and (version = $2 or $3) \
                order by version desc limit 1")
            .bind(state.branch.id.uuid())
            .bind(version.unwrap_or_default())
            .bind(version.is_none())
            .opt::<(i64, String)>()
            .await?;
        found.map(|(version, content)| self.seal(state, version, &content)).transpose()
    }

    /// What saves on the branch could not merge, by permit like every text.
    pub async fn side_copies(&mut self, state: &BranchState) -> Result<Vec<SealedText>> {
        let rows = self
            .tx
            .q("select content from side_copy where branch = $1 order by at, id limit 1000")
            .bind(state.branch.id.uuid())
            .all::<(String,)>()
            .await?;
        rows.into_iter().map(|(content,)| self.seal(state, 0, &content)).collect()
    }

    fn seal(&self, state: &BranchState, version: i64, content: &str) -> Result<SealedText> {
        let branch = &state.branch;
        let facts = Facts {
            edition_open: self.frame.is_open(&branch.edition),
            publication: branch.publication,
            embargo: branch.embargo,
            expires: branch.expires,
        };
        let content: Content = from_json(&format!("text of branch {}", branch.id), content)?;
        let sections = content.sections.clone();
        Ok(SealedText { sections, text: Sealed::new(facts, Text { version, content }) })
    }

    /// A branch's card, which says in which lists it stands.
    pub async fn card(&mut self, branch: BranchId) -> Result<Option<Card>> {
        let found = self
            .tx
            .q("select words from card where branch = $1")
            .bind(branch.uuid())
            .opt::<(String,)>()
            .await?;
        found.map(|(words,)| from_json("card", &words)).transpose()
    }

    /// Who lies at an address.
    pub async fn occupant(
        &mut self,
        space: AddressSpace,
        edition: Option<&EditionCode>,
        slug: &str,
    ) -> Result<Option<Occupant>> {
        let found = self
            .tx
            .q("select target, is_current, was_public from address where space = $1 and edition = $2 and slug = $3")
            .bind(space.as_str())
            .bind(edition.map(|e| e.as_str().to_owned()).unwrap_or_default())
            .bind(slug.to_owned())
            .opt::<(Uuid, bool, bool)>()
            .await?;
        Ok(found.map(|(target, current, public)| Occupant { target, current, public }))
    }

    /// The origins of those of `foreign_ids` that came in before.
    pub async fn origins(
        &mut self,
        archive: &str,
        kind: &str,
        foreign_ids: &[String],
    ) -> Result<Vec<Origin>> {
        let mut origins = Vec::new();
        for ids in foreign_ids.chunks(IDS_AT_ONCE) {
            let sql = format!(
                "select foreign_id, ours, revision, digest from origin where archive = $1 and kind = $2 \
                 and foreign_id in ({})",
                marks(3, ids.len())
            );
            let mut q = self.tx.built(sql).bind(archive.to_owned()).bind(kind.to_owned());
            for id in ids {
                q = q.bind(id.clone());
            }
            let rows = q.all::<(String, Uuid, Option<Uuid>, String)>().await?;
            origins.extend(rows.into_iter().map(|(foreign_id, ours, revision, digest)| Origin {
                archive: archive.to_owned(),
                kind: kind.to_owned(),
                foreign_id,
                ours,
                revision: revision.map(RevisionId::new),
                digest,
            }));
        }
        Ok(origins)
    }

    /// Those of `slugs` at which something lies, or once lay.
    pub async fn taken(
        &mut self,
        space: AddressSpace,
        edition: Option<&EditionCode>,
        slugs: &[Slug],
    ) -> Result<BTreeSet<Slug>> {
        let mut taken = BTreeSet::new();
        for slugs in slugs.chunks(IDS_AT_ONCE) {
            let sql = format!(
                "select slug from address where space = $1 and edition = $2 and slug in ({})",
                marks(3, slugs.len())
            );
            let edition = edition.map(|e| e.as_str().to_owned()).unwrap_or_default();
            let mut q = self.tx.built(sql).bind(space.as_str()).bind(edition);
            for slug in slugs {
                q = q.bind(slug.as_str());
            }
            for (slug,) in q.all::<(String,)>().await? {
                taken.insert(Slug::parse(&slug).map_err(|e| StoreError::corrupt("address", e))?);
            }
        }
        Ok(taken)
    }

    /// Those of `stories` that `edition` tells already.
    pub async fn told_in(&mut self, edition: &EditionCode, stories: &[StoryId]) -> Result<BTreeSet<StoryId>> {
        let mut told = BTreeSet::new();
        for stories in stories.chunks(IDS_AT_ONCE) {
            let sql = format!(
                "select story from branch where edition = $1 and story in ({})",
                marks(2, stories.len())
            );
            let mut q = self.tx.built(sql).bind(edition.as_str().to_owned());
            stories.iter().for_each(|story| q.push(story.uuid()));
            told.extend(q.all::<(Uuid,)>().await?.into_iter().map(|(story,)| StoryId::new(story)));
        }
        Ok(told)
    }

    /// Those of `ids` that are topics, with all their words.
    pub async fn topics(&mut self, ids: &[TopicId]) -> Result<BTreeMap<TopicId, Topic>> {
        let mut topics = BTreeMap::new();
        for ids in ids.chunks(IDS_AT_ONCE) {
            let sql = format!(
                "select t.id, w.edition, w.name, w.slug from topic t left join topic_words w on w.topic = t.id \
                 where t.id in ({})",
                marks(1, ids.len())
            );
            let mut q = self.tx.built(sql);
            ids.iter().for_each(|id| q.push(id.uuid()));
            for (id, edition, name, slug) in q.all::<TopicRow>().await? {
                let id = TopicId::new(id);
                let topic = topics.entry(id).or_insert_with(|| Topic { id, words: BTreeMap::new() });
                let Some(((edition, name), slug)) = edition.zip(name).zip(slug) else { continue };
                let bad = |e: &dyn std::fmt::Display| StoreError::corrupt(format!("topic {id}"), e);
                let edition = EditionCode::parse(&edition).map_err(|e| bad(&e))?;
                let slug = Slug::parse(&slug).map_err(|e| bad(&e))?;
                topic.words.insert(edition, domain::TopicWords { name, slug });
            }
        }
        Ok(topics)
    }

    /// A person with all names.
    pub async fn person(&mut self, id: PersonId) -> Result<Option<Person>> {
        let found = self
            .tx
            .q("select slug, name, locale, portrait from person where id = $1")
            .bind(id.uuid())
            .opt::<(String, String, String, Option<Uuid>)>()
            .await?;
        let Some((slug, text, locale, portrait)) = found else { return Ok(None) };
        let bad = |e: &dyn std::fmt::Display| StoreError::corrupt(format!("person {id}"), e);
        let names = self.names("select edition, name from person_name where person = $1", id.uuid()).await?;
        let locale = domain::LocaleTag::parse(&locale).map_err(|e| bad(&e))?;
        let slug = domain::Slug::parse(&slug).map_err(|e| bad(&e))?;
        let rows = self
            .tx
            .q("select edition, role, about from person_profile where person = $1")
            .bind(id.uuid())
            .all::<(String, Option<String>, Option<String>)>()
            .await?;
        let mut profiles = std::collections::BTreeMap::new();
        for (code, role, about) in rows {
            profiles.insert(EditionCode::parse(&code).map_err(|e| bad(&e))?, domain::Profile { role, about });
        }
        let original = domain::OriginalName { text, locale };
        let portrait = portrait.map(domain::AssetId::new);
        Ok(Some(Person { id, slug, original, names, profiles, portrait }))
    }

    /// A source with all names.
    pub async fn source(&mut self, id: SourceId) -> Result<Option<Source>> {
        let found = self
            .tx
            .q("select slug, name, locale, home_url from source where id = $1")
            .bind(id.uuid())
            .opt::<(String, String, String, Option<String>)>()
            .await?;
        let Some((slug, text, locale, home_url)) = found else { return Ok(None) };
        let slug = domain::Slug::parse(&slug).map_err(|e| StoreError::corrupt(format!("source {id}"), e))?;
        let about =
            self.names("select edition, about from source_about where source = $1", id.uuid()).await?;
        let names = self.names("select edition, name from source_name where source = $1", id.uuid()).await?;
        let locale =
            domain::LocaleTag::parse(&locale).map_err(|e| StoreError::corrupt(format!("source {id}"), e))?;
        Ok(Some(Source { id, slug, original: domain::OriginalName { text, locale }, names, about, home_url }))
    }

    async fn names(
        &mut self,
        sql: &'static str,
        id: Uuid,
    ) -> Result<std::collections::BTreeMap<EditionCode, String>> {
        let rows = self.tx.q(sql).bind(id).all::<(String, String)>().await?;
        rows.into_iter()
            .map(|(code, name)| {
                let code = EditionCode::parse(&code).map_err(|e| StoreError::corrupt("names", e))?;
                Ok((code, name))
            })
            .collect()
    }

    /// A topic with its words; `None` when there is none.
    pub async fn topic(&mut self, id: TopicId) -> Result<Option<Topic>> {
        let found = self.tx.q("select id from topic where id = $1").bind(id.uuid()).opt::<(Uuid,)>().await?;
        if found.is_none() {
            return Ok(None);
        }
        let rows = self
            .tx
            .q("select edition, name, slug from topic_words where topic = $1")
            .bind(id.uuid())
            .all::<(String, String, String)>()
            .await?;
        let mut words = std::collections::BTreeMap::new();
        for (code, name, slug) in rows {
            let bad = |e: &dyn std::fmt::Display| StoreError::corrupt(format!("topic {id}"), e);
            let code = EditionCode::parse(&code).map_err(|e| bad(&e))?;
            let slug = domain::Slug::parse(&slug).map_err(|e| bad(&e))?;
            words.insert(code, domain::TopicWords { name, slug });
        }
        Ok(Some(Topic { id, words }))
    }
}

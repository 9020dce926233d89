//! What is kept of archives: where things came from, where their old addresses lead, and what they said
//! that is for later steps, of files and of articles.

use std::collections::BTreeMap;

use domain::{AssetId, BranchId, EditionCode, PersonId, RevisionId, SectionId, TopicId};
use uuid::Uuid;

use crate::{
    bulk::{Insert, insert},
    database::{Tx, WriteTx},
    error::{Result, StoreError},
    query::marks,
};

/// Values that one `in (…)` carries.
const IDS_AT_ONCE: usize = 500;

/// Where an imported address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRedirect {
    /// The old host without `www.`; empty for any.
    pub host: String,
    /// The old path, percent-decoded, without the final slash.
    pub path: String,
    /// The old query where it mattered (`p=123`), else empty.
    pub query: String,
    /// To what.
    pub to: RedirectTo,
}

/// The target of an imported address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedirectTo {
    /// A branch's present address.
    Branch(EditionCode, BranchId),
    /// A section of an edition.
    Section(EditionCode, SectionId),
    /// A topic of an edition.
    Topic(EditionCode, TopicId),
    /// A person's page of an edition.
    Person(EditionCode, PersonId),
    /// An edition's front.
    Front(EditionCode),
}

/// Where an imported thing came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Which archive: the old site's address.
    pub archive: String,
    /// Which kind of thing there.
    pub kind: String,
    /// Its id there.
    pub foreign_id: String,
    /// Its id here.
    pub ours: Uuid,
    /// The revision that the import made, for branches.
    pub revision: Option<RevisionId>,
    /// Of what was taken.
    pub digest: String,
}

/// A file of an archive, as it lay there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveFile {
    /// Its id there.
    pub foreign_id: String,
    /// Where it lay.
    pub address: String,
    /// The id of the article that it was sent with.
    pub parent: Option<String>,
    /// Its name.
    pub title: String,
    /// The line under it.
    pub caption: String,
    /// Some sentences about it; photographers are often named here.
    pub description: String,
    /// What it shows.
    pub alt: String,
    /// The asset that it is, or will be; none where it is no picture.
    pub picture: Option<AssetId>,
    /// The edition whose words are said of it.
    pub edition: Option<EditionCode>,
}

/// What an archive said of an article beside its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArchiveFacts {
    /// Its lead picture, by the file's id there.
    pub lead: Option<String>,
    /// How often it was opened.
    pub views: Option<i64>,
    /// It was held at the head of the list.
    pub sticky: bool,
}

impl ArchiveFacts {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl WriteTx {
    /// The files of an archive that are kept already, by their ids there.
    pub async fn archive_files(
        &mut self,
        archive: &str,
        ids: &[String],
    ) -> Result<BTreeMap<String, ArchiveFile>> {
        let mut files = BTreeMap::new();
        for ids in ids.chunks(IDS_AT_ONCE) {
            let sql = format!("{FILES} where archive = $1 and foreign_id in ({})", marks(2, ids.len()));
            let mut q = self.tx.built(sql).bind(archive.to_owned());
            ids.iter().for_each(|id| q.push(id.clone()));
            for row in q.all::<FileRow>().await? {
                let file = row.file()?;
                files.insert(file.foreign_id.clone(), file);
            }
        }
        Ok(files)
    }
}

/// All that is kept of files.
pub(crate) const FILES: &str = "select foreign_id, address, parent, title, caption, description, alt, picture, \
     edition from archive_file";

/// A row of [`FILES`].
#[derive(sqlx::FromRow)]
pub(crate) struct FileRow {
    foreign_id: String,
    address: String,
    parent: Option<String>,
    title: String,
    caption: String,
    description: String,
    alt: String,
    picture: Option<Uuid>,
    edition: Option<String>,
}

impl FileRow {
    pub(crate) fn file(self) -> Result<ArchiveFile> {
        let Self { foreign_id, address, parent, title, caption, description, alt, picture, edition } = self;
        let edition = edition.map(|code| EditionCode::parse(&code)).transpose();
        let edition = edition.map_err(|e| StoreError::corrupt("archive_file", e))?;
        let picture = picture.map(AssetId::new);
        Ok(ArchiveFile { foreign_id, address, parent, title, caption, description, alt, picture, edition })
    }
}

pub(crate) async fn write_files(tx: &mut Tx, files: &[(String, ArchiveFile)]) -> Result<()> {
    let upsert = Insert {
        into: "archive_file (archive, foreign_id, address, parent, title, caption, description, alt, picture, edition)",
        width: 10,
        tail: "on conflict (archive, foreign_id) do update set address = excluded.address, \
               parent = excluded.parent, title = excluded.title, caption = excluded.caption, \
               description = excluded.description, alt = excluded.alt, picture = excluded.picture, \
               edition = excluded.edition",
    };
    insert(tx, &upsert, files, |q, (archive, file)| {
        q.push(archive.clone());
        q.push(file.foreign_id.clone());
        q.push(file.address.clone());
        q.push(file.parent.clone());
        q.push(file.title.clone());
        q.push(file.caption.clone());
        q.push(file.description.clone());
        q.push(file.alt.clone());
        q.push(file.picture.map(|asset| asset.uuid()));
        q.push(file.edition.as_ref().map(|code| code.as_str().to_owned()));
    })
    .await
}

pub(crate) async fn write_facts(tx: &mut Tx, facts: &[(BranchId, String, ArchiveFacts)]) -> Result<()> {
    let upsert = Insert {
        into: "archive_fact (branch, archive, lead, views, sticky)",
        width: 5,
        tail: "on conflict (branch) do update set archive = excluded.archive, lead = excluded.lead, \
               views = excluded.views, sticky = excluded.sticky",
    };
    insert(tx, &upsert, facts, |q, (branch, archive, facts)| {
        q.push(branch.uuid());
        q.push(archive.clone());
        q.push(facts.lead.clone());
        q.push(facts.views);
        q.push(facts.sticky);
    })
    .await
}

/// An address leads for ever to what it led to first (law 8).
pub(crate) async fn write_redirects(tx: &mut Tx, redirects: &[NewRedirect]) -> Result<()> {
    let new = Insert {
        into: "redirect (path, query, host, kind, edition, target)",
        width: 6,
        tail: "on conflict (path, query, host) do nothing",
    };
    insert(tx, &new, redirects, |q, redirect| {
        let (kind, edition, target) = match &redirect.to {
            RedirectTo::Branch(edition, id) => ("branch", edition, id.uuid()),
            RedirectTo::Section(edition, id) => ("section", edition, id.uuid()),
            RedirectTo::Topic(edition, id) => ("topic", edition, id.uuid()),
            RedirectTo::Person(edition, id) => ("person", edition, id.uuid()),
            RedirectTo::Front(edition) => ("front", edition, Uuid::nil()),
        };
        q.push(redirect.path.clone());
        q.push(redirect.query.clone());
        q.push(redirect.host.clone());
        q.push(kind);
        q.push(edition.as_str().to_owned());
        q.push(target);
    })
    .await
}

pub(crate) async fn write_origins(tx: &mut Tx, origins: &[Origin]) -> Result<()> {
    let upsert = Insert {
        into: "origin (archive, kind, foreign_id, ours, revision, digest)",
        width: 6,
        tail: "on conflict (archive, kind, foreign_id) do update set ours = excluded.ours, \
               revision = excluded.revision, digest = excluded.digest",
    };
    insert(tx, &upsert, origins, |q, origin| {
        q.push(origin.archive.clone());
        q.push(origin.kind.clone());
        q.push(origin.foreign_id.clone());
        q.push(origin.ours);
        q.push(origin.revision.map(|r| r.uuid()));
        q.push(origin.digest.clone());
    })
    .await
}

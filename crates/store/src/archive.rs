//! What archives said that is kept for later steps: their files, and facts about articles.

use std::collections::BTreeMap;

use domain::BranchId;

use crate::{
    bulk::{Insert, insert},
    database::{Tx, WriteTx},
    error::Result,
    query::marks,
};

/// Values that one `in (…)` carries.
const IDS_AT_ONCE: usize = 500;

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
}

/// What an archive said of an article that is not yet used here.
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
            let sql = format!(
                "select foreign_id, address, parent, title, caption, description, alt from archive_file \
                 where archive = $1 and foreign_id in ({})",
                marks(2, ids.len())
            );
            let mut q = self.tx.built(sql).bind(archive.to_owned());
            ids.iter().for_each(|id| q.push(id.clone()));
            type FileRow = (String, String, Option<String>, String, String, String, String);
            for (foreign_id, address, parent, title, caption, description, alt) in q.all::<FileRow>().await? {
                let file = ArchiveFile { foreign_id, address, parent, title, caption, description, alt };
                files.insert(file.foreign_id.clone(), file);
            }
        }
        Ok(files)
    }
}

pub(crate) async fn write_files(tx: &mut Tx, files: &[(String, ArchiveFile)]) -> Result<()> {
    let upsert = Insert {
        into: "archive_file (archive, foreign_id, address, parent, title, caption, description, alt)",
        width: 8,
        tail: "on conflict (archive, foreign_id) do update set address = excluded.address, \
               parent = excluded.parent, title = excluded.title, caption = excluded.caption, \
               description = excluded.description, alt = excluded.alt",
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

//! Files of an archive are kept as they lay there, for the step that brings pictures in.

use std::collections::{BTreeMap, BTreeSet};

use domain::{EditionCode, OldAddress, Tag};
use store::{ArchiveFile, Changes, Event, NewRedirect, RedirectTo, WriteTx};

use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
};

/// Keeps files of an archive; those that are kept already, the same, are left alone.
#[derive(Clone, Debug)]
pub struct TakeFiles {
    /// Which archive: the old site's address.
    pub archive: String,
    /// The edition whose front the pages of files without an article lead to.
    pub edition: EditionCode,
    /// Its files.
    pub files: Vec<ArchiveFile>,
    /// Where pages of files without an article were found there, by the files' ids.
    pub pages: Vec<(String, OldAddress)>,
}

impl UseCase for TakeFiles {
    type Seen = BTreeMap<String, ArchiveFile>;
    /// How many are new here.
    type Done = usize;

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        let ids: Vec<_> = self.files.iter().map(|file| file.foreign_id.clone()).collect();
        Ok(tx.archive_files(&self.archive, &ids).await?)
    }

    fn decide(&self, seen: Self::Seen, cx: &Context<'_>) -> Result<Decision<usize>> {
        cx.who.permit(domain::Action::EditPortal, &domain::Subject::default())?;
        let mut kept: BTreeMap<&str, &ArchiveFile> = BTreeMap::new();
        for file in &self.files {
            // A number that comes twice is the first one's.
            kept.entry(&file.foreign_id).or_insert(file);
        }
        let done = kept.keys().filter(|id| !seen.contains_key(**id)).count();
        let changed = kept.values().filter(|file| seen.get(&file.foreign_id) != Some(**file));
        let archive_files: Vec<_> = changed.map(|file| (self.archive.clone(), (*file).clone())).collect();
        let new_pages = self.pages.iter().filter(|(id, _)| !seen.contains_key(id));
        let redirects = new_pages.map(|(_, old)| NewRedirect {
            host: old.host.clone(),
            path: old.path.clone(),
            query: old.query.clone(),
            to: RedirectTo::Front(self.edition.clone()),
        });
        let redirects = redirects.collect();
        let mut changes = Changes { archive_files, redirects, ..Changes::default() };
        if !changes.is_empty() {
            // Until now the pages of files answered that nothing is there.
            let paths = changes.redirects.iter().map(|redirect| Tag::Path(redirect.path.clone()));
            let tags: BTreeSet<_> = paths.collect();
            changes.events.push(Event::new("archive.files", tags.into_iter().collect()));
        }
        Ok(Decision { changes, done })
    }
}

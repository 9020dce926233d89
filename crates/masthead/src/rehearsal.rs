//! A copy of the portal on which an import is tried: what is written there is gone with it.

use std::sync::Arc;

use desk::{Desk, SystemWorld};
use store::{Database, Schema, Store};
use tempfile::TempDir;

use crate::{config::Config, failure::Failure, languages, opened::FILE};

/// A desk on a copy.
pub(crate) struct Rehearsal {
    pub(crate) desk: Desk,
    /// Where the copy of a file lies; gone with this value.
    _folder: TempDir,
}

impl Rehearsal {
    /// Copies the portal. Where there is none, an empty one is made, and no data folder.
    pub(crate) async fn open(config: &Config) -> Result<Self, Failure> {
        let folder = tempfile::Builder::new().prefix("masthead-dry-run-").tempdir();
        let folder = folder.map_err(|source| Failure::File { path: std::env::temp_dir(), source })?;
        let copy = folder.path().join(FILE);
        let (file, server) = (config.data.join(FILE), config.database.as_deref());
        let copied = match server {
            Some(url) => Database::rehearsed_postgres(url).await?,
            None if file.exists() => Some(Database::rehearsed_sqlite(&file, &copy).await?),
            None => None,
        };
        let database = match copied {
            Some(database) => database,
            None => Database::open_sqlite(&copy, Schema::Present).await?,
        };
        let store = Arc::new(Store::new(database).await?);
        let messages = Arc::new(languages::messages(&config.data, config.theme.as_deref())?);
        let desk = Desk::new(store, Arc::new(SystemWorld), messages);
        Ok(Self { desk, _folder: folder })
    }

    /// Closes the copy.
    pub(crate) async fn close(&self) {
        self.desk.store().database().close().await;
    }
}

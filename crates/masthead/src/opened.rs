//! The store and the desk of a data folder, opened.

use std::{path::Path, sync::Arc};

use desk::{Desk, SystemWorld};
use locale::Messages;
use store::{Database, DirLock, Schema, Store};

use crate::{config::Config, failure::Failure, languages, pictures::Pictures};

/// What commands work on.
pub(crate) struct Opened {
    pub(crate) store: Arc<Store>,
    pub(crate) desk: Arc<Desk>,
    pub(crate) messages: Arc<Messages>,
    pub(crate) pictures: Pictures,
    /// Whether the database was made just now.
    pub(crate) is_new: bool,
}

/// The SQLite file of a data folder.
pub(crate) const FILE: &str = "masthead.db";

impl Opened {
    /// Opens the database, making it as needed. One of an older version is left alone: a
    /// node of that version may be at work on it.
    pub(crate) async fn open(config: &Config) -> Result<Self, Failure> {
        Self::with(config, Schema::Present).await
    }

    /// The same for whoever holds the data folder's lock: an older database is migrated.
    pub(crate) async fn open_migrated(config: &Config, _lock: &DirLock) -> Result<Self, Failure> {
        Self::with(config, Schema::Migrated).await
    }

    async fn with(config: &Config, schema: Schema) -> Result<Self, Failure> {
        make_folder(&config.data)?;
        let database = match &config.database {
            Some(url) => Database::open_postgres(url, schema).await?,
            None => Database::open_sqlite(&config.data.join(FILE), schema).await?,
        };
        let store = Arc::new(Store::new(database).await?);
        // A portal without an edition and an event has never been used.
        let is_new = store.frame().editions.is_empty() && store.journal().head().await?.number == 0;
        let messages = Arc::new(languages::messages(&config.data, config.theme.as_deref())?);
        let desk = Arc::new(Desk::new(Arc::clone(&store), Arc::new(SystemWorld), Arc::clone(&messages)));
        let pictures = Pictures::open(config)?;
        Ok(Self { store, desk, messages, pictures, is_new })
    }

    /// Closes the database.
    pub(crate) async fn close(&self) {
        self.store.database().close().await;
    }
}

fn make_folder(dir: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(dir).map_err(|source| Failure::File { path: dir.to_owned(), source })
}

//! The commands, a file each.

mod check;
mod edition;
mod feeds;
mod import;
mod imports;
mod progress;
mod serve;
mod settings;
mod theme;

use domain::{Actor, Authority};
use store::DirLock;

use crate::{
    cli::{Command, EditionCommand, Import, ThemeCommand},
    config::Config,
    failure::Failure,
    opened::Opened,
    print,
};

/// Runs one command.
pub(crate) async fn run(command: Command, config: &Config) -> Result<(), Failure> {
    match command {
        Command::Serve { empty } => serve::run(config, empty).await,
        Command::Import(import) => self::import(config, &import).await,
        Command::Settings(settings) => settings::run(config, settings).await,
        Command::Edition(EditionCommand::Add { code, locale, label }) => {
            edition::add(config, &code, &locale, label).await
        }
        Command::Migrate => migrate(config).await,
        Command::Check => check::run(config).await,
        Command::Theme(ThemeCommand::Check { dir }) => theme::check(config, &dir),
    }
}

async fn import(config: &Config, import: &Import) -> Result<(), Failure> {
    let (Import::Wxr { how, .. } | Import::Feed { how, .. } | Import::Opml { how, .. }) = import;
    let how = imports::How {
        config,
        edition: how.edition.as_deref(),
        uploads: how.uploads.as_deref(),
        dry_run: how.dry_run,
    };
    match import {
        Import::Wxr { files, .. } => import::wxr(how, files).await,
        Import::Feed { files, .. } => feeds::feeds(how, files).await,
        Import::Opml { files, .. } => feeds::lists(how, files).await,
    }
}

/// Whoever may run a command on the machine.
pub(crate) fn operator() -> Authority {
    Authority::operator(Actor::CommandLine)
}

async fn migrate(config: &Config) -> Result<(), Failure> {
    std::fs::create_dir_all(&config.data)
        .map_err(|source| Failure::File { path: config.data.clone(), source })?;
    let lock = DirLock::take(&config.data, "migrate")?;
    let opened = Opened::open_migrated(config, &lock).await?;
    opened.close().await;
    if config.json {
        print::line(serde_json::json!({ "current": true }))
    } else {
        print::line("the database is at this version")
    }
}

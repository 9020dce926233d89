//! What the imports of all archives share: where they go, and what they tell.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use desk::{Desk, DeskError};
use domain::EditionCode;
use exchange::{
    feed_in::opml::Listed,
    import::{ImportError, Options, Report},
    pictures::Uploads,
};
use serde_json::{Value, json};

use super::progress::Meter;
use crate::{config::Config, failure::Failure, moving, opened::Opened, print, rehearsal::Rehearsal};

/// How an archive is to be imported.
#[derive(Clone, Copy, Debug)]
pub(super) struct How<'c> {
    pub(super) config: &'c Config,
    /// The edition of what is in none.
    pub(super) edition: Option<&'c str>,
    /// A copy of the old site's folder of files.
    pub(super) uploads: Option<&'c Path>,
    /// Nothing is written, all is told.
    pub(super) dry_run: bool,
}

/// Imports that are being done, one after another.
pub(super) struct Imports<'c> {
    config: &'c Config,
    options: Options,
    place: Place,
    uploads: Option<Uploads>,
    /// The archives that the files are of.
    archives: BTreeSet<String>,
    reports: Vec<Value>,
    /// Feeds of lists that were not taken.
    missed: Vec<Value>,
    cut_short: Option<Failure>,
}

/// Where they go.
enum Place {
    Portal(Box<Opened>),
    Rehearsal(Rehearsal),
}

impl<'c> Imports<'c> {
    pub(super) async fn open(how: How<'c>) -> Result<Self, Failure> {
        let edition = how.edition.map(EditionCode::parse).transpose().map_err(DeskError::from)?;
        let uploads = how.uploads.map(moving::uploads).transpose()?;
        let place = match how.dry_run {
            true => Place::Rehearsal(Rehearsal::open(how.config).await?),
            false => Place::Portal(Box::new(Opened::open(how.config).await?)),
        };
        Ok(Self {
            config: how.config,
            options: Options { edition },
            place,
            uploads,
            archives: BTreeSet::new(),
            reports: Vec::new(),
            missed: Vec::new(),
            cut_short: None,
        })
    }

    pub(super) fn desk(&self) -> &Desk {
        match &self.place {
            Place::Portal(opened) => &opened.desk,
            Place::Rehearsal(rehearsal) => &rehearsal.desk,
        }
    }

    pub(super) const fn options(&self) -> &Options {
        &self.options
    }

    /// Takes what came of a file.
    pub(super) fn took(&mut self, file: &Path, outcome: Result<Report, ImportError>) -> Result<(), Failure> {
        let report = outcome.map_err(|source| Failure::Import { file: file.to_owned(), source })?;
        self.archives.extend(report.archive.clone());
        if let Some(broken) = &report.broken {
            let cut_short = || Failure::CutShort { file: file.to_owned(), broken: broken.clone() };
            self.cut_short.get_or_insert_with(cut_short);
        }
        if self.config.json {
            self.reports.push(json!({ "file": file, "report": report }));
            return Ok(());
        }
        print::line(format_args!("{}\n{report}", file.display()))
    }

    /// Takes that a feed of a list was not taken, and why.
    pub(super) fn missed(&mut self, list: &Path, listed: &Listed, why: &str) -> Result<(), Failure> {
        let Listed { title, address, line } = listed;
        self.missed.push(json!({
            "file": list, "line": line, "title": title, "address": address, "why": why
        }));
        if self.config.json {
            return Ok(());
        }
        print::line(format_args!("{}: not taken: line {line}: {title:?} {address}: {why}", list.display()))
    }

    /// Ends them. A file that broke off is a failure, after all that could be read is here.
    pub(super) async fn close(self) -> Result<(), Failure> {
        let Self { config, place, uploads, archives, reports, missed, cut_short, .. } = self;
        let after = match &place {
            Place::Portal(opened) => {
                let archives = Vec::from_iter(archives);
                let links = moving::tie_links(opened, &archives).await?;
                let pictures = moving::pictures(config, opened, uploads, &archives).await?;
                opened.close().await;
                Some((links, pictures))
            }
            Place::Rehearsal(rehearsal) => {
                rehearsal.close().await;
                None
            }
        };
        match after {
            _ if config.json => {
                let (links, pictures) = after.unzip();
                let dry_run = links.is_none();
                print::line(json!({
                    "imports": reports, "missed": missed, "dry_run": dry_run, "links": links, "pictures": pictures
                }))?;
            }
            Some((links, pictures)) => print::line(format_args!(
                "links: {links} articles lead to others that came in after them\n{pictures}"
            ))?,
            None => print::line("this was a dry run: nothing was written")?,
        }
        match (cut_short, missed.len()) {
            (Some(cut_short), _) => Err(cut_short),
            (None, 0) => Ok(()),
            (None, missed) => Err(Failure::Missed(missed)),
        }
    }
}

/// Tells how far the reading of `file` is.
pub(super) fn meter(file: &Path) -> Result<Meter, Failure> {
    let path = || PathBuf::from(file);
    let size = std::fs::metadata(file).map_err(|source| Failure::File { path: path(), source })?.len();
    Ok(Meter::new(file.display().to_string(), size))
}

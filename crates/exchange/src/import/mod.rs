//! A WordPress export moves in: entries become portions of an archive, written one after
//! another by the rules that hold for editors too.
//!
//! Repeatable and resumable by origins: what is here already is left alone, so that an
//! import that was killed is started again and goes on.

mod item;
mod portion;
mod report;
mod site;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use desk::{Desk, DeskError};
use domain::{Actor, Authority, EditionCode};

use crate::wxr::{Broken, Entry, Limits, Reader};
use portion::Gathering;
pub use report::{NotTaken, Report};
use site::Site;

/// How long one portion may hold the write; the next one is sized after it.
const PORTION_TIME: Duration = Duration::from_millis(25);
/// Most articles in a portion.
const MAX_PORTION: usize = 200;

/// What an operator chooses.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The edition of what no translation plug-in assigns; by default the code is the
    /// language of the export's channel.
    pub edition: Option<EditionCode>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file that were read.
    pub bytes: u64,
    /// Posts and pages taken in, or found here already.
    pub articles: u64,
}

/// Why an import stopped. What was written before stays, and the same command goes on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is no export, or ends in the middle.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// A write failed.
    #[error("after {articles} articles: {source}; start the same command again, it goes on from there")]
    Desk {
        /// Articles written before.
        articles: u64,
        /// Why.
        source: DeskError,
    },
    /// Neither an edition was named nor does the export tell its language.
    #[error("the export does not say its language: name the edition with --edition CODE")]
    NoEdition,
}

/// Imports one file. `progress` is called after every portion.
pub async fn import_wxr(
    desk: &Desk,
    path: &Path,
    options: &Options,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report, ImportError> {
    let who = Authority::operator(Actor::Import);
    let mut reader = Reader::open(path, Limits::default())?;
    let mut import = Import { desk, who, options, report: Report::default(), site: None, limit: 50 };
    let mut gathering = Gathering::default();
    let broken = loop {
        match reader.next() {
            None => break None,
            Some(Err(broken)) => break Some(broken),
            Some(Ok(entry)) => import.take(entry, &mut gathering).await?,
        }
        if gathering.articles() >= import.limit {
            import.write(&mut gathering).await?;
            progress(Progress { bytes: reader.offset(), articles: import.report.articles() });
        }
    };
    import.write(&mut gathering).await?;
    progress(Progress { bytes: reader.offset(), articles: import.report.articles() });
    match broken {
        // What stood before the break is in; the report tells the break with its line.
        Some(broken) if import.site.is_some() => import.report.broken = Some(broken.to_string()),
        Some(broken) => return Err(broken.into()),
        None => {}
    }
    Ok(import.report)
}

struct Import<'a> {
    desk: &'a Desk,
    who: Authority,
    options: &'a Options,
    report: Report,
    site: Option<Site>,
    limit: usize,
}

impl Import<'_> {
    async fn take(&mut self, entry: Entry, gathering: &mut Gathering) -> Result<(), ImportError> {
        match entry {
            Entry::Channel(channel) => {
                let site = Site::open(self.desk, &self.who, &channel, self.options, &mut self.report);
                let site = site.await?;
                gathering.speak(&site.locale);
                self.site = Some(site);
            }
            Entry::Notice(notice) => self.report.notice(&notice),
            Entry::Author(author) => gathering.author(&author),
            Entry::Category(category) => gathering.category(&category),
            Entry::Tag(tag) => gathering.tag(&tag),
            Entry::Term(_) => self.report.terms += 1,
            Entry::Item(item) => {
                if let Some(site) = &self.site {
                    let now = self.desk.world().now();
                    item::take(*item, site, now, self.desk.world(), gathering, &mut self.report);
                }
            }
        }
        Ok(())
    }

    /// Writes what was gathered, and then leaves the writer to others for as long as it took.
    async fn write(&mut self, gathering: &mut Gathering) -> Result<(), ImportError> {
        let Some(site) = &self.site else { return Ok(()) };
        let (portion, lines) = gathering.portion(site);
        if portion.branches.is_empty() && portion.categories.is_empty() && portion.authors.is_empty() {
            return Ok(());
        }
        let began = Instant::now();
        let outcome = self.desk.run(&self.who, &portion).await;
        let took = began.elapsed();
        let articles = self.report.articles();
        let done = outcome.map_err(|source| ImportError::Desk { articles, source })?.done;
        self.report.count(&portion, &done, &lines);
        self.limit = match took {
            took if took > PORTION_TIME => (self.limit / 2).max(5),
            took if took < PORTION_TIME / 2 => (self.limit * 2).min(MAX_PORTION),
            _ => self.limit,
        };
        tokio::time::sleep(took).await;
        Ok(())
    }
}

//! A WordPress export or a feed moves in: entries become portions of an archive, written one after
//! another by the rules that hold for editors too.
//!
//! Repeatable and resumable by origins: what is here already is left alone, so that an
//! import that was killed is started again and goes on.

mod addresses;
mod based;
mod feed_item;
mod feeds;
mod fields;
mod item;
mod languages;
mod named;
mod php;
mod portion;
mod qtranslate;
mod report;
mod shortcodes;
mod site;
mod survey;
mod versions;

use std::{
    collections::{BTreeMap, HashSet},
    path::Path,
    time::{Duration, Instant},
};

use desk::{ArchiveFile, Desk, DeskError, TakeFiles, TakeFronts};
use domain::{Actor, Authority, EditionCode, OldAddress};

use crate::{
    pictures::is_picture,
    wxr::{Broken, Entry, Item, Limits, Reader},
};
use addresses::Base;
pub use feeds::import_feed;
#[cfg(test)]
pub(crate) use portion::words as words_of;
use portion::{Gathering, Place};
pub use report::{EditionMade, NotTaken, Report};
use site::Sites;
pub use survey::Surveys;
use survey::{Kind, Survey};

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
    /// The file is no feed.
    #[error(transparent)]
    Feed(#[from] crate::feed_in::Broken),
    /// A write failed.
    #[error("after {articles} articles: {source}; start the same command again, it goes on from there")]
    Desk {
        /// Articles written before.
        articles: u64,
        /// Why.
        source: DeskError,
    },
    /// Neither an edition was named nor does the export tell its language.
    #[error("the file does not say its language: name the edition with --edition CODE")]
    NoEdition,
}

/// Imports one file, whose archive was surveyed. `progress` is called after every portion.
pub async fn import_file(
    desk: &Desk,
    surveys: &Surveys,
    path: &Path,
    options: &Options,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report, ImportError> {
    let who = Authority::operator(Actor::Import);
    let mut reader = Reader::open(path, Limits::default())?;
    let report = Report::default();
    let mut import = Import {
        desk,
        who,
        options,
        surveys,
        report,
        archive: None,
        files: Vec::new(),
        pages: Vec::new(),
        limit: 50,
    };
    let broken = loop {
        match reader.next() {
            None => break None,
            Some(Err(broken)) => break Some(broken),
            Some(Ok(entry)) => {
                if import.take(entry).await? {
                    progress(Progress { bytes: reader.offset(), articles: import.report.articles() });
                }
            }
        }
    };
    import.write_all().await?;
    progress(Progress { bytes: reader.offset(), articles: import.report.articles() });
    match broken {
        // What stood before the break is in; the report tells the break with its line.
        Some(broken) if import.archive.is_some() => import.report.broken = Some(broken.to_string()),
        Some(broken) => return Err(broken.into()),
        None => {}
    }
    Ok(import.report)
}

/// Imports one file that is an archive of its own.
pub async fn import_wxr(
    desk: &Desk,
    path: &Path,
    options: &Options,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report, ImportError> {
    import_file(desk, &Surveys::of(&[path]), path, options, progress).await
}

struct Import<'a> {
    desk: &'a Desk,
    who: Authority,
    options: &'a Options,
    surveys: &'a Surveys,
    report: Report,
    archive: Option<Archive<'a>>,
    /// Files that were read and not yet written.
    files: Vec<ArchiveFile>,
    /// Pages of those that belong to no article.
    pages: Vec<(String, OldAddress)>,
    limit: usize,
}

/// The archive whose file is read.
struct Archive<'a> {
    survey: &'a Survey,
    sites: Sites,
    gatherings: BTreeMap<EditionCode, Gathering>,
    /// Ids of the items that were read.
    seen: HashSet<String>,
}

impl<'a> Import<'a> {
    /// Takes an entry; tells whether a portion was written.
    async fn take(&mut self, entry: Entry) -> Result<bool, ImportError> {
        match entry {
            Entry::Channel(channel) => {
                let Some(survey) = self.surveys.archive(&channel) else { return Ok(false) };
                let sites =
                    Sites::open(self.desk, &self.who, &channel, survey, self.options, &mut self.report);
                let sites = sites.await?;
                let gatherings = BTreeMap::new();
                self.archive = Some(Archive { survey, sites, gatherings, seen: HashSet::new() });
                self.header(survey).await?;
                Ok(true)
            }
            Entry::Notice(notice) => {
                self.report.notice(&notice);
                Ok(false)
            }
            Entry::Author(_) | Entry::Category(_) | Entry::Tag(_) => Ok(false),
            Entry::Term(term) => {
                let of_plug_in = ["language", "term_language", "post_translations", "term_translations"];
                self.report.terms += u64::from(!of_plug_in.contains(&term.taxonomy.as_str()));
                Ok(false)
            }
            Entry::Item(item) => self.item(*item).await,
        }
    }

    /// Sections and persons of the header: those of the source's language first, since a section has
    /// its slug.
    async fn header(&mut self, survey: &'a Survey) -> Result<(), ImportError> {
        let Some(source) = self.archive.as_ref().map(|archive| archive.sites.source.clone()) else {
            return Ok(());
        };
        let (mut first, mut others) = (Vec::new(), Vec::new());
        for category in &survey.categories {
            let told = survey.languages.of_term(category.id, &category.meta).map(|told| told.language);
            let is_first = told.is_none() || told == source;
            if is_first { &mut first } else { &mut others }.push((category, told));
        }
        for author in &survey.authors {
            if let Some(gathering) = self.gathering(source.as_deref()).await? {
                gathering.author(author, survey);
            }
        }
        for (category, told) in first.into_iter().chain(others) {
            // What is in no language is the source's, so that its name is one of its editions'.
            let language = told.or_else(|| source.clone());
            if let Some(gathering) = self.gathering(language.as_deref()).await? {
                gathering.enter(Kind::Category, &category.slug, &category.name, survey);
            }
        }
        // The edition of what no plug-in assigns has the old front, whether or not anything goes there.
        self.gathering(None).await?;
        let codes = self.archive.as_ref().map(|archive| archive.sites.in_order()).unwrap_or_default();
        for code in codes {
            self.write(&code).await?;
            self.fronts(&code).await?;
        }
        Ok(())
    }

    /// Lets the old fronts lead to an edition's.
    async fn fronts(&self, code: &EditionCode) -> Result<(), ImportError> {
        let Some(gathering) = self.archive.as_ref().and_then(|archive| archive.gatherings.get(code)) else {
            return Ok(());
        };
        let fronts = TakeFronts {
            archive: gathering.site.archive.clone(),
            edition: code.clone(),
            addresses: gathering.fronts(),
        };
        let outcome = self.desk.run(&self.who, &fronts).await;
        outcome.map(drop).map_err(|source| ImportError::Desk { articles: self.report.articles(), source })
    }

    /// The gathering of a language of the plug-in, or of what is in none.
    async fn gathering(&mut self, language: Option<&str>) -> Result<Option<&mut Gathering>, ImportError> {
        let Some(archive) = &mut self.archive else { return Ok(None) };
        let Archive { survey, sites, gatherings, .. } = archive;
        let site = match language {
            None => Some(sites.default.clone()),
            Some(code) => sites.of_language(self.desk, &self.who, survey, code, &mut self.report).await?,
        };
        let Some(site) = site else { return Ok(None) };
        let spoken = language.or(sites.source.as_deref()).unwrap_or_default();
        let gathering = gatherings.entry(site.edition.clone());
        let prefix = language.filter(|code| Some(*code) != sites.source.as_deref());
        let base = Base::new(&survey.channel, prefix);
        Ok(Some(gathering.or_insert_with(|| Gathering::new(site, spoken, base))))
    }

    async fn item(&mut self, item: Item) -> Result<bool, ImportError> {
        self.report.comments += u64::from(item.comments);
        if item.post_type == "attachment" {
            let file = self.file(&item).await?;
            if let Some(file) = file.as_ref().filter(|file| file.parent.is_none()) {
                let pages = addresses::of_file(&item).into_iter();
                self.pages.extend(pages.map(|page| (file.foreign_id.clone(), page)));
            }
            self.files.extend(file);
            let full = self.files.len() >= MAX_PORTION;
            if full {
                self.write_files().await?;
            }
            return Ok(full);
        }
        let (desk, limit, mut written) = (self.desk, self.limit, false);
        let Some(archive) = &mut self.archive else { return Ok(false) };
        let survey = archive.survey;
        let source = archive.sites.source.as_deref();
        for version in versions::of(item, &survey.languages, source, &mut archive.seen) {
            let language = version.told.as_ref().map(|told| told.language.clone());
            if self.gathering(language.as_deref()).await?.is_none() {
                let place = Place {
                    line: version.item.line,
                    title: portion::words(&version.item.title),
                    address: version.item.link.clone(),
                };
                let language = language.unwrap_or_default();
                self.report.refuse(&place, &format!("no edition can be made for its language {language:?}"));
                continue;
            }
            let mut report = std::mem::take(&mut self.report);
            let mut full = None;
            if let Some(gathering) = self.gathering(language.as_deref()).await? {
                item::take(version, desk.world().now(), desk.world(), gathering, survey, &mut report);
                full = (gathering.articles() >= limit).then(|| gathering.site.edition.clone());
            }
            self.report = report;
            if let Some(code) = full {
                self.write(&code).await?;
                written = true;
            }
        }
        Ok(written)
    }

    /// A file with the picture that it is and the edition whose words it has.
    async fn file(&mut self, item: &Item) -> Result<Option<ArchiveFile>, ImportError> {
        let Some(mut file) = fields::file(item) else { return Ok(None) };
        let Some(archive) = &mut self.archive else { return Ok(None) };
        let Archive { survey, sites, .. } = archive;
        let site = match survey.languages.of_item(item) {
            None => Some(sites.default.clone()),
            Some(told) => {
                let language = &told.language;
                sites.of_language(self.desk, &self.who, survey, language, &mut self.report).await?
            }
        };
        if is_picture(&file.address) {
            let picture = survey.picture(&sites.default.archive, &file.address);
            file.picture = picture.map(|picture| picture.asset);
        }
        file.edition = site.map(|site| site.edition);
        Ok(Some(file))
    }

    /// Writes the files that were gathered, as they lay there.
    async fn write_files(&mut self) -> Result<(), ImportError> {
        let Some(archive) = self.archive.as_ref().filter(|_| !self.files.is_empty()) else { return Ok(()) };
        let files = TakeFiles {
            archive: archive.sites.default.archive.clone(),
            edition: archive.sites.default.edition.clone(),
            files: std::mem::take(&mut self.files),
            pages: std::mem::take(&mut self.pages),
        };
        let articles = self.report.articles();
        let outcome = self.desk.run(&self.who, &files).await;
        let new = outcome.map_err(|source| ImportError::Desk { articles, source })?.done;
        self.report.files += u64::try_from(new).unwrap_or(u64::MAX);
        Ok(())
    }

    async fn write_all(&mut self) -> Result<(), ImportError> {
        self.write_files().await?;
        let codes: Vec<_> =
            self.archive.iter().flat_map(|archive| archive.gatherings.keys().cloned()).collect();
        for code in codes {
            self.write(&code).await?;
        }
        Ok(())
    }

    /// Writes what was gathered, and then leaves the writer to others for as long as it took.
    async fn write(&mut self, edition: &EditionCode) -> Result<(), ImportError> {
        let gathering = self.archive.as_mut().and_then(|archive| archive.gatherings.get_mut(edition));
        let Some(gathering) = gathering.filter(|gathering| !gathering.is_empty()) else { return Ok(()) };
        let (portion, lines) = gathering.portion();
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

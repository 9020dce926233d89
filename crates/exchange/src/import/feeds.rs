//! A feed moves in: it is an archive whose items are told by less, and go the way of an export's.

use std::collections::{BTreeMap, HashSet};

use desk::{ArchiveFile, Desk, TakeFronts};
use domain::{Actor, Authority};

use super::{
    Archive, Import, ImportError, MAX_PORTION, Options, Progress, Report, Surveys,
    addresses::Base,
    feed_item::{self, Taking},
    languages::locale_of,
    portion::{Place, words},
    site::Sites,
    survey::Survey,
};
use crate::{
    feed_in::{self, Entry, Feed, Header, Item, Limits, Use},
    wxr::Channel,
};

/// Imports a feed, whose bytes are as they came. `progress` is called after every portion.
///
/// # Errors
/// [`ImportError::Feed`] where it is no feed; one that breaks off is read up to there.
pub async fn import_feed(
    desk: &Desk,
    bytes: &[u8],
    options: &Options,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report, ImportError> {
    let letters = feed_in::letters(bytes)?;
    let feed = Feed::read(&letters, Limits::default())?;
    let (surveys, survey) = (Surveys::default(), Survey::default());
    let channel = channel_of(feed.header());
    let mut import = Import {
        desk,
        who: Authority::operator(Actor::Import),
        options,
        surveys: &surveys,
        report: Report::default(),
        archive: None,
        files: Vec::new(),
        pages: Vec::new(),
        limit: 50,
    };
    import.open_feed(&channel, &survey).await?;
    let mut at = 0;
    for entry in feed.items() {
        match entry {
            Ok(Entry::Notice(notice)) => import.report.notice(&notice),
            Ok(Entry::Item(item)) => {
                at = item.offset;
                if import.feed_item(*item, feed.header(), &survey).await? {
                    progress(Progress { bytes: at, articles: import.report.articles() });
                }
            }
            Err(broken) => import.report.broken = Some(broken.to_string()),
        }
    }
    import.write_all().await?;
    let read = if import.report.broken.is_some() { at } else { feed.length() };
    progress(Progress { bytes: read, articles: import.report.articles() });
    Ok(import.report)
}

/// The site of a feed. One that does not say where it lies is told from others by what it says.
fn channel_of(header: &Header) -> Channel {
    let Header { title, link, address, id, language, .. } = header;
    let names = [link, address, id, title].into_iter().find(|name| !name.is_empty());
    Channel {
        title: title.clone(),
        link: names.cloned().unwrap_or_else(|| "feed".to_owned()),
        language: language.clone(),
        ..Channel::default()
    }
}

impl<'a> Import<'a> {
    /// The edition of a feed; its old front leads there.
    async fn open_feed(&mut self, channel: &Channel, survey: &'a Survey) -> Result<(), ImportError> {
        let opened = Sites::open(self.desk, &self.who, channel, survey, self.options, &mut self.report);
        let sites = opened.await?;
        let fronts = TakeFronts {
            archive: sites.default.archive.clone(),
            edition: sites.default.edition.clone(),
            addresses: Base::new(channel, None).front(),
        };
        // What a feed does not tell, where topics and authors were found, is not guessed: the survey
        // names no site.
        self.archive = Some(Archive { survey, sites, gatherings: BTreeMap::new(), seen: HashSet::new() });
        let outcome = self.desk.run(&self.who, &fronts).await;
        outcome.map(drop).map_err(|source| ImportError::Desk { articles: 0, source })
    }

    /// Takes an item; tells whether a portion was written.
    async fn feed_item(&mut self, item: Item, header: &Header, survey: &Survey) -> Result<bool, ImportError> {
        if let Use::Other(kind) = &item.what {
            if kind == "comment" {
                self.report.comments += 1;
            } else {
                self.report.left_out(kind);
            }
            return Ok(false);
        }
        let language = self.own_language(&item, header);
        let place = Place { line: item.line, title: words(&item.title), address: item.link.clone() };
        let mut report = std::mem::take(&mut self.report);
        let (desk, limit) = (self.desk, self.limit);
        let (now, frame) = (desk.world().now(), desk.store().frame());
        // The report is put back before anything that can fail is looked at.
        let gathering = self.gathering(language.as_deref()).await;
        let mut full = None;
        let mut files: Vec<ArchiveFile> = Vec::new();
        let outcome = gathering.map(|gathering| match gathering {
            Some(gathering) => {
                let taking = Taking { header, now, world: desk.world(), sections: &frame.sections, survey };
                files = feed_item::take(item, place, &taking, gathering, &mut report);
                full = (gathering.articles() >= limit).then(|| gathering.site.edition.clone());
            }
            None => report.refuse(&place, "no edition can be made for its language"),
        });
        report.editions_made.append(&mut self.report.editions_made);
        self.report = report;
        outcome?;
        self.files.extend(files);
        if self.files.len() >= MAX_PORTION {
            self.write_files().await?;
        }
        match full {
            Some(code) => self.write(&code).await.map(|()| true),
            None => Ok(false),
        }
    }

    /// The language of an item where it is another one than its feed's: the first part of its tag, since
    /// a feed in the English of two countries is one.
    fn own_language(&self, item: &Item, header: &Header) -> Option<String> {
        let spoken = |text: &str| locale_of(text).map(|locale| locale.language().to_owned());
        let own = spoken(&item.language)?;
        let of_edition = self.archive.as_ref().map(|archive| archive.sites.default.locale.language());
        let is_feeds = spoken(&header.language).is_some_and(|feeds| feeds == own);
        (!is_feeds && of_edition != Some(own.as_str())).then_some(own)
    }
}

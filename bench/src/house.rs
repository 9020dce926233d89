//! A portal filled with generated articles, on either database, with the site that shows it.
//! It is filled through the desk's own use cases, a portion at a time.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

use desk::{
    Archived, ArchivedBranch, ArchivedTerm, Desk, Portion, PutEdition, SystemWorld, UseCase, World as _,
};
use document::{PlainResolver, html_in};
use domain::{Actor, Authority, Edition, EditionCode, Headlines, LocaleTag, Moment, Slug};
use http::StatusCode;
use locale::Messages;
use media::{Blobs, Bounds, Renderer};
use press::Press;
use search::Search;
use site::{Clock, Site};
use store::{Content, Database, Follower, Store};
use tempfile::TempDir;

use crate::{
    failure::Failure,
    prose::{AUTHORS, Article, SECTIONS, TOPICS, author, topic},
};

/// Articles written at once.
const PORTION: u64 = 200;
/// Between one article and the next.
const SECONDS_APART: i64 = 50 * 60;

/// Where a house keeps its truth.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// A data folder.
    Sqlite(PathBuf),
    /// A server.
    Postgres(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        })
    }
}

impl Place {
    async fn open(&self) -> Result<Database, Failure> {
        Ok(match self {
            Self::Sqlite(folder) => Database::sqlite(&folder.join("masthead.db")).await?,
            Self::Postgres(url) => Database::postgres(url).await?,
        })
    }
}

impl Place {
    /// Where the search index lies: in the data folder, as a node has it.
    fn index(&self) -> Result<(PathBuf, Option<TempDir>), Failure> {
        match self {
            Self::Sqlite(folder) => Ok((folder.join("search"), None)),
            Self::Postgres(_) => {
                let folder = tempfile::tempdir().map_err(Failure::io("a folder for the index"))?;
                Ok((folder.path().to_owned(), Some(folder)))
            }
        }
    }
}

/// A portal with one edition, `en`, and twelve sections.
pub(crate) struct House {
    /// Where it stands.
    pub(crate) place: Place,
    /// How many articles it was filled with, numbered from 0.
    pub(crate) articles: u64,
    pub(crate) desk: Desk,
    site: Site,
    /// The folder of the index, where no data folder holds it.
    _index: Option<TempDir>,
}

impl House {
    /// Fills an empty place.
    pub(crate) async fn fill(place: Place, articles: u64) -> Result<Self, Failure> {
        if let Place::Sqlite(folder) = &place {
            make_folder(folder)?;
        }
        let house = Self::open(place.clone(), articles).await?;
        house.run(PutEdition { edition: edition()? }).await?;
        let opening = house.desk.world().now().micros() / 1_000_000 - SECONDS_APART * signed(articles + 1);
        for first in (0..articles.max(1)).step_by(usize::try_from(PORTION).unwrap_or(1)) {
            house.run(portion(first..articles.min(first + PORTION), opening)?).await?;
        }
        if let Database::Postgres(pool) = house.desk.store().database() {
            // What autovacuum does within a minute of so many writes.
            sqlx::query("vacuum analyze").execute(pool).await?;
        }
        // Opened again, as a node finds it: SQLite's log is folded into its file then.
        house.desk.store().database().close().await;
        let house = Self::open(place, articles).await?;
        house.desk.store().journal().catch_up().await?;
        Ok(house)
    }

    async fn open(place: Place, articles: u64) -> Result<Self, Failure> {
        let store = Arc::new(Store::new(place.open().await?).await?);
        let messages = Arc::new(Messages::shipped().map_err(|e| Failure::Messages(e.to_string()))?);
        let desk = Desk::new(Arc::clone(&store), Arc::new(SystemWorld), Arc::clone(&messages));
        let press = Arc::new(Press::new(Arc::clone(&messages), None)?);
        let (folder, index) = place.index()?;
        let clock: Clock = Arc::new(|| SystemWorld.now());
        let search = Arc::new(Search::new(Arc::clone(&store), folder.clone(), Arc::clone(&clock)));
        store.journal().register(Arc::clone(&search) as Arc<dyn Follower>);
        // Nothing of a generated archive shows a picture: nothing is ever kept there.
        let media = Renderer::new(Blobs::disk(folder.join("media")), Bounds::default());
        let site = Site::new(store, press, search, media, clock);
        Ok(Self { place, articles, desk, site, _index: index })
    }

    /// Does a use case as whoever may do everything.
    pub(crate) async fn run<C: UseCase>(&self, case: C) -> Result<C::Done, Failure> {
        Ok(self.desk.run(&operator(), &case).await?.done)
    }

    /// Renders the page at `address` from the store, as the site answers it.
    ///
    /// # Errors
    /// Nothing lies there.
    pub(crate) async fn get(&self, address: &str) -> Result<String, Failure> {
        let bad = |cause| Failure::Address { address: address.to_owned(), cause };
        let answer = self.site.get(address).await.map_err(bad)?;
        if answer.status() != StatusCode::OK {
            return Err(Failure::Status { address: address.to_owned(), status: answer.status().as_u16() });
        }
        Ok(String::from_utf8_lossy(answer.body()).into_owned())
    }
}

/// The edition that everything is written in.
pub(crate) fn code() -> Result<EditionCode, Failure> {
    EditionCode::parse("en").map_err(Failure::word("en"))
}

/// A slug.
pub(crate) fn slug(text: &str) -> Result<Slug, Failure> {
    Slug::parse(text).map_err(Failure::word(text))
}

/// The content of an article, without sections, topics and author.
pub(crate) fn content(article: &Article) -> Content {
    let mut ids = crate::prose::Dice::of(article.number);
    let parsed = html_in(&article.html, &mut PlainResolver, &mut || ids.draw());
    Content {
        headlines: Headlines::of(article.title.clone()),
        standfirst: Some(article.excerpt.clone()),
        body: parsed.document,
        ..Content::default()
    }
}

/// Whoever may do everything.
fn operator() -> Authority {
    Authority::operator(Actor::CommandLine)
}

/// Makes a folder for a data folder.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(Failure::io(folder.display().to_string()))
}

fn edition() -> Result<Edition, Failure> {
    Ok(Edition {
        code: code()?,
        locale: LocaleTag::parse("en-GB").map_err(Failure::word("en-GB"))?,
        label: "English".to_owned(),
        label_locale: None,
        name: None,
        tagline: None,
        reuse_rule: None,
        open: true,
        ordinal: 0,
    })
}

/// The articles of `numbers`; the first portion brings the sections, topics and authors.
/// `opening` is the second before the first article.
fn portion(numbers: std::ops::Range<u64>, opening: i64) -> Result<Portion, Failure> {
    let is_first = numbers.start == 0;
    let named = |names: Vec<String>| -> Result<Vec<ArchivedTerm>, Failure> {
        names.into_iter().filter(|_| is_first).map(term).collect()
    };
    Ok(Portion {
        archive: "generated".to_owned(),
        edition: code()?,
        categories: named(SECTIONS.map(str::to_owned).to_vec())?,
        tags: named((0..TOPICS).map(topic).collect())?,
        authors: named((0..AUTHORS).map(author).collect())?,
        branches: numbers.map(|number| branch(Article::of(number), opening)).collect::<Result<_, _>>()?,
    })
}

fn term(name: String) -> Result<ArchivedTerm, Failure> {
    let slug = slug(&name)?;
    Ok(ArchivedTerm {
        foreign_id: name.clone(),
        group: None,
        parent: None,
        slug,
        name,
        tagline: None,
        addresses: Vec::new(),
    })
}

fn branch(article: Article, opening: i64) -> Result<ArchivedBranch, Failure> {
    let seconds = opening + SECONDS_APART * signed(article.number + 1);
    let moment = Moment::from_micros(seconds * 1_000_000);
    Ok(ArchivedBranch {
        foreign_id: article.number.to_string(),
        group: None,
        slug: slug(&article.slug)?,
        was: Archived::Live { first_published: moment, modified: moment },
        content: content(&article),
        categories: article.sections.map(str::to_owned).to_vec(),
        tags: article.topics,
        authors: vec![article.author],
        pictures: Vec::new(),
        facts: Default::default(),
        digest: String::new(),
        addresses: Vec::new(),
    })
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

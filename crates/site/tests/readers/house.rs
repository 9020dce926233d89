//! A portal for tests: SQLite in a folder of its own, a clock that stands until it is
//! moved, editions `en` and `ar` open and `hy` closed, a section with and one without
//! Arabic words.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use bytes::Bytes;
use desk::{
    Archived, ArchivedBranch, Create, Desk, Field, FieldValue, Open, Portion, Publish, PutEdition,
    PutSection, Save, UseCase, World,
};
use document::{Document, Patch};
use domain::{
    Actor, Authority, BranchId, Edition, EditionCode, Headlines, Kind, LocaleTag, Moment, OldAddress,
    Section, SectionId, SectionWords, Slug, Space, StoryId,
};
use http::{HeaderMap, Request, Response};
use locale::Messages;
use media::{Blobs, Bounds, Renderer};
use press::Press;
use search::Search;
use site::{Answer, Clock, Site};
use store::{Content, Database, Follower, Lookup, Store};
use tempfile::TempDir;
use uuid::Uuid;

/// 2026-03-10T12:00:00Z
pub(crate) const NOON: i64 = 1_773_144_000_000_000;

struct StandingWorld {
    micros: AtomicI64,
    blocks: AtomicU64,
}

impl World for StandingWorld {
    fn now(&self) -> Moment {
        Moment::from_micros(self.micros.load(Ordering::SeqCst))
    }

    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn block_id(&self) -> u64 {
        self.blocks.fetch_add(1, Ordering::SeqCst)
    }
}

/// Where the truth lies.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(crate) const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];
}

/// Keeps a house's database until the house goes.
enum Ground {
    Folder(TempDir),
    Server(rig::Database),
}

pub(crate) struct House {
    pub(crate) site: Arc<Site>,
    pub(crate) desk: Arc<Desk>,
    world: Arc<StandingWorld>,
    pub(crate) world_section: SectionId,
    pub(crate) store: Arc<Store>,
    /// The folder of the search index.
    pub(crate) index: TempDir,
    /// Where the pictures' bytes lie.
    pub(crate) blobs: Blobs,
    _shelf: TempDir,
    _ground: Ground,
}

impl House {
    pub(crate) async fn new() -> Self {
        Self::on(Engine::Sqlite).await
    }

    pub(crate) async fn on(engine: Engine) -> Self {
        // Captured, and shown with a failure.
        println!("on {engine:?}");
        let ground = match engine {
            Engine::Sqlite => Ground::Folder(TempDir::new().unwrap()),
            Engine::Postgres => Ground::Server(rig::Postgres::shared().database()),
        };
        let database = match &ground {
            Ground::Folder(folder) => Database::sqlite(&folder.path().join("masthead.db")).await,
            Ground::Server(server) => Database::postgres(&server.url).await,
        };
        let database = database.unwrap();
        let store = Arc::new(Store::new(database).await.unwrap());
        let messages = Arc::new(Messages::shipped().unwrap());
        let world = Arc::new(StandingWorld { micros: AtomicI64::new(NOON), blocks: AtomicU64::new(1) });
        let desk = Desk::new(Arc::clone(&store), Arc::clone(&world) as Arc<dyn World>, Arc::clone(&messages));
        let desk = Arc::new(desk);
        let press = Arc::new(Press::new(Arc::clone(&messages), None).unwrap());
        let clock = Arc::clone(&world);
        let now: Clock = Arc::new(move || clock.now());
        let index = TempDir::new().unwrap();
        let search = Search::new(Arc::clone(&store), index.path().to_owned(), Arc::clone(&now));
        let search = Arc::new(search);
        store.journal().register(Arc::clone(&search) as Arc<dyn Follower>);
        let shelf = TempDir::new().unwrap();
        let blobs = Blobs::disk(shelf.path());
        let media = Renderer::new(blobs.clone(), Bounds::default());
        let site = Arc::new(Site::new(Arc::clone(&store), press, search, media, now));
        let world_section = SectionId::new(Uuid::now_v7());
        let house =
            Self { site, desk, world, world_section, store, index, blobs, _shelf: shelf, _ground: ground };
        for (ordinal, (code, locale, open)) in
            [("en", "en-GB", true), ("ar", "ar", true), ("hy", "hy", false)].into_iter().enumerate()
        {
            house.run(PutEdition { edition: edition(code, locale, open, ordinal) }).await;
        }
        house.put_section(world_section, "world", &[("en", "World"), ("ar", "العالم")]).await;
        house.put_section(SectionId::new(Uuid::now_v7()), "chess", &[("en", "Chess")]).await;
        house
    }

    /// Does a use case as whoever may do everything.
    pub(crate) async fn run<C: UseCase>(&self, case: C) -> C::Done {
        self.desk.run(&Authority::operator(Actor::CommandLine), &case).await.unwrap().done
    }

    pub(crate) async fn put_section(&self, id: SectionId, slug: &str, words: &[(&str, &str)]) {
        let named = |(edition, name): &(&str, &str)| {
            (code(edition), SectionWords { name: (*name).to_owned(), tagline: None })
        };
        let words = words.iter().map(named).collect();
        let section = Section { id, parent: None, slug: parsed(slug), ordinal: 0, words };
        self.run(PutSection { section }).await;
    }

    /// Publishes an article of the section "world" and lets a second pass.
    pub(crate) async fn publish(&self, edition: &str, slug: &str, headline: &str) -> BranchId {
        let branch = self.begin(edition, slug, headline).await;
        self.run(Publish { branch, version: 1, update: false }).await;
        self.pass(1);
        branch
    }

    /// Begins an article of the section "world".
    pub(crate) async fn begin(&self, edition: &str, slug: &str, headline: &str) -> BranchId {
        let content = Content { sections: vec![self.world_section], ..text(headline) };
        self.run(Create { edition: code(edition), story: None, slug: parsed(slug), content }).await
    }

    /// Publishes another headline of a live article.
    pub(crate) async fn rewrite(&self, branch: BranchId, headline: &str) {
        let base_version = self.run(Open { branch }).await;
        let fields = vec![FieldValue::Text(Field::Headline, headline.to_owned())];
        let saved = self.run(Save { branch, base_version, fields, body: Patch::default() }).await;
        self.run(Publish { branch, version: saved.version, update: true }).await;
    }

    /// The story of an article that readers see.
    pub(crate) async fn story_of(&self, edition: &str, slug: &str) -> StoryId {
        let mut snapshot = self.store.snapshot().await.unwrap();
        let found = snapshot.article(&code(edition), Space::Post, slug, self.now()).await.unwrap();
        let Lookup::Here(article) = found else { panic!("{found:?}") };
        article.story
    }

    /// Takes in an archive of `http://old.example` with one post: its old addresses, and what it was.
    pub(crate) async fn import(&self, slug: &str, was: Archived, old: &[&str]) {
        let branch = ArchivedBranch {
            foreign_id: slug.to_owned(),
            group: None,
            slug: parsed(slug),
            was,
            content: text("From the archive"),
            categories: Vec::new(),
            tags: Vec::new(),
            authors: Vec::new(),
            pictures: Vec::new(),
            facts: Default::default(),
            digest: String::new(),
            addresses: old.iter().map(|url| OldAddress::parse(url).unwrap()).collect(),
        };
        let portion = Portion {
            archive: "http://old.example".to_owned(),
            edition: code("en"),
            categories: Vec::new(),
            tags: Vec::new(),
            authors: Vec::new(),
            branches: vec![branch],
        };
        self.run(portion).await;
    }

    /// Moves the clock on.
    pub(crate) fn pass(&self, seconds: i64) {
        self.world.micros.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    pub(crate) fn now(&self) -> Moment {
        self.world.now()
    }

    pub(crate) async fn get(&self, target: &str) -> Response<Bytes> {
        self.site.get(target).await.unwrap()
    }

    pub(crate) async fn get_with(&self, target: &str, name: &'static str, value: &str) -> Response<Bytes> {
        let headers = HeaderMap::from_iter([(
            http::HeaderName::from_static(name),
            http::HeaderValue::try_from(value).unwrap(),
        )]);
        self.site.get_with(target, headers).await.unwrap()
    }

    /// The answer as values.
    pub(crate) async fn look_up(&self, target: &str) -> Answer {
        let (parts, ()) = Request::get(target).body(()).unwrap().into_parts();
        self.site.look_up(&parts, self.now()).await
    }

    /// Status and Location.
    pub(crate) async fn leads(&self, target: &str) -> (u16, String) {
        let response = self.get(target).await;
        (response.status().as_u16(), header(&response, "location").to_owned())
    }
}

pub(crate) const fn live() -> Archived {
    let moment = Moment::from_micros(NOON - 86_400_000_000);
    Archived::Live { first_published: moment, modified: moment }
}

pub(crate) fn header<'a>(response: &'a Response<Bytes>, name: &str) -> &'a str {
    response.headers().get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
}

pub(crate) fn body(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

pub(crate) fn parsed(slug: &str) -> Slug {
    Slug::parse(slug).unwrap()
}

pub(crate) fn code(code: &str) -> EditionCode {
    EditionCode::parse(code).unwrap()
}

pub(crate) fn text(headline: &str) -> Content {
    Content {
        kind: Kind::News,
        headlines: Headlines::of(headline),
        standfirst: Some(format!("Under {headline}")),
        body: Document::default(),
        ..Content::default()
    }
}

pub(crate) fn edition(code_: &str, locale: &str, open: bool, ordinal: usize) -> Edition {
    Edition {
        code: code(code_),
        locale: LocaleTag::parse(locale).unwrap(),
        label: code_.to_owned(),
        label_locale: None,
        name: None,
        tagline: None,
        reuse_rule: None,
        open,
        ordinal: i64::try_from(ordinal).unwrap(),
    }
}

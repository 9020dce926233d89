//! A store of either engine, a desk on it, a clock that is set, and an index in a folder.

use std::{
    future::Future,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use desk::{Create, Desk, Field, FieldValue, Open, Publish, PutEdition, Save, UseCase, World};
use document::{Block, BlockId, BlockKind, Document, Inline, Patch};
use domain::{Actor, Authority, BranchId, Edition, EditionCode, Headlines, LocaleTag, Moment, Slug};
use locale::Messages;
use search::{Asked, Found, Search, SearchError};
use store::{Content, Database, Follower, Store};
use uuid::Uuid;

/// 2026-01-01T00:00:00Z, when every house opens.
pub(crate) const OPENING: Moment = Moment::from_micros(1_767_225_600_000_000);

/// Which database a house stands on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// Makes of `async fn name(engine: Engine)` a module with a test for each database.
macro_rules! on_both {
    ($(async fn $name:ident($engine:ident: Engine) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn on($engine: $crate::house::Engine) $body

            #[test]
            fn sqlite() {
                $crate::house::block_on(on($crate::house::Engine::Sqlite));
            }

            #[test]
            fn postgres() {
                $crate::house::block_on(on($crate::house::Engine::Postgres));
            }
        }
    )+};
}
pub(crate) use on_both;

/// Runs a test on a runtime of its own.
pub(crate) fn block_on<F: Future>(test: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(test)
}

pub(crate) struct FakeWorld {
    now: AtomicI64,
    blocks: AtomicU64,
}

impl World for FakeWorld {
    fn now(&self) -> Moment {
        Moment::from_micros(self.now.load(Ordering::SeqCst))
    }

    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn block_id(&self) -> u64 {
        self.blocks.fetch_add(1, Ordering::SeqCst)
    }
}

enum Place {
    Sqlite(tempfile::TempDir),
    Postgres(rig::Database),
}

pub(crate) struct House {
    pub(crate) store: Arc<Store>,
    pub(crate) desk: Arc<Desk>,
    pub(crate) search: Arc<Search>,
    world: Arc<FakeWorld>,
    place: Place,
    folder: tempfile::TempDir,
}

impl House {
    /// Editions `en` and `ru` open, `ar` closed; the index is not built yet.
    pub(crate) async fn new(engine: Engine) -> Self {
        let place = match engine {
            Engine::Sqlite => Place::Sqlite(tempfile::tempdir().unwrap()),
            Engine::Postgres => Place::Postgres(rig::Postgres::shared().database()),
        };
        let world = Arc::new(FakeWorld { now: AtomicI64::new(OPENING.micros()), blocks: AtomicU64::new(1) });
        let house = Self::at(place, world, tempfile::tempdir().unwrap()).await;
        for (code, locale, open) in [("en", "en-GB", true), ("ru", "ru", true), ("ar", "ar", false)] {
            house.does(PutEdition { edition: edition(code, locale, open) }).await;
        }
        house.store.snapshot().await.unwrap().close().await.unwrap();
        house
    }

    async fn at(place: Place, world: Arc<FakeWorld>, folder: tempfile::TempDir) -> Self {
        let database = match &place {
            Place::Sqlite(dir) => Database::sqlite(&dir.path().join("masthead.db")).await.unwrap(),
            Place::Postgres(database) => Database::postgres(&database.url).await.unwrap(),
        };
        let store = Arc::new(Store::new(database).await.unwrap());
        let messages = Arc::new(Messages::shipped().unwrap());
        let desk = Desk::new(Arc::clone(&store), Arc::clone(&world) as Arc<dyn World>, messages);
        let clock = Arc::clone(&world);
        let search =
            Search::new(Arc::clone(&store), folder.path().join("search"), Arc::new(move || clock.now()));
        let search = Arc::new(search);
        store.journal().register(Arc::clone(&search) as Arc<dyn Follower>);
        Self { store, desk: Arc::new(desk), search, world, place, folder }
    }

    /// The house after its process died and was started again.
    pub(crate) async fn reopened(self) -> Self {
        let Self { store, desk, search, world, place, folder } = self;
        drop((desk, search));
        store.database().close().await;
        drop(store);
        Self::at(place, world, folder).await
    }

    /// The folder of the index that is served.
    pub(crate) fn index(&self) -> PathBuf {
        self.folder.path().join("search/index")
    }

    pub(crate) fn building(&self) -> PathBuf {
        self.folder.path().join("search/building")
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.world.now.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    pub(crate) fn now(&self) -> Moment {
        self.world.now()
    }

    /// Does a use case as whoever may do everything.
    pub(crate) async fn does<C: UseCase>(&self, case: C) -> C::Done {
        self.desk.run(&Authority::operator(Actor::CommandLine), &case).await.unwrap().done
    }

    pub(crate) async fn draft(&self, edition: &str, slug: &str, headline: &str, body: &str) -> BranchId {
        let content = article(headline, body);
        self.does(Create { edition: code(edition), story: None, slug: Slug::parse(slug).unwrap(), content })
            .await
    }

    pub(crate) async fn publish(&self, edition: &str, slug: &str, headline: &str, body: &str) -> BranchId {
        let branch = self.draft(edition, slug, headline, body).await;
        self.does(Publish { branch, version: 1, update: false }).await;
        branch
    }

    /// Publishes another headline of a live article.
    pub(crate) async fn rewrite(&self, branch: BranchId, headline: &str) {
        let base_version = self.does(Open { branch }).await;
        let fields = vec![FieldValue::Text(Field::Headline, headline.to_owned())];
        let saved = self.does(Save { branch, base_version, fields, body: Patch::default() }).await;
        self.does(Publish { branch, version: saved.version, update: true }).await;
    }

    /// The followers' turn.
    pub(crate) async fn catch_up(&self) {
        self.store.journal().catch_up().await.unwrap();
    }

    pub(crate) async fn ask(&self, edition: &str, text: &str) -> Result<Found, SearchError> {
        self.ask_from(edition, text, 0).await
    }

    pub(crate) async fn ask_from(
        &self,
        edition: &str,
        text: &str,
        from: usize,
    ) -> Result<Found, SearchError> {
        let frame = self.store.frame();
        let edition = frame.edition(edition).unwrap();
        self.search.find(Asked { edition, text, from, hits: 20, most: 200 }).await
    }

    pub(crate) async fn finds(&self, edition: &str, text: &str) -> Vec<BranchId> {
        self.ask(edition, text).await.unwrap().branches
    }

    /// Up to where the index on disk holds the journal.
    pub(crate) async fn bookmark(&self) -> Option<store::Position> {
        self.search.bookmark().await.unwrap()
    }
}

pub(crate) fn edition(code: &str, locale: &str, open: bool) -> Edition {
    Edition {
        code: self::code(code),
        locale: LocaleTag::parse(locale).unwrap(),
        label: code.to_owned(),
        label_locale: None,
        name: None,
        tagline: None,
        reuse_rule: None,
        open,
        ordinal: 0,
    }
}

pub(crate) fn code(text: &str) -> EditionCode {
    EditionCode::parse(text).unwrap()
}

pub(crate) fn article(headline: &str, body: &str) -> Content {
    let kind = BlockKind::Paragraph { text: vec![Inline::plain(body)] };
    Content {
        headlines: Headlines::of(headline),
        body: Document::new(vec![Block { id: BlockId::new(1), kind, of: None }]).unwrap(),
        ..Content::default()
    }
}

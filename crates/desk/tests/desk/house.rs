//! A house to test in: a store of either engine, a desk on it, a clock that stands still
//! until it is set, and ids that are drawn from a seed.

use std::{
    collections::BTreeMap,
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use desk::{Create, Desk, DeskError, Outcome, Publish, PutEdition, PutSection, UseCase, World};
use document::{Block, BlockId, BlockKind, Document, Inline};
use domain::{
    Actor, Authority, BranchId, Edition, EditionCode, Headlines, LocaleTag, Moment, Section, SectionId,
    SectionWords, Slug, StoryId,
};
use locale::Messages;
use store::{BranchState, Content, Database, ListKey, ListName, Store};
use uuid::Uuid;

/// 2026-01-01T00:00:00Z, when every house opens.
pub(crate) const OPENING: Moment = Moment::from_micros(1_767_225_600_000_000);

/// Which database a house stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// Makes of `async fn name(engine: Engine)` a module with a test for each database.
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($engine:ident: Engine) $body:block)+) => {$(
        $(#[$doc])*
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

/// A clock that is set, and ids from a seed.
#[derive(Debug)]
pub(crate) struct FakeWorld {
    now: AtomicI64,
    drawn: AtomicU64,
}

impl FakeWorld {
    fn new() -> Self {
        Self { now: AtomicI64::new(OPENING.micros()), drawn: AtomicU64::new(0) }
    }

    pub(crate) fn set(&self, now: Moment) {
        self.now.store(now.micros(), Ordering::SeqCst);
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.set(self.now().plus_seconds(seconds));
    }

    /// SplitMix64: each number once, in no order.
    fn draw(&self) -> u64 {
        let mut z = self.drawn.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl World for FakeWorld {
    fn now(&self) -> Moment {
        Moment::from_micros(self.now.load(Ordering::SeqCst))
    }

    fn uuid(&self) -> Uuid {
        let millis = u64::try_from(self.now().micros() / 1_000).unwrap_or_default();
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.draw().to_be_bytes());
        random[8..].copy_from_slice(&self.draw().to_be_bytes()[..2]);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    fn block_id(&self) -> u64 {
        self.draw()
    }
}

enum Place {
    Sqlite(tempfile::TempDir),
    Postgres(rig::Database),
}

/// A store, a desk, a world.
pub(crate) struct House {
    pub(crate) store: Arc<Store>,
    pub(crate) desk: Arc<Desk>,
    pub(crate) world: Arc<FakeWorld>,
    place: Place,
}

impl House {
    /// An empty one.
    pub(crate) async fn new(engine: Engine) -> Self {
        let place = match engine {
            Engine::Sqlite => Place::Sqlite(tempfile::tempdir().unwrap()),
            Engine::Postgres => Place::Postgres(rig::Postgres::shared().database()),
        };
        Self::at(place, Arc::new(FakeWorld::new())).await
    }

    /// One with the editions `en`, `ar` and `us`, open.
    pub(crate) async fn open(engine: Engine) -> Self {
        let house = Self::new(engine).await;
        for (code, locale) in [("en", "en-GB"), ("ar", "ar"), ("us", "en-US")] {
            house.does(&PutEdition { edition: edition(code, locale, true) }).await;
        }
        house
    }

    async fn at(place: Place, world: Arc<FakeWorld>) -> Self {
        let database = match &place {
            Place::Sqlite(dir) => Database::sqlite(&dir.path().join("masthead.db")).await.unwrap(),
            Place::Postgres(database) => Database::postgres(&database.url).await.unwrap(),
        };
        let store = Arc::new(Store::new(database).await.unwrap());
        let desk = Self::desk_on(&store, &world);
        Self { store, desk, world, place }
    }

    fn desk_on(store: &Arc<Store>, world: &Arc<FakeWorld>) -> Arc<Desk> {
        let messages = Arc::new(Messages::shipped().unwrap());
        Arc::new(Desk::new(Arc::clone(store), Arc::clone(world) as Arc<dyn World>, messages))
    }

    /// Another node of the same portal, with the same clock.
    pub(crate) async fn second_node(&self) -> Arc<Desk> {
        let database = match &self.place {
            Place::Sqlite(dir) => Database::sqlite(&dir.path().join("masthead.db")).await.unwrap(),
            Place::Postgres(database) => Database::postgres(&database.url).await.unwrap(),
        };
        Self::desk_on(&Arc::new(Store::new(database).await.unwrap()), &self.world)
    }

    /// The house after its process died and was started again.
    pub(crate) async fn reopened(self) -> Self {
        let Self { store, desk, world, place } = self;
        drop(desk);
        drop(store);
        Self::at(place, world).await
    }

    /// Does a use case as whoever may do everything.
    pub(crate) async fn tries<C: UseCase>(&self, case: &C) -> Result<Outcome<C::Done>, DeskError> {
        self.desk.run(&operator(), case).await
    }

    /// The same where nothing may go wrong.
    pub(crate) async fn does<C: UseCase>(&self, case: &C) -> C::Done {
        self.tries(case).await.expect("a use case that must succeed").done
    }

    /// A root section, or one under `parent`, with a name in every edition.
    pub(crate) async fn section(&self, slug: &str, parent: Option<SectionId>) -> SectionId {
        let id = SectionId::new(self.world.uuid());
        let words = |name: &str| SectionWords { name: name.to_owned(), tagline: None };
        let words: BTreeMap<_, _> =
            self.store.frame().editions.iter().map(|e| (e.code.clone(), words(slug))).collect();
        let section = Section { id, parent, slug: Slug::parse(slug).unwrap(), ordinal: 0, words };
        self.does(&PutSection { section }).await;
        id
    }

    /// A draft.
    pub(crate) async fn draft(&self, edition: &str, slug: &str, content: Content) -> BranchId {
        self.draft_of(None, edition, slug, content).await
    }

    /// A draft of a story.
    pub(crate) async fn draft_of(
        &self,
        story: Option<StoryId>,
        edition: &str,
        slug: &str,
        content: Content,
    ) -> BranchId {
        let slug = Slug::parse(slug).unwrap();
        self.does(&Create { edition: code(edition), story, slug, content }).await
    }

    /// Publishes the working copy as it stands.
    pub(crate) async fn publish(&self, branch: BranchId) {
        let version = self.version(branch).await;
        self.does(&Publish { branch, version, update: false }).await;
    }

    /// A live article.
    pub(crate) async fn live(&self, edition: &str, slug: &str, sections: &[SectionId]) -> BranchId {
        let branch = self.draft(edition, slug, article(slug, sections)).await;
        self.publish(branch).await;
        branch
    }

    /// A branch as it stands.
    pub(crate) async fn state(&self, branch: BranchId) -> BranchState {
        self.store.begin().await.unwrap().branch(branch).await.unwrap().unwrap()
    }

    /// The version of the working copy.
    pub(crate) async fn version(&self, branch: BranchId) -> i64 {
        self.state(branch).await.branch.work.unwrap().version
    }

    /// What readers see of a list at this moment, page by page of `size`, newest first.
    pub(crate) async fn walk(&self, list: &ListName, size: i64) -> Vec<(Moment, BranchId)> {
        let now = self.world.now();
        let mut found: Vec<(Moment, BranchId)> = Vec::new();
        loop {
            let mut snapshot = self.store.snapshot().await.unwrap();
            let page = store::PageOf { before: found.last().copied(), limit: size };
            let rows = snapshot.list(list, page, now).await.unwrap();
            snapshot.close().await.unwrap();
            let read = rows.len();
            let shown = rows.into_iter().filter_map(|row| row.for_readers(now).ok());
            found.extend(shown.map(|row| (row.moment, row.branch)));
            if i64::try_from(read).unwrap() < size {
                return found;
            }
        }
    }

    /// What readers see of a list at this moment, in no order.
    pub(crate) async fn listed(&self, list: &ListName) -> Vec<BranchId> {
        let mut found: Vec<_> = self.walk(list, 500).await.into_iter().map(|(_, branch)| branch).collect();
        found.sort_unstable();
        found
    }

    /// Every invariant of the store holds.
    pub(crate) async fn check(&self) {
        assert_eq!(store::check(&self.store).await.unwrap(), Vec::new());
    }
}

pub(crate) fn operator() -> Authority {
    Authority::operator(Actor::CommandLine)
}

pub(crate) fn code(text: &str) -> EditionCode {
    EditionCode::parse(text).unwrap()
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

pub(crate) fn list(edition: &str, key: ListKey) -> ListName {
    ListName { edition: code(edition), key }
}

pub(crate) fn paragraph(id: u64, words: &str) -> Block {
    let kind = BlockKind::Paragraph { text: vec![Inline::plain(words)] };
    Block { id: BlockId::new(id), kind, of: None }
}

/// An article of one paragraph.
pub(crate) fn article(headline: &str, sections: &[SectionId]) -> Content {
    Content {
        headlines: Headlines::of(headline),
        body: Document::new(vec![paragraph(1, "Rain fell on the harbour all night.")]).unwrap(),
        sections: sections.to_vec(),
        ..Content::default()
    }
}

/// Runs a statement beside the store, as somebody with a database shell would; tells how many rows
/// it changed.
pub(crate) async fn meddle(store: &Store, sql: &'static str) -> u64 {
    match store.database() {
        Database::Sqlite { writer, .. } => sqlx::query(sql).execute(writer).await.unwrap().rows_affected(),
        Database::Postgres(pool) => sqlx::query(sql).execute(pool).await.unwrap().rows_affected(),
    }
}

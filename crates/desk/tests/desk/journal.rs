//! What a use case tells the journal, and when.

use std::sync::{Arc, Mutex};

use desk::{ChangeSlug, Publish, SetExpiry, Withdraw, World as _};
use domain::{Slug, Tag, Withdrawal};
use store::{BoxFuture, Entry, Follower, Pace, Position, Result, Store};

use crate::house::{House, article, code, on_both};

/// Keeps what it reads.
pub(crate) struct Recorder {
    pace: Pace,
    read: Mutex<(Position, Vec<Entry>)>,
}

impl Recorder {
    /// From now on.
    pub(crate) async fn register(store: &Store, pace: Pace) -> Arc<Self> {
        let head = store.journal().head().await.unwrap();
        let recorder = Arc::new(Self { pace, read: Mutex::new((head, Vec::new())) });
        store.journal().register(Arc::clone(&recorder) as Arc<dyn Follower>);
        recorder
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.read.lock().unwrap().1.clone()
    }

    fn place(&self) -> Position {
        self.read.lock().unwrap().0
    }

    /// The tags that fell with the newest event.
    pub(crate) fn fell(&self) -> Vec<Tag> {
        self.entries().pop().map(|entry| entry.event.tags).unwrap_or_default()
    }
}

impl Follower for Recorder {
    fn name(&self) -> &'static str {
        "recorder"
    }

    fn pace(&self) -> Pace {
        self.pace
    }

    fn bookmark(&self) -> BoxFuture<'_, Result<Option<Position>>> {
        Box::pin(async { Ok(Some(self.place())) })
    }

    fn follow<'a>(&'a self, entries: &'a [Entry]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mut read = self.read.lock().unwrap();
            read.0 = entries.last().map_or(read.0, |entry| entry.position);
            read.1.extend(entries.iter().cloned());
            Ok(())
        })
    }

    fn rebuild(&self, position: Position) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { panic!("nothing made it rebuild at {position:?}") })
    }
}

on_both! {
    async fn who_published_is_answered_after_the_followers_that_must_have_read_it(engine: Engine) {
        let house = House::open(engine).await;
        let recorder = Recorder::register(&house.store, Pace::BeforeAnswer).await;
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        let outcome = house.tries(&Publish { branch, version: 1, update: false }).await.unwrap();
        assert_eq!(recorder.place(), outcome.position);
        let names: Vec<_> = recorder.entries().into_iter().map(|entry| entry.event.name).collect();
        assert_eq!(names, ["branch.created", "branch.published"]);
    }

    async fn what_vanishes_and_what_appears_drops_every_list_it_stands_in(engine: Engine) {
        let house = House::open(engine).await;
        let world = house.section("world", None).await;
        let asia = house.section("asia", Some(world)).await;
        let recorder = Recorder::register(&house.store, Pace::BeforeAnswer).await;
        let branch = house.draft("en", "rain", article("Rain", &[asia])).await;
        assert_eq!(recorder.fell(), [], "a draft is on no page");
        let lists = [
            Tag::Branch(branch),
            Tag::EditionList(code("en")),
            Tag::SectionList(code("en"), world),
            Tag::SectionList(code("en"), asia),
            Tag::Path("/en/post/rain".to_owned()),
            Tag::Story(house.state(branch).await.branch.story),
        ];
        let all_fell = |what: &str| {
            let fell = recorder.fell();
            assert!(lists.iter().all(|tag| fell.contains(tag)), "{what}: {fell:?}");
        };
        house.publish(branch).await;
        all_fell("published");
        house.does(&SetExpiry { branch, at: Some(house.world.now().plus_seconds(60)) }).await;
        all_fell("it will vanish from the lists at another moment");
        house.does(&Withdraw { branch, reason: Withdrawal::Legal }).await;
        all_fell("withdrawn");
        house.does(&ChangeSlug { branch, slug: Slug::parse("drizzle").unwrap() }).await;
        let fell = recorder.fell();
        for path in ["/en/post/rain", "/en/post/drizzle"] {
            assert!(fell.contains(&Tag::Path(path.to_owned())), "a cached 404 ends, a 301 begins: {fell:?}");
        }
    }

    async fn the_journal_holds_facts_and_no_words(engine: Engine) {
        let house = House::open(engine).await;
        let recorder = Recorder::register(&house.store, Pace::BeforeAnswer).await;
        let secret = "Minister resigns";
        let branch = house.draft("en", "rain", article(secret, &[])).await;
        house.publish(branch).await;
        let told = format!("{:?}", recorder.entries());
        assert!(told.contains("branch.published") && !told.contains(secret), "{told}");
    }
}

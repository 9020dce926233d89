//! Law 3, killed while moments come: the clerk turns what is due, and whoever comes back finds
//! each branch either still due or live, once, and turns the rest.

use std::time::Duration;

use desk::{Archived, ArchivedBranch, Desk, Portion, SystemWorld, World as _};
use document::Document;
use domain::{EditionCode, Headlines, Slug};
use store::Content;

use crate::{
    moments::Moments,
    place::{Place, on_both, operator},
    rows::{execute, number},
    victim::{Orders, Victim, Work},
};

/// Longest time that a victim works: some dozens of rows.
const LONGEST: Duration = Duration::from_millis(300);
/// Rows that are due when a victim begins; more than it can turn.
const DUE: i64 = 400;

/// Makes `count` branches whose moment has come. They are scheduled for a second ahead and
/// their agenda rows are then due by what the clock says, so that nobody need wait.
pub(crate) async fn make_due(desk: &Desk, count: i64) {
    let before = number(desk, "select count(*) from branch").await;
    let now = SystemWorld.now();
    let branch = |number: i64| ArchivedBranch {
        foreign_id: format!("due-{number}"),
        group: None,
        slug: Slug::parse(&format!("due-{number}")).unwrap(),
        was: Archived::Scheduled(now),
        content: Content {
            headlines: Headlines::of(format!("Due {number}")),
            body: Document::default(),
            ..Content::default()
        },
        categories: Vec::new(),
        tags: Vec::new(),
        authors: Vec::new(),
        pictures: Vec::new(),
        facts: Default::default(),
        digest: String::new(),
        addresses: Vec::new(),
    };
    let portion = Portion {
        archive: "agenda".to_owned(),
        edition: EditionCode::parse("en").unwrap(),
        categories: Vec::new(),
        tags: Vec::new(),
        authors: Vec::new(),
        branches: (before..before + count).map(branch).collect(),
    };
    desk.run(&operator(), &portion).await.unwrap();
}

/// A dead clerk's lease holds for seconds more; this is as if they had passed.
pub(crate) async fn let_lease_end(desk: &Desk) {
    execute(desk, "update lease set expires = 0").await;
}

/// Each branch is due or live, and each that is live went live by one event; the number live.
pub(crate) async fn live_once(desk: &Desk) -> i64 {
    let live =
        number(desk, "select count(*) from branch b where b.slug like 'due-%' and b.publication = 'live'")
            .await;
    let due = number(
        desk,
        "select count(*) from branch b join agenda g on g.branch = b.id \
         where b.slug like 'due-%' and b.publication = 'never' and b.due_revision is not null and g.parked is null",
    )
    .await;
    let all = number(desk, "select count(*) from branch b where b.slug like 'due-%'").await;
    assert_eq!(live + due, all, "{live} are live, {due} due");
    let events =
        number(desk, "select count(*) from journal where cast(event as text) like '%branch.published%'")
            .await;
    assert_eq!(events, live, "a branch went live twice, or without its event");
    live
}

on_both! {
    fn kill_at_random_moments_of_clerk_work_turns_each_row_once(engine: Engine) {
        let mut moments = Moments::new();
        let place = Place::with_editions(engine);
        let orders = Orders { database: place.database(), work: Work::Clerk, point: None };
        let (mut killed, mut between) = (0, 0);
        let mut live_before = 0;
        while killed < rig::kills() {
            place.inside(async |desk| {
                let due = number(&desk, "select count(*) from agenda").await;
                make_due(&desk, DUE - due).await;
                let_lease_end(&desk).await;
            });
            let victim = Victim::start(&orders);
            moments.pass(LONGEST);
            killed += u32::from(victim.kill().1);
            let live = place.inside(async |desk| live_once(&desk).await);
            between += u32::from(live > live_before);
            live_before = live;
            place.is_sound();
        }
        assert!(between > 0, "no kill fell between the first row and the last");
        // Whoever comes next turns the rest.
        place.inside(async |desk| {
            let_lease_end(&desk).await;
            let turned = desk::Clerk::new(std::sync::Arc::clone(&desk)).turn().await.unwrap();
            assert_eq!(turned.parked, 0);
            assert_eq!(number(&desk, "select count(*) from agenda").await, 0);
            live_once(&desk).await;
        });
        place.is_sound();
    }
}

//! `store::check` finds what somebody with a database shell broke.

use desk::{Schedule, SetExpiry, When};
use domain::Kind;
use store::Content;

use crate::house::{House, OPENING, article, meddle, on_both};

/// What breaks, and which invariant notices.
const BREAKS: &[(&str, &str)] = &[
    ("update revision set number = 7", "revisions are numbered without gaps"),
    ("update revision set content = '{}'", "every revision can be read"),
    ("delete from card", "a live branch has its card, and no other has one"),
    (
        "delete from listing where list in (select no from list where kind = 'edition')",
        "a live article stands in its edition's list at its moment, until its expiry",
    ),
    (
        "update listing set live_until = 1",
        "a live article stands in its edition's list at its moment, until its expiry",
    ),
    ("update listing set moment = moment + 1", "only live articles stand in served lists"),
    (
        "update address set slug = 'elsewhere' where slug = 'rain'",
        "a branch has exactly one present address, its slug",
    ),
    (
        "update address set was_public = (1 = 0) where slug = 'rain'",
        "an address that readers could see is marked so",
    ),
    ("delete from agenda where kind = 'publish'", "what is due stands in the agenda"),
    ("update agenda set due = due + 1 where kind = 'expire'", "what will expire stands in the agenda"),
    ("delete from working_copy", "a branch's version is its working copy's newest"),
    ("delete from journal where position = 2", "journal positions are without gaps"),
    ("update journal_head set position = position + 1", "journal positions are without gaps"),
    ("insert into story (id) select id from branch where slug = 'rain'", "every story has a branch"),
    (
        "update branch set live_revision = story where publication = 'live'",
        "a live branch shows a revision of its own",
    ),
    (
        "update branch set due_revision = story where due_revision is not null",
        "a scheduled revision is the branch's own",
    ),
    (
        "insert into archive_picture (asset, archive, address, url, state, tries, next_try) \
         select id, 'old.example', 'old.example/a.jpg', '', 'here', 0, 0 from branch where slug = 'rain'",
        "a picture of an archive that is called here is an asset",
    ),
];

on_both! {
    async fn check_finds_every_planted_break(engine: Engine) {
        for (sql, invariant) in BREAKS {
            let house = House::open(engine).await;
            let world = house.section("world", None).await;
            let rain = house.live("en", "rain", &[world]).await;
            house.does(&SetExpiry { branch: rain, at: Some(OPENING.plus_seconds(90)) }).await;
            house.draft("en", "draft", article("Draft", &[])).await;
            let about = Content { kind: Kind::Page, ..article("About", &[]) };
            let about = house.draft("en", "about", about).await;
            house.publish(about).await;
            let due = house.draft("en", "due", article("Due", &[])).await;
            house.does(&Schedule { branch: due, version: 1, when: When::At(OPENING.plus_seconds(60)) }).await;
            house.check().await;
            assert!(meddle(&house.store, sql).await > 0, "{sql} breaks nothing");
            let found = store::check(&house.store).await.unwrap();
            assert!(found.iter().any(|finding| finding.invariant == *invariant), "{sql}: {found:?}");
        }
    }
}

//! Whatever a reader types is a question, and none fails.

use proptest::{prelude::*, test_runner::TestRunner};
use search::SearchError;

use crate::house::{Engine, House, block_on};

/// Things that are syntax to query parsers, and things that are hardly text.
const ODD: [&str; 26] = [
    "id:1",
    "field:*",
    "headline:ferry",
    "\"",
    "\"ferry",
    "-",
    "- -",
    "+",
    "*",
    "?",
    "ferry~",
    "ferry^9",
    "[a TO b]",
    "(",
    ")((",
    "AND",
    "OR NOT",
    "/.*/",
    "\\",
    "🙂",
    "👩‍👩‍👧‍👦",
    "\0",
    "\u{202e}ferry",
    "ـــ",
    "\u{ad}\u{200d}",
    "a.b.c",
];

#[test]
fn any_text_is_answered() {
    block_on(async {
        let house = House::new(Engine::Sqlite).await;
        house.publish("en", "ferry", "The last ferry", "Rain fell on the harbour.").await;
        house.catch_up().await;
        let tower = format!("a{}", "\u{301}".repeat(200));
        let long = "ferry ".repeat(40);
        let letters: String = ('a'..='z').map(|c| format!("{c} ")).collect();
        for text in ODD.into_iter().chain([tower.as_str(), &long, &letters, "", " ", "\n"]) {
            for edition in ["en", "ru"] {
                assert!(house.ask(edition, text).await.is_ok(), "{text:?}");
            }
        }
        let mut runner = TestRunner::default();
        let texts =
            prop_oneof!["\\PC{0,60}", "[\"*:()~^+\\-\\\\/ a-c]{0,40}", "(ferry |rain |-|\\*|:){0,20}"];
        runner
            .run(&texts, |text| {
                let asked = tokio::task::block_in_place(|| {
                    tokio::runtime::Handle::current().block_on(house.ask("en", &text))
                });
                prop_assert!(asked.is_ok(), "{text:?}");
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn marks_alone_ask_nothing_and_find_nothing() {
    block_on(async {
        let house = House::new(Engine::Sqlite).await;
        house.publish("en", "ferry", "The last ferry", "Rain - or * not.").await;
        house.catch_up().await;
        for text in ["-", "*", "…", "🙂", "\u{301}", ""] {
            let found = house.ask("en", text).await.unwrap();
            assert!(found.question.is_empty() && found.branches.is_empty(), "{text:?}");
        }
    });
}

#[test]
fn of_many_words_what_holds_most_goes_first_and_what_holds_some_follows() {
    block_on(async {
        let house = House::new(Engine::Sqlite).await;
        let some = house.publish("en", "some", "Ferry, ferry, ferry", "ferry").await;
        let most = house.publish("en", "most", "Boats", "ferry rain harbour").await;
        let all = house.publish("en", "all", "Boats", "ferry rain harbour captain").await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "ferry rain harbour captain").await, [all, most, some]);
        assert_eq!(
            house.finds("en", "ferry rain harbour").await.len(),
            2,
            "of few words none may be missing"
        );
        assert_eq!(house.finds("en", "captain balloon zeppelin whale").await, [all]);
        assert_eq!(house.finds("en", "squid balloon zeppelin whale").await, []);
    });
}

#[test]
fn of_equal_articles_the_newer_goes_first() {
    block_on(async {
        let house = House::new(Engine::Sqlite).await;
        let mut published = Vec::new();
        for n in 0..4 {
            published.push(house.publish("en", &format!("f-{n}"), "The ferry", "Rain.").await);
            house.pass(90 * 86_400);
        }
        published.reverse();
        house.catch_up().await;
        assert_eq!(house.finds("en", "ferry").await, published);
    });
}

#[test]
fn a_headline_weighs_more_than_a_body() {
    block_on(async {
        let house = House::new(Engine::Sqlite).await;
        let named = house.publish("en", "named", "The ferry", "Rain fell.").await;
        house.pass(86_400);
        let told = house.publish("en", "told", "The rain", "A ferry came.").await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "ferry").await, [named, told]);
    });
}

#[test]
fn so_many_at_once_and_no_more() {
    block_on(async {
        let house = House::new(Engine::Sqlite).await;
        house.catch_up().await;
        let mut held = Vec::new();
        let refused = loop {
            match house.ask("en", "ferry").await {
                Ok(found) => held.push(found),
                Err(error) => break error,
            }
            assert!(held.len() <= 4, "nobody is refused");
        };
        assert!(matches!(refused, SearchError::Busy) && held.len() == 4);
        held.pop();
        assert!(house.ask("en", "ferry").await.is_ok());
    });
}

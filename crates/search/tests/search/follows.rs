//! What is published is found, as it is now and no longer as it was.

use std::time::{Duration, Instant};

use desk::{Archived, ArchivedBranch, Portion, PutEdition, Withdraw};
use domain::{Slug, Withdrawal};

use crate::house::{House, OPENING, article, code, edition, on_both};

on_both! {
    async fn an_article_is_found_by_its_headline_and_its_body_in_its_edition_alone(engine: Engine) {
        let house = House::new(engine).await;
        let ferry = house.publish("en", "ferry", "The last ferry", "Rain fell on the harbour.").await;
        let other = house.publish("ru", "ferry", "Последняя регата", "The ferry, in Russian.").await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "ferries").await, [ferry]);
        assert_eq!(house.finds("en", "harbour rain").await, [ferry]);
        assert_eq!(house.finds("ru", "регаты").await, [other]);
        assert_eq!(house.finds("en", "lighthouse").await, []);
        assert_eq!(house.finds("en", "harbour lighthouse").await, [], "all of few words must stand there");
    }

    async fn another_revision_is_found_by_its_words_and_not_by_the_old_ones(engine: Engine) {
        let house = House::new(engine).await;
        let branch = house.publish("en", "ferry", "The last ferry", "Rain.").await;
        house.catch_up().await;
        house.rewrite(branch, "The last tram").await;
        house.catch_up().await;
        assert_eq!((house.finds("en", "ferry").await, house.finds("en", "tram").await), (vec![], vec![branch]));
    }

    async fn what_is_withdrawn_is_found_no_more(engine: Engine) {
        let house = House::new(engine).await;
        let branch = house.publish("en", "ferry", "The last ferry", "Rain.").await;
        house.catch_up().await;
        house.does(Withdraw { branch, reason: Withdrawal::Retracted }).await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "ferry").await, []);
    }

    async fn an_edition_that_opens_is_searched_with_all_it_had(engine: Engine) {
        let house = House::new(engine).await;
        let branch = house.publish("ar", "ferry", "العبارة الأخيرة", "مطر").await;
        house.catch_up().await;
        assert_eq!(house.finds("ar", "عبارة").await, [], "it is closed");
        house.does(PutEdition { edition: edition("ar", "ar", true) }).await;
        house.catch_up().await;
        assert_eq!(house.finds("ar", "عبارة").await, [branch]);
        house.does(PutEdition { edition: edition("ar", "ar", false) }).await;
        house.catch_up().await;
        assert_eq!(house.finds("ar", "عبارة").await, []);
    }

    async fn an_edition_of_another_locale_is_cut_and_stemmed_by_that(engine: Engine) {
        let house = House::new(engine).await;
        let branch = house.publish("en", "dogs", "Hunde", "Elections.").await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "election").await, [branch]);
        house.does(PutEdition { edition: edition("en", "ru", true) }).await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "election").await, [], "Russian knows no English endings");
        assert_eq!(house.finds("en", "elections").await, [branch]);
    }

    async fn an_archive_is_found_as_it_comes_in(engine: Engine) {
        let house = House::new(engine).await;
        house.catch_up().await;
        let branch = |n: usize| ArchivedBranch {
            foreign_id: n.to_string(),
            group: None,
            slug: Slug::parse(&format!("old-{n}")).unwrap(),
            was: if n == 7 {
                Archived::Draft
            } else {
                Archived::Live { first_published: OPENING.plus_seconds(-86_400), modified: OPENING }
            },
            content: article(&format!("Regatta {n}"), "Sails."),
            categories: Vec::new(),
            tags: Vec::new(),
            authors: Vec::new(),
            pictures: Vec::new(),
            facts: Default::default(),
            digest: n.to_string(),
            addresses: Vec::new(),
        };
        let before = house.bookmark().await.unwrap();
        house
            .does(Portion {
                archive: "https://old.example".to_owned(),
                edition: code("en"),
                categories: Vec::new(),
                tags: Vec::new(),
                authors: Vec::new(),
                branches: (0..230).map(branch).collect(),
            })
            .await;
        house.catch_up().await;
        assert!(house.bookmark().await.unwrap() > before);
        let found = house.ask("en", "regattas").await.unwrap();
        assert_eq!((found.branches.len(), found.total, found.more), (20, 200, true));
        assert_eq!(house.ask_from("en", "regatta", 180).await.unwrap().branches.len(), 20);
        assert_eq!(house.finds("en", "regatta 229").await.len(), 1);
        assert_eq!(house.finds("en", "regatta 7").await.len(), 0, "it is a draft");
    }

    async fn a_published_article_is_found_within_a_second(engine: Engine) {
        let house = House::new(engine).await;
        let store = std::sync::Arc::clone(&house.store);
        let following = tokio::spawn(async move { store.journal().run().await });
        let built = async {
            while house.ask("en", "ferry").await.is_err() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), built).await.expect("the index was never built");
        let branch = house.publish("en", "ferry", "The last ferry", "Rain.").await;
        let published = Instant::now();
        let found = async {
            loop {
                match house.ask("en", "ferry").await {
                    Ok(found) if found.branches == [branch] => return published.elapsed(),
                    _ => tokio::task::yield_now().await,
                }
            }
        };
        let took = tokio::time::timeout(Duration::from_secs(20), found).await.expect("it is never found");
        assert!(took < Duration::from_secs(1), "{took:?}");
        following.abort();
    }
}

//! Law 9, every list is paged by key: page by page each article comes once, the newest first.

use desk::World as _;
use domain::{BranchId, Moment};
use store::ListKey;

use crate::house::{House, list, on_both};

on_both! {
    async fn law_9_every_page_by_key_gives_each_article_once_newest_first(engine: Engine) {
        let house = House::open(engine).await;
        let world = house.section("world", None).await;
        let mut made: Vec<(Moment, BranchId)> = Vec::new();
        for n in 0..23_i64 {
            // Three or so at each moment, and some moments that went back.
            house.world.pass([0, 0, 60, -20][usize::try_from(n % 4).unwrap()]);
            let branch = house.live("en", &format!("a{n}"), &[world]).await;
            made.push((house.world.now(), branch));
        }
        house.world.pass(3_600);
        made.sort_unstable_by(|a, b| b.cmp(a));
        for size in 1..=24 {
            for key in [ListKey::Edition, ListKey::Section(world)] {
                assert_eq!(house.walk(&list("en", key), size).await, made, "pages of {size}");
            }
        }
        let name = list("en", ListKey::Edition);
        let mut found: Vec<(Moment, BranchId)> = Vec::new();
        loop {
            let (mut snapshot, now) = (house.store.snapshot().await.unwrap(), house.world.now());
            let rows = snapshot.list_from(&name, found.last().copied(), 5, now).await.unwrap();
            snapshot.close().await.unwrap();
            if rows.is_empty() {
                break;
            }
            let shown = rows.into_iter().map(|row| row.for_readers(now).unwrap());
            found.extend(shown.map(|row| (row.moment, row.branch)));
        }
        made.reverse();
        assert_eq!(found, made, "sitemaps begin with the oldest");
    }

    async fn law_9_a_page_stays_where_it_is_while_articles_appear(engine: Engine) {
        let house = House::open(engine).await;
        for n in 0..6 {
            house.live("en", &format!("a{n}"), &[]).await;
            house.world.pass(60);
        }
        let name = list("en", ListKey::Edition);
        let all = house.walk(&name, 100).await;
        let second = store::PageOf { before: Some(all[2]), limit: 3 };
        house.live("en", "new", &[]).await;
        let (mut snapshot, now) = (house.store.snapshot().await.unwrap(), house.world.now());
        let rows = snapshot.list(&name, second, now).await.unwrap();
        snapshot.close().await.unwrap();
        let shown: Vec<_> = rows.into_iter().map(|row| row.for_readers(now).unwrap().branch).collect();
        assert_eq!(shown, all[3..].iter().map(|(_, branch)| *branch).collect::<Vec<_>>());
    }
}

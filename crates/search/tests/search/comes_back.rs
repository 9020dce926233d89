//! Whatever happens to its files or its journal, the index comes back by itself.

use std::{fs, path::PathBuf};

use search::SearchError;

use crate::house::{House, on_both};

/// A house with an article that is found.
async fn with_a_ferry(engine: crate::house::Engine) -> (House, domain::BranchId) {
    let house = House::new(engine).await;
    let branch = house.publish("en", "ferry", "The last ferry", "Rain fell on the harbour.").await;
    house.catch_up().await;
    assert_eq!(house.finds("en", "ferry").await, [branch]);
    (house, branch)
}

/// The files of the index that hold articles.
fn segments(house: &House) -> Vec<PathBuf> {
    let files = fs::read_dir(house.index()).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|path| {
            !path.ends_with("meta.json") && path.extension().is_some_and(|e| e != "lock" && e != "json")
        })
        .collect()
}

/// The mark of the index on disk, with something in it put in the place of something else.
fn forge(house: &House, from: &str, to: &str) {
    let meta = house.index().join("meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(&meta, text.replacen(from, to, 1)).unwrap();
}

/// The index that was built and not touched: what it was made of is not read again.
fn stamp(house: &House) -> std::time::SystemTime {
    fs::metadata(house.index().join("meta.json")).unwrap().modified().unwrap()
}

on_both! {
    async fn a_sound_index_is_used_again_after_a_start(engine: Engine) {
        let (house, branch) = with_a_ferry(engine).await;
        let (bookmark, made) = (house.bookmark().await, stamp(&house));
        let house = house.reopened().await;
        assert!(matches!(house.ask("en", "ferry").await, Err(SearchError::Away)), "nothing was opened yet");
        assert_eq!(house.bookmark().await, bookmark);
        assert_eq!(house.finds("en", "ferry").await, [branch]);
        house.catch_up().await;
        assert_eq!(stamp(&house), made);
    }

    async fn what_was_written_while_it_was_away_is_followed(engine: Engine) {
        let (house, ferry) = with_a_ferry(engine).await;
        let tram = house.publish("en", "tram", "The last tram", "Rain.").await;
        let house = house.reopened().await;
        house.catch_up().await;
        assert_eq!((house.finds("en", "ferry").await, house.finds("en", "tram").await), (vec![ferry], vec![tram]));
    }

    async fn a_deleted_index_comes_back(engine: Engine) {
        let (house, branch) = with_a_ferry(engine).await;
        fs::remove_dir_all(house.index()).unwrap();
        house.catch_up().await;
        assert!(house.index().join("meta.json").exists(), "while it runs");
        assert_eq!(house.finds("en", "ferry").await, [branch]);
        fs::remove_dir_all(house.index().parent().unwrap()).unwrap();
        let house = house.reopened().await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "ferry").await, [branch]);
    }

    async fn an_index_with_a_damaged_file_comes_back(engine: Engine) {
        let (mut house, branch) = with_a_ferry(engine).await;
        let files = segments(&house).len();
        assert!(files >= 5, "{files}");
        for n in 0..files {
            let mut paths = segments(&house);
            paths.sort_by_key(|path| path.extension().map(ToOwned::to_owned));
            let mut bytes = fs::read(&paths[n]).unwrap();
            let middle = bytes.len() / 3;
            bytes[middle] ^= 0x55;
            fs::write(&paths[n], bytes).unwrap();
            house = house.reopened().await;
            house.catch_up().await;
            assert_eq!(house.finds("en", "ferry").await, [branch], "{:?}", paths[n]);
            assert!(!segments(&house).contains(&paths[n]), "it was not built anew");
        }
    }

    async fn an_index_with_a_missing_or_torn_file_comes_back(engine: Engine) {
        let (mut house, branch) = with_a_ferry(engine).await;
        for torn in [false, true] {
            let path = segments(&house).remove(0);
            if torn { fs::write(&path, b"").unwrap() } else { fs::remove_file(&path).unwrap() }
            house = house.reopened().await;
            house.catch_up().await;
            assert_eq!(house.finds("en", "ferry").await, [branch]);
        }
        for file in ["meta.json", ".managed.json"] {
            fs::write(house.index().join(file), b"{").unwrap();
            house = house.reopened().await;
            house.catch_up().await;
            assert_eq!(house.finds("en", "ferry").await, [branch], "{file}");
        }
    }

    async fn an_index_that_is_cut_short_beneath_a_running_node_harms_nobody(engine: Engine) {
        let (house, branch) = with_a_ferry(engine).await;
        for path in segments(&house) {
            fs::write(&path, b"").unwrap();
        }
        // What was read before is answered on; what was not cannot be, and is not an end.
        for text in ["ferry", "harbour", "rain fell", "tram"] {
            match house.ask("en", text).await {
                Ok(_) | Err(SearchError::Away) => {}
                Err(SearchError::Busy) => panic!("nobody else asks"),
            }
        }
        let tram = house.publish("en", "tram", "The last tram", "Rain.").await;
        // The first turn may fail at the old files; the next ones find out why.
        for _ in 0..3 {
            drop(house.store.journal().catch_up().await);
        }
        assert_eq!((house.finds("en", "ferry").await, house.finds("en", "tram").await), (vec![branch], vec![tram]));
    }

    async fn an_index_of_another_form_or_without_a_mark_comes_back(engine: Engine) {
        let (mut house, branch) = with_a_ferry(engine).await;
        for (from, to) in [("\\\"form\\\":1", "\\\"form\\\":0"), ("\"payload\":", "\"former\":"), ("headline", "headlong")] {
            let before = segments(&house);
            forge(&house, from, to);
            house = house.reopened().await;
            house.catch_up().await;
            assert_eq!(house.finds("en", "ferry").await, [branch], "{from}");
            assert_ne!(segments(&house), before, "{from}: it was not built anew");
        }
    }

    async fn an_index_of_another_life_or_another_database_comes_back(engine: Engine) {
        let (mut house, branch) = with_a_ferry(engine).await;
        for (from, to) in [("\\\"epoch\\\":1", "\\\"epoch\\\":2"), ("\\\"at\\\":17", "\\\"at\\\":16"), ("\\\"number\\\":", "\\\"number\\\":9")] {
            let before = segments(&house);
            forge(&house, from, to);
            house = house.reopened().await;
            house.catch_up().await;
            assert_eq!(house.finds("en", "ferry").await, [branch], "{from}");
            assert_ne!(segments(&house), before, "{from}: it was not built anew");
        }
    }

    async fn an_index_behind_what_the_journal_keeps_comes_back(engine: Engine) {
        let (house, ferry) = with_a_ferry(engine).await;
        let tram = house.publish("en", "tram", "The last tram", "Rain.").await;
        house.pass(15 * 86_400);
        let now = house.now();
        while house.store.forget(now, 1_000).await.unwrap() > 0 {}
        assert_eq!(house.finds("en", "ferry").await, [ferry], "the old index is read meanwhile");
        house.catch_up().await;
        assert_eq!((house.finds("en", "ferry").await, house.finds("en", "tram").await), (vec![ferry], vec![tram]));
    }

    async fn what_a_killed_build_left_behind_harms_nothing(engine: Engine) {
        let (house, branch) = with_a_ferry(engine).await;
        // Killed while it built, and killed when the old index was gone and the new one not there yet.
        fs::create_dir_all(house.building()).unwrap();
        fs::write(house.building().join("meta.json"), b"half").unwrap();
        let house = house.reopened().await;
        assert!(house.bookmark().await.is_some(), "the index beside it is sound");
        fs::remove_dir_all(house.building()).unwrap();
        fs::rename(house.index(), house.building()).unwrap();
        let house = house.reopened().await;
        house.catch_up().await;
        assert_eq!(house.finds("en", "ferry").await, [branch]);
        assert!(!house.building().exists());
    }

    async fn a_build_that_fails_is_done_again_and_the_old_index_is_read_meanwhile(engine: Engine) {
        let (house, branch) = with_a_ferry(engine).await;
        // Nothing can be built where a file stands in the folder's place.
        fs::write(house.building(), b"a file").unwrap();
        house.does(desk::PutEdition { edition: crate::house::edition("ar", "ar", true) }).await;
        let tram = house.publish("ar", "tram", "قطار", "مطر").await;
        house.store.journal().catch_up().await.unwrap_err();
        assert_eq!(house.finds("en", "ferry").await, [branch]);
        fs::remove_file(house.building()).unwrap();
        house.catch_up().await;
        assert_eq!(house.finds("ar", "قطار").await, [tram]);
    }
}

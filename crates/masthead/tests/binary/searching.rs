//! The search of a running node: what is published is found within a second, and whatever happens
//! to the index, it comes back by itself while readers read on.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use desk::{Create, Publish, UseCase};
use document::PlainResolver;
use domain::{EditionCode, Headlines, Slug};
use rig::Node;
use store::Content;

use crate::{
    exports::{export, posts},
    place::{Engine, Place, on_both, operator},
};

/// Longer than any machine takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// Asks until a search answers with an article, and tells how long that took. All else answers
/// meanwhile.
#[track_caller]
fn until_found(node: &Node, words: &str, slug: &str) -> Duration {
    let begun = Instant::now();
    loop {
        let answer = node.get(&format!("/en/search?q={words}")).unwrap();
        assert!(matches!(answer.status, 200 | 503), "{}: {}", answer.status, answer.text());
        if answer.status == 200 && answer.text().contains(&format!("href=\"/en/post/{slug}\"")) {
            return begun.elapsed();
        }
        assert_eq!(node.get("/en/").unwrap().status, 200);
        assert!(begun.elapsed() < PATIENCE, "it is never found: {}", node.log());
    }
}

/// Waits until a node has told something in its log, which may come after what it tells of is seen.
#[track_caller]
fn until_told(node: &Node, words: &str, harm: &str) {
    let begun = Instant::now();
    while !node.log().contains(words) {
        assert!(begun.elapsed() < PATIENCE, "{harm}: {}", node.log());
        std::thread::yield_now();
    }
}

/// Waits until a file or folder is there, of a node that is making it.
#[track_caller]
fn until_there(path: &Path) {
    let begun = Instant::now();
    while !path.exists() {
        assert!(begun.elapsed() < PATIENCE, "{} is never there", path.display());
        std::thread::yield_now();
    }
}

fn with_posts(engine: Engine, count: u32) -> Place {
    let place = Place::with_editions(engine);
    let file = place.write("export.xml", export(&posts(count)));
    place.works(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
    place
}

/// Publishes an article, as a process beside the node does.
fn publish(place: &Place, slug: &str, headline: &str) {
    place.inside(async |desk| {
        let mut ids = 0..;
        let body =
            document::html_in("<p>Rain fell.</p>", &mut PlainResolver, &mut || ids.next().unwrap_or(0));
        let content =
            Content { headlines: Headlines::of(headline), body: body.document, ..Content::default() };
        let (edition, slug) = (EditionCode::parse("en").unwrap(), Slug::parse(slug).unwrap());
        let branch = does(&desk, Create { edition, story: None, slug, content }).await;
        does(&desk, Publish { branch, version: 1, update: false }).await;
    });
}

async fn does<C: UseCase>(desk: &desk::Desk, case: C) -> C::Done {
    desk.run(&operator(), &case).await.unwrap().done
}

on_both! {
    fn what_is_published_is_found_within_a_second(engine: Engine) {
        let place = with_posts(engine, 20);
        let node = place.serve();
        until_found(&node, "number+7", "post-7");
        publish(&place, "ferry", "The last ferry");
        let took = until_found(&node, "ferries", "ferry");
        assert!(took < Duration::from_secs(1), "{took:?}");
    }

    fn an_index_that_was_damaged_deleted_or_of_another_form_comes_back(engine: Engine) {
        let place = with_posts(engine, 20);
        let mut node = place.serve();
        until_found(&node, "number+7", "post-7");
        let folder = place.folder().join("search/index");
        for harm in ["damaged", "another form", "deleted"] {
            node.stop().unwrap();
            let meta = folder.join("meta.json");
            match harm {
                "damaged" => {
                    let files = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
                    let terms = files.filter(|path| path.extension().is_some_and(|kind| kind == "term"));
                    for path in terms.collect::<Vec<_>>() {
                        let mut bytes = fs::read(&path).unwrap();
                        bytes.truncate(bytes.len() / 2);
                        fs::write(&path, bytes).unwrap();
                    }
                }
                "another form" => {
                    let text = fs::read_to_string(&meta).unwrap();
                    assert!(text.contains("\\\"form\\\":"));
                    fs::write(&meta, text.replace("\\\"form\\\":", "\\\"form\\\":9")).unwrap();
                }
                _ => fs::remove_dir_all(place.folder().join("search")).unwrap(),
            }
            node = place.serve();
            until_found(&node, "number+7", "post-7");
            until_told(&node, "the search index is built", harm);
        }
        fs::remove_dir_all(&folder).unwrap();
        publish(&place, "ferry", "The last ferry");
        until_found(&node, "ferry", "ferry");
        assert!(folder.join("meta.json").exists(), "it was deleted beneath a running node");
    }

    fn a_node_that_is_killed_while_it_builds_its_index_builds_it_when_it_comes_back(engine: Engine) {
        let place = with_posts(engine, 300);
        let folder = place.folder().join("search");
        for point in ["building", "building/meta.json", "building/.managed.json", "index"] {
            if folder.exists() {
                fs::remove_dir_all(&folder).unwrap();
            }
            let mut node = place.serve();
            until_there(&folder.join(point));
            node.kill().unwrap();
            let node = place.serve();
            until_found(&node, "number+300", "post-300");
        }
    }

    fn a_node_that_is_killed_after_a_publish_finds_it_when_it_comes_back(engine: Engine) {
        let place = with_posts(engine, 5);
        let mut node = place.serve();
        until_found(&node, "number+5", "post-5");
        for n in 0..5 {
            publish(&place, &format!("ferry-{n}"), &format!("Ferry {n}"));
            // Before, while and after the index is told, as it comes.
            if n > 2 {
                until_found(&node, &format!("ferry+{n}"), &format!("ferry-{n}"));
            }
            node.kill().unwrap();
            node = place.serve();
            until_found(&node, &format!("ferry+{n}"), &format!("ferry-{n}"));
            assert!(!node.log().contains("the search index is built"), "it followed on: {}", node.log());
        }
    }
}

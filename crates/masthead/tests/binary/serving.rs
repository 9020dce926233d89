//! A running node: its start and its end, what it says, and writes beside it.

use crate::{
    exports::{export, posts},
    page::words,
    place::{Engine, Place, on_both},
};

on_both! {
    fn a_node_tells_its_address_is_healthy_and_stops_in_order(engine: Engine) {
        let place = Place::with_editions(engine);
        let mut node = place.serve();
        assert!(node.log().contains(&format!("on {}", node.addr())), "{}", node.log());
        let health = node.get("/healthz").unwrap();
        assert_eq!((health.status, health.text().as_str()), (200, "ok\n"));
        assert_eq!(node.get("/en/").unwrap().status, 200);
        let ended = node.stop().unwrap();
        assert_eq!(ended.code(), Some(0), "{}", node.log());
        place.is_sound();
    }

    fn a_killed_node_comes_back_with_all_that_readers_saw(engine: Engine) {
        let place = Place::with_editions(engine);
        let file = place.write("export.xml", export(&posts(3)));
        place.works(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
        let mut node = place.serve();
        let seen = node.get("/en/post/post-2").unwrap().text();
        assert!(words(&seen).contains("The words of number 2."));
        node.kill().unwrap();
        let node = place.serve();
        assert_eq!(node.get("/en/post/post-2").unwrap().text(), seen);
    }

    /// DESIGN §4: readers see within 250 ms what a command beside the node wrote. The page is
    /// asked for after the command has ended, so the very first answer must show it.
    fn what_a_command_beside_the_node_wrote_is_on_the_next_page(engine: Engine) {
        let place = Place::with_editions(engine);
        let node = place.serve();
        assert!(!node.get("/en/").unwrap().text().contains("The Meridian"));
        place.works(&["settings", "set", "portal.name", "The Meridian"]);
        assert!(words(&node.get("/en/").unwrap().text()).contains("The Meridian"));
        let file = place.write("export.xml", export(&posts(2)));
        place.works(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
        assert!(words(&node.get("/en/").unwrap().text()).contains("Post 2"));
        assert_eq!(node.get("/en/news/").unwrap().status, 200);
    }

    fn a_second_serve_and_a_migrate_are_refused_by_the_name_of_the_first(engine: Engine) {
        let place = Place::with_editions(engine);
        let node = place.serve();
        for args in [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"]] {
            let said = place.fails(args);
            assert!(said.contains(&format!("{} (serve)", node.pid())) && said.contains("stop it"), "{said}");
        }
        assert_eq!(node.get("/en/").unwrap().status, 200);
    }

    fn requests_that_no_page_can_answer_get_their_status(engine: Engine) {
        let place = Place::with_editions(engine);
        let node = place.serve();
        let query = format!("/en/?q={}", "q".repeat(5_000));
        let path = format!("/en/post/{}", "a".repeat(5_000));
        for (target, status) in [
            ("/en/post/%zz", 400),
            ("/en/%", 400),
            ("/en/../../etc/passwd", 404),
            ("/en/%2e%2e/%2e%2e/etc/passwd", 404),
            ("/en/./", 404),
            ("//", 404),
            ("/en/post/%00", 404),
            ("/en/post/%ff", 404),
            ("/xx/", 404),
            ("/xx/post/one", 404),
            (query.as_str(), 414),
            (path.as_str(), 414),
        ] {
            let answer = node.get(target).unwrap();
            assert_eq!(answer.status, status, "{}", target.chars().take(60).collect::<String>());
            assert!(answer.text().contains("<h1"), "{target:.60} has no words");
        }
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "BREW"] {
            let answer = rig::http::request(node.addr(), method, "/en/", &[], &[]).unwrap();
            assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
        }
        assert_eq!(node.get("/en/").unwrap().status, 200);
    }
}

#[test]
fn an_address_that_is_held_is_refused_with_the_way_out() {
    let place = Place::new(Engine::Sqlite);
    let held = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = held.local_addr().unwrap().to_string();
    let said = place.fails(&["serve", "--empty", "--listen", &address]);
    assert!(said.contains(&address) && said.contains("--listen"), "{said}");
}

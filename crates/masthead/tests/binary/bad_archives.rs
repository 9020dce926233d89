//! Archives that contradict themselves and each other: all is taken or told, readers go in no circle,
//! and memory stays within its bound.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
    process::Stdio,
};

use serde_json::Value;

use crate::{
    exports::{OLD_SITE, Post, around, export, item, posts},
    kill_import::Whole,
    page::{answer_of, words},
    place::{Engine, Place, on_both},
};

/// Most memory that an import may take, in KiB, of a program without optimisation.
const MOST_KIB: u64 = 200_000;

fn import(place: &Place, files: &[&Path]) -> Value {
    let mut args = vec!["import", "wxr", "--edition", "en"];
    args.extend(files.iter().map(|file| file.to_str().unwrap()));
    let report = place.reports(&args);
    place.is_sound();
    report
}

/// All notes of the report of one file, in one text.
fn notes(report: &Value, file: usize) -> String {
    let report = &report["imports"][file]["report"];
    let rows = ["notes", "refused"].map(|rows| report[rows].as_array().unwrap().clone()).concat();
    rows.iter()
        .map(|row| format!("{}: {}\n", row["title"].as_str().unwrap(), row["why"].as_str().unwrap()))
        .collect()
}

/// An item as [`item`] makes it, with one thing in it exchanged for another.
fn odd(id: u32, thing: &str, other: &str) -> String {
    let made = item(&posts(id)[id as usize - 1]);
    assert!(made.contains(thing), "{thing}: {made}");
    made.replace(thing, other)
}

on_both! {
    fn old_addresses_that_lead_in_a_circle_lead_no_reader_in_one(engine: Engine) {
        let place = Place::with_editions(engine);
        // The old site answered at the addresses that the other article has here.
        let link = |id: u32| format!("{OLD_SITE}/2024/03/{id}/");
        let circle = [
            odd(1, &link(1), &format!("{OLD_SITE}/en/post/post-2/")),
            odd(2, &link(2), &format!("{OLD_SITE}/en/post/post-1")),
            odd(3, &link(3), &format!("{OLD_SITE}/en/post/post-3")),
            odd(4, &link(4), &format!("{OLD_SITE}/en/")),
        ];
        let file = place.write("export.xml", around(&circle.concat()));
        assert_eq!(import(&place, &[&file])["imports"][0]["report"]["posts"], 4);
        let node = place.serve();
        for id in 1..=4 {
            let page = node.get(&format!("/en/post/post-{id}")).unwrap();
            assert_eq!(page.status, 200, "{id}");
            assert!(words(&page.text()).contains(&format!("The words of number {id}.")), "{id}");
            let (status, to) = answer_of(node.addr(), "old.example", &format!("/?p={id}"));
            assert!(status == 301 && to.ends_with(&format!("/en/post/post-{id}")), "{status} {to}");
        }
        assert_eq!(node.get("/en/").unwrap().status, 200);
    }

    fn of_two_archives_with_the_same_addresses_the_first_keeps_them(engine: Engine) {
        let place = Place::with_editions(engine);
        let one = place.write("one.xml", export(&posts(3)));
        // Another installation, which says that it lay at the same addresses.
        let base = "<wp:base_blog_url>http://old.example</wp:base_blog_url>";
        let other = export(&posts(3)).replace(base, "<wp:base_blog_url>http://other.example</wp:base_blog_url>");
        let other = place.write("other.xml", other.replace("The words of", "Other words of"));
        let report = import(&place, &[&one, &other]);
        assert_eq!(report["imports"][1]["report"]["posts"], 3, "{report}");
        assert!(notes(&report, 1).contains("its address \"post-1\" was taken"), "{}", notes(&report, 1));
        let node = place.serve();
        for id in 1..=3 {
            let (status, to) = answer_of(node.addr(), "old.example", &format!("/2024/03/{id}/"));
            assert!(status == 301 && to.ends_with(&format!("/en/post/post-{id}")), "{status} {to}");
            let page = node.get(&format!("/en/post/post-{id}")).unwrap().text();
            assert!(words(&page).contains(&format!("The words of number {id}.")), "{id}");
        }
        drop(node);
        assert_eq!(import(&place, &[&other, &one])["imports"][0]["report"]["same"], 3);
    }

    fn files_of_one_archive_come_in_the_same_in_any_order(engine: Engine) {
        let child = "<wp:category><wp:category_nicename>news</wp:category_nicename>\
                     <wp:category_parent>paper</wp:category_parent><wp:cat_name>News</wp:cat_name></wp:category>";
        let parent = child.replace("news", "PAPER").replace("paper", "").replace("PAPER", "paper").replace("News", "Paper");
        let all: Vec<String> = posts(30).iter().map(item).collect();
        let texts = [
            around(&format!("{child}{}", all[..10].concat())),
            around(&format!("{parent}{}", all[10..20].concat())),
            around(&all[20..].concat()),
        ];
        let mut first: Option<Whole> = None;
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let place = Place::with_editions(engine);
            let files = order.map(|n: usize| place.write(&format!("{n}.xml"), &texts[n]));
            import(&place, &[&files[0], &files[1], &files[2]]);
            match &first {
                None => first = Some(place.inside(async |desk| Whole::of(&desk).await)),
                Some(whole) => place.inside(async |desk| whole.equals(&desk).await),
            }
        }
    }
}

#[test]
fn dates_of_the_year_0_and_30000_are_told_and_their_articles_wait_as_drafts() {
    let place = Place::with_editions(Engine::Sqlite);
    let date = |id: u32, year: &str| odd(id, "2024-03-10", &format!("{year}-03-10"));
    let items = [date(1, "0000"), date(2, "30000"), date(3, "9999"), date(4, "0001"), date(5, "-0044")];
    let file = place.write("export.xml", around(&items.concat()));
    let report = import(&place, &[&file]);
    assert_eq!(report["imports"][0]["report"]["posts"], 5, "{report}");
    let told = notes(&report, 0);
    assert!(told.contains("\"30000-03-10 00:02:00\" is no date"), "{told}");
    assert!(told.contains("Post 1: it was public and has no date"), "{told}");
    let node = place.serve();
    let status = [1, 2, 3, 4, 5].map(|id| node.get(&format!("/en/post/post-{id}")).unwrap().status);
    assert_eq!(status, [404, 404, 404, 200, 404], "{told}");
    assert_eq!(node.get("/en/").unwrap().status, 200);
}

#[test]
fn lists_of_php_that_lie_about_their_lengths_tie_what_can_be_read() {
    let place = Place::with_editions(Engine::Sqlite);
    let group = |slug: &str, list: &str| {
        format!(
            "<wp:term><wp:term_taxonomy>post_translations</wp:term_taxonomy><wp:term_slug>{slug}</wp:term_slug>\
             <wp:term_description><![CDATA[{list}]]></wp:term_description></wp:term>"
        )
    };
    let groups = [
        group("pll_1", r#"a:99:{s:2:"en";i:1;s:999999999:"ar";i:2;}"#),
        group("pll_2", r#"a:18446744073709551615:{s:2:"#),
        group("pll_3", r#"a:1:{s:18446744073709551616:"en";i:99999999999999999999;}"#),
        group("pll_4", &format!("a:1:{{{}", "a:1:{".repeat(100_000))),
    ];
    let items: String = posts(4).iter().map(item).collect();
    let file = place.write("export.xml", around(&format!("{}{items}", groups.concat())));
    let report = import(&place, &[&file]);
    assert_eq!(report["imports"][0]["report"]["posts"], 4, "{report}");
    let node = place.serve();
    assert_eq!(node.get("/ar/post/post-2").unwrap().status, 200);
}

#[test]
fn what_is_packed_is_sent_to_be_unpacked() {
    let place = Place::with_editions(Engine::Sqlite);
    for (name, bytes) in
        [("export.zip", &b"PK\x03\x04\x14\0\0\0\x08\0"[..]), ("export.xml.gz", b"\x1f\x8b\x08\0\0\0\0\0")]
    {
        let file = place.write(name, bytes);
        let said = place.fails(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
        assert!(said.contains("unpack it first") && said.contains(name), "{said}");
    }
    place.is_sound();
}

#[test]
fn an_item_of_100_megabytes_is_passed_over_within_the_bound_of_memory() {
    let place = Place::with_editions(Engine::Sqlite);
    let path = place.folder().join("export.xml");
    let huge = Post { id: 7, name: "huge".into(), title: "Huge".into(), body: "HERE".into() };
    let text = around(&item(&huge));
    let (before, after) = text.split_once("HERE").unwrap();
    let mut file = BufWriter::new(File::create(&path).unwrap());
    file.write_all(before.as_bytes()).unwrap();
    (0..100).for_each(|_| file.write_all("<p>ten bytes.</p>".repeat((1 << 20) / 17 + 1).as_bytes()).unwrap());
    file.write_all(after.as_bytes()).unwrap();
    file.into_inner().unwrap();
    let mut child = place
        .command(&["import", "wxr", path.to_str().unwrap(), "--edition", "en"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0;
    let status = loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let mark = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = mark.unwrap_or(0).max(peak);
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        std::thread::yield_now();
    };
    assert!(status.success());
    assert!((1..MOST_KIB).contains(&peak), "{peak} KiB");
    place.is_sound();
}

//! Pictures of an old site, as its readers see them before they are here and after.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex},
    time::{Duration, Instant},
};

use exchange::import::{Options, import_wxr};

use crate::{
    exports::{OLD_SITE, Post, around, item},
    page::words,
    place::{Engine, Place, on_both},
};

/// What a node may take to bring a picture, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(60);

/// A GIF of one pixel.
pub(crate) const PICTURE: &[u8] =
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\x00\x2c\x00\x00\x00\x00\
\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b";

/// An old host: `/a.gif` is a picture, `/page.gif` none. It answers nobody before it is opened.
struct OldHost {
    address: SocketAddr,
    gate: Arc<(Mutex<bool>, Condvar)>,
}

impl OldHost {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let gate = Arc::new((Mutex::new(false), Condvar::new()));
        let shared = Arc::clone(&gate);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let gate = Arc::clone(&shared);
                std::thread::spawn(move || answer(&mut stream.unwrap(), &gate));
            }
        });
        Self { address, gate }
    }

    fn open(&self) {
        *self.gate.0.lock().unwrap() = true;
        self.gate.1.notify_all();
    }

    fn url(&self, name: &str) -> String {
        format!("http://{}/{name}", self.address)
    }
}

/// Whoever asked may go at any moment: what cannot be said to him is left.
fn answer(stream: &mut TcpStream, gate: &(Mutex<bool>, Condvar)) {
    let mut request = [0; 4_096];
    let read = stream.read(&mut request).unwrap_or_default();
    let mut open = gate.0.lock().unwrap();
    while !*open {
        open = gate.1.wait(open).unwrap();
    }
    drop(open);
    let body = if request[..read].starts_with(b"GET /a.gif ") { PICTURE } else { b"<!doctype html>Gone" };
    let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

/// An article with a lead picture, a figure with a caption, a gallery, and a figure that is no picture.
fn archive(host: &OldHost) -> String {
    let address = host.url("a.gif");
    let file = format!(
        "<item><title>File</title><link>{OLD_SITE}/file/</link><wp:post_id>7</wp:post_id>\
         <excerpt:encoded><![CDATA[The file's caption]]></excerpt:encoded><wp:status>inherit</wp:status>\
         <wp:post_type>attachment</wp:post_type><wp:attachment_url>{address}</wp:attachment_url></item>\n"
    );
    let body = format!(
        "<p>Words.</p>[caption]<img src=\"{address}\" alt=\"A quay\" /> The figure's caption[/caption]\
         [gallery ids=\"7\"]<p><img src=\"{}\" alt=\"No picture\" /></p>",
        host.url("page.gif")
    );
    let post = Post { id: 1, name: "one".to_owned(), title: "One".to_owned(), body };
    let lead = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta></item>";
    around(&[file, item(&post).replacen("</item>", lead, 1)].concat())
}

on_both! {
    fn a_page_leaves_out_pictures_that_are_not_here_and_shows_them_when_the_node_has_brought_them(engine: Engine) {
        let place = Place::new(engine);
        let host = OldHost::start();
        let file = place.write("export.xml", archive(&host));
        // As an import that was killed behind its last text.
        place.inside(async |desk| {
            let options = Options { edition: Some("en".to_owned().try_into().unwrap()) };
            import_wxr(&desk, &file, &options, &mut |_| {}).await.unwrap();
        });
        let node = place.node_command().env("MASTHEAD_FETCH_ALLOW", host.address.to_string());
        let node = node.env("MASTHEAD_OFFLINE", "false").start().unwrap_or_else(|error| panic!("{error}"));
        for path in ["/en/post/one", "/en/", "/en/news/"] {
            let page = node.get(path).unwrap();
            assert_eq!(page.status, 200, "{path}");
            let page = page.text();
            assert!(!page.contains("<img") && !page.contains("<figure") && !page.contains("/media/"), "{path}");
            assert!(!words(&page).contains("caption"), "{path}: a caption without its picture");
        }
        host.open();
        let began = Instant::now();
        let page = loop {
            let page = node.get("/en/post/one").unwrap().text();
            if page.contains("<img") {
                break page;
            }
            assert!(began.elapsed() < PATIENCE, "the pictures did not come:\n{}", node.log());
        };
        for caption in ["The figure's caption", "The file's caption"] {
            assert!(words(&page).contains(caption), "{caption}");
        }
        assert!(page.contains("alt=\"A quay\"") && !page.contains("No picture"));
        assert!(node.get("/en/").unwrap().text().contains("<img"), "the card has its picture");
        let address = page.split("src=\"/media/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let picture = node.get(&format!("/media/{address}")).unwrap();
        assert_eq!((picture.status, picture.header("content-type")), (200, Some("image/jpeg")));
        drop(node);
        place.is_sound();
    }
}

#[test]
fn an_import_waits_for_its_pictures_and_tells_which_cannot_be_had() {
    let place = Place::new(Engine::Sqlite);
    let host = OldHost::start();
    host.open();
    let file = place.write("export.xml", archive(&host));
    let import = ["import", "wxr", file.to_str().unwrap(), "--edition", "en"];
    let house = |report: &serde_json::Value| report["pictures"]["refused"].as_array().unwrap().len();
    let nothing = place.reports(&[&import[..], &["--offline"]].concat());
    assert_eq!((&nothing["pictures"]["awaited"], house(&nothing)), (&2.into(), 0), "{nothing}");
    // Nobody allowed this address, which is not of the open internet.
    let report = place.reports(&[&import[..], &["--fetch-allow", "127.0.0.1:1"]].concat());
    assert_eq!((&report["pictures"]["here"], house(&report)), (&0.into(), 2), "{report}");
    assert!(report.to_string().contains("allow its address with the port"), "{report}");
    let address = host.address.to_string();
    let allowed = [&import[..], &["--fetch-allow", &address]].concat();
    let report = place.reports(&allowed);
    let pictures = serde_json::json!({
        "here": 1,
        "awaited": 0,
        "refused": [{
            "address": host.url("page.gif"),
            "why": "HTML is not taken; JPEG, PNG, GIF, WebP and TIFF are"
        }],
        "more": 0
    });
    assert_eq!(report["pictures"], pictures);
    let told = place.works(&allowed);
    assert!(told.contains("pictures: 1 here, 1 refused\nno picture: http://127.0.0.1:"), "{told}");
    place.is_sound();
}

#[test]
fn a_folder_or_an_address_that_is_none_is_told() {
    let place = Place::new(Engine::Sqlite);
    let file = place.write("export.xml", around(""));
    let import = ["import", "wxr", file.to_str().unwrap(), "--edition", "en"];
    let said = place.fails(&[&import[..], &["--uploads", "/no/such/folder"]].concat());
    assert!(said.contains("/no/such/folder"), "{said}");
    let ran = place.run(&[&import[..], &["--fetch-allow", "old.example"]].concat());
    assert!(ran.code == Some(2) && ran.err.contains("with its port"), "{ran}");
}

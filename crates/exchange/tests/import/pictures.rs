//! Pictures of an archive: named at once, brought later, each once.

use std::{path::Path, sync::Arc};

use desk::{Desk, SystemWorld, World as _};
use domain::{AssetId, EditionCode, Space};
use exchange::pictures::{PictureStep, Pictures, Sources, Uploads};
use fetch::{Allowed, Fetcher, Limits};
use media::{Blobs, Bounds, Renderer};
use store::{Article, Lookup};

use crate::{
    exports::{Item, export, post},
    import_text, notes, on_both,
    server::{Server, answer, redirect},
    witness,
};

/// A picture of one colour with a comment, so that no two are the same.
fn picture(name: &str) -> Vec<u8> {
    // A GIF of one pixel (GIF89a), and a comment.
    let mut bytes = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\x00".to_vec();
    bytes.extend([0x21, 0xfe, u8::try_from(name.len()).unwrap()]);
    bytes.extend(name.as_bytes());
    bytes.extend(b"\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b");
    bytes
}

fn limits() -> Limits {
    Limits {
        bytes: 50_000,
        whole: std::time::Duration::from_millis(500),
        pause: std::time::Duration::ZERO,
        ..Limits::default()
    }
}

/// Brings what can be had, from a folder and from a server; what came of it.
async fn bring(desk: &Arc<Desk>, media: &Path, uploads: Option<&Path>, server: Option<&Server>) -> Pictures {
    let blobs = Blobs::disk(media);
    let sources = Sources {
        renderer: Renderer::new(blobs.clone(), Bounds::default()),
        blobs,
        fetcher: Some(Fetcher::new(limits(), Allowed::addresses(server.map(|server| server.address)))),
        uploads: uploads.map(|folder| Uploads::open(folder).unwrap()),
        most_bytes: if server.is_some() { limits().bytes } else { Limits::default().bytes },
    };
    let step = PictureStep::new(Arc::clone(desk), sources);
    let mut last = None;
    step.run(&["old.example".to_owned()], &mut |progress| last = Some(progress)).await.unwrap();
    let report = step.report(&["old.example".to_owned()]).await.unwrap();
    if let Some(last) = last {
        assert_eq!(last.settled + report.awaited, last.all);
    }
    report
}

async fn article(desk: &Desk, slug: &str) -> Article {
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let edition = EditionCode::parse("en").unwrap();
    let found = snapshot.article(&edition, Space::Post, slug, SystemWorld.now()).await.unwrap();
    snapshot.close().await.unwrap();
    match found {
        Lookup::Here(article) => article.into_inner(),
        _ => panic!("{slug} is not here"),
    }
}

/// Alternative text and caption of a picture in English, where it is here.
async fn words(desk: &Desk, asset: AssetId) -> Option<(String, String)> {
    let mut snapshot = desk.store().snapshot().await.unwrap();
    let found = snapshot.pictures(&[asset], &EditionCode::parse("en").unwrap()).await.unwrap();
    snapshot.close().await.unwrap();
    let row = found.into_iter().next()?.on_page(SystemWorld.now()).ok()?.into_inner();
    Some((row.alt.unwrap_or_default(), row.caption.unwrap_or_default()))
}

fn file(id: u32, address: &str, caption: &str, alt: &str) -> Item {
    let more = format!(
        "<wp:attachment_url>{address}</wp:attachment_url><excerpt:encoded><![CDATA[{caption}]]></excerpt:encoded>"
    );
    let item = Item { kind: "attachment", more, ..post(id, "", &format!("file-{id}")) };
    item.body("").field("_wp_attachment_image_alt", alt)
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_of_all_sizes_come_once_from_the_folder_with_their_words() {
    on_both(async |desk| {
        let desk = Arc::new(desk);
        let place = tempfile::tempdir().unwrap();
        let uploads = place.path().join("uploads");
        std::fs::create_dir_all(uploads.join("2024")).unwrap();
        for name in ["a.gif", "b.gif", "a-3x3.gif", "c-2x2.gif", "same.gif"] {
            let words = if name == "same.gif" { "a.gif" } else { name };
            std::fs::write(uploads.join("2024").join(name), picture(words)).unwrap();
        }
        let at = |name: &str| format!("http://old.example/wp-content/uploads/2024/{name}");
        let body = format!(
            "<p><img src=\"{}\" alt=\"One\"></p>[gallery ids=\"11,12\"]<p><img src=\"{}\"></p>\
             <p><img src=\"/wp-content/uploads/2024/c-2x2.gif\"></p><p><img src=\"{}\"></p>",
            at("a-3x3.gif"),
            at("a.gif?x=1").replace("http:", "https:"),
            at("same.gif")
        );
        let items = [
            file(11, &at("a.gif"), "The <b>quay</b>", "A quay"),
            file(12, &at("b.gif"), "", ""),
            post(1, "One", "one").body(&body).field("_thumbnail_id", "12"),
        ];
        let text = export("en", "", &items);
        let report = import_text(&desk, &text).await;
        assert_eq!((report.posts, report.files), (1, 2), "{}", notes(&report));
        let before = article(&desk, "one").await;
        let named = before.content.body.assets();
        let lead = before.content.lead_picture.unwrap();
        let [a, gallery_a, b, a_again, c, same] = *named.as_slice() else { panic!("{named:?}") };
        assert_eq!((a, a, lead), (gallery_a, a_again, b));
        assert!(a != c && a != same);
        assert_eq!(words(&desk, a).await, None, "its bytes are not here");

        let media = place.path().join("media");
        let pictures = bring(&desk, &media, Some(&uploads), None).await;
        assert_eq!((pictures.here, pictures.awaited, pictures.refused), (4, 0, vec![]));
        assert_eq!(words(&desk, a).await, Some(("A quay".to_owned(), "The quay".to_owned())));
        for asset in [b, c, same] {
            assert_eq!(words(&desk, asset).await, Some((String::new(), String::new())));
        }
        assert_eq!(article(&desk, "one").await.content, before.content, "no text changed for a picture");
        let blobs = witness::blobs(&desk).await;
        assert_eq!(blobs.len(), 3, "two with the same bytes are one blob: {blobs:?}");
        let position = desk.store().journal().head().await.unwrap();
        import_text(&desk, &text).await;
        assert_eq!(bring(&desk, &media, Some(&uploads), None).await.here, 4);
        assert_eq!(desk.store().journal().head().await.unwrap(), position, "something was written");
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_folder_lacks_is_fetched_and_what_cannot_be_had_is_told() {
    on_both(async |desk| {
        let desk = Arc::new(desk);
        let server = Server::start(|request| match request.split(' ').nth(1).unwrap() {
            "/a.gif" | "/b.gif" => answer("200 OK", picture("a")),
            "/moved.gif" => redirect("/b.gif"),
            // The original went, the copy is there.
            "/c-9x9.gif" => answer("200 OK", picture("c")),
            "/page.gif" => answer("200 OK\r\nContent-Type: image/gif", "<!doctype html><title>Login</title>"),
            "/house.gif" => redirect("http://127.0.0.1:22/"),
            "/empty.gif" => answer("200 OK", ""),
            "/large.gif" => answer("200 OK", vec![b'.'; 60_000]),
            "/drawing.svg" => answer("200 OK", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            "/down.gif" => answer("503 Down\r\nRetry-After: 900", ""),
            _ => answer("404 Not found", ""),
        })
        .await;
        let names = [
            "a.gif",
            "moved.gif",
            "c-9x9.gif",
            "page.gif",
            "house.gif",
            "empty.gif",
            "large.gif",
            "drawing.svg",
            "none.gif",
            "down.gif",
        ];
        let body: String = names
            .iter()
            .map(|name| format!("<p><img src=\"{}\"></p>", server.url(&format!("/{name}"))))
            .collect();
        import_text(&desk, &export("en", "", &[post(1, "One", "one").body(&body)])).await;
        let place = tempfile::tempdir().unwrap();
        let pictures = bring(&desk, place.path(), None, Some(&server)).await;
        assert_eq!((pictures.here, pictures.awaited), (3, 1), "{pictures}");
        let told = pictures.to_string();
        for why in [
            "/page.gif: HTML is not taken",
            "/house.gif: http://127.0.0.1:22/: port 22",
            "/empty.gif: the file is empty",
            "/large.gif: the answer has more than 50000 bytes",
            "/drawing.svg: SVG from outside is not taken",
            "/none.gif: the answer is 404",
        ] {
            assert!(told.contains(why), "{why}: {told}");
        }
        assert_eq!(pictures.refused.len(), 6, "{told}");
        let article = article(&desk, "one").await;
        let mut shown = 0;
        for asset in article.content.body.assets() {
            shown += u32::from(words(&desk, asset).await.is_some());
        }
        assert_eq!(shown, 3);
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_hangs_is_left_after_some_pictures_and_asked_another_time() {
    on_both(async |desk| {
        let desk = Arc::new(desk);
        let server = Server::silent().await;
        let body: String =
            (0..40).map(|n| format!("<p><img src=\"{}\"></p>", server.url(&format!("/{n}.gif")))).collect();
        import_text(&desk, &export("en", "", &[post(1, "One", "one").body(&body)])).await;
        let place = tempfile::tempdir().unwrap();
        let began = std::time::Instant::now();
        let pictures = bring(&desk, place.path(), None, Some(&server)).await;
        assert_eq!((pictures.here, pictures.awaited, pictures.refused.len()), (0, 40, 0));
        assert!(began.elapsed() < limits().whole * 8, "{:?}", began.elapsed());
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_pictures_are_refused_by_their_reasons() {
    let Some(data) = rig::reference_data() else { return };
    let folder = data.join("images/malformed");
    on_both(async |desk| {
        let desk = Arc::new(desk);
        let mut names = Vec::new();
        for origin in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap()) {
            let files = origin.path().is_dir().then(|| std::fs::read_dir(origin.path()).unwrap());
            let files = files.into_iter().flatten().map(|file| file.unwrap());
            let files = files.filter(|file| file.path().is_file()).map(|file| file.file_name());
            let within = |file: std::ffi::OsString| {
                Some(format!("{}/{}", origin.file_name().to_str()?, file.to_str()?))
            };
            names.extend(files.filter_map(within));
        }
        assert!(names.len() > 3, "{names:?}");
        let body: String = names
            .iter()
            .map(|name| format!("<p><img src=\"http://old.example/wp-content/uploads/{name}\"></p>"))
            .collect();
        import_text(&desk, &export("en", "", &[post(1, "One", "one").body(&body)])).await;
        let place = tempfile::tempdir().unwrap();
        let pictures = bring(&desk, place.path(), Some(&folder), None).await;
        let refused = pictures.refused.len() as u64;
        assert_eq!(pictures.awaited, 0, "{pictures}");
        assert!(refused > 0 && pictures.refused.iter().all(|row| !row.why.is_empty()), "{pictures}");
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

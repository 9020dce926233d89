//! Law 3, killed while an archive moves in with its pictures and links: the same command completes it,
//! and in the end nobody can tell that anything was killed.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use desk::{Desk, SystemWorld, TieLinks};
use domain::{Actor, Authority};
use exchange::{
    import::{Options, import_wxr},
    pictures::{PictureStep, Sources, Uploads},
};
use fetch::{Allowed, Fetcher, Limits};
use media::{Blobs, Bounds, Renderer};
use tempfile::TempDir;

use crate::{
    exports::{OLD_SITE, Post, around, item, posts},
    kill_import::{Whole, killed_once},
    kill_points::{Stage, killed_at},
    moments::Moments,
    place::{Engine, Place, block_on, on_both, open},
    rows::{number, texts},
    victim::{Orders, Work},
};

/// Articles of the archive: half of it is more than a portion of the import holds.
const ARTICLES: u32 = 402;
/// Every how many articles one shows a picture.
const EVERY: u32 = 5;

/// An archive with its pictures, written out.
struct Archive {
    folder: TempDir,
}

impl Archive {
    /// The articles of the first half link to those of the second, which come in with later portions: every
    /// link waits for the step after the texts.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let uploads = folder.path().join("uploads/2024/03");
        std::fs::create_dir_all(&uploads).unwrap();
        let mut items = String::new();
        for Post { id, name, title, mut body } in posts(ARTICLES) {
            if id % EVERY == 0 {
                std::fs::write(uploads.join(format!("p{id}.gif")), picture(id)).unwrap();
                let address = format!("{OLD_SITE}/wp-content/uploads/2024/03/p{id}");
                body += &format!("<p><img src=\"{address}-300x200.gif\" alt=\"Picture {id}\"></p>");
                items += &file(ARTICLES + id, &format!("{address}.gif"));
            }
            if id <= ARTICLES / 2 {
                body += &format!("<p><a href=\"{OLD_SITE}/2024/03/{}/\">Then</a></p>", id + ARTICLES / 2);
            }
            items += &item(&Post { id, name, title, body });
        }
        std::fs::write(folder.path().join("export.xml"), around(&items)).unwrap();
        Self { folder }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("export.xml")
    }

    fn uploads(&self) -> PathBuf {
        self.folder.path().join("uploads")
    }

    fn pictures() -> u32 {
        ARTICLES / EVERY
    }

    /// The command that moves it in.
    fn import(&self) -> Vec<String> {
        let (file, uploads) = (self.file(), self.uploads());
        let [file, uploads] = [file, uploads].map(|path| path.to_str().unwrap().to_owned());
        let words = ["import", "wxr", &file, "--edition", "en", "--uploads", &uploads];
        words.map(str::to_owned).to_vec()
    }
}

/// A GIF of one pixel that no other number has.
fn picture(number: u32) -> Vec<u8> {
    let mut bytes = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\x00\x21\xfe\x04".to_vec();
    bytes.extend(number.to_be_bytes());
    bytes.extend(b"\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b");
    bytes
}

fn file(id: u32, address: &str) -> String {
    format!(
        "<item><title>File {id}</title><link>{OLD_SITE}/file-{id}/</link><wp:post_id>{id}</wp:post_id>\
         <excerpt:encoded><![CDATA[Caption {id}]]></excerpt:encoded><wp:status>inherit</wp:status>\
         <wp:post_type>attachment</wp:post_type><wp:attachment_url>{address}</wp:attachment_url></item>\n"
    )
}

/// All that moved in, as rows that any undisturbed run would make, and the names of the blobs.
struct Moved {
    whole: Whole,
    rows: Vec<String>,
    blobs: Vec<String>,
}

impl Moved {
    fn of(place: &Place) -> Self {
        place.inside(async |desk| Self {
            whole: Whole::of(&desk).await,
            rows: rows(&desk).await,
            blobs: blobs(place.folder()),
        })
    }

    fn equals(&self, place: &Place) {
        place.is_sound();
        place.inside(async |desk| {
            self.whole.equals(&desk).await;
            assert_eq!(rows(&desk).await, self.rows);
        });
        assert_eq!(blobs(place.folder()), self.blobs);
    }
}

/// Rows of the tables of pictures and links, without ids that are drawn.
async fn rows(desk: &Desk) -> Vec<String> {
    let tables = [
        "select 'p ' || address || ' ' || url || ' ' || state || ' ' || coalesce(reason, '') || ' ' || \
         cast(tries as text) from archive_picture",
        "select 'f ' || foreign_id || ' ' || address || ' ' || caption || ' ' || edition from archive_file",
        "select 'l ' || foreign_id || ' ' || path from archive_link",
        "select 'w ' || p.address || ' ' || w.edition || ' ' || coalesce(w.alt, '') || ' ' || \
         coalesce(w.caption, '') from asset_words w join archive_picture p on p.asset = w.asset",
        "select 'a ' || p.address || ' ' || cast(a.width as text) || ' ' || cast(a.tint as text) from asset a \
         join archive_picture p on p.asset = a.id",
        "select 'u ' || p.address || ' ' || cast(count(*) as text) from asset_use u \
         join archive_picture p on p.asset = u.asset group by p.address",
    ];
    let mut rows = Vec::new();
    for table in tables {
        rows.extend(texts(desk, table).await);
    }
    rows.sort();
    rows
}

/// The originals that lie in a data folder, by their names.
fn blobs(data: &Path) -> Vec<String> {
    let folders = std::fs::read_dir(data.join("media")).into_iter().flatten().map(|entry| entry.unwrap());
    let folders = folders.filter(|folder| folder.file_name().len() == 2);
    let files = folders.flat_map(|folder| {
        let first = folder.file_name().into_string().unwrap();
        let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        files.map(|rest| format!("{first}{}", rest.to_str().unwrap())).collect::<Vec<_>>()
    });
    let mut names: Vec<_> = files.collect();
    names.sort();
    names
}

/// Moves an archive in, as the command does, until a victim's point.
pub(crate) async fn move_in(desk: &Arc<Desk>, file: &Path, uploads: &Path, media: &Path) {
    let options = Options { edition: Some("en".to_owned().try_into().unwrap()) };
    import_wxr(desk, file, &options, &mut |_| {}).await.unwrap();
    let who = Authority::operator(Actor::Import);
    let archive = "old.example".to_owned();
    let tie = TieLinks { archive: archive.clone(), limit: 10 };
    while desk.run(&who, &tie).await.unwrap().done.seen > 0 {}
    let blobs = Blobs::disk(media);
    let sources = Sources {
        renderer: Renderer::new(blobs.clone(), Bounds::default()),
        blobs,
        fetcher: Some(Fetcher::new(Limits::default(), Allowed::default())),
        uploads: Some(Uploads::open(uploads).unwrap()),
        most_bytes: Limits::default().bytes,
    };
    PictureStep::new(Arc::clone(desk), sources).run(&[archive], &mut |_| {}).await.unwrap();
}

/// Name, stage, and which time that it happens; in an archive of [`ARTICLES`] with 80 pictures.
const OF_TEXTS: [(&str, Stage, u32); 10] = [
    ("the header is read", Stage::Read, 3),
    ("a portion decides", Stage::Decided, 120),
    ("an edition is written", Stage::Wrote("edition"), 1),
    ("a file is written", Stage::Wrote("archive_file"), 40),
    ("a first awaited picture is written", Stage::Wrote("archive_picture"), 1),
    ("a later awaited picture is written", Stage::Wrote("archive_picture"), 70),
    ("a first open link is written", Stage::Wrote("archive_link"), 1),
    ("a later open link is written", Stage::Wrote("archive_link"), 60),
    ("a use of a picture is written", Stage::Wrote("asset_use"), 20),
    ("the last article is written", Stage::Wrote("revision"), 402),
];

/// The same of what comes after the texts.
const OF_PICTURES: [(&str, Stage, u32); 10] = [
    ("a first article is written anew for its link", Stage::Wrote("revision"), 403),
    ("a later article is written anew for its link", Stage::Wrote("revision"), 500),
    ("the pictures' lease is taken", Stage::Wrote("lease"), 1),
    ("a first picture is written", Stage::Wrote("asset"), 1),
    ("a first picture's words are written", Stage::Wrote("asset_words"), 1),
    ("a first batch's last picture is written", Stage::Wrote("asset"), 32),
    ("a picture is called here", Stage::Wrote("archive_picture"), 85),
    ("the lease is given back", Stage::Wrote("lease"), 2),
    ("a later picture is written", Stage::Wrote("asset"), 50),
    ("the last picture is written", Stage::Wrote("asset"), 80),
];

/// Kills a move at these points, each on a place of its own, and completes it.
fn killed_and_completed(engine: Engine, points: &[(&str, Stage, u32)]) {
    let archive = Archive::new();
    let import = archive.import();
    let import: Vec<&str> = import.iter().map(String::as_str).collect();
    let first = Place::new(engine);
    first.works(&import);
    let whole = Moved::of(&first);
    assert_eq!(whole.blobs.len(), Archive::pictures() as usize);
    for (name, stage, nth) in points {
        eprintln!("{name}");
        let place = Place::new(engine);
        let work = Work::Move {
            file: archive.file(),
            uploads: archive.uploads(),
            media: place.folder().join("media"),
        };
        let mut orders = Orders { database: place.database(), work, point: None };
        block_on(async {
            let desk = open(&place.database(), Arc::new(SystemWorld)).await;
            let said = killed_at(engine, &desk, &mut orders, *stage, *nth).await;
            assert!(!said.iter().any(|line| line == "done"), "{name}: {said:?}");
            desk.store().database().close().await;
        });
        let report = place.reports(&import);
        assert_eq!(report["pictures"]["here"], Archive::pictures(), "{name}: {report}");
        whole.equals(&place);
    }
}

on_both! {
    fn kill_at_named_points_of_texts_that_name_pictures_leaves_what_the_same_command_completes(engine: Engine) {
        killed_and_completed(engine, &OF_TEXTS);
    }

    fn kill_at_named_points_of_links_and_pictures_leaves_what_the_same_command_completes(engine: Engine) {
        killed_and_completed(engine, &OF_PICTURES);
    }

    fn kill_at_random_moments_of_a_move_leaves_what_the_same_command_completes(engine: Engine) {
        let mut moments = Moments::new();
        let archive = Archive::new();
        let import = archive.import();
        let import: Vec<&str> = import.iter().map(String::as_str).collect();
        let first = Place::new(engine);
        let began = Instant::now();
        first.works(&import);
        let longest = began.elapsed();
        let whole = Moved::of(&first);
        assert_eq!(whole.blobs.len(), Archive::pictures() as usize);
        let (mut killed, mut inside) = (0, 0);
        while killed < rig::kills() {
            let place = Place::new(engine);
            let mut came = 0;
            while killed < rig::kills() && killed_once(&place, &import, &mut moments, longest) {
                killed += 1;
                place.is_sound();
                let sql = "(select count(*) from origin) + (select count(*) from asset)";
                let now = place.inside(async |desk| number(&desk, sql).await);
                assert!(now >= came, "of {came} rows {now} are left");
                inside += u32::from(now > came);
                came = now;
            }
            let report = place.reports(&import);
            assert_eq!(report["pictures"]["here"], Archive::pictures(), "{report}");
            whole.equals(&place);
        }
        assert!(inside > 0, "no kill fell between the first row and the last");
    }
}

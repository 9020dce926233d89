//! Places where the program cannot work: read-only, full, of a newer version, a database
//! that is away. It says what and how to mend it, exits with 1, and leaves things whole.

use std::{
    net::TcpListener,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use rig::{Durability, Node, Postgres};

use crate::{
    exports::{export, posts},
    page::words,
    place::{Engine, PROGRAM, Place, Ran, on_both, program},
    rows::execute,
};

/// How long a command may take to say that a database is away.
const PATIENCE: Duration = Duration::from_secs(15);

/// Runs shell text whose `"$1"` is the program and `"$2"` the folder, with mounts of its own that
/// end with it. None, after having said so, where the system lets nobody mount.
fn in_own_mounts(script: &str, folder: &Path) -> Option<Ran> {
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--map-root-user", "sh", "-euc", script, "sh", PROGRAM]).arg(folder);
        command
    };
    let probe = unshare("mount -t tmpfs tmpfs \"$2\"").output();
    if !probe.as_ref().is_ok_and(|output| output.status.success()) {
        eprintln!("SKIPPED: this system lets the test mount nothing: {probe:?}");
        return None;
    }
    Some(Ran::of(&mut unshare(script)))
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let below = file.join("data");
    for args in [&["check"][..], &["serve", "--listen", "127.0.0.1:0"], &["migrate"]] {
        let ran = Ran::of(program(args).arg("--data").arg(&below));
        assert_eq!(ran.code, Some(1), "{args:?}: {ran}");
        assert!(ran.err.contains(&below.display().to_string()), "{args:?}: {ran}");
    }
}

#[test]
fn a_folder_on_a_read_only_disk_is_refused_and_left_alone() {
    let place = Place::with_editions(Engine::Sqlite);
    let script = r#"
        mount --bind "$2" "$2"
        mount -o remount,bind,ro "$2"
        for command in "serve --listen 127.0.0.1:0" "settings set portal.name No" migrate; do
            code=0
            "$1" $command --data "$2" || code=$?
            echo "$code"
        done"#;
    let Some(ran) = in_own_mounts(script, place.folder()) else { return };
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "1\n1\n1\n"), "{ran}");
    let told: Vec<_> = ran.err.lines().filter(|line| line.starts_with("masthead: ")).collect();
    assert_eq!(told.len(), 3, "{ran}");
    assert!(told.iter().all(|line| line.contains("Read-only") || line.contains("permissions")), "{ran}");
    assert_eq!(place.works(&["settings", "get", "portal.name"]), "Masthead\n");
    place.is_sound();
}

#[test]
fn a_full_disk_ends_an_import_that_goes_on_once_there_is_room() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("export.xml");
    std::fs::write(&file, export(&posts(1_500))).unwrap();
    let script = r#"
        mkdir "$2/disk"
        mount -t tmpfs -o size=2m tmpfs "$2/disk"
        code=0
        "$1" import wxr "$2/export.xml" --edition en --data "$2/disk" || code=$?
        echo "full: $code"
        mount -o remount,size=100m "$2/disk"
        "$1" check --data "$2/disk"
        "$1" import wxr "$2/export.xml" --edition en --data "$2/disk"
        "$1" check --data "$2/disk""#;
    let Some(ran) = in_own_mounts(script, outside.path()) else { return };
    assert_eq!(ran.code, Some(0), "{ran}");
    assert!(ran.out.starts_with("full: 1\nevery invariant holds\n"), "{ran}");
    assert!(ran.err.contains("free space on the disk"), "{ran}");
    let number = |before: &str| {
        let rest = ran.out.split_once(before).unwrap().1;
        rest.split(' ').next().unwrap().parse::<u32>().unwrap()
    };
    assert_eq!(number("new: ") + number("here already: "), 1_500, "{ran}");
    assert!(number("here already: ") > 0, "the first import wrote nothing: {ran}");
    assert!(ran.out.ends_with("every invariant holds\n"), "{ran}");
}

on_both! {
    fn a_place_of_a_newer_version_is_refused_and_left_alone(engine: Engine) {
        let place = Place::with_editions(engine);
        let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time) \
                     select 9999, 'tomorrow', success, checksum, execution_time from _sqlx_migrations \
                     where version = 1";
        let commands = [
            &["check"][..],
            &["serve", "--listen", "127.0.0.1:0"],
            &["settings", "set", "portal.name", "No"],
        ];
        // Whoever has it open can still take tomorrow back.
        place.inside(async |desk| {
            execute(&desk, newer).await;
            for args in commands {
                let said = place.fails(args);
                assert!(said.contains("9999") && said.contains("start a newer version"), "{args:?}: {said}");
            }
            execute(&desk, "delete from _sqlx_migrations where version = 9999").await;
        });
        assert_eq!(place.works(&["settings", "get", "portal.name"]), "Masthead\n");
        place.is_sound();
    }

    fn a_migration_that_was_tampered_with_is_refused(engine: Engine) {
        let place = Place::with_editions(engine);
        let checksum = if engine == Engine::Sqlite { "x'00'" } else { "'\\x00'" };
        let tamper = format!("update _sqlx_migrations set checksum = {checksum}");
        place.inside(async |desk| execute(&desk, &tamper).await);
        let said = place.fails(&["check"]);
        assert!(said.contains("are not this program's"), "{said}");
    }
}

#[test]
fn a_postgresql_that_is_away_at_the_start_is_told_within_seconds() {
    let folder = tempfile::tempdir().unwrap();
    // Nobody listens behind the first port; behind the second nobody answers.
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    for addr in [closed, silent.local_addr().unwrap()] {
        let url = format!("postgres://ani:secret@{addr}/paper");
        for args in [&["check"][..], &["serve", "--listen", "127.0.0.1:0"]] {
            let began = Instant::now();
            let ran = Ran::of(program(args).args(["--database", &url, "--data"]).arg(folder.path()));
            assert_eq!(ran.code, Some(1), "{args:?}: {ran}");
            assert!(ran.err.contains("cannot be reached") && ran.err.contains("--database"), "{ran}");
            assert!(!ran.err.contains("secret"), "the password is told: {ran}");
            assert!(began.elapsed() < PATIENCE, "{args:?} took {:?}", began.elapsed());
        }
    }
    let ran = Ran::of(program(&["check", "--database", "mysql://x", "--data"]).arg(folder.path()));
    assert_eq!(ran.code, Some(1), "{ran}");
    assert!(ran.err.contains("--database"), "{ran}");
}

#[test]
fn a_postgresql_that_is_cut_off_is_503_in_the_editions_language_and_200_once_it_is_back() {
    let mut server = Postgres::start(Durability::Process);
    let place = Place::on(&server);
    place.add_editions();
    let file = place.write("export.xml", export(&posts(2)));
    place.works(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
    let node = place.serve();
    let before = node.get("/en/post/post-1").unwrap();
    assert_eq!(before.status, 200);
    for how in ["killed", "stopped"] {
        if how == "killed" {
            server.kill()
        } else {
            server.stop()
        }
        for (path, language) in [("/ar/", "ar"), ("/en/post/post-1", "en-GB")] {
            let answer = node.get(path).unwrap();
            let found = (answer.status, answer.header("content-language"), answer.header("cache-control"));
            assert_eq!(found, (503, Some(language), Some("no-store")), "{how}: {path}");
            assert!(answer.header("retry-after").is_some() && words(&answer.text()).trim().len() > 20);
        }
        assert_eq!(node.get("/healthz").unwrap().status, 200, "{how}");
        server.start_again();
        assert_eq!(first_200(&node, "/en/post/post-1").body, before.body, "{how}");
    }
    place.is_sound();
}

/// Asks until the answer is 200: connections that broke are found out one by one.
fn first_200(node: &Node, path: &str) -> rig::http::Response {
    let began = Instant::now();
    loop {
        let answer = node.get(path).unwrap();
        if answer.status == 200 {
            return answer;
        }
        assert!(began.elapsed() < PATIENCE, "still {}: {}", answer.status, node.log());
    }
}

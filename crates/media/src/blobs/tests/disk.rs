//! What a disk alone can do wrong: be left in the middle of a write.

use super::all_held;
use crate::{Blobs, Soundness};
use bytes::Bytes;
use domain::BlobId;
use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, SystemTime},
};

const FOLDER: &str = "MASTHEAD_TEST_BLOBS";

/// The one file somewhere under `folder` whose path ends as this blob's does.
pub(super) fn file_of(folder: &Path, id: &BlobId) -> PathBuf {
    let hex = id.to_string();
    let (first, others) = hex.split_at(2);
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with(Path::new(first).join(others)) && path.is_file() {
                return path;
            }
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    panic!("no file of {id}")
}

#[tokio::test]
async fn only_old_half_written_files_are_swept() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::disk(folder.path());
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    assert_eq!(blobs.sweep(hour_ago).await.unwrap(), 0, "nothing was ever written");
    let id = blobs.put(Bytes::from_static(b"whole")).await.unwrap();
    let (old, young) = (folder.path().join("tmp/put-old"), folder.path().join("tmp/put-young"));
    fs::write(&old, b"ha").unwrap();
    fs::write(&young, b"ha").unwrap();
    File::options().write(true).open(&old).unwrap().set_modified(hour_ago - Duration::from_secs(1)).unwrap();
    assert_eq!(blobs.sweep(hour_ago).await.unwrap(), 1);
    assert!(!old.exists() && young.exists());
    assert_eq!(all_held(&blobs).await, [id]);
}

#[tokio::test]
async fn files_that_are_not_ours_are_no_blobs() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("ab")).unwrap();
    fs::write(folder.path().join("ab/holiday.jpg"), b"x").unwrap();
    assert_eq!(all_held(&Blobs::disk(folder.path())).await, []);
}

/// The writer of the test below: puts blobs and names each when it is safe, until it is killed.
#[tokio::test]
#[ignore = "a process of its own, started by the test below"]
async fn writer_to_be_killed() {
    let blobs = Blobs::disk(std::env::var_os(FOLDER).unwrap());
    for number in 0_u32.. {
        let id = blobs.put(Bytes::from(number.to_le_bytes().repeat(100_000))).await.unwrap();
        println!("safe {id}");
    }
}

#[tokio::test]
async fn killed_writer_leaves_whole_blobs_alone() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::disk(folder.path());
    let mut left_over = 0;
    for kill in 0..rig::kills() {
        let safe = write_until_killed(folder.path(), kill % 7);
        for id in safe {
            assert!(matches!(blobs.verify(&id).await.unwrap(), Soundness::Sound { .. }), "{id} was safe");
        }
        left_over += blobs.sweep(SystemTime::now() + Duration::from_secs(60)).await.unwrap();
        assert_eq!(fs::read_dir(folder.path().join("tmp")).unwrap().count(), 0);
    }
    for id in all_held(&blobs).await {
        assert!(matches!(blobs.verify(&id).await.unwrap(), Soundness::Sound { .. }), "{id} is torn");
    }
    eprintln!("{left_over} half-written files in {} kills", rig::kills());
}

fn write_until_killed(folder: &Path, after: u32) -> Vec<BlobId> {
    let test = "blobs::tests::disk::writer_to_be_killed";
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let safe = lines.filter_map(|line| line.split_once("safe ").map(|(_, id)| id.parse().unwrap()));
    let safe: Vec<BlobId> = safe.take(after as usize + 1).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(safe.len(), after as usize + 1, "the writer ended by itself");
    safe
}

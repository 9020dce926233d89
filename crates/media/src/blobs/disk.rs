//! Blobs as files.
//!
//! A file is written under `tmp`, synced, renamed to its key, and the folder is synced: whoever
//! is killed in between leaves a file in `tmp` and nothing under the key.

use super::Found;
use crate::Error;
use bytes::{Bytes, BytesMut};
use futures_util::{Stream, stream};
use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};
use tokio::{io::AsyncReadExt as _, task::spawn_blocking};

/// Where files are while they are written, under the root.
const HALF: &str = "tmp";

/// Bytes of a piece that is read at once.
const PIECE: usize = 256 * 1024;

#[derive(Debug, Clone)]
pub(super) struct Disk {
    root: Arc<Path>,
}

impl Disk {
    pub(super) fn new(root: PathBuf) -> Disk {
        Disk { root: root.into() }
    }

    pub(super) async fn put(&self, key: String, bytes: Bytes) -> Result<(), Error> {
        let root = self.root.clone();
        Ok(spawn_blocking(move || write(&root, &key, &bytes)).await??)
    }

    pub(super) async fn get(&self, key: String) -> Result<Option<Bytes>, Error> {
        Ok(present(tokio::fs::read(self.root.join(key)).await)?.map(Bytes::from))
    }

    pub(super) async fn stream(
        &self,
        key: String,
    ) -> Result<Option<impl Stream<Item = Result<Bytes, Error>> + Send + use<>>, Error> {
        let opened = present(tokio::fs::File::open(self.root.join(key)).await)?;
        Ok(opened.map(|file| {
            stream::try_unfold(file, |mut file| async move {
                let mut piece = BytesMut::with_capacity(PIECE);
                let read = file.read_buf(&mut piece).await?;
                Ok((read > 0).then(|| (piece.freeze(), file)))
            })
        }))
    }

    pub(super) async fn list(&self, folder: String) -> Result<Vec<Found>, Error> {
        let folder = self.root.join(folder);
        Ok(spawn_blocking(move || files(&folder)).await??)
    }

    pub(super) async fn delete(&self, key: String) -> Result<(), Error> {
        present(tokio::fs::remove_file(self.root.join(key)).await)?;
        Ok(())
    }

    pub(super) async fn sweep(&self, before: SystemTime) -> Result<u64, Error> {
        let folder = self.root.join(HALF);
        let swept = spawn_blocking(move || {
            let mut swept = 0;
            for found in files(&folder)?.into_iter().filter(|found| found.put < before) {
                if present(fs::remove_file(folder.join(found.name)))?.is_some() {
                    swept += 1;
                }
            }
            io::Result::Ok(swept)
        });
        Ok(swept.await??)
    }
}

/// What is not there is none; another failure stays one.
fn present<T>(outcome: io::Result<T>) -> io::Result<Option<T>> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(cause),
    }
}

fn write(root: &Path, key: &str, bytes: &[u8]) -> io::Result<()> {
    let target = root.join(key);
    let folder = target.parent().unwrap_or(root);
    make_folder(root, folder)?;
    let half = root.join(HALF);
    make_folder(root, &half)?;
    let mut file = tempfile::Builder::new().prefix("put-").tempfile_in(&half)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|failed| failed.error)?;
    sync_folder(folder)
}

/// Makes a folder under the root, and syncs each folder that got a new entry.
fn make_folder(root: &Path, folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent().unwrap_or(root);
    if folder == root {
        return fs::create_dir_all(root);
    }
    make_folder(root, parent)?;
    match fs::create_dir(folder) {
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(cause) => Err(cause),
        Ok(()) => sync_folder(parent),
    }
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The files of a folder; a missing folder has none.
fn files(folder: &Path) -> io::Result<Vec<Found>> {
    let Some(entries) = present(fs::read_dir(folder))? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let Some(facts) = present(entry.metadata())? else { continue };
        if let (true, Ok(name)) = (facts.is_file(), entry.file_name().into_string()) {
            found.push(Found { name, bytes: facts.len(), put: facts.modified()? });
        }
    }
    Ok(found)
}

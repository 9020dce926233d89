//! Where the bytes of pictures lie: originals under their digest, renditions beside them.
//!
//! On disk or in a bucket, behind one type and the same tests. Originals are `ab/cdef…` (the
//! digest in hex, cut behind its first byte), renditions `made/ab/cdef…/NAME`. Not here: which
//! blob is used by whom, and who may see it.

mod bucket;
mod disk;

#[cfg(test)]
mod tests;

pub use bucket::BucketSettings;

use crate::{Error, blob_id};
use bucket::Bucket;
use bytes::Bytes;
use disk::Disk;
use domain::BlobId;
use futures_util::{Stream, StreamExt, TryStreamExt as _, stream::BoxStream};
use std::{path::PathBuf, time::SystemTime};

/// The store of pictures' bytes.
#[derive(Debug, Clone)]
pub struct Blobs {
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    Disk(Disk),
    Bucket(Bucket),
}

/// An original that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Its name.
    pub id: BlobId,
    /// Its size.
    pub bytes: u64,
    /// When it was last put, by the clock of the disk or the bucket. Putting it again renews it.
    pub put: SystemTime,
}

/// What a look at all bytes of an original found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soundness {
    /// They have the digest that is their name.
    Sound {
        /// How many there are.
        bytes: u64,
    },
    /// They have another digest.
    Damaged,
    /// There are none.
    Missing,
}

/// What lies under a key, as a place lists it.
struct Found {
    /// The part of the key behind the last slash.
    name: String,
    bytes: u64,
    put: SystemTime,
}

impl Blobs {
    /// Blobs in a folder of the disk, which is made when something is first put.
    pub fn disk(folder: impl Into<PathBuf>) -> Blobs {
        Blobs { place: Place::Disk(Disk::new(folder.into())) }
    }

    /// Blobs in a bucket that speaks S3.
    ///
    /// # Errors
    /// The settings cannot be right; the bucket itself is not asked.
    pub fn bucket(settings: &BucketSettings) -> Result<Blobs, Error> {
        Ok(Blobs { place: Place::Bucket(Bucket::new(settings)?) })
    }

    /// Keeps an original and answers its name. When this returns the bytes are safe: synced to the
    /// disk or acknowledged by the bucket. What is here already is written again, which renews
    /// its moment and heals a damaged one.
    ///
    /// # Errors
    /// The disk or the bucket failed; nothing half-written has the name then.
    pub async fn put(&self, bytes: Bytes) -> Result<BlobId, Error> {
        let id = blob_id(&bytes);
        self.place.put(original(&id), bytes).await?;
        Ok(id)
    }

    /// All bytes of an original, compared with its name.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::Damaged`], or the disk or the bucket failed.
    pub async fn get(&self, id: &BlobId) -> Result<Bytes, Error> {
        let bytes = self.place.get(original(id)).await?.ok_or(Error::Missing(*id))?;
        if blob_id(&bytes) == *id { Ok(bytes) } else { Err(Error::Damaged(*id)) }
    }

    /// An original's bytes piece by piece, not compared with its name.
    ///
    /// # Errors
    /// [`Error::Missing`], or the disk or the bucket failed; so may each piece.
    pub async fn stream(
        &self,
        id: &BlobId,
    ) -> Result<impl Stream<Item = Result<Bytes, Error>> + Send + use<>, Error> {
        self.place.stream(original(id)).await?.ok_or(Error::Missing(*id))
    }

    /// Reads an original through and compares it with its name, a piece in memory at a time.
    ///
    /// # Errors
    /// The disk or the bucket failed.
    pub async fn verify(&self, id: &BlobId) -> Result<Soundness, Error> {
        let Some(mut pieces) = self.place.stream(original(id)).await? else {
            return Ok(Soundness::Missing);
        };
        let mut hasher = blake3::Hasher::new();
        while let Some(piece) = pieces.try_next().await? {
            hasher.update(&piece);
        }
        let sound = hasher.finalize().as_bytes() == id.digest();
        Ok(if sound { Soundness::Sound { bytes: hasher.count() } } else { Soundness::Damaged })
    }

    /// The originals whose name begins with this byte, in the order of their names. All 256 bytes
    /// are all originals. Files whose name is no digest are passed over: they are not ours.
    ///
    /// # Errors
    /// The disk or the bucket failed.
    pub async fn held(&self, first: u8) -> Result<Vec<Held>, Error> {
        let folder = format!("{first:02x}");
        let found = self.place.list(folder.clone()).await?;
        let held = found.into_iter().filter_map(|found| {
            let id = format!("{folder}{}", found.name).parse().ok()?;
            Some(Held { id, bytes: found.bytes, put: found.put })
        });
        let mut held: Vec<Held> = held.collect();
        held.sort_by_key(|held| held.id);
        Ok(held)
    }

    /// Takes away an original and all that was made of it. Taking away what is not here is done.
    ///
    /// # Errors
    /// The disk or the bucket failed; the original goes first.
    pub async fn delete(&self, id: &BlobId) -> Result<(), Error> {
        self.place.delete(original(id)).await?;
        let made = made_folder(id);
        for found in self.place.list(made.clone()).await? {
            self.place.delete(format!("{made}/{}", found.name)).await?;
        }
        Ok(())
    }

    /// Takes away what writers that were killed left half-written before this moment, and answers
    /// how many files went. A bucket holds no such thing.
    ///
    /// # Errors
    /// The disk failed.
    pub async fn sweep(&self, before: SystemTime) -> Result<u64, Error> {
        match &self.place {
            Place::Disk(disk) => disk.sweep(before).await,
            Place::Bucket(_) => Ok(0),
        }
    }

    /// What was made of an original under this name, if it was.
    pub(crate) async fn made(&self, id: &BlobId, name: &str) -> Result<Option<Bytes>, Error> {
        self.place.get(format!("{}/{name}", made_folder(id))).await
    }

    /// Keeps what was made of an original under this name.
    pub(crate) async fn keep_made(&self, id: &BlobId, name: &str, bytes: Bytes) -> Result<(), Error> {
        self.place.put(format!("{}/{name}", made_folder(id)), bytes).await
    }

    /// The names of all that was made of an original.
    pub(crate) async fn all_made(&self, id: &BlobId) -> Result<Vec<String>, Error> {
        let found = self.place.list(made_folder(id)).await?;
        Ok(found.into_iter().map(|found| found.name).collect())
    }
}

impl Place {
    async fn put(&self, key: String, bytes: Bytes) -> Result<(), Error> {
        match self {
            Place::Disk(disk) => disk.put(key, bytes).await,
            Place::Bucket(bucket) => bucket.put(&key, bytes).await,
        }
    }

    async fn get(&self, key: String) -> Result<Option<Bytes>, Error> {
        match self {
            Place::Disk(disk) => disk.get(key).await,
            Place::Bucket(bucket) => bucket.get(&key).await,
        }
    }

    async fn stream(&self, key: String) -> Result<Option<BoxStream<'static, Result<Bytes, Error>>>, Error> {
        Ok(match self {
            Place::Disk(disk) => disk.stream(key).await?.map(StreamExt::boxed),
            Place::Bucket(bucket) => bucket.stream(&key).await?.map(StreamExt::boxed),
        })
    }

    async fn list(&self, folder: String) -> Result<Vec<Found>, Error> {
        match self {
            Place::Disk(disk) => disk.list(folder).await,
            Place::Bucket(bucket) => bucket.list(&folder).await,
        }
    }

    async fn delete(&self, key: String) -> Result<(), Error> {
        match self {
            Place::Disk(disk) => disk.delete(key).await,
            Place::Bucket(bucket) => bucket.delete(&key).await,
        }
    }
}

fn original(id: &BlobId) -> String {
    let hex = id.to_string();
    let (first, rest) = hex.split_at(2);
    format!("{first}/{rest}")
}

fn made_folder(id: &BlobId) -> String {
    format!("made/{}", original(id))
}

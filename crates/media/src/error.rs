//! What goes wrong with pictures and their bytes.

use domain::BlobId;
use std::{io, sync::Arc};

/// Why something could not be done. Cheap to clone: all who waited for one making hear the same.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The bytes are no picture that is taken.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// No bytes of that name are here.
    #[error("blob {0} is missing")]
    Missing(BlobId),
    /// The bytes under that name are not those it was given for: a disk's or a person's fault.
    #[error("blob {0} is damaged: its bytes have another digest")]
    Damaged(BlobId),
    /// The address asks for a width or crop that this picture has no rendition of.
    #[error("the picture has no such rendition")]
    NoSuchRendition,
    /// As many renditions are being made or waited for as may be; ask again later.
    #[error("too many renditions are being made")]
    Busy,
    /// The disk failed.
    #[error("pictures on disk: {0}")]
    Disk(#[source] Arc<io::Error>),
    /// The bucket failed.
    #[error("pictures in the bucket: {0}")]
    Bucket(#[source] Arc<object_store::Error>),
    /// The work was given up from outside: its runtime ends, or it panicked.
    #[error("the work was given up: {0}")]
    GivenUp(Arc<str>),
}

impl From<io::Error> for Error {
    fn from(cause: io::Error) -> Error {
        Error::Disk(Arc::new(cause))
    }
}

impl From<object_store::Error> for Error {
    fn from(cause: object_store::Error) -> Error {
        Error::Bucket(Arc::new(cause))
    }
}

impl From<tokio::task::JoinError> for Error {
    fn from(cause: tokio::task::JoinError) -> Error {
        Error::GivenUp(cause.to_string().into())
    }
}

/// Why bytes are not taken as a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There are none.
    #[error("the file is empty")]
    Empty,
    /// A known format that is not taken, by its usual name.
    #[error("{0} is not taken; JPEG, PNG, GIF, WebP and TIFF are")]
    Format(&'static str),
    /// Drawings from outside can run scripts, load foreign files and burn time: law 7.
    #[error("SVG from outside is not taken")]
    Svg,
    /// The first bytes are those of no known format.
    #[error("this is no picture of a known format")]
    Unknown,
    /// More bytes than are taken.
    #[error("{bytes} bytes; at most {most} are taken")]
    Bytes {
        /// How many there are.
        bytes: u64,
        /// How many may be.
        most: u64,
    },
    /// More pixels than are decoded.
    #[error("{width} × {height} pixels; at most {most} are taken in all")]
    Pixels {
        /// Columns.
        width: u32,
        /// Rows.
        height: u32,
        /// The most pixels of a picture.
        most: u64,
    },
    /// A picture without pixels.
    #[error("{width} × {height} pixels are no picture")]
    NoPixels {
        /// Columns.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// A kind of a format that is taken otherwise, which nothing here can decode.
    #[error("{format} of this kind is not taken: {why}")]
    Kind {
        /// The format's usual name.
        format: &'static str,
        /// The decoder's words.
        why: String,
    },
    /// The format's rules are broken where it matters, or the file ends too early.
    #[error("the {format} file is broken: {why}")]
    Broken {
        /// The format's usual name.
        format: &'static str,
        /// The decoder's words.
        why: String,
    },
}

impl Refusal {
    /// A stable word for reports and for the key of a message.
    pub const fn code(&self) -> &'static str {
        match self {
            Refusal::Empty => "empty",
            Refusal::Format(_) => "format",
            Refusal::Svg => "svg",
            Refusal::Unknown => "unknown",
            Refusal::Bytes { .. } => "bytes",
            Refusal::Pixels { .. } => "pixels",
            Refusal::NoPixels { .. } => "no-pixels",
            Refusal::Kind { .. } => "kind",
            Refusal::Broken { .. } => "broken",
        }
    }
}

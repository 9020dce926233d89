//! Why the tables could not be measured.

use std::{io, path::PathBuf, process::ExitStatus};

/// What stopped a measurement.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Desk(#[from] desk::DeskError),
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error(transparent)]
    Press(#[from] press::PressError),
    #[error(transparent)]
    Media(#[from] media::Error),
    #[error("the photo cannot be drawn: {0}")]
    Photo(#[from] jpeg_encoder::EncodingError),
    #[error(transparent)]
    Node(#[from] rig::StartError),
    #[error("the messages of the house cannot be read: {0}")]
    Messages(String),
    #[error("PostgreSQL refused to count its rows: {0}")]
    Statistics(#[from] sqlx::Error),
    #[error("{what}: {cause}")]
    Io { what: String, cause: io::Error },
    #[error("the generator made {word:?}, which the house refuses: {cause}")]
    Word { word: String, cause: String },
    #[error("{address} is no address: {cause}")]
    Address { address: String, cause: http::Error },
    #[error("{address} answered {status}; only pages that are there can be measured")]
    Status { address: String, status: u16 },
    #[error("{address} shows {found}, not {wanted}: the generated portal has another shape")]
    Shape { address: String, wanted: String, found: String },
    #[error("{} is missing: run `make build` first", .0.display())]
    NoBinary(PathBuf),
    #[error("`masthead {command}` ended with {status}; it said:\n{said}")]
    Ended { command: String, status: ExitStatus, said: String },
    #[error("the kernel told nothing of process {0} while it ran")]
    Unseen(u32),
}

impl Failure {
    /// For `map_err` on what reads or writes `what`.
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        |cause| Self::Io { what: what.into(), cause }
    }

    /// For `map_err` on what parses a generated `word`.
    pub(crate) fn word<E: std::fmt::Display>(word: &str) -> impl FnOnce(E) -> Self {
        move |cause| Self::Word { word: word.to_owned(), cause: cause.to_string() }
    }
}

//! Why a page could not be made.

use std::path::PathBuf;

/// An error of the press.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::StoreError),
    /// A template failed.
    #[error("template {template}: {source}")]
    Template {
        /// Which.
        template: String,
        /// Why, with its line.
        source: minijinja::Error,
    },
    /// The locale of an edition is unknown, so no page of it can be made.
    #[error("edition {edition} speaks {locale}, which has no messages: add them, or close the edition")]
    Speechless {
        /// Which edition.
        edition: String,
        /// Its locale.
        locale: String,
    },
    /// A message is missing.
    #[error(transparent)]
    Message(#[from] locale::MessageError),
    /// The locale's dates cannot be written.
    #[error(transparent)]
    Dates(#[from] locale::DatesError),
    /// No edition is there at all.
    #[error("the portal has no edition: add one with `masthead edition add`")]
    NoEdition,
    /// A file of the theme folder cannot be read.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

//! Why a page could not be made.

use std::path::PathBuf;

use crate::theme::ThemeFinding;

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
    /// A theme folder cannot be used.
    #[error(
        "the theme folder {} cannot be used:{}\nmend it, or start without it; `masthead theme check` tells the same",
        dir.display(), listed(findings)
    )]
    Theme {
        /// Which.
        dir: PathBuf,
        /// All that is wrong in it, never empty.
        findings: Vec<ThemeFinding>,
    },
}

fn listed(findings: &[ThemeFinding]) -> String {
    findings.iter().map(|finding| format!("\n  {finding}")).collect()
}

//! Why an answer could not be made. Readers are told nothing of it.

use press::PressError;
use store::StoreError;

/// An error of the site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The press failed.
    #[error(transparent)]
    Press(#[from] PressError),
    /// A picture could not be made.
    #[error(transparent)]
    Media(#[from] media::Error),
    /// A message of a feed is missing.
    #[error(transparent)]
    Message(#[from] locale::MessageError),
}

impl SiteError {
    /// Whether the database is away or overloaded, so that asking again may help (503).
    pub const fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Store(StoreError::Unreachable(_))
                | Self::Press(PressError::Store(StoreError::Unreachable(_)))
                | Self::Media(media::Error::Busy)
        )
    }
}

/// What handlers return.
pub(crate) type Result<T, E = SiteError> = std::result::Result<T, E>;

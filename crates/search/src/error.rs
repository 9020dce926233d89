//! Why nothing could be looked up.

/// An error of a search. None of them is the asker's: every question has an answer.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// There is no index, or none that can be read: it is being built.
    #[error("the search index is being built")]
    Away,
    /// As many as may be are searching.
    #[error("too many are searching at once")]
    Busy,
}

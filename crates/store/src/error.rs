//! What can go wrong in the store, told so that a caller can act on it.

use std::path::PathBuf;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database cannot be reached, or was cut off.
    #[error("the database cannot be reached: {0}; check that it runs and that --database is right")]
    Unreachable(String),
    /// Another row holds what must be unique.
    #[error("{0} is taken already")]
    Taken(&'static str),
    /// The disk is full or the folder cannot be written.
    #[error("the database cannot be written: {0}; free space on the disk and check the folder's permissions")]
    CannotWrite(String),
    /// The database was made by a newer version of the program.
    #[error(
        "the database holds migration {found}, this program knows {known} of them: start a newer version"
    )]
    Newer {
        /// The newest migration in the database.
        found: i64,
        /// The newest one that the program has.
        known: i64,
    },
    /// The database was made by an older version of the program.
    #[error(
        "the database holds migration {found}, this program needs {known}: stop the node that uses it, then run \
         `masthead migrate` or `masthead serve` of this version"
    )]
    Older {
        /// The newest migration in the database.
        found: i64,
        /// The newest one that the program has.
        known: i64,
    },
    /// A migration that was applied differs from the program's.
    #[error("the migrations of the database are not this program's: {0}")]
    Migration(String),
    /// Another process holds the data folder.
    #[error("{path} is held by process {process}: stop it first", path = path.display())]
    Locked {
        /// The lock file.
        path: PathBuf,
        /// Who holds it, as it wrote there.
        process: String,
    },
    /// A file or folder could not be used.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database undid the transaction because another stood in its way: a deadlock, or
    /// a failed serialization. Done again, it may succeed.
    #[error("too many wrote the same at once ({0}): try again")]
    Contended(String),
    /// A lease was lost to another holder.
    #[error("the lease {0:?} went to another node")]
    LeaseLost(&'static str),
    /// What was read does not fit its type: the database was changed from outside.
    #[error("{what} in the database cannot be read: {why}")]
    Corrupt {
        /// Table and row.
        what: String,
        /// What does not fit.
        why: String,
    },
    /// Any other answer of the database.
    #[error("the database answered: {0}")]
    Database(#[source] sqlx::Error),
}

/// What the store's functions return.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// PostgreSQL names the constraint, SQLite the columns: both lead to the same words.
const UNIQUE: [(&str, &str, &str); 3] = [
    ("address_pkey", "address.space, address.edition, address.slug", "the slug"),
    ("branch_story_edition_key", "branch.story, branch.edition", "the edition of this story"),
    ("edition_pkey", "edition.code", "the edition code"),
];

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Tls(_) => Self::Unreachable(error.to_string()),
            sqlx::Error::Database(cause) => {
                Self::of_database(cause.as_ref()).unwrap_or(Self::Database(error))
            }
            sqlx::Error::ColumnDecode { index, source } => {
                Self::Corrupt { what: format!("column {index}"), why: source.to_string() }
            }
            _ => Self::Database(error),
        }
    }
}

impl StoreError {
    fn of_database(cause: &dyn sqlx::error::DatabaseError) -> Option<Self> {
        if cause.is_unique_violation() {
            let named = |(pg, sqlite, _): &&(&str, &str, &str)| {
                cause.constraint() == Some(*pg) || cause.message().ends_with(*sqlite)
            };
            return UNIQUE.iter().find(named).map(|(_, _, what)| Self::Taken(what));
        }
        // Claiming an address that another target holds would make its target null.
        if matches!(cause.kind(), sqlx::error::ErrorKind::NotNullViolation)
            && cause.message().contains("address")
        {
            return Some(Self::Taken("the slug"));
        }
        // SQLite: 8 read-only, 13 full, 14 cannot open. PostgreSQL: class 53 (no disk,
        // too many connections), 57P01–03 and 08 (going away).
        let code = cause.code()?;
        match code.as_ref() {
            "8" | "13" | "14" | "1032" | "53100" | "25006" => {
                Some(Self::CannotWrite(cause.message().to_owned()))
            }
            "57P01" | "57P02" | "57P03" | "53300" => Some(Self::Unreachable(cause.message().to_owned())),
            "40P01" | "40001" => Some(Self::Contended(cause.message().to_owned())),
            code if code.starts_with("08") => Some(Self::Unreachable(cause.message().to_owned())),
            _ => None,
        }
    }

    /// A row that does not fit its type.
    pub(crate) fn corrupt(what: impl Into<String>, why: impl std::fmt::Display) -> Self {
        Self::Corrupt { what: what.into(), why: why.to_string() }
    }
}

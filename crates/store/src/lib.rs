//! The truth on disk: SQLite and PostgreSQL behind one set of queries, migrations, the
//! journal, and the [`Follower`] trait.
//!
//! What lives here: every SQL text of the project, transactions, locks, the bodies of
//! revisions and working copies until the eye or a permit opens them. What does not:
//! any decision. Rules are in `domain`, use cases in `desk`.

mod agenda;
mod alternates;
mod archive;
mod archive_links;
mod archive_pictures;
mod assets;
mod bulk;
mod change;
mod check;
mod database;
mod error;
mod follow;
mod frame;
mod journal;
mod lease;
mod lists;
mod live;
mod lock;
mod locked;
mod log;
mod moves;
mod names;
mod query;
mod read;
mod registers;
mod rehearsal;
mod row;
mod secret;
mod settings;
mod write;

pub use agenda::{AgendaKind, DueRow};
pub use alternates::Alternate;
pub use archive::{ArchiveFacts, ArchiveFile, NewRedirect, Origin, RedirectTo};
pub use archive_links::{LedTo, OpenLinks};
pub use archive_pictures::{ArchivePicture, AwaitedPicture, PictureCounts, PictureState, RefusedPicture};
pub use assets::PictureRow;
pub use change::*;
pub use check::{Finding, check};
pub use database::{Database, Schema, Snapshot, Store, WriteTx};
pub use error::{Result, StoreError};
pub use follow::{BoxFuture, Follower, Journal, Pace};
pub use frame::{Frame, SectionMove};
pub use journal::{Entry, Event, Position};
pub use lease::Lease;
pub use lists::{Around, CardRow, ListKey, ListName, PageOf};
pub use live::LiveText;
pub use lock::DirLock;
pub use locked::*;
pub use log::{LogEntry, LogPage};
pub use moves::MoveStep;
pub use names::{Named, Names, Profiled};
pub use read::*;
pub use secret::SecretKey;

//! The languages of the portal: messages, dates, numbers, lists of names and slugs.
//!
//! What a reader meets is either data of an edition or a message of [`Messages`]; a
//! [`Language`] is those messages ready for one edition, [`Dates`] its clock. Both are
//! built once per edition and shared between threads. Nothing here does I/O: message
//! files of the data folder come in as [`MessageFile`] values.
//!
//! Not here: which language a reader is given (`site`), the texts of an edition itself
//! such as section names (`domain`), HTML (`press`).

mod dates;
mod digits;
mod file;
mod language;
mod messages;
mod pieces;
pub mod pseudo;
mod slugs;

pub use dates::{Dates, DatesError};
pub use file::{FileError, MessageFile};
pub use language::{Arg, Language, MessageError};
pub use messages::Messages;
pub use pieces::Piece;
pub use slugs::slugify;

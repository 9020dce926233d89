//! The languages of the portal: messages, dates, numbers, lists of names, alphabetical
//! order, capitals, length of a text and slugs.
//!
//! What a reader meets is either data of an edition or a message of [`Messages`]; a
//! [`Language`] is those messages ready for one edition, [`Dates`] its clock. Both are
//! built once per edition and shared between threads. Nothing here does I/O: message
//! files of the data folder come in as [`MessageFile`] values.
//!
//! Not here: which language a reader is given (`site`), the texts of an edition itself
//! such as section names (`domain`), HTML (`press`).

mod capitals;
mod dates;
mod digits;
mod file;
mod language;
mod latin;
mod length;
mod messages;
mod order;
mod pieces;
pub mod pseudo;
mod slugs;

pub use capitals::uppercase;
pub use dates::{Dates, DatesError};
pub use file::{FileError, MessageFile};
pub use language::{Arg, Language, MessageError};
pub use length::{count_words, reading_minutes, words_per_minute};
pub use messages::Messages;
pub use order::Alphabet;
pub use pieces::Piece;
pub use slugs::slug_of;

//! Use cases of what every page needs: settings, editions, sections, registers, pictures.

pub(crate) mod assets;
pub(crate) mod edition;
pub(crate) mod menu;
pub(crate) mod registers;
pub(crate) mod section;
pub(crate) mod setting;

use crate::error::Refusal;

/// Longest text about a person or a source, in characters.
const MAX_ABOUT: usize = 2_000;

/// Longest name of anything, in characters.
const MAX_NAME: usize = 200;

/// Refuses a name that is empty, too long or cannot be kept.
fn check_name(what: &'static str, name: &str) -> Result<(), Refusal> {
    let size = name.chars().count();
    if name.trim().is_empty() {
        let why = "it needs at least one letter";
        return Err(Refusal::Setting { key: what.to_owned(), value: String::new(), why });
    }
    if size > MAX_NAME {
        return Err(Refusal::TooLong { what, size, limit: MAX_NAME });
    }
    if name.contains('\0') { Err(Refusal::Nul(what)) } else { Ok(()) }
}

/// Refuses some sentences that are empty, too long or cannot be kept.
fn check_words(what: &'static str, words: &str) -> Result<(), Refusal> {
    let size = words.chars().count();
    if words.trim().is_empty() {
        return Err(Refusal::Setting {
            key: what.to_owned(),
            value: String::new(),
            why: "leave it out instead",
        });
    }
    if size > MAX_ABOUT {
        return Err(Refusal::TooLong { what, size, limit: MAX_ABOUT });
    }
    if words.contains('\0') { Err(Refusal::Nul(what)) } else { Ok(()) }
}

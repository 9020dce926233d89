//! Use cases of what every page needs: settings, editions, sections, registers.

pub(crate) mod edition;
pub(crate) mod registers;
pub(crate) mod section;
pub(crate) mod setting;

use crate::error::Refusal;

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

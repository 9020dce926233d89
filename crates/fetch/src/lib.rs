//! Outgoing HTTP: what lies elsewhere is brought in within limits, politely, and never from a
//! network that is not the open internet.
//!
//! Whatever answers is a stranger: it may hang, drip, lie about sizes, send more than it says, or lead
//! to an address of the house. An address is judged after its name was resolved, when the connection is
//! made, and again at each redirect. Not here: what the bytes are, and what is done with them.

mod address;
mod error;
mod fetcher;
mod limits;
mod pace;
mod resolver;
mod retry;

pub use address::Allowed;
pub use error::{Cause, FetchError};
pub use fetcher::{Fetched, Fetcher};
pub use limits::Limits;

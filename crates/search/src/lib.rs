//! How each language's words become the terms that a full-text index is made of and asked by
//! ([`Speech`]): cut by ICU, folded, brought to their stem.
//!
//! Not here: the index, and who may see what it finds.

mod words;

pub use words::{Speech, Term};

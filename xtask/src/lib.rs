//! Repository chores: the rules of the house that the compiler does not know.
//!
//! Each rule is a function from plain values to complaints, tried here on offenders of its own;
//! `tests/house.rs` applies all of them to the repository. Outside the floors: nothing depends on it.

pub mod floors;
pub mod fonts;
pub mod tidy;
mod workspace;

pub use workspace::{Package, SourceFile, packages, root, source_files};

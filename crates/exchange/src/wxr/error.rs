//! Why reading an export ended early, and the limits it is read under.

use std::io;

/// What ends the reading. All entries before it were delivered.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The file could not be opened or read.
    #[error("cannot read the export at byte {byte}: {source}")]
    Read {
        /// How far it was read.
        byte: u64,
        /// What the system said.
        source: io::Error,
    },
    /// The file is something else.
    #[error(
        "line {line}: not a WordPress export but {found}; in WordPress choose Tools, Export, All content, \
         and give the .xml file that it saves"
    )]
    NotWxr {
        /// Where that was seen, from 1.
        line: u64,
        /// What was found instead.
        found: String,
    },
    /// An encoding whose letters cannot be told from markup.
    #[error(
        "line 1: the export is encoded as {label}, which cannot be read; convert it to UTF-8 first, \
         for example with iconv -f {label} -t UTF-8"
    )]
    Encoding {
        /// Its name.
        label: String,
    },
    /// The file ends in the middle.
    #[error(
        "the export ends at byte {byte} within {within}; {items} items before it were read: export it again or fetch the rest of the file"
    )]
    Truncated {
        /// The length of the file.
        byte: u64,
        /// The line on which what is cut off begins, from 1.
        line: u64,
        /// What is cut off, with its line.
        within: String,
        /// How many items were delivered.
        items: u64,
    },
}

/// What is read at most. What is over a limit is passed over and told, never half taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one item (or author, category …) with its markup.
    pub item_bytes: u64,
}

impl Default for Limits {
    /// Items of up to 16 MiB.
    fn default() -> Self {
        Self { item_bytes: 16 << 20 }
    }
}

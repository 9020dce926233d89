//! Why reading a feed ended early, and the limits it is read under.

use std::io;

/// What ends the reading. All items before it were delivered.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The file could not be opened or read.
    #[error("cannot read the feed: {0}")]
    Read(#[from] io::Error),
    /// The file is longer than what is read.
    #[error("the feed has more than {limit} bytes, which is all that is read; ask the site for it in parts")]
    TooLong {
        /// What is read at most.
        limit: u64,
    },
    /// The file is something else.
    #[error("line {line}: not a feed but {found}; RSS, Atom and JSON Feed are read")]
    NotFeed {
        /// Where that was seen, from 1.
        line: u64,
        /// What was found instead.
        found: String,
    },
    /// The file is no list of feeds, or an empty one.
    #[error("line {line}: not an OPML list of feeds but {found}")]
    NotList {
        /// Where that was seen, from 1.
        line: u64,
        /// What was found instead.
        found: String,
    },
    /// An encoding that cannot be read.
    #[error(
        "line 1: the feed is encoded as {label}, which cannot be read; convert it to UTF-8 first, \
         for example with iconv -f {label} -t UTF-8"
    )]
    Encoding {
        /// Its name.
        label: String,
    },
    /// The feed ends in the middle.
    #[error("the feed ends within {within}; {items} items before it were read: fetch the whole of it")]
    Truncated {
        /// What is cut off, with its line.
        within: String,
        /// How many items were delivered.
        items: u64,
    },
}

/// What is read at most. What is over a limit is passed over and told, never half taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a feed.
    pub feed_bytes: u64,
    /// Bytes of one item with its markup.
    pub item_bytes: usize,
    /// Items of a feed.
    pub items: usize,
    /// Authors, labels and files of one item, each.
    pub parts: usize,
}

impl Default for Limits {
    /// Feeds of up to 64 MiB with 100,000 items of up to 16 MiB.
    fn default() -> Self {
        Self { feed_bytes: 64 << 20, item_bytes: 16 << 20, items: 100_000, parts: 200 }
    }
}

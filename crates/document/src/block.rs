//! The blocks of a document: what each kind holds. Nothing here reads or prints them.

use domain::{AssetId, BranchId, LocaleTag};
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::embed::Provider;
use crate::href::Href;
use crate::inline::Inline;

use crate::block_id::BlockId;

/// A block with its stable id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Random, given when the block is made, kept while it is edited and moved.
    pub id: BlockId,
    /// What it is and holds.
    pub kind: BlockKind,
    /// What it translates; none where it is an original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Derived>,
}

/// A translated block's tie to its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// The blocks of the source branch that it renders, in their order.
    pub of: Vec<BlockId>,
    /// The digest of the source blocks against which it was last settled.
    pub settled: Digest,
}

/// What a block is and holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph {
        /// Its line.
        text: Vec<Inline>,
    },
    /// A heading within the body.
    Heading {
        /// Its level.
        level: HeadingLevel,
        /// Its line.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// Numbered or not.
        ordered: bool,
        /// The first number; 1 for a list that is not numbered.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        start: u32,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// Somebody else's words.
    Quote {
        /// The words.
        blocks: Vec<Block>,
        /// Whose they are; may be empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attribution: Vec<Inline>,
    },
    /// Words of the article itself, set large.
    PullQuote {
        /// The words.
        text: Vec<Inline>,
        /// Whose they are; may be empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attribution: Vec<Inline>,
    },
    /// A picture.
    Figure(Figure),
    /// Pictures that belong together.
    Gallery {
        /// The pictures.
        figures: Vec<Figure>,
        /// The caption of all; may be empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
    },
    /// A recording.
    Audio {
        /// The sound.
        file: MediaRef,
        /// Its name; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        title: String,
        /// May be empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
    },
    /// A film.
    Video {
        /// The film.
        file: MediaRef,
        /// Its name; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        title: String,
        /// May be empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
        /// Subtitles.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tracks: Vec<Track>,
        /// The still that stands for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        poster: Option<PictureRef>,
    },
    /// A table of data.
    Table {
        /// May be empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
        /// Its rows.
        rows: Vec<Row>,
    },
    /// A box beside the story.
    FactBox {
        /// Its heading; may be empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        title: Vec<Inline>,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// Something of another site, named and never held as markup.
    Embed {
        /// Which site.
        provider: Provider,
        /// What it is called there; empty where the site is not known.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        id: String,
        /// Its name; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        title: String,
        /// Its page there.
        url: Href,
    },
    /// A link to a related story.
    Related {
        /// What it leads to.
        target: RelatedTarget,
        /// Its words; the target's own where empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        title: String,
    },
    /// Text whose white space is kept: code, verse.
    Preformatted {
        /// Its text; line ends are `\n`.
        text: Vec<Inline>,
    },
    /// A break of the subject.
    Divider,
    /// A remark of the newsroom to the readers.
    Note {
        /// What it says.
        blocks: Vec<Block>,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// Paragraphs, lists within the list, whatever else.
    pub blocks: Vec<Block>,
}

/// A picture in its place, with words that are this article's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Which picture.
    pub asset: PictureRef,
    /// May be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caption: Vec<Inline>,
    /// What it shows, for those who cannot see it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alt: String,
    /// Who made it; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credit: Vec<Inline>,
}

/// A picture: one of ours, or one that still lies elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PictureRef {
    /// One of the portal's.
    Asset(AssetId),
    /// An address outside; never loaded by a page.
    Remote(Href),
}

/// A sound, a film or a file of subtitles: one of ours, or one that still lies elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MediaRef {
    /// One of the portal's.
    Asset(AssetId),
    /// An address outside; never loaded by a page.
    Remote(Href),
}

/// A file of subtitles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// The WebVTT file.
    pub file: MediaRef,
    /// The language of its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<LocaleTag>,
    /// What the player calls it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Whether it heads its row or column.
    #[serde(default, skip_serializing_if = "is_false")]
    pub head: bool,
    /// Columns that it covers, 1 to [`MAX_SPAN`](crate::limits::MAX_SPAN).
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub colspan: u32,
    /// Rows that it covers, 1 to [`MAX_SPAN`](crate::limits::MAX_SPAN).
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub rowspan: u32,
    /// What stands in it; mostly one paragraph, or nothing.
    pub blocks: Vec<Block>,
}

/// What a related-story block leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelatedTarget {
    /// An article of the portal.
    Branch(BranchId),
    /// A page by its address.
    Url(Href),
}

/// A heading's level, 2 to 6: level 1 is the article's headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct HeadingLevel(u8);

/// A level outside 2 to 6.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a heading of the body has a level from 2 to 6, not {0}")]
pub struct LevelError(u8);

impl HeadingLevel {
    /// The level as it stands; none outside 2 to 6.
    pub const fn new(level: u8) -> Option<Self> {
        if level >= 2 && level <= 6 { Some(Self(level)) } else { None }
    }

    /// The nearest level that there is.
    pub const fn nearest(level: u8) -> Self {
        Self(if level < 2 {
            2
        } else if level > 6 {
            6
        } else {
            level
        })
    }

    /// 2 to 6.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for HeadingLevel {
    type Error = LevelError;

    fn try_from(level: u8) -> Result<Self, LevelError> {
        Self::new(level).ok_or(LevelError(level))
    }
}

impl From<HeadingLevel> for u8 {
    fn from(level: HeadingLevel) -> Self {
        level.0
    }
}

const fn one() -> u32 {
    1
}

const fn is_one(n: &u32) -> bool {
    *n == 1
}

const fn is_false(it: &bool) -> bool {
    !*it
}

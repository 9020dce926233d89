//! The Document: an article's body as a tree of typed blocks with stable ids, its JSON, HTML in
//! and out, plain text, block diff and merge.
//!
//! No I/O, no task, no clock: randomness comes from [`BlockIds`], pictures and links are asked of
//! a [`Resolver`] on the way in and of [`Targets`] on the way out. Words are counted and cut
//! elsewhere, by the rules of their language.

mod assets;
mod block;
mod block_id;
mod diff;
mod digest;
mod embed;
mod href;
mod html_in;
mod html_out;
mod inline;
mod json;
pub mod limits;
mod links;
mod merge;
mod outline;
mod parts;
mod text;

pub use block::{
    Block, BlockKind, Cell, Derived, Figure, HeadingLevel, LevelError, ListItem, MediaRef, PictureRef,
    RelatedTarget, Row, Track,
};
pub use block_id::{BlockId, BlockIdError, BlockIds};
pub use diff::{BlockChange, diff};
pub use digest::{Digest, DigestError, digest, digest_all};
pub use embed::{Embedded, Provider};
pub use href::{Href, HrefError, MAX_HREF_BYTES};
pub use html_in::{Dropped, MAX_HTML_BYTES, Parsed, PlainResolver, Resolver, What, html_in};
pub use html_out::{BranchPage, HtmlOptions, NoTargets, PictureFile, Targets, feed_html, to_html};
pub use inline::{Inline, Mark};
pub use json::JSON_VERSION;
pub use limits::{Document, LimitError};
pub use merge::{Merged, Patch, merge};
pub use text::{Run, excerpt, plain_text};

//! HTML in. Total: any bytes give a [`Document`], and a list tells what was dropped or cut and
//! where. Tokens come from html5ever; the tree above them is our own, since what we need of it is
//! less than a browser's and must stay linear on hostile input: blocks are nested to a fixed depth
//! and inline elements are flat marks, which gives misnested ones their effect without copying.

mod elements;
mod feed;
mod line;
mod marks;
mod report;
mod resolver;
mod sink;
mod style;
mod tree;
mod walk;

use domain::{Direction, LocaleTag};

use crate::block_id::BlockIds;
use crate::limits::Document;
use crate::outline::Outline;

use report::Report;
pub use report::{Dropped, What};
pub use resolver::{PlainResolver, Resolver};

/// Most bytes of HTML that are read; the rest is cut and reported.
pub const MAX_HTML_BYTES: usize = 32 * 1024 * 1024;

/// What was read.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The body.
    pub document: Document,
    /// What was dropped, cut or replaced; equal things are counted together.
    pub report: Vec<Dropped>,
    /// The language that the page gives for itself.
    pub lang: Option<LocaleTag>,
    /// The direction that the page gives for itself.
    pub dir: Option<Direction>,
}

/// Reads a page or a piece of one, in UTF-8. `resolver` is asked for pictures, files and links,
/// `ids` for the blocks' ids.
pub fn html_in(html: impl AsRef<[u8]>, resolver: &mut dyn Resolver, ids: &mut dyn BlockIds) -> Parsed {
    let mut report = Report::default();
    let text = feed::decode(html.as_ref(), &mut report);
    let tree = feed::tree(&text, &mut report);
    let (lang, dir) = (tree.lang.clone(), tree.dir);
    let mut blocks = walk::blocks(&tree, resolver, ids, &mut report);
    Outline::default().close_up(&mut blocks);
    let document = Document::new(blocks).unwrap_or_else(|error| {
        report.note(What::Refused, &error.to_string(), 1);
        Document::empty()
    });
    Parsed { document, report: report.finish(), lang, dir }
}

//! HTML out of the tree alone. Every word is escaped, every address is an [`Href`] or comes from
//! the caller's [`Targets`]; there are no styles, and no file of another host is ever loaded: what
//! lies elsewhere is a titled link. `data-block` and `data-part` name what HTML has no element
//! for; style sheets hang on them, and HTML in reads them back.

mod blocks;
mod escape;
mod line;
mod media;
mod table;

use domain::{AssetId, BranchId};

use crate::href::Href;
use crate::limits::Document;
use crate::outline::Outline;

pub(crate) use table::tidy;

/// How a document is printed.
#[derive(Clone, Copy)]
pub struct HtmlOptions<'a> {
    /// Where the portal's own pictures, files and articles are found.
    pub targets: &'a dyn Targets,
    /// Scheme, host and port, without a final slash, put before relative addresses; none leaves
    /// them as they are.
    pub base_url: Option<&'a str>,
}

/// Where the portal's own things are found. None means that readers may not see it (now): a
/// picture, a film or a related story is then left out whole.
pub trait Targets {
    /// A picture's file.
    fn picture(&self, _: AssetId) -> Option<PictureFile> {
        None
    }

    /// A sound, a film or a file of subtitles.
    fn media(&self, _: AssetId) -> Option<Href> {
        None
    }

    /// An article.
    fn branch(&self, _: BranchId) -> Option<BranchPage> {
        None
    }
}

/// Knows nothing: every picture, file and article of the portal's own is left out.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTargets;

impl Targets for NoTargets {}

/// A picture's file and measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// The address of the one that every browser can take.
    pub src: Href,
    /// Width and height in pixels, where known.
    pub size: Option<(u32, u32)>,
    /// Value of `srcset` (HTML §4.8.4.2.1) for browsers that take WebP; empty for none.
    pub webp: String,
    /// Value of `sizes`; empty for none.
    pub sizes: String,
    /// The number of the colour that holds its place, for style sheets.
    pub tone: Option<u8>,
    /// Who made it, for figures that do not say so themselves; empty for none.
    pub credit: String,
}

/// An article's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchPage {
    /// Its address.
    pub url: Href,
    /// Its headline.
    pub title: String,
}

impl Default for HtmlOptions<'_> {
    fn default() -> Self {
        Self { targets: &NoTargets, base_url: None }
    }
}

/// The body as HTML: its headings' levels without gaps, blocks one after the other without an element around them.
pub fn to_html(document: &Document, options: &HtmlOptions<'_>) -> String {
    let mut printer = Printer { out: String::new(), options: *options, outline: Outline::default() };
    printer.blocks(document.blocks());
    printer.out
}

/// The body as HTML for feeds and mail: like [`to_html`], with relative addresses made absolute
/// below `base_url` (scheme, host and port, without a final slash).
pub fn feed_html(document: &Document, targets: &dyn Targets, base_url: &str) -> String {
    to_html(document, &HtmlOptions { targets, base_url: Some(base_url) })
}

/// HTML in the making.
struct Printer<'a> {
    out: String,
    options: HtmlOptions<'a>,
    outline: Outline,
}

impl Printer<'_> {
    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &str) {
        escape::push(&mut self.out, text);
    }

    /// ` name="value"`.
    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.raw("\"");
    }

    /// An address as the value of an attribute, absolute where that was asked for.
    fn address(&mut self, name: &str, href: &Href) {
        let text = href.as_str();
        let base = self
            .options
            .base_url
            .filter(|_| href.is_file() && !href.is_external() && !text.starts_with(['#', '?']));
        match base {
            Some(base) if text.starts_with('/') => self.attribute(name, &format!("{base}{text}")),
            Some(base) => self.attribute(name, &format!("{base}/{text}")),
            None => self.attribute(name, text),
        }
    }

    /// `<a href="…">`, with what keeps another site from reaching back.
    fn open_link(&mut self, href: &Href) {
        self.raw("<a");
        self.address("href", href);
        if href.is_external() {
            self.raw(" rel=\"noopener\"");
        }
        self.raw(">");
    }

    /// A link whose words are `title`, or its own address where there are none.
    fn titled_link(&mut self, href: &Href, title: &str) {
        self.open_link(href);
        self.text(if title.is_empty() { href.as_str() } else { title });
        self.raw("</a>");
    }
}

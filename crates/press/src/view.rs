//! What a template is given: the view models of all pages, plain values with every word
//! and address finished. `themes/default/README.md` lists the same fields for theme makers.
//!
//! Not here: loading them from a snapshot, the template engine, HTTP.
//!
//! Templates run with undefined values refused, so each field is always there; what may
//! be missing is an `Option` or an empty list.

mod chrome;
mod lists;
mod story;

use domain::{Direction, LocaleTag};
use minijinja::Value;
use search::Piece;
use serde::Serialize;

pub use self::{chrome::*, lists::*, story::*};

/// All that a template sees: `chrome` around the page, `page` in it.
#[derive(Clone, Debug, Serialize)]
pub struct View<V> {
    /// What every page has.
    pub chrome: Chrome,
    /// What this page shows: one of the views named after a [`PageKind`].
    pub page: V,
}

/// A moment for readers and for machines.
#[derive(Clone, Debug, Serialize)]
pub struct Stamp {
    /// RFC 3339 with offset.
    pub machine: String,
    /// As the edition prints it.
    pub text: String,
}

/// A picture in one crop. Its place on the page decides `sizes` (HTML §4.8.4.2.2).
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// A JPEG that every browser takes.
    pub src: Url,
    /// Value of `srcset`: the same in WebP, in several widths.
    pub webp: Url,
    /// Width of `src` in pixels.
    pub width: u32,
    /// Height of `src` in pixels.
    pub height: u32,
    /// What it shows, in the edition's words; may be empty.
    pub alt: String,
    /// The colour that holds its place: `data-tone`, below 21.
    pub tone: u8,
}

/// A name; in its own language where the edition has no words of its own for it.
#[derive(Clone, Debug, Serialize)]
pub struct NameView {
    /// The name.
    pub text: String,
    /// Where it leads.
    pub url: Option<Url>,
    /// Its language, where that is not the page's.
    pub lang: Option<LocaleTag>,
    /// Its direction, where its language is given.
    pub dir: Option<Direction>,
}

/// A page that says what is wrong.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorView {
    /// The answer's status.
    pub status: u16,
    /// Message id of the heading.
    pub title: &'static str,
    /// Message id of the text under it.
    pub text: &'static str,
}

/// An address, finished: printed as it stands inside a quoted attribute.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Url(Value);

/// HTML that was printed from a typed document or from marked words, the only kind that is not
/// escaped.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Html(Value);

impl Url {
    /// An address of the portal or one that the document's rules let through. Escaped
    /// here, all but `/`, which the engine would turn into six characters each.
    pub fn new(address: &str) -> Self {
        let mut escaped = String::with_capacity(address.len());
        escape(address, &mut escaped);
        Self(Value::from_safe_string(escaped))
    }
}

impl Html {
    /// What `document::to_html` printed, or what this crate built of escaped parts; nothing
    /// else may be put here.
    pub fn printed(html: String) -> Self {
        Self(Value::from_safe_string(html))
    }

    /// Words, escaped, what is marked of them in `<mark>`.
    pub fn marked(pieces: &[Piece]) -> Self {
        let mut html = String::new();
        for piece in pieces {
            html.push_str(if piece.marked { "<mark>" } else { "" });
            escape(&piece.text, &mut html);
            html.push_str(if piece.marked { "</mark>" } else { "" });
        }
        Self::printed(html)
    }
}

/// Puts `text` behind `out` so that it is no markup, in a text or in a quoted attribute.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}

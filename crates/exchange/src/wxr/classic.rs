//! The paragraphs of WordPress's classic editor, which kept none: a blank line begins a paragraph and a
//! line end breaks the line. WordPress applies that rule when it shows a post; here it is applied once.
//!
//! Total and linear. Not here: shortcodes, and the cleaning of the HTML, which its reader does.

use super::token::{self, Markup, TagEnd};
use std::borrow::Cow;

/// How deep elements are followed; what is deeper belongs to the element at this depth.
const DEEPEST: usize = 64;

/// The body `content` with paragraphs and line breaks as elements. A body of the block editor
/// (`<!-- wp:… -->`) has them already and comes back as it is.
pub fn paragraphs(content: &str) -> Cow<'_, str> {
    if content.contains("<!-- wp:") {
        return Cow::Borrowed(content);
    }
    let mut writer = Writer { out: String::with_capacity(content.len() + 64), ..Writer::default() };
    let mut pieces = Pieces { rest: content };
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Words(words) => writer.words(words),
            Piece::Comment(comment) => writer.comment(comment),
            Piece::Tag(tag) => match kind(name_of(tag)) {
                None => writer.inline(tag),
                Some(Kind::Verbatim) => {
                    writer.end_paragraph();
                    writer.out.push_str(tag);
                    writer.out.push_str(pieces.through_close_of(name_of(tag)));
                }
                Some(kind) => writer.block(tag, kind),
            },
        }
    }
    writer.end_paragraph();
    Cow::Owned(writer.out)
}

/// What an element that is not inline holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Paragraphs.
    Flow,
    /// Words: a line end in them breaks the line.
    Words,
    /// Other elements only: white space between them means nothing.
    Parts,
    /// Something that is kept as it stands.
    Verbatim,
    /// Nothing.
    Void,
}

fn kind(name: &str) -> Option<Kind> {
    // Short and in any case: compared without making a new string of each tag.
    let is = |names: &[&str]| names.iter().any(|n| name.eq_ignore_ascii_case(n));
    if is(&["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "caption", "figcaption"])
        || is(&["address", "summary", "legend"])
    {
        return Some(Kind::Words);
    }
    if is(&["blockquote", "div", "section", "article", "aside", "main", "header", "footer", "nav"])
        || is(&["center", "details", "figure", "fieldset", "form", "hgroup"])
    {
        return Some(Kind::Flow);
    }
    if is(&["ul", "ol", "dl", "menu", "table", "thead", "tbody", "tfoot", "tr", "colgroup", "select"]) {
        return Some(Kind::Parts);
    }
    if is(&["pre", "script", "style", "textarea", "svg", "math", "noscript", "object", "video", "audio"]) {
        return Some(Kind::Verbatim);
    }
    is(&["hr", "col"]).then_some(Kind::Void)
}

fn name_of(tag: &str) -> &str {
    let inner = tag.trim_start_matches(['<', '/']);
    inner.split(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default()
}

/// What was read and not yet written.
#[derive(Default)]
struct Writer<'c> {
    out: String,
    open: Vec<(&'c str, Kind)>,
    /// The paragraph that is being gathered.
    paragraph: String,
    /// It has more than white space and comments.
    filled: bool,
    /// Line ends since the last word.
    line_ends: usize,
}

impl<'c> Writer<'c> {
    fn within(&self) -> Kind {
        self.open.last().map_or(Kind::Flow, |(_, kind)| *kind)
    }

    fn words(&mut self, words: &str) {
        if self.within() == Kind::Parts {
            self.out.push_str(words);
            return;
        }
        for (i, line) in words.split('\n').enumerate() {
            self.line_ends += usize::from(i > 0);
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line.bytes().any(|b| !b.is_ascii_whitespace()) {
                self.break_line();
                self.paragraph.push_str(line);
                self.filled = true;
            } else if self.line_ends == 0 {
                self.paragraph.push_str(line);
            }
        }
    }

    fn inline(&mut self, tag: &str) {
        if self.within() == Kind::Parts {
            self.out.push_str(tag);
            return;
        }
        self.break_line();
        self.paragraph.push_str(tag);
        self.filled |= !tag.starts_with("</");
    }

    fn comment(&mut self, comment: &str) {
        if self.filled {
            self.paragraph.push_str(comment);
        } else {
            self.out.push_str(comment);
        }
    }

    /// Writes what the line ends before the next word mean.
    fn break_line(&mut self) {
        let ends = std::mem::take(&mut self.line_ends);
        if ends == 0 || !self.filled {
            return;
        }
        if ends > 1 && self.within() == Kind::Flow {
            self.end_paragraph();
        } else if ends > 1 && self.open.last().is_some_and(|(name, _)| name.eq_ignore_ascii_case("p")) {
            self.paragraph.push_str("</p>\n<p>");
        } else {
            let tail = self.paragraph.trim_ascii_end();
            let broken = ["<br>", "<br/>", "<br />"].iter().any(|br| tail.ends_with(br));
            let missing = ends.min(2) - usize::from(broken);
            self.paragraph.push_str("<br><br>".get(..4 * missing).unwrap_or_default());
            self.paragraph.push('\n');
        }
    }

    fn end_paragraph(&mut self) {
        let wrap = self.filled && self.within() == Kind::Flow;
        if wrap {
            self.out.push_str("<p>");
            self.out.push_str(self.paragraph.trim_ascii());
            self.out.push_str("</p>\n");
        } else {
            self.out.push_str(&self.paragraph);
        }
        self.paragraph.clear();
        self.filled = false;
        self.line_ends = 0;
    }

    /// A tag of a block: what was gathered ends before it.
    fn block(&mut self, tag: &'c str, kind: Kind) {
        self.end_paragraph();
        let name = name_of(tag);
        if tag.starts_with("</") {
            let from = self.open.iter().rposition(|(open, _)| open.eq_ignore_ascii_case(name));
            self.open.truncate(from.unwrap_or(self.open.len()));
        } else if kind != Kind::Void && !tag.ends_with("/>") && self.open.len() < DEEPEST {
            self.open.push((name, kind));
        }
        self.out.push_str(tag);
    }
}

enum Piece<'c> {
    Words(&'c str),
    Comment(&'c str),
    Tag(&'c str),
}

struct Pieces<'c> {
    rest: &'c str,
}

impl<'c> Pieces<'c> {
    fn take(&mut self, length: Option<usize>) -> &'c str {
        let (taken, rest) =
            length.and_then(|length| self.rest.split_at_checked(length)).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Everything through the closing tag of `name`, or to the end.
    fn through_close_of(&mut self, name: &str) -> &'c str {
        let bytes = self.rest.as_bytes();
        let close = memchr::memmem::find_iter(bytes, "</").find(|&i| {
            let after = bytes.get(i + 2..).unwrap_or_default();
            after.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()))
        });
        let end = close.and_then(|at| Some(at + memchr::memchr(b'>', bytes.get(at..)?)? + 1));
        self.take(end)
    }

    fn next(&mut self) -> Option<Piece<'c>> {
        let bytes = self.rest.as_bytes();
        if *bytes.first()? == b'<' {
            match token::markup(bytes) {
                Markup::Comment => {
                    let end = memchr::memmem::find(bytes, b"-->").map(|at| at + 3);
                    return Some(Piece::Comment(self.take(end)));
                }
                Markup::Open | Markup::Close => {
                    if let TagEnd::At(length) = token::tag_end(bytes) {
                        return Some(Piece::Tag(self.take(Some(length))));
                    }
                }
                _ => {}
            }
        }
        let length = bytes.get(1..).and_then(|after| memchr::memchr(b'<', after)).map(|i| i + 1);
        Some(Piece::Words(self.take(length)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(content: &str) -> String {
        paragraphs(content).trim_end().to_owned()
    }

    #[test]
    fn a_blank_line_begins_a_paragraph_and_a_line_end_breaks_the_line() {
        let content = "One\ntwo <b>three</b>\n\n \n\nFour<br />\nfive\n";
        assert_eq!(shown(content), "<p>One<br>\ntwo <b>three</b></p>\n<p>Four<br />\nfive</p>");
    }

    #[test]
    fn blocks_stand_outside_of_paragraphs() {
        let content = "Before\n<h2>Head</h2>\nAfter\n\n<ul>\n<li>a</li>\n\n<li>b\nc</li>\n</ul>";
        let expected = "<p>Before</p>\n<h2>Head</h2><p>After</p>\n\
                        <ul>\n<li>a</li>\n\n<li>b<br>\nc</li>\n</ul>";
        assert_eq!(shown(content), expected);
    }

    #[test]
    fn a_quote_holds_paragraphs_of_its_own() {
        let content = "<blockquote>One\n\nTwo</blockquote>";
        assert_eq!(shown(content), "<blockquote><p>One</p>\n<p>Two</p>\n</blockquote>");
    }

    #[test]
    fn a_paragraph_that_is_there_is_kept() {
        assert_eq!(shown("<p>One</p>\n\n<p>Two\nthree</p>"), "<p>One</p><p>Two<br>\nthree</p>");
        assert_eq!(shown("<p>One\n\ntwo</p>"), "<p>One</p>\n<p>two</p>");
    }

    #[test]
    fn preformatted_text_and_scripts_are_kept_as_they_stand() {
        let content = "<pre>a\n\n  b <i>c</i>\n</pre>";
        assert_eq!(shown(content), content);
        let script = "<SCRIPT>if (a < b)\n\nc()</Script>";
        assert_eq!(shown(script), script);
    }

    #[test]
    fn a_body_of_the_block_editor_comes_back_as_it_is() {
        let content = "<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->";
        assert!(matches!(paragraphs(content), Cow::Borrowed(same) if same == content));
    }

    #[test]
    fn a_comment_alone_makes_no_paragraph() {
        assert_eq!(shown("One\n\n<!--more-->\n\nTwo"), "<p>One<!--more--></p>\n<p>Two</p>");
        assert_eq!(shown("<!--more-->\n\nTwo"), "<!--more--><p>Two</p>");
    }

    #[test]
    fn a_sign_that_is_no_tag_is_a_word() {
        assert_eq!(shown("1 < 2 <\n\n<3 & so on"), "<p>1 < 2 <</p>\n<p><3 & so on</p>");
    }

    proptest! {
        #[test]
        fn no_word_is_lost(lines in proptest::collection::vec("[a-zа-я<>/ pbu!-]{0,12}", 0..12)) {
            let content = lines.join("\n");
            let bare = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            let out = paragraphs(&content).replace("<p>", "").replace("</p>", "").replace("<br>", "");
            let content = content.replace("<p>", "").replace("</p>", "").replace("<br>", "");
            prop_assert_eq!(bare(&out), bare(&content));
        }
    }
}

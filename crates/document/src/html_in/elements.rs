//! What each HTML element means to us. Unknown elements are transparent.

use html5ever::tokenizer::states::RawKind;

/// What an element does to the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A block without a meaning of its own: ends paragraphs, hands on what it holds.
    Division,
    Paragraph,
    Heading(u8),
    /// `pre` and its ancestors `listing`, `xmp`.
    Preformatted,
    List {
        ordered: bool,
    },
    Item,
    /// `dt`, `summary`: a strong paragraph.
    Term,
    /// `dd`.
    Description,
    Quote,
    /// Whose words a quotation is.
    Attribution,
    Figure,
    FigureCaption,
    Table,
    TableCaption,
    /// `thead`, `tbody`, `tfoot`.
    RowGroup {
        head: bool,
    },
    TableRow,
    TableCell {
        head: bool,
    },
    Divider,
    Image,
    Audio,
    Video,
    Source,
    Track,
    Frame,
    Object,
    /// Dropped with all in it.
    Dropped,
    /// A void element that means nothing in a body.
    Nothing,
    /// `html`, `head`, `body`: of them only the language matters.
    Root,
    Break,
    /// `wbr`.
    BreakPoint,
    /// An inline element.
    Inline(Effect),
}

/// What an inline element does to the words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing, beside its language.
    Plain,
    Link,
    Isolate,
    Strong,
    Emphasis,
    Strike,
    Sub,
    Sup,
    Code,
    /// Quotation marks around the words.
    Quoted,
}

/// The role of an element, by its lower-case name.
pub(super) fn role(name: &str) -> Role {
    match name {
        "p" => Role::Paragraph,
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "pre" | "listing" | "xmp" | "plaintext" => Role::Preformatted,
        "ol" => Role::List { ordered: true },
        "ul" | "menu" | "dir" => Role::List { ordered: false },
        "li" => Role::Item,
        "dt" | "summary" => Role::Term,
        "dd" => Role::Description,
        "blockquote" => Role::Quote,
        "figure" => Role::Figure,
        "figcaption" => Role::FigureCaption,
        "table" => Role::Table,
        "caption" => Role::TableCaption,
        "thead" => Role::RowGroup { head: true },
        "tbody" | "tfoot" => Role::RowGroup { head: false },
        "tr" => Role::TableRow,
        "td" => Role::TableCell { head: false },
        "th" => Role::TableCell { head: true },
        "hr" => Role::Divider,
        "img" | "image" => Role::Image,
        "audio" | "bgsound" => Role::Audio,
        "video" => Role::Video,
        "source" => Role::Source,
        "track" => Role::Track,
        "iframe" | "frame" | "embed" => Role::Frame,
        "object" | "applet" => Role::Object,
        "html" | "head" | "body" | "frameset" => Role::Root,
        "br" => Role::Break,
        "wbr" => Role::BreakPoint,
        _ => lesser_role(name),
    }
}

fn lesser_role(name: &str) -> Role {
    match name {
        "address" | "article" | "aside" | "center" | "details" | "dialog" | "div" | "dl" | "fieldset"
        | "footer" | "form" | "header" | "hgroup" | "legend" | "main" | "nav" | "noscript" | "search"
        | "section" => Role::Division,
        "area" | "base" | "basefont" | "col" | "colgroup" | "keygen" | "link" | "meta" | "param" => {
            Role::Nothing
        }
        "input" | "script" | "style" | "title" | "textarea" | "select" | "button" | "datalist"
        | "template" | "svg" | "math" | "canvas" | "noembed" | "noframes" | "progress" | "meter"
        | "output" | "map" => Role::Dropped,
        "a" => Role::Inline(Effect::Link),
        "bdi" | "bdo" => Role::Inline(Effect::Isolate),
        "b" | "strong" => Role::Inline(Effect::Strong),
        "cite" | "dfn" | "em" | "i" | "var" => Role::Inline(Effect::Emphasis),
        "del" | "s" | "strike" => Role::Inline(Effect::Strike),
        "sub" => Role::Inline(Effect::Sub),
        "sup" => Role::Inline(Effect::Sup),
        "code" | "kbd" | "samp" | "tt" => Role::Inline(Effect::Code),
        "q" => Role::Inline(Effect::Quoted),
        _ => Role::Inline(Effect::Plain),
    }
}

/// Elements whose effect goes on into the next block when they are not closed (HTML §13.2.4.3).
pub(super) fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

/// Elements that never hold anything (HTML §13.1.2).
pub(super) fn is_void(name: &str, role: Role) -> bool {
    match role {
        Role::Divider
        | Role::Image
        | Role::Source
        | Role::Track
        | Role::Nothing
        | Role::Break
        | Role::BreakPoint => true,
        Role::Frame => name != "iframe",
        Role::Audio => name == "bgsound",
        Role::Dropped => name == "input",
        _ => false,
    }
}

/// How the tokenizer reads what is in an element that holds no markup (HTML §13.2.6.2).
pub(super) fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "title" | "textarea" => Some(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "script" => Some(RawKind::ScriptData),
        _ => None,
    }
}

impl Role {
    /// Whether its start ends an open paragraph.
    pub(super) const fn ends_paragraph(self) -> bool {
        matches!(
            self,
            Self::Division
                | Self::Paragraph
                | Self::Heading(_)
                | Self::Preformatted
                | Self::List { .. }
                | Self::Item
                | Self::Term
                | Self::Description
                | Self::Quote
                | Self::Attribution
                | Self::Figure
                | Self::FigureCaption
                | Self::Table
                | Self::Divider
        )
    }

    /// Whether it shields what is around it from end tags within.
    pub(super) const fn is_boundary(self) -> bool {
        matches!(self, Self::Table | Self::TableCell { .. } | Self::TableCaption | Self::Object)
    }

    /// Whether HTML lets its end tag be left out, so that a missing one says nothing.
    pub(super) const fn end_is_optional(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::Item
                | Self::Term
                | Self::Description
                | Self::RowGroup { .. }
                | Self::TableRow
                | Self::TableCell { .. }
        )
    }
}

//! Markup, one piece at a time: the same rules for the window over the file and for the text of one
//! entry. Lenient where XML is strict: a `<` that begins nothing is a letter.

/// A tag longer than this is no tag.
pub(crate) const LONGEST_TAG: usize = 64 << 10;

/// Bytes that are enough to tell what a `<` begins.
pub(crate) const LOOKAHEAD: usize = 9;

/// What a `<` begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    Cdata,
    Comment,
    Instruction,
    Declaration,
    Open,
    Close,
    /// Nothing: it is a letter.
    Letter,
}

/// Tells what the `<` at the head of `bytes` begins.
pub(crate) fn markup(bytes: &[u8]) -> Markup {
    if bytes.starts_with(b"<![CDATA[") {
        return Markup::Cdata;
    }
    if bytes.starts_with(b"<!--") {
        return Markup::Comment;
    }
    match (bytes.get(1), bytes.get(2)) {
        (Some(b'?'), _) => Markup::Instruction,
        (Some(b'!'), Some(c)) if c.is_ascii_alphabetic() => Markup::Declaration,
        (Some(b'/'), Some(c)) if begins_name(*c) => Markup::Close,
        (Some(c), _) if begins_name(*c) => Markup::Open,
        _ => Markup::Letter,
    }
}

fn begins_name(c: u8) -> bool {
    c.is_ascii_alphabetic() || c == b'_' || c >= 0x80
}

/// Where a tag ends.
pub(crate) enum TagEnd {
    /// Behind its `>`, this many bytes on.
    At(usize),
    /// Nowhere: another `<` comes first, or it is too long.
    Never,
    /// Not within these bytes.
    Unknown,
}

/// Looks for the end of the tag at the head of `bytes`, over quoted values.
pub(crate) fn tag_end(bytes: &[u8]) -> TagEnd {
    let mut quote = None;
    for (i, &b) in bytes.iter().enumerate().skip(1) {
        match (quote, b) {
            (_, b'<') => return TagEnd::Never,
            _ if i >= LONGEST_TAG => return TagEnd::Never,
            (None, b'>') => return TagEnd::At(i + 1),
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(q), b) if q == b => quote = None,
            _ => {}
        }
    }
    TagEnd::Unknown
}

/// The name in a tag such as `<wp:term id="1">` or `</wp:term>`.
pub(crate) fn name_of(tag: &[u8]) -> &[u8] {
    let inner = tag.strip_prefix(b"</").or_else(|| tag.strip_prefix(b"<")).unwrap_or(tag);
    let end = inner.iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'));
    end.and_then(|end| inner.get(..end)).unwrap_or(inner)
}

/// Whether a tag closes itself, as `<wp:tag/>` does.
pub(crate) fn is_empty(tag: &[u8]) -> bool {
    tag.ends_with(b"/>")
}

/// A piece of an entry's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    /// Words with entities in them.
    Text(&'t str),
    /// Words as they stand.
    Cdata(&'t str),
    /// A whole opening tag.
    Open(&'t str),
    /// A whole closing tag.
    Close(&'t str),
}

/// The tokens of a text; comments, instructions and declarations are passed over.
pub(crate) struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Byte of the text at which the next token begins.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Goes back to a place that [`Tokens::at`] told.
    pub(crate) fn return_to(&mut self, at: usize) {
        self.at = at;
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes the next `bytes` bytes.
    fn take(&mut self, bytes: usize) -> &'t str {
        let rest = self.rest();
        let taken = rest.get(..bytes).unwrap_or(rest);
        self.at += taken.len();
        taken
    }

    /// Takes what is enclosed between `open`, which stands here, and `close` or the end.
    fn enclosed(&mut self, open: usize, close: &str) -> &'t str {
        self.take(open);
        let length = memchr::memmem::find(self.rest().as_bytes(), close.as_bytes());
        let inner = self.take(length.unwrap_or(usize::MAX));
        self.take(close.len());
        inner
    }

    /// Words up to the next markup; the first byte is one of them.
    fn words(&mut self) -> Token<'t> {
        let rest = self.rest().as_bytes();
        let length = memchr::memchr_iter(b'<', rest)
            .filter(|&i| i > 0)
            .find(|&i| rest.get(i..).is_some_and(|r| markup(r) != Markup::Letter));
        Token::Text(self.take(length.unwrap_or(usize::MAX)))
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            let rest = self.rest();
            let first = rest.as_bytes().first()?;
            if *first != b'<' {
                return Some(self.words());
            }
            match markup(rest.as_bytes()) {
                Markup::Cdata => return Some(Token::Cdata(self.enclosed("<![CDATA[".len(), "]]>"))),
                Markup::Comment => self.enclosed("<!--".len(), "-->"),
                Markup::Instruction => self.enclosed("<?".len(), "?>"),
                Markup::Declaration => self.enclosed("<!".len(), ">"),
                Markup::Letter => return Some(self.words()),
                kind => {
                    let TagEnd::At(length) = tag_end(rest.as_bytes()) else { return Some(self.words()) };
                    let tag = self.take(length);
                    return Some(if kind == Markup::Open { Token::Open(tag) } else { Token::Close(tag) });
                }
            };
        }
    }
}

//! Cuts the file into the children of `<channel>`, holding one at a time. What an entry says is read
//! elsewhere; here it is bytes between an opening tag and its closing one.

use super::error::Broken;
use super::notice::What;
use super::token::{self, LOOKAHEAD, Markup, TagEnd};
use super::window::Window;
use std::io::{self, Read};

/// How much of an entry over the limit is kept, for its title.
const HEAD: u64 = 8 << 10;
/// Where a root element must stand at the latest.
const LATEST_ROOT: u64 = 1 << 20;

/// A piece of the file.
pub(super) enum Cut {
    /// `<?xml …?>`
    Declaration(String),
    /// The opening tag of `<rss>` or `<channel>`.
    Root(String),
    /// A child of the channel; [`Cutter::bytes`] has its markup.
    Child(Child),
    /// A child over the limit.
    TooLarge { head: Vec<u8>, line: u64, bytes: u64 },
    /// An oddity between the children.
    Odd { what: What, line: u64 },
    /// The file ends too early, within the child whose markup begins with `head`.
    Truncated { head: Vec<u8>, line: u64, byte: u64 },
    /// The end of the file.
    End,
}

/// A child of the channel.
#[derive(Clone, Copy)]
pub(super) struct Child {
    /// First byte of its opening tag.
    pub start: u64,
    /// Behind its closing tag.
    pub end: u64,
    /// Line of `start`, from 1.
    pub line: u64,
    /// Its closing tag is there.
    pub closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    Root,
    Channel,
}

pub(super) struct Cutter<R> {
    window: Window<R>,
    /// The next byte to look at.
    at: u64,
    /// Where the child that is being gathered begins.
    hold: Option<u64>,
    /// The head of that child, once it is over the limit and let go.
    head: Option<Vec<u8>>,
    limit: u64,
    within: Within,
    /// The root element is closed, so the file is whole.
    whole: bool,
}

impl<R: Read> Cutter<R> {
    pub(super) fn new(source: R, limit: u64) -> Self {
        let window = Window::new(source);
        Self { window, at: 0, hold: None, head: None, limit, within: Within::Nothing, whole: false }
    }

    /// Bytes read so far.
    pub(super) fn offset(&self) -> u64 {
        self.at
    }

    /// The markup of a child, until the next cut.
    pub(super) fn bytes(&self, child: Child) -> &[u8] {
        self.window.between(child.start, child.end)
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Cut, Broken> {
        self.hold = None;
        if self.at == 0 {
            self.recognise()?;
        }
        loop {
            let from = self.at;
            let more = self.reach_markup()?;
            let words = self.window.between(from, self.at);
            let stray = self.within == Within::Nothing && !words.iter().all(u8::is_ascii_whitespace);
            if stray && (more || self.at > LATEST_ROOT) {
                let line = self.window.line_of(from);
                return self.root_missing().map_or(Ok(Cut::Odd { what: What::StrayText, line }), Err);
            }
            if !more {
                return self.end();
            }
            let cut = match self.markup()? {
                Markup::Declaration => Some(self.document_type()?),
                Markup::Instruction => self.instruction()?,
                Markup::Open => self.open()?,
                Markup::Close => self.close()?,
                other => {
                    self.pass(other)?;
                    None
                }
            };
            if let Some(cut) = cut {
                return Ok(cut);
            }
            if let Some(e) = self.root_missing() {
                return Err(e);
            }
        }
    }

    /// Refuses what is told by its first bytes.
    fn recognise(&mut self) -> Result<(), Broken> {
        while self.window.end() < 8 && self.read_on()? {}
        let head = self.window.rest(0);
        let found = match head {
            [] => "an empty file",
            [b'P', b'K', 3, 4, ..] => "a ZIP archive (unpack it first)",
            [0x1f, 0x8b, ..] => "a gzip file (unpack it first)",
            [b'{' | b'[', ..] => "JSON",
            [0xff, 0xfe, ..] | [b'<', 0, ..] | [0xfe, 0xff, ..] | [0, b'<', ..] => {
                return Err(Broken::Encoding { label: "UTF-16".into() });
            }
            _ => {
                self.at = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
                return Ok(());
            }
        };
        Err(Broken::NotWxr { line: 1, found: found.into() })
    }

    fn root_missing(&mut self) -> Option<Broken> {
        let late = self.within == Within::Nothing && self.at > LATEST_ROOT;
        late.then(|| Broken::NotWxr {
            line: self.window.line_of(self.at),
            found: "no XML element in its first MiB".into(),
        })
    }

    fn end(&mut self) -> Result<Cut, Broken> {
        let line = self.window.line_of(self.at);
        match self.within {
            Within::Nothing => Err(Broken::NotWxr { line, found: "no XML element at all".into() }),
            _ if self.whole => Ok(Cut::End),
            _ => Ok(Cut::Truncated { head: Vec::new(), line, byte: self.at }),
        }
    }

    /// An opening tag outside of all children.
    fn open(&mut self) -> Result<Option<Cut>, Broken> {
        let (start, line) = (self.at, self.window.line_of(self.at));
        let Some(end) = self.tag()? else { return Ok(None) };
        let tag = self.window.between(start, end);
        let name = token::name_of(tag).to_vec();
        let text = String::from_utf8_lossy(tag).into_owned();
        match (self.within, name.as_slice()) {
            (Within::Nothing, b"rss") => self.within = Within::Root,
            (Within::Root | Within::Channel, b"channel") => self.within = Within::Channel,
            (Within::Nothing, b"item") => {
                self.at = start;
                self.within = Within::Channel;
                self.whole = true;
                return Ok(Some(Cut::Odd { what: What::NoRoot, line }));
            }
            (Within::Nothing, other) => {
                return Err(Broken::NotWxr { line, found: kind_of_file(other) });
            }
            _ => return self.child(start, line, &name, token::is_empty(text.as_bytes())).map(Some),
        }
        self.whole |= token::is_empty(text.as_bytes());
        Ok(Some(Cut::Root(text)))
    }

    fn close(&mut self) -> Result<Option<Cut>, Broken> {
        let start = self.at;
        if let Some(end) = self.tag()? {
            self.whole |= token::name_of(self.window.between(start, end)) == b"rss";
        }
        Ok(None)
    }

    /// Gathers the child whose opening tag was just passed.
    fn child(&mut self, start: u64, line: u64, name: &[u8], empty: bool) -> Result<Cut, Broken> {
        if empty {
            return Ok(Cut::Child(Child { start, end: self.at, line, closed: true }));
        }
        self.hold = Some(start);
        let mut closed = None;
        while closed.is_none() && self.reach_markup()? {
            closed = match self.markup()? {
                kind @ (Markup::Open | Markup::Close) => self.ends_child(kind, name)?,
                other => {
                    self.pass(other)?;
                    None
                }
            };
        }
        let head = self.head.take();
        let Some(closed) = closed else {
            let head = head.unwrap_or_else(|| self.window.between(start, start + HEAD).to_vec());
            return Ok(Cut::Truncated { head, line, byte: self.at });
        };
        let bytes = self.at - start;
        match head {
            Some(head) => Ok(Cut::TooLarge { head, line, bytes }),
            None if bytes > self.limit => {
                let head = self.window.between(start, start + HEAD).to_vec();
                Ok(Cut::TooLarge { head, line, bytes })
            }
            None => Ok(Cut::Child(Child { start, end: self.at, line, closed })),
        }
    }

    /// Whether the tag that stands here ends the child `name`: its own closing tag does, and so does
    /// one that cannot stand within a child.
    fn ends_child(&mut self, kind: Markup, name: &[u8]) -> Result<Option<bool>, Broken> {
        let start = self.at;
        let Some(end) = self.tag()? else { return Ok(None) };
        let found = token::name_of(self.window.between(start, end));
        match kind {
            Markup::Close if found == name => Ok(Some(true)),
            Markup::Close if found != b"channel" && found != b"rss" => Ok(None),
            Markup::Open if found != b"item" => Ok(None),
            _ => {
                self.at = start;
                Ok(Some(false))
            }
        }
    }

    fn instruction(&mut self) -> Result<Option<Cut>, Broken> {
        let start = self.at;
        self.pass(Markup::Instruction)?;
        let text = self.window.between(start, self.at);
        let declares = self.within == Within::Nothing && text.starts_with(b"<?xml") && text.len() < 1024;
        Ok(declares.then(|| Cut::Declaration(String::from_utf8_lossy(text).into_owned())))
    }

    /// Passes over markup that is neither tag nor, outside of a child, a document type.
    fn pass(&mut self, kind: Markup) -> Result<(), Broken> {
        match kind {
            Markup::Cdata => self.until(b"]]>"),
            Markup::Comment => self.until(b"-->"),
            Markup::Instruction => self.until(b"?>"),
            Markup::Declaration => self.until(b">"),
            _ => {
                self.at += 1;
                Ok(())
            }
        }
    }

    /// Passes over a document type with its internal subset.
    fn document_type(&mut self) -> Result<Cut, Broken> {
        let line = self.window.line_of(self.at);
        let (mut subset, mut quote) = (false, None);
        loop {
            if quote.is_none() && self.look(4)?.starts_with(b"<!--") {
                self.until(b"-->")?;
                continue;
            }
            let Some(&byte) = self.look(1)?.first() else { break };
            self.at += 1;
            match (quote, byte) {
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(q), b) if q == b => quote = None,
                (None, b'[') => subset = true,
                (None, b']') => subset = false,
                (None, b'>') if !subset => break,
                _ => {}
            }
        }
        Ok(Cut::Odd { what: What::DocumentType, line })
    }

    /// Goes to the next `<`. False at the end of the file.
    fn reach_markup(&mut self) -> Result<bool, Broken> {
        loop {
            let rest = self.window.rest(self.at);
            if let Some(i) = memchr::memchr(b'<', rest) {
                self.at += i as u64;
                return Ok(true);
            }
            self.at += rest.len() as u64;
            let endless = self.within == Within::Nothing && self.at > LATEST_ROOT;
            if endless || !self.read_on()? {
                return Ok(false);
            }
        }
    }

    fn markup(&mut self) -> Result<Markup, Broken> {
        Ok(token::markup(self.look(LOOKAHEAD)?))
    }

    /// What is held from here on: at least `bytes`, fewer only at the end of the file.
    fn look(&mut self, bytes: usize) -> Result<&[u8], Broken> {
        while self.window.rest(self.at).len() < bytes && self.read_on()? {}
        Ok(self.window.rest(self.at))
    }

    /// Passes over the tag that stands here and tells its end. A `<` that begins no tag is passed alone.
    fn tag(&mut self) -> Result<Option<u64>, Broken> {
        loop {
            match token::tag_end(self.window.rest(self.at)) {
                TagEnd::At(length) => {
                    self.at += length as u64;
                    return Ok(Some(self.at));
                }
                TagEnd::Unknown if self.read_on()? => {}
                _ => {
                    self.at += 1;
                    return Ok(None);
                }
            }
        }
    }

    /// Goes behind the next `close`, or to the end of the file.
    fn until(&mut self, close: &[u8]) -> Result<(), Broken> {
        loop {
            let rest = self.window.rest(self.at);
            if let Some(i) = memchr::memmem::find(rest, close) {
                self.at += (i + close.len()) as u64;
                return Ok(());
            }
            self.at += rest.len().saturating_sub(close.len() - 1) as u64;
            if !self.read_on()? {
                self.at = self.window.end();
                return Ok(());
            }
        }
    }

    /// Reads on. A child that grows over the limit is let go but for its head.
    fn read_on(&mut self) -> Result<bool, Broken> {
        if let Some(start) = self.hold
            && self.at.saturating_sub(start) > self.limit
        {
            self.head = Some(self.window.between(start, start + HEAD).to_vec());
            self.hold = None;
        }
        let byte = self.window.end();
        self.window
            .read_on(self.hold.unwrap_or(self.at))
            .map_err(|source: io::Error| Broken::Read { byte, source })
    }
}

/// What a file with this root element is, in words.
fn kind_of_file(root: &[u8]) -> String {
    match root {
        b"feed" => "an Atom feed (use masthead import feed)".into(),
        b"rdf:RDF" => "an RSS 1.0 feed (use masthead import feed)".into(),
        b"opml" => "an OPML list (use masthead import opml)".into(),
        html if html.eq_ignore_ascii_case(b"html") => "an HTML page".into(),
        other => format!("XML with the root <{}>", String::from_utf8_lossy(other)),
    }
}

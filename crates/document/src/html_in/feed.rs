//! Bytes to text to tokens. Feeds the tokenizer in portions and watches that no single tag
//! keeps it busy: for each attribute it looks through all before it.

use std::borrow::Cow;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};

use super::MAX_HTML_BYTES;
use super::report::{Report, What};
use super::sink::Sink;
use super::tree::Tree;

/// Bytes that are handed to the tokenizer at once.
const PORTION: usize = 16 * 1024;
/// Places at which an attribute can begin, in one tag.
const MAX_ATTRIBUTES: usize = 16 * 1024;

/// Reads bytes as UTF-8 and counts what is replaced.
pub(super) fn decode<'a>(html: &'a [u8], report: &mut Report) -> Cow<'a, str> {
    let mut end = html.len();
    if end > MAX_HTML_BYTES {
        // Not in the middle of a character: continuation bytes are 10xxxxxx.
        let continues = |at: usize| html.get(at).is_some_and(|byte| byte & 0xc0 == 0x80);
        end =
            (MAX_HTML_BYTES - 3..=MAX_HTML_BYTES).rev().find(|&at| !continues(at)).unwrap_or(MAX_HTML_BYTES);
        report.note(What::Cut, "the page is longer than 32 MiB", 1);
    }
    let html = html.get(..end).unwrap_or(html);
    if let Some(first) = html.iter().position(|byte| *byte == 0) {
        let nuls = html.iter().filter(|byte| **byte == 0).count();
        report.note_many(What::Nul, "U+0000", line_at(html, first), nuls as u64);
    }
    let text = String::from_utf8_lossy(html);
    if matches!(text, Cow::Owned(_)) {
        let faults = html.utf8_chunks().filter(|it| !it.invalid().is_empty()).count();
        let first = html.utf8_chunks().next().map_or(0, |it| it.valid().len());
        report.note_many(What::Encoding, "UTF-8", line_at(html, first), faults as u64);
    }
    text
}

fn line_at(html: &[u8], offset: usize) -> u64 {
    1 + html.iter().take(offset).filter(|byte| **byte == b'\n').count() as u64
}

/// Builds the tree of a page.
pub(super) fn tree(text: &str, report: &mut Report) -> Tree {
    let mut tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    let (mut rest, mut stalled, mut seen) = (text, 0, 0);
    while !rest.is_empty() {
        let (portion, after) = rest.split_at(rest.floor_char_boundary(PORTION));
        rest = after;
        queue.push_back(StrTendril::from_slice(portion));
        // The sink never asks for a script to be run, so each feed ends with an empty queue.
        let _ = tokenizer.feed(&queue);
        let tokens = tokenizer.sink.tokens();
        if tokens != seen {
            (seen, stalled) = (tokens, 0);
            continue;
        }
        stalled += portion.bytes().filter(|b| b.is_ascii_whitespace() || *b == b'/').count();
        if stalled > MAX_ATTRIBUTES {
            let line = 1 + text.bytes().take(text.len() - rest.len()).filter(|b| *b == b'\n').count() as u64;
            let read = text.strip_suffix(rest).unwrap_or(text);
            let comment = read.rsplit_once("<!--").is_some_and(|(_, it)| !it.contains("-->"));
            if !comment {
                report.note(What::LongTag, "more than 16,384 attributes", line);
            }
            rest = rest.split_once(if comment { "-->" } else { ">" }).map_or("", |it| it.1);
            let mut sink = tokenizer.sink;
            sink.start_at(line);
            tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
            stalled = 0;
        }
    }
    tokenizer.end();
    tokenizer.sink.finish(report)
}

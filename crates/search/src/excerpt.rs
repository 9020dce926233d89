//! The stretch of a text in which most of what was asked stands, cut between words, with the
//! places of what was asked.

use std::{collections::VecDeque, ops::Range};

use icu::segmenter::GraphemeClusterSegmenter;

use crate::question::Question;

/// Bytes of a text that are looked through: some 15,000 letters.
const MAX_TEXT: usize = 30_000;

/// A stretch of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Words as they stand in the text, nothing escaped.
    pub text: String,
    /// Whether this is what was asked.
    pub marked: bool,
}

/// About `max_chars` characters of `text`, where the most words of `question` stand, the first
/// such place; its beginning where none stands. Runs of white space become single blanks, `…`
/// stands where a line of the text was cut.
pub fn excerpt(text: &str, question: &Question, max_chars: usize) -> Vec<Piece> {
    let text = text.get(..text.floor_char_boundary(MAX_TEXT)).unwrap_or(text).trim();
    let span = widened(text, densest(text, question, max_chars), max_chars);
    let part = text.get(span.clone()).unwrap_or_default();
    let mut pieces = Pieces::default();
    if begins_in_a_line(text, span.start) {
        pieces.push("…", false);
    }
    let mut done = 0;
    for (at, _) in question.places(part) {
        // Terms of one word have one place.
        if at.start >= done {
            pieces.push(part.get(done..at.start).unwrap_or_default(), false);
            pieces.push(part.get(at.clone()).unwrap_or_default(), true);
            done = at.end;
        }
    }
    pieces.push(part.get(done..).unwrap_or_default(), false);
    if ends_in_a_line(text, span.end) {
        pieces.push("…", false);
    }
    pieces.0
}

/// The first stretch of at most `max_chars` that holds the most different words.
fn densest(text: &str, question: &Question, max_chars: usize) -> Range<usize> {
    let (mut best, mut most) = (0..0, 0);
    let mut window: VecDeque<(Range<usize>, usize)> = VecDeque::new();
    for (at, word) in question.places(text) {
        let end = at.end;
        window.push_back((at, word));
        let too_long = |first: &Range<usize>| {
            text.get(first.start..end).is_some_and(|part| part.chars().count() > max_chars)
        };
        while window.len() > 1 && window.front().is_some_and(|(first, _)| too_long(first)) {
            window.pop_front();
        }
        let held = (0..question.len()).filter(|own| window.iter().any(|(_, word)| word == own)).count();
        if let Some((first, _)) = window.front()
            && held > most
        {
            (best, most) = (first.start..end, held);
        }
        if most == question.len() {
            break;
        }
    }
    best
}

/// The stretch with what stands around it, up to `max_chars` characters: from the beginning of its
/// line where that is near, else from a few words before it; and the rest behind it.
fn widened(text: &str, middle: Range<usize>, max_chars: usize) -> Range<usize> {
    let count = |part: Range<usize>| text.get(part).map_or(0, |part| part.chars().count());
    let free = max_chars.saturating_sub(count(middle.clone()));
    let before = text.get(..middle.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let start = if count(line..middle.start) <= free * 2 / 3 { line } else { word_before(before, free / 3) };
    let free = max_chars.saturating_sub(count(start..middle.end));
    let behind = text.get(middle.end..).unwrap_or_default();
    let Some((to, next)) = behind.char_indices().nth(free) else { return start..text.len() };
    let tail = behind.get(..to).unwrap_or_default();
    let last = if next.is_whitespace() { Some(to) } else { tail.rfind(char::is_whitespace) };
    start..middle.end + last.or_else(|| last_letter(behind, to)).unwrap_or(0)
}

/// Where the first word begins of the last `most` characters of a text; its end where none does.
fn word_before(text: &str, most: usize) -> usize {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev().take(most) {
        if c.is_whitespace() {
            start = at + c.len_utf8();
        }
    }
    start
}

/// The end of the last whole letter in the first `to` bytes.
fn last_letter(text: &str, to: usize) -> Option<usize> {
    GraphemeClusterSegmenter::new().segment_str(text).take_while(|end| *end <= to).last()
}

/// Whether the line in which `at` stands begins before it.
fn begins_in_a_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    !before.is_empty() && !before.trim_end_matches([' ', '\t']).ends_with('\n')
}

fn ends_in_a_line(text: &str, at: usize) -> bool {
    let behind = text.get(at..).unwrap_or_default();
    !behind.is_empty() && !behind.trim_start_matches([' ', '\t']).starts_with('\n')
}

/// Pieces in which white space is single blanks.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, text: &str, marked: bool) {
        let mut clean = String::with_capacity(text.len());
        let last = self.0.last().and_then(|piece| piece.text.chars().last());
        let mut after_blank = last.is_none_or(char::is_whitespace);
        for c in text.chars() {
            let blank = c.is_whitespace();
            if !(blank && after_blank) {
                clean.push(if blank { ' ' } else { c });
            }
            after_blank = blank;
        }
        match self.0.last_mut() {
            Some(piece) if piece.marked == marked && !marked => piece.text.push_str(&clean),
            _ if clean.is_empty() => {}
            _ => self.0.push(Piece { text: clean, marked }),
        }
    }
}

#[cfg(test)]
mod tests;

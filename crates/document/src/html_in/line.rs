//! A line in the making. HTML's white space collapses as CSS says (Text Level 3 §4.1): runs of
//! space, tab, line feed, form feed and carriage return become one space, none at the line's
//! ends or beside a break. Every other space is a character like any other.

use crate::inline::{Inline, Mark};

/// Runs of words with their marks.
#[derive(Default)]
pub(super) struct Line {
    runs: Vec<Inline>,
    /// White space that was met and is printed only if words follow.
    space: Option<Vec<Mark>>,
    /// Breaks that were met and are printed only if words follow.
    breaks: usize,
    bytes: usize,
}

impl Line {
    /// Adds words and collapses their white space.
    pub(super) fn push(&mut self, text: &str, marks: &[Mark]) {
        for (at, word) in text.split(is_space).enumerate() {
            if at > 0 && self.space.is_none() && self.breaks == 0 && !self.runs.is_empty() {
                self.space = Some(marks.to_vec());
            }
            if !word.is_empty() {
                self.settle();
                self.add(word, marks);
            }
        }
    }

    /// Adds words whose white space is kept.
    pub(super) fn push_verbatim(&mut self, text: &str, marks: &[Mark]) {
        self.add(text, marks);
    }

    /// Adds a hard break.
    pub(super) fn push_break(&mut self) {
        self.space = None;
        if !self.runs.is_empty() {
            self.breaks += 1;
        }
    }

    /// How many breaks stand at the end.
    pub(super) const fn open_breaks(&self) -> usize {
        self.breaks
    }

    /// Bytes of words so far.
    pub(super) const fn bytes(&self) -> usize {
        self.bytes
    }

    /// How many runs and breaks there are.
    pub(super) fn len(&self) -> usize {
        self.runs.len()
    }

    /// The line; empty afterwards.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        std::mem::take(self).runs
    }

    fn settle(&mut self) {
        let breaks = std::mem::take(&mut self.breaks);
        self.runs.extend(std::iter::repeat_n(Inline::Break, breaks));
        if let Some(marks) = self.space.take() {
            self.add(" ", &marks);
        }
    }

    fn add(&mut self, words: &str, with: &[Mark]) {
        self.bytes += words.len();
        match self.runs.last_mut() {
            Some(Inline::Text { text, marks }) if marks == with => text.push_str(words),
            _ => self.runs.push(Inline::marked(words, with)),
        }
    }
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_white_space_of_html_collapses() {
        let mut line = Line::default();
        line.push(" \n a\t \u{a0} b", &[]);
        line.push(" ", &[Mark::Strong]);
        line.push(" c\u{2009}d ", &[]);
        line.push_break();
        line.push(" e", &[]);
        line.push_break();
        let expected = [Inline::plain("a \u{a0} b"), Inline::marked(" ", [Mark::Strong])];
        let line = line.take();
        assert_eq!(line[..2], expected);
        assert_eq!(line[2..], [Inline::plain("c\u{2009}d"), Inline::Break, Inline::plain("e")]);
    }
}

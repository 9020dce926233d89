//! Lines: flat runs with marks become nested elements.

use domain::Direction;
use domain::LocaleTag;

use super::Printer;
use crate::inline::{Inline, Mark};

impl Printer<'_> {
    /// Prints a line.
    pub(super) fn line(&mut self, line: &[Inline]) {
        self.line_within(line, None);
    }

    /// Prints an element that holds a line alone; words that are all of one language hand it to
    /// the element.
    pub(super) fn line_element(&mut self, name: &str, line: &[Inline], before: &str) {
        let language = common_language(line);
        self.raw("<");
        self.raw(name);
        if let Some(Mark::Language { lang, dir }) = language {
            self.language(lang.as_ref(), *dir);
        }
        self.raw(">");
        self.raw(before);
        self.line_within(line, language);
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    /// Keeps the marks open that two neighbours share, so that a link of several runs is one.
    fn line_within(&mut self, line: &[Inline], around: Option<&Mark>) {
        let mut open: Vec<&Mark> = Vec::new();
        for (at, run) in line.iter().enumerate() {
            let (text, marks) = match run {
                Inline::Text { text, marks } => (Some(text), marks),
                // A break stands within what goes on after it.
                Inline::Break => match line.get(at + 1) {
                    Some(Inline::Text { marks, .. }) => (None, marks),
                    _ => (None, const { &Vec::new() }),
                },
            };
            let wanted: Vec<&Mark> = marks.iter().filter(|mark| Some(*mark) != around).collect();
            let shared = open.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
            for mark in open.drain(shared..).rev() {
                self.close(mark);
            }
            let Some(text) = text else {
                self.raw("<br>");
                continue;
            };
            for mark in wanted.into_iter().skip(shared) {
                self.open(mark);
                open.push(mark);
            }
            self.text(text);
        }
        for mark in open.into_iter().rev() {
            self.close(mark);
        }
    }

    fn open(&mut self, mark: &Mark) {
        match mark {
            Mark::Link { href } => self.open_link(href),
            Mark::Language { lang, dir } => {
                self.raw("<bdi");
                self.language(lang.as_ref(), *dir);
                self.raw(">");
            }
            _ => {
                self.raw("<");
                self.raw(element(mark));
                self.raw(">");
            }
        }
    }

    fn close(&mut self, mark: &Mark) {
        self.raw("</");
        self.raw(element(mark));
        self.raw(">");
    }

    fn language(&mut self, lang: Option<&LocaleTag>, dir: Option<Direction>) {
        if let Some(lang) = lang {
            self.attribute("lang", lang.as_str());
        }
        if let Some(dir) = dir {
            self.attribute("dir", dir.as_str());
        }
    }
}

const fn element(mark: &Mark) -> &'static str {
    match mark {
        Mark::Link { .. } => "a",
        Mark::Language { .. } => "bdi",
        Mark::Strong => "strong",
        Mark::Emphasis => "em",
        Mark::Strike => "s",
        Mark::Sub => "sub",
        Mark::Sup => "sup",
        Mark::Code => "code",
    }
}

/// The language mark that every run of words carries. One without language and direction needs
/// its element: it isolates.
fn common_language(line: &[Inline]) -> Option<&Mark> {
    let mut runs = line.iter().filter_map(|run| match run {
        Inline::Text { marks, .. } => Some(marks.iter().find(|mark| matches!(mark, Mark::Language { .. }))),
        Inline::Break => None,
    });
    let first = runs.next()??;
    let bare = matches!(first, Mark::Language { lang: None, dir: None });
    (!bare && runs.all(|it| it == Some(first))).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, BlockId, BlockKind, Document, Href, HtmlOptions, to_html};

    fn html(line: Vec<Inline>) -> String {
        let kind = BlockKind::Paragraph { text: line };
        let block = Block { id: BlockId::new(1), kind, of: None };
        to_html(&Document::new(vec![block]).unwrap(), &HtmlOptions::default())
    }

    fn link(href: &str) -> Mark {
        Mark::Link { href: Href::parse(href).unwrap() }
    }

    #[test]
    fn a_link_of_several_runs_is_one_element() {
        let line = vec![
            Inline::marked("a", [link("/x")]),
            Inline::marked("b", [link("/x"), Mark::Strong]),
            Inline::Break,
            Inline::marked("c", [link("/x")]),
            Inline::plain("d"),
        ];
        assert_eq!(html(line), "<p><a href=\"/x\">a<strong>b</strong><br>c</a>d</p>\n");
    }

    #[test]
    fn words_of_one_language_hand_it_to_their_paragraph() {
        let arabic = Mark::Language { lang: LocaleTag::parse("ar").ok(), dir: Some(Direction::Rtl) };
        let line = vec![Inline::marked("سلام", [arabic.clone()])];
        assert_eq!(html(line), "<p lang=\"ar\" dir=\"rtl\">سلام</p>\n");
        let line = vec![Inline::plain("a "), Inline::marked("سلام", [arabic])];
        assert_eq!(html(line), "<p>a <bdi lang=\"ar\" dir=\"rtl\">سلام</bdi></p>\n");
    }

    #[test]
    fn another_site_cannot_reach_back() {
        let line = vec![Inline::marked("a", [link("https://example.org/?a=1&b=\"")])];
        let expected = "<p><a href=\"https://example.org/?a=1&amp;b=%22\" rel=\"noopener\">a</a></p>\n";
        assert_eq!(html(line), expected);
    }
}

//! A style sheet on its way to readers: comments and idle white space go, addresses of the
//! theme's files become public ones. What is open at the end, or leads elsewhere, is told.

use std::{iter::Peekable, str::CharIndices};

/// Something wrong in a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SheetFault {
    /// The line, from 1.
    pub(super) line: usize,
    /// What is wrong.
    pub(super) what: String,
}

/// The sheet as readers get it. `resolve` makes the public address of a file of the theme.
pub(super) fn pressed(css: &str, resolve: &dyn Fn(&str) -> Option<String>) -> (String, Vec<SheetFault>) {
    let mut presser = Presser {
        css,
        chars: css.char_indices().peekable(),
        out: String::new(),
        open: Vec::new(),
        faults: Vec::new(),
        at: 0,
    };
    presser.run(resolve);
    (presser.out, presser.faults)
}

struct Presser<'a> {
    css: &'a str,
    chars: Peekable<CharIndices<'a>>,
    out: String,
    /// Where the blocks began that are open.
    open: Vec<usize>,
    faults: Vec<SheetFault>,
    at: usize,
}

impl Presser<'_> {
    fn next(&mut self) -> Option<char> {
        let (at, c) = self.chars.next()?;
        self.at = at;
        Some(c)
    }

    fn peek(&mut self) -> Option<char> {
        self.chars.peek().map(|(_, c)| *c)
    }

    fn fault(&mut self, at: usize, what: impl Into<String>) {
        let before = self.css.get(..at).unwrap_or_default();
        self.faults.push(SheetFault { line: before.matches('\n').count() + 1, what: what.into() });
    }

    fn run(&mut self, resolve: &dyn Fn(&str) -> Option<String>) {
        while let Some(c) = self.next() {
            match c {
                '/' if self.peek() == Some('*') => self.comment(),
                '"' | '\'' => self.string(c),
                '\\' => {
                    self.out.push(c);
                    let escaped = self.next();
                    self.out.extend(escaped);
                }
                c if c.is_ascii_whitespace() => self.space(),
                '{' => {
                    self.open.push(self.at);
                    self.tighten();
                    self.out.push(c);
                }
                '}' => {
                    if self.open.pop().is_none() {
                        self.fault(self.at, "a block is closed that was never opened");
                    }
                    self.tighten();
                    self.out.push(c);
                }
                '(' if ends_in_url(&self.out) => self.address(resolve),
                c => self.out.push(c),
            }
        }
        if let Some(at) = self.open.first().copied() {
            self.fault(at, "a block is not closed");
        }
        if let Some(at) = self.css.to_ascii_lowercase().find("@import") {
            self.fault(at, "@import brings in another sheet");
        }
    }

    /// White space before a brace is idle.
    fn tighten(&mut self) {
        let kept = self.out.trim_end_matches([' ', '\n']).len();
        self.out.truncate(kept);
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|c| c.is_ascii_whitespace()) {
            self.next();
        }
        if !self.out.is_empty() && !self.out.ends_with(['{', '}', ';', ',', ' ']) {
            self.out.push(' ');
        }
    }

    fn comment(&mut self) {
        let began = self.at;
        self.next();
        let mut before = ' ';
        while let Some(c) = self.next() {
            if before == '*' && c == '/' {
                // It may be all that keeps two words apart.
                if self.out.ends_with(char::is_alphanumeric) && self.peek().is_some_and(char::is_alphanumeric)
                {
                    self.out.push_str("/**/");
                }
                return;
            }
            before = c;
        }
        self.fault(began, "a comment is not closed");
    }

    fn string(&mut self, quote: char) {
        let began = self.at;
        self.out.push(quote);
        while let Some(c) = self.next() {
            self.out.push(c);
            match c {
                '\\' => {
                    let escaped = self.next();
                    self.out.extend(escaped);
                }
                '\n' => break,
                c if c == quote => return,
                _ => {}
            }
        }
        self.fault(began, "a string is not closed");
    }

    /// `url(…)`; a fragment of the page stays as it is.
    fn address(&mut self, resolve: &dyn Fn(&str) -> Option<String>) {
        let began = self.at;
        let mut written = String::new();
        loop {
            match self.next() {
                Some(')') => break,
                Some(c) => written.push(c),
                None => return self.fault(began, "an address is not closed"),
            }
        }
        let name = written.trim().trim_matches(['"', '\'']);
        match resolve(name) {
            Some(public) => self.out.push_str(&format!("({public})")),
            None => {
                if !name.starts_with('#') {
                    self.fault(began, format!("url({name}) is no file of the theme"));
                }
                self.out.push_str(&format!("({written})"));
            }
        }
    }
}

fn ends_in_url(out: &str) -> bool {
    out.len().checked_sub(3).and_then(|at| out.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case("url"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(css: &str) -> (String, Vec<SheetFault>) {
        pressed(css, &|name| (name == "fonts/a.woff2").then(|| "/static/a.1.woff2".to_owned()))
    }

    #[test]
    fn comments_and_idle_white_space_go_and_all_else_stays() {
        let (out, faults) = press("/* a */\n a ,\n b :hover > i  { color : red ; /* b */ margin: 0 auto }\n");
        assert_eq!(out, "a ,b :hover > i{color : red ;margin: 0 auto}");
        assert_eq!(faults, []);
        assert_eq!(press("a{content:\"/* } \\\" */\"}b/**/c{}").0, "a{content:\"/* } \\\" */\"}b/**/c{}");
    }

    #[test]
    fn files_of_the_theme_get_their_public_names_however_they_are_quoted() {
        for written in ["url(fonts/a.woff2)", "url( 'fonts/a.woff2' )", "URL(\"fonts/a.woff2\")"] {
            let (out, faults) = press(&format!("@font-face{{src:{written}}}"));
            assert!(out.to_ascii_lowercase().ends_with("src:url(/static/a.1.woff2)}"), "{out}");
            assert_eq!(faults, []);
        }
        assert_eq!(press("a{fill:url(#b)}").1, []);
    }

    #[test]
    fn what_is_open_or_leads_elsewhere_is_told_with_its_line() {
        for (css, line, what) in [
            ("a{}\nb{", 2, "a block is not closed"),
            ("a{}\n}", 2, "a block is closed"),
            ("\n\n/* ", 3, "a comment is not closed"),
            ("a{content:'x\n}", 1, "a string is not closed"),
            ("a{}\n@import 'b.css';", 2, "@import"),
            ("a{b:url(https://cdn.example/x.png)}", 1, "no file of the theme"),
            ("a{b:url(data:image/png;base64,x)}", 1, "no file of the theme"),
            ("a{b:url(../x", 1, "an address is not closed"),
        ] {
            let (_, faults) = press(css);
            assert!(faults.iter().any(|f| f.line == line && f.what.contains(what)), "{css}: {faults:?}");
        }
    }
}

//! What is wrong with a theme folder: where, what, and how to mend it.

use std::{error::Error as _, fmt};

use minijinja::{Error, ErrorKind};

/// Something in a theme folder that keeps it from being used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFinding {
    /// The file's name in the folder; the folder's own where it is none of its files.
    pub file: String,
    /// The line, from 1, where one is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl ThemeFinding {
    pub(super) fn new(
        file: impl Into<String>,
        line: Option<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self { file: file.into(), line, what: what.into(), mend: mend.into() }
    }

    /// Whether `other` tells the same of the same place, met on another page.
    pub(super) fn same_place(&self, other: &Self) -> bool {
        let bare = |finding: &Self| finding.what.rsplit_once(" (").map(|(what, _)| what.to_owned());
        self.file == other.file && self.line == other.line && bare(self) == bare(other)
    }

    /// What the template engine says of `template`, printing `page`.
    pub(super) fn of_template(template: &str, page: &str, error: &Error) -> Self {
        let deepest = deepest(error);
        let file = deepest.name().unwrap_or(template);
        Self::new(file, deepest.line(), format!("{} ({page})", cause(error)), mend(deepest.kind()))
    }
}

impl fmt::Display for ThemeFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}; {}", self.what, self.mend)
    }
}

/// The engine tells an error of an included template as the cause of the including one's.
fn deepest(error: &Error) -> &Error {
    let mut deepest = error;
    while let Some(cause) = deepest.source().and_then(|cause| cause.downcast_ref::<Error>()) {
        if cause.line().is_none() {
            break;
        }
        deepest = cause;
    }
    deepest
}

/// What the engine says, without the place.
pub(super) fn cause(error: &Error) -> String {
    let deepest = deepest(error);
    match deepest.detail() {
        Some(detail) => format!("{}: {detail}", deepest.kind()),
        None => deepest.kind().to_string(),
    }
}

fn mend(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::SyntaxError => {
            "close every block, expression and string, and spell the tag as MiniJinja does"
        }
        ErrorKind::UndefinedError => "use the fields that docs/themes.md lists for this page, and no others",
        ErrorKind::TemplateNotFound => "name a template of the theme or put it into the folder",
        ErrorKind::OutOfFuel => "let it do less: a page may not loop without an end",
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownMethod => "use what MiniJinja offers, t('message', …) and asset('file')",
        _ => "compare it with the template of the same name in the binary's theme",
    }
}

//! The press: one renderer for readers, previews and e-mail.

use std::{path::PathBuf, sync::Arc};

use domain::{Edition, Moment, Public, Withdrawal};
use locale::{Language, Messages};
use minijinja::{Value, value::Serde};
use serde::Serialize;
use store::{Frame, Position};

use crate::{
    chrome::{Facing, chrome},
    error::PressError,
    page::{Page, PageFacts},
    theme::{Accents, Asset, Theme},
    view::{ErrorView, PageKind, View},
    voice::{Voice, Voices},
};

/// What is wrong, told to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing lies at the address (404).
    NotFound,
    /// Something lay there and was withdrawn (410).
    Gone(Withdrawal),
    /// The address cannot be read (400).
    BadRequest,
    /// The page takes nothing in (405).
    WrongMethod,
    /// A fault of ours (500).
    Failed,
    /// Too much at once, or the database is away (503).
    Busy,
}

impl Problem {
    /// The answer's status (RFC 9110 §15).
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::NotFound => 404,
            Self::WrongMethod => 405,
            Self::Gone(_) => 410,
            Self::Failed => 500,
            Self::Busy => 503,
        }
    }

    const fn messages(self) -> (&'static str, &'static str) {
        match self {
            Self::BadRequest => ("bad-request-title", "bad-request-text"),
            Self::NotFound => ("not-found-title", "not-found-text"),
            Self::WrongMethod => ("wrong-method-title", "wrong-method-text"),
            Self::Gone(Withdrawal::Retracted) => ("gone-title", "gone-retracted-text"),
            Self::Gone(Withdrawal::Legal) => ("gone-title", "gone-legal-text"),
            Self::Gone(Withdrawal::Unpublished | Withdrawal::Expired) => ("gone-title", "gone-text"),
            Self::Failed => ("fault-title", "fault-text"),
            Self::Busy => ("busy-title", "busy-text"),
        }
    }
}

/// Renders pages with a theme in the languages of the portal's editions.
pub struct Press {
    pub(crate) theme: Theme,
    pub(crate) voices: Voices,
    accents: Accents,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").finish_non_exhaustive()
    }
}

impl Press {
    /// A press with the theme of the binary, overridden by the files of `theme_dir`. They
    /// are read now and never again.
    ///
    /// # Errors
    /// [`PressError::Theme`] where the folder cannot be used as a whole.
    pub fn new(messages: Arc<Messages>, theme_dir: Option<PathBuf>) -> Result<Self, PressError> {
        let theme = match theme_dir {
            Some(dir) => Theme::open(&dir, &messages)?,
            None => Theme::built_in(),
        };
        let accents = Accents::on(theme.assets().sheet_text());
        Ok(Self { theme, voices: Voices::new(messages), accents })
    }

    /// The SHA-256 of the one inline script of every page, as a Content Security Policy
    /// names it (CSP 3 §2.3.1): `sha256-…`.
    pub fn boot_hash(&self) -> &str {
        self.theme.assets().boot_hash()
    }

    /// The language of an edition, made once and shared.
    ///
    /// # Errors
    /// [`PressError::Speechless`] when its locale has no messages.
    pub fn language(&self, frame: &Frame, edition: &Edition) -> Result<Arc<Language>, PressError> {
        Ok(self.voices.of(frame, edition)?.language)
    }

    /// A static file by its public name: `reader.0a1b2c3d4e5f6071.css`. The accent's sheet
    /// is made of the frame.
    pub fn asset(&self, frame: &Frame, public: &str) -> Option<Asset> {
        let own = self.theme.assets().get(public).cloned();
        own.or_else(|| self.accents.get(&frame.portal.accent, public))
    }

    /// A page that says what is wrong, in the language of `edition`, or of the first one
    /// that is open.
    pub fn error(
        &self,
        frame: &Frame,
        edition: Option<&Edition>,
        problem: Problem,
        position: Position,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let edition = edition
            .or_else(|| frame.editions.iter().find(|e| e.open))
            .or_else(|| frame.editions.first())
            .ok_or(PressError::NoEdition)?;
        let voice = self.voices.of(frame, edition)?;
        let (title, text) = problem.messages();
        let facing = Facing { title: Some(voice.say(title)?), ..Facing::of(PageKind::Error, at) };
        let page = ErrorView { status: problem.status(), title, text };
        let tags = vec![domain::Tag::Portal, domain::Tag::Edition(edition.code.clone())];
        self.page(frame, edition, &voice, &facing, page, PageFacts::new(position, tags))
    }

    /// Puts the frame around a page and prints it. The copyright line's year ends it.
    pub(crate) fn page<V: Serialize>(
        &self,
        frame: &Frame,
        edition: &Edition,
        voice: &Voice,
        facing: &Facing<'_>,
        page: V,
        mut facts: PageFacts,
    ) -> Result<Page<Public>, PressError> {
        facts.hide(Some(voice.year(facing.at).1));
        let accent = self.accents.path(&frame.portal.accent);
        let chrome = chrome(frame, edition, self.theme.assets(), accent, voice, facing)?;
        let body = self.render(facing.kind.template(), View { chrome, page }, voice)?;
        Ok(Page::for_readers(body, facts.settled()))
    }

    pub(crate) fn render<V: Serialize>(
        &self,
        template: &str,
        view: View<V>,
        voice: &Voice,
    ) -> Result<String, PressError> {
        self.theme.render(template, &Value::from(Serde(&view)), &voice.language)
    }
}

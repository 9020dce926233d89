//! The press: one renderer for readers, previews and e-mail.

use std::{
    path::PathBuf,
    sync::{Arc, RwLock},
};

use domain::{Edition, Public, Withdrawal};
use locale::{Language, Messages};
use minijinja::{Value, value::Serde};
use serde::Serialize;
use store::{Frame, Position};

use crate::{
    chrome::{Facing, chrome},
    error::PressError,
    page::{Page, PageFacts},
    theme::{Asset, Theme, public_name},
    view::{Chrome, ErrorView, PageKind, View},
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
    accent: RwLock<(String, String, Option<Asset>)>,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").finish_non_exhaustive()
    }
}

impl Press {
    /// A press with the theme of the binary, overridden by the files of `theme_dir`.
    pub fn new(messages: Arc<Messages>, theme_dir: Option<PathBuf>) -> Result<Self, PressError> {
        let theme = Theme::open(theme_dir)?;
        Ok(Self { theme, voices: Voices::new(messages), accent: RwLock::default() })
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
        if let Some(asset) = self.theme.asset(public) {
            return Some(asset.clone());
        }
        self.accent(&frame.portal.accent);
        let accent = self.accent.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        accent.2.clone().filter(|_| accent.1 == public)
    }

    /// A page that says what is wrong, in the language of `edition`, or of the first one
    /// that is open.
    pub fn error(
        &self,
        frame: &Frame,
        edition: Option<&Edition>,
        problem: Problem,
        position: Position,
    ) -> Result<Page<Public>, PressError> {
        let edition = edition
            .or_else(|| frame.editions.iter().find(|e| e.open))
            .or_else(|| frame.editions.first())
            .ok_or(PressError::NoEdition)?;
        let voice = self.voices.of(frame, edition)?;
        let (title, text) = problem.messages();
        let facing = Facing {
            kind: PageKind::Error,
            title: Some(voice.say(title)?),
            description: None,
            path: None,
            elsewhere: Vec::new(),
            section: None,
        };
        let chrome = self.chrome(frame, edition, &voice, facing)?;
        let page = ErrorView { status: problem.status(), title, text };
        let body = self.render("error.html", View { chrome, page }, &voice)?;
        let facts =
            PageFacts::new(position, vec![domain::Tag::Portal, domain::Tag::Edition(edition.code.clone())]);
        Ok(Page::for_readers(body, facts))
    }

    pub(crate) fn chrome(
        &self,
        frame: &Frame,
        edition: &Edition,
        voice: &Voice,
        facing: Facing,
    ) -> Result<Chrome, PressError> {
        chrome(frame, edition, &self.theme, self.accent(&frame.portal.accent), voice, facing)
    }

    pub(crate) fn render<V: Serialize>(
        &self,
        template: &str,
        view: View<V>,
        voice: &Voice,
    ) -> Result<String, PressError> {
        self.theme.render(template, Value::from(Serde(&view)), &voice.language)
    }

    /// The path of the style sheet with the portal's accent colour.
    fn accent(&self, colour: &str) -> String {
        {
            let kept = self.accent.read().unwrap_or_else(std::sync::PoisonError::into_inner);
            if kept.0 == colour && kept.2.is_some() {
                return format!("/static/{}", kept.1);
            }
        }
        let css = format!(":root{{--accent-of-portal:{colour}}}\n").into_bytes();
        let public = public_name("accent.css", &css);
        let path = format!("/static/{public}");
        let asset = Asset { bytes: css.into(), content_type: "text/css; charset=utf-8" };
        let mut kept = self.accent.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        *kept = (colour.to_owned(), public, Some(asset));
        path
    }
}

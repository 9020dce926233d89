//! The theme: templates, styles, scripts and fonts of the binary, each of which a folder
//! may override. A folder is read once and taken as a whole or not at all (`check`).
//!
//! Not here: what templates are given (`view`), messages (`locale`), headers (`site`).

mod accent;
mod assets;
mod check;
mod engine;
mod finding;
mod folder;
mod samples;
mod sheet;

use std::{path::Path, sync::Arc};

use locale::{Language, Messages};
use minijinja::{Environment, Value};

use self::folder::Folder;
pub(crate) use self::{accent::Accents, assets::Assets};
pub use self::{assets::Asset, check::check_theme, finding::ThemeFinding};
use crate::error::PressError;

/// The templates and static files of one theme.
pub(crate) struct Theme {
    env: Environment<'static>,
    /// The templates of the binary, where a folder overrides some: what a folder's own
    /// cannot print, though it could print every sample, is printed by these.
    fallback: Option<Environment<'static>>,
    assets: Arc<Assets>,
}

impl Theme {
    /// The theme of the binary.
    pub(crate) fn built_in() -> Self {
        Self::of(None).0
    }

    /// The theme of the binary overridden by the files of `dir`, if all of them can be used.
    ///
    /// # Errors
    /// [`PressError::Theme`] with all that is wrong in the folder.
    pub(crate) fn open(dir: &Path, messages: &Messages) -> Result<Self, PressError> {
        check::checked(dir, messages).map_err(|findings| PressError::Theme { dir: dir.to_owned(), findings })
    }

    /// The theme, and what is wrong with its static files.
    fn of(folder: Option<Folder>) -> (Self, Vec<ThemeFinding>) {
        let (assets, findings) = Assets::of(folder.as_ref());
        let assets = Arc::new(assets);
        let fallback = folder.as_ref().map(|_| engine::environment(None, Arc::clone(&assets)));
        (Self { env: engine::environment(folder, Arc::clone(&assets)), fallback, assets }, findings)
    }

    /// Its static files.
    pub(crate) fn assets(&self) -> &Assets {
        &self.assets
    }

    /// Renders a template with a view and the messages of a language.
    pub(crate) fn render(
        &self,
        template: &str,
        view: &Value,
        language: &Arc<Language>,
    ) -> Result<String, PressError> {
        let failed = match engine::render(&self.env, template, view, language) {
            Ok(page) => return Ok(page),
            Err(error) => error,
        };
        match &self.fallback {
            Some(built_in) => {
                let cause = finding::cause(&failed);
                tracing::error!(
                    template,
                    cause,
                    "the theme folder cannot print a page; the theme of the binary does"
                );
                engine::render(built_in, template, view, language)
            }
            None => Err(failed),
        }
        .map_err(|source| PressError::Template { template: template.to_owned(), source })
    }
}

//! The theme: templates and styles in the binary, each of which a folder may override.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use locale::{Arg, Language};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
    value::{Kwargs, Object},
};
use rust_embed::RustEmbed;

use crate::error::PressError;

#[derive(RustEmbed)]
#[folder = "../../themes/default"]
#[include = "*.html"]
struct Templates;

#[derive(RustEmbed)]
#[folder = "../../ui/reader"]
struct Reader;

/// Steps that one render may take: a template that loops is stopped.
const FUEL: u64 = 2_000_000;

/// A file under `/static/`.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Its media type.
    pub content_type: &'static str,
}

/// The templates and static files of one theme.
pub(crate) struct Theme {
    env: Environment<'static>,
    /// Static files by their public name, which holds their hash.
    assets: BTreeMap<String, Asset>,
    /// The public name of each by its own name.
    names: BTreeMap<String, String>,
}

/// The messages of a page's language, for `t(…)` in templates.
#[derive(Debug)]
pub(crate) struct Speaker(pub(crate) Arc<Language>);

impl Object for Speaker {}

impl Theme {
    /// The theme of the binary, overridden by files of `folder`: templates by their names,
    /// static files under `static/`.
    pub(crate) fn open(folder: Option<PathBuf>) -> Result<Self, PressError> {
        let mut theme =
            Self { env: environment(folder.clone()), assets: BTreeMap::new(), names: BTreeMap::new() };
        let read = |name: &str| -> Result<Option<Vec<u8>>, PressError> {
            let over =
                folder.as_deref().map(|dir| read_over(&dir.join("static"), name)).transpose()?.flatten();
            Ok(over.or_else(|| Reader::get(name).map(|file| file.data.into_owned())))
        };
        let mut names: Vec<_> = Reader::iter().collect();
        names.sort_unstable();
        // The sheet is cut into parts for those who edit it; readers fetch one.
        let (parts, others): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.ends_with(".css"));
        let mut sheet = Vec::new();
        for name in parts {
            sheet.extend(read(&name)?.unwrap_or_default());
        }
        theme.add("reader.css", read("reader.css")?.unwrap_or(sheet));
        for name in others {
            if let Some(bytes) = read(&name)? {
                theme.add(&name, bytes);
            }
        }
        Ok(theme)
    }

    /// Adds a static file and returns its path.
    fn add(&mut self, name: &str, bytes: Vec<u8>) -> String {
        let public = public_name(name, &bytes);
        let content_type = media_type(name);
        self.assets.insert(public.clone(), Asset { bytes: bytes.into(), content_type });
        self.names.insert(name.to_owned(), public.clone());
        format!("/static/{public}")
    }

    /// The path of a static file by its own name.
    pub(crate) fn path_of(&self, name: &str) -> Option<String> {
        self.names.get(name).map(|public| format!("/static/{public}"))
    }

    pub(crate) fn asset(&self, public: &str) -> Option<&Asset> {
        self.assets.get(public)
    }

    /// Renders a template with a view and the messages of a language.
    pub(crate) fn render(
        &self,
        template: &str,
        view: Value,
        language: &Arc<Language>,
    ) -> Result<String, PressError> {
        let speaker = Value::from_object(Speaker(Arc::clone(language)));
        let context = minijinja::context! { speaker, ..view };
        let made = self.env.get_template(template).and_then(|t| t.render(context));
        made.map_err(|source| PressError::Template { template: template.to_owned(), source })
    }
}

/// `reader.css` with its bytes becomes `reader.0a1b2c3d4e5f6071.css`.
pub(crate) fn public_name(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let hash = hash.get(..16).unwrap_or(&hash);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

pub(crate) fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}

fn environment(folder: Option<PathBuf>) -> Environment<'static> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_fuel(Some(FUEL));
    env.set_auto_escape_callback(|_| AutoEscape::Html);
    env.set_formatter(format_value);
    env.add_function("t", speak);
    env.set_loader(move |name| {
        let over = match &folder {
            Some(dir) => read_over(dir, name)
                .map_err(|e| Error::new(ErrorKind::InvalidOperation, e.to_string()))?
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
            None => None,
        };
        Ok(over.or_else(|| Templates::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned())))
    });
    env
}

/// A file of the override folder; names cannot lead out of it.
fn read_over(dir: &Path, name: &str) -> Result<Option<Vec<u8>>, PressError> {
    let inside =
        name.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains('\\'));
    if !inside {
        return Ok(None);
    }
    match std::fs::read(dir.join(name)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(PressError::File { path: dir.join(name), source }),
    }
}

/// HTML's own five characters; a slash needs no escape in quoted attributes or in text.
fn format_value(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let Some(text) = value.as_str().filter(|_| !value.is_safe()) else {
        return minijinja::escape_formatter(out, state, value);
    };
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (plain, tail) = rest.split_at(at);
        out.write_str(plain)?;
        let mut chars = tail.chars();
        out.write_str(match chars.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "&#39;",
        })?;
        rest = chars.as_str();
    }
    Ok(out.write_str(rest)?)
}

/// `t('message-id', name=value)`: a message of the page's language. A missing one is an
/// error, never another language's words.
fn speak(state: &State<'_, '_>, id: &str, named: Kwargs) -> Result<Value, Error> {
    let refuse = |why: String| Error::new(ErrorKind::InvalidOperation, why);
    let speaker = state.lookup("speaker").ok_or_else(|| refuse("the page has no language".to_owned()))?;
    let speaker = speaker
        .downcast_object_ref::<Speaker>()
        .ok_or_else(|| refuse("the page's language was overwritten".to_owned()))?;
    let mut values: Vec<(String, Value)> = Vec::new();
    for name in named.args() {
        values.push((name.to_owned(), named.get(name)?));
    }
    let texts: Vec<_> =
        values.iter().map(|(name, value)| (name, value.to_string(), i64::try_from(value.clone()))).collect();
    let args: Vec<_> = texts
        .iter()
        .map(|(name, text, number)| match number {
            Ok(number) => (name.as_str(), Arg::Number(*number)),
            Err(_) => (name.as_str(), Arg::Text(text)),
        })
        .collect();
    named.assert_all_used()?;
    speaker.0.text(id, &args).map(Value::from).map_err(|e| refuse(e.to_string()))
}

//! The template engine: strict, bounded, escaping; `t('message')` and `asset('file')`.

use std::sync::Arc;

use locale::{Arg, Language};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
    value::{Kwargs, Object, Serde},
};
use rust_embed::RustEmbed;

use super::{assets::Assets, folder::Folder};
use crate::view::Url;

#[derive(RustEmbed)]
#[folder = "../../themes/default"]
#[include = "*.html"]
struct Templates;

/// What one render may spend: a step costs one, 64 bytes made cost one. It bounds time
/// and memory (32 MB) of a template that does not end.
const FUEL: u64 = 500_000;
/// How deep templates may include each other.
const DEPTH: usize = 64;

/// The messages of a page's language, for `t(…)` in templates.
#[derive(Debug)]
struct Speaker(Arc<Language>);

impl Object for Speaker {}

/// An environment of the binary's templates, those of `folder` before them.
pub(super) fn environment(folder: Option<Folder>, assets: Arc<Assets>) -> Environment<'static> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_fuel(Some(FUEL));
    env.set_recursion_limit(DEPTH);
    env.set_auto_escape_callback(|_| AutoEscape::Html);
    env.set_formatter(format_value);
    env.add_function("t", speak);
    env.add_function("asset", move |name: &str| match assets.path_of(name) {
        Some(path) => Ok(Value::from(Serde(Url::new(&path)))),
        None => {
            Err(Error::new(ErrorKind::InvalidOperation, format!("{name} is no static file of the theme")))
        }
    });
    env.set_loader(move |name| {
        let over = folder.as_ref().and_then(|folder| folder.template(name)).map(str::to_owned);
        let own = || Templates::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
        Ok(over.or_else(own))
    });
    env
}

/// The names of the binary's templates.
pub(super) fn built_in() -> impl Iterator<Item = String> {
    Templates::iter().map(|name| name.into_owned())
}

/// Prints a view with a template and the messages of a language.
pub(super) fn render(
    env: &Environment<'_>,
    template: &str,
    view: &Value,
    language: &Arc<Language>,
) -> Result<String, Error> {
    let speaker = Value::from_object(Speaker(Arc::clone(language)));
    let context = minijinja::context! { speaker, ..view.clone() };
    env.get_template(template)?.render(context)
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

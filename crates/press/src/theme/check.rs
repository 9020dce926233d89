//! Whether a theme folder can be used: it is taken as a whole or not at all. Every page
//! kind is printed with samples, in a language of each direction and in the pseudo-locale,
//! and looked at.

use std::{path::Path, sync::Arc};

use domain::LocaleTag;
use locale::{Language, Messages, pseudo};

use super::{
    Theme, engine,
    finding::ThemeFinding,
    folder::Folder,
    samples::{self, Sample},
};

/// The languages that samples are printed in: one of each direction.
const LOCALES: [&str; 2] = ["en", "ar"];

/// All that is wrong with the theme folder `dir`; empty where it can be used.
pub fn check_theme(dir: &Path, messages: &Messages) -> Vec<ThemeFinding> {
    checked(dir, messages).err().unwrap_or_default()
}

/// The theme of `dir`, if nothing is wrong with it.
pub(super) fn checked(dir: &Path, messages: &Messages) -> Result<Theme, Vec<ThemeFinding>> {
    let (folder, mut findings) = Folder::read(dir);
    let own: Vec<String> = folder.templates().keys().cloned().collect();
    let (theme, of_files) = Theme::of(Some(folder));
    findings.extend(of_files);
    for name in own.into_iter().chain(engine::built_in()) {
        if let Err(error) = theme.env.get_template(&name) {
            findings.push(ThemeFinding::of_template(&name, "read", &error));
        }
    }
    // A template that cannot be read would be told again by every page.
    if findings.is_empty() {
        findings = tried(&theme, messages);
    }
    if findings.is_empty() { Ok(theme) } else { Err(findings) }
}

/// Prints all samples; each fault is told once, with the first page that shows it.
pub(super) fn tried(theme: &Theme, messages: &Messages) -> Vec<ThemeFinding> {
    let mut findings: Vec<ThemeFinding> = Vec::new();
    let marked = Messages::pseudo().ok();
    let in_marks = marked.iter().flat_map(|marked| speaking(marked).map(|language| (language, true)));
    for ((locale, language), marked) in speaking(messages).map(|language| (language, false)).chain(in_marks) {
        for sample in samples::all(&locale, theme.assets()) {
            let found = match engine::render(&theme.env, sample.template, &sample.view, &language) {
                Ok(html) => looked_at(theme, &sample, &html, &language, marked),
                Err(error) => vec![ThemeFinding::of_template(sample.template, &sample.name, &error)],
            };
            for finding in found {
                if !findings.iter().any(|known| known.same_place(&finding)) {
                    findings.push(finding);
                }
            }
        }
    }
    findings
}

fn speaking(messages: &Messages) -> impl Iterator<Item = (LocaleTag, Arc<Language>)> {
    LOCALES.iter().filter_map(|tag| {
        let locale = LocaleTag::parse(tag).ok()?;
        let language = messages.for_locale(&locale)?;
        Some((locale, Arc::new(language)))
    })
}

/// What a page lacks or should not have.
fn looked_at(
    theme: &Theme,
    sample: &Sample,
    html: &str,
    language: &Language,
    marked: bool,
) -> Vec<ThemeFinding> {
    let mut findings = Vec::new();
    let mut find = |what: String, mend: &str| {
        let what = format!("{what} ({})", sample.name);
        findings.push(ThemeFinding::new(sample.template, None, what, mend));
    };
    for text in &sample.shows {
        if !html.contains(text) {
            let what = format!("the page does not show {text:?} of its sample");
            find(what, "extend base.html, keep its block `content`, and print the page's own fields in it");
        }
    }
    for id in &sample.says {
        if language.text(id, &[]).is_ok_and(|said| !html.contains(&escaped(&said))) {
            find(format!("the page does not say t('{id}')"), "print that message on it");
        }
    }
    let boot = format!("<script>{}</script>", theme.assets().boot_text());
    if !html.contains(&boot) {
        find(
            "the boot script is not in the head".to_owned(),
            "print <script>{{ chrome.head.boot }}</script> there, with no space in it",
        );
    }
    let rest = html.replacen(&boot, "", 1);
    if rest.contains("<script>")
        || rest.contains(" style=\"")
        || rest.contains("<style")
        || rest.contains(" onclick=")
    {
        find(
            "the page's policy refuses inline scripts and styles".to_owned(),
            "put them into a file under static/",
        );
    }
    if let Some(word) = marked.then(|| foreign(&rest)).flatten() {
        find(
            format!("{word:?} is neither a message nor data"),
            "print a message with t('…'), or a field of the page",
        );
    }
    findings
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// The first text of a page in the pseudo-locale that stands outside of the marks and is
/// no sample data (law 6).
fn foreign(html: &str) -> Option<String> {
    texts(html).into_iter().find(|text| {
        let left = pseudo::unmarked(text);
        let left = ["ω-edition", "ω-title", "ω-name", "ω-card", "ω-lead", "ω-text", "ω-headline", "ω-body"]
            .iter()
            .fold(left, |left, data| left.replace(data, ""));
        let left = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
            .iter()
            .fold(left, |left, entity| left.replace(entity, ""));
        left.chars().any(|c| c.is_alphabetic() && c != 'ω')
    })
}

/// Texts that a reader can meet: between tags, and in attributes that are read out or shown.
fn texts(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for piece in html.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        if !tag.starts_with("script") {
            texts.push(text.trim().to_owned());
        }
        for name in [" aria-label=\"", " alt=\"", " title=\"", " placeholder=\""] {
            let values = tag.split(name).skip(1);
            texts.extend(values.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
    texts
}

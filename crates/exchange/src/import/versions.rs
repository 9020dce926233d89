//! The languages of one item: one for most, several where qTranslate keeps them in one field.

use std::collections::HashSet;

use super::{
    languages::{Languages, Told, several},
    qtranslate,
};
use crate::wxr::Item;

/// An item as one language tells it.
#[derive(Debug)]
pub(crate) struct Version {
    pub(crate) item: Item,
    /// What the translation plug-in says of it.
    pub(crate) told: Option<Told>,
    /// Its id in the archive.
    pub(crate) foreign_id: String,
    /// Where its addresses are those of the item with the language before the path.
    pub(crate) prefix: Option<String>,
    /// Its headline is another language's.
    pub(crate) untitled: bool,
}

/// The versions of `item`. `seen` are the ids of the items before it: files that were put together from
/// several sites give one number to several items, and all but the first are told apart by their slugs.
pub(crate) fn of(
    item: Item,
    languages: &Languages,
    source: Option<&str>,
    seen: &mut HashSet<String>,
) -> Vec<Version> {
    let id = identity(&item, seen);
    let several = several(&item);
    if several.is_empty() {
        let told = languages.of_item(&item);
        return vec![Version { item, told, foreign_id: id, prefix: None, untitled: false }];
    }
    // An item without words in the source's language is told by its first one.
    let first =
        source.filter(|code| several.iter().any(|it| it == code)).or(several.first().map(String::as_str));
    let first = first.unwrap_or_default().to_owned();
    let group = Some(format!("qtranslate {id}"));
    several
        .into_iter()
        .map(|language| {
            let is_first = language == first;
            let titles = qtranslate::languages(&item.title);
            let untitled = !titles.is_empty() && !titles.contains(&language);
            let title_in = if untitled { titles.first().map_or("", String::as_str) } else { &language };
            let mut version = item.clone();
            version.title = qtranslate::words_in(&item.title, title_in).into_owned();
            version.content = qtranslate::words_in(&item.content, &language).into_owned();
            version.excerpt = qtranslate::words_in(&item.excerpt, &language).into_owned();
            for (_, value) in &mut version.postmeta {
                *value = qtranslate::words_in(value, &language).into_owned();
            }
            Version {
                item: version,
                foreign_id: if is_first { id.clone() } else { format!("{id} {language}") },
                prefix: (!is_first).then(|| language.clone()),
                told: Some(Told { language, group: group.clone() }),
                untitled,
            }
        })
        .collect()
}

fn identity(item: &Item, seen: &mut HashSet<String>) -> String {
    let id = match item.post_id {
        Some(id) => id.to_string(),
        None if !item.guid.is_empty() => item.guid.clone(),
        None => item.link.clone(),
    };
    if seen.insert(id.clone()) {
        return id;
    }
    let told_apart = format!("{id} {}", item.post_name);
    seen.insert(told_apart.clone());
    told_apart
}

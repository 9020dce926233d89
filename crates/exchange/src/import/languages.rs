//! What a site's translation plug-in says: in which language a post or a term is, and with which others
//! it is one thing. Polylang keeps that in taxonomies, WPML's export in fields; qTranslate, which keeps
//! all languages in one field, is read elsewhere.

use std::collections::{BTreeMap, HashMap};

use domain::LocaleTag;

use super::php;
use crate::wxr::{Item, Term};

const WPML_LANGUAGE: &str = "_wpml_import_language_code";
const WPML_SOURCE: &str = "_wpml_import_source_language_code";
const WPML_GROUP: &str = "_wpml_import_translation_group";

/// Most languages of a site; whatever looks like one beyond them gets no edition of its own.
const MOST_LANGUAGES: usize = 200;

/// The language of one thing and the group of its translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// The plug-in's code of the language.
    pub(crate) language: String,
    /// The common name of the translations.
    pub(crate) group: Option<String>,
}

/// The languages of a site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Languages {
    /// Languages by the plug-in's code, in the order in which they were met.
    locales: Vec<(String, Option<LocaleTag>)>,
    /// Polylang's groups, by the numbers of their posts.
    posts: HashMap<u64, Told>,
    /// The same by the numbers of terms.
    terms: HashMap<u64, Told>,
    /// How often a language was called a source by WPML.
    sources: BTreeMap<String, u64>,
}

impl Languages {
    /// Takes what a term of another taxonomy tells.
    pub(crate) fn term(&mut self, term: &Term) {
        match term.taxonomy.as_str() {
            "language" => {
                let fields = php::pairs(&term.description);
                let locale = fields.into_iter().find(|(key, _)| key == "locale");
                self.met(&term.slug, locale.and_then(|(_, locale)| locale_of(&locale)));
            }
            "post_translations" => gather(&mut self.posts, term),
            "term_translations" => gather(&mut self.terms, term),
            _ => {}
        }
    }

    /// Takes what an item tells of the languages that there are.
    pub(crate) fn item(&mut self, item: &Item) {
        if let Some(told) = by_fields(&item.postmeta) {
            self.met(&told.language, None);
            let source = field(&item.postmeta, WPML_SOURCE);
            let source = source.map_or(told.language, str::to_owned);
            *self.sources.entry(source).or_default() += 1;
        }
        for label in item.categories.iter().filter(|label| label.domain == "language") {
            self.met(&label.nicename, None);
        }
        for language in several(item) {
            self.met(&language, None);
        }
    }

    fn met(&mut self, language: &str, locale: Option<LocaleTag>) {
        let room = !language.is_empty() && self.locales.len() < MOST_LANGUAGES;
        match self.locales.iter_mut().find(|(code, _)| code == language) {
            Some((_, known)) => *known = known.take().or(locale),
            None if !room => {}
            None => self.locales.push((language.to_owned(), locale)),
        }
    }

    /// The language of a post, and its group.
    pub(crate) fn of_item(&self, item: &Item) -> Option<Told> {
        if let Some(told) = by_fields(&item.postmeta) {
            return Some(told);
        }
        let label = |domain: &str| item.categories.iter().find(|label| label.domain == domain);
        let listed = item.post_id.and_then(|id| self.posts.get(&id));
        let language = label("language").map(|label| label.nicename.clone());
        let language = language.or_else(|| listed.map(|told| told.language.clone()))?;
        let group = label("post_translations").map(|label| label.nicename.clone());
        Some(Told { language, group: group.or_else(|| listed.and_then(|told| told.group.clone())) })
    }

    /// The language of a term, and its group.
    pub(crate) fn of_term(&self, id: Option<u64>, meta: &[(String, String)]) -> Option<Told> {
        by_fields(meta).or_else(|| self.terms.get(&id?).cloned())
    }

    /// The language tag of a plug-in's code.
    pub(crate) fn locale(&self, language: &str) -> Option<LocaleTag> {
        let told = self.locales.iter().find(|(code, _)| code == language).and_then(|(_, it)| it.clone());
        told.or_else(|| locale_of(language))
    }

    /// The language that sections take their slugs of: the channel's where the plug-in has it, else the
    /// one that most posts call their source, else the first.
    pub(crate) fn source(&self, channel: &str) -> Option<&str> {
        let wished = locale_of(channel);
        let codes = || self.locales.iter().map(|(code, _)| code.as_str());
        let equal = codes().find(|code| wished.is_some() && self.locale(code) == wished);
        let near = || {
            let wished = wished.as_ref()?.language();
            codes().find(|code| self.locale(code).is_some_and(|locale| locale.language() == wished))
        };
        let most = || {
            let most = self.sources.iter().max_by_key(|(_, count)| **count);
            most.map(|(code, _)| code.as_str())
        };
        equal.or_else(near).or_else(most).or_else(|| codes().next())
    }
}

/// The languages for which the fields of an item hold words of their own (qTranslate).
pub(crate) fn several(item: &Item) -> Vec<String> {
    let fields = [&item.content, &item.title, &item.excerpt];
    fields
        .into_iter()
        .map(|field| super::qtranslate::languages(field))
        .find(|it| !it.is_empty())
        .unwrap_or_default()
}

/// WPML's fields. Its export writes `NULL` or nothing for the source of an original.
fn by_fields(meta: &[(String, String)]) -> Option<Told> {
    let language = field(meta, WPML_LANGUAGE)?.to_owned();
    let group = field(meta, WPML_GROUP).map(|group| format!("wpml {group}"));
    Some(Told { language, group })
}

/// The last filled value of a field: WordPress appends, and the last one counts for the plug-in.
pub(crate) fn field<'m>(meta: &'m [(String, String)], name: &str) -> Option<&'m str> {
    let values = meta.iter().rev().filter(|(key, _)| key == name).map(|(_, value)| value.trim());
    values.into_iter().find(|value| !value.is_empty() && !value.eq_ignore_ascii_case("null"))
}

/// Polylang's list of a group: language to number. A number in two groups belongs to the first.
fn gather(into: &mut HashMap<u64, Told>, term: &Term) {
    for (language, id) in php::pairs(&term.description) {
        let Ok(id) = id.parse::<u64>() else { continue };
        let told = Told { language, group: Some(term.slug.clone()) };
        into.entry(id).or_insert(told);
    }
}

/// WordPress writes `pt_BR` and `de_DE_formal`.
pub(crate) fn locale_of(text: &str) -> Option<LocaleTag> {
    // How formally a site speaks is no part of BCP 47.
    let is_tone = |part: &&str| matches!(*part, "formal" | "informal");
    let parts: Vec<_> = text.trim().split(['_', '-']).filter(|part| !is_tone(part)).collect();
    let tag = |n: usize| LocaleTag::parse(&parts.get(..n)?.join("-")).ok();
    (1..=parts.len().min(4)).rev().find_map(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(taxonomy: &str, slug: &str, description: &str) -> Term {
        let [taxonomy, slug, description] = [taxonomy, slug, description].map(str::to_owned);
        Term { taxonomy, slug, description, ..Term::default() }
    }

    #[test]
    fn wordpress_locales_become_tags() {
        for (locale, tag) in
            [("pt_BR", "pt-BR"), ("de_DE_formal", "de-DE"), ("hy", "hy"), ("zh-hans", "zh-Hans")]
        {
            assert_eq!(locale_of(locale).unwrap().as_str(), tag);
        }
        assert_eq!(locale_of(""), None);
    }

    #[test]
    fn a_post_without_its_label_is_found_in_its_group() {
        let mut languages = Languages::default();
        languages.term(&term("post_translations", "pll_1", r#"a:2:{s:2:"en";i:12;s:2:"fr";i:15;}"#));
        languages.term(&term("post_translations", "pll_2", r#"a:1:{s:2:"ru";i:15;}"#));
        let told = languages.of_item(&Item { post_id: Some(15), ..Item::default() }).unwrap();
        assert_eq!((told.language.as_str(), told.group.as_deref()), ("fr", Some("pll_1")));
        assert_eq!(languages.of_item(&Item { post_id: Some(16), ..Item::default() }), None);
    }

    #[test]
    fn the_source_is_the_channel_s_language_where_the_plug_in_has_it() {
        let mut languages = Languages::default();
        languages.term(&term("language", "fr", r#"a:1:{s:6:"locale";s:5:"fr_FR";}"#));
        languages.term(&term("language", "english", r#"a:1:{s:6:"locale";s:5:"en_GB";}"#));
        assert_eq!(languages.source("en-US"), Some("english"));
        assert_eq!(languages.source("hy"), Some("fr"));
        assert_eq!(Languages::default().source("en"), None);
    }

    #[test]
    fn a_field_that_comes_twice_counts_by_its_last_value() {
        let meta = [("k", "a"), ("k", "b"), ("k", " ")].map(|(k, v)| (k.to_owned(), v.to_owned()));
        assert_eq!(field(&meta, "k"), Some("b"));
    }
}

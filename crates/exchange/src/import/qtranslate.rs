//! Fields that hold several languages at once, as qTranslate and its successors write them:
//! `[:en]…[:fr]…[:]`, `<!--:en-->…<!--:--><!--:fr-->…<!--:-->`, `{:en}…{:}`.
//!
//! Total and linear. Words outside of every tag belong to all languages.

use std::borrow::Cow;

/// A tag: its language, empty for a closing one, and where it begins and ends.
struct Tag<'t> {
    language: &'t str,
    start: usize,
    end: usize,
}

const FORMS: [(&str, &str); 3] = [("[:", "]"), ("<!--:", "-->"), ("{:", "}")];

/// The languages for which `text` has words of their own, in their order; none where the text is of
/// one language, though it may speak of such tags.
pub(crate) fn languages(text: &str) -> Vec<String> {
    if !is_several(text) {
        return Vec::new();
    }
    let mut found: Vec<String> = Vec::new();
    for (language, words) in parts(text) {
        if !language.is_empty() && !words.trim().is_empty() && !found.iter().any(|it| it == language) {
            found.push(language.to_owned());
        }
    }
    found
}

/// The words of `text` in `language`; a text of one language as it stands.
pub(crate) fn words_in<'t>(text: &'t str, language: &str) -> Cow<'t, str> {
    if !is_several(text) {
        return Cow::Borrowed(text);
    }
    let own = parts(text).into_iter().filter(|(of, _)| of.is_empty() || *of == language);
    Cow::Owned(own.map(|(_, words)| words).collect())
}

/// Whether the tags are meant: the text begins with one, or one is opened and closed again.
fn is_several(text: &str) -> bool {
    let mut tags = tags(text);
    let Some(first) = tags.next() else { return false };
    let begins = text.get(..first.start).is_some_and(|before| before.trim().is_empty());
    !first.language.is_empty() && (begins || tags.any(|tag| tag.language.is_empty()))
}

/// Pieces of the text with their languages, empty for those of all.
fn parts(text: &str) -> Vec<(&str, &str)> {
    let (mut parts, mut language, mut from) = (Vec::new(), "", 0);
    for tag in tags(text) {
        parts.extend(text.get(from..tag.start).map(|words| (language, words)));
        (language, from) = (tag.language, tag.end);
    }
    parts.extend(text.get(from..).map(|words| (language, words)));
    parts.retain(|(_, words)| !words.is_empty());
    parts
}

fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let behind = text.get(at..)?;
            let start = at + behind.find(":")?;
            at = start + 1;
            if let Some(tag) = tag_around(text, start) {
                at = tag.end;
                return Some(tag);
            }
        }
    })
}

/// The tag whose colon stands at `colon`.
fn tag_around(text: &str, colon: usize) -> Option<Tag<'_>> {
    FORMS.iter().find_map(|(open, close)| {
        let start = (colon + 1).checked_sub(open.len())?;
        text.get(start..=colon).filter(|it| it == open)?;
        let behind = text.get(colon + 1..)?;
        let length = behind.bytes().take_while(u8::is_ascii_lowercase).count();
        let closes = behind.get(length..)?.starts_with(close);
        let fits = closes && matches!(length, 0 | 2 | 3);
        fits.then_some(Tag { language: behind.get(..length)?, start, end: colon + 1 + length + close.len() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_form_is_divided() {
        for text in
            ["[:en]One[:fr]Un[:]", "<!--:en-->One<!--:--><!--:fr-->Un<!--:-->", "{:en}One{:}{:fr}Un{:}"]
        {
            assert_eq!(languages(text), ["en", "fr"], "{text}");
            assert_eq!((&*words_in(text, "en"), &*words_in(text, "fr")), ("One", "Un"), "{text}");
        }
    }

    #[test]
    fn an_older_text_is_not_closed() {
        assert_eq!(languages("[:en]One[:fr]Un"), ["en", "fr"]);
        assert_eq!(words_in("[:en]One[:fr]Un", "fr"), "Un");
    }

    #[test]
    fn words_outside_belong_to_all() {
        let text = "<!--:en-->a<!--:--><!--:hy-->ա<!--:--><!--more--><!--:en-->b<!--:--><!--:hy-->բ<!--:-->";
        assert_eq!(words_in(text, "en"), "a<!--more-->b");
        assert_eq!(words_in(text, "hy"), "ա<!--more-->բ");
    }

    #[test]
    fn an_empty_language_is_none() {
        assert_eq!(languages("[:en]One[:fr] [:ru][:]"), ["en"]);
    }

    #[test]
    fn a_text_that_speaks_of_tags_is_of_one_language() {
        for text in ["Write [:en] before it", "at 10:30", "[:]", "a [:english] b", "[: en]", "<!--:-->"] {
            assert_eq!(languages(text), [""; 0], "{text}");
            assert_eq!(words_in(text, "en"), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_divided(text in "([:\\[\\]{}a-z<>հ -]|\\[:en\\]|\\[:\\]|<!--:fr-->){0,30}") {
            for language in languages(&text) {
                prop_assert!(words_in(&text, &language).len() <= text.len());
            }
        }
    }
}

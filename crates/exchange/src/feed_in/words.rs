//! Words of fields: which of them are HTML, and who is named by them.

use super::{attributes::attribute, walk::Field};

/// The words of a field as an HTML fragment. `atom` is whether the feed is one of Atom, where words are
/// HTML only if that is said.
pub(super) fn html_of(field: Field<'_>, atom: bool) -> String {
    let Field { name, tag, words, markup, .. } = field;
    if markup {
        return words;
    }
    let (kind, mode) = (attribute(tag, "type"), attribute(tag, "mode"));
    if mode == "base64" {
        return String::new();
    }
    let is_html = match kind.as_str() {
        // What says nothing is text by the standard, and often HTML all the same.
        "" => !atom || has_tags(&words),
        "text" | "text/plain" => false,
        _ => true,
    };
    match name {
        _ if is_html => words,
        "content" => paragraphs(&words),
        _ => escaped(&words),
    }
}

fn has_tags(words: &str) -> bool {
    ["</", "/>", "<br>", "<p>"].iter().any(|sign| words.contains(sign))
}

/// Text as HTML, its paragraphs told apart by blank lines and its lines kept.
pub(super) fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let parts = lines.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| format!("<p>{}</p>", escaped(part).replace('\n', "<br>"))).collect()
}

/// Text as HTML in one line.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    crate::xml::escape(&mut out, text);
    out
}

/// The name in `mail@host (Name)`, `Name <mail@host>` or `Name`; an address for mail is nobody's name.
pub(super) fn name_of(words: &str) -> Option<String> {
    let words = words.trim();
    let is_mail = |text: &str| text.contains('@') && !text.trim().contains(char::is_whitespace);
    let split = |open: char, close: char| {
        let (before, rest) = words.split_once(open)?;
        Some([before.trim(), rest.split(close).next().unwrap_or_default().trim()])
    };
    let parts = split('(', ')').or_else(|| split('<', '>')).filter(|parts| parts.iter().any(|p| is_mail(p)));
    let name = match parts {
        Some(parts) => parts.into_iter().find(|part| !part.is_empty() && !is_mail(part))?,
        None => words,
    };
    let name = name.trim_matches('"').trim();
    (!name.is_empty() && !is_mail(name)).then(|| name.chars().take(200).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_is_named_without_the_address_for_mail() {
        for (words, name) in [
            ("ed@example.org (Edda Nour)", Some("Edda Nour")),
            ("Edda Nour <ed@example.org>", Some("Edda Nour")),
            ("Edda Nour (Cairo)", Some("Edda Nour (Cairo)")),
            ("ed@example.org", None),
            ("  ", None),
        ] {
            assert_eq!(name_of(words).as_deref(), name, "{words}");
        }
    }
}

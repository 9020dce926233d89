//! Words of an element: entities, line ends and characters that XML does not allow.

use super::notice::{Notices, What};

/// The longest name an entity may have.
const LONGEST_ENTITY: usize = 40;

/// Appends words in which entities stand; `at` is their byte in the entry's text.
pub(crate) fn push_escaped(out: &mut String, words: &str, at: usize, notices: &mut Notices) {
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('&') {
        push_plain(out, before, at + (words.len() - rest.len()), notices);
        let here = at + (words.len() - after.len()) - 1;
        rest = push_entity(out, after, here, notices);
    }
    push_plain(out, rest, at + (words.len() - rest.len()), notices);
}

/// Appends words as they stand, with XML's line ends (2.11) and without characters that it bars (2.2).
pub(crate) fn push_plain(out: &mut String, words: &str, at: usize, notices: &mut Notices) {
    if !words.bytes().any(|b| b < 0x20 && b != b'\n' && b != b'\t') {
        out.push_str(words);
        return;
    }
    let mut characters = words.char_indices().peekable();
    while let Some((i, c)) = characters.next() {
        match c {
            '\r' => {
                characters.next_if(|(_, next)| *next == '\n');
                out.push('\n');
            }
            c => out.push(allowed(c, at + i, notices)),
        }
    }
}

fn allowed(c: char, at: usize, notices: &mut Notices) -> char {
    if matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}') {
        notices.add(What::ControlCharacter, at);
        return char::REPLACEMENT_CHARACTER;
    }
    c
}

/// Appends what the entity means whose `&` was just passed; gives what follows it.
fn push_entity<'w>(out: &mut String, after: &'w str, at: usize, notices: &mut Notices) -> &'w str {
    let name_ends = after.bytes().take(LONGEST_ENTITY).position(|b| !b.is_ascii_alphanumeric() && b != b'#');
    let named = name_ends.filter(|&end| end > 0).and_then(|end| after.split_at_checked(end));
    let Some((name, rest)) = named.and_then(|(name, rest)| Some((name, rest.strip_prefix(';')?))) else {
        notices.add(What::BareAmpersand, at);
        out.push('&');
        return after;
    };
    match meaning(name) {
        Some(Meaning::Letters(letters)) => out.push_str(letters),
        Some(Meaning::Character(c)) => out.push(allowed(c, at, notices)),
        Some(Meaning::Nothing) => {
            notices.add(What::BadReference(name.to_owned()), at);
            out.push(char::REPLACEMENT_CHARACTER);
        }
        None => {
            notices.add(What::UnknownEntity(name.to_owned()), at);
            out.extend(["&", name, ";"]);
        }
    }
    rest
}

enum Meaning {
    Letters(&'static str),
    Character(char),
    Nothing,
}

fn meaning(name: &str) -> Option<Meaning> {
    let Some(number) = name.strip_prefix('#') else {
        return quick_xml::escape::resolve_html5_entity(name).map(Meaning::Letters);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    Some(code.ok().and_then(char::from_u32).map_or(Meaning::Nothing, Meaning::Character))
}

/// The value of an attribute, its entities read.
pub(crate) fn attribute_value(value: &str, at: usize, notices: &mut Notices) -> String {
    let mut out = String::with_capacity(value.len());
    push_escaped(&mut out, value, at, notices);
    out
}

/// `words` without white space around them; the same string where there is none.
pub(crate) fn trimmed(words: String) -> String {
    let trimmed = words.trim();
    if trimmed.len() == words.len() { words } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> (String, Vec<What>) {
        let (mut out, mut notices) = (String::new(), Notices::default());
        push_escaped(&mut out, words, 0, &mut notices);
        (out, notices.into_notices(words, 1, None).into_iter().map(|n| n.what).collect())
    }

    #[test]
    fn entities_of_xml_and_html_and_numbers_are_read() {
        assert_eq!(read("&lt;&amp;&gt;&quot;&apos; &nbsp;&hellip; &#8212;&#x2014;").0, "<&>\"' \u{a0}… ——");
    }

    #[test]
    fn an_ampersand_that_begins_nothing_is_itself() {
        let url = "http://example.org/?a=1&b=2&copy=3&";
        assert_eq!(read(url), (url.to_owned(), vec![What::BareAmpersand]));
    }

    #[test]
    fn an_unknown_entity_is_left_as_it_stands() {
        assert_eq!(read("&lol9;"), ("&lol9;".into(), vec![What::UnknownEntity("lol9".into())]));
    }

    #[test]
    fn references_to_nothing_become_the_replacement_character() {
        assert_eq!(read("&#xD800;").0, "\u{fffd}");
        assert_eq!(read("&#0;"), ("\u{fffd}".into(), vec![What::ControlCharacter]));
        assert_eq!(read("&#99999999999;").0, "\u{fffd}");
    }

    #[test]
    fn line_ends_are_made_one_and_control_characters_replaced() {
        assert_eq!(read("a\r\nb\rc\u{0}d\u{b}").0, "a\nb\nc\u{fffd}d\u{fffd}");
    }
}

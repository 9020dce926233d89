//! Text into XML 1.0, for all that is written as XML: feeds and sitemaps.

/// An element with text alone, on a line of its own.
pub(crate) fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

/// An attribute with the space before it.
pub(crate) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// Escapes for text and for quoted attributes. Control characters, U+FFFE and U+FFFF are
/// in no XML 1.0 document (§2.2), not even as references: they are left out.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'.. => out.push(c),
            _ => {}
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use quick_xml::{Reader, escape::unescape, events::Event};

    /// Words that break whoever does not expect them.
    pub(crate) const HOSTILE: &str = "«Fish» & <b>chips</b> ]]> \"at\" 6 o'clock \u{202e}עברית\u{200f} 👩‍🚀 é\u{301}\u{302} <!-- ?> &amp; հայ";

    /// The texts of all elements of this name, read back by a parser that is not ours.
    pub(crate) fn texts(xml: &str, name: &str) -> Vec<String> {
        let mut reader = Reader::from_str(xml);
        let (mut texts, mut inside) = (Vec::new(), false);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(e) if e.name().0 == name => {
                    inside = true;
                    texts.push(String::new());
                }
                Event::End(_) => inside = false,
                Event::Text(t) if inside => texts.last_mut().unwrap().push_str(&t),
                Event::GeneralRef(r) if inside => {
                    let named = format!("&{};", &*r);
                    texts.last_mut().unwrap().push_str(&unescape(&named).unwrap());
                }
                Event::Eof => return texts,
                _ => {}
            }
        }
    }

    /// The values of an attribute in all elements of this name.
    pub(crate) fn values(xml: &str, name: &str, attribute: &str) -> Vec<String> {
        let mut reader = Reader::from_str(xml);
        let mut values = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Start(e) | Event::Empty(e) if e.name().0 == name => {
                    let found = e.attributes().map(Result::unwrap).find(|a| a.key.0 == attribute);
                    values.extend(found.map(|a| unescape(&a.value).unwrap().into_owned()));
                }
                Event::Eof => return values,
                _ => {}
            }
        }
    }

    #[test]
    fn hostile_words_come_back_to_the_character_from_text_and_from_attributes() {
        let mut xml = String::from("<a");
        attribute(&mut xml, "b", HOSTILE);
        xml.push('>');
        element(&mut xml, "c", HOSTILE);
        xml.push_str("</a>");
        assert_eq!(texts(&xml, "c"), [HOSTILE]);
        assert_eq!(values(&xml, "a", "b"), [HOSTILE]);
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_left_out() {
        let mut xml = String::new();
        escape(&mut xml, "a\u{0}b\u{8}c\u{1b}d\u{fffe}e\u{ffff}f\tg\u{7f}");
        assert_eq!(xml, "abcdef\tg\u{7f}");
    }
}

//! Escaping, the same in text and in quoted attributes.

use crate::inline::is_forbidden;

/// Appends `text`; what HTML cannot carry is left out.
pub(super) fn push(out: &mut String, text: &str) {
    out.reserve(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A bare one would be read as a line feed.
            '\r' => out.push_str("&#13;"),
            c if is_forbidden(c) => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_every_other_character_stays() {
        let mut out = String::new();
        push(&mut out, "a<b>\"'&\r\u{1}\u{ffff}\u{a0}\u{ad}\u{200f}“é”");
        assert_eq!(out, "a&lt;b&gt;&quot;'&amp;&#13;\u{a0}\u{ad}\u{200f}“é”");
    }
}

//! The marks of the pseudo-locale, with which law 6 is tested: under
//! [`crate::Messages::pseudo`] every letter of a message, a date or a list's "and" stands
//! between [`OPEN`] and [`CLOSE`]; what was put into a message stays outside of them.

use std::borrow::Cow;

/// Begins a marked run.
pub const OPEN: char = '⟦';

/// Ends a marked run.
pub const CLOSE: char = '⟧';

/// `text` between the marks, its outer white space kept outside; as it stands where it
/// holds no letter, since punctuation needs no translator.
pub(crate) fn mark(text: &str) -> Cow<'_, str> {
    if !text.chars().any(char::is_alphabetic) {
        return Cow::Borrowed(text);
    }
    let head = text.trim_start();
    let body = head.trim_end();
    let before: String = text.chars().take_while(|c| c.is_whitespace()).collect();
    let after: String = head.chars().rev().take_while(|c| c.is_whitespace()).collect();
    Cow::Owned(format!("{before}{OPEN}{body}{CLOSE}{}", after.chars().rev().collect::<String>()))
}

/// `text` without its marked runs: only data may be left. A run that is not closed is
/// kept, so that a mark cut in two is noticed.
pub fn unmarked(text: &str) -> String {
    let mut rest = text;
    let mut left = String::new();
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((_, tail)) = after.split_once(CLOSE) else { break };
        left.push_str(before);
        rest = tail;
    }
    left.push_str(rest);
    left
}

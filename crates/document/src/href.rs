//! Addresses that a document may hold: what a click or a file may lead to. No I/O, no
//! look-up: an [`Href`] is safe to print in an attribute, not known to exist.

use std::fmt::{self, Write as _};

use serde::{Deserialize, Serialize};

/// Longest address, in bytes, after escaping.
pub const MAX_HREF_BYTES: usize = 8 * 1024;

/// Schemes that a link may have; every other runs something, or opens a program unasked.
const LINK_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// An absolute `http`, `https`, `mailto` or `tel` address or a relative reference (RFC 3986 §4.1),
/// with what no URL may hold percent-encoded, 1 to [`MAX_HREF_BYTES`] bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Href(String);

/// Why an address was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum HrefError {
    /// Nothing is left of it.
    #[error("the address is empty")]
    Empty,
    /// Longer than [`MAX_HREF_BYTES`].
    #[error("the address has {0} bytes; at most {MAX_HREF_BYTES} are allowed")]
    TooLong(usize),
    /// A scheme outside http, https, mailto and tel.
    #[error("the address has the scheme {0:?}: use http, https, mailto, tel or a relative address")]
    Scheme(String),
    /// `http` or `https` without a host.
    #[error("the web address names no host: write it as https://host/path")]
    NoHost,
    /// A host with a character that no host has (URL Standard §3.2), such as `%` or `<`.
    #[error("the web address has a host that cannot be: check the part after //")]
    Host,
}

impl Href {
    /// Reads an address as browsers do (URL Standard §4.4): spaces and control characters around
    /// it go, tabs and line ends within it go, `\` before the query counts as `/`, and what no
    /// URL may hold is percent-encoded.
    pub fn parse(text: &str) -> Result<Self, HrefError> {
        let trimmed = text.trim_matches(|c: char| c <= ' ');
        if trimmed.is_empty() {
            return Err(HrefError::Empty);
        }
        if trimmed.len() > MAX_HREF_BYTES {
            return Err(HrefError::TooLong(trimmed.len()));
        }
        let bare: String = trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
        let href = match scheme(&bare) {
            Some((name, rest)) => {
                let name = name.to_ascii_lowercase();
                if !LINK_SCHEMES.contains(&name.as_str()) {
                    return Err(HrefError::Scheme(name.chars().take(40).collect()));
                }
                let web = name.starts_with("http");
                let rest = escape(rest, web);
                if web && !has_host(&rest) {
                    return Err(HrefError::NoHost);
                }
                format!("{name}:{rest}")
            }
            None => escape(&bare, true),
        };
        if href.starts_with("//") && !has_host(&href) {
            return Err(HrefError::NoHost);
        }
        if href.len() > MAX_HREF_BYTES {
            return Err(HrefError::TooLong(href.len()));
        }
        let href = Self(href);
        if href.host().is_some_and(|host| host.contains('%')) {
            return Err(HrefError::Host);
        }
        Ok(href)
    }

    /// The address's text, free of spaces, quotes and control characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it names a host of its own: `https://…`, `http://…` or `//…`.
    pub fn is_external(&self) -> bool {
        self.is_absolute_web() || self.0.starts_with("//")
    }

    /// Whether it begins with `http:` or `https:`.
    pub fn is_absolute_web(&self) -> bool {
        self.0.starts_with("https:") || self.0.starts_with("http:")
    }

    /// Whether a file can lie behind it: a web address or a relative one, not `mailto:` or `tel:`.
    pub fn is_file(&self) -> bool {
        self.is_absolute_web() || scheme(&self.0).is_none()
    }

    /// The host of an external address without user and port, as written.
    pub fn host(&self) -> Option<&str> {
        let (_, rest) = self.0.split_once("//").filter(|_| self.is_external())?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?;
        Some(host.split(':').next().unwrap_or(host))
    }

    /// Path, and query where there is one, of an external address.
    pub(crate) fn path_and_query(&self) -> (&str, &str) {
        let rest = self.0.split_once("//").map_or("", |(_, rest)| rest);
        let rest = rest.split('#').next().unwrap_or(rest);
        let path = rest.split_once('/').map_or("", |(_, path)| path);
        path.split_once('?').unwrap_or((path, ""))
    }
}

/// Splits `scheme:rest` (RFC 3986 §3.1).
fn scheme(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(':')?;
    let form = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    form.then_some((name, rest))
}

fn has_host(rest: &str) -> bool {
    rest.strip_prefix("//")
        .and_then(|it| it.split(['/', '?', '#']).next())
        .is_some_and(|authority| !authority.rsplit('@').next().unwrap_or("").starts_with(':'))
        && !rest.trim_start_matches('/').is_empty()
        && !rest.starts_with("///")
        && !rest.starts_with("//?")
        && !rest.starts_with("//#")
}

/// Percent-encodes what neither RFC 3986 nor RFC 3987 allow; brackets stay in the authority only.
fn escape(text: &str, web: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut before_query, mut fragment) = (true, false);
    let mut slashes = 0_u32;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '?' => before_query = false,
            '/' => slashes = slashes.saturating_add(1),
            _ => {}
        }
        let c = if c == '\\' && web && before_query && !fragment { '/' } else { c };
        let hex = |c: Option<char>| c.is_some_and(|c| c.is_ascii_hexdigit());
        let bad = match c {
            '%' => {
                let mut ahead = rest.clone();
                !(hex(ahead.next()) && hex(ahead.next()))
            }
            '[' | ']' => slashes != 2 || fragment,
            '#' => std::mem::replace(&mut fragment, true),
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => true,
            c => c <= ' ' || c.is_control() || c.is_whitespace() || is_noncharacter(c),
        };
        if bad {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn is_noncharacter(c: char) -> bool {
    let n = u32::from(c);
    matches!(n, 0xfdd0..=0xfdef) || n & 0xfffe == 0xfffe
}

impl fmt::Display for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Href {
    type Error = HrefError;

    fn try_from(text: String) -> Result<Self, HrefError> {
        Self::parse(&text)
    }
}

impl From<Href> for String {
    fn from(it: Href) -> Self {
        it.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_is_refused_however_it_is_disguised() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript\r:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "blob:https://a/b",
            "file:///etc/passwd",
        ] {
            assert!(matches!(Href::parse(bad), Err(HrefError::Scheme(_))), "{bad:?}");
        }
        for bad in ["https:", "https://", "http:///x", "https:x", "//", "///x", "\\\\", "https://:80/"] {
            assert_eq!(Href::parse(bad), Err(HrefError::NoHost), "{bad:?}");
        }
        for bad in ["https://<?php?>a.org/", "//a%20b/"] {
            assert_eq!(Href::parse(bad), Err(HrefError::Host), "{bad:?}");
        }
        assert_eq!(Href::parse(" \n"), Err(HrefError::Empty));
        assert!(matches!(Href::parse(&"a".repeat(9000)), Err(HrefError::TooLong(9000))));
    }

    #[test]
    fn good_addresses_stay_as_they_are() {
        for good in [
            "https://example.org/a?b=c&d=%20#e",
            "http://[::1]:80/",
            "mailto:a@example.org",
            "tel:+37410000000",
            "/post/новости",
            "?p=1",
            "#note-1",
            "a/b:c",
            "//example.org/x",
        ] {
            assert_eq!(Href::parse(good).unwrap().as_str(), good);
        }
    }

    #[test]
    fn what_no_url_holds_is_encoded_once() {
        for (from, to) in [
            ("/a b", "/a%20b"),
            ("/100%", "/100%25"),
            ("/?a[]=1", "/?a%5B%5D=1"),
            ("https://a.org\\b?c\\d", "https://a.org/b?c%5Cd"),
            ("/a\"b<c>", "/a%22b%3Cc%3E"),
            ("#a#b", "#a%23b"),
            ("HTTP://a.org/x", "http://a.org/x"),
        ] {
            let once = Href::parse(from).unwrap();
            assert_eq!(once.as_str(), to);
            assert_eq!(Href::parse(once.as_str()).unwrap(), once);
        }
    }

    #[test]
    fn the_host_is_found_without_user_and_port() {
        assert_eq!(Href::parse("https://u:p@a.org:8080/x?y#z").unwrap().host(), Some("a.org"));
        assert_eq!(Href::parse("//a.org?x").unwrap().host(), Some("a.org"));
        assert_eq!(Href::parse("/a//b").unwrap().host(), None);
    }
}

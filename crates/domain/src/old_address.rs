//! Addresses of an imported archive, in the one form in which they are compared: after
//! percent-decoding, without scheme, port, `www.` and final slash, and with no parameter
//! but those that WordPress and its kin use as addresses (law 8).

/// Query parameters that name a thing; all others are ignored.
const NAMING: [&str; 6] = ["attachment_id", "author", "cat", "p", "page_id", "tag"];
/// Longest address that is looked up, in bytes.
const MAX_BYTES: usize = 4_096;

/// An old address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OldAddress {
    /// The host, in lower case, without `www.` and port; empty for any.
    pub host: String,
    /// The path, percent-decoded, beginning with a slash, without a final one; `/` is empty.
    pub path: String,
    /// The naming parameters, sorted: `p=123`.
    pub query: String,
}

impl OldAddress {
    /// From an absolute URL with `http` or `https`. None for anything else.
    pub fn parse(url: &str) -> Option<Self> {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
        let cut = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, target) = rest.split_at_checked(cut)?;
        Self::of_request(authority, target)
    }

    /// From a request's host and its target (path and query).
    pub fn of_request(host: &str, target: &str) -> Option<Self> {
        if target.len() > MAX_BYTES || host.len() > 255 {
            return None;
        }
        let target = target.split('#').next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let path = percent_decode(path)?;
        Some(Self {
            host: bare_host(host),
            path: path.trim_end_matches('/').to_owned(),
            query: naming_query(query),
        })
    }
}

/// Last segments that WordPress puts behind an address for another form of the same thing.
const FORMS: [&str; 4] = ["amp", "embed", "feed", "trackback"];
/// What may stand behind `feed`.
const FEEDS: [&str; 4] = ["atom", "rdf", "rss", "rss2"];

/// An address that is another form of one: its feed, a later page of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldForm {
    /// The path of which it is a form.
    pub path: String,
    /// Whether it is the feed.
    pub feed: bool,
    /// Whether it is a page of an article, which no day or month is.
    pub numbered: bool,
}

impl OldAddress {
    /// Kept as the query of a front whose archives by date lie below it; no request's query is such.
    pub const DATES: &str = "dates";

    /// The addresses of which this may be a form, the likeliest first: without `/feed/rss2/`,
    /// `/page/3/`, `/comment-page-2/`, `/amp/`, and at last without the number of a page of an article
    /// (`/2010/a/2/`).
    pub fn forms(&self) -> Vec<OldForm> {
        let mut parts: Vec<&str> = self.path.split('/').collect();
        let (whole, mut feed, mut forms) = (parts.len(), false, Vec::new());
        let form = |parts: &[&str], numbered, feed| OldForm { path: parts.join("/"), feed, numbered };
        while let [.., before, last] = *parts.as_slice() {
            let pair = (FEEDS.contains(&last) && before == "feed") || (is_number(last) && before == "page");
            let comments = last.strip_prefix("comment-page-").is_some_and(is_number);
            if !pair && !comments && !FORMS.contains(&last) {
                break;
            }
            feed |= last == "feed" || (pair && before == "feed");
            parts.truncate(parts.len() - if pair { 2 } else { 1 });
        }
        if parts.len() < whole {
            forms.push(form(&parts, false, feed));
        }
        if let [rest @ .., last] = parts.as_slice()
            && rest.len() > 1
            && is_number(last)
        {
            forms.push(form(rest, true, feed));
        }
        forms
    }
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn bare_host(authority: &str) -> String {
    let host = authority.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let host = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name.to_owned(),
        Some(_) | None => host,
    };
    host.strip_prefix("www.").map(str::to_owned).unwrap_or(host)
}

fn naming_query(query: &str) -> String {
    let mut pairs: Vec<_> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, value)| NAMING.contains(name) && !value.is_empty())
        .filter_map(|(name, value)| Some(format!("{name}={}", percent_decode(value)?)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs.join("&")
}

/// Decodes `%XX`; none where that gives no UTF-8, or U+0000.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        let hex = std::str::from_utf8(&digits).ok()?;
        bytes.push(u8::from_str_radix(hex, 16).ok()?);
    }
    String::from_utf8(bytes).ok().filter(|decoded| !decoded.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn old(host: &str, path: &str, query: &str) -> Option<OldAddress> {
        Some(OldAddress { host: host.into(), path: path.into(), query: query.into() })
    }

    #[test]
    fn scheme_port_www_and_final_slash_do_not_matter() {
        for url in [
            "http://example.com/2010/a/",
            "https://www.Example.com:8443/2010/a",
            "http://example.com/2010/a#x",
        ] {
            assert_eq!(OldAddress::parse(url), old("example.com", "/2010/a", ""), "{url}");
        }
    }

    #[test]
    fn percent_encoding_in_either_case_means_the_same() {
        assert_eq!(OldAddress::parse("http://a.am/%D5%B0/"), OldAddress::parse("http://a.am/%d5%b0"));
        assert_eq!(OldAddress::parse("http://a.am/%d5%b0"), old("a.am", "/հ", ""));
    }

    #[test]
    fn only_naming_parameters_are_kept() {
        let url = "http://a.am/?utm_source=x&p=12&preview=true";
        assert_eq!(OldAddress::parse(url), old("a.am", "", "p=12"));
    }

    #[test]
    fn feeds_and_later_pages_are_forms_of_an_address() {
        let forms = |path: &str| {
            let address = OldAddress { host: String::new(), path: path.to_owned(), query: String::new() };
            let forms = address.forms().into_iter();
            forms.map(|f| format!("{}{}", f.path, if f.feed { "*" } else { "" })).collect::<Vec<_>>()
        };
        assert_eq!(forms("/category/a/feed/rss2"), ["/category/a*"]);
        assert_eq!(forms("/category/a/page/12"), ["/category/a"]);
        assert_eq!(forms("/feed"), ["*"]);
        assert_eq!(forms("/2010/a/comment-page-2"), ["/2010/a"]);
        assert_eq!(forms("/2010/a/2"), ["/2010/a"]);
        assert_eq!(forms("/2010/a/page/2/amp"), ["/2010/a"]);
        assert_eq!(forms("/2010/05/page/2"), ["/2010/05", "/2010"]);
        for path in ["", "/a", "/2010/a", "/rss2", "/page"] {
            assert_eq!(forms(path), [""; 0], "{path}");
        }
    }

    #[test]
    fn what_cannot_be_decoded_is_no_old_address() {
        for url in
            ["http://a.am/%zz", "http://a.am/%ff", "http://a.am/%00", "http://a.am/%4", "ftp://a.am/", "a.am"]
        {
            assert_eq!(OldAddress::parse(url), None, "{url}");
        }
    }
}

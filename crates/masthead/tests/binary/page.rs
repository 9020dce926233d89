//! A page as a reader sees it: its words without markup, and its links.

use std::net::SocketAddr;

/// `GET path` with a `Host`; status and, of a redirect, where it leads.
pub(crate) fn answer_of(addr: SocketAddr, host: &str, path: &str) -> (u16, String) {
    let response = rig::http::get(addr, path, &[("host", host)]).unwrap();
    (response.status, response.header("location").unwrap_or_default().to_owned())
}

/// The words of HTML: tags go, references are resolved, all else stays to the character.
pub(crate) fn words(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (number, piece) in html.split('<').enumerate() {
        let outside = match number {
            0 => piece,
            _ => piece.split_once('>').map_or("", |(_, outside)| outside),
        };
        text.push_str(outside);
    }
    resolved(&text)
}

/// The `href` of each `<a>` with this `hreflang`.
pub(crate) fn links_to<'a>(html: &'a str, language: &str) -> Vec<&'a str> {
    let wanted = format!(" hreflang=\"{language}\"");
    html.split("<a ")
        .skip(1)
        .filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag))
        .filter(|tag| tag.contains(&wanted))
        .filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next())
        .collect()
}

/// The references that our pages write.
fn resolved(text: &str) -> String {
    let pairs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (reference, character)| text.replace(reference, character))
}

#[test]
fn words_are_what_stands_outside_of_tags() {
    assert_eq!(words("<p lang=\"en\">a &lt;b&gt; &amp;lt; &#x27;c&#x27;</p> d"), "a <b> &lt; 'c' d");
    let nav = "<a href=\"/en/\" hreflang=\"en\">x</a><a href=\"/ar/\" lang=\"ar\" hreflang=\"ar\">y</a>";
    assert_eq!(links_to(nav, "ar"), ["/ar/"]);
}

//! RSS 2.0 out: a channel and its items as text, with Atom's link to itself.
//!
//! What goes in is plain text; it is escaped here, and characters that XML 1.0 (§2.2)
//! cannot hold are dropped. Which items a feed has is decided by whoever calls.

use std::fmt::Write as _;

use domain::Moment;

/// A feed.
#[derive(Clone, Debug)]
pub struct Channel {
    /// What it is called.
    pub title: String,
    /// The absolute address of the page that it belongs to.
    pub link: String,
    /// Its own absolute address.
    pub own_link: String,
    /// One line about it.
    pub description: String,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// When the newest thing in it changed.
    pub changed: Option<Moment>,
    /// What it holds, newest first.
    pub items: Vec<Item>,
}

/// An article in a feed.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its headline.
    pub title: String,
    /// Its absolute address.
    pub link: String,
    /// What names it for ever, also when its address changes: a URI, not to be opened.
    pub id: String,
    /// The lines under its headline.
    pub description: Option<String>,
    /// When it first appeared.
    pub published: Moment,
    /// The names of its sections.
    pub categories: Vec<String>,
}

impl Channel {
    /// The feed as an XML document in UTF-8.
    pub fn to_xml(&self) -> String {
        let mut out = String::with_capacity(1_024 + self.items.len() * 768);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.push_str("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n");
        element(&mut out, "title", &self.title);
        element(&mut out, "link", &self.link);
        out.push_str("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"");
        escape(&mut out, &self.own_link);
        out.push_str("\"/>\n");
        element(&mut out, "description", &self.description);
        element(&mut out, "language", &self.language);
        if let Some(changed) = self.changed {
            element(&mut out, "lastBuildDate", &rfc822(changed));
        }
        for item in &self.items {
            item.write(&mut out);
        }
        out.push_str("</channel>\n</rss>\n");
        out
    }
}

impl Item {
    fn write(&self, out: &mut String) {
        out.push_str("<item>\n");
        element(out, "title", &self.title);
        element(out, "link", &self.link);
        out.push_str("<guid isPermaLink=\"false\">");
        escape(out, &self.id);
        out.push_str("</guid>\n");
        element(out, "pubDate", &rfc822(self.published));
        if let Some(description) = &self.description {
            // Readers take a description for HTML, so plain text is escaped for HTML first.
            let mut html = String::with_capacity(description.len());
            escape(&mut html, description);
            element(out, "description", &html);
        }
        for category in &self.categories {
            element(out, "category", category);
        }
        out.push_str("</item>\n");
    }
}

fn element(out: &mut String, name: &str, text: &str) {
    // Writing into a string cannot fail.
    let _ = write!(out, "<{name}>");
    escape(out, text);
    let _ = writeln!(out, "</{name}>");
}

/// Escapes for text and for quoted attributes. Control characters, U+FFFE and U+FFFF are
/// in no XML 1.0 document, not even as references.
fn escape(out: &mut String, text: &str) {
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

/// RSS 2.0 dates: RFC 822 with a four-digit year, in GMT.
fn rfc822(moment: Moment) -> String {
    moment.timestamp().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quick_xml::{Reader, events::Event};

    fn channel(title: &str, description: &str) -> Channel {
        Channel {
            title: "The Meridian".to_owned(),
            link: "https://news.example/en/".to_owned(),
            own_link: "https://news.example/en/feed.xml".to_owned(),
            description: "The latest".to_owned(),
            language: "en-GB".to_owned(),
            changed: Some(Moment::from_micros(1_700_000_000_000_000)),
            items: vec![Item {
                title: title.to_owned(),
                link: "https://news.example/en/post/a".to_owned(),
                id: "urn:uuid:0199b1c2-0000-7000-8000-000000000001".to_owned(),
                description: Some(description.to_owned()),
                published: Moment::from_micros(1_600_000_000_000_000),
                categories: vec!["World".to_owned()],
            }],
        }
    }

    /// The texts of all elements of this name, read back by a parser that is not ours.
    fn texts(xml: &str, name: &str) -> Vec<String> {
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
                    texts.last_mut().unwrap().push_str(&quick_xml::escape::unescape(&named).unwrap());
                }
                Event::Eof => return texts,
                _ => {}
            }
        }
    }

    #[test]
    fn a_title_comes_back_to_the_character() {
        let title = "«Fish» & <b>chips</b> \"at\" 6 o'clock – հայերեն עברית 🎉";
        let xml = channel(title, "plain").to_xml();
        assert_eq!(texts(&xml, "title"), ["The Meridian", title]);
        assert_eq!(texts(&xml, "category"), ["World"]);
        assert_eq!(texts(&xml, "guid"), ["urn:uuid:0199b1c2-0000-7000-8000-000000000001"]);
    }

    #[test]
    fn law_7_untrusted_in_safe_out_a_description_is_text_also_to_readers_that_show_html() {
        let xml = channel("a", "<script>alert(1)</script>").to_xml();
        let description = texts(&xml, "description").pop().unwrap();
        assert_eq!(description, "&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_dropped() {
        let xml = channel("a\u{0}b\u{8}c\u{1b}d\u{fffe}e\u{ffff}f\tg", "").to_xml();
        assert_eq!(texts(&xml, "title").pop().unwrap(), "abcdef\tg");
    }

    #[test]
    fn dates_are_rfc_822_in_gmt() {
        let xml = channel("a", "b").to_xml();
        assert_eq!(texts(&xml, "pubDate"), ["Sun, 13 Sep 2020 12:26:40 GMT"]);
        assert_eq!(texts(&xml, "lastBuildDate"), ["Tue, 14 Nov 2023 22:13:20 GMT"]);
    }
}

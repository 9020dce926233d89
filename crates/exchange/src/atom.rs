//! Atom out (RFC 4287).

use domain::Moment;

use crate::{
    feed::{Feed, Item, Picture, rfc3339},
    xml::{attribute, element},
};

/// When an empty feed changed last: §4.2.15 asks for a date, and nothing ever did.
const NEVER: Moment = Moment::from_micros(0);

/// The feed as an XML document in UTF-8.
pub fn write(feed: &Feed) -> String {
    let mut out = String::with_capacity(1_024 + feed.items.len() * 1_024);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    attribute(&mut out, "xml:lang", &feed.language);
    out.push_str(">\n");
    element(&mut out, "id", &feed.own_link);
    element(&mut out, "title", &feed.title);
    element(&mut out, "subtitle", &feed.description);
    element(&mut out, "updated", &rfc3339(feed.changed.unwrap_or(NEVER)));
    link(&mut out, "self", "application/atom+xml", &feed.own_link);
    link(&mut out, "alternate", "text/html", &feed.link);
    // An entry without an author has the feed's (§4.1.2).
    person(&mut out, &feed.publisher, &feed.link);
    if let Some(rights) = &feed.rights {
        element(&mut out, "rights", rights);
    }
    feed.items.iter().for_each(|item| write_entry(&mut out, item));
    out.push_str("</feed>\n");
    out
}

fn write_entry(out: &mut String, item: &Item) {
    out.push_str("<entry>\n");
    element(out, "id", &item.id);
    element(out, "title", &item.title);
    link(out, "alternate", "text/html", &item.link);
    if let Some(picture) = &item.picture {
        link(out, "enclosure", Picture::MEDIA_TYPE, &picture.link);
    }
    element(out, "published", &rfc3339(item.published));
    element(out, "updated", &rfc3339(item.modified));
    for author in &item.authors {
        person(out, &author.name, &author.link);
    }
    for category in &item.categories {
        out.push_str("<category");
        attribute(out, "term", category);
        out.push_str("/>\n");
    }
    // §4.1.2: an entry without content may go without a summary too.
    if let Some(description) = &item.description {
        element(out, "summary", description);
    }
    out.push_str("</entry>\n");
}

fn link(out: &mut String, relation: &str, media_type: &str, address: &str) {
    out.push_str("<link");
    attribute(out, "rel", relation);
    attribute(out, "type", media_type);
    attribute(out, "href", address);
    out.push_str("/>\n");
}

fn person(out: &mut String, name: &str, address: &str) {
    out.push_str("<author>\n");
    element(out, "name", name);
    element(out, "uri", address);
    out.push_str("</author>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feed::tests::feed,
        xml::tests::{HOSTILE, texts, values},
    };

    #[test]
    fn every_word_comes_back_to_the_character() {
        let xml = write(&feed(HOSTILE));
        assert_eq!(texts(&xml, "title"), ["The Meridian", HOSTILE]);
        assert_eq!(texts(&xml, "summary"), [HOSTILE]);
        assert_eq!(texts(&xml, "name"), ["Meridian & Sons", HOSTILE, "Ben"]);
        assert_eq!(texts(&xml, "uri").pop().unwrap(), "https://news.example/en/author/b/");
        assert_eq!(values(&xml, "category", "term"), ["World", HOSTILE]);
        assert_eq!(values(&xml, "feed", "xml:lang"), ["en-GB"]);
        let links = values(&xml, "link", "href");
        assert_eq!(
            links,
            [
                "https://news.example/en/feed",
                "https://news.example/en/",
                "https://news.example/en/post/a?b&c",
                "https://news.example/media/ab/3x2-960.jpg"
            ]
        );
    }

    #[test]
    fn a_feed_changed_when_its_newest_text_did_and_an_entry_when_its_own_did() {
        let xml = write(&feed("a"));
        assert_eq!(texts(&xml, "updated"), ["2023-11-14T22:13:20Z", "2023-11-14T22:13:20Z"]);
        assert_eq!(texts(&xml, "published"), ["2020-09-13T12:26:40Z"]);
        assert_eq!(texts(&xml, "id").pop().unwrap(), "urn:uuid:0199b1c2-0000-7000-8000-000000000001");
    }

    #[test]
    fn an_empty_feed_still_has_the_date_that_the_format_asks_for() {
        let empty = Feed { items: Vec::new(), changed: None, ..feed("a") };
        assert_eq!(texts(&write(&empty), "updated"), ["1970-01-01T00:00:00Z"]);
    }
}

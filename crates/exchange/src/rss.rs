//! RSS 2.0 out, with Atom's link to itself, Dublin Core's creators (RSS's own `author` asks for
//! an e-mail address) and Media RSS's pictures (its own `enclosure` asks for a length in bytes).

use domain::Moment;

use crate::{
    feed::{Feed, Item, Picture},
    xml::{attribute, element, escape},
};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
     <rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
     xmlns:media=\"http://search.yahoo.com/mrss/\">\n\
     <channel>\n";

/// The feed as an XML document in UTF-8.
pub fn write(feed: &Feed) -> String {
    let mut out = String::with_capacity(1_024 + feed.items.len() * 1_024);
    out.push_str(HEAD);
    element(&mut out, "title", &feed.title);
    element(&mut out, "link", &feed.link);
    out.push_str("<atom:link rel=\"self\" type=\"application/rss+xml\"");
    attribute(&mut out, "href", &feed.own_link);
    out.push_str("/>\n");
    element(&mut out, "description", &feed.description);
    element(&mut out, "language", &feed.language);
    if let Some(rights) = &feed.rights {
        element(&mut out, "copyright", rights);
    }
    if let Some(changed) = feed.changed {
        element(&mut out, "lastBuildDate", &rfc822(changed));
    }
    feed.items.iter().for_each(|item| write_item(&mut out, item));
    out.push_str("</channel>\n</rss>\n");
    out
}

fn write_item(out: &mut String, item: &Item) {
    out.push_str("<item>\n");
    element(out, "title", &item.title);
    element(out, "link", &item.link);
    out.push_str("<guid isPermaLink=\"false\">");
    escape(out, &item.id);
    out.push_str("</guid>\n");
    element(out, "pubDate", &rfc822(item.published));
    for author in &item.authors {
        element(out, "dc:creator", &author.name);
    }
    if let Some(description) = &item.description {
        // Readers take a description for HTML, so plain text is escaped for HTML first.
        let mut html = String::with_capacity(description.len());
        escape(&mut html, description);
        element(out, "description", &html);
    }
    for category in &item.categories {
        element(out, "category", category);
    }
    if let Some(picture) = &item.picture {
        write_picture(out, picture);
    }
    out.push_str("</item>\n");
}

/// Media RSS 1.5.1.
fn write_picture(out: &mut String, picture: &Picture) {
    out.push_str("<media:content medium=\"image\"");
    attribute(out, "url", &picture.link);
    attribute(out, "type", Picture::MEDIA_TYPE);
    attribute(out, "width", &picture.width.to_string());
    attribute(out, "height", &picture.height.to_string());
    out.push_str(">\n");
    if !picture.alt.is_empty() {
        element(out, "media:description", &picture.alt);
    }
    if let Some(credit) = &picture.credit {
        element(out, "media:credit", credit);
    }
    out.push_str("</media:content>\n");
}

/// RSS 2.0 dates: RFC 822 with a four-digit year, in GMT.
fn rfc822(moment: Moment) -> String {
    moment.timestamp().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use quick_xml::escape::unescape;

    use super::*;
    use crate::{
        feed::tests::feed,
        xml::tests::{HOSTILE, texts, values},
    };

    #[test]
    fn every_word_comes_back_to_the_character() {
        let xml = write(&feed(HOSTILE));
        assert_eq!(texts(&xml, "title"), ["The Meridian", HOSTILE]);
        assert_eq!(texts(&xml, "link"), ["https://news.example/en/", "https://news.example/en/post/a?b&c"]);
        assert_eq!(texts(&xml, "guid"), ["urn:uuid:0199b1c2-0000-7000-8000-000000000001"]);
        assert_eq!(texts(&xml, "dc:creator"), [HOSTILE, "Ben"]);
        assert_eq!(texts(&xml, "category"), ["World", HOSTILE]);
        assert_eq!(texts(&xml, "copyright"), ["With a link"]);
        assert_eq!(values(&xml, "atom:link", "href"), ["https://news.example/en/feed"]);
        assert_eq!(values(&xml, "media:content", "url"), ["https://news.example/media/ab/3x2-960.jpg"]);
        assert_eq!(texts(&xml, "media:description"), [HOSTILE]);
        assert_eq!(texts(&xml, "media:credit"), [HOSTILE]);
    }

    #[test]
    fn law_7_untrusted_in_safe_out_a_description_is_text_also_to_readers_that_show_html() {
        let xml = write(&feed("<script>alert(1)</script>"));
        let description = texts(&xml, "description").pop().unwrap();
        assert_eq!(description, "&lt;script&gt;alert(1)&lt;/script&gt;");
        let hostile = texts(&write(&feed(HOSTILE)), "description").pop().unwrap();
        assert_eq!(unescape(&hostile).unwrap(), HOSTILE);
    }

    #[test]
    fn dates_are_rfc_822_in_gmt() {
        let xml = write(&feed("a"));
        assert_eq!(texts(&xml, "pubDate"), ["Sun, 13 Sep 2020 12:26:40 GMT"]);
        assert_eq!(texts(&xml, "lastBuildDate"), ["Tue, 14 Nov 2023 22:13:20 GMT"]);
    }
}

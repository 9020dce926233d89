//! JSON Feed 1.1 out.

use serde_json::{Value, json};

use crate::feed::{Author, Feed, Item, rfc3339};

/// The version's name, as the standard gives it.
const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// The feed as a JSON document in UTF-8.
pub fn write(feed: &Feed) -> String {
    let items: Vec<_> = feed.items.iter().map(|item| entry(item, &feed.language)).collect();
    let document = json!({
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.link,
        "feed_url": feed.own_link,
        "description": feed.description,
        "language": feed.language,
        "authors": [{ "name": feed.publisher, "url": feed.link }],
        "items": items,
    });
    document.to_string()
}

fn entry(item: &Item, language: &str) -> Value {
    let mut entry = json!({
        "id": item.id,
        "url": item.link,
        "title": item.title,
        // An item without content is none by the standard; the headline stands in.
        "content_text": item.description.as_deref().unwrap_or(&item.title),
        "date_published": rfc3339(item.published),
        "date_modified": rfc3339(item.modified),
        "language": language,
    });
    let authors: Vec<_> =
        item.authors.iter().map(|Author { name, link }| json!({ "name": name, "url": link })).collect();
    if let Value::Object(fields) = &mut entry {
        if !authors.is_empty() {
            fields.insert("authors".to_owned(), Value::Array(authors));
        }
        if !item.categories.is_empty() {
            fields.insert("tags".to_owned(), json!(item.categories));
        }
        if let Some(picture) = &item.picture {
            fields.insert("image".to_owned(), json!(picture.link));
        }
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{feed::tests::feed, xml::tests::HOSTILE};

    #[test]
    fn a_feed_is_the_document_of_the_standard_and_keeps_every_character() {
        let words = format!("{HOSTILE}\u{1b}\n");
        let found: Value = serde_json::from_str(&write(&feed(&words))).unwrap();
        let wanted = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": "The Meridian",
            "home_page_url": "https://news.example/en/",
            "feed_url": "https://news.example/en/feed",
            "description": "The latest",
            "language": "en-GB",
            "authors": [{"name": "Meridian & Sons", "url": "https://news.example/en/"}],
            "items": [{
                "id": "urn:uuid:0199b1c2-0000-7000-8000-000000000001",
                "url": "https://news.example/en/post/a?b&c",
                "title": words,
                "content_text": words,
                "date_published": "2020-09-13T12:26:40Z",
                "date_modified": "2023-11-14T22:13:20Z",
                "authors": [
                    {"name": words, "url": "https://news.example/en/author/a/"},
                    {"name": "Ben", "url": "https://news.example/en/author/b/"},
                ],
                "tags": ["World", words],
                "image": "https://news.example/media/ab/3x2-960.jpg",
                "language": "en-GB",
            }],
        });
        assert_eq!(found, wanted);
    }

    #[test]
    fn an_item_without_lines_under_its_headline_has_content_all_the_same() {
        let mut feed = feed("Short");
        for item in &mut feed.items {
            (item.description, item.authors, item.categories) = (None, Vec::new(), Vec::new());
        }
        let found: Value = serde_json::from_str(&write(&feed)).unwrap();
        let item = found.pointer("/items/0").unwrap();
        assert_eq!(item.get("content_text"), Some(&json!("Short")));
        assert_eq!((item.get("authors"), item.get("tags")), (None, None));
    }
}

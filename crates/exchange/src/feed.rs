//! A feed as values, whichever format it goes out in: [`crate::rss`], [`crate::atom`] or
//! [`crate::json_feed`].
//!
//! All words are plain text and are escaped by the writers; all addresses are absolute.
//! Which items a feed has is decided by whoever makes it.

use domain::Moment;

/// A feed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// What it is called.
    pub title: String,
    /// The page that it belongs to.
    pub link: String,
    /// Its own address.
    pub own_link: String,
    /// One line about it.
    pub description: String,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// Who publishes it.
    pub publisher: String,
    /// On what terms its texts may be reused.
    pub rights: Option<String>,
    /// When the newest thing in it changed; none while it is empty.
    pub changed: Option<Moment>,
    /// What it holds, newest first.
    pub items: Vec<Item>,
}

/// An article in a feed.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its headline; of partner content with its label.
    pub title: String,
    /// Its address.
    pub link: String,
    /// What names it for ever, also when its address changes: a URI, not to be opened.
    pub id: String,
    /// The lines under its headline.
    pub description: Option<String>,
    /// When it first appeared.
    pub published: Moment,
    /// When its present text appeared.
    pub modified: Moment,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// The names of its sections and topics.
    pub categories: Vec<String>,
    /// The picture at its head.
    pub picture: Option<Picture>,
}

/// A picture of an article, a JPEG.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its address.
    pub link: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows; may be empty.
    pub alt: String,
    /// Who made it.
    pub credit: Option<String>,
}

impl Picture {
    /// Its media type.
    pub(crate) const MEDIA_TYPE: &'static str = "image/jpeg";
}

/// Who wrote an article.
#[derive(Clone, Debug)]
pub struct Author {
    /// The name.
    pub name: String,
    /// The author's page.
    pub link: String,
}

/// RFC 3339 in UTC, whole seconds.
pub(crate) fn rfc3339(moment: Moment) -> String {
    moment.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A feed with one item of these words.
    pub(crate) fn feed(words: &str) -> Feed {
        Feed {
            title: "The Meridian".to_owned(),
            link: "https://news.example/en/".to_owned(),
            own_link: "https://news.example/en/feed".to_owned(),
            description: "The latest".to_owned(),
            language: "en-GB".to_owned(),
            publisher: "Meridian & Sons".to_owned(),
            rights: Some("With a link".to_owned()),
            changed: Some(Moment::from_micros(1_700_000_000_000_000)),
            items: vec![Item {
                title: words.to_owned(),
                link: "https://news.example/en/post/a?b&c".to_owned(),
                id: "urn:uuid:0199b1c2-0000-7000-8000-000000000001".to_owned(),
                description: Some(words.to_owned()),
                published: Moment::from_micros(1_600_000_000_000_000),
                modified: Moment::from_micros(1_700_000_000_000_000),
                authors: vec![
                    Author { name: words.to_owned(), link: "https://news.example/en/author/a/".to_owned() },
                    Author { name: "Ben".to_owned(), link: "https://news.example/en/author/b/".to_owned() },
                ],
                categories: vec!["World".to_owned(), words.to_owned()],
                picture: Some(Picture {
                    link: "https://news.example/media/ab/3x2-960.jpg".to_owned(),
                    width: 960,
                    height: 640,
                    alt: words.to_owned(),
                    credit: Some(words.to_owned()),
                }),
            }],
        }
    }
}

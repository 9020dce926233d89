//! What a feed consists of, as read. Strings are empty where the feed has nothing.

use domain::Moment;

use crate::wxr::Notice;

/// The site whose feed it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Its name, an HTML fragment.
    pub title: String,
    /// The address of its front.
    pub link: String,
    /// The feed's own address.
    pub address: String,
    /// The id of the feed.
    pub id: String,
    /// A BCP 47 tag, as written: the feed's, else that of its first item that has one.
    pub language: String,
    /// Who wrote what names nobody.
    pub authors: Vec<String>,
}

/// One thing of the feed, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An item.
    Item(Box<Item>),
    /// Something that was not as it should be, and how it was read.
    Notice(Notice),
}

/// An item of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Headline, an HTML fragment.
    pub title: String,
    /// Its id: `guid`, `id`, `rdf:about`.
    pub id: String,
    /// The id may be opened as an address.
    pub id_is_address: bool,
    /// The address that readers used.
    pub link: String,
    /// What relative addresses in it are relative to; empty for `link`.
    pub base: String,
    /// Its whole text, HTML.
    pub content: String,
    /// A few sentences, HTML.
    pub summary: String,
    /// Names of those who wrote it.
    pub authors: Vec<String>,
    /// Names of what it is filed under, in order.
    pub labels: Vec<String>,
    /// When it was first published.
    pub published: Option<Moment>,
    /// Last change.
    pub updated: Option<Moment>,
    /// Its own language, as written.
    pub language: String,
    /// Pictures, sounds and films that go with it.
    pub attached: Vec<Attached>,
    /// Nobody but its makers saw it.
    pub draft: bool,
    /// What it is there.
    pub what: Use,
    /// Line on which it begins, from 1.
    pub line: u64,
    /// Byte of the feed's letters at which it begins, from 0.
    pub offset: u64,
}

/// What an item is on its site. All feeds hold articles; Blogger's archives hold all that there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Use {
    /// An article.
    #[default]
    Article,
    /// A page.
    Page,
    /// Something else, by its name there: `comment`, `template`, `settings`.
    Other(String),
}

/// A file that goes with an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attached {
    /// Its address.
    pub address: String,
    /// What it is.
    pub media: Media,
    /// The line under it, HTML.
    pub caption: String,
    /// Who made it.
    pub credit: String,
    /// It is a small form of a picture that stands elsewhere.
    pub small: bool,
}

/// What an attached file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Media {
    /// A picture.
    #[default]
    Picture,
    /// Sound.
    Sound,
    /// A film.
    Film,
    /// Anything else.
    Other,
}

impl Media {
    /// By what a feed says of it, else by the end of its address.
    pub(super) fn of(mime: &str, medium: &str, address: &str) -> Self {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let end = path.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
        let said = if medium.is_empty() { mime.split('/').next().unwrap_or_default().trim() } else { medium };
        match (said.to_ascii_lowercase().as_str(), end.as_str()) {
            ("image", _) => Self::Picture,
            ("audio", _) => Self::Sound,
            ("video", _) => Self::Film,
            ("", "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif") => Self::Picture,
            ("", "mp3" | "m4a" | "ogg" | "oga" | "opus" | "wav") => Self::Sound,
            ("", "mp4" | "webm" | "m4v" | "ogv" | "mov") => Self::Film,
            _ => Self::Other,
        }
    }
}

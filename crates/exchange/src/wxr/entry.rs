//! What a WordPress export consists of, as read: words unescaped, nothing interpreted beyond dates
//! and numbers.

use super::notice::Notice;
use domain::Moment;
use jiff::civil::DateTime;

/// One thing of the file, in its order. The channel comes before all but notices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The site that was exported; exactly once.
    Channel(Channel),
    /// Somebody who wrote.
    Author(Author),
    /// A category of the site.
    Category(Category),
    /// A tag of the site.
    Tag(Tag),
    /// A term of any other taxonomy.
    Term(Term),
    /// A post, page, attachment or anything else that WordPress keeps as a post.
    Item(Box<Item>),
    /// Something that was not as it should be, and how it was read.
    Notice(Notice),
}

/// The site that was exported. Strings are empty where the file has nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channel {
    /// The site's name, an HTML fragment.
    pub title: String,
    /// The site's address.
    pub link: String,
    /// The site's tagline, an HTML fragment.
    pub description: String,
    /// A BCP 47 tag such as `en-US`.
    pub language: String,
    /// Address of the installation (of the network, in a multi-site).
    pub base_site_url: String,
    /// Address of the blog.
    pub base_blog_url: String,
    /// `1.0`, `1.1` or `1.2`.
    pub wxr_version: String,
}

/// Somebody who wrote; items name them by `login`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// Number in WordPress.
    pub id: Option<u64>,
    /// Name of the account.
    pub login: String,
    /// Address for mail; private.
    pub email: String,
    /// Name as readers saw it.
    pub display_name: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
}

/// A category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    /// Number in WordPress.
    pub id: Option<u64>,
    /// Its part of the address, percent-encoded as WordPress keeps it.
    pub slug: String,
    /// Slug of the category above, empty at the top.
    pub parent: String,
    /// Name, an HTML fragment.
    pub name: String,
    /// Description, an HTML fragment.
    pub description: String,
    /// Keys and values of its own fields, in order; values to the character.
    pub meta: Vec<(String, String)>,
}

/// A tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// Number in WordPress.
    pub id: Option<u64>,
    /// Its part of the address, percent-encoded as WordPress keeps it.
    pub slug: String,
    /// Name, an HTML fragment.
    pub name: String,
    /// Description, an HTML fragment.
    pub description: String,
    /// Keys and values of its own fields, in order; values to the character.
    pub meta: Vec<(String, String)>,
}

/// A term of a taxonomy that is neither category nor tag (menus, languages of a plug-in).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Number in WordPress.
    pub id: Option<u64>,
    /// The taxonomy, such as `nav_menu`.
    pub taxonomy: String,
    /// Its part of the address.
    pub slug: String,
    /// Slug of the term above, empty at the top.
    pub parent: String,
    /// Name, an HTML fragment.
    pub name: String,
    /// Description, an HTML fragment.
    pub description: String,
    /// Keys and values of its own fields, in order; values to the character.
    pub meta: Vec<(String, String)>,
}

/// A term that an item is filed under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// `category`, `post_tag`, `post_format` or any other taxonomy.
    pub domain: String,
    /// Slug of the term.
    pub nicename: String,
    /// Name of the term, an HTML fragment.
    pub name: String,
}

/// A post, page, attachment or anything else that WordPress keeps as a post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Headline, an HTML fragment.
    pub title: String,
    /// The address that readers used.
    pub link: String,
    /// The globally unique id, mostly `http://…/?p=NUMBER`.
    pub guid: String,
    /// Login of the author.
    pub creator: String,
    /// Body as WordPress keeps it, to the character.
    pub content: String,
    /// Excerpt as WordPress keeps it, to the character.
    pub excerpt: String,
    /// Number in WordPress.
    pub post_id: Option<u64>,
    /// When it was published: `post_date_gmt`, else `pubDate`; nothing for what never was.
    pub published: Option<Moment>,
    /// The same in the site's own time, for the caller to resolve in the portal's zone.
    pub post_date: Option<DateTime>,
    /// Last change: `post_modified_gmt`.
    pub modified: Option<Moment>,
    /// Last change in the site's own time.
    pub post_modified: Option<DateTime>,
    /// Slug, percent-encoded as WordPress keeps it.
    pub post_name: String,
    /// `publish`, `draft`, `pending`, `private`, `future`, `trash`, `inherit` …
    pub status: String,
    /// Number of the post above it.
    pub post_parent: Option<u64>,
    /// Place among its siblings.
    pub menu_order: i64,
    /// `post`, `page`, `attachment`, `nav_menu_item` or a type of a plug-in.
    pub post_type: String,
    /// What a reader had to type to see it; empty for most.
    pub password: String,
    /// Held at the head of the list.
    pub is_sticky: bool,
    /// What it is filed under, in order.
    pub categories: Vec<Label>,
    /// Keys and values of custom fields, in order; values to the character.
    pub postmeta: Vec<(String, String)>,
    /// How many comments it carries; their words are not read.
    pub comments: u32,
    /// Address of an attachment's file.
    pub attachment_url: String,
    /// Line on which `<item>` stands, from 1.
    pub line: u64,
    /// Byte of the file at which `<item>` begins, from 0.
    pub offset: u64,
}

//! What every page has around it: the head, the menus, the language switch, the footer.

use domain::{Direction, LocaleTag};
use serde::Serialize;

use super::{Html, Url};

/// What every page has around it.
#[derive(Clone, Debug, Serialize)]
pub struct Chrome {
    /// The edition's language: `lang` of the document.
    pub lang: LocaleTag,
    /// Which way its lines run: `dir` of the document.
    pub dir: Direction,
    /// Which template it is, for style sheets.
    pub kind: PageKind,
    /// What the document's head holds.
    pub head: Head,
    /// The edition itself.
    pub edition: EditionView,
    /// The header's menu: the edition's own, else its first top sections.
    pub menu: Vec<NavLink>,
    /// All top sections, in their order.
    pub sections: Vec<NavLink>,
    /// The footer's menu; empty where the edition has none.
    pub footer_menu: Vec<NavLink>,
    /// The language switch: every open edition, this one among them.
    pub switch: Vec<SwitchLink>,
    /// The paper's accounts elsewhere.
    pub social: Vec<SocialLink>,
    /// The edition's words on reuse, for the footer and the print sheet.
    pub reuse_rule: Option<String>,
    /// Who publishes the paper: its name.
    pub publisher: String,
    /// The year of the copyright line, in the portal's zone.
    pub year: i16,
    /// The page that searches.
    pub search_url: Url,
    /// The archive's first page.
    pub archive_url: Url,
    /// The corrections log.
    pub corrections_url: Url,
}

/// The kinds of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// An edition's front page.
    Front,
    /// A page of a section's list.
    Section,
    /// An article or standing page.
    Article,
    /// A page of a topic's list.
    Topic,
    /// A page of an author's list.
    Author,
    /// A page of the articles that cite a source.
    Source,
    /// The archive, a year, a month or a day of it.
    Archive,
    /// A page of the corrections log.
    Corrections,
    /// What a search found.
    Search,
    /// A page that says what is wrong.
    Error,
}

impl PageKind {
    /// The template that prints it.
    pub(crate) const fn template(self) -> &'static str {
        match self {
            Self::Front => "front.html",
            Self::Section => "section.html",
            Self::Article => "article.html",
            Self::Topic => "topic.html",
            Self::Author => "author.html",
            Self::Source => "source.html",
            Self::Archive => "archive.html",
            Self::Corrections => "corrections.html",
            Self::Search => "search.html",
            Self::Error => "error.html",
        }
    }
}

/// What the document's head holds.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// The whole title, the paper's name in it.
    pub title: String,
    /// One or two sentences for search engines.
    pub description: Option<String>,
    /// The page's own absolute address; none on pages that say what is wrong.
    pub canonical: Option<Url>,
    /// The same address as it reads on paper.
    pub printed: Option<String>,
    /// The page before this one of a list, absolute.
    pub previous: Option<Url>,
    /// The page behind this one of a list, absolute.
    pub next: Option<Url>,
    /// The same page in every open edition, this one among them; empty where there is but one.
    pub alternates: Vec<Alternate>,
    /// Value of the robots tag, such as `noindex`.
    pub robots: Option<&'static str>,
    /// The edition's feeds, and the page's own before them.
    pub feeds: Vec<FeedLink>,
    /// Texts of `application/ld+json` scripts (JSON-LD 1.1).
    pub json_ld: Vec<Html>,
    /// What readers who share the page show (Open Graph); none on pages that say what is wrong.
    pub open_graph: Option<OpenGraph>,
    /// The script that sets theme and text size before the first paint; runs where it stands.
    pub boot: Html,
    /// Deferred scripts in their order.
    pub scripts: Vec<Url>,
    /// Fonts of the edition's script, to be fetched at once.
    pub fonts: Vec<Url>,
    /// The icon of the browser's tab; none where the theme has none.
    pub icon: Option<Url>,
    /// The style sheets in their order: the theme's, then the portal's accent.
    pub stylesheets: Vec<Url>,
}

/// What Open Graph tells of a page (ogp.me).
#[derive(Clone, Debug, Serialize)]
pub struct OpenGraph {
    /// `article`, `profile` or `website`.
    pub kind: &'static str,
    /// The title without the paper's name.
    pub title: String,
    /// One or two sentences.
    pub description: Option<String>,
    /// The page's absolute address.
    pub url: Url,
    /// The paper's name.
    pub site_name: String,
    /// Language and territory: `en_GB`.
    pub locale: String,
    /// First publication of an article, RFC 3339.
    pub published: Option<String>,
    /// Its last change, RFC 3339.
    pub modified: Option<String>,
    /// The name of its section.
    pub section: Option<String>,
    /// The picture that networks show with it.
    pub picture: Option<SharedView>,
}

/// A picture as networks show it.
#[derive(Clone, Debug, Serialize)]
pub struct SharedView {
    /// Its absolute address.
    pub url: Url,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows; may be empty.
    pub alt: String,
}

/// The same page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// Value of `hreflang`: a locale or `x-default`.
    pub lang: String,
    /// Its absolute address.
    pub url: Url,
}

/// A feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedLink {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Url,
    /// Its media type.
    pub media_type: &'static str,
}

/// An edition, as its own pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct EditionView {
    /// Its code in the address.
    pub code: String,
    /// The paper's name there.
    pub name: String,
    /// One line under the name.
    pub tagline: Option<String>,
    /// Its front page.
    pub home_url: Url,
}

/// A link of a menu, a path or a calendar.
#[derive(Clone, Debug, Serialize)]
pub struct NavLink {
    /// Its words.
    pub name: String,
    /// Where it leads.
    pub url: Url,
    /// Whether the page shown is it or lies below it.
    pub current: bool,
}

/// A link to another edition.
#[derive(Clone, Debug, Serialize)]
pub struct SwitchLink {
    /// What the switch calls it.
    pub label: String,
    /// The label's language.
    pub label_lang: LocaleTag,
    /// The language of the page it leads to.
    pub lang: LocaleTag,
    /// The same page there, or that edition's front page.
    pub url: Url,
    /// Whether it is the edition being read.
    pub current: bool,
}

/// An account of the paper elsewhere, or its app.
#[derive(Clone, Debug, Serialize)]
pub struct SocialLink {
    /// `x`, `youtube`, `instagram`, `facebook`, `telegram`, `app-store` or `google-play`.
    pub network: &'static str,
    /// The network's own name, the same in every language.
    pub name: &'static str,
    /// Where it leads.
    pub url: Url,
}

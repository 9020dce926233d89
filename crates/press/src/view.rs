//! What a template is given: the view models of all pages, plain values with every word
//! and address finished. `themes/default/README.md` lists the same fields for theme makers.
//!
//! Not here: loading them from a snapshot, the template engine, HTTP.
//!
//! Templates run with undefined values refused, so each field is always there; what may
//! be missing is an `Option` or an empty list.

use domain::{Direction, LocaleTag};
use locale::{Language, MessageError, Piece};
use minijinja::Value;
use serde::Serialize;

/// All that a template sees: `chrome` around the page, `page` in it.
#[derive(Clone, Debug, Serialize)]
pub struct View<V> {
    /// What every page has.
    pub chrome: Chrome,
    /// What this page shows: a [`FrontView`], [`SectionView`], [`ArticleView`] or [`ErrorView`].
    pub page: V,
}

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
    /// The sections of the navigation, in their order.
    pub sections: Vec<NavLink>,
    /// The language switch: every open edition, this one among them.
    pub switch: Vec<SwitchLink>,
    /// The edition's words on reuse, for the footer.
    pub reuse_rule: Option<String>,
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
    /// A page that says what is wrong.
    Error,
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
    /// The same page in every open edition, this one among them; empty where there is but one.
    pub alternates: Vec<Alternate>,
    /// Value of the robots tag, such as `noindex`.
    pub robots: Option<&'static str>,
    /// The edition's feed, or the section's.
    pub feed: Option<FeedLink>,
    /// The icon of the browser's tab; none where the theme has none.
    pub icon: Option<Url>,
    /// The style sheets in their order: the theme's, then the portal's accent.
    pub stylesheets: Vec<Url>,
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

/// A link of the navigation or a path.
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

/// A moment for readers and for machines.
#[derive(Clone, Debug, Serialize)]
pub struct Stamp {
    /// RFC 3339 with offset.
    pub machine: String,
    /// As the edition prints it.
    pub text: String,
}

/// A word above a headline.
#[derive(Clone, Debug, Serialize)]
pub struct Kicker {
    /// The word: the branch's own, else its section's name.
    pub text: String,
    /// The section's page, where the word is its name.
    pub url: Option<Url>,
}

/// What a list shows of a branch.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    /// The article's page.
    pub url: Url,
    /// `Kind::as_str`: the label is the message `kind-…`, news has none.
    pub kind: &'static str,
    /// The word above; none where the list itself says it.
    pub kicker: Option<Kicker>,
    /// The slot headline.
    pub headline: String,
    /// The lines under it.
    pub standfirst: Option<String>,
    /// Its first publication.
    pub published: Stamp,
}

/// A front page that fills itself.
#[derive(Clone, Debug, Serialize)]
pub struct FrontView {
    /// The newest story, set large; none on an empty front.
    pub lead: Option<CardView>,
    /// The stories beside and below it, newest first.
    pub latest: Vec<CardView>,
    /// A strip for each section that has stories.
    pub strips: Vec<StripView>,
}

/// A section's stories on the front page.
#[derive(Clone, Debug, Serialize)]
pub struct StripView {
    /// The section's name.
    pub name: String,
    /// Its page.
    pub url: Url,
    /// Its newest stories, without kickers.
    pub cards: Vec<CardView>,
}

/// One page of a section's list.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// The section's name.
    pub name: String,
    /// One line under it.
    pub tagline: Option<String>,
    /// The sections above this one, outermost first; the template begins with the front page.
    pub path: Vec<NavLink>,
    /// Its subsections.
    pub children: Vec<NavLink>,
    /// The stories of this page, newest first.
    pub cards: Vec<CardView>,
    /// The list's first page; none on it.
    pub newest_url: Option<Url>,
    /// The next page; none on the last.
    pub older_url: Option<Url>,
}

/// An article or a standing page.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleView {
    /// `Kind::as_str`: the label is the message `kind-…`, news and pages have none.
    pub kind: &'static str,
    /// Its section and those above it, outermost first; the template begins with the front page.
    pub path: Vec<NavLink>,
    /// The word above the headline.
    pub kicker: Option<Kicker>,
    /// The headline.
    pub headline: String,
    /// The lines under it.
    pub standfirst: Option<String>,
    /// Who wrote, translated, photographed and edited it, and whose it was before: a line
    /// for each.
    pub bylines: Vec<Vec<BylinePiece>>,
    /// Its first publication; none on standing pages.
    pub published: Option<Stamp>,
    /// When readers were last told of a change.
    pub updated: Option<Stamp>,
    /// The body.
    pub body: Html,
    /// What was corrected, newest first.
    pub corrections: Vec<CorrectionView>,
    /// The media and documents that it cites.
    pub sources: Vec<NameView>,
    /// What it is about.
    pub topics: Vec<NameView>,
    /// The same article in other editions.
    pub translations: Vec<TranslationView>,
    /// More of its section.
    pub further: Option<StripView>,
}

/// A name; in its own language where the edition has no words of its own for it.
#[derive(Clone, Debug, Serialize)]
pub struct NameView {
    /// The name.
    pub text: String,
    /// Where it leads.
    pub url: Option<Url>,
    /// Its language, where that is not the page's.
    pub lang: Option<LocaleTag>,
    /// Its direction, where its language is given.
    pub dir: Option<Direction>,
}

/// A stretch of a byline: words of the edition, or a name.
#[derive(Clone, Debug, Serialize)]
pub struct BylinePiece {
    /// Words between the names, with their spaces; empty for a name.
    pub words: String,
    /// A name; none for words.
    pub name: Option<NameView>,
}

/// What was corrected, and when.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionView {
    /// When.
    pub at: Stamp,
    /// What.
    pub text: String,
}

/// The same article in another edition.
#[derive(Clone, Debug, Serialize)]
pub struct TranslationView {
    /// What the switch calls that edition.
    pub label: String,
    /// The label's language.
    pub label_lang: LocaleTag,
    /// The headline there.
    pub headline: String,
    /// The language of the headline and its page.
    pub lang: LocaleTag,
    /// The headline's direction.
    pub dir: Direction,
    /// Its page.
    pub url: Url,
}

/// A page that says what is wrong.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorView {
    /// The answer's status.
    pub status: u16,
    /// Message id of the heading.
    pub title: &'static str,
    /// Message id of the text under it.
    pub text: &'static str,
}

/// An address, finished: printed as it stands inside a quoted attribute.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Url(Value);

/// HTML that was printed from a typed document, the only kind that is not escaped.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Html(Value);

impl Url {
    /// An address of the portal or one that the document's rules let through. Escaped
    /// here, all but `/`, which the engine would turn into six characters each.
    pub fn new(address: &str) -> Self {
        let mut escaped = String::with_capacity(address.len());
        for c in address.chars() {
            match c {
                '&' => escaped.push_str("&amp;"),
                '"' => escaped.push_str("&quot;"),
                '\'' => escaped.push_str("&#39;"),
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                c => escaped.push(c),
            }
        }
        Self(Value::from_safe_string(escaped))
    }
}

impl Html {
    /// What `document::to_html` printed; nothing else may be put here.
    pub fn printed(html: String) -> Self {
        Self(Value::from_safe_string(html))
    }
}

impl BylinePiece {
    /// A line such as "By Ada Wong and Ben Ali", cut into words and linked names.
    /// `message` is `byline`, `credit-translator`, `credit-photographer`, `credit-editor`
    /// or `first-published-by`. Empty where there are no names.
    ///
    /// # Errors
    /// Where the edition's language lacks the message.
    pub fn line(language: &Language, message: &str, names: &[NameView]) -> Result<Vec<Self>, MessageError> {
        let texts: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
        let pieces = language.pieces(message, "names", &texts)?;
        Ok(pieces
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(words) => Self { words, name: None },
                Piece::Item(index) => Self { words: String::new(), name: names.get(index).cloned() },
            })
            .collect())
    }
}

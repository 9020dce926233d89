//! An article or a standing page.

use domain::{Direction, LocaleTag};
use locale::{Language, MessageError, Piece};
use serde::Serialize;

use super::{CardView, Html, Kicker, NameView, NavLink, PictureView, Stamp, StripView, Url};

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
    /// The picture at its head.
    pub lead: Option<LeadView>,
    /// Who wrote, translated, photographed and edited it, and whose it was before: a line
    /// for each.
    pub bylines: Vec<Vec<BylinePiece>>,
    /// Its authors, for the place of an opinion's portrait.
    pub authors: Vec<AuthorCard>,
    /// Its first publication; none on standing pages.
    pub published: Option<Stamp>,
    /// When readers were last told of a change.
    pub updated: Option<Stamp>,
    /// How long it takes to read, in minutes, at least 1.
    pub reading_minutes: i64,
    /// The body.
    pub body: Html,
    /// What was corrected, newest first.
    pub corrections: Vec<CorrectionView>,
    /// The media and documents that it cites.
    pub sources: Vec<SourceLine>,
    /// What it is about.
    pub topics: Vec<NameView>,
    /// The same article in other editions.
    pub translations: Vec<TranslationView>,
    /// Where readers may share it.
    pub share: Share,
    /// The next newer one of its section.
    pub newer: Option<CardView>,
    /// The next older one of its section.
    pub older: Option<CardView>,
    /// The section's newest, for headlines beside the text; at most 5.
    pub beside: Vec<CardView>,
    /// More of its section, for the place under the text; at most 6.
    pub further: Option<StripView>,
}

/// An author, as an article shows them beside an opinion.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorCard {
    /// Their name, which leads to their page.
    pub name: NameView,
    /// What they are to the paper.
    pub role: Option<String>,
    /// Their portrait.
    pub portrait: Option<PictureView>,
    /// For the place of a portrait that is not there.
    pub initials: String,
}

/// The picture at the head of an article.
#[derive(Clone, Debug, Serialize)]
pub struct LeadView {
    /// The picture.
    pub picture: PictureView,
    /// Its caption, in the edition's words.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// A source that an article cites.
#[derive(Clone, Debug, Serialize)]
pub struct SourceLine {
    /// Its name, which leads to its page here.
    pub name: NameView,
    /// The page that is cited, or the source's home page.
    pub cited_url: Option<Url>,
}

/// Where an article may be shared: plain links.
#[derive(Clone, Debug, Serialize)]
pub struct Share {
    /// The article's absolute address.
    pub url: Url,
    /// Its title.
    pub title: String,
    /// A link for each network.
    pub links: Vec<ShareLink>,
}

/// A link that shares an article.
#[derive(Clone, Debug, Serialize)]
pub struct ShareLink {
    /// `x`, `facebook`, `telegram`, `whatsapp` or `mail`.
    pub network: &'static str,
    /// The network's own name; empty for `mail`.
    pub name: &'static str,
    /// Where it leads, the article's address and title in it.
    pub url: Url,
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

//! Pages that list stories: fronts, sections, topics, authors, sources, the archive, the
//! corrections log, search.

use serde::Serialize;

use super::{Html, NameView, NavLink, PictureView, Stamp, Url};

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
    /// Its picture.
    pub picture: Option<PictureView>,
    /// The slot headline.
    pub headline: String,
    /// The lines under it.
    pub standfirst: Option<String>,
    /// The author of an opinion; none on other kinds.
    pub byline: Option<String>,
    /// Its first publication.
    pub published: Stamp,
}

/// Links between the pages of a list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Pager {
    /// The list's first page; none on it.
    pub newest_url: Option<Url>,
    /// The next page; none on the last.
    pub older_url: Option<Url>,
}

/// A front page that fills itself.
#[derive(Clone, Debug, Serialize)]
pub struct FrontView {
    /// The newest story, set large; none on an empty front.
    pub lead: Option<CardView>,
    /// The stories under or beside it, at most 4.
    pub seconds: Vec<CardView>,
    /// The stories after those, newest first, for short forms.
    pub latest: Vec<CardView>,
    /// A strip for each section that has stories.
    pub strips: Vec<StripView>,
}

/// A section's stories on another page.
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
    /// The newest story, on the first page alone.
    pub lead: Option<CardView>,
    /// The other stories of this page, newest first.
    pub cards: Vec<CardView>,
    /// Where the list goes on.
    pub pager: Pager,
}

/// One page of the stories on a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView {
    /// The topic's name.
    pub name: String,
    /// The stories of this page, newest first.
    pub cards: Vec<CardView>,
    /// Where the list goes on.
    pub pager: Pager,
}

/// One page of an author's stories.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorView {
    /// Their name.
    pub name: NameView,
    /// What they are to the paper.
    pub role: Option<String>,
    /// Some sentences about them.
    pub about: Option<String>,
    /// Their portrait.
    pub portrait: Option<PictureView>,
    /// For the place of a portrait that is not there: the first letters of their names, at most two.
    pub initials: String,
    /// The stories of this page, newest first.
    pub cards: Vec<CardView>,
    /// Where the list goes on.
    pub pager: Pager,
}

/// One page of the stories that cite a source.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// Its name.
    pub name: NameView,
    /// Its home page.
    pub home_url: Option<Url>,
    /// Some sentences about it.
    pub about: Option<String>,
    /// The stories of this page, newest first.
    pub cards: Vec<CardView>,
    /// Where the list goes on.
    pub pager: Pager,
}

/// The archive, a year, a month or a day of it, in the portal's zone.
#[derive(Clone, Debug, Serialize)]
pub struct ArchiveView {
    /// The spans above this one, the whole archive first.
    pub path: Vec<NavLink>,
    /// The span in words; none on the archive's first page.
    pub heading: Option<String>,
    /// Years with stories, newest first.
    pub years: Vec<NavLink>,
    /// Months of the year with stories, in the calendar's order.
    pub months: Vec<NavLink>,
    /// Days of the month with stories, in the calendar's order.
    pub days: Vec<NavLink>,
    /// The stories of a day, newest first.
    pub cards: Vec<CardView>,
    /// The last such span before this one that has stories.
    pub previous: Option<NavLink>,
    /// The first such span behind this one that has stories.
    pub next: Option<NavLink>,
    /// Where a day's list goes on.
    pub pager: Pager,
}

/// One page of the corrections log.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionsView {
    /// Corrections, newest first.
    pub entries: Vec<CorrectionEntry>,
    /// Where the log goes on.
    pub pager: Pager,
}

/// A correction and the article that it corrects.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionEntry {
    /// When.
    pub at: Stamp,
    /// What.
    pub text: String,
    /// The article's headline.
    pub headline: String,
    /// The article's page.
    pub url: Url,
}

/// What a search found.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// What was asked.
    pub query: String,
    /// What was found, the best first.
    pub hits: Vec<HitView>,
    /// How many there are, at most 200.
    pub total: i64,
    /// Whether there were more than those.
    pub more: bool,
    /// The hits before these.
    pub newer_url: Option<Url>,
    /// The hits behind these.
    pub older_url: Option<Url>,
    /// `empty`: nothing was asked; `none`; `found`; `away`: no index.
    pub state: &'static str,
}

/// A hit of a search.
#[derive(Clone, Debug, Serialize)]
pub struct HitView {
    /// The article.
    pub card: CardView,
    /// A stretch of it, what was asked in `<mark>`.
    pub excerpt: Html,
}

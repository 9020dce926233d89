//! What every page has around it: the head, the language switch, the footer's words.

use domain::{Edition, EditionCode, Moment, SectionId};
use locale::Arg;
use store::Frame;

use crate::{
    error::PressError,
    json_ld, menu, open_graph,
    pictures::SharedPicture,
    span::ArchiveSpan,
    story::Told,
    theme::Assets,
    urls::{absolute, archive_url, corrections_url, front_url, legible, paper_name, search_url},
    view::{Alternate, Chrome, EditionView, FeedLink, Head, PageKind, SwitchLink, Url},
    voice::Voice,
};

/// A feed's file below its page, and its media type (RSS 2.0, RFC 4287, JSON Feed 1.1).
const FEEDS: [(&str, &str); 3] = [
    ("feed.xml", "application/rss+xml"),
    ("feed.atom", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
];

/// What a page says of itself to its frame.
pub(crate) struct Facing<'a> {
    /// The kind of page.
    pub(crate) kind: PageKind,
    /// When it is rendered.
    pub(crate) at: Moment,
    /// Its title, the paper's name aside; none on a front.
    pub(crate) title: Option<String>,
    /// A description for search engines.
    pub(crate) description: Option<String>,
    /// Its own path; none on a page that says what is wrong.
    pub(crate) path: Option<String>,
    /// Whether search engines may list it.
    pub(crate) indexed: bool,
    /// The pages of its list before and behind it, by path.
    pub(crate) previous: Option<String>,
    /// See `previous`.
    pub(crate) next: Option<String>,
    /// The same page in other open editions, by path.
    pub(crate) elsewhere: Vec<(EditionCode, String)>,
    /// The section it lies in.
    pub(crate) section: Option<SectionId>,
    /// The way down to it from the front page, both left out.
    pub(crate) trail: Vec<Crumb>,
    /// The page's own feeds: their title, and the path that their files lie below.
    pub(crate) feed: Option<(String, String)>,
    /// What it is about, for machines.
    pub(crate) subject: Subject<'a>,
    /// The picture that it is shared with, in the crops that machines ask for: the first for
    /// networks.
    pub(crate) pictures: Vec<SharedPicture>,
}

/// A step of the way down to a page.
#[derive(Clone, Debug)]
pub(crate) struct Crumb {
    /// Its name.
    pub(crate) name: String,
    /// Its path.
    pub(crate) path: String,
}

/// What a page is about, for JSON-LD and Open Graph.
pub(crate) enum Subject<'a> {
    /// A list, a front: nothing beyond what [`Facing`] says.
    List,
    /// An article or a standing page.
    Story(&'a Told),
    /// A person: their name and what they are to the paper.
    Person {
        /// The name.
        name: &'a str,
        /// What they are to the paper.
        role: Option<&'a str>,
        /// Some sentences about them.
        about: Option<&'a str>,
    },
}

impl Facing<'_> {
    /// A page of which nothing is known yet but its kind.
    pub(crate) const fn of(kind: PageKind, at: Moment) -> Self {
        Self {
            kind,
            at,
            title: None,
            description: None,
            path: None,
            indexed: true,
            previous: None,
            next: None,
            elsewhere: Vec::new(),
            section: None,
            trail: Vec::new(),
            feed: None,
            subject: Subject::List,
            pictures: Vec::new(),
        }
    }
}

pub(crate) fn chrome(
    frame: &Frame,
    edition: &Edition,
    assets: &Assets,
    accent: String,
    voice: &Voice,
    facing: &Facing<'_>,
) -> Result<Chrome, PressError> {
    let name = paper_name(&frame.portal, edition).to_owned();
    let here = facing.section.map(|s| frame.sections.lineage(s)).unwrap_or_default();
    let sections = menu::links(frame, edition, None, &here);
    Ok(Chrome {
        lang: edition.locale.clone(),
        dir: edition.locale.direction(),
        kind: facing.kind,
        head: head(frame, edition, assets, accent, voice, facing)?,
        edition: EditionView {
            code: edition.code.to_string(),
            name: name.clone(),
            tagline: edition.tagline.clone(),
            home_url: Url::new(&front_url(&edition.code)),
        },
        menu: menu::header(frame, edition, facing, &here, &sections),
        sections,
        footer_menu: menu::footer(frame, edition, facing, &here),
        switch: switch(frame, edition, facing),
        social: menu::social(frame, edition),
        reuse_rule: reuse_rule(frame, edition),
        publisher: name,
        year: voice.year(facing.at).0,
        search_url: Url::new(&search_url(&edition.code)),
        archive_url: Url::new(&archive_url(&edition.code, ArchiveSpan::All)),
        corrections_url: Url::new(&corrections_url(&edition.code)),
    })
}

fn head(
    frame: &Frame,
    edition: &Edition,
    assets: &Assets,
    accent: String,
    voice: &Voice,
    facing: &Facing<'_>,
) -> Result<Head, PressError> {
    let name = paper_name(&frame.portal, edition);
    let title = match facing.title.as_ref().or(edition.tagline.as_ref()) {
        Some(page) => {
            voice.language.text("page-title", &[("page", Arg::Text(page)), ("paper", Arg::Text(name))])?
        }
        None => name.to_owned(),
    };
    let whole = |path: &String| Url::new(&absolute(&frame.portal, path));
    let sheet = assets.sheet();
    let icon = assets.path_of("icon.svg");
    Ok(Head {
        title,
        description: facing.description.clone(),
        canonical: facing.path.as_ref().map(whole),
        printed: facing.path.as_ref().map(|path| legible(&absolute(&frame.portal, path))),
        previous: facing.previous.as_ref().map(whole),
        next: facing.next.as_ref().map(whole),
        alternates: alternates(frame, edition, facing),
        robots: (facing.path.is_none() || !facing.indexed).then_some("noindex"),
        feeds: feeds(edition, name, facing),
        json_ld: json_ld::of(frame, edition, voice, icon.as_deref(), facing),
        open_graph: open_graph::of(frame, edition, voice, facing),
        boot: assets.boot(),
        scripts: assets.scripts(),
        fonts: assets.fonts(&edition.locale),
        icon: icon.as_deref().map(Url::new),
        stylesheets: sheet.iter().chain([&accent]).map(|path| Url::new(path)).collect(),
    })
}

/// The page's own feeds, then the edition's.
fn feeds(edition: &Edition, paper: &str, facing: &Facing<'_>) -> Vec<FeedLink> {
    let front = front_url(&edition.code);
    let own = facing.feed.iter().map(|(title, page)| (title.as_str(), page));
    own.chain([(paper, &front)])
        .flat_map(|(title, page)| {
            FEEDS.map(|(file, media_type)| FeedLink {
                title: title.to_owned(),
                url: Url::new(&format!("{page}{file}")),
                media_type,
            })
        })
        .collect()
}

/// The edition's own words; the portal's where it has none and they are not empty.
pub fn reuse_rule(frame: &Frame, edition: &Edition) -> Option<String> {
    let own = edition.reuse_rule.clone();
    // The portal's rule is data of the edition whose language it is written in: the first.
    let first = frame.editions.first().is_some_and(|e| e.code == edition.code);
    own.or_else(|| first.then(|| frame.portal.reuse_rule.clone())).filter(|rule| !rule.is_empty())
}

fn alternates(frame: &Frame, edition: &Edition, facing: &Facing<'_>) -> Vec<Alternate> {
    let Some(path) = &facing.path else { return Vec::new() };
    let mut alternates: Vec<_> = frame
        .editions
        .iter()
        .filter(|other| other.open)
        .filter_map(|other| {
            let path = match other.code == edition.code {
                true => Some(path),
                false => facing.elsewhere.iter().find(|(code, _)| *code == other.code).map(|(_, path)| path),
            }?;
            Some(Alternate { lang: other.locale.to_string(), url: Url::new(&absolute(&frame.portal, path)) })
        })
        .collect();
    if alternates.len() < 2 {
        alternates.clear();
    }
    alternates
}

fn switch(frame: &Frame, edition: &Edition, facing: &Facing<'_>) -> Vec<SwitchLink> {
    let link = |other: &Edition| {
        let current = other.code == edition.code;
        let own = facing.path.as_ref().filter(|_| current);
        let there = facing.elsewhere.iter().find(|(code, _)| *code == other.code).map(|(_, path)| path);
        let path = own.or(there).cloned().unwrap_or_else(|| front_url(&other.code));
        SwitchLink {
            label: other.label.clone(),
            label_lang: other.label_locale.clone().unwrap_or_else(|| other.locale.clone()),
            lang: other.locale.clone(),
            url: Url::new(&path),
            current,
        }
    };
    frame.editions.iter().filter(|e| e.open).map(link).collect()
}

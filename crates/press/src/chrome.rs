//! What every page has around it: the head, the navigation, the language switch.

use domain::{Edition, EditionCode, SectionId};
use locale::Arg;
use store::Frame;

use crate::{
    error::PressError,
    theme::Theme,
    urls::{absolute, feed_url, front_url, paper_name, section_url},
    view::{Alternate, Chrome, EditionView, FeedLink, Head, NavLink, PageKind, SwitchLink, Url},
    voice::Voice,
};

/// Sections in the menu of every page; an archive may bring hundreds.
const MENU: usize = 14;

/// What a page says of itself to its frame.
pub(crate) struct Facing {
    /// The kind of page.
    pub(crate) kind: PageKind,
    /// Its title, the paper's name aside; none on a front.
    pub(crate) title: Option<String>,
    /// A description for search engines.
    pub(crate) description: Option<String>,
    /// Its own path; none on a page that says what is wrong.
    pub(crate) path: Option<String>,
    /// The same page in other open editions, by path.
    pub(crate) elsewhere: Vec<(EditionCode, String)>,
    /// The section it lies in.
    pub(crate) section: Option<SectionId>,
}

pub(crate) fn chrome(
    frame: &Frame,
    edition: &Edition,
    theme: &Theme,
    accent: String,
    voice: &Voice,
    facing: Facing,
) -> Result<Chrome, PressError> {
    let name = paper_name(&frame.portal, edition).to_owned();
    let title = match facing.title.as_ref().or(edition.tagline.as_ref()) {
        Some(page) => {
            voice.language.text("page-title", &[("page", Arg::Text(page)), ("paper", Arg::Text(&name))])?
        }
        None => name.clone(),
    };
    let here = facing.section.map(|s| frame.sections.lineage(s)).unwrap_or_default();
    let sheet = theme.path_of("reader.css");
    Ok(Chrome {
        lang: edition.locale.clone(),
        dir: edition.locale.direction(),
        kind: facing.kind,
        head: Head {
            title,
            description: facing.description.clone(),
            canonical: facing.path.as_ref().map(|path| Url::new(&absolute(&frame.portal, path))),
            alternates: alternates(frame, edition, &facing),
            robots: facing.path.is_none().then_some("noindex"),
            feed: Some(FeedLink { title: name.clone(), url: Url::new(&feed_url(&edition.code)) }),
            icon: theme.path_of("icon.svg").as_deref().map(Url::new),
            stylesheets: sheet.iter().chain([&accent]).map(|path| Url::new(path)).collect(),
        },
        edition: EditionView {
            code: edition.code.to_string(),
            name,
            tagline: edition.tagline.clone(),
            home_url: Url::new(&front_url(&edition.code)),
        },
        sections: roots(frame, edition, &here),
        switch: switch(frame, edition, &facing),
        reuse_rule: reuse_rule(frame, edition),
    })
}

/// The edition's own words; the portal's where it has none and they are not empty.
fn reuse_rule(frame: &Frame, edition: &Edition) -> Option<String> {
    let own = edition.reuse_rule.clone();
    // The portal's rule is data of the edition whose language it is written in: the first.
    let first = frame.editions.first().is_some_and(|e| e.code == edition.code);
    own.or_else(|| first.then(|| frame.portal.reuse_rule.clone())).filter(|rule| !rule.is_empty())
}

/// Root sections with a name in the edition; others are unlisted there (law 6).
fn roots(frame: &Frame, edition: &Edition, here: &[SectionId]) -> Vec<NavLink> {
    let mut roots = links(frame, edition, None, here);
    roots.truncate(MENU);
    roots
}

/// The named subsections of a section, or the roots.
pub(crate) fn links(
    frame: &Frame,
    edition: &Edition,
    parent: Option<SectionId>,
    here: &[SectionId],
) -> Vec<NavLink> {
    frame
        .sections
        .children(parent)
        .filter_map(|section| {
            let words = section.words.get(&edition.code)?;
            Some(NavLink {
                name: words.name.clone(),
                url: Url::new(&section_url(&edition.code, &section.slug)),
                current: here.contains(&section.id),
            })
        })
        .collect()
}

fn alternates(frame: &Frame, edition: &Edition, facing: &Facing) -> Vec<Alternate> {
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

fn switch(frame: &Frame, edition: &Edition, facing: &Facing) -> Vec<SwitchLink> {
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

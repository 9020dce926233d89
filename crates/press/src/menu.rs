//! Menus: the sections, the links that an edition chose for its header and footer, and the
//! paper's accounts elsewhere.

use domain::{Edition, MenuItem, MenuPlace, SectionId, Space};
use store::Frame;

use crate::{
    chrome::Facing,
    urls::{branch_url, section_url},
    view::{NavLink, SocialLink, Url},
};

/// Sections in a header's menu that fills itself; an archive may bring hundreds.
const MENU: usize = 14;

/// The networks: in settings, in templates, and their own names, which no language changes.
const NETWORKS: [(&str, &str, &str); 7] = [
    ("x", "x", "X"),
    ("youtube", "youtube", "YouTube"),
    ("instagram", "instagram", "Instagram"),
    ("facebook", "facebook", "Facebook"),
    ("telegram", "telegram", "Telegram"),
    ("app_store", "app-store", "App Store"),
    ("google_play", "google-play", "Google Play"),
];

/// The header's menu of an edition; its first top sections where it has none.
pub(crate) fn header(
    frame: &Frame,
    edition: &Edition,
    facing: &Facing<'_>,
    here: &[SectionId],
    sections: &[NavLink],
) -> Vec<NavLink> {
    let own = frame.menu(&edition.code, MenuPlace::Header);
    if own.is_empty() {
        return sections.iter().take(MENU).cloned().collect();
    }
    own.iter().filter_map(|item| link(frame, edition, item, facing, here)).collect()
}

/// The footer's menu of an edition.
pub(crate) fn footer(
    frame: &Frame,
    edition: &Edition,
    facing: &Facing<'_>,
    here: &[SectionId],
) -> Vec<NavLink> {
    let own = frame.menu(&edition.code, MenuPlace::Footer);
    own.iter().filter_map(|item| link(frame, edition, item, facing, here)).collect()
}

/// A section without a name in the edition is unlisted there, whatever the menu says (law 6).
fn link(
    frame: &Frame,
    edition: &Edition,
    item: &MenuItem,
    facing: &Facing<'_>,
    here: &[SectionId],
) -> Option<NavLink> {
    match item {
        MenuItem::Section { section, label } => {
            let section = frame.sections.get(*section)?;
            let words = section.words.get(&edition.code)?;
            Some(NavLink {
                name: label.clone().unwrap_or_else(|| words.name.clone()),
                url: Url::new(&section_url(&edition.code, &section.slug)),
                current: here.contains(&section.id),
            })
        }
        MenuItem::Page { slug, label } => {
            let path = branch_url(&edition.code, Space::Page, slug);
            let current = facing.path.as_deref() == Some(path.as_str());
            Some(NavLink { name: label.clone(), url: Url::new(&path), current })
        }
        MenuItem::Link { url, label } => {
            let current = facing.path.as_deref() == Some(url.as_str());
            Some(NavLink { name: label.clone(), url: Url::new(url), current })
        }
    }
}

/// The named subsections of a section, or the roots; those without a name are unlisted
/// (law 6).
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

/// The links to the paper's accounts.
pub(crate) fn social(frame: &Frame, edition: &Edition) -> Vec<SocialLink> {
    accounts(frame, edition)
        .map(|(network, name, url)| SocialLink { network, name, url: Url::new(url) })
        .collect()
}

/// Networks with their names and the edition's own account there, else the portal's.
pub(crate) fn accounts<'a>(
    frame: &'a Frame,
    edition: &'a Edition,
) -> impl Iterator<Item = (&'static str, &'static str, &'a str)> {
    let found = |key: &str| {
        let own = frame.settings.get(&format!("social.{key}.{}", edition.code));
        own.or_else(|| frame.settings.get(&format!("social.{key}")))
    };
    NETWORKS.iter().filter_map(move |&(key, network, name)| Some((network, name, found(key)?.as_str())))
}

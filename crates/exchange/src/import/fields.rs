//! Custom fields of well-known plug-ins: what search engines are told, how often a post was opened, the
//! lead picture, the home among several categories; and the post formats of themes.

use desk::{ArchiveFacts, ArchiveFile};
use domain::{Kind, OldAddress};

use super::{languages::field, portion::words, survey::Survey};
use crate::wxr::Item;

/// Fields in which plug-ins keep how often a post was opened.
const VIEWS: [&str; 8] = [
    "views",
    "post_views_count",
    "_post_views",
    "wpb_post_views_count",
    "pvc_views",
    "penci_post_views_count",
    "tie_views",
    "td_post_views",
];

/// Titles, descriptions and titles where readers share: Yoast's, Rank Math's, All in One SEO's.
const TITLES: [&str; 3] = ["_yoast_wpseo_title", "rank_math_title", "_aioseo_title"];
const DESCRIPTIONS: [&str; 3] = ["_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description"];
const SHARED: [&str; 3] = ["_yoast_wpseo_opengraph-title", "rank_math_facebook_title", "_aioseo_og_title"];
const PRIMARY: [&str; 2] = ["_yoast_wpseo_primary_category", "rank_math_primary_category"];

/// What search engines and those who share are told of an item.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ForMachines {
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) shared: Option<String>,
}

/// What an item's fields tell machines; `title` is its headline.
pub(crate) fn for_machines(item: &Item, title: &str) -> ForMachines {
    let first = |names: &[&str]| {
        let values = names.iter().filter_map(|name| field(&item.postmeta, name));
        values.filter_map(|value| expanded(value, title)).find(|text| !text.is_empty())
    };
    let other = |text: Option<String>| text.filter(|text| text != title);
    ForMachines {
        title: other(first(&TITLES)),
        description: first(&DESCRIPTIONS),
        shared: other(first(&SHARED)),
    }
}

/// A template with its variables: the title's is known, the site's name and what separates it from the
/// title are put there by every page, and with any other variable it says nothing of its own.
fn expanded(template: &str, title: &str) -> Option<String> {
    let mut text = template.to_owned();
    for sign in ["%%", "%"] {
        text = text.replace(&format!("{sign}title{sign}"), title);
        for dropped in ["sep", "sitename", "page", "sitedesc"] {
            text = text.replace(&format!("{sign}{dropped}{sign}"), "");
        }
    }
    let text = text.trim_end_matches([' ', '-', '–', '|']).to_owned();
    let is_variable = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b'(' | b')'))
    };
    let mut parts: Vec<&str> = text.split('%').skip(1).collect();
    parts.pop();
    let left = parts.into_iter().any(is_variable);
    (!left).then(|| words(&text))
}

/// What is kept of an item for later steps.
pub(crate) fn facts(item: &Item) -> ArchiveFacts {
    let lead = field(&item.postmeta, "_thumbnail_id").filter(|id| id.parse::<u64>().is_ok_and(|id| id > 0));
    let views = VIEWS.iter().filter_map(|name| field(&item.postmeta, name)?.parse::<i64>().ok());
    ArchiveFacts {
        lead: lead.map(str::to_owned),
        views: views.filter(|&views| views > 0).max(),
        sticky: item.is_sticky,
    }
}

/// A file as it lay there; none where the export does not say where.
pub(crate) fn file(item: &Item) -> Option<ArchiveFile> {
    let address =
        [&item.attachment_url, &item.guid].into_iter().find(|url| OldAddress::parse(url).is_some())?;
    Some(ArchiveFile {
        foreign_id: item.post_id?.to_string(),
        address: address.clone(),
        parent: item.post_parent.map(|id| id.to_string()),
        title: words(&item.title),
        // WordPress keeps the caption as the excerpt and the description as the body.
        caption: words(&item.excerpt),
        description: words(&item.content),
        alt: field(&item.postmeta, "_wp_attachment_image_alt").map(words).unwrap_or_default(),
        picture: None,
        edition: None,
    })
}

/// Whether a field is one that grows or is stamped without anybody's editing.
pub(crate) fn counts(name: &str) -> bool {
    VIEWS.contains(&name) || matches!(name, "_edit_lock" | "_edit_last" | "_wp_old_date")
}

/// The kind of a post, by its format.
pub(crate) fn kind(item: &Item) -> Kind {
    let formats = item.categories.iter().filter(|label| label.domain == "post_format");
    match formats.map(|label| label.nicename.as_str()).next() {
        Some("post-format-video") => Kind::Video,
        Some("post-format-audio") => Kind::Audio,
        Some("post-format-gallery" | "post-format-image") => Kind::PictureStory,
        _ => Kind::News,
    }
}

/// The slug of the category that an editor called the item's home.
pub(crate) fn home<'s>(item: &Item, survey: &'s Survey) -> Option<&'s str> {
    let ids = PRIMARY.iter().filter_map(|name| field(&item.postmeta, name)?.parse::<u64>().ok());
    ids.into_iter().find_map(|id| survey.category(id)).map(|named| named.slug.as_str())
}

/// The logins of those who wrote an item: Co-Authors Plus's where it has any, else the account's.
pub(crate) fn authors(item: &Item) -> Vec<String> {
    let mut logins: Vec<String> = Vec::new();
    for label in item.categories.iter().filter(|label| label.domain == "author") {
        // The term's name is the login; its slug has a prefix and may have a number.
        let name = if label.name.trim().is_empty() { label.nicename.as_str() } else { label.name.as_str() };
        let login = super::portion::login(name.strip_prefix("cap-").unwrap_or(name));
        if !login.is_empty() && !logins.contains(&login) {
            logins.push(login);
        }
    }
    if logins.is_empty() {
        logins.extend(Some(super::portion::login(&item.creator)).filter(|login| !login.is_empty()));
    }
    logins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_or_says_nothing() {
        for (template, says) in [
            ("%%title%% %%page%% %%sep%% %%sitename%%", Some("Rain")),
            ("%title% %sep% %sitename%", Some("Rain")),
            ("Storm at sea - %%sitename%%", Some("Storm at sea")),
            ("Up by 5 % and 7 % a year", Some("Up by 5 % and 7 % a year")),
            ("%%primary_category%% today", None),
        ] {
            assert_eq!(expanded(template, "Rain").as_deref(), says, "{template}");
        }
    }
}

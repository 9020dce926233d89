//! What readers who share a page show of it: Open Graph (ogp.me).

use domain::{Edition, Space};
use store::Frame;

use crate::{
    chrome::{Facing, Subject},
    urls::{absolute, paper_name},
    view::{OpenGraph, SharedView, Url},
    voice::Voice,
};

/// None on a page without an address: it says what is wrong.
pub(crate) fn of(frame: &Frame, edition: &Edition, voice: &Voice, facing: &Facing<'_>) -> Option<OpenGraph> {
    let url = absolute(&frame.portal, facing.path.as_ref()?);
    let paper = paper_name(&frame.portal, edition);
    let article = match facing.subject {
        Subject::Story(told) if told.article.space == Space::Post => Some(&told.article),
        _ => None,
    };
    let social = article.and_then(|article| article.content.headlines.social.clone());
    let section = article.and_then(|_| facing.trail.last()).map(|section| section.name.clone());
    Some(OpenGraph {
        kind: match facing.subject {
            Subject::Person { .. } => "profile",
            _ if article.is_some() => "article",
            _ => "website",
        },
        title: social.or_else(|| facing.title.clone()).unwrap_or_else(|| paper.to_owned()),
        description: facing.description.clone(),
        url: Url::new(&url),
        site_name: paper.to_owned(),
        locale: edition.locale.as_str().replace('-', "_"),
        published: article.map(|article| voice.stamp(article.first_published).machine),
        modified: article.map(|article| voice.stamp(article.modified).machine),
        section,
        picture: facing.pictures.first().map(|picture| SharedView {
            url: Url::new(&absolute(&frame.portal, &picture.path)),
            width: picture.width,
            height: picture.height,
            alt: picture.alt.clone(),
        }),
    })
}

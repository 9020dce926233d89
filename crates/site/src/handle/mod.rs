//! The handlers, a file each kind of page. Each asks the store and the press within the
//! visit's one snapshot and returns its answer as values; none where nothing lies there.

use domain::{Edition, EditionCode};
use http::StatusCode;
use press::urls;

use crate::{answer::Answer, error::Result, language, route::Route, visit::Visit};

mod archive;
mod article;
mod author;
mod corrections;
mod feed;
mod robots;
mod search;
mod section;
mod sitemap;
mod source;
mod topic;
mod trust;

/// The answer at a route.
pub(crate) async fn at(visit: &mut Visit<'_>, route: &Route) -> Result<Option<Answer>> {
    let frame = visit.frame();
    // Closed editions are absent for readers.
    let open = |code: &EditionCode| frame.edition(code.as_str()).filter(|edition| edition.open);
    match route {
        Route::Root => Ok(root(visit)),
        Route::Robots => Ok(Some(robots::robots(visit))),
        Route::TrustTxt => Ok(trust::trust_txt(visit)),
        Route::TdmRep => Ok(trust::tdm_rep(visit)),
        Route::SitemapIndex => sitemap::index(visit).await.map(Some),
        Route::Front(code) => match open(code) {
            Some(edition) => front(visit, edition).await.map(Some),
            None => Ok(None),
        },
        Route::Section(code, slug, before) => match open(code) {
            Some(edition) => section::page(visit, edition, slug, *before).await,
            None => Ok(None),
        },
        Route::Topic(code, slug, before) => match open(code) {
            Some(edition) => topic::page(visit, edition, slug, *before).await,
            None => Ok(None),
        },
        Route::Author(code, slug, before) => match open(code) {
            Some(edition) => author::page(visit, edition, slug, *before).await,
            None => Ok(None),
        },
        Route::Source(code, slug, before) => match open(code) {
            Some(edition) => source::page(visit, edition, slug, *before).await,
            None => Ok(None),
        },
        Route::Archive(code, span, before) => match open(code) {
            Some(edition) => archive::page(visit, edition, *span, *before).await.map(Some),
            None => Ok(None),
        },
        Route::Corrections(code, before) => match open(code) {
            Some(edition) => corrections::page(visit, edition, *before).await.map(Some),
            None => Ok(None),
        },
        Route::Search(code, query) => match open(code) {
            Some(edition) => search::page(visit, edition, query).await,
            None => Ok(None),
        },
        Route::Branch(code, space, slug) => match open(code) {
            Some(edition) => article::page(visit, edition, *space, slug).await,
            None => Ok(None),
        },
        Route::Feed(code, scope, format) => match open(code) {
            Some(edition) => feed::feed(visit, edition, scope, *format).await.map(Some),
            None => Ok(None),
        },
        Route::SitemapMonth(code, month, part) => match open(code) {
            Some(edition) => sitemap::month(visit, edition, *month, *part).await.map(Some),
            None => Ok(None),
        },
        Route::SitemapNews(code) => match open(code) {
            Some(edition) => sitemap::news(visit, edition).await.map(Some),
            None => Ok(None),
        },
        Route::SitemapPages(code) => match open(code) {
            Some(edition) => sitemap::pages(visit, edition).await.map(Some),
            None => Ok(None),
        },
        // Answered before a snapshot is opened.
        Route::Static(_) | Route::Health => Ok(None),
    }
}

/// `/` leads to the edition that the reader's language asks for.
fn root(visit: &Visit<'_>) -> Option<Answer> {
    let edition = language::wanted(&visit.snap.frame().editions, visit.accept_language)?;
    Some(Answer {
        location: Some(urls::front_url(&edition.code)),
        by_language: true,
        ..Answer::wordless(StatusCode::FOUND)
    })
}

async fn front(visit: &mut Visit<'_>, edition: &Edition) -> Result<Answer> {
    let page = visit.site.press().front(&mut visit.snap, edition, visit.at).await?;
    Ok(Answer::page(StatusCode::OK, page, &edition.locale))
}

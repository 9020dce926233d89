//! The handlers, a file each kind of page. Each asks the store and the press within the
//! visit's one snapshot and returns its answer as values; none where nothing lies there.

use domain::Edition;
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
    match route {
        Route::Root => Ok(root(visit)),
        Route::Robots => Ok(Some(robots::robots(visit))),
        Route::TrustTxt => Ok(trust::trust_txt(visit)),
        Route::TdmRep => Ok(trust::tdm_rep(visit)),
        Route::SitemapIndex => sitemap::index(visit).await.map(Some),
        _ => {
            let frame = visit.frame();
            let edition = route.edition().and_then(|code| frame.edition(code.as_str()));
            // Closed editions are absent for readers.
            match edition.filter(|edition| edition.open) {
                Some(edition) => inside(visit, edition, route).await,
                None => Ok(None),
            }
        }
    }
}

/// The answer at a route of an open edition.
async fn inside(visit: &mut Visit<'_>, edition: &Edition, route: &Route) -> Result<Option<Answer>> {
    match route {
        Route::Front(_) => front(visit, edition).await.map(Some),
        Route::Section(_, slug, before) => section::page(visit, edition, slug, *before).await,
        Route::Topic(_, slug, before) => topic::page(visit, edition, slug, *before).await,
        Route::Author(_, slug, before) => author::page(visit, edition, slug, *before).await,
        Route::Source(_, slug, before) => source::page(visit, edition, slug, *before).await,
        Route::Archive(_, span, before) => archive::page(visit, edition, *span, *before).await.map(Some),
        Route::Corrections(_, before) => corrections::page(visit, edition, *before).await.map(Some),
        Route::Search(_, query) => search::page(visit, edition, query).await.map(Some),
        Route::Branch(_, space, slug) => article::page(visit, edition, *space, slug).await,
        Route::Feed(_, scope, format) => feed::feed(visit, edition, scope, *format).await.map(Some),
        Route::SitemapMonth(_, month, part) => sitemap::month(visit, edition, *month, *part).await.map(Some),
        Route::SitemapNews(_) => sitemap::news(visit, edition).await.map(Some),
        Route::SitemapPages(_) => sitemap::pages(visit, edition).await.map(Some),
        // The portal's own; files and health are answered before a snapshot is opened.
        Route::Root
        | Route::Robots
        | Route::TrustTxt
        | Route::TdmRep
        | Route::SitemapIndex
        | Route::Static(_)
        | Route::Media(..)
        | Route::Health => Ok(None),
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

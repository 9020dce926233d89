//! The handlers, a file each kind of page. Each asks the store and the press within the
//! visit's one snapshot and returns its answer as values; none where nothing lies there.

use domain::{Edition, EditionCode};
use http::StatusCode;
use press::{PageFacts, urls};

use crate::{
    answer::{Answer, TEXT},
    error::Result,
    language,
    route::Route,
    visit::Visit,
};

mod article;
mod feed;
mod section;
mod sitemap;

/// The answer at a route.
pub(crate) async fn at(visit: &mut Visit<'_>, route: &Route) -> Result<Option<Answer>> {
    let frame = visit.frame();
    // Closed editions are absent for readers.
    let open = |code: &EditionCode| frame.edition(code.as_str()).filter(|edition| edition.open);
    match route {
        Route::Root => Ok(root(visit)),
        Route::Robots => Ok(Some(robots(visit))),
        Route::SitemapIndex => sitemap::index(visit).await.map(Some),
        Route::Front(code) => match open(code) {
            Some(edition) => front(visit, edition).await.map(Some),
            None => Ok(None),
        },
        Route::Section(code, slug, before) => match open(code) {
            Some(edition) => section::page(visit, edition, slug, *before).await,
            None => Ok(None),
        },
        Route::Branch(code, space, slug) => match open(code) {
            Some(edition) => article::page(visit, edition, *space, slug).await,
            None => Ok(None),
        },
        Route::Feed(code) => match open(code) {
            Some(edition) => feed::rss(visit, edition).await.map(Some),
            None => Ok(None),
        },
        Route::SitemapMonth(code, month) => match open(code) {
            Some(edition) => sitemap::month(visit, edition, *month).await.map(Some),
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

/// RFC 9309; every page may be read by machines.
fn robots(visit: &Visit<'_>) -> Answer {
    let sitemap = urls::absolute(&visit.snap.frame().portal, "/sitemap.xml");
    let facts = PageFacts::new(visit.snap.position(), vec![domain::Tag::Portal]);
    Answer::file(TEXT, format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"), facts)
}

//! Sitemaps (sitemaps.org 0.9): an index, a file of articles for each month of an
//! edition, and one of its front, sections and standing pages. The lists are read by key in portions, so
//! that a month costs what it holds and no archive is ever walked (law 9).
//!
//! The other languages of an article are told by its page, not here: a file of 50,000
//! addresses would need as many further reads.

use domain::{BranchId, Edition, Moment, Public, Shown, Tag};
use press::{PageFacts, Problem, urls};
use store::{CardRow, ListKey, ListName};
use uuid::Uuid;

use crate::{
    answer::{Answer, XML, frame_tags},
    error::Result,
    route::{Month, PageKey, Route},
    visit::Visit,
};

/// Most addresses in one file, by the protocol.
const MAX_URLS: usize = 50_000;
/// Rows read at once.
const PORTION: i64 = 1_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// `/sitemap.xml`: the files of all open editions.
pub(super) async fn index(visit: &mut Visit<'_>) -> Result<Answer> {
    let frame = visit.frame();
    let mut facts = PageFacts::new(visit.snap.position(), vec![Tag::Portal]);
    let mut body = format!("{HEAD}<sitemapindex {NAMESPACE}>\n");
    for edition in frame.editions.iter().filter(|edition| edition.open) {
        facts.tags.extend(frame_tags(&edition.code));
        facts.tags.push(Tag::EditionList(edition.code.clone()));
        let mut routes = vec![Route::SitemapPages(edition.code.clone())];
        for month in months(visit, edition, &mut facts).await? {
            routes.push(Route::SitemapMonth(edition.code.clone(), month));
        }
        for route in routes {
            body.push_str("<sitemap>");
            location(&mut body, &urls::absolute(&frame.portal, &route.url()));
            body.push_str("</sitemap>\n");
        }
    }
    body.push_str("</sitemapindex>\n");
    Ok(Answer::file(XML, body, facts))
}

/// The months in which the edition has articles: one short read for each.
async fn months(visit: &mut Visit<'_>, edition: &Edition, facts: &mut PageFacts) -> Result<Vec<Month>> {
    let mut months: Vec<Month> = Vec::new();
    let mut after = None;
    while let Some(first) = read(visit, edition, after, 1).await?.into_iter().next() {
        let month = Month::of(first.moment);
        if months.last() == Some(&month) {
            break;
        }
        // When this one expires, its month may be empty.
        facts.hide(first.hide_at());
        months.push(month);
        after = last_key_before(month.end());
    }
    Ok(months)
}

/// The articles of a month, oldest first; 404 until there is one.
pub(super) async fn month(visit: &mut Visit<'_>, edition: &Edition, month: Month) -> Result<Answer> {
    let frame = visit.frame();
    let tags =
        frame_tags(&edition.code).into_iter().chain([Tag::EditionList(edition.code.clone())]).collect();
    let mut facts = PageFacts::new(visit.snap.position(), tags);
    let mut body = format!("{HEAD}<urlset {NAMESPACE}>\n");
    let (mut count, mut after, end) = (0, last_key_before(month.start()), month.end());
    loop {
        let rows = read(visit, edition, after, PORTION).await?;
        let read_all = rows.iter().take_while(|row| row.moment < end).count();
        for row in rows.iter().take(read_all) {
            let path = urls::branch_url(&row.edition, row.space, &row.slug);
            url(&mut body, &urls::absolute(&frame.portal, &path), Some(row.modified));
            facts.tags.push(Tag::Branch(row.branch));
            facts.hide(row.hide_at());
            facts.changed(row.modified);
        }
        count += read_all;
        let Some(last) = rows.last().filter(|_| read_all == rows.len()) else { break };
        if count >= MAX_URLS {
            tracing::warn!(edition = %edition.code, %month, "a month has more articles than one sitemap holds");
            break;
        }
        after = Some((last.moment, last.branch));
    }
    body.push_str("</urlset>\n");
    if count == 0 {
        let first_article = Tag::EditionList(edition.code.clone());
        return Ok(visit.problem(Some(&edition.code), Problem::NotFound).depending_on([first_article]));
    }
    Ok(Answer::file(XML, body, facts))
}

/// Front, sections and standing pages of an edition.
pub(super) async fn pages(visit: &mut Visit<'_>, edition: &Edition) -> Result<Answer> {
    let frame = visit.frame();
    let tags =
        frame_tags(&edition.code).into_iter().chain([Tag::EditionList(edition.code.clone())]).collect();
    let mut facts = PageFacts::new(visit.snap.position(), tags);
    let mut body = format!("{HEAD}<urlset {NAMESPACE}>\n");
    url(&mut body, &urls::absolute(&frame.portal, &urls::front_url(&edition.code)), None);
    for section in frame.sections.iter().filter(|section| section.words.contains_key(&edition.code)) {
        url(
            &mut body,
            &urls::absolute(&frame.portal, &urls::section_url(&edition.code, &section.slug)),
            None,
        );
        facts.tags.push(Tag::Section(section.id));
    }
    let mut after = Some(String::new());
    while let Some(slug) = after {
        let (pages, next) = visit.snap.standing_pages(&edition.code, &slug, PORTION, visit.at).await?;
        for page in pages {
            let path = urls::branch_url(&page.edition, page.space, &page.slug);
            url(&mut body, &urls::absolute(&frame.portal, &path), None);
            facts.tags.push(Tag::Branch(page.branch));
            facts.hide(page.hide_at());
        }
        after = next;
    }
    body.push_str("</urlset>\n");
    Ok(Answer::file(XML, body, facts))
}

/// The next rows of the edition's list, oldest first. What the eye refuses is left out;
/// rows exist only while it would not.
async fn read(
    visit: &mut Visit<'_>,
    edition: &Edition,
    after: Option<PageKey>,
    limit: i64,
) -> Result<Vec<Shown<CardRow, Public>>> {
    let list = ListName { edition: edition.code.clone(), key: ListKey::Edition };
    let rows = visit.snap.list_from(&list, after, limit, visit.at).await?;
    Ok(rows.into_iter().filter_map(|row| row.for_readers(visit.at).ok()).collect())
}

/// The greatest key before `moment`; none at the beginning of the calendar.
fn last_key_before(moment: Moment) -> Option<PageKey> {
    let before = || (Moment::from_micros(moment.micros() - 1), BranchId::new(Uuid::max()));
    (moment > Moment::MIN).then(before)
}

fn url(body: &mut String, address: &str, modified: Option<Moment>) {
    body.push_str("<url>");
    location(body, address);
    if let Some(modified) = modified {
        body.push_str("<lastmod>");
        body.push_str(&modified.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
        body.push_str("</lastmod>");
    }
    body.push_str("</url>\n");
}

/// Addresses are percent-encoded and their base is scheme, host and port alone: of XML's
/// own characters none is left in them but what this replaces.
fn location(body: &mut String, address: &str) {
    body.push_str("<loc>");
    body.push_str(&address.replace('&', "&amp;").replace('<', "&lt;"));
    body.push_str("</loc>");
}

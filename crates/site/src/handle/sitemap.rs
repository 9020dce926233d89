//! Sitemaps (sitemaps.org 0.9): an index, files of articles for each month of an edition,
//! one of its front, sections and standing pages, and one of its news. The lists are read
//! by key, each file in one portion: a file costs what it holds and no archive is ever
//! walked (law 9). The index alone counts its way through a month's keys.
//!
//! Each page stands there with its other languages, which are read for a whole file at once.

mod news;

use std::collections::BTreeMap;

use domain::{BranchId, Edition, Moment, Public, Section, Shown, Tag};
use exchange::sitemap::{Place, Sitemap, index as file_of_files};
use press::{PageFacts, Problem, urls};
use store::{Alternate, CardRow, Frame, ListKey, ListName};
use uuid::Uuid;

pub(super) use self::news::news;
use crate::{
    answer::{Answer, XML, frame_tags},
    error::Result,
    route::{Month, PageKey, Route},
    visit::Visit,
};

/// Articles of one file. The protocol allows 50,000 in 50 MB, but an article's longest
/// addresses in all languages of a large portal take 50 KB.
const PART: i64 = 1_000;

/// `/sitemap.xml`: the files of all open editions.
pub(super) async fn index(visit: &mut Visit<'_>) -> Result<Answer> {
    let frame = visit.frame();
    let mut facts = PageFacts::new(visit.snap.position(), vec![Tag::Portal]);
    let mut files = Vec::new();
    for edition in frame.editions.iter().filter(|edition| edition.open) {
        facts.tags.extend(frame_tags(&edition.code));
        facts.tags.push(Tag::EditionList(edition.code.clone()));
        let mut routes =
            vec![Route::SitemapPages(edition.code.clone()), Route::SitemapNews(edition.code.clone())];
        for month in months(visit, edition, &mut facts).await? {
            let parts = starts(visit, edition, month, u16::MAX).await?.len();
            let parts = u16::try_from(parts).unwrap_or(u16::MAX);
            routes.extend((1..=parts).map(|part| Route::SitemapMonth(edition.code.clone(), month, part)));
        }
        files.extend(routes.iter().map(|route| urls::absolute(&frame.portal, &route.url())));
    }
    Ok(Answer::file(XML, file_of_files(&files), facts))
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

/// The keys after which the first `most` parts of a month begin.
async fn starts(
    visit: &mut Visit<'_>,
    edition: &Edition,
    month: Month,
    most: u16,
) -> Result<Vec<Option<PageKey>>> {
    let list = list_of(edition);
    let mut starts = vec![last_key_before(month.start())];
    while starts.len() < usize::from(most) {
        let after = starts.last().copied().flatten();
        match visit.snap.list_hop(&list, after, month.end(), PART, visit.at).await? {
            Some(key) => starts.push(Some(key)),
            None => break,
        }
    }
    Ok(starts)
}

/// A part of the articles of a month, oldest first; 404 where it holds none.
pub(super) async fn month(
    visit: &mut Visit<'_>,
    edition: &Edition,
    month: Month,
    part: u16,
) -> Result<Answer> {
    let starts = starts(visit, edition, month, part).await?;
    let mut rows = match starts.get(usize::from(part).saturating_sub(1)) {
        Some(after) => read(visit, edition, *after, PART).await?,
        None => Vec::new(),
    };
    let end = month.end();
    rows.retain(|row| row.moment < end);
    if rows.is_empty() {
        let first_article = Tag::EditionList(edition.code.clone());
        return Ok(visit.problem(Some(&edition.code), Problem::NotFound).depending_on([first_article]));
    }
    let mut facts = facts_of(visit, edition);
    let mut sitemap = Sitemap::of_pages();
    for place in places(visit, edition, &rows, &mut facts).await? {
        sitemap.push(&place);
    }
    Ok(Answer::file(XML, sitemap.finish(), facts))
}

/// Articles that stand side by side in the edition's list, in either order, as a sitemap
/// shows them.
async fn places(
    visit: &mut Visit<'_>,
    edition: &Edition,
    rows: &[Shown<CardRow, Public>],
    facts: &mut PageFacts,
) -> Result<Vec<Place>> {
    let keys = rows.iter().map(|row| (row.moment, row.branch));
    let (Some(first), Some(last)) = (keys.clone().min(), keys.max()) else { return Ok(Vec::new()) };
    let frame = visit.frame();
    let alternates = visit.snap.alternates_of_list(&list_of(edition), first, last, visit.at).await?;
    let alternates = by_page(alternates, facts);
    Ok(rows
        .iter()
        .map(|row| {
            // A branch that joins or leaves the story changes the languages.
            facts.tags.extend([Tag::Branch(row.branch), Tag::Story(row.story)]);
            facts.hide(row.hide_at());
            facts.changed(row.modified);
            let path = urls::branch_url(&row.edition, row.space, &row.slug);
            Place {
                address: urls::absolute(&frame.portal, &path),
                modified: Some(row.modified),
                alternates: languages(&frame, alternates.get(&row.branch).map_or(&[], Vec::as_slice)),
                news: None,
            }
        })
        .collect())
}

/// Front, sections and standing pages of an edition.
pub(super) async fn pages(visit: &mut Visit<'_>, edition: &Edition) -> Result<Answer> {
    let frame = visit.frame();
    let mut facts = facts_of(visit, edition);
    let mut sitemap = Sitemap::of_pages();
    let open = || frame.editions.iter().filter(|other| other.open);
    let fronts = open().map(|other| (other, urls::front_url(&other.code))).collect();
    sitemap.push(&place_of(&frame, urls::front_url(&edition.code), fronts));
    for section in frame.sections.iter().filter(|section| section.words.contains_key(&edition.code)) {
        let here = |other: &Edition| urls::section_url(&other.code, &section.slug);
        let named = open().filter(|other| is_named(section, other)).map(|other| (other, here(other)));
        sitemap.push(&place_of(&frame, here(edition), named.collect()));
        facts.tags.push(Tag::Section(section.id));
    }
    let mut after = Some(String::new());
    while let Some(slug) = after {
        let (pages, next) = visit.snap.standing_pages(&edition.code, &slug, PART, visit.at).await?;
        if let Some(last) = pages.last() {
            let last = last.slug.as_str();
            let alternates = visit.snap.alternates_of_pages(&edition.code, &slug, last, visit.at).await?;
            let alternates = by_page(alternates, &mut facts);
            for page in &pages {
                let languages = languages(&frame, alternates.get(&page.branch).map_or(&[], Vec::as_slice));
                let path = urls::branch_url(&page.edition, page.space, &page.slug);
                let address = urls::absolute(&frame.portal, &path);
                sitemap.push(&Place { address, alternates: languages, ..Place::default() });
                facts.tags.push(Tag::Branch(page.branch));
                facts.hide(page.hide_at());
            }
        }
        after = next;
    }
    // Other editions' words, names and openness are shown too.
    facts.tags.extend(open().map(|other| Tag::Edition(other.code.clone())));
    Ok(Answer::file(XML, sitemap.finish(), facts))
}

fn is_named(section: &Section, edition: &Edition) -> bool {
    section.words.contains_key(&edition.code)
}

/// A page without a date, with its path in each edition that has it.
fn place_of(frame: &Frame, path: String, paths: Vec<(&Edition, String)>) -> Place {
    let alternates: Vec<_> = paths
        .into_iter()
        .map(|(other, path)| exchange::sitemap::Alternate {
            lang: other.locale.to_string(),
            address: urls::absolute(&frame.portal, &path),
        })
        .collect();
    Place {
        address: urls::absolute(&frame.portal, &path),
        alternates: if alternates.len() > 1 { alternates } else { Vec::new() },
        ..Place::default()
    }
}

/// Alternates by the branch that they are of. The file depends on each of them.
fn by_page(
    alternates: Vec<Shown<Alternate, Public>>,
    facts: &mut PageFacts,
) -> BTreeMap<BranchId, Vec<Shown<Alternate, Public>>> {
    let mut pages: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for alternate in alternates {
        facts.tags.extend([Tag::Branch(alternate.branch), Tag::Story(alternate.story)]);
        facts.hide(alternate.hide_at());
        pages.entry(alternate.of).or_default().push(alternate);
    }
    pages
}

/// The languages of a page; none where it has but one.
fn languages(frame: &Frame, alternates: &[Shown<Alternate, Public>]) -> Vec<exchange::sitemap::Alternate> {
    if alternates.len() < 2 {
        return Vec::new();
    }
    let language = |alternate: &Alternate| {
        let edition = frame.edition(alternate.edition.as_str())?;
        let path = urls::branch_url(&alternate.edition, alternate.space, &alternate.slug);
        let address = urls::absolute(&frame.portal, &path);
        Some(exchange::sitemap::Alternate { lang: edition.locale.to_string(), address })
    };
    alternates.iter().filter_map(|alternate| language(alternate)).collect()
}

fn list_of(edition: &Edition) -> ListName {
    ListName { edition: edition.code.clone(), key: ListKey::Edition }
}

/// What every file of an edition depends on: an article that comes or goes may be on it.
fn facts_of(visit: &Visit<'_>, edition: &Edition) -> PageFacts {
    let list = Tag::EditionList(edition.code.clone());
    let tags = frame_tags(&edition.code).into_iter().chain([list]).collect();
    PageFacts::new(visit.snap.position(), tags)
}

/// The next rows of the edition's list, oldest first. What the eye refuses is left out;
/// rows exist only while it would not.
async fn read(
    visit: &mut Visit<'_>,
    edition: &Edition,
    after: Option<PageKey>,
    limit: i64,
) -> Result<Vec<Shown<CardRow, Public>>> {
    let rows = visit.snap.list_from(&list_of(edition), after, limit, visit.at).await?;
    Ok(rows.into_iter().filter_map(|row| row.for_readers(visit.at).ok()).collect())
}

/// The greatest key before `moment`; none at the beginning of the calendar.
fn last_key_before(moment: Moment) -> Option<PageKey> {
    let before = || (Moment::from_micros(moment.micros() - 1), BranchId::new(Uuid::max()));
    (moment > Moment::MIN).then(before)
}

//! A section's page. In an edition without a name for the section there is none (law 6).

use domain::{Edition, SectionId, Slug, Tag};
use http::StatusCode;
use store::AddressSpace;

use crate::{answer::Answer, error::Result, redirect, route::PageKey, visit::Visit};

pub(super) async fn page(
    visit: &mut Visit<'_>,
    edition: &Edition,
    slug: &Slug,
    before: Option<PageKey>,
) -> Result<Option<Answer>> {
    let frame = visit.frame();
    let Some(section) = frame.sections.by_slug(slug.as_str()) else {
        return moved(visit, edition, slug).await;
    };
    let page = visit.site.press().section(&mut visit.snap, edition, section.id, before, visit.at).await?;
    Ok(page.map(|page| Answer::page(StatusCode::OK, page, &edition.locale)))
}

/// A slug that the section had before leads to its present one.
async fn moved(visit: &mut Visit<'_>, edition: &Edition, slug: &Slug) -> Result<Option<Answer>> {
    let Some((id, false)) = visit.snap.portal_address(AddressSpace::Section, slug.as_str()).await? else {
        return Ok(None);
    };
    let id = SectionId::new(id);
    let Some(url) = redirect::section_url(visit, &edition.code, id) else { return Ok(None) };
    Ok(Some(visit.moved_to(&edition.code, Tag::Section(id), url)))
}

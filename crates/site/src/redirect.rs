//! Imported addresses: each leads by one 301 to where its target lies now, never through
//! a chain (law 8).

use domain::{EditionCode, Hidden, OldAddress, OldForm, SectionId, Tag};
use press::{ArchiveSpan, Problem, urls};
use store::RedirectTo;

use crate::{
    answer::{Answer, frame_tags},
    error::Result,
    visit::Visit,
};

/// The answer at an imported address; none where there is no such address.
pub(crate) async fn follow(
    visit: &mut Visit<'_>,
    path: &str,
    query: &str,
    host: &str,
) -> Result<Option<Answer>> {
    let Some(to) = visit.snap.redirect(path, query, host).await? else { return Ok(None) };
    lead(visit, to).await.map(Some)
}

/// The answer at another form of an imported address: a feed leads to the feed of its list, a later page
/// to the first, a day, a month or a year to the edition's page of it.
pub(crate) async fn follow_form(visit: &mut Visit<'_>, old: &OldAddress) -> Result<Option<Answer>> {
    let own = OldForm { path: old.path.clone(), feed: false, numbered: false };
    for form in std::iter::once(own).chain(old.forms()) {
        if form.path != old.path
            && let Some(to) = visit.snap.redirect(&form.path, "", &old.host).await?
        {
            let is_list = !matches!(to, RedirectTo::Branch(..));
            let mut answer = lead(visit, to).await?;
            if form.feed && is_list {
                answer.location = answer.location.map(|page| format!("{page}feed.xml"));
            }
            return Ok(Some(answer));
        }
        if !form.numbered
            && let Some(answer) = follow_date(visit, &form.path, &old.host).await?
        {
            return Ok(Some(answer));
        }
    }
    Ok(None)
}

/// The answer at an imported archive by date.
async fn follow_date(visit: &mut Visit<'_>, path: &str, host: &str) -> Result<Option<Answer>> {
    let parts: Vec<&str> = path.split('/').collect();
    for (below, date) in (1..=3).rev().filter_map(|n| parts.split_at_checked(parts.len().checked_sub(n)?)) {
        let Some(span) = ArchiveSpan::parse(date) else { continue };
        let front = visit.snap.redirect(&below.join("/"), OldAddress::DATES, host).await?;
        if let Some(RedirectTo::Front(edition)) = front
            && visit.snap.frame().is_open(&edition)
        {
            let url = urls::archive_url(&edition, span);
            return Ok(Some(moved(visit, url, frame_tags(&edition))));
        }
    }
    Ok(None)
}

async fn lead(visit: &mut Visit<'_>, to: RedirectTo) -> Result<Answer> {
    Ok(match to {
        RedirectTo::Branch(edition, branch) => match visit.snap.branch_address(branch, visit.at).await? {
            Some(Ok(there)) => {
                let url = urls::branch_url(&there.edition, there.space, &there.slug);
                let mut answer = moved(visit, url, [Tag::Branch(branch)]);
                if let Some(facts) = &mut answer.facts {
                    facts.hide(there.hide_at());
                }
                answer
            }
            Some(Err(Hidden::Gone(reason))) => {
                visit.problem(Some(&edition), Problem::Gone(reason)).depending_on([Tag::Branch(branch)])
            }
            Some(Err(Hidden::Absent)) | None => {
                visit.problem(Some(&edition), Problem::NotFound).depending_on([Tag::Branch(branch)])
            }
        },
        RedirectTo::Section(edition, section) => {
            let url = section_url(visit, &edition, section);
            listed(visit, &edition, url, Tag::Section(section))
        }
        RedirectTo::Front(edition) if visit.snap.frame().is_open(&edition) => {
            moved(visit, urls::front_url(&edition), frame_tags(&edition))
        }
        RedirectTo::Front(edition) => visit.problem(Some(&edition), Problem::NotFound),
        RedirectTo::Topic(edition, topic) => {
            let named = visit.snap.topics(&[topic], &edition).await?.into_iter().next();
            let url = named.map(|named| urls::topic_url(&edition, &named.slug));
            listed(visit, &edition, url, Tag::Topic(topic))
        }
        RedirectTo::Person(edition, person) => {
            let named = visit.snap.persons(&[person], &edition).await?.into_iter().next();
            let url = named.map(|named| urls::author_url(&edition, &named.slug));
            listed(visit, &edition, url, Tag::Person(person))
        }
    })
}

/// The page of a section in an open edition that has a name for it (law 6).
pub(crate) fn section_url(visit: &Visit<'_>, edition: &EditionCode, section: SectionId) -> Option<String> {
    let frame = visit.snap.frame();
    let section = frame.sections.get(section).filter(|section| section.words.contains_key(edition))?;
    frame.is_open(edition).then(|| urls::section_url(edition, &section.slug))
}

/// The page of a section, a topic or a person in an open edition.
fn listed(visit: &Visit<'_>, edition: &EditionCode, url: Option<String>, tag: Tag) -> Answer {
    match url.filter(|_| visit.snap.frame().is_open(edition)) {
        Some(url) => visit.moved_to(edition, tag, url),
        None => visit.problem(Some(edition), Problem::NotFound).depending_on([tag]),
    }
}

fn moved(visit: &Visit<'_>, url: String, tags: impl IntoIterator<Item = Tag>) -> Answer {
    Answer::moved(url, visit.snap.position(), tags.into_iter().collect())
}

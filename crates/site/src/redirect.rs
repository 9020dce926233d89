//! Imported addresses: each leads by one 301 to where its target lies now, never through
//! a chain (law 8).

use domain::{EditionCode, Hidden, SectionId, Tag};
use press::{Problem, urls};
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
    Ok(Some(match to {
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
            let url = named.and_then(|named| Some(urls::topic_url(&edition, &named.slug?)));
            listed(visit, &edition, url, Tag::Topic(topic))
        }
        RedirectTo::Person(edition, person) => {
            let named = visit.snap.persons(&[person], &edition).await?.into_iter().next();
            let url = named.and_then(|named| Some(urls::author_url(&edition, &named.slug?)));
            listed(visit, &edition, url, Tag::Person(person))
        }
    }))
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

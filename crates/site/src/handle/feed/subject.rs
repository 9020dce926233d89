//! What lies at a feed's address: whose articles it holds, and what it is called.

use domain::{Edition, SectionId, Slug, Tag};
use locale::{Arg, Language, MessageError};
use store::{AddressSpace, ListKey, Named, Profiled};

use crate::{error::Result, route::FeedScope, visit::Visit};

/// Whose articles a feed holds.
pub(super) struct Subject {
    pub(super) key: ListKey,
    /// What it depends on besides its articles.
    pub(super) tags: Vec<Tag>,
    message: &'static str,
    /// The message's word for the section, topic or author, and its name.
    name: Option<(&'static str, String)>,
}

/// What lies at a feed's address.
pub(super) enum Found {
    /// A feed.
    Subject(Subject),
    /// Its page has another slug now.
    Moved(FeedScope, Tag),
    /// Nothing.
    Nothing,
}

impl Subject {
    /// The feed's title.
    pub(super) fn title(&self, paper: &str, language: &Language) -> Result<String, MessageError> {
        let mut args = vec![("paper", Arg::Text(paper))];
        args.extend(self.name.as_ref().map(|(word, name)| (*word, Arg::Text(name))));
        language.text(self.message, &args)
    }
}

/// The answer at the page whose feed it is, whatever that is.
pub(super) fn page_tag(scope: &FeedScope, edition: &Edition) -> Tag {
    let code = &edition.code;
    Tag::Path(match scope {
        FeedScope::Edition => format!("/{code}"),
        FeedScope::Section(slug) => format!("/{code}/{slug}"),
        FeedScope::Topic(slug) => format!("/{code}/topic/{slug}"),
        FeedScope::Author(slug) => format!("/{code}/author/{slug}"),
    })
}

/// Looks the feed up as its page is looked up.
pub(super) async fn find(visit: &mut Visit<'_>, edition: &Edition, scope: &FeedScope) -> Result<Found> {
    match scope {
        FeedScope::Edition => Ok(Found::Subject(Subject {
            key: ListKey::Edition,
            tags: vec![Tag::EditionList(edition.code.clone())],
            message: "feed-title",
            name: None,
        })),
        FeedScope::Section(slug) => section(visit, edition, slug).await,
        FeedScope::Topic(slug) => topic(visit, edition, slug).await,
        FeedScope::Author(slug) => author(visit, edition, slug).await,
    }
}

async fn section(visit: &mut Visit<'_>, edition: &Edition, slug: &Slug) -> Result<Found> {
    let frame = visit.frame();
    let present = frame.sections.by_slug(slug.as_str());
    let section = match present {
        Some(section) => Some(section),
        None => {
            let old = visit.snap.portal_address(AddressSpace::Section, slug.as_str()).await?;
            old.and_then(|(id, _)| frame.sections.get(SectionId::new(id)))
        }
    };
    let Some(section) = section else { return Ok(Found::Nothing) };
    let Some(words) = section.words.get(&edition.code) else { return Ok(Found::Nothing) };
    if present.is_none() {
        return Ok(Found::Moved(FeedScope::Section(section.slug.clone()), Tag::Section(section.id)));
    }
    Ok(Found::Subject(Subject {
        key: ListKey::Section(section.id),
        tags: vec![Tag::Section(section.id), Tag::SectionList(edition.code.clone(), section.id)],
        message: "feed-of-section",
        name: Some(("section", words.name.clone())),
    }))
}

async fn topic(visit: &mut Visit<'_>, edition: &Edition, slug: &Slug) -> Result<Found> {
    let code = &edition.code;
    let found = visit.snap.topic_at(code, slug.as_str()).await?;
    let Some(Profiled { named: Named { id, name, slug: present, .. }, is_current, .. }) = found else {
        return Ok(Found::Nothing);
    };
    if !is_current {
        return Ok(Found::Moved(FeedScope::Topic(present), Tag::Topic(id)));
    }
    Ok(Found::Subject(Subject {
        key: ListKey::Topic(id),
        tags: vec![Tag::Topic(id), Tag::TopicList(code.clone(), id)],
        message: "feed-of-topic",
        name: Some(("topic", name)),
    }))
}

async fn author(visit: &mut Visit<'_>, edition: &Edition, slug: &Slug) -> Result<Found> {
    let code = &edition.code;
    let found = visit.snap.person_at(code, slug.as_str()).await?;
    let Some(Profiled { named: Named { id, name, slug: present, .. }, is_current, .. }) = found else {
        return Ok(Found::Nothing);
    };
    if !is_current {
        return Ok(Found::Moved(FeedScope::Author(present), Tag::Person(id)));
    }
    Ok(Found::Subject(Subject {
        key: ListKey::Person(id),
        tags: vec![Tag::Person(id), Tag::PersonList(code.clone(), id)],
        message: "feed-of-author",
        name: Some(("author", name)),
    }))
}

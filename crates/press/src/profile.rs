//! Pages of topics, authors and sources: a name, what the edition tells of it, and a list
//! by key.

use domain::{BranchId, Edition, EditionCode, LocaleTag, Moment, PersonId, Public, SourceId, Tag, TopicId};
use locale::Arg;
use store::{ListKey, ListName, Named, Profiled, Snapshot};

use crate::{
    chrome::{Facing, Subject},
    error::PressError,
    load::{Cards, Showing, list_page},
    page::{Page, PageFacts},
    pictures::Slot,
    press::Press,
    urls::{author_url, paper_name, source_url, topic_url},
    view::{AuthorView, NameView, PageKind, SourceView, TopicView, Url},
};

/// A page's place in its list.
type Before = Option<(Moment, BranchId)>;

impl Press {
    /// The page of a topic's list that begins after `before`, or its first one.
    pub async fn topic(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        topic: &Named<TopicId>,
        before: Before,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let slug = &topic.slug;
        let frame = std::sync::Arc::clone(snapshot.frame());
        let voice = self.voices.of(&frame, edition)?;
        let code = &edition.code;
        let mut facts = facts(snapshot, code, [Tag::Topic(topic.id), Tag::TopicList(code.clone(), topic.id)]);
        let url = topic_url(code, slug);
        let name = ListName { edition: code.clone(), key: ListKey::Topic(topic.id) };
        let list = list_page(snapshot, &name, &url, before, at, &mut facts).await?;
        let showing = Showing { edition: &edition.code, frame: &frame, voice: &voice, at };
        let cards = Cards::of(&list.rows, Vec::new(), snapshot, showing, &mut facts).await?;
        let cards = cards.all(&list.rows, None);
        // A later page has no twin: keys are an edition's own.
        let twins = if before.is_none() { snapshot.topic_slugs(topic.id).await? } else { Vec::new() };
        let named =
            [("paper", Arg::Text(paper_name(&frame.portal, edition))), ("topic", Arg::Text(&topic.name))];
        let facing = Facing {
            title: Some(topic.name.clone()),
            path: Some(list.here),
            indexed: !cards.is_empty(),
            next: list.older,
            elsewhere: twins
                .into_iter()
                .map(|(code, slug)| (code.clone(), topic_url(&code, &slug)))
                .collect(),
            feed: Some((voice.language.text("feed-of-topic", &named)?, url)),
            ..Facing::of(PageKind::Topic, at)
        };
        let page = TopicView { name: topic.name.clone(), cards, pager: list.pager };
        self.page(&frame, edition, &voice, &facing, page, facts)
    }

    /// The page of an author's list that begins after `before`, or its first one.
    pub async fn author(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        person: &Profiled<PersonId>,
        before: Before,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let named = &person.named;
        let slug = &named.slug;
        let frame = std::sync::Arc::clone(snapshot.frame());
        let voice = self.voices.of(&frame, edition)?;
        let code = &edition.code;
        let mut facts =
            facts(snapshot, code, [Tag::Person(named.id), Tag::PersonList(code.clone(), named.id)]);
        let url = author_url(code, slug);
        let name = ListName { edition: code.clone(), key: ListKey::Person(named.id) };
        let list = list_page(snapshot, &name, &url, before, at, &mut facts).await?;
        let showing = Showing { edition: &edition.code, frame: &frame, voice: &voice, at };
        let cards =
            Cards::of(&list.rows, named.portrait.into_iter().collect(), snapshot, showing, &mut facts)
                .await?;
        let pictures = named.portrait.and_then(|asset| cards.pictures().shared(asset, Slot::Portrait));
        let portrait = named.portrait.and_then(|asset| cards.pictures().view(asset, Slot::Portrait));
        let cards = cards.all(&list.rows, None);
        let words =
            [("paper", Arg::Text(paper_name(&frame.portal, edition))), ("author", Arg::Text(&named.name))];
        let twins = frame.editions.iter().filter(|_| before.is_none());
        let facing = Facing {
            title: Some(named.name.clone()),
            description: person.about.clone(),
            path: Some(list.here),
            indexed: !cards.is_empty(),
            next: list.older,
            elsewhere: twins.map(|e| (e.code.clone(), author_url(&e.code, slug))).collect(),
            feed: Some((voice.language.text("feed-of-author", &words)?, url)),
            subject: Subject::Person {
                name: &named.name,
                role: named.role.as_deref(),
                about: person.about.as_deref(),
            },
            pictures: pictures.into_iter().collect(),
            ..Facing::of(PageKind::Author, at)
        };
        let page = AuthorView {
            name: name_of(named, None),
            role: named.role.clone(),
            about: person.about.clone(),
            portrait,
            initials: initials(&named.name),
            cards,
            pager: list.pager,
        };
        self.page(&frame, edition, &voice, &facing, page, facts)
    }

    /// The page of the list of what cites a source that begins after `before`, or its first
    /// one.
    pub async fn source(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        source: &Profiled<SourceId>,
        before: Before,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let named = &source.named;
        let slug = &named.slug;
        let frame = std::sync::Arc::clone(snapshot.frame());
        let voice = self.voices.of(&frame, edition)?;
        let code = &edition.code;
        let mut facts =
            facts(snapshot, code, [Tag::Source(named.id), Tag::SourceList(code.clone(), named.id)]);
        let name = ListName { edition: code.clone(), key: ListKey::Source(named.id) };
        let list = list_page(snapshot, &name, &source_url(code, slug), before, at, &mut facts).await?;
        let showing = Showing { edition: &edition.code, frame: &frame, voice: &voice, at };
        let cards = Cards::of(&list.rows, Vec::new(), snapshot, showing, &mut facts).await?;
        let cards = cards.all(&list.rows, None);
        let twins = frame.editions.iter().filter(|_| before.is_none());
        let facing = Facing {
            title: Some(named.name.clone()),
            description: source.about.clone(),
            path: Some(list.here),
            indexed: !cards.is_empty(),
            next: list.older,
            elsewhere: twins.map(|e| (e.code.clone(), source_url(&e.code, slug))).collect(),
            ..Facing::of(PageKind::Source, at)
        };
        let page = SourceView {
            name: name_of(named, None),
            home_url: named.url.as_deref().map(Url::new),
            about: source.about.clone(),
            cards,
            pager: list.pager,
        };
        self.page(&frame, edition, &voice, &facing, page, facts)
    }
}

fn facts(snapshot: &Snapshot, edition: &EditionCode, own: [Tag; 2]) -> PageFacts {
    let tags = [Tag::Portal, Tag::Edition(edition.clone())].into_iter().chain(own).collect();
    PageFacts::new(snapshot.position(), tags)
}

/// A name as templates print it.
pub(crate) fn name_of<I>(named: &Named<I>, url: Option<&str>) -> NameView {
    NameView {
        text: named.name.clone(),
        url: url.map(Url::new),
        lang: named.foreign.clone(),
        dir: named.foreign.as_ref().map(LocaleTag::direction),
    }
}

/// The first letters of a name's first and last word.
pub(crate) fn initials(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    letters.next().into_iter().chain(letters.next_back()).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_those_of_the_first_and_the_last_word() {
        for (name, letters) in
            [("Ada Wong", "AW"), ("Plato", "P"), ("Ani (née) M. Petrosyan", "AP"), ("آني", "آ"), ("", "")]
        {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}

//! The registers: topics, persons, sources. A new name reaches every page that shows it,
//! since revisions name them by id.

use domain::{Action, EditionCode, Person, Source, Subject, Tag, Topic};
use store::{AddressChange, AddressSpace, Changes, Event, Occupant, WriteTx};

use super::{check_name, check_words};
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
    visibility::claimed_paths,
};

/// Adds a topic, or changes the one with its id.
#[derive(Clone, Debug)]
pub struct PutTopic {
    /// The whole of it.
    pub topic: Topic,
}

/// Adds a person, or changes the one with its id.
#[derive(Clone, Debug)]
pub struct PutPerson {
    /// The whole of it.
    pub person: Person,
}

/// Adds a source, or changes the one with its id.
#[derive(Clone, Debug)]
pub struct PutSource {
    /// The whole of it.
    pub source: Source,
}

impl UseCase for PutTopic {
    type Seen = (Option<Topic>, Vec<(EditionCode, Option<Occupant>)>);
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        let mut occupants = Vec::new();
        for (edition, words) in &self.topic.words {
            let occupant = tx.occupant(AddressSpace::Topic, Some(edition), words.slug.as_str()).await?;
            occupants.push((edition.clone(), occupant));
        }
        Ok((tx.topic(self.topic.id).await?, occupants))
    }

    fn decide(&self, (present, occupants): Self::Seen, cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(Action::EditRegisters, &Subject::default())?;
        let topic = &self.topic;
        let mut addresses = Vec::new();
        for (edition, words) in &topic.words {
            check_name("the topic's name", &words.name)?;
            let taken = |(of, occupant): &(EditionCode, Option<Occupant>)| {
                of == edition && occupant.is_some_and(|o| o.target != topic.id.uuid())
            };
            if occupants.iter().any(taken) {
                return Err(Refusal::SlugTaken(words.slug.to_string()).into());
            }
            let before = present.as_ref().and_then(|p| p.words.get(edition));
            if before.is_none_or(|b| b.slug != words.slug) {
                addresses.push(AddressChange::Claim {
                    space: AddressSpace::Topic,
                    edition: Some(edition.clone()),
                    slug: words.slug.clone(),
                    target: topic.id.uuid(),
                    public: true,
                    first: before.is_none(),
                });
            }
        }
        let mut tags = claimed_paths(&addresses, cx.frame);
        tags.push(Tag::Topic(topic.id));
        let changes = Changes {
            topics: vec![topic.clone()],
            addresses,
            events: vec![Event::new("topic.changed", tags)],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

impl UseCase for PutPerson {
    type Seen = (Option<Person>, Option<Occupant>);
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        let occupant = tx.occupant(AddressSpace::Person, None, self.person.slug.as_str()).await?;
        Ok((tx.person(self.person.id).await?, occupant))
    }

    fn decide(&self, (present, occupant): Self::Seen, cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(Action::EditRegisters, &Subject::default())?;
        let person = &self.person;
        for name in person.names.values().chain([&person.original.text]) {
            check_name("the person's name", name)?;
        }
        for profile in person.profiles.values() {
            profile.role.iter().try_for_each(|role| check_name("the person's role", role))?;
            profile.about.iter().try_for_each(|about| check_words("what is told of the person", about))?;
        }
        if occupant.is_some_and(|o| o.target != person.id.uuid()) {
            return Err(Refusal::SlugTaken(person.slug.to_string()).into());
        }
        let claim = present.as_ref().is_none_or(|p| p.slug != person.slug).then(|| AddressChange::Claim {
            space: AddressSpace::Person,
            edition: None,
            slug: person.slug.clone(),
            target: person.id.uuid(),
            public: true,
            first: present.is_none(),
        });
        let addresses: Vec<_> = claim.into_iter().collect();
        let mut tags = claimed_paths(&addresses, cx.frame);
        tags.push(Tag::Person(person.id));
        let changes = Changes {
            persons: vec![person.clone()],
            addresses,
            events: vec![Event::new("person.changed", tags)],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

impl UseCase for PutSource {
    type Seen = (Option<Source>, Option<Occupant>);
    type Done = ();

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        let occupant = tx.occupant(AddressSpace::Source, None, self.source.slug.as_str()).await?;
        Ok((tx.source(self.source.id).await?, occupant))
    }

    fn decide(&self, (present, occupant): Self::Seen, cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(Action::EditRegisters, &Subject::default())?;
        let source = &self.source;
        for name in source.names.values().chain([&source.original.text]) {
            check_name("the source's name", name)?;
        }
        for about in source.about.values() {
            check_words("what is told of the source", about)?;
        }
        if occupant.is_some_and(|o| o.target != source.id.uuid()) {
            return Err(Refusal::SlugTaken(source.slug.to_string()).into());
        }
        if present.as_ref() == Some(source) {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        let claim = present.as_ref().is_none_or(|p| p.slug != source.slug).then(|| AddressChange::Claim {
            space: AddressSpace::Source,
            edition: None,
            slug: source.slug.clone(),
            target: source.id.uuid(),
            public: true,
            first: present.is_none(),
        });
        let addresses: Vec<_> = claim.into_iter().collect();
        let mut tags = claimed_paths(&addresses, cx.frame);
        tags.push(Tag::Source(source.id));
        let changes = Changes {
            sources: vec![source.clone()],
            addresses,
            events: vec![Event::new("source.changed", tags)],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

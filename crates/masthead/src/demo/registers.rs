//! The demonstration's settings, editions, registers and menus.

use desk::{PutEdition, PutPerson, PutSection, PutSource, PutTopic, SetMenu, SetSetting, World as _};
use domain::{MenuItem, PersonId, SectionId, SourceId, TopicId};

use super::{
    fill::{Filling, found},
    format::{Edition, Item, Menu, Person, Portal, PortalFile, Section, Source, Topic},
};
use crate::{failure::Failure, pictures::Pictures};

impl Filling {
    /// All that the stories refer to, and the menus. The portal is found at `base_url`.
    pub(super) async fn portal(
        &mut self,
        file: PortalFile,
        base_url: &str,
        pictures: &Pictures,
    ) -> Result<(), Failure> {
        self.names(file.portal, base_url).await?;
        for (key, value) in file.trust {
            self.set(format!("trust.{key}"), value).await?;
        }
        for (edition, ordinal) in file.editions.into_iter().zip(1..) {
            self.edition(edition, ordinal).await?;
        }
        self.pictures(pictures).await?;
        for (section, ordinal) in file.sections.into_iter().zip(1..) {
            self.section(section, ordinal).await?;
        }
        for person in file.persons {
            self.person(person).await?;
        }
        for source in file.sources {
            self.source(source).await?;
        }
        for topic in file.topics {
            self.topic(topic).await?;
        }
        for menu in file.menus {
            self.menu(menu).await?;
        }
        Ok(())
    }

    async fn set(&self, key: String, value: String) -> Result<(), Failure> {
        self.desk.run(&self.who, &SetSetting { key, value: Some(value) }).await?;
        Ok(())
    }

    async fn names(&self, portal: Portal, base_url: &str) -> Result<(), Failure> {
        for (key, value) in [
            ("portal.name", portal.name),
            ("portal.time_zone", portal.time_zone),
            ("portal.accent", portal.accent),
            ("portal.reuse_rule", portal.reuse_rule),
            ("portal.base_url", base_url.to_owned()),
        ] {
            self.set(key.to_owned(), value).await?;
        }
        Ok(())
    }

    async fn edition(&self, file: Edition, ordinal: i64) -> Result<(), Failure> {
        let code = file.code.clone();
        let edition = domain::Edition {
            name: Some(file.name),
            tagline: Some(file.tagline),
            reuse_rule: Some(file.reuse_rule),
            open: true,
            ordinal,
            ..domain::Edition::new(file.code, file.locale, file.label)
        };
        self.desk.run(&self.who, &PutEdition { edition }).await?;
        for (network, address) in file.social {
            self.set(format!("social.{network}.{code}"), address).await?;
        }
        Ok(())
    }

    async fn section(&mut self, file: Section, ordinal: i64) -> Result<(), Failure> {
        let id = SectionId::new(self.world.uuid());
        let parent = file.parent.map(|slug| found(&self.sections, &slug)).transpose()?;
        self.sections.insert(file.slug.to_string(), id);
        let section = domain::Section { id, parent, slug: file.slug, ordinal, words: file.words };
        self.desk.run(&self.who, &PutSection { section }).await?;
        Ok(())
    }

    async fn person(&mut self, file: Person) -> Result<(), Failure> {
        let id = PersonId::new(self.world.uuid());
        self.persons.insert(file.slug.to_string(), id);
        let Person { slug, original, names, profiles } = file;
        let portrait = self.portraits.get(slug.as_str()).copied();
        let person = domain::Person { id, slug, original, names, profiles, portrait };
        self.desk.run(&self.who, &PutPerson { person }).await?;
        Ok(())
    }

    async fn source(&mut self, file: Source) -> Result<(), Failure> {
        let id = SourceId::new(self.world.uuid());
        self.sources.insert(file.slug.to_string(), id);
        let Source { slug, original, names, about, home_url } = file;
        let source = domain::Source { id, slug, original, names, about, home_url };
        self.desk.run(&self.who, &PutSource { source }).await?;
        Ok(())
    }

    async fn topic(&mut self, file: Topic) -> Result<(), Failure> {
        let id = TopicId::new(self.world.uuid());
        self.topics.insert(file.key, id);
        self.desk.run(&self.who, &PutTopic { topic: domain::Topic { id, words: file.words } }).await?;
        Ok(())
    }

    async fn menu(&self, file: Menu) -> Result<(), Failure> {
        let item = |item| {
            Ok(match item {
                Item::Section { section, label } => {
                    MenuItem::Section { section: found(&self.sections, &section)?, label }
                }
                Item::Page { page, label } => MenuItem::Page { slug: page, label },
                Item::Link { url, label } => MenuItem::Link { url, label },
            })
        };
        let items: Result<Vec<_>, Failure> = file.items.into_iter().map(item).collect();
        let menu = SetMenu { edition: file.edition, place: file.place, items: items? };
        self.desk.run(&self.who, &menu).await?;
        Ok(())
    }
}

//! The first pass over the files of an archive: what items refer to, wherever in the files it stands.
//! Of the items themselves a few words each are kept, so that memory stays flat.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use super::{languages::Languages, site::archive_of};
use crate::wxr::{Author, Category, Channel, Entry, Item, Limits, Reader, Tag};

/// A category or a tag as the header names it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Named {
    pub(crate) id: Option<u64>,
    pub(crate) slug: String,
    pub(crate) parent: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) meta: Vec<(String, String)>,
}

/// What the files of one archive refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Survey {
    pub(crate) channel: Channel,
    pub(crate) languages: Languages,
    pub(crate) authors: Vec<Author>,
    /// Categories in the order of the file, each once.
    pub(crate) categories: Vec<Named>,
    pub(crate) tags: Vec<Named>,
    places: HashMap<(Kind, String), usize>,
}

/// Which register a name is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Category,
    Tag,
    Author,
}

impl Survey {
    fn entry(&mut self, entry: Entry) {
        match entry {
            Entry::Author(author) => self.authors.push(author),
            Entry::Category(Category { id, slug, parent, name, description, meta }) => {
                self.named(Kind::Category, Named { id, slug, parent, name, description, meta });
            }
            Entry::Tag(Tag { id, slug, name, description, meta }) => {
                let parent = String::new();
                self.named(Kind::Tag, Named { id, slug, parent, name, description, meta });
            }
            Entry::Term(term) => self.languages.term(&term),
            Entry::Item(item) => self.item(&item),
            Entry::Channel(_) | Entry::Notice(_) => {}
        }
    }

    fn item(&mut self, item: &Item) {
        self.languages.item(item);
    }

    fn named(&mut self, kind: Kind, named: Named) {
        let of = if kind == Kind::Category { &mut self.categories } else { &mut self.tags };
        if let std::collections::hash_map::Entry::Vacant(place) =
            self.places.entry((kind, named.slug.clone()))
        {
            place.insert(of.len());
            of.push(named);
        }
    }

    /// What the header says of a category or a tag.
    pub(crate) fn find(&self, kind: Kind, slug: &str) -> Option<&Named> {
        let at = *self.places.get(&(kind, slug.to_owned()))?;
        if kind == Kind::Category { self.categories.get(at) } else { self.tags.get(at) }
    }
}

/// What files refer to, by their archives.
#[derive(Clone, Debug, Default)]
pub struct Surveys(BTreeMap<String, Survey>);

impl Surveys {
    /// Reads the files. One that cannot be read to its end gives what stands before; why is told when
    /// it is imported.
    pub fn of(files: &[impl AsRef<Path>]) -> Self {
        let mut surveys = Self::default();
        for file in files {
            let Ok(reader) = Reader::open(file.as_ref(), Limits::default()) else { continue };
            let mut archive = None;
            for entry in reader.map_while(Result::ok) {
                if let Entry::Channel(channel) = &entry {
                    let name = archive_of(channel);
                    let survey = surveys.0.entry(name.clone()).or_default();
                    if survey.channel == Channel::default() {
                        survey.channel = channel.clone();
                    }
                    archive = Some(name);
                } else if let Some(survey) = archive.as_ref().and_then(|name| surveys.0.get_mut(name)) {
                    survey.entry(entry);
                }
            }
        }
        surveys
    }

    pub(crate) fn archive(&self, channel: &Channel) -> Option<&Survey> {
        self.0.get(&archive_of(channel))
    }
}

//! The first pass over the files of an archive: what items refer to, wherever in the files it stands.
//! Of the items themselves a few words each are kept, so that memory stays flat.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
};

use desk::ArchiveFile;
use domain::OldAddress;

use super::{
    addresses, fields,
    languages::{Languages, field},
    portion::login as login_of,
    site::archive_of,
};
use crate::{
    pictures::PictureAddress,
    wxr::{Author, Category, Channel, Entry, Item, Limits, Reader, Tag},
};

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

/// Most reusable blocks that are kept, and the largest, in bytes.
const MOST_BLOCKS: usize = 1_000;
const LARGEST_BLOCK: usize = 64 << 10;

/// What a gallery shows of a file.
#[derive(Clone, Debug)]
pub(crate) struct FileWords {
    pub(crate) address: String,
    pub(crate) caption: String,
    pub(crate) alt: String,
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
    /// Places of categories by their numbers.
    ids: HashMap<u64, usize>,
    profiles: HashMap<String, String>,
    files: HashMap<u64, FileWords>,
    files_of: HashMap<u64, Vec<u64>>,
    reusable: HashMap<u64, String>,
    /// Addresses of files whose names look like those of smaller copies: they are none.
    sent: HashSet<String>,
    /// Addresses of pages of files, by the numbers of the articles that they were sent with.
    file_pages: HashMap<u64, Vec<OldAddress>>,
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

    pub(crate) fn item(&mut self, item: &Item) {
        self.languages.item(item);
        if item.post_type == "attachment"
            && let Some(file) = fields::file(item)
            && let Some(id) = item.post_id
        {
            let ArchiveFile { address, caption, alt, .. } = file;
            let lies = PictureAddress::parse(&address, self.site()).filter(PictureAddress::is_copy);
            self.sent.extend(lies.map(|lies| lies.plain_key()));
            self.files.entry(id).or_insert(FileWords { address, caption, alt });
            if let Some(parent) = item.post_parent {
                self.files_of.entry(parent).or_default().push(id);
            }
        }
        match (item.post_type.as_str(), item.post_parent) {
            ("guest-author", _) => self.guest(item),
            ("wp_block", _) if item.content.len() <= LARGEST_BLOCK => {
                let id = item.post_id.filter(|_| self.reusable.len() < MOST_BLOCKS);
                self.reusable.extend(id.map(|id| (id, item.content.clone())));
            }
            ("attachment", Some(parent)) => {
                self.file_pages.entry(parent).or_default().extend(addresses::of_file(item));
            }
            _ => {}
        }
    }

    /// A guest of Co-Authors Plus: an author without an account, with a profile.
    fn guest(&mut self, item: &Item) {
        let own = |name: &str| field(&item.postmeta, name).unwrap_or_default().to_owned();
        let login = Some(own("cap-user_login")).filter(|login| !login.is_empty());
        let login = login.or_else(|| item.post_name.strip_prefix("cap-").map(str::to_owned));
        let author = Author {
            login: login.unwrap_or_else(|| item.post_name.clone()),
            display_name: Some(own("cap-display_name"))
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| item.title.clone()),
            first_name: own("cap-first_name"),
            last_name: own("cap-last_name"),
            ..Author::default()
        };
        self.profiles.insert(login_of(&author.login), own("cap-description"));
        // A guest that stands for an account has the better words of the two.
        self.authors.insert(0, author);
    }

    /// Where the old site was, as its export says.
    pub(crate) fn site(&self) -> &str {
        let urls = [&self.channel.base_blog_url, &self.channel.link, &self.channel.base_site_url];
        urls.into_iter().find(|url| !url.is_empty()).map_or("", String::as_str)
    }

    /// Whether the list of files names this, of what looks like a smaller copy.
    pub(crate) fn is_sent(&self, key: &str) -> bool {
        self.sent.contains(key)
    }

    /// Some sentences about an author.
    pub(crate) fn profile(&self, login: &str) -> Option<&str> {
        self.profiles.get(login).map(String::as_str)
    }

    /// Where pages of the files of an article were found.
    pub(crate) fn file_pages(&self, parent: u64) -> &[OldAddress] {
        self.file_pages.get(&parent).map_or(&[], Vec::as_slice)
    }

    /// What a reusable block holds.
    pub(crate) fn reusable(&self, id: u64) -> Option<&str> {
        self.reusable.get(&id).map(String::as_str)
    }

    /// A file by its number.
    pub(crate) fn file(&self, id: u64) -> Option<&FileWords> {
        self.files.get(&id)
    }

    /// The numbers of the files that were sent with an article.
    pub(crate) fn files_of(&self, id: u64) -> &[u64] {
        self.files_of.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The category with a number.
    pub(crate) fn category(&self, id: u64) -> Option<&Named> {
        self.categories.get(*self.ids.get(&id)?)
    }

    fn named(&mut self, kind: Kind, named: Named) {
        let of = if kind == Kind::Category { &mut self.categories } else { &mut self.tags };
        if let std::collections::hash_map::Entry::Vacant(place) =
            self.places.entry((kind, named.slug.clone()))
        {
            place.insert(of.len());
            if let Some(id) = named.id.filter(|_| kind == Kind::Category) {
                self.ids.insert(id, of.len());
            }
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

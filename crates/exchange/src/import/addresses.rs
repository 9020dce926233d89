//! Every address at which readers found a thing of the old site. Feeds and later pages are forms of these,
//! known when one is asked for.

use domain::{Kind, OldAddress};

use super::survey::{Kind as Register, Named, Survey};
use crate::wxr::{Author, Channel, Item};

/// The longest chain of categories that an address is made of.
const DEEPEST: usize = 32;

/// The old site: its host, and the path below which it lay.
#[derive(Clone, Debug, Default)]
pub(crate) struct Base {
    host: String,
    path: String,
    /// What its translation plug-in puts before the paths of this language.
    language: Option<String>,
}

impl Base {
    /// The site of a channel in a language that is not its source's.
    pub(crate) fn new(channel: &Channel, language: Option<&str>) -> Self {
        let urls = [&channel.base_blog_url, &channel.link, &channel.base_site_url];
        let base = urls.into_iter().find_map(|url| OldAddress::parse(url));
        let (host, path) = base.map(|base| (base.host, base.path)).unwrap_or_default();
        Self { host, path, language: language.map(str::to_owned) }
    }

    fn at(&self, path: &str, query: &str) -> Vec<OldAddress> {
        if self.host.is_empty() {
            return Vec::new();
        }
        let bases =
            self.language.iter().map(|code| format!("{}/{code}", self.path)).chain([self.path.clone()]);
        let addresses = bases.filter_map(|base| {
            let mark = if query.is_empty() { "" } else { "?" };
            // As of a request, so that the path is decoded as one is.
            OldAddress::of_request(&self.host, &format!("{base}{path}{mark}{query}"))
        });
        addresses.collect()
    }

    /// The front's; of another language it is that below its code alone.
    pub(crate) fn front(&self) -> Vec<OldAddress> {
        let mut found = self.at("", "");
        found.truncate(1);
        found
    }

    /// A category's or a tag's.
    pub(crate) fn term(&self, kind: Register, named: &Named, survey: &Survey) -> Vec<OldAddress> {
        let mut found = Vec::new();
        match kind {
            Register::Category => {
                let (mut path, mut next) = (named.slug.clone(), named.parent.as_str());
                for _ in 0..DEEPEST {
                    let Some(above) = survey.find(Register::Category, next) else { break };
                    path = format!("{}/{path}", above.slug);
                    next = &above.parent;
                }
                found.extend(self.at(&format!("/category/{path}"), ""));
                found.extend(self.at(&format!("/category/{}", named.slug), ""));
                found.extend(named.id.iter().flat_map(|id| self.at("", &format!("cat={id}"))));
            }
            Register::Tag => {
                found.extend(self.at(&format!("/tag/{}", named.slug), ""));
                found.extend(self.at("", &format!("tag={}", named.slug)));
            }
            Register::Author => {}
        }
        sorted(found)
    }

    /// An author's: WordPress makes the path of the account's name.
    pub(crate) fn author(&self, author: &Author) -> Vec<OldAddress> {
        let name: String = author
            .login
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' })
            .collect();
        let mut found = self.at(&format!("/author/{}", name.trim_matches('-')), "");
        found.extend(author.id.iter().flat_map(|id| self.at("", &format!("author={id}"))));
        sorted(found)
    }
}

/// An article's; those of another language of one item have that before them.
pub(crate) fn of_item(item: &Item, kind: Kind, prefix: Option<&str>, survey: &Survey) -> Vec<OldAddress> {
    if let Some(language) = prefix {
        let own = OldAddress::parse(&item.link).filter(|address| !address.path.is_empty());
        let own = own.map(|old| OldAddress { path: format!("/{language}{}", old.path), ..old });
        return own.into_iter().collect();
    }
    let mut found: Vec<_> =
        [&item.link, &item.guid].into_iter().filter_map(|url| OldAddress::parse(url)).collect();
    let host = found.first().map(|address| address.host.clone()).unwrap_or_default();
    if let Some(id) = item.post_id {
        let name = if kind == Kind::Page { "page_id" } else { "p" };
        let query = format!("{name}={id}");
        let path = Base::new(&survey.channel, None).path;
        found.push(OldAddress { host: host.clone(), path, query });
        found.extend(survey.file_pages(id).iter().cloned());
    }
    // The old front is no article's address, and another site's address is not ours to answer.
    found.retain(|a| a.host == host && !(a.path.is_empty() && a.query.is_empty()));
    sorted(found)
}

/// The page on which WordPress shows a file.
pub(crate) fn of_file(item: &Item) -> Vec<OldAddress> {
    let mut found: Vec<_> = OldAddress::parse(&item.link).into_iter().collect();
    let host = found.first().map(|address| address.host.clone()).unwrap_or_default();
    let ids = item.post_id.filter(|_| !host.is_empty());
    found.extend(ids.map(|id| OldAddress {
        host,
        path: String::new(),
        query: format!("attachment_id={id}"),
    }));
    found.retain(|a| !(a.path.is_empty() && a.query.is_empty()));
    sorted(found)
}

fn sorted(mut addresses: Vec<OldAddress>) -> Vec<OldAddress> {
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

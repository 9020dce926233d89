//! Law 8 over HTTP for everything that is no article: a crawler that knows nothing but an export walks
//! over the addresses that its old site had, and each leads by one 301 to the page of the same thing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::OldAddress;
use exchange::wxr::{Channel, Entry, Item, Limits, Reader};
use rig::Node;

use crate::{
    page::{answer_of, words},
    place::{Place, on_both},
};

const EXPORTS: [&str; 3] = [
    "wxr/wordpress-importer/theme-unit-test-data.xml",
    "wxr/wordpress-importer/small-export.xml",
    "wxr/nikola/wordpress_export_example.xml",
];

/// What an old address must show.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shows {
    /// A page with this headline.
    Headline(String),
    /// A page at this path.
    Path(String),
    /// A feed.
    Feed,
}

/// The old addresses of one site, as paths with queries, and what each must show.
#[derive(Default)]
struct Walk {
    host: String,
    base: String,
    wanted: BTreeMap<String, Shows>,
}

impl Walk {
    fn of(file: &Path) -> Self {
        let entries: Vec<_> = Reader::open(file, Limits::default()).unwrap().filter_map(Result::ok).collect();
        let channel = entries.iter().find_map(|entry| match entry {
            Entry::Channel(channel) => Some(channel.clone()),
            _ => None,
        });
        let mut walk = Self::at(&channel.unwrap());
        let items = entries.iter().filter_map(|entry| match entry {
            Entry::Item(item) => Some(&**item),
            _ => None,
        });
        let items: Vec<&Item> = items.collect();
        let public: Vec<&Item> = items.iter().copied().filter(|item| is_public(item)).collect();
        for entry in &entries {
            walk.register(entry, &public);
        }
        walk.dates(&public);
        walk.articles(&public, &items);
        walk.add("/feed/", Shows::Feed);
        walk
    }

    fn at(channel: &Channel) -> Self {
        let urls = [&channel.base_blog_url, &channel.link];
        let base = urls.into_iter().find_map(|url| OldAddress::parse(url)).unwrap();
        Self { host: base.host, base: base.path, wanted: BTreeMap::new() }
    }

    fn add(&mut self, path: &str, shows: Shows) {
        self.wanted.insert(format!("{}{path}", self.base), shows);
    }

    /// The archives of a category, a tag or an author.
    fn register(&mut self, entry: &Entry, public: &[&Item]) {
        let carries = |domain: &str, slug: &str| {
            public.iter().any(|item| {
                item.categories.iter().any(|label| label.domain == domain && label.nicename == slug)
            })
        };
        let (list, name) = match entry {
            Entry::Category(it) if carries("category", &it.slug) => {
                self.by_id("cat", it.id, &it.name);
                (format!("/category/{}/", it.slug), &it.name)
            }
            Entry::Tag(it) if carries("post_tag", &it.slug) => (format!("/tag/{}/", it.slug), &it.name),
            Entry::Author(it) if public.iter().any(|item| item.creator == it.login) => {
                self.by_id("author", it.id, &it.display_name);
                (format!("/author/{}/", it.login.to_lowercase()), &it.display_name)
            }
            _ => return,
        };
        let headline = Shows::Headline(letters(&words(&words(name))));
        self.add(&format!("{list}page/2/"), headline.clone());
        self.add(&format!("{list}feed/"), Shows::Feed);
        self.add(&list, headline);
    }

    fn by_id(&mut self, parameter: &str, id: Option<u64>, name: &str) {
        if let Some(id) = id {
            self.add(&format!("/?{parameter}={id}"), Shows::Headline(letters(&words(&words(name)))));
        }
    }

    /// Archives of the years, months and days on which posts appeared, by the site's own clock.
    fn dates(&mut self, public: &[&Item]) {
        for date in public.iter().filter(|item| item.post_type == "post").filter_map(|item| item.post_date) {
            let (year, month, day) = (date.year(), date.month(), date.day());
            for path in [
                format!("/{year:04}/"),
                format!("/{year:04}/{month:02}/"),
                format!("/{year:04}/{month:02}/{day:02}/"),
            ] {
                let here = format!("/en/archive{path}");
                self.add(&path, Shows::Path(here));
            }
        }
    }

    /// Articles by their numbers, their later pages, their feeds, and the pages of their files.
    fn articles(&mut self, public: &[&Item], items: &[&Item]) {
        for item in public {
            let headline = Shows::Headline(letters(&words(&words(&item.title))));
            let (Some(id), false) = (item.post_id, item.title.is_empty()) else { continue };
            let parameter = if item.post_type == "page" { "page_id" } else { "p" };
            self.add(&format!("/?{parameter}={id}"), headline.clone());
            for file in
                items.iter().filter(|file| file.post_type == "attachment" && file.post_parent == Some(id))
            {
                let number = file.post_id.map(|id| format!("/?attachment_id={id}"));
                number.iter().for_each(|path| self.add(path, headline.clone()));
            }
            let Some(path) = self.path_of(&item.link) else { continue };
            for form in ["feed/", "amp/", "2/", "comment-page-1/"] {
                self.add(&format!("{path}{form}"), headline.clone());
            }
            if path.contains('%') {
                self.add(&upper(&path), headline);
            }
        }
    }

    /// An address below the old site's as a path that ends in a slash; none of those with a query.
    fn path_of(&self, url: &str) -> Option<String> {
        let (_, rest) = url.split_once("://")?;
        let path = rest.get(rest.find('/')?..)?.strip_prefix(&self.base)?;
        (path.len() > 1 && !path.contains('?')).then(|| format!("{}/", path.trim_end_matches('/')))
    }
}

/// What readers of the old site could open.
fn is_public(item: &Item) -> bool {
    matches!(item.post_type.as_str(), "post" | "page")
        && item.status == "publish"
        && item.password.is_empty()
        && item.published.is_some()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Percent-encoded octets in upper case.
fn upper(path: &str) -> String {
    let mut pieces = path.split('%');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (octet, rest) = piece.split_at(2);
        out.extend(["%", &octet.to_ascii_uppercase(), rest]);
    }
    out
}

/// By one 301, whoever is asked for it, to what must be shown.
fn arrives(node: &Node, host: &str, target: &str, shows: &Shows) -> Result<(), String> {
    let hosts = [host.to_owned(), node.addr().to_string()];
    let answers: BTreeSet<_> = hosts.iter().map(|host| answer_of(node.addr(), host, target)).collect();
    let [(301, to)] = &answers.iter().collect::<Vec<_>>()[..] else {
        return Err(format!("{target} is not one 301: {answers:?}"));
    };
    let path = to.split_once("://").map_or(to.as_str(), |(_, rest)| &rest[rest.find('/').unwrap()..]);
    let page = node.get(path).unwrap();
    let html = page.text();
    let headline = html.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap_or_default();
    let headline = letters(&words(headline));
    let media_type = page.header("content-type").unwrap_or_default();
    let is_right = match shows {
        Shows::Headline(wanted) => headline == *wanted,
        Shows::Path(wanted) => path == wanted,
        Shows::Feed => media_type.starts_with("application/rss+xml"),
    };
    if page.status == 200 && is_right {
        Ok(())
    } else {
        Err(format!(
            "{target} leads to {to}, which answers {} as {media_type} with {headline:?}, not {shows:?}",
            page.status
        ))
    }
}

on_both! {
    fn law_8_a_crawler_of_three_old_sites_arrives_from_every_archive_number_and_feed(engine: Engine) {
        let Some(data) = rig::reference_data() else { return };
        for export in EXPORTS {
            let file = data.join(export);
            let walk = Walk::of(&file);
            assert!(walk.wanted.len() > 20, "{export}: {}", walk.wanted.len());
            let place = Place::with_editions(engine);
            place.works(&["import", "wxr", file.to_str().unwrap(), "--edition", "en"]);
            let node = place.serve();
            let lost: Vec<_> = walk
                .wanted
                .iter()
                .filter_map(|(target, shows)| arrives(&node, &walk.host, target, shows).err())
                .collect();
            assert!(lost.is_empty(), "{export}: {} of {}:\n{}", lost.len(), walk.wanted.len(), lost.join("\n"));
        }
    }
}

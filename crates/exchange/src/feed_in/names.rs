//! Namespaces of feeds. An element belongs to what its prefix is declared as; a prefix that is declared
//! nowhere means what it means in every feed.

use crate::prefixes::{Prefixes, declarations};

/// How many prefixes can mean something of their own at once; feeds declare a dozen.
const MOST_PREFIXES: usize = 64;

/// Whose element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// RSS or Atom: no prefix, or one that is declared as theirs.
    Core,
    /// `content:encoded`.
    Content,
    /// Dublin Core, its terms too.
    Dc,
    /// Media RSS.
    Media,
    /// Apple's podcasts.
    Itunes,
    /// RDF.
    Rdf,
    /// HTML as XML.
    Xhtml,
    /// What FeedBurner moved away.
    FeedBurner,
    /// The Atom publishing protocol.
    App,
    /// WordPress's exports.
    WordPress,
    /// Anybody else's.
    Foreign,
}

/// What the prefixes mean where we stand.
#[derive(Debug)]
pub(super) struct Names(Prefixes<Space>);

impl Default for Names {
    fn default() -> Self {
        Self(Prefixes::new(usual, MOST_PREFIXES))
    }
}

impl Names {
    /// Takes the `xmlns` and `xmlns:…` attributes of a tag.
    pub(super) fn declare(&mut self, tag: &str) {
        if !tag.contains("xmlns") {
            return;
        }
        for (prefix, address) in declarations(tag) {
            let space = match space_of(&address) {
                // What an unknown default namespace holds is told by the names of the elements.
                Space::Foreign if prefix.is_empty() => Space::Core,
                space => space,
            };
            self.0.declare(prefix, space);
        }
    }

    /// To be given to [`Names::leave`] at the end of an element.
    pub(super) fn enter(&self) -> usize {
        self.0.enter()
    }

    /// Forgets what was declared since.
    pub(super) fn leave(&mut self, mark: usize) {
        self.0.leave(mark);
    }

    /// Whose element `name` is, and its name without the prefix.
    pub(super) fn resolve<'n>(&self, name: &'n str) -> (Space, &'n str) {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        (self.0.meaning(prefix), local)
    }
}

fn usual(prefix: &str) -> Space {
    match prefix {
        "" | "atom" | "rss" => Space::Core,
        "content" => Space::Content,
        "dc" | "dcterms" => Space::Dc,
        "media" => Space::Media,
        "itunes" => Space::Itunes,
        "rdf" => Space::Rdf,
        "xhtml" => Space::Xhtml,
        "feedburner" => Space::FeedBurner,
        "app" => Space::App,
        "wp" => Space::WordPress,
        _ => Space::Foreign,
    }
}

fn space_of(address: &str) -> Space {
    let address = address.trim();
    let plain =
        address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    let plain = plain.strip_prefix("www.").unwrap_or(plain).to_ascii_lowercase();
    match plain.as_str() {
        "" | "w3.org/2005/atom" | "purl.org/atom/ns#" | "purl.org/rss/1.0/" => Space::Core,
        "my.netscape.com/rdf/simple/0.9/" | "channel.netscape.com/rdf/simple/0.9/" => Space::Core,
        "purl.org/rss/1.0/modules/content/" => Space::Content,
        "purl.org/dc/elements/1.1/" | "purl.org/dc/terms/" => Space::Dc,
        "w3.org/1999/02/22-rdf-syntax-ns#" => Space::Rdf,
        "w3.org/1999/xhtml" => Space::Xhtml,
        "purl.org/atom/app#" | "w3.org/2007/app" => Space::App,
        other if other.starts_with("search.yahoo.com/mrss") => Space::Media,
        other if other.starts_with("itunes.com/dtds/podcast") => Space::Itunes,
        other if other.starts_with("rssnamespace.org/feedburner") => Space::FeedBurner,
        other if other.starts_with("wordpress.org/export/") => Space::WordPress,
        other if other.starts_with("backend.userland.com/rss") => Space::Core,
        _ => Space::Foreign,
    }
}

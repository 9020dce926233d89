//! Links of archives' articles to articles of the old site lead to where those are now: at once where
//! they are here, and else by a step after the texts, which goes on wherever it was left.

use std::collections::{BTreeMap, BTreeSet};

use document::{Document, Href};
use domain::{Action, EditionCode, OldAddress, Slug, Space, Subject};
use store::{Changes, LedTo, OpenLinks, Origin, SealedText, WriteTx};

use super::{
    Portion,
    renewed::Here,
    seen::{POST, PortionSeen},
};
use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
};

/// Where old addresses lead; none where that is no branch.
pub(crate) type Led = BTreeMap<OldAddress, Option<Href>>;

/// The host of an archive's old site, as old addresses name it.
pub(crate) fn host_of(archive: &str) -> &str {
    archive.split('/').next().unwrap_or_default()
}

/// The old address to which a link leads, if that is on the old site.
fn old_address(href: &Href, host: &str) -> Option<OldAddress> {
    let text = href.as_str();
    let address = match text.strip_prefix("//") {
        Some(rest) => OldAddress::parse(&format!("http://{rest}"))?,
        None if text.starts_with('/') => OldAddress::of_request(host, text)?,
        None => OldAddress::parse(text)?,
    };
    // The front is no article, and a file is none either.
    let is_front = address.path.is_empty() && address.query.is_empty();
    (address.host == host && !is_front && !address.path.contains("/wp-content/")).then_some(address)
}

/// The old addresses to which a body's links lead.
pub(crate) fn wanted(body: &Document, host: &str) -> BTreeSet<OldAddress> {
    body.links().into_iter().filter_map(|href| old_address(href, host)).collect()
}

/// Where `address` leads, as it stands in a document.
fn href_of(edition: &EditionCode, space: Space, slug: &Slug) -> Option<Href> {
    Href::parse(&format!("/{edition}/{}/{slug}", space.as_str())).ok()
}

/// Reads where old addresses lead now.
pub(crate) async fn led(tx: &mut WriteTx, wanted: BTreeSet<OldAddress>) -> Result<Led> {
    let wanted: Vec<_> = wanted.into_iter().collect();
    let led = tx.led_to(&wanted).await?.into_iter().map(|(address, to)| match to {
        LedTo::Branch(edition, space, slug) => (address, href_of(&edition, space, &slug)),
        LedTo::Other => (address, None),
    });
    Ok(led.collect())
}

/// Adds where the portion's own new branches will be found: what led elsewhere before still does.
pub(crate) fn with_own(portion: &Portion, seen: &PortionSeen) -> Led {
    let mut led = seen.led.clone();
    for (branch, slug) in portion.branches.iter().zip(&seen.branch_slugs) {
        if seen.ours(POST, &branch.foreign_id).is_none() {
            for old in &branch.addresses {
                let href = || href_of(&portion.edition, branch.content.kind.space(), slug);
                led.entry(old.clone()).or_insert_with(href);
            }
        }
    }
    led
}

/// A body whose links lead to where the old addresses do, and those at which nothing is known.
pub(crate) fn linked(body: Document, host: &str, led: &Led) -> (Document, Vec<OldAddress>) {
    let wanted = wanted(&body, host);
    if wanted.is_empty() {
        return (body, Vec::new());
    }
    let lead = |href: &Href| {
        let to = led.get(&old_address(href, host)?)?.as_ref()?;
        let fragment = href.as_str().split_once('#').map(|(_, fragment)| format!("#{fragment}"));
        Href::parse(&format!("{to}{}", fragment.unwrap_or_default())).ok()
    };
    let open = wanted.into_iter().filter(|address| !led.contains_key(address)).collect();
    (body.relinked(&lead).unwrap_or(body), open)
}

/// Leads links of some articles of an archive to branches that came in after them.
#[derive(Clone, Debug)]
pub struct TieLinks {
    /// Which archive: the old site's address.
    pub archive: String,
    /// How many articles at most.
    pub limit: usize,
}

/// What came of tying links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tied {
    /// Articles that were looked at; none when all is done.
    pub seen: usize,
    /// Articles whose links lead here now.
    pub tied: usize,
}

/// An article with open links.
#[derive(Debug)]
pub struct LinkedSeen {
    origin: Origin,
    /// None where somebody has edited it here.
    here: Option<(Here, SealedText)>,
    open: Vec<OldAddress>,
}

impl UseCase for TieLinks {
    type Seen = (Vec<LinkedSeen>, Led);
    type Done = Tied;

    async fn read(&self, tx: &mut WriteTx) -> Result<Self::Seen> {
        let limit = i64::try_from(self.limit).unwrap_or(i64::MAX);
        let ids = tx.linkable(&self.archive, limit).await?;
        let (mut articles, mut addresses) = (Vec::new(), BTreeSet::new());
        for origin in tx.origins(&self.archive, POST, &ids).await? {
            let open = tx.open_links(&self.archive, &origin.foreign_id).await?;
            addresses.extend(open.iter().cloned());
            let here = Here::read(tx, &origin).await?.filter(Here::is_unedited);
            let here = match here {
                Some(here) => here.text(tx).await?.map(|text| (here, text)),
                None => None,
            };
            articles.push(LinkedSeen { origin, here, open });
        }
        Ok((articles, led(tx, addresses).await?))
    }

    fn decide(&self, (articles, led): Self::Seen, cx: &Context<'_>) -> Result<Decision<Tied>> {
        let permit = cx.who.permit(Action::EditPortal, &Subject::default())?;
        let (mut changes, mut done) = (Changes::default(), Tied::default());
        for LinkedSeen { origin, here, open } in articles {
            done.seen += 1;
            if let Some((here, text)) = here {
                let mut content = text.text.for_preview(&permit).into_inner().content;
                let before = content.body.clone();
                content.body = linked(content.body, host_of(&self.archive), &led).0;
                if content.body != before {
                    done.tied += 1;
                    changes.append(here.relinked(&origin, content, cx));
                }
            }
            changes.open_links.push(OpenLinks {
                archive: self.archive.clone(),
                foreign_id: origin.foreign_id,
                links: open.into_iter().filter(|address| !led.contains_key(address)).collect(),
            });
        }
        Ok(Decision { changes, done })
    }
}

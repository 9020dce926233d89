//! Feeds: the newest articles of an edition, a section, a topic or an author, in three formats.

mod subject;

use std::collections::{BTreeMap, BTreeSet};

use domain::{AssetId, Edition, Kind, Public, Shown, Tag};
use exchange::feed::{Author, Feed, Item, Picture};
use locale::{Arg, Language};
use press::{PageFacts, Problem, SharedPicture, shared_pictures, urls};
use store::{CardRow, Frame, ListName, Names, PageOf};

use self::subject::{Found, Subject, find, page_tag};
use crate::{
    answer::{ATOM, Answer, JSON_FEED, RSS, frame_tags},
    error::Result,
    route::{FeedFormat, FeedScope, Route},
    visit::Visit,
};

/// Articles in a feed.
const ITEMS: i64 = 30;

pub(super) async fn feed(
    visit: &mut Visit<'_>,
    edition: &Edition,
    scope: &FeedScope,
    format: FeedFormat,
) -> Result<Answer> {
    let frame = visit.frame();
    let language = visit.site.press().language(&frame, edition)?;
    let url = |scope: &FeedScope| Route::Feed(edition.code.clone(), scope.clone(), format).url();
    let subject = match find(visit, edition, scope).await? {
        Found::Subject(subject) => subject,
        Found::Moved(present, tag) => return Ok(visit.moved_to(&edition.code, tag, url(&present))),
        Found::Nothing => {
            // The feed is there as soon as the page is.
            let page = page_tag(scope, edition);
            return Ok(visit.problem(Some(&edition.code), Problem::NotFound).depending_on([page]));
        }
    };
    let page = scope.page(&edition.code);
    let (feed, facts) = load(visit, edition, subject, (&page, &url(scope)), &language).await?;
    Ok(match format {
        FeedFormat::Rss => Answer::file(RSS, exchange::rss::write(&feed), facts),
        FeedFormat::Atom => Answer::file(ATOM, exchange::atom::write(&feed), facts),
        FeedFormat::Json => Answer::file(JSON_FEED, exchange::json_feed::write(&feed), facts),
    })
}

async fn load(
    visit: &mut Visit<'_>,
    edition: &Edition,
    subject: Subject,
    (page, own): (&str, &str),
    language: &Language,
) -> Result<(Feed, PageFacts)> {
    let frame = visit.frame();
    let title = subject.title(urls::paper_name(&frame.portal, edition), language)?;
    let list = ListName { edition: edition.code.clone(), key: subject.key };
    let rows = visit.snap.list(&list, PageOf { before: None, limit: ITEMS }, visit.at).await?;
    let cards: Vec<_> = rows.into_iter().filter_map(|row| row.for_readers(visit.at).ok()).collect();

    let tags = frame_tags(&edition.code).into_iter().chain(subject.tags).collect();
    let mut facts = PageFacts::new(visit.snap.position(), tags);
    for card in &cards {
        facts.hide(card.hide_at());
        facts.changed(card.modified);
        facts.tags.push(Tag::Branch(card.branch));
        facts.tags.extend(card.card.sections.iter().copied().map(Tag::Section));
        facts.tags.extend(card.card.persons.iter().copied().map(Tag::Person));
        facts.tags.extend(card.card.topics.iter().copied().map(Tag::Topic));
    }
    let names = names(visit, edition, &cards).await?;
    let leads = cards.iter().filter_map(|card| card.card.picture).collect();
    let pictures = shared_pictures(leads, &mut visit.snap, &edition.code, visit.at, &mut facts).await?;
    let known = Known { frame: &frame, edition, names, pictures };
    let items: Result<_> = cards.iter().map(|card| known.item(card, language)).collect();
    let feed = Feed {
        description: language.text("feed-description", &[("paper", Arg::Text(&title))])?,
        title,
        link: urls::absolute(&frame.portal, page),
        own_link: urls::absolute(&frame.portal, own),
        language: edition.locale.to_string(),
        publisher: urls::paper_name(&frame.portal, edition).to_owned(),
        rights: press::reuse_rule(&frame, edition),
        changed: facts.modified,
        items: items?,
    };
    Ok((feed, facts))
}

/// The names of all items at once.
async fn names(visit: &mut Visit<'_>, edition: &Edition, cards: &[Shown<CardRow, Public>]) -> Result<Names> {
    let persons: BTreeSet<_> = cards.iter().flat_map(|card| card.card.persons.iter().copied()).collect();
    let topics: BTreeSet<_> = cards.iter().flat_map(|card| card.card.topics.iter().copied()).collect();
    let (persons, topics) = (Vec::from_iter(persons), Vec::from_iter(topics));
    Ok(visit.snap.names(&persons, &[], &topics, &edition.code).await?)
}

/// What the items of a feed are told from, beside their cards.
struct Known<'a> {
    frame: &'a Frame,
    edition: &'a Edition,
    names: Names,
    pictures: BTreeMap<AssetId, SharedPicture>,
}

impl Known<'_> {
    fn item(&self, row: &Shown<CardRow, Public>, language: &Language) -> Result<Item> {
        let Self { frame, edition, names, .. } = self;
        let card = &row.card;
        let section = |id| frame.sections.get(id)?.words.get(&edition.code).map(|words| words.name.clone());
        let topic = |id| names.topics.iter().find(|topic| topic.id == id).map(|topic| topic.name.clone());
        let author = |id| {
            let person = names.persons.iter().find(|person| person.id == id)?;
            let page = urls::author_url(&edition.code, &person.slug);
            Some(Author { name: person.name.clone(), link: urls::absolute(&frame.portal, &page) })
        };
        let title = match card.kind {
            // Partner content never goes without its label.
            Kind::PartnerContent => {
                format!("{} {}", language.text("partner-prefix", &[])?, card.headline)
            }
            _ => card.headline.clone(),
        };
        Ok(Item {
            title,
            link: urls::absolute(&frame.portal, &urls::branch_url(&row.edition, row.space, &row.slug)),
            id: format!("urn:uuid:{}", row.branch),
            description: card.standfirst.clone(),
            published: row.moment,
            modified: row.modified,
            authors: card.persons.iter().copied().filter_map(author).collect(),
            categories: card
                .sections
                .iter()
                .copied()
                .filter_map(section)
                .chain(card.topics.iter().copied().filter_map(topic))
                .collect(),
            picture: card.picture.and_then(|asset| self.picture(asset)),
        })
    }

    fn picture(&self, asset: AssetId) -> Option<Picture> {
        let SharedPicture { path, width, height, alt, credit } = self.pictures.get(&asset)?.clone();
        Some(Picture { link: urls::absolute(&self.frame.portal, &path), width, height, alt, credit })
    }
}

//! An edition's RSS feed: its newest articles.

use domain::{Edition, Public, Shown, Tag};
use exchange::rss::{Channel, Item};
use locale::Arg;
use press::{PageFacts, urls};
use store::{CardRow, Frame, ListKey, ListName, PageOf};

use crate::{
    answer::{Answer, RSS, frame_tags},
    error::Result,
    visit::Visit,
};

/// Articles in a feed.
const ITEMS: i64 = 30;

pub(super) async fn rss(visit: &mut Visit<'_>, edition: &Edition) -> Result<Answer> {
    let frame = visit.frame();
    let list = ListName { edition: edition.code.clone(), key: ListKey::Edition };
    let rows = visit.snap.list(&list, PageOf { before: None, limit: ITEMS }, visit.at).await?;
    let cards: Vec<_> = rows.into_iter().filter_map(|row| row.for_readers(visit.at).ok()).collect();

    let tags =
        frame_tags(&edition.code).into_iter().chain([Tag::EditionList(edition.code.clone())]).collect();
    let mut facts = PageFacts::new(visit.snap.position(), tags);
    for card in &cards {
        facts.hide(card.hide_at());
        facts.changed(card.modified);
        facts.tags.push(Tag::Branch(card.branch));
        facts.tags.extend(card.card.sections.iter().copied().map(Tag::Section));
    }

    let language = visit.site.press().language(&frame, edition)?;
    let paper = urls::paper_name(&frame.portal, edition);
    let named = [("paper", Arg::Text(paper))];
    let channel = Channel {
        title: language.text("feed-title", &named)?,
        link: urls::absolute(&frame.portal, &urls::front_url(&edition.code)),
        own_link: urls::absolute(&frame.portal, &urls::feed_url(&edition.code)),
        description: language.text("feed-description", &named)?,
        language: edition.locale.to_string(),
        changed: facts.modified,
        items: cards.iter().map(|card| item(card, &frame, edition)).collect(),
    };
    Ok(Answer::file(RSS, channel.to_xml(), facts))
}

fn item(row: &Shown<CardRow, Public>, frame: &Frame, edition: &Edition) -> Item {
    let name = |id| frame.sections.get(id)?.words.get(&edition.code).map(|words| words.name.clone());
    Item {
        title: row.card.headline.clone(),
        link: urls::absolute(&frame.portal, &urls::branch_url(&row.edition, row.space, &row.slug)),
        id: format!("urn:uuid:{}", row.branch),
        description: row.card.standfirst.clone(),
        published: row.moment,
        categories: row.card.sections.iter().copied().filter_map(name).collect(),
    }
}

//! Reads lists from a snapshot through the eye, and makes cards of what it lets through.

use domain::{
    AssetId, BranchId, Edition, EditionCode, Kind, Moment, PersonId, Public, Sealed, SectionId, Shown, Tag,
};
use store::{CardRow, Frame, ListKey, ListName, Named, PageOf, Snapshot};

use crate::{
    chrome::Crumb,
    error::PressError,
    page::PageFacts,
    pictures::{Pictures, Slot},
    urls::{branch_url, older_url, section_url},
    view::{CardView, Kicker, NavLink, Pager, Url},
    voice::Voice,
};

/// Stories of one page of a list.
const STORIES: i64 = 20;

/// Rows of a list as readers get them. Every card's branch is a tag of the page, and what
/// expires first ends it.
pub(crate) async fn list(
    snapshot: &mut Snapshot,
    name: &ListName,
    page: PageOf,
    at: Moment,
    facts: &mut PageFacts,
) -> Result<Vec<CardRow>, PressError> {
    let rows = snapshot.list(name, page, at).await?;
    Ok(rows.into_iter().filter_map(|row| opened(row, at, facts)).collect())
}

/// A row through the eye.
pub(crate) fn opened(row: Sealed<CardRow>, at: Moment, facts: &mut PageFacts) -> Option<CardRow> {
    let shown: Shown<CardRow, Public> = row.for_readers(at).ok()?;
    facts.hide(shown.hide_at());
    let card = shown.into_inner();
    facts.tags.push(Tag::Branch(card.branch));
    facts.changed(card.modified);
    Some(card)
}

/// One page of a list with the addresses of the others.
pub(crate) struct ListPage {
    /// Its rows, newest first.
    pub(crate) rows: Vec<CardRow>,
    /// Its own path.
    pub(crate) here: String,
    /// The path of the next page.
    pub(crate) older: Option<String>,
    /// For the template.
    pub(crate) pager: Pager,
}

/// The page of the list at `url` that begins behind `before`, or its first one.
pub(crate) async fn list_page(
    snapshot: &mut Snapshot,
    name: &ListName,
    url: &str,
    before: Option<(Moment, BranchId)>,
    at: Moment,
    facts: &mut PageFacts,
) -> Result<ListPage, PressError> {
    // One row more than is shown tells whether there is a next page.
    let rows = list(snapshot, name, PageOf { before, limit: STORIES + 1 }, at, facts).await?;
    Ok(ListPage::of(rows, url, before))
}

impl ListPage {
    /// A page of rows, of which one more than is shown was read.
    pub(crate) fn of(mut rows: Vec<CardRow>, url: &str, before: Option<(Moment, BranchId)>) -> Self {
        let shown = usize::try_from(STORIES).unwrap_or(usize::MAX);
        let more = rows.len() > shown;
        rows.truncate(shown);
        let older = rows.last().filter(|_| more).map(|row| older_url(url, row.moment, row.branch));
        let here = match before {
            None => url.to_owned(),
            Some((moment, branch)) => older_url(url, moment, branch),
        };
        let pager =
            Pager { newest_url: before.map(|_| Url::new(url)), older_url: older.as_deref().map(Url::new) };
        Self { rows, here, older, pager }
    }

    /// How many rows are read for a page.
    pub(crate) const fn rows_read() -> i64 {
        STORIES + 1
    }
}

/// The list of a section in an edition.
pub(crate) fn section_list(edition: &EditionCode, section: SectionId) -> ListName {
    ListName { edition: edition.clone(), key: ListKey::Section(section) }
}

/// For which edition, in which voice and at which moment cards are made.
#[derive(Clone, Copy)]
pub(crate) struct Showing<'a> {
    /// The edition.
    pub(crate) edition: &'a EditionCode,
    /// Its frame.
    pub(crate) frame: &'a Frame,
    /// Its voice.
    pub(crate) voice: &'a Voice,
    /// The moment.
    pub(crate) at: Moment,
}

/// Makes cards: what they need beside their rows, read once for a page.
pub(crate) struct Cards<'a> {
    showing: Showing<'a>,
    authors: Vec<Named<PersonId>>,
    pictures: Pictures,
}

impl<'a> Cards<'a> {
    /// Reads the authors of the opinions among `rows` in one statement, and in another their
    /// pictures with those that the page shows `besides`. What is not wanted is not asked for.
    pub(crate) async fn of(
        rows: impl IntoIterator<Item = &CardRow>,
        besides: Vec<AssetId>,
        snapshot: &mut Snapshot,
        showing: Showing<'a>,
        facts: &mut PageFacts,
    ) -> Result<Self, PressError> {
        let (mut authors, mut pictures) = (Vec::new(), besides);
        for CardRow { card, .. } in rows {
            authors.extend(card.persons.first().filter(|_| card.kind == Kind::Opinion).copied());
            pictures.extend(card.picture);
        }
        authors.sort_unstable();
        authors.dedup();
        facts.tags.extend(authors.iter().copied().map(Tag::Person));
        let authors = snapshot.persons(&authors, showing.edition).await?;
        let pictures = Pictures::load(pictures, snapshot, showing.edition, showing.at, facts).await?;
        Ok(Self { showing, authors, pictures })
    }

    /// The pictures that were read.
    pub(crate) const fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// A card as a template shows it. `below` is the section whose list it stands in: its own
    /// name is no kicker there.
    pub(crate) fn card(&self, row: &CardRow, below: Option<SectionId>) -> CardView {
        let home = row.card.sections.first().copied().filter(|home| Some(*home) != below);
        let author = row.card.persons.first().filter(|_| row.card.kind == Kind::Opinion);
        let author = author.and_then(|id| self.authors.iter().find(|named| named.id == *id));
        CardView {
            url: Url::new(&branch_url(&row.edition, row.space, &row.slug)),
            kind: row.card.kind.as_str(),
            kicker: kicker(row.card.kicker.as_deref(), home, self.showing.frame, &row.edition),
            picture: row.card.picture.and_then(|asset| self.pictures.view(asset, Slot::Card)),
            headline: row.card.headline.clone(),
            standfirst: row.card.standfirst.clone(),
            byline: author.map(|named| named.name.clone()),
            published: self.showing.voice.stamp(row.moment),
        }
    }

    /// Cards of rows in their order.
    pub(crate) fn all(&self, rows: &[CardRow], below: Option<SectionId>) -> Vec<CardView> {
        rows.iter().map(|row| self.card(row, below)).collect()
    }
}

/// The branch's own word, else its section's name.
pub(crate) fn kicker(
    own: Option<&str>,
    home: Option<SectionId>,
    frame: &Frame,
    edition: &EditionCode,
) -> Option<Kicker> {
    if let Some(text) = own {
        return Some(Kicker { text: text.to_owned(), url: None });
    }
    let section = frame.sections.get(home?)?;
    let words = section.words.get(edition)?;
    Some(Kicker { text: words.name.clone(), url: Some(Url::new(&section_url(edition, &section.slug))) })
}

/// From the front down to a section, itself last.
pub(crate) fn trail(frame: &Frame, edition: &Edition, section: SectionId) -> Vec<Crumb> {
    let mut trail: Vec<_> = frame
        .sections
        .lineage(section)
        .into_iter()
        .filter_map(|id| {
            let section = frame.sections.get(id)?;
            let words = section.words.get(&edition.code)?;
            Some(Crumb { name: words.name.clone(), path: section_url(&edition.code, &section.slug) })
        })
        .collect();
    trail.reverse();
    trail
}

/// The way down as a template shows it.
pub(crate) fn path(trail: &[Crumb]) -> Vec<NavLink> {
    let link = |step: &Crumb| NavLink { name: step.name.clone(), url: Url::new(&step.path), current: false };
    trail.iter().map(link).collect()
}

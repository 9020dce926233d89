//! What an article's page shows, loaded: the article itself and what was read beside it.

use domain::{
    AssetId, BranchId, Edition, Kind, Moment, PersonId, Public, SectionId, Shown, SourceId, Space, Tag,
};
use store::{Article, CardRow, Correction, Names, Snapshot};

use crate::{
    error::PressError,
    load::{opened, section_list},
    page::PageFacts,
};

/// Headlines beside an article.
pub(crate) const BESIDE: usize = 5;
/// Stories under it.
pub(crate) const FURTHER: usize = 6;

/// An article with what was read beside it.
pub(crate) struct Told {
    /// The article.
    pub(crate) article: Shown<Article, Public>,
    /// Its section.
    pub(crate) home: Option<SectionId>,
    /// The names that it needs.
    pub(crate) names: Names,
    /// What was corrected, newest first.
    pub(crate) corrections: Vec<Correction>,
    /// Words of its body.
    pub(crate) words: usize,
    /// Its place in its section.
    pub(crate) place: Place,
}

/// What lies around an article in its section's list.
#[derive(Default)]
pub(crate) struct Place {
    /// The next newer one.
    pub(crate) newer: Option<CardRow>,
    /// The next older one.
    pub(crate) older: Option<CardRow>,
    /// The section's newest but the article itself.
    pub(crate) newest: Vec<CardRow>,
}

impl Told {
    /// The pictures that the article itself shows: its lead, those of its body, and of an opinion
    /// its authors' portraits.
    pub(crate) fn assets(&self) -> Vec<AssetId> {
        let content = &self.article.content;
        let mut assets = content.body.assets();
        assets.extend(content.lead_picture);
        if content.kind == Kind::Opinion {
            assets.extend(self.names.persons.iter().filter_map(|person| person.portrait));
        }
        assets
    }

    /// Reads what the page of `article` shows.
    pub(crate) async fn load(
        article: Shown<Article, Public>,
        snapshot: &mut Snapshot,
        edition: &Edition,
        at: Moment,
        facts: &mut PageFacts,
    ) -> Result<Self, PressError> {
        for sibling in article.siblings.iter().filter(|s| s.branch != article.branch) {
            facts.hide(sibling.hide_at());
            facts.tags.push(Tag::Branch(sibling.branch));
        }
        let content = &article.content;
        let home = content.sections.first().copied();
        let persons: Vec<PersonId> = content.credits.iter().map(|c| c.person).collect();
        let cited: Vec<SourceId> = content.citations.iter().map(|c| c.source).collect();
        let names = snapshot.names(&persons, &cited, &content.topics, &edition.code).await?;
        // A branch without an update was never corrected.
        let corrections = match article.updated {
            Some(_) => snapshot.corrections(article.branch).await?,
            None => Vec::new(),
        };
        let place = match home.filter(|_| article.space == Space::Post) {
            Some(section) => Place::load(snapshot, edition, section, &article, at, facts).await?,
            None => Place::default(),
        };
        let words = words_of(&article);
        Ok(Self { home, names, corrections, words, place, article })
    }
}

/// As many words as the card says, which counted them when it was published.
fn words_of(article: &Article) -> usize {
    let own = article.siblings.iter().find(|sibling| sibling.branch == article.branch);
    let counted = own.and_then(|sibling| sibling.length).and_then(|length| usize::try_from(length).ok());
    let count =
        || document::plain_text(&article.content.body).iter().map(|run| locale::count_words(&run.text)).sum();
    counted.unwrap_or_else(count)
}

impl Place {
    /// Their appearing does not drop the page: it carries their branches' tags and not the
    /// list's (soft tags come with the cache).
    async fn load(
        snapshot: &mut Snapshot,
        edition: &Edition,
        section: SectionId,
        article: &Article,
        at: Moment,
        facts: &mut PageFacts,
    ) -> Result<Self, PressError> {
        let list = section_list(&edition.code, section);
        let key: (Moment, BranchId) = (article.first_published, article.branch);
        let limit = i64::try_from(BESIDE + FURTHER + 1).unwrap_or(i64::MAX);
        let around = snapshot.around(&list, key, limit, at).await?;
        let mut open = |row| opened(row, at, facts);
        Ok(Self {
            newer: around.newer.and_then(&mut open),
            older: around.older.and_then(&mut open),
            newest: around
                .newest
                .into_iter()
                .filter_map(&mut open)
                .filter(|row| row.branch != article.branch)
                .take(BESIDE + FURTHER)
                .collect(),
        })
    }
}

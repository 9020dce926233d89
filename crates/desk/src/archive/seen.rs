//! What a portion reads: which of its things are here, and which slugs are free.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{EditionCode, Slug, Space, StoryId, Topic, TopicId};
use store::{AddressSpace, Origin, WriteTx};
use uuid::Uuid;

use super::{
    ArchivedTerm, Portion,
    links::{self, Led},
    renewed::Here,
};
use crate::error::Result;

/// The kinds under which origins are kept.
pub(crate) const CATEGORY: &str = "category";
pub(crate) const TAG: &str = "tag";
pub(crate) const AUTHOR: &str = "author";
pub(crate) const POST: &str = "post";
/// Groups of translations: what they are here.
pub(crate) const STORY: &str = "story";
pub(crate) const CATEGORY_GROUP: &str = "category-group";
pub(crate) const TAG_GROUP: &str = "tag-group";

/// The kind under which the groups of a kind of term are kept; persons have none.
pub(crate) fn group_kind(kind: &str) -> Option<&'static str> {
    match kind {
        CATEGORY => Some(CATEGORY_GROUP),
        TAG => Some(TAG_GROUP),
        _ => None,
    }
}

/// Numbers looked up at once for a slug that is taken.
const NUMBERS: u32 = 8;

/// What a portion reads under locks.
#[derive(Debug, Default)]
pub struct PortionSeen {
    /// Origins by kind and foreign id.
    pub(crate) origins: HashMap<(&'static str, String), Origin>,
    /// The free slug of each branch, in the portion's order.
    pub(crate) branch_slugs: Vec<Slug>,
    /// Free slugs of categories, tags and authors that are new, or new in the edition.
    pub(crate) term_slugs: BTreeMap<(&'static str, String), Slug>,
    /// What is here of branches that have changed in the archive, by their ids there.
    pub(crate) here: HashMap<String, Here>,
    /// The topics that tags of the portion are here.
    pub(crate) topics: BTreeMap<TopicId, Topic>,
    /// Stories of the portion's groups that the edition tells already.
    pub(crate) told: BTreeSet<StoryId>,
    /// Where links of new and of changed branches to the old site lead now.
    pub(crate) led: Led,
}

impl PortionSeen {
    pub(crate) async fn read(tx: &mut WriteTx, portion: &Portion) -> Result<Self> {
        let mut seen = Self::default();
        let ids =
            |terms: &[ArchivedTerm]| terms.iter().map(|t| t.foreign_id.clone()).collect::<BTreeSet<_>>();
        let mut categories = ids(&portion.categories);
        categories.extend(portion.categories.iter().filter_map(|c| c.parent.clone()));
        categories.extend(portion.branches.iter().flat_map(|b| b.categories.iter().cloned()));
        let mut tags = ids(&portion.tags);
        tags.extend(portion.branches.iter().flat_map(|b| b.tags.iter().cloned()));
        let mut authors = ids(&portion.authors);
        authors.extend(portion.branches.iter().flat_map(|b| b.authors.iter().cloned()));
        let posts = portion.branches.iter().map(|b| b.foreign_id.clone()).collect();
        let stories = portion.branches.iter().filter_map(|b| b.group.clone()).collect();
        let groups = |terms: &[ArchivedTerm]| terms.iter().filter_map(|t| t.group.clone()).collect();
        for (kind, ids) in [
            (CATEGORY, categories),
            (TAG, tags),
            (AUTHOR, authors),
            (POST, posts),
            (STORY, stories),
            (CATEGORY_GROUP, groups(&portion.categories)),
            (TAG_GROUP, groups(&portion.tags)),
        ] {
            let ids: Vec<_> = ids.into_iter().collect();
            for origin in tx.origins(&portion.archive, kind, &ids).await? {
                seen.origins.insert((kind, origin.foreign_id.clone()), origin);
            }
        }
        for branch in &portion.branches {
            let origin = seen.origins.get(&(POST, branch.foreign_id.clone()));
            if let Some(origin) = origin.filter(|origin| origin.digest != branch.digest)
                && let Some(here) = Here::read(tx, origin).await?
            {
                seen.here.insert(branch.foreign_id.clone(), here);
            }
        }
        let stories = portion.branches.iter().filter_map(|b| b.group.as_deref());
        let stories: Vec<_> = stories.filter_map(|g| seen.ours(STORY, g)).map(StoryId::new).collect();
        seen.told = tx.told_in(&portion.edition, &stories).await?;
        let topics: Vec<_> = portion.tags.iter().filter_map(|tag| seen.known(TAG, tag)).collect();
        seen.topics = tx.topics(&topics.into_iter().map(TopicId::new).collect::<Vec<_>>()).await?;
        seen.read_term_slugs(tx, portion).await?;
        seen.read_branch_slugs(tx, portion).await?;
        let host = links::host_of(&portion.archive);
        let written = portion.branches.iter().filter(|b| !seen.is_same(&b.foreign_id, &b.digest));
        let wanted = written.flat_map(|b| links::wanted(&b.content.body, host)).collect();
        seen.led = links::led(tx, wanted).await?;
        Ok(seen)
    }

    /// The id here of a thing there.
    pub(crate) fn ours(&self, kind: &'static str, foreign_id: &str) -> Option<Uuid> {
        self.origins.get(&(kind, foreign_id.to_owned())).map(|origin| origin.ours)
    }

    /// Whether a branch is here as the archive has it.
    fn is_same(&self, foreign_id: &str, digest: &str) -> bool {
        let origin = self.origins.get(&(POST, foreign_id.to_owned()));
        origin.is_some_and(|origin| origin.digest == digest)
    }

    /// The id here of a term: its own, or its group's.
    pub(crate) fn known(&self, kind: &'static str, term: &ArchivedTerm) -> Option<Uuid> {
        let group = || self.ours(group_kind(kind)?, term.group.as_deref()?);
        self.ours(kind, &term.foreign_id).or_else(group)
    }

    /// Whether a term needs an address: it is new, or a topic without words in the edition.
    fn needs_slug(&self, kind: &'static str, term: &ArchivedTerm, edition: &EditionCode) -> bool {
        let Some(ours) = self.ours(kind, &term.foreign_id) else { return true };
        let topic = self.topics.get(&TopicId::new(ours)).filter(|_| kind == TAG);
        topic.is_some_and(|topic| !topic.words.contains_key(edition))
    }

    async fn read_term_slugs(&mut self, tx: &mut WriteTx, portion: &Portion) -> Result<()> {
        let spaces = [
            (CATEGORY, AddressSpace::Section, None, &portion.categories),
            (TAG, AddressSpace::Topic, Some(&portion.edition), &portion.tags),
            (AUTHOR, AddressSpace::Person, None, &portion.authors),
        ];
        for (kind, space, edition, terms) in spaces {
            let new: Vec<_> = terms.iter().filter(|t| self.needs_slug(kind, t, &portion.edition)).collect();
            let wished: Vec<_> = new.iter().map(|t| t.slug.clone()).collect();
            let free = free_slugs(tx, space, edition, &wished).await?;
            for (term, slug) in new.into_iter().zip(free) {
                self.term_slugs.insert((kind, term.foreign_id.clone()), slug);
            }
        }
        Ok(())
    }

    async fn read_branch_slugs(&mut self, tx: &mut WriteTx, portion: &Portion) -> Result<()> {
        let mut slugs: Vec<_> = portion.branches.iter().map(|b| b.slug.clone()).collect();
        for space in [Space::Post, Space::Page] {
            let new: Vec<usize> = portion
                .branches
                .iter()
                .enumerate()
                .filter(|(_, b)| b.content.kind.space() == space && self.ours(POST, &b.foreign_id).is_none())
                .map(|(place, _)| place)
                .collect();
            let wished: Vec<_> = new.iter().filter_map(|&place| slugs.get(place).cloned()).collect();
            let free = free_slugs(tx, space.into(), Some(&portion.edition), &wished).await?;
            for (place, slug) in new.into_iter().zip(free) {
                if let Some(slot) = slugs.get_mut(place) {
                    *slot = slug;
                }
            }
        }
        self.branch_slugs = slugs;
        Ok(())
    }
}

/// For each slug wished for, itself or its first number that is free in the store and
/// among those before it.
async fn free_slugs(
    tx: &mut WriteTx,
    space: AddressSpace,
    edition: Option<&EditionCode>,
    wished: &[Slug],
) -> Result<Vec<Slug>> {
    let mut taken = tx.taken(space, edition, wished).await?;
    let mut free = Vec::with_capacity(wished.len());
    for slug in wished {
        let fits = |slug: &Slug| space != AddressSpace::Section || Slug::parse_section(slug.as_str()).is_ok();
        let mut found = Some(slug.clone()).filter(|s| fits(s) && !taken.contains(s));
        let mut number = 2;
        while found.is_none() {
            let tries: Vec<_> = (number..number + NUMBERS).map(|n| slug.numbered(n)).collect();
            taken.extend(tx.taken(space, edition, &tries).await?);
            found = tries.into_iter().find(|s| !taken.contains(s));
            number += NUMBERS;
        }
        if let Some(slug) = found {
            taken.insert(slug.clone());
            free.push(slug);
        }
    }
    Ok(free)
}

//! Branches of a portion.

use std::collections::{BTreeSet, HashMap};

use domain::{
    Branch, BranchId, Credit, CreditRole, Due, OldAddress, PersonId, Publication, RevisionId, SectionId,
    Stage, StoryId, Tag, TopicId, Work,
};
use store::{
    AddressChange, AgendaChange, AgendaKind, ArchivePicture, BranchState, Changes, Content, CopyChange,
    Frame, FrameChange, Milestone, NewRevision, OpenLinks, Origin, RedirectTo,
};

use super::{
    Archived, ArchivedBranch, Portion, TakenIn, lead,
    links::{self, Led},
    renewed::renew,
    seen::{AUTHOR, CATEGORY, POST, PortionSeen, STORY, TAG},
};
use crate::{
    desk::Context,
    visibility::{card_of, claimed_paths, list_tag, path_tag, rows_of},
};

/// Takes in each branch that is not here yet.
pub(crate) fn decide(
    portion: &Portion,
    seen: &PortionSeen,
    cx: &Context<'_>,
    changes: &mut Changes,
) -> Vec<TakenIn> {
    let frame = with_new_sections(cx.frame, changes);
    let mut done = Vec::with_capacity(portion.branches.len());
    // An export may name a thing twice: the first one counts, as it does across portions.
    let mut entered: HashMap<&str, &str> = HashMap::new();
    let mut stories = HashMap::new();
    let led = links::with_own(portion, seen);
    for (item, slug) in portion.branches.iter().zip(&seen.branch_slugs) {
        let here = seen.origins.get(&(POST, item.foreign_id.clone())).map(|origin| origin.digest.as_str());
        match here.or(entered.get(item.foreign_id.as_str()).copied()) {
            Some(digest) if digest == item.digest => done.push(TakenIn::Same),
            Some(_) => {
                let here = seen
                    .here
                    .get(&item.foreign_id)
                    .filter(|_| entered.insert(&item.foreign_id, &item.digest).is_none());
                let renewed = here.and_then(|here| {
                    renew(here, item, placed(item, portion, seen, &led), portion, cx, &frame)
                });
                done.push(if renewed.is_some() { TakenIn::Renewed } else { TakenIn::Changed });
                changes.append(renewed.unwrap_or_default());
            }
            None => {
                entered.insert(&item.foreign_id, &item.digest);
                let (story, apart) = story_of(item, portion, seen, &mut stories, cx, changes);
                let branch = Branch::new(
                    BranchId::new(cx.world.uuid()),
                    story,
                    portion.edition.clone(),
                    item.content.kind.space(),
                    slug.clone(),
                );
                let placed = placed(item, portion, seen, &led);
                take_in(branch, item, placed, portion, cx, &frame, changes);
                done.push(if apart { TakenIn::Apart(slug.clone()) } else { TakenIn::New(slug.clone()) });
            }
        }
    }
    done
}

/// The story that a new branch tells, and whether it tells it apart from its group: the first branch of
/// an edition is tied, others are left for somebody to look at. `stories` are those begun here.
fn story_of<'p>(
    item: &'p ArchivedBranch,
    portion: &Portion,
    seen: &PortionSeen,
    stories: &mut HashMap<&'p str, StoryId>,
    cx: &Context<'_>,
    changes: &mut Changes,
) -> (StoryId, bool) {
    let own = StoryId::new(cx.world.uuid());
    let Some(group) = item.group.as_deref() else { return (own, false) };
    if stories.contains_key(group) {
        return (own, true);
    }
    let here = seen.ours(STORY, group).map(StoryId::new);
    if here.is_some_and(|story| seen.told.contains(&story)) {
        return (own, true);
    }
    let story = here.unwrap_or(own);
    stories.insert(group, story);
    if here.is_none() {
        changes.origins.push(Origin {
            archive: portion.archive.clone(),
            kind: STORY.to_owned(),
            foreign_id: group.to_owned(),
            ours: story.uuid(),
            revision: None,
            digest: String::new(),
        });
    }
    (story, false)
}

/// The tags that fall with a portion.
pub(crate) fn tags_of(changes: &Changes, seen: &PortionSeen, frame: &Frame) -> Vec<Tag> {
    let mut tags: BTreeSet<_> =
        changes.listed.iter().filter(|row| !row.building).map(|row| list_tag(&row.list)).collect();
    tags.extend(changes.branches.iter().map(|state| path_tag(&state.branch)));
    // Pages of a story that was here name its new branches.
    let groups: BTreeSet<_> =
        seen.origins.values().filter(|origin| origin.kind == STORY).map(|origin| origin.ours).collect();
    let joined = |story: &StoryId| groups.contains(&story.uuid());
    tags.extend(changes.branches.iter().map(|state| state.branch.story).filter(joined).map(Tag::Story));
    // Nothing showed them before, but followers are told by these which articles came.
    let live = changes.branches.iter().filter(|state| state.branch.live_revision().is_some());
    tags.extend(live.map(|state| Tag::Branch(state.branch.id)));
    tags.extend(changes.redirects.iter().map(|redirect| Tag::Path(redirect.path.clone())));
    tags.extend(claimed_paths(&changes.addresses, frame));
    tags.into_iter().collect()
}

/// The frame as it will be once the portion's own sections are there: their ancestors'
/// lists hold the portion's articles too.
fn with_new_sections(frame: &Frame, changes: &Changes) -> Frame {
    let mut frame = frame.clone();
    let new = changes.frame.iter().filter_map(|change| match change {
        FrameChange::Section(section) => Some(section.clone()),
        FrameChange::Setting(..)
        | FrameChange::Edition(_)
        | FrameChange::Menu(..)
        | FrameChange::StartMove { .. } => None,
    });
    let new: Vec<_> = new.collect();
    let kept = frame.sections.iter().filter(|s| new.iter().all(|n| n.id != s.id)).cloned();
    frame.sections = domain::SectionTree::new(kept.chain(new.iter().cloned()).collect());
    frame
}

fn take_in(
    mut branch: Branch,
    item: &ArchivedBranch,
    Placed { content, open }: Placed,
    portion: &Portion,
    cx: &Context<'_>,
    frame: &Frame,
    changes: &mut Changes,
) {
    let actor = &cx.who.actor;
    let revision = RevisionId::new(cx.world.uuid());
    set_state(&mut branch, item.was, revision);
    let live = branch.live_revision().is_some();
    if live {
        let card = card_of(&content);
        changes.listed.extend(rows_of(&branch, &card, frame));
        changes.cards.push((branch.id, Some(card)));
    }
    changes.stories.push(branch.story);
    changes.addresses.push(AddressChange::Claim {
        space: branch.space.into(),
        edition: Some(branch.edition.clone()),
        slug: branch.slug.clone(),
        target: branch.id.uuid(),
        public: live,
        first: true,
    });
    if let Some(due) = branch.due_at() {
        let due = Some((due, actor.clone()));
        changes.agenda.push(AgendaChange { kind: AgendaKind::Publish, branch: branch.id, due });
    }
    lead(&item.addresses, &RedirectTo::Branch(branch.edition.clone(), branch.id), changes);
    if !item.facts.is_empty() {
        changes.archive_facts.push((branch.id, portion.archive.clone(), item.facts.clone()));
    }
    changes.archive_pictures.extend(named_pictures(item, portion));
    if !open.is_empty() {
        changes.open_links.push(open_links(item, open, portion));
    }
    changes.origins.push(Origin {
        archive: portion.archive.clone(),
        kind: POST.to_owned(),
        foreign_id: item.foreign_id.clone(),
        ours: branch.id.uuid(),
        revision: Some(revision),
        digest: item.digest.clone(),
    });
    if let Some(work) = branch.work {
        changes.copies.push(CopyChange::Put {
            branch: branch.id,
            version: work.version,
            at: cx.now,
            actor: actor.clone(),
            content: Box::new(content.clone()),
        });
    }
    changes.revisions.push(NewRevision {
        id: revision,
        branch: branch.id,
        number: 1,
        at: cx.now,
        actor: actor.clone(),
        milestone: Milestone::Imported,
        base: None,
        content,
    });
    let due_by = branch.due.as_ref().map(|_| actor.clone());
    changes.branches.push(BranchState { branch, began_by: actor.clone(), due_by });
}

/// The pictures that an item names, each with its archive.
pub(crate) fn named_pictures<'p>(
    item: &'p ArchivedBranch,
    portion: &'p Portion,
) -> impl Iterator<Item = (String, ArchivePicture)> + 'p {
    item.pictures.iter().map(|picture| (portion.archive.clone(), picture.clone()))
}

/// What is open of an item's links.
pub(crate) fn open_links(item: &ArchivedBranch, links: Vec<OldAddress>, portion: &Portion) -> OpenLinks {
    OpenLinks { archive: portion.archive.clone(), foreign_id: item.foreign_id.clone(), links }
}

/// The content of an item as it is here.
pub(crate) struct Placed {
    pub(crate) content: Content,
    /// Links to the old site that lead nowhere yet.
    pub(crate) open: Vec<OldAddress>,
}

/// The content with its sections, topics and author by their ids here, and its links to where they lead.
fn placed(item: &ArchivedBranch, portion: &Portion, seen: &PortionSeen, led: &Led) -> Placed {
    let mut content = item.content.clone();
    let section = |id: &String| seen.ours(CATEGORY, id).map(SectionId::new);
    content.sections = item.categories.iter().filter_map(section).collect();
    content.topics = item.tags.iter().filter_map(|id| seen.ours(TAG, id)).map(TopicId::new).collect();
    let persons = item.authors.iter().filter_map(|id| seen.ours(AUTHOR, id)).map(PersonId::new);
    content.credits = persons.map(|person| Credit { person, role: CreditRole::Author }).collect();
    let (body, open) =
        links::linked(std::mem::take(&mut content.body), links::host_of(&portion.archive), led);
    content.body = body;
    Placed { content, open }
}

pub(crate) fn set_state(branch: &mut Branch, was: Archived, revision: RevisionId) {
    let work = |stage| Some(Work { base: Some(revision), stage, version: 1 });
    branch.work = None;
    match was {
        Archived::Live { first_published, modified } => {
            branch.publication = Publication::Live(revision);
            branch.first_published = Some(first_published);
            branch.modified = Some(modified.max(first_published));
        }
        Archived::Draft => branch.work = work(Stage::Draft),
        Archived::Pending => branch.work = work(Stage::InReview),
        Archived::Scheduled(moment) => branch.due = Some(Due { revision, moment, typed: None }),
    }
}

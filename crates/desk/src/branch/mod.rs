//! Use cases of one branch, a file each.

use domain::{Branch, RevisionId};
use store::{BranchState, Content, Milestone, NewRevision};

use crate::{
    desk::Context,
    error::{Refusal, Result},
    seen::BranchSeen,
};

pub(crate) mod create;
pub(crate) mod embargo;
pub(crate) mod expiry;
pub(crate) mod open;
pub(crate) mod publish;
pub(crate) mod save;
pub(crate) mod schedule;
pub(crate) mod sections;
pub(crate) mod slug;
pub(crate) mod stage;
pub(crate) mod tie;
pub(crate) mod withdraw;

/// Longest headline, in characters.
const MAX_HEADLINE: usize = 500;
/// Longest standfirst, in characters.
const MAX_STANDFIRST: usize = 5_000;

/// The state after a move, with who began it kept.
fn state_of(seen: &BranchSeen, branch: Branch) -> BranchState {
    BranchState { branch, began_by: seen.state.began_by.clone(), due_by: seen.state.due_by.clone() }
}

/// A revision of `content` behind those that the branch has.
fn cut(seen: &BranchSeen, cx: &Context<'_>, milestone: Milestone, content: Content) -> NewRevision {
    let branch = &seen.state.branch;
    NewRevision {
        id: RevisionId::new(cx.world.uuid()),
        branch: branch.id,
        number: seen.last_revision + 1,
        at: cx.now,
        actor: cx.who.actor.clone(),
        milestone,
        base: branch.work.and_then(|w| w.base),
        content,
    }
}

/// Refuses what cannot be kept or shown.
fn check_content(content: &Content) -> Result<(), Refusal> {
    let fields = [
        ("the headline", Some(content.headlines.full.as_str()), MAX_HEADLINE),
        ("the short headline", content.headlines.short.as_deref(), MAX_HEADLINE),
        ("the search title", content.headlines.search_title.as_deref(), MAX_HEADLINE),
        ("the search description", content.headlines.search_description.as_deref(), MAX_STANDFIRST),
        ("the social headline", content.headlines.social.as_deref(), MAX_HEADLINE),
        ("the push headline", content.headlines.push.as_deref(), MAX_HEADLINE),
        ("the kicker", content.kicker.as_deref(), MAX_HEADLINE),
        ("the standfirst", content.standfirst.as_deref(), MAX_STANDFIRST),
    ];
    for (what, text, limit) in fields {
        let text = text.unwrap_or_default();
        let size = text.chars().count();
        if size > limit {
            return Err(Refusal::TooLong { what, size, limit });
        }
        if text.contains('\0') {
            return Err(Refusal::Nul(what));
        }
    }
    Ok(())
}

/// Refuses to show readers a text without a headline.
fn check_publishable(content: &Content) -> Result<(), Refusal> {
    check_content(content)?;
    if content.headlines.full.trim().is_empty() { Err(Refusal::NoHeadline) } else { Ok(()) }
}

/// Refuses when the caller saw another version than the present one.
fn check_version(branch: &Branch, seen: i64) -> Result<(), Refusal> {
    match branch.work {
        None => Err(Refusal::Move(domain::MoveError::NoWork)),
        Some(work) if work.version != seen => Err(Refusal::Version { seen, present: work.version }),
        Some(_) => Ok(()),
    }
}

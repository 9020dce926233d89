//! Publication and work are two states with legal moves. Random sequences of moves, legal or
//! not, leave a branch that makes sense.

#![expect(clippy::unwrap_used, reason = "a test's own set-up may fail loudly")]

use domain::{
    Branch, BranchId, Change, Due, EditionCode, Moment, MoveError, Publication, RevisionId, Slug, Space,
    Stage, StoryId, Withdrawal, Work,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use uuid::Uuid;

const OPENING: Moment = Moment::from_micros(1_767_225_600_000_000);

#[derive(Clone, Debug)]
enum Move {
    Pass(i64),
    StartWork,
    Save,
    Stage(Stage),
    Publish(Change),
    Schedule(i64),
    Unschedule,
    DueCame,
    Embargo(Option<i64>),
    Withdraw(Withdrawal),
    Expire(Option<i64>),
    Expired,
    Drop,
}

fn any_move() -> impl Strategy<Value = Move> {
    let ahead = || option::weighted(0.8, -3..30_i64);
    prop_oneof![
        3 => (1..12_i64).prop_map(Move::Pass),
        1 => Just(Move::StartWork),
        1 => Just(Move::Save),
        1 => select(vec![Stage::Draft, Stage::InReview, Stage::Ready]).prop_map(Move::Stage),
        2 => select(vec![Change::Silent, Change::Update, Change::Correction]).prop_map(Move::Publish),
        2 => (-3..30_i64).prop_map(Move::Schedule),
        1 => Just(Move::Unschedule),
        2 => Just(Move::DueCame),
        2 => ahead().prop_map(Move::Embargo),
        1 => select(vec![Withdrawal::Unpublished, Withdrawal::Retracted, Withdrawal::Legal]).prop_map(Move::Withdraw),
        2 => ahead().prop_map(Move::Expire),
        2 => Just(Move::Expired),
        1 => Just(Move::Drop),
    ]
}

fn new_branch() -> Branch {
    let (id, story) = (BranchId::new(Uuid::from_u128(1)), StoryId::new(Uuid::from_u128(2)));
    Branch::new(id, story, EditionCode::parse("en").unwrap(), Space::Post, Slug::parse("rain").unwrap())
}

fn make(branch: Branch, it: &Move, now: Moment, new: RevisionId) -> Result<Branch, MoveError> {
    let at = |seconds: &i64| now.plus_seconds(*seconds);
    match it {
        Move::Pass(_) => Ok(branch),
        Move::StartWork => Ok(branch.start_work(Some(new), 7)),
        Move::Save => branch.saved(),
        Move::Stage(to) => branch.staged(*to),
        Move::Publish(change) => branch.published(new, now, *change),
        Move::Schedule(s) => branch.scheduled(Due { revision: new, moment: at(s), typed: None }, now),
        Move::Unschedule => branch.unscheduled(7),
        Move::DueCame => branch.due_came(now),
        Move::Embargo(s) => branch.embargoed(s.as_ref().map(at), now),
        Move::Withdraw(reason) => branch.withdrawn(*reason),
        Move::Expire(s) => branch.expiring(s.as_ref().map(at), now),
        Move::Expired => branch.expired(now),
        Move::Drop => branch.dropped(),
    }
}

/// What holds of every branch, whatever was done to it.
fn makes_sense(branch: &Branch) {
    let live = branch.live_revision().is_some();
    let public = !matches!(branch.publication, Publication::Never);
    assert_eq!(branch.first_published.is_some(), public, "public exactly once it was first published");
    assert_eq!(branch.modified.is_some(), public);
    assert!(!(live && branch.embargo.is_some()), "an embargo on a live branch");
    assert!(branch.first_published <= branch.modified);
    assert!(branch.updated <= branch.modified, "updated without a revision");
    assert!(branch.updated.is_none_or(|updated| Some(updated) >= branch.first_published));
    if let (false, Some(due), Some(expires)) = (live, branch.due_at(), branch.expires) {
        assert!(expires > due, "it would expire before it goes live");
    }
    if let Some(due) = &branch.due {
        assert!(branch.due_at() >= Some(due.moment), "live before its schedule");
        assert!(branch.due_at() >= branch.embargo, "live before its embargo");
    }
}

/// What holds between a branch and what a legal move made of it.
fn follows(before: &Branch, after: &Branch, it: &Move, now: Moment) {
    assert_eq!((before.id, before.story, &before.slug), (after.id, after.story, &after.slug));
    if before.first_published.is_some() {
        assert_eq!(after.first_published, before.first_published, "set once");
    }
    let went_live = after.live_revision().is_some() && after.live_revision() != before.live_revision();
    assert_eq!(after.modified, if went_live { Some(now) } else { before.modified });
    if went_live {
        assert!(matches!(it, Move::Publish(_) | Move::DueCame), "{it:?} made a revision live");
        assert!(before.embargo.is_none_or(|embargo| embargo <= now), "live under an embargo");
        assert!(after.due.is_none(), "what was scheduled must fall, or it would bring an older text back");
    }
    if let (Move::Publish(_), true, None) = (it, went_live, before.live_revision()) {
        assert!(after.expires.is_none_or(|expires| expires > now), "published though its expiry had come");
    }
    if before.live_revision().is_some() && after.live_revision().is_none() {
        assert!(matches!(it, Move::Withdraw(_) | Move::Expired), "{it:?} took it from readers");
        assert_eq!((&after.due, after.expires), (&None, None));
    }
    let is_work = matches!(it, Move::StartWork | Move::Save | Move::Stage(_) | Move::Drop);
    if is_work {
        let public = |b: &Branch| Branch { work: None, ..b.clone() };
        assert_eq!(public(before), public(after), "{it:?} on the work changed the publication");
    }
    let grew = |a: Work, b: Work| b.version >= a.version;
    assert!(before.work.zip(after.work).is_none_or(|(a, b)| grew(a, b)), "a version went back");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn legal_moves_only(moves in vec(any_move(), 1..40)) {
        let mut branch = new_branch();
        let mut now = OPENING;
        for (number, it) in (100..).zip(&moves) {
            if let Move::Pass(seconds) = it {
                now = now.plus_seconds(*seconds);
            }
            let new = RevisionId::new(Uuid::from_u128(number));
            if let Ok(after) = make(branch.clone(), it, now, new) {
                follows(&branch, &after, it, now);
                branch = after;
            }
            makes_sense(&branch);
        }
    }

    #[test]
    fn a_branch_goes_live_at_the_later_of_schedule_and_embargo(schedule in 1..60_i64, embargo in 1..60_i64) {
        let (revision, later) = (RevisionId::new(Uuid::from_u128(9)), schedule.max(embargo));
        let branch = new_branch().embargoed(Some(OPENING.plus_seconds(embargo)), OPENING).unwrap();
        let due = Due { revision, moment: OPENING.plus_seconds(schedule), typed: None };
        let branch = branch.scheduled(due, OPENING).unwrap();
        let early = branch.clone().due_came(OPENING.plus_seconds(later - 1));
        prop_assert_eq!(early, Err(MoveError::NothingDue));
        let live = branch.due_came(OPENING.plus_seconds(later)).unwrap();
        prop_assert_eq!(live.publication, Publication::Live(revision));
    }
}

#[test]
fn a_text_whose_expiry_has_passed_is_not_published() {
    let expires = OPENING.plus_seconds(10);
    let branch = new_branch().expiring(Some(expires), OPENING).unwrap();
    let (revision, now) = (RevisionId::new(Uuid::from_u128(9)), OPENING.plus_seconds(10));
    let refused = branch.published(revision, now, Change::Silent);
    assert_eq!(refused, Err(MoveError::ExpiresFirst { expires, live: now }));
}

#[test]
fn an_embargo_on_a_live_branch_is_refused_until_it_is_withdrawn() {
    let revision = RevisionId::new(Uuid::from_u128(9));
    let live = new_branch().published(revision, OPENING, Change::Silent).unwrap();
    let until = Some(OPENING.plus_seconds(60));
    assert_eq!(live.clone().embargoed(until, OPENING), Err(MoveError::EmbargoOnLive));
    let withdrawn = live.withdrawn(Withdrawal::Unpublished).unwrap();
    assert_eq!(withdrawn.embargoed(until, OPENING).unwrap().embargo, until);
}

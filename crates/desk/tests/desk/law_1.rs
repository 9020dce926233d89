//! Law 1, one eye: whatever SQL hands out is what the eye lets through, at any moment.

use std::collections::BTreeSet;

use desk::World as _;
use domain::{BranchId, Facts, Hidden, Moment, Space};
use store::{BranchState, ListKey, ListName, Lookup, PageOf, Snapshot};

use crate::{
    history::{EDITIONS, Office, histories},
    house::{Engine, code, list},
};

mod law_1_one_eye_sees_what_sql_hands_out {
    use super::*;

    #[test]
    fn sqlite() {
        histories(6, 40, |history| live(Engine::Sqlite, history));
    }

    #[test]
    fn postgres() {
        histories(3, 40, |history| live(Engine::Postgres, history));
    }
}

async fn live(engine: Engine, history: Vec<crate::history::Step>) {
    let mut office = Office::new(engine).await;
    for step in &history {
        office.take(step).await;
        compare(&office).await;
    }
    office.house.check().await;
}

/// Now, and a second before, at, and a second after every moment that is still to come.
fn moments(states: &[BranchState], now: Moment) -> BTreeSet<Moment> {
    let set = states.iter().flat_map(|s| [s.branch.embargo, s.branch.expires, s.branch.due_at()]).flatten();
    set.flat_map(|at| [at.plus_seconds(-1), at, at.plus_seconds(1)])
        .filter(|at| *at > now)
        .chain([now])
        .collect()
}

async fn compare(office: &Office) {
    let states = office.states().await;
    let mut snapshot = office.house.store.snapshot().await.unwrap();
    for at in moments(&states, office.house.world.now()) {
        let seen = |state: &BranchState, snapshot: &Snapshot| {
            let branch = &state.branch;
            Facts {
                edition_open: snapshot.frame().is_open(&branch.edition),
                publication: branch.publication,
                embargo: branch.embargo,
                expires: branch.expires,
            }
            .look(at)
        };
        for state in &states {
            let eye = seen(state, &snapshot);
            let siblings = compare_article(&mut snapshot, state, at, eye).await;
            let of_story = states.iter().filter(|s| s.branch.story == state.branch.story);
            let visible: BTreeSet<_> =
                of_story.filter(|s| seen(s, &snapshot).is_ok()).map(|s| s.branch.id).collect();
            assert_eq!(siblings, eye.is_ok().then_some(visible));
        }
        let articles = states.iter().filter(|s| s.branch.space == Space::Post && seen(s, &snapshot).is_ok());
        let visible: Vec<_> = articles.cloned().collect();
        compare_lists(office, &mut snapshot, &visible, at).await;
    }
    snapshot.close().await.unwrap();
}

/// The siblings that are shown with it, where it is shown.
async fn compare_article(
    snapshot: &mut Snapshot,
    state: &BranchState,
    at: Moment,
    eye: Result<(), Hidden>,
) -> Option<BTreeSet<BranchId>> {
    let branch = &state.branch;
    let found = snapshot.article(&branch.edition, branch.space, branch.slug.as_str(), at).await.unwrap();
    let siblings = match &found {
        Lookup::Here(shown) => Some(shown.siblings.iter().map(|sibling| sibling.branch).collect()),
        _ => None,
    };
    match (found, eye) {
        (Lookup::Here(shown), Ok(())) => {
            assert_eq!((shown.branch, shown.hide_at()), (branch.id, branch.expires));
            assert_eq!(Some(shown.revision), branch.live_revision());
        }
        (Lookup::Hidden(hidden), Err(eye)) => assert_eq!(hidden, eye),
        (found, eye) => panic!("{found:?} was handed out where the eye says {eye:?}, of {branch:?} at {at}"),
    }
    let address = snapshot.branch_address(branch.id, at).await.unwrap().unwrap();
    assert_eq!(address.map(|shown| shown.branch), eye.map(|()| branch.id));
    siblings
}

async fn compare_lists(office: &Office, snapshot: &mut Snapshot, visible: &[BranchState], at: Moment) {
    for (edition, _) in EDITIONS {
        let here = |state: &&BranchState| state.branch.edition == code(edition);
        let of_edition: BTreeSet<_> = visible.iter().filter(here).map(|s| s.branch.id).collect();
        compare_list(snapshot, &list(edition, ListKey::Edition), &of_edition, at).await;
        for section in &office.sections {
            let mut of_section = BTreeSet::new();
            for state in visible.iter().filter(here) {
                let branch = &state.branch;
                let found =
                    snapshot.article(&branch.edition, branch.space, branch.slug.as_str(), at).await.unwrap();
                let Lookup::Here(shown) = found else { panic!("a visible article was not found") };
                if snapshot.frame().sections.lists_of(&shown.content.sections).contains(section) {
                    of_section.insert(branch.id);
                }
            }
            compare_list(snapshot, &list(edition, ListKey::Section(*section)), &of_section, at).await;
        }
    }
}

async fn compare_list(snapshot: &mut Snapshot, name: &ListName, visible: &BTreeSet<BranchId>, at: Moment) {
    let newest = snapshot.list(name, PageOf { before: None, limit: 100 }, at).await.unwrap();
    let oldest = snapshot.list_from(name, None, 100, at).await.unwrap();
    for rows in [newest, oldest] {
        let handed_out = rows.len();
        let shown: BTreeSet<_> =
            rows.into_iter().filter_map(|r| r.for_readers(at).ok()).map(|r| r.branch).collect();
        assert_eq!(&shown, visible, "{name:?} at {at}");
        if snapshot.frame().is_open(&name.edition) {
            assert_eq!(handed_out, visible.len(), "{name:?} at {at}: SQL hands out what the eye refuses");
        }
    }
}

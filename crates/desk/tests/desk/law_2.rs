//! Law 2, branches are independent: what is done to one never changes another.

use std::collections::{BTreeMap, BTreeSet};

use desk::{Context, DeskError, Tie, Untie, UseCase, World as _};
use domain::BranchId;
use sqlx::{Column as _, Row as _, TypeInfo as _, ValueRef as _};
use store::{AddressChange, Changes, CopyChange, Database};
use uuid::Uuid;

use crate::{
    history::{Office, Step, histories},
    house::{Engine, House, article, on_both, operator},
};

mod law_2_branches_are_independent {
    use super::*;

    #[test]
    fn sqlite() {
        histories(8, 50, |history| live(Engine::Sqlite, history));
    }

    #[test]
    fn postgres() {
        histories(3, 50, |history| live(Engine::Postgres, history));
    }
}

async fn live(engine: Engine, history: Vec<Step>) {
    let mut office = Office::new(engine).await;
    let mut before = rows(&office.house).await;
    for step in &history {
        let touched = office.take(step).await;
        let after = rows(&office.house).await;
        if let Some(touched) = touched {
            for (branch, rows) in
                before.iter().filter(|(branch, _)| !touched.contains(&BranchId::new(**branch)))
            {
                assert_eq!(after.get(branch), Some(rows), "{step:?} on {touched:?} changed another branch");
            }
        }
        before = after;
    }
    office.house.check().await;
}

/// The decision of `case`, as plain values, names no branch but `one`.
pub(crate) async fn decides_on_one_branch_alone<C: UseCase>(house: &House, case: &C, one: BranchId) {
    let mut tx = house.store.begin().await.unwrap();
    let Ok(seen) = case.read(&mut tx).await else { return };
    let frame = std::sync::Arc::clone(tx.frame());
    drop(tx);
    let (who, now) = (operator(), house.world.now());
    let cx = Context {
        who: &who,
        now,
        world: house.world.as_ref(),
        frame: &frame,
        messages: house.desk.messages(),
    };
    if let Ok(decision) = case.decide(seen, &cx) {
        let others: Vec<_> = named(&decision.changes).into_iter().filter(|id| *id != one.uuid()).collect();
        assert!(others.is_empty(), "a decision on {one} writes to {others:?}");
    }
}

/// Every branch that `changes` would write to.
fn named(changes: &Changes) -> BTreeSet<Uuid> {
    let mut ids: BTreeSet<BranchId> = changes.branches.iter().map(|state| state.branch.id).collect();
    ids.extend(changes.revisions.iter().map(|it| it.branch));
    ids.extend(changes.side_copies.iter().map(|it| it.branch));
    ids.extend(changes.corrections.iter().map(|it| it.branch));
    ids.extend(changes.cards.iter().map(|(branch, _)| *branch));
    ids.extend(changes.listed.iter().chain(&changes.unlisted).map(|row| row.branch));
    ids.extend(changes.agenda.iter().map(|it| it.branch));
    ids.extend(changes.copies.iter().map(|copy| match copy {
        CopyChange::Put { branch, .. } | CopyChange::End(branch) => *branch,
    }));
    let targets = changes.addresses.iter().map(|address| match address {
        AddressChange::Claim { target, .. }
        | AddressChange::Former { target, .. }
        | AddressChange::Publish(target)
        | AddressChange::Release(target) => *target,
    });
    ids.into_iter().map(BranchId::uuid).chain(targets).collect()
}

/// Where rows of branches stand, and the column that names the branch.
const TABLES: [(&str, &str); 9] = [
    ("branch", "id"),
    ("revision", "branch"),
    ("working_copy", "branch"),
    ("side_copy", "branch"),
    ("correction", "branch"),
    ("card", "branch"),
    ("listing", "branch"),
    ("address", "target"),
    ("agenda", "branch"),
];

/// Every row of every branch, as text.
pub(crate) async fn rows(house: &House) -> BTreeMap<Uuid, BTreeSet<String>> {
    let mut all: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    for (table, column) in TABLES {
        let sql = format!("select * from {table}");
        let sql = sqlx::AssertSqlSafe(sql);
        let found: Vec<(Uuid, String)> = match house.store.database() {
            Database::Sqlite { readers, .. } => {
                let rows = sqlx::query(sql).fetch_all(readers).await.unwrap();
                rows.iter().map(|row| (row.get(column), sqlite_text(row))).collect()
            }
            Database::Postgres(pool) => {
                let sql = format!("select {column}, cast(t as text) from {table} t");
                sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(pool).await.unwrap()
            }
        };
        for (branch, row) in found {
            all.entry(branch).or_default().insert(format!("{table} {row}"));
        }
    }
    // Addresses lead to sections too; those are no branches.
    all.retain(|_, rows| rows.iter().any(|row| row.starts_with("branch ")));
    all
}

fn sqlite_text(row: &sqlx::sqlite::SqliteRow) -> String {
    let value = |at: usize| match row.try_get_raw(at).unwrap().type_info().name() {
        "INTEGER" => row.get::<i64, _>(at).to_string(),
        "TEXT" => row.get::<String, _>(at),
        "BLOB" => format!("{:?}", row.get::<Vec<u8>, _>(at)),
        _ => "null".to_owned(),
    };
    row.columns().iter().map(|column| value(column.ordinal())).collect::<Vec<_>>().join("|")
}

on_both! {
    async fn law_2_ties_that_cross_at_the_same_moment_end_in_one_order_or_the_other(engine: Engine) {
        let house = House::open(engine).await;
        let other = house.second_node().await;
        let who = operator();
        for round in 0..10 {
            let english = house.draft("en", &format!("en-{round}"), article("Rain", &[])).await;
            let arabic = house.draft("ar", &format!("ar-{round}"), article("مطر", &[])).await;
            let story_of = async |branch| house.state(branch).await.branch.story;
            let one = Tie { branch: english, story: story_of(arabic).await };
            let two = Tie { branch: arabic, story: story_of(english).await };
            let (one, two) = tokio::join!(house.desk.run(&who, &one), other.run(&who, &two));
            // Whoever comes second finds the story gone, or the two tied already.
            for outcome in [one.map(drop), two.map(drop)] {
                assert!(matches!(outcome, Ok(()) | Err(DeskError::Refused(_))), "{outcome:?}");
            }
            let (one, two) = (Untie { branch: english }, Untie { branch: arabic });
            let (one, two) = tokio::join!(house.desk.run(&who, &one), other.run(&who, &two));
            assert_ne!(one.unwrap().done, two.unwrap().done, "untied, each tells a story of its own");
            house.check().await;
        }
    }
}

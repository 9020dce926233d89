//! Rows of branches, and JSON texts, to and from their types.

use domain::{
    Actor, Branch, BranchId, Due, EditionCode, Facts, Moment, Publication, RevisionId, Slug, Space, Stage,
    StoryId, Typed, Withdrawal, Work,
};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    change::BranchState,
    error::{Result, StoreError},
};

/// A value as JSON text.
pub(crate) fn to_json<T: Serialize>(what: &str, value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| StoreError::corrupt(what, e))
}

/// A value from JSON text.
pub(crate) fn from_json<T: DeserializeOwned>(what: &str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|e| StoreError::corrupt(what, e))
}

/// An enum's name as it is stored.
pub(crate) fn name_of<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// An enum from its stored name.
pub(crate) fn of_name<T: DeserializeOwned>(what: &str, name: String) -> Result<T> {
    serde_json::from_value(serde_json::Value::String(name)).map_err(|e| StoreError::corrupt(what, e))
}

/// The columns of [`BranchRow`], in its order.
pub(crate) const BRANCH_COLUMNS: &str = "b.id, b.story, b.edition, b.space, b.slug, b.began_by, b.publication, \
     b.live_revision, b.withdrawal, b.due_revision, b.due_moment, b.due_typed, b.due_by, b.work_base, b.work_stage, \
     b.work_version, b.embargo, b.expires, b.first_published, b.updated, b.modified";

/// A row of `branch`.
#[derive(sqlx::FromRow)]
pub(crate) struct BranchRow {
    pub(crate) id: Uuid,
    story: Uuid,
    edition: String,
    space: String,
    slug: String,
    began_by: Json<Actor>,
    publication: String,
    live_revision: Option<Uuid>,
    withdrawal: Option<String>,
    due_revision: Option<Uuid>,
    due_moment: Option<i64>,
    due_typed: Option<Json<Typed>>,
    due_by: Option<Json<Actor>>,
    work_base: Option<Uuid>,
    work_stage: Option<String>,
    work_version: Option<i64>,
    embargo: Option<i64>,
    expires: Option<i64>,
    first_published: Option<i64>,
    updated: Option<i64>,
    modified: Option<i64>,
}

impl BranchRow {
    pub(crate) fn state(self) -> Result<BranchState> {
        let what = format!("branch {}", self.id);
        let bad = |e: &dyn std::fmt::Display| StoreError::corrupt(what.clone(), e);
        let publication = publication(&what, &self.publication, self.live_revision, self.withdrawal)?;
        let due = self.due_revision.zip(self.due_moment).map(|(revision, moment)| Due {
            revision: RevisionId::new(revision),
            moment: Moment::from_micros(moment),
            typed: self.due_typed.map(|t| t.0),
        });
        let work = match self.work_stage.zip(self.work_version) {
            Some((stage, version)) => {
                let stage: Stage = of_name(&what, stage)?;
                Some(Work { base: self.work_base.map(RevisionId::new), stage, version })
            }
            None => None,
        };
        let branch = Branch {
            id: BranchId::new(self.id),
            story: StoryId::new(self.story),
            edition: EditionCode::parse(&self.edition).map_err(|e| bad(&e))?,
            space: Space::parse(&self.space).ok_or_else(|| bad(&self.space))?,
            slug: Slug::parse(&self.slug).map_err(|e| bad(&e))?,
            publication,
            due,
            work,
            embargo: self.embargo.map(Moment::from_micros),
            expires: self.expires.map(Moment::from_micros),
            first_published: self.first_published.map(Moment::from_micros),
            updated: self.updated.map(Moment::from_micros),
            modified: self.modified.map(Moment::from_micros),
        };
        Ok(BranchState { branch, began_by: self.began_by.0, due_by: self.due_by.map(|a| a.0) })
    }
}

/// A publication from its columns.
pub(crate) fn publication(
    what: &str,
    state: &str,
    live: Option<Uuid>,
    withdrawal: Option<String>,
) -> Result<Publication> {
    match (state, live, withdrawal) {
        ("never", None, None) => Ok(Publication::Never),
        ("live", Some(revision), None) => Ok(Publication::Live(RevisionId::new(revision))),
        ("withdrawn", None, Some(reason)) => Ok(Publication::Withdrawn(of_name::<Withdrawal>(what, reason)?)),
        (state, ..) => {
            Err(StoreError::corrupt(what, format!("publication {state:?} with other columns than it has")))
        }
    }
}

/// The columns that the eye asks for, in the order of [`FactsRow`].
pub(crate) type FactsRow = (String, Option<Uuid>, Option<String>, Option<i64>, Option<i64>);

/// The eye's facts from the columns `publication, live_revision, withdrawal, embargo, expires`.
pub(crate) fn facts(edition_open: bool, what: &str, row: FactsRow) -> Result<Facts> {
    let (state, live, withdrawal, embargo, expires) = row;
    Ok(Facts {
        edition_open,
        publication: publication(what, &state, live, withdrawal)?,
        embargo: embargo.map(Moment::from_micros),
        expires: expires.map(Moment::from_micros),
    })
}

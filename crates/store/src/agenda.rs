//! The agenda: moments that will come. The clerk reads what is due; a row that fails is
//! parked with its reason and shown, not tried each second.

use domain::{Actor, BranchId, Moment};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{database::Store, error::Result, row::of_name};

/// What comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgendaKind {
    /// What is due on the branch goes live.
    Publish,
    /// The branch expires.
    Expire,
}

impl AgendaKind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Expire => "expire",
        }
    }
}

/// A row of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    /// What comes.
    pub kind: AgendaKind,
    /// On which branch.
    pub branch: BranchId,
    /// When.
    pub due: Moment,
    /// Who set it.
    pub actor: Actor,
    /// Why it was parked.
    pub parked: Option<String>,
}

type Row = (String, Uuid, i64, Json<Actor>, Option<String>);

fn row((kind, branch, due, actor, parked): Row) -> Result<DueRow> {
    let kind = of_name("agenda", kind)?;
    let due = Moment::from_micros(due);
    Ok(DueRow { kind, branch: BranchId::new(branch), due, actor: actor.0, parked })
}

impl Store {
    /// At most `limit` rows that are due at `now` and not parked, the oldest first.
    pub async fn due(&self, now: Moment, limit: i64) -> Result<Vec<DueRow>> {
        let rows = self
            .database()
            .read("select kind, branch, due, actor, parked from agenda where parked is null and due <= $1 order by due limit $2")
            .bind(now.micros())
            .bind(limit)
            .all::<Row>()
            .await?;
        rows.into_iter().map(row).collect()
    }

    /// The moment of the next row that is not parked.
    pub async fn next_due(&self) -> Result<Option<Moment>> {
        let next = self
            .database()
            .read("select due from agenda where parked is null order by due limit 1")
            .opt::<(i64,)>();
        Ok(next.await?.map(|(due,)| Moment::from_micros(due)))
    }

    /// All rows that failed, with their reasons.
    pub async fn parked(&self) -> Result<Vec<DueRow>> {
        let rows = self
            .database()
            .read("select kind, branch, due, actor, parked from agenda where parked is not null order by due")
            .all::<Row>()
            .await?;
        rows.into_iter().map(row).collect()
    }

    /// Parks a row with its reason: ids and facts, no words of the text.
    pub async fn park(&self, due: &DueRow, reason: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        tx.tx
            .q("update agenda set parked = $3 where kind = $1 and branch = $2")
            .bind(due.kind.as_str())
            .bind(due.branch.uuid())
            .bind(reason.to_owned())
            .run()
            .await?;
        tx.finish().await
    }
}

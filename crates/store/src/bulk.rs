//! Inserts of many rows in few statements. Row by row costs a millisecond an article.

use crate::{
    database::Tx,
    error::Result,
    query::{Engine, Q},
};

/// Rows a statement carries. Few different sizes keep the engine's statement cache small.
const SIZES: [usize; 4] = [64, 16, 4, 1];

/// Where rows go.
pub(crate) struct Insert {
    /// Table and columns: `card (branch, words)`.
    pub(crate) into: &'static str,
    /// How many columns.
    pub(crate) width: usize,
    /// What follows the values: a conflict clause.
    pub(crate) tail: &'static str,
}

/// Inserts `rows`, binding each with `bind`, which must push exactly `width` values.
pub(crate) async fn insert<T>(
    tx: &mut Tx,
    to: &Insert,
    rows: &[T],
    bind: impl Fn(&mut Q<'_>, &T),
) -> Result<()> {
    for now in pieces(rows) {
        let mut q = tx.built(statement(to, now.len(), tx.engine()));
        for row in now {
            bind(&mut q, row);
        }
        q.run().await?;
    }
    Ok(())
}

/// Cuts rows into the sizes that statements carry.
pub(crate) fn pieces<T>(mut rest: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let size = SIZES.into_iter().find(|size| *size <= rest.len())?;
        let (now, later) = rest.split_at(size);
        rest = later;
        Some(now)
    })
}

/// SQLite finds a numbered parameter's place by walking all their names, which is quadratic in
/// the rows; parameters without a name are bound in their order at once.
fn statement(to: &Insert, rows: usize, engine: Engine) -> String {
    let mut sql = format!("insert into {} values ", to.into);
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ",(" });
        for column in 1..=to.width {
            if column > 1 {
                sql.push(',');
            }
            match engine {
                Engine::Sqlite => sql.push('?'),
                Engine::Postgres => {
                    sql.push('$');
                    sql.push_str(&(row * to.width + column).to_string());
                }
            }
        }
        sql.push(')');
    }
    sql.push(' ');
    sql.push_str(to.tail);
    sql
}

//! Inserts of many rows in few statements. Row by row costs a millisecond an article.

use crate::{database::Tx, error::Result, query::Q};

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
    let mut rest = rows;
    while !rest.is_empty() {
        let size = SIZES.into_iter().find(|s| *s <= rest.len()).unwrap_or(1);
        let (now, later) = rest.split_at(size);
        let mut q = tx.built(statement(to, size));
        for row in now {
            bind(&mut q, row);
        }
        q.run().await?;
        rest = later;
    }
    Ok(())
}

fn statement(to: &Insert, rows: usize) -> String {
    let mut sql = format!("insert into {} values ", to.into);
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ",(" });
        for column in 1..=to.width {
            if column > 1 {
                sql.push(',');
            }
            sql.push('$');
            sql.push_str(&(row * to.width + column).to_string());
        }
        sql.push(')');
    }
    sql.push(' ');
    sql.push_str(to.tail);
    sql
}

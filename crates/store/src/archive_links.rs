//! Links of archives' articles to the old site: where they lead here, and those that lead nowhere yet.

use std::collections::BTreeMap;

use domain::{EditionCode, OldAddress, Slug, Space};

use crate::{
    bulk::{Insert, insert, pieces},
    database::{Tx, WriteTx},
    error::{Result, StoreError},
};

/// What lies at an old address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedTo {
    /// A branch at its present address.
    Branch(EditionCode, Space, Slug),
    /// Something else: a section, a front.
    Other,
}

/// The links of an article that lead nowhere yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLinks {
    /// Which archive.
    pub archive: String,
    /// The article's id there.
    pub foreign_id: String,
    /// Where its links lead.
    pub links: Vec<OldAddress>,
}

type LedRow = (String, String, String, String, Option<String>, Option<String>, Option<String>);

impl WriteTx {
    /// Where those of `addresses` that are known lead now.
    pub async fn led_to(&mut self, addresses: &[OldAddress]) -> Result<BTreeMap<OldAddress, LedTo>> {
        let mut led = BTreeMap::new();
        for now in pieces(addresses) {
            let row = |n: usize| format!("(${}, ${}, ${})", n * 3 + 1, n * 3 + 2, n * 3 + 3);
            let rows: Vec<_> = (0..now.len()).map(row).collect();
            let sql = format!(
                "with wanted (path, query, host) as (values {}) \
                 select r.path, r.query, r.host, r.kind, b.edition, b.space, b.slug from wanted w \
                 join redirect r on r.path = w.path and r.query = w.query and r.host = w.host \
                 left join branch b on r.kind = 'branch' and b.id = r.target",
                rows.join(", ")
            );
            let mut q = self.tx.built(sql);
            for address in now {
                q.push(address.path.clone());
                q.push(address.query.clone());
                q.push(address.host.clone());
            }
            for row in q.all::<LedRow>().await? {
                let (address, to) = led_row(row)?;
                led.insert(address, to);
            }
        }
        Ok(led)
    }

    /// Ids of articles of an archive whose open links include one that leads to a branch by now; at most
    /// `limit`.
    pub async fn linkable(&mut self, archive: &str, limit: i64) -> Result<Vec<String>> {
        let rows = self
            .tx
            .q("select distinct l.foreign_id from archive_link l \
                join redirect r on r.path = l.path and r.query = l.query and r.host = l.host \
                where l.archive = $1 and r.kind = 'branch' order by l.foreign_id limit $2")
            .bind(archive.to_owned())
            .bind(limit)
            .all::<(String,)>()
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// The open links of an article.
    pub async fn open_links(&mut self, archive: &str, foreign_id: &str) -> Result<Vec<OldAddress>> {
        let rows = self
            .tx
            .q("select host, path, query from archive_link where archive = $1 and foreign_id = $2")
            .bind(archive.to_owned())
            .bind(foreign_id.to_owned())
            .all::<(String, String, String)>()
            .await?;
        Ok(rows.into_iter().map(|(host, path, query)| OldAddress { host, path, query }).collect())
    }
}

fn led_row((path, query, host, kind, edition, space, slug): LedRow) -> Result<(OldAddress, LedTo)> {
    let address = OldAddress { host, path, query };
    let present = edition.zip(space).zip(slug).filter(|_| kind == "branch");
    let Some(((edition, space), slug)) = present else { return Ok((address, LedTo::Other)) };
    let bad = |e: &dyn std::fmt::Display| StoreError::corrupt("redirect", e);
    let edition = EditionCode::parse(&edition).map_err(|e| bad(&e))?;
    let space = Space::parse(&space).ok_or_else(|| bad(&space))?;
    let slug = Slug::parse(&slug).map_err(|e| bad(&e))?;
    Ok((address, LedTo::Branch(edition, space, slug)))
}

/// What is open of each article takes the place of what was.
pub(crate) async fn write_open_links(tx: &mut Tx, articles: &[OpenLinks]) -> Result<()> {
    for article in articles {
        tx.q("delete from archive_link where archive = $1 and foreign_id = $2")
            .bind(article.archive.clone())
            .bind(article.foreign_id.clone())
            .run()
            .await?;
    }
    let rows: Vec<_> = articles.iter().flat_map(|a| a.links.iter().map(move |link| (a, link))).collect();
    let add = Insert {
        into: "archive_link (archive, foreign_id, path, query, host)",
        width: 5,
        tail: "on conflict (archive, foreign_id, path, query, host) do nothing",
    };
    insert(tx, &add, &rows, |q, (article, link)| {
        q.push(article.archive.clone());
        q.push(article.foreign_id.clone());
        q.push(link.path.clone());
        q.push(link.query.clone());
        q.push(link.host.clone());
    })
    .await
}

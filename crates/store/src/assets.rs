//! Pictures: what a page shows of them, who uses one, and the assets themselves.

use domain::{
    Asset, AssetId, AssetUse, AssetWords, BlobId, EditionCode, FocalPoint, Moment, Picture, Public,
    SealedAsset, Shown,
};
use uuid::Uuid;

use crate::{
    bulk::{Insert, insert},
    database::{Snapshot, Tx, WriteTx},
    error::{Result, StoreError},
    query::marks,
    row::{self, FactsRow},
};

/// What a page shows of an asset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureRow {
    /// Which asset.
    pub asset: AssetId,
    /// Its present bytes.
    pub picture: Picture,
    /// Around what it may be cropped.
    pub focal: Option<FocalPoint>,
    /// Who made it.
    pub credit: Option<String>,
    /// What it shows, in the edition's words.
    pub alt: Option<String>,
    /// Its caption, in the edition's words.
    pub caption: Option<String>,
}

#[derive(sqlx::FromRow)]
struct AssetRow {
    id: Uuid,
    blob: Vec<u8>,
    width: i64,
    height: i64,
    tint: i64,
    focal_x: Option<i64>,
    focal_y: Option<i64>,
    credit: Option<String>,
    licence: Option<String>,
    expires: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct WordedRow {
    #[sqlx(flatten)]
    asset: AssetRow,
    alt: Option<String>,
    caption: Option<String>,
}

const COLUMNS: &str =
    "a.id, a.blob, a.width, a.height, a.tint, a.focal_x, a.focal_y, a.credit, a.licence, a.expires";

impl Snapshot {
    /// The pictures among `ids`, with the words of `edition`, in any order. An asset that is
    /// not here is left out.
    pub async fn pictures(
        &mut self,
        ids: &[AssetId],
        edition: &EditionCode,
    ) -> Result<Vec<SealedAsset<PictureRow>>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut q = self
            .tx
            .built(format!(
                "select {COLUMNS}, w.alt, w.caption from asset a \
                 left join asset_words w on w.asset = a.id and w.edition = $1 where a.id in ({})",
                marks(2, ids.len())
            ))
            .bind(edition.as_str());
        ids.iter().for_each(|id| q.push(id.uuid()));
        q.all::<WordedRow>().await?.into_iter().map(WordedRow::sealed).collect()
    }

    /// The picture whose present bytes are `blob`, if readers may see it at `at` for the sake
    /// of any of its uses; of several assets with these bytes the one that is seen longest.
    pub async fn picture_of(
        &mut self,
        blob: BlobId,
        at: Moment,
    ) -> Result<Option<Shown<PictureRow, Public>>> {
        let rows = self
            .tx
            .built(format!(
                "select {COLUMNS}, cast(null as text) as alt, cast(null as text) as caption from asset a \
                 where a.blob = $1 order by a.id"
            ))
            .bind(blob.digest().to_vec())
            .all::<WordedRow>()
            .await?;
        let mut best: Option<Shown<PictureRow, Public>> = None;
        for row in rows {
            let uses = self.uses(row.asset.id, at).await?;
            let Ok(shown) = row.sealed()?.for_readers(uses, at) else { continue };
            let longer = best.as_ref().is_none_or(|best| match (best.hide_at(), shown.hide_at()) {
                (Some(best), Some(other)) => other > best,
                (Some(_), None) => true,
                (None, _) => false,
            });
            if longer {
                best = Some(shown);
            }
        }
        Ok(best)
    }

    /// Of the branches that show an asset at `at` the one that does so longest, and whether it
    /// is somebody's portrait.
    async fn uses(&mut self, asset: Uuid, at: Moment) -> Result<Vec<AssetUse>> {
        let branch = self
            .tx
            .q("select b.publication, b.live_revision, b.withdrawal, b.embargo, b.expires from asset_use u \
                join revision r on r.id = u.revision join branch b on b.id = r.branch and b.live_revision = r.id \
                join edition e on e.code = b.edition \
                where u.asset = $1 and e.open = $2 and b.publication = 'live' \
                and (b.embargo is null or b.embargo <= $3) and (b.expires is null or b.expires > $3) \
                order by case when b.expires is null then 0 else 1 end, b.expires desc limit 1")
            .bind(asset)
            .bind(true)
            .bind(at.micros())
            .opt::<FactsRow>()
            .await?;
        let mut uses = Vec::new();
        if let Some(columns) = branch {
            let facts = row::facts(true, &format!("asset {asset}"), columns)?;
            uses.push(AssetUse::Branch(facts));
            if facts.expires.is_none() {
                // Nothing can show it longer.
                return Ok(uses);
            }
        }
        let portrait = self
            .tx
            .q("select id from person where portrait = $1 limit 1")
            .bind(asset)
            .opt::<(Uuid,)>()
            .await?;
        if portrait.is_some() {
            uses.push(AssetUse::Edition { open: self.frame().editions.iter().any(|edition| edition.open) });
        }
        Ok(uses)
    }

    /// The blobs that assets hold and whose name begins with this byte, in their order.
    pub async fn blobs(&mut self, first: u8) -> Result<Vec<BlobId>> {
        let beyond = first.checked_add(1).map_or_else(|| vec![u8::MAX; 33], |next| vec![next]);
        let rows = self
            .tx
            .q("select distinct blob from asset where blob >= $1 and blob < $2 order by blob")
            .bind(vec![first])
            .bind(beyond)
            .all::<(Vec<u8>,)>()
            .await?;
        rows.into_iter().map(|(digest,)| blob_of("asset", digest)).collect()
    }
}

impl WriteTx {
    /// An asset with all its words.
    pub async fn asset(&mut self, id: AssetId) -> Result<Option<Asset>> {
        let sql = format!("select {COLUMNS} from asset a where a.id = $1");
        let Some(row) = self.tx.built(sql).bind(id.uuid()).opt::<AssetRow>().await? else { return Ok(None) };
        let words = self
            .tx
            .q("select edition, alt, caption from asset_words where asset = $1")
            .bind(id.uuid())
            .all::<(String, Option<String>, Option<String>)>()
            .await?;
        let mut asset = row.asset()?;
        for (edition, alt, caption) in words {
            let edition = EditionCode::parse(&edition).map_err(|e| StoreError::corrupt("asset_words", e))?;
            asset.words.insert(edition, AssetWords { alt, caption });
        }
        Ok(Some(asset))
    }

    /// Which of `ids` are here.
    pub async fn known_assets(&mut self, ids: &[AssetId]) -> Result<Vec<AssetId>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut q = self.tx.built(format!("select id from asset where id in ({})", marks(1, ids.len())));
        ids.iter().for_each(|id| q.push(id.uuid()));
        Ok(q.all::<(Uuid,)>().await?.into_iter().map(|(id,)| AssetId::new(id)).collect())
    }
}

pub(crate) async fn write_assets(tx: &mut Tx, assets: &[Asset]) -> Result<()> {
    let upsert = Insert {
        into: "asset (id, blob, width, height, tint, focal_x, focal_y, credit, licence, expires)",
        width: 10,
        tail: "on conflict (id) do update set blob = excluded.blob, width = excluded.width, \
               height = excluded.height, tint = excluded.tint, focal_x = excluded.focal_x, \
               focal_y = excluded.focal_y, credit = excluded.credit, licence = excluded.licence, \
               expires = excluded.expires",
    };
    insert(tx, &upsert, assets, |q, asset| {
        let Picture { blob, width, height, tint } = asset.picture;
        q.push(asset.id.uuid());
        q.push(blob.digest().to_vec());
        q.push(i64::from(width));
        q.push(i64::from(height));
        q.push(i64::from(tint));
        q.push(asset.focal.map(|focal| i64::from(focal.x)));
        q.push(asset.focal.map(|focal| i64::from(focal.y)));
        q.push(asset.credit.clone());
        q.push(asset.licence.clone());
        q.push(asset.expires.map(Moment::micros));
    })
    .await?;
    for asset in assets {
        tx.q("delete from asset_words where asset = $1").bind(asset.id.uuid()).run().await?;
    }
    let words: Vec<_> = assets.iter().flat_map(|a| a.words.iter().map(|(code, w)| (a.id, code, w))).collect();
    let add = Insert { into: "asset_words (asset, edition, alt, caption)", width: 4, tail: "" };
    insert(tx, &add, &words, |q, (asset, edition, words)| {
        q.push(asset.uuid());
        q.push(edition.as_str().to_owned());
        q.push(words.alt.clone());
        q.push(words.caption.clone());
    })
    .await
}

impl AssetRow {
    fn picture(&self) -> Result<Picture> {
        let what = || format!("asset {}", self.id);
        let bad = |column: &str| StoreError::corrupt(what(), column);
        Ok(Picture {
            blob: blob_of(&what(), self.blob.clone())?,
            width: u32::try_from(self.width).map_err(|_| bad("width"))?,
            height: u32::try_from(self.height).map_err(|_| bad("height"))?,
            tint: u8::try_from(self.tint).map_err(|_| bad("tint"))?,
        })
    }

    fn focal(&self) -> Option<FocalPoint> {
        let part = |value: Option<i64>| value.and_then(|part| u16::try_from(part).ok());
        Some(FocalPoint { x: part(self.focal_x)?, y: part(self.focal_y)? })
    }

    fn asset(self) -> Result<Asset> {
        Ok(Asset {
            id: AssetId::new(self.id),
            picture: self.picture()?,
            focal: self.focal(),
            credit: self.credit,
            licence: self.licence,
            expires: self.expires.map(Moment::from_micros),
            words: std::collections::BTreeMap::new(),
        })
    }
}

impl WordedRow {
    fn sealed(self) -> Result<SealedAsset<PictureRow>> {
        let row = PictureRow {
            asset: AssetId::new(self.asset.id),
            picture: self.asset.picture()?,
            focal: self.asset.focal(),
            credit: self.asset.credit,
            alt: self.alt,
            caption: self.caption,
        };
        Ok(SealedAsset::new(self.asset.expires.map(Moment::from_micros), row))
    }
}

fn blob_of(what: &str, digest: Vec<u8>) -> Result<BlobId> {
    let digest = digest.try_into().map_err(|_| StoreError::corrupt(what, "a digest of another length"))?;
    Ok(BlobId::from_digest(digest))
}

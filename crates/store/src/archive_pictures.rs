//! Pictures of archives between the moment at which an article names one and that at which its bytes
//! are here.

use domain::{AssetId, Moment};
use uuid::Uuid;

use crate::{
    archive::{ArchiveFile, FILES, FileRow},
    bulk::{Insert, insert},
    database::{Snapshot, Tx},
    error::Result,
    query::marks,
};

/// A picture that an article of an archive shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivePicture {
    /// The asset that it is, or will be.
    pub asset: AssetId,
    /// Its address in the one form in which they are compared.
    pub address: String,
    /// Where it lay, as it was first written.
    pub url: String,
}

/// A picture whose bytes are not here yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitedPicture {
    /// Its archive.
    pub archive: String,
    /// The picture.
    pub picture: ArchivePicture,
    /// How often it was asked for in vain.
    pub tries: u32,
}

/// What came of asking for a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureState {
    /// It is here.
    Here,
    /// It will not be had, and why.
    Refused(String),
    /// It is asked for again.
    Awaited {
        /// From when.
        from: Moment,
        /// Why it did not come.
        reason: String,
        /// How often it was asked for.
        tries: u32,
    },
}

/// How many pictures of archives are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PictureCounts {
    /// Here.
    pub here: u64,
    /// Not here yet.
    pub awaited: u64,
    /// Refused.
    pub refused: u64,
}

/// A picture that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedPicture {
    /// Where it lay.
    pub url: String,
    /// Why.
    pub reason: String,
}

type AwaitedRow = (Uuid, String, String, String, i64);

/// Text of a list of archives, whose first mark is `from`; of none, all of them.
fn of_archives(archives: &[String], from: usize) -> String {
    match archives.len() {
        0 => String::new(),
        count => format!(" and archive in ({})", marks(from, count)),
    }
}

impl Snapshot {
    /// Pictures of `archives`, or of all where none is named, that may be asked for at `at`: at most
    /// `limit`, those that wait longest first.
    pub async fn awaited_pictures(
        &mut self,
        archives: &[String],
        at: Moment,
        limit: i64,
    ) -> Result<Vec<AwaitedPicture>> {
        let of = of_archives(archives, 3);
        let sql = format!(
            "select asset, archive, address, url, tries from archive_picture \
             where state = 'awaited' and next_try <= $1{of} order by next_try, asset limit $2"
        );
        let mut q = self.tx.built(sql).bind(at.micros()).bind(limit);
        archives.iter().for_each(|archive| q.push(archive.clone()));
        let rows = q.all::<AwaitedRow>().await?;
        let awaited = rows.into_iter().map(|(asset, archive, address, url, tries)| AwaitedPicture {
            archive,
            picture: ArchivePicture { asset: AssetId::new(asset), address, url },
            tries: u32::try_from(tries).unwrap_or(u32::MAX),
        });
        Ok(awaited.collect())
    }

    /// How many pictures of `archives`, or of all where none is named, are in which state.
    pub async fn picture_counts(&mut self, archives: &[String]) -> Result<PictureCounts> {
        let of = of_archives(archives, 2);
        let sql = format!(
            "select state, count(*) from archive_picture where state in ('here', 'awaited', $1){of} group by state"
        );
        let mut q = self.tx.built(sql).bind("refused");
        archives.iter().for_each(|archive| q.push(archive.clone()));
        let mut counts = PictureCounts::default();
        for (state, count) in q.all::<(String, i64)>().await? {
            let count = u64::try_from(count).unwrap_or_default();
            match state.as_str() {
                "here" => counts.here = count,
                "awaited" => counts.awaited = count,
                _ => counts.refused = count,
            }
        }
        Ok(counts)
    }

    /// Refused pictures of `archives`, or of all where none is named, by their addresses; at most
    /// `limit`.
    pub async fn refused_pictures(&mut self, archives: &[String], limit: i64) -> Result<Vec<RefusedPicture>> {
        let of = of_archives(archives, 2);
        let sql = format!(
            "select url, coalesce(reason, '') from archive_picture where state = 'refused'{of} \
             order by url limit $1"
        );
        let mut q = self.tx.built(sql).bind(limit);
        archives.iter().for_each(|archive| q.push(archive.clone()));
        let rows = q.all::<(String, String)>().await?;
        Ok(rows.into_iter().map(|(url, reason)| RefusedPicture { url, reason }).collect())
    }

    /// The files of archives that are the picture, each with the edition whose words it has.
    pub async fn files_of_picture(&mut self, asset: AssetId) -> Result<Vec<ArchiveFile>> {
        let sql = format!("{FILES} where picture = $1 order by archive, foreign_id limit 100");
        let rows = self.tx.built(sql).bind(asset.uuid()).all::<FileRow>().await?;
        rows.into_iter().map(FileRow::file).collect()
    }
}

/// A picture that is known already stays as it is.
pub(crate) async fn write_pictures(tx: &mut Tx, pictures: &[(String, ArchivePicture)]) -> Result<()> {
    let new = Insert {
        into: "archive_picture (asset, archive, address, url, state, tries, next_try)",
        width: 7,
        tail: "on conflict (asset) do nothing",
    };
    insert(tx, &new, pictures, |q, (archive, picture)| {
        q.push(picture.asset.uuid());
        q.push(archive.clone());
        q.push(picture.address.clone());
        q.push(picture.url.clone());
        q.push("awaited");
        q.push(0_i64);
        q.push(0_i64);
    })
    .await
}

pub(crate) async fn write_states(tx: &mut Tx, states: &[(AssetId, PictureState)]) -> Result<()> {
    for (asset, state) in states {
        let (name, reason, tries, from) = match state {
            PictureState::Here => ("here", None, None, 0),
            PictureState::Refused(reason) => ("refused", Some(reason.clone()), None, 0),
            PictureState::Awaited { from, reason, tries } => {
                ("awaited", Some(reason.clone()), Some(i64::from(*tries)), from.micros())
            }
        };
        tx.q(
            "update archive_picture set state = $2, reason = $3, tries = coalesce($4, tries), next_try = $5 \
              where asset = $1",
        )
        .bind(asset.uuid())
        .bind(name)
        .bind(reason)
        .bind(tries)
        .bind(from)
        .run()
        .await?;
    }
    Ok(())
}

/// All that is not here of these archives is asked for at once.
pub(crate) async fn write_asked_again(tx: &mut Tx, archives: &[String]) -> Result<()> {
    for archive in archives {
        tx.q("update archive_picture set state = 'awaited', tries = $2, next_try = $2 \
              where archive = $1 and state in ('refused', 'awaited') and (state = 'refused' or next_try > $2)")
            .bind(archive.clone())
            .bind(0_i64)
            .run()
            .await?;
    }
    Ok(())
}

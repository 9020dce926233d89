//! The demonstration's pictures: taken in as any other, before the stories that show them.

use std::collections::BTreeMap;

use bytes::Bytes;
use desk::{PutAsset, World as _};
use domain::{Asset, AssetId, AssetWords, FocalPoint, Picture};

use super::{
    Files,
    fill::Filling,
    format::{self, PictureFile, PicturesFile},
};
use crate::{failure::Failure, pictures::Pictures};

impl Filling {
    /// Keeps every picture, and remembers what it is for.
    pub(super) async fn pictures(&mut self, pictures: &Pictures) -> Result<(), Failure> {
        let file: PicturesFile = format::file("pictures/pictures.toml")?;
        for picture in file.pictures {
            let (story, person) = (picture.story.clone(), picture.person.clone());
            let asset = self.picture(picture, pictures).await?;
            self.leads.extend(story.map(|folder| (folder, asset)));
            self.portraits.extend(person.map(|slug| (slug, asset)));
        }
        Ok(())
    }

    async fn picture(&self, file: PictureFile, pictures: &Pictures) -> Result<AssetId, Failure> {
        let path = format!("pictures/{}", file.file);
        let missing = || Failure::Demo(format!("{path} is missing"));
        let bytes = Bytes::from_owner(Files::get(&path).ok_or_else(missing)?.data);
        let inspected = pictures.renderer.inspect(bytes.clone()).await?;
        let blob = pictures.blobs.put(bytes).await?;
        let size = inspected.size();
        let (x, y) = file.focus;
        let mut words: BTreeMap<_, AssetWords> = BTreeMap::new();
        for (edition, alt) in file.alt {
            words.entry(edition).or_default().alt = Some(alt);
        }
        for (edition, caption) in file.caption {
            words.entry(edition).or_default().caption = Some(caption);
        }
        let asset = Asset {
            id: AssetId::new(self.world.uuid()),
            picture: Picture { blob, width: size.width, height: size.height, tint: inspected.tone.number() },
            focal: Some(FocalPoint { x, y }),
            credit: Some(file.credit),
            licence: None,
            expires: None,
            words,
        };
        let id = asset.id;
        self.desk.run(&self.who, &PutAsset { asset }).await?;
        Ok(id)
    }
}

//! The demonstration's pictures: taken in as any other, before the stories that show them.

use bytes::Bytes;
use desk::{PutAsset, World as _};
use domain::{Asset, AssetId, Picture};

use super::{
    Files,
    fill::Filling,
    format::{self, PictureFile, PicturesFile},
};
use crate::{failure::Failure, pictures::Pictures};

impl Filling {
    /// Keeps every picture, and remembers it by its file's name.
    pub(super) async fn pictures(&mut self, pictures: &Pictures) -> Result<(), Failure> {
        let file: PicturesFile = format::file("pictures/pictures.toml")?;
        for picture in file.pictures {
            let name = picture.file.clone();
            let asset = self.picture(picture, pictures).await?;
            self.assets.insert(name, asset);
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
        let asset = Asset {
            id: AssetId::new(self.world.uuid()),
            picture: Picture { blob, width: size.width, height: size.height, tint: inspected.tone.number() },
            focal: file.focal,
            credit: Some(file.credit),
            licence: None,
            expires: None,
            words: file.words,
        };
        let id = asset.id;
        self.desk.run(&self.who, &PutAsset { asset }).await?;
        Ok(id)
    }
}

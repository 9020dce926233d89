//! The pictures that bodies name: each becomes an asset at once, whose bytes come later.

use std::collections::BTreeMap;

use desk::ArchivePicture;
use document::{Href, PictureRef, Resolver};
use domain::AssetId;

use super::survey::Survey;
use crate::pictures::{PictureAddress, is_picture};

/// Resolves what a body of an archive names, and keeps which pictures those were.
pub(crate) struct Naming<'a> {
    archive: &'a str,
    survey: &'a Survey,
    named: BTreeMap<AssetId, ArchivePicture>,
}

impl<'a> Naming<'a> {
    pub(crate) fn of(archive: &'a str, survey: &'a Survey) -> Self {
        Self { archive, survey, named: BTreeMap::new() }
    }

    /// The asset of the picture at an address; none where that is no address of the web.
    pub(crate) fn picture_at(&mut self, src: &str) -> Option<AssetId> {
        let picture = self.survey.picture(self.archive, src)?;
        let asset = picture.asset;
        self.named.entry(asset).or_insert(picture);
        Some(asset)
    }

    /// The asset of a file by its number there, where that is a picture.
    pub(crate) fn file(&mut self, id: Option<&str>) -> Option<AssetId> {
        let survey = self.survey;
        let file = survey.file(id?.parse().ok()?)?;
        if is_picture(&file.address) { self.picture_at(&file.address) } else { None }
    }

    /// All that were named.
    pub(crate) fn into_pictures(self) -> Vec<ArchivePicture> {
        self.named.into_values().collect()
    }
}

impl Resolver for Naming<'_> {
    fn picture(&mut self, src: &str) -> Option<PictureRef> {
        if let Some(asset) = self.picture_at(src) {
            return Some(PictureRef::Asset(asset));
        }
        Href::parse(src).ok().filter(Href::is_file).map(PictureRef::Remote)
    }
}

impl Survey {
    /// The picture at an address of a body or of the list of files.
    pub(crate) fn picture(&self, archive: &str, src: &str) -> Option<ArchivePicture> {
        let address = PictureAddress::parse(src, self.site())?;
        Some(address.picture(archive, |key| self.is_sent(key)))
    }
}

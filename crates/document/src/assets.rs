//! Which of the portal's own files a document shows.

use domain::AssetId;

use crate::{
    block::{Block, BlockKind, MediaRef, PictureRef},
    limits::Document,
};

impl Document {
    /// The portal's own pictures, sounds, films and subtitles on it, in reading order; one that
    /// is shown twice is named twice.
    pub fn assets(&self) -> Vec<AssetId> {
        let mut found = Vec::new();
        self.blocks().iter().for_each(|block| collect(block, &mut found));
        found
    }
}

fn collect(block: &Block, found: &mut Vec<AssetId>) {
    match &block.kind {
        BlockKind::Figure(figure) => found.extend(of_picture(&figure.asset)),
        BlockKind::Gallery { figures, .. } => {
            found.extend(figures.iter().filter_map(|figure| of_picture(&figure.asset)));
        }
        BlockKind::Audio { file, .. } => found.extend(of_file(file)),
        BlockKind::Video { file, tracks, poster, .. } => {
            found.extend(of_file(file));
            found.extend(tracks.iter().filter_map(|track| of_file(&track.file)));
            found.extend(poster.as_ref().and_then(of_picture));
        }
        _ => {}
    }
    for nested in block.kind.nested() {
        nested.iter().for_each(|block| collect(block, found));
    }
}

const fn of_picture(picture: &PictureRef) -> Option<AssetId> {
    match picture {
        PictureRef::Asset(id) => Some(*id),
        PictureRef::Remote(_) => None,
    }
}

const fn of_file(file: &MediaRef) -> Option<AssetId> {
    match file {
        MediaRef::Asset(id) => Some(*id),
        MediaRef::Remote(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BlockId, Figure, Href};

    fn block(id: u64, kind: BlockKind) -> Block {
        Block { id: BlockId::new(id), kind, of: None }
    }

    fn asset(number: u128) -> AssetId {
        AssetId::new(uuid::Uuid::from_u128(number))
    }

    fn figure(asset: PictureRef) -> Figure {
        Figure { asset, caption: Vec::new(), alt: String::new(), credit: Vec::new() }
    }

    #[test]
    fn own_files_are_found_wherever_they_stand_and_others_are_not() {
        let remote = PictureRef::Remote(Href::parse("https://example.org/a.jpg").unwrap());
        let gallery =
            vec![figure(PictureRef::Asset(asset(2))), figure(remote), figure(PictureRef::Asset(asset(1)))];
        let boxed = BlockKind::FactBox {
            title: Vec::new(),
            blocks: vec![block(3, BlockKind::Gallery { figures: gallery, caption: Vec::new() })],
        };
        let film = BlockKind::Video {
            file: MediaRef::Asset(asset(3)),
            title: String::new(),
            caption: Vec::new(),
            tracks: Vec::new(),
            poster: Some(PictureRef::Asset(asset(4))),
        };
        let picture = BlockKind::Figure(figure(PictureRef::Asset(asset(1))));
        let document = Document::new(vec![block(1, picture), block(2, boxed), block(4, film)]).unwrap();
        assert_eq!(document.assets(), [1, 2, 1, 3, 4].map(asset));
    }
}

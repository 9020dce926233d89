//! The pictures of a page: read once, opened by their gate, and shown in the crops and widths
//! that their places need.

use std::collections::BTreeMap;

use document::{Href, PictureFile, Targets};
use domain::{AssetId, EditionCode, Moment, Tag};
use media::{Crop, Encoding, Focal, Ratio, Rendition, Size};
use store::{PictureRow, Snapshot};

use crate::{
    error::PressError,
    page::PageFacts,
    urls::media_url,
    view::{PictureView, Url},
};

/// Where a picture stands on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// At the head of an article, and between its paragraphs: all of it.
    Story,
    /// In a list.
    Card,
    /// A face beside a name.
    Portrait,
    /// Where readers share the page.
    Social,
}

/// Width of the measure of a story's body where there is room, as style sheets set it.
const STORY_SIZES: &str = "(min-width: 48rem) 44rem, 100vw";

impl Slot {
    fn crop(self, focal: Focal) -> Crop {
        match self {
            Self::Story => Crop::Whole,
            Self::Card => Crop::To(Ratio::Photo, focal),
            Self::Portrait => Crop::To(Ratio::Square, focal),
            Self::Social => Crop::To(Ratio::Social, focal),
        }
    }

    /// The widest rendition that the place can use on a screen of double density, in pixels.
    const fn widest(self) -> u32 {
        match self {
            Self::Story => 1_920,
            Self::Card => 1_280,
            Self::Portrait => 320,
            Self::Social => 1_280,
        }
    }

    /// The width for programs that choose none.
    const fn plain(self) -> u32 {
        match self {
            Self::Story => 960,
            Self::Card => 480,
            Self::Portrait => 160,
            Self::Social => 1_280,
        }
    }
}

/// The pictures of a page by their assets.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pictures(BTreeMap<AssetId, PictureRow>);

impl Pictures {
    /// Reads the pictures among `ids` in one statement; without any nothing is read. A picture
    /// whose licence has ended is left out, and the page ends with the first that will.
    pub(crate) async fn load(
        mut ids: Vec<AssetId>,
        snapshot: &mut Snapshot,
        edition: &EditionCode,
        at: Moment,
        facts: &mut PageFacts,
    ) -> Result<Self, PressError> {
        ids.sort_unstable();
        ids.dedup();
        facts.tags.extend(ids.iter().copied().map(Tag::Asset));
        let rows = snapshot.pictures(&ids, edition).await?;
        let mut pictures = BTreeMap::new();
        for row in rows {
            let Ok(shown) = row.on_page(at) else { continue };
            facts.hide(shown.hide_at());
            let row = shown.into_inner();
            pictures.insert(row.asset, row);
        }
        Ok(Self(pictures))
    }

    /// What is known of a picture.
    pub(crate) fn row(&self, asset: AssetId) -> Option<&PictureRow> {
        self.0.get(&asset)
    }

    /// A picture in a place. Its alternative text is the edition's; empty where it has none.
    pub(crate) fn view(&self, asset: AssetId, slot: Slot) -> Option<PictureView> {
        let row = self.0.get(&asset)?;
        let Fitted { crop, widths, size } = Fitted::to(row, slot)?;
        Some(PictureView {
            src: Url::new(&url(row, crop, size.width, Encoding::Jpeg)),
            webp: Url::new(&srcset(row, crop, &widths)),
            width: size.width,
            height: size.height,
            alt: row.alt.clone().unwrap_or_default(),
            tone: row.picture.tint,
        })
    }
}

/// A picture for machines, a JPEG: a path and what is at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPicture {
    /// Its path.
    pub path: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows; may be empty.
    pub alt: String,
    /// Who made it.
    pub credit: Option<String>,
}

/// The pictures of a list for machines that show them beside its entries, such as readers of
/// feeds. What is shown goes into `facts`, as on a page.
///
/// # Errors
/// The store's.
pub async fn shared_pictures(
    ids: Vec<AssetId>,
    snapshot: &mut Snapshot,
    edition: &EditionCode,
    at: Moment,
    facts: &mut PageFacts,
) -> Result<BTreeMap<AssetId, SharedPicture>, PressError> {
    let pictures = Pictures::load(ids, snapshot, edition, at, facts).await?;
    let shared = pictures.0.keys().filter_map(|id| Some((*id, pictures.shared(*id, Slot::Card)?)));
    Ok(shared.collect())
}

impl Pictures {
    /// A picture in a crop that machines show: networks, search engines.
    pub(crate) fn shared(&self, asset: AssetId, slot: Slot) -> Option<SharedPicture> {
        let row = self.0.get(&asset)?;
        let crop = slot.crop(focal_of(row));
        let width = *widths(row, crop, slot).last()?;
        let size = size_of(row).rendition(crop, width)?;
        Some(SharedPicture {
            path: url(row, crop, width, Encoding::Jpeg),
            width,
            height: size.height,
            alt: row.alt.clone().unwrap_or_default(),
            credit: row.credit.clone(),
        })
    }
}

/// Pictures of a body, all of each.
impl Targets for Pictures {
    fn picture(&self, asset: AssetId) -> Option<PictureFile> {
        let row = self.0.get(&asset)?;
        let Fitted { crop, widths, size } = Fitted::to(row, Slot::Story)?;
        Some(PictureFile {
            src: Href::parse(&url(row, crop, size.width, Encoding::Jpeg)).ok()?,
            size: Some((size.width, size.height)),
            webp: srcset(row, crop, &widths),
            sizes: STORY_SIZES.to_owned(),
            tone: Some(row.picture.tint),
            credit: row.credit.clone().unwrap_or_default(),
        })
    }
}

/// The rendition of a picture that has this name, if there is one: in one of its present crops
/// and in a width that it has.
pub fn rendition_named(row: &PictureRow, name: &str) -> Option<Rendition> {
    let rendition = Rendition::named(name, &Crop::all(focal_of(row)))?;
    size_of(row).rendition(rendition.crop, rendition.width)?;
    Some(rendition)
}

fn focal_of(row: &PictureRow) -> Focal {
    row.focal.and_then(|focal| Focal::new(focal.x, focal.y)).unwrap_or(Focal::CENTRE)
}

fn size_of(row: &PictureRow) -> Size {
    Size { width: row.picture.width, height: row.picture.height }
}

/// The widths that a place can use; the narrowest there is, where all are wider.
fn widths(row: &PictureRow, crop: Crop, slot: Slot) -> Vec<u32> {
    let all = size_of(row).widths(crop);
    let least = all.iter().copied().min();
    let fitting: Vec<_> = all.into_iter().filter(|width| *width <= slot.widest()).collect();
    if fitting.is_empty() { least.into_iter().collect() } else { fitting }
}

/// A picture fitted to its place.
struct Fitted {
    crop: Crop,
    /// The widths that the place can use.
    widths: Vec<u32>,
    /// Of the rendition for programs that choose none.
    size: Size,
}

impl Fitted {
    fn to(row: &PictureRow, slot: Slot) -> Option<Self> {
        let crop = slot.crop(focal_of(row));
        let widths = widths(row, crop, slot);
        // The first that is wide enough, else the widest.
        let enough = widths.iter().find(|width| **width >= slot.plain());
        let plain = *enough.or_else(|| widths.last())?;
        Some(Self { size: size_of(row).rendition(crop, plain)?, crop, widths })
    }
}

fn url(row: &PictureRow, crop: Crop, width: u32, encoding: Encoding) -> String {
    media_url(row.picture.blob, Rendition { crop, width, encoding })
}

/// The value of `srcset` (HTML §4.8.4.2.1): the same picture in WebP at these widths.
fn srcset(row: &PictureRow, crop: Crop, widths: &[u32]) -> String {
    let candidate = |width: &u32| format!("{} {width}w", url(row, crop, *width, Encoding::WebP));
    widths.iter().map(candidate).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{BlobId, FocalPoint, Picture};

    fn pictures(width: u32, height: u32) -> (AssetId, Pictures) {
        let asset = AssetId::new(uuid::Uuid::from_u128(1));
        let picture = Picture { blob: BlobId::from_digest([0xab; 32]), width, height, tint: 4 };
        let focal = Some(FocalPoint { x: 2_500, y: 5_000 });
        let row =
            PictureRow { asset, picture, focal, credit: None, alt: Some("A quay".to_owned()), caption: None };
        (asset, Pictures([(asset, row)].into()))
    }

    fn text(url: &Url) -> String {
        serde_json::to_value(url).unwrap().as_str().unwrap().to_owned()
    }

    #[test]
    fn a_place_gets_its_crop_in_the_widths_that_it_can_use() {
        let (asset, pictures) = pictures(4_000, 3_000);
        let card = pictures.view(asset, Slot::Card).unwrap();
        let (width, height) = (card.width, card.height);
        assert_eq!((width, height, card.tone, card.alt.as_str()), (480, 320, 4, "A quay"));
        let webp = text(&card.webp);
        let candidates: Vec<_> = webp.split(", ").collect();
        let blob = "ab".repeat(32);
        assert!(candidates.iter().all(|it| it.starts_with(&format!("/media/{blob}/3x2-"))), "{candidates:?}");
        let widths: Vec<_> = candidates.iter().filter_map(|it| it.rsplit(' ').next()).collect();
        assert_eq!(widths, ["160w", "320w", "480w", "640w", "960w", "1280w"]);
        let story = pictures.view(asset, Slot::Story).unwrap();
        assert_eq!((story.width, story.height), (960, 720));
        assert!(text(&story.webp).ends_with("/whole-1920.webp 1920w"), "{}", text(&story.webp));
    }

    #[test]
    fn a_small_picture_is_not_enlarged() {
        let (asset, pictures) = pictures(200, 100);
        let story = pictures.view(asset, Slot::Story).unwrap();
        assert_eq!((story.width, story.height), (200, 100));
        assert!(text(&story.webp).ends_with("whole-200.webp 200w"), "{}", text(&story.webp));
        let portrait = pictures.view(asset, Slot::Portrait).unwrap();
        assert_eq!((portrait.width, portrait.height), (100, 100));
    }

    #[test]
    fn every_address_on_a_page_names_a_rendition_and_no_other_does() {
        let (asset, pictures) = pictures(700, 3_000);
        let row = pictures.row(asset).unwrap();
        for slot in [Slot::Story, Slot::Card, Slot::Portrait, Slot::Social] {
            let view = pictures.view(asset, slot).unwrap();
            let names = text(&view.webp);
            let names = names.split(", ").filter_map(|candidate| candidate.split(' ').next());
            for address in names.map(str::to_owned).chain([text(&view.src)]) {
                let name = address.rsplit('/').next().unwrap();
                assert!(rendition_named(row, name).is_some(), "{address}");
            }
        }
        for wrong in
            ["whole-701.jpg", "whole-1280.webp", "whole-0640.jpg", "16x9-00000000-640.jpg", "whole-640.png"]
        {
            assert_eq!(rendition_named(row, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn style_sheets_hold_every_tone() {
        let sheet = include_str!("../../../ui/reader/55-pictures.css");
        for tone in media::Tone::all() {
            let [red, green, blue] = tone.colour();
            let rule = format!(
                "[data-tone=\"{}\"] {{\n  background-color: #{red:02x}{green:02x}{blue:02x};",
                tone.number()
            );
            assert!(sheet.contains(&rule), "{rule}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_shown() {
        let (_, pictures) = pictures(200, 100);
        assert!(pictures.view(AssetId::new(uuid::Uuid::nil()), Slot::Card).is_none());
        assert!(pictures.picture(AssetId::new(uuid::Uuid::nil())).is_none());
    }
}

//! Names, sizes, and that a rendition is the same however it was made.

use super::{Crop, Encoding, Focal, LADDER, Ratio, Rendition, Size, render};
use crate::{Error, Limits, tests::jpeg};
use proptest::prelude::*;

fn focal() -> impl Strategy<Value = Focal> {
    (0..=10_000_u16, 0..=10_000_u16).prop_map(|(x, y)| Focal::new(x, y).unwrap())
}

fn size() -> impl Strategy<Value = Size> {
    let side = || prop_oneof![1..20_u32, 1..5_000_u32, 1..60_000_u32];
    (side(), side()).prop_map(|(width, height)| Size { width, height })
}

proptest! {
    #[test]
    fn a_name_is_read_as_it_is_written(focal in focal(), which in 0..6_usize, width in 1..4_000_u32, jpeg: bool) {
        let encoding = if jpeg { Encoding::Jpeg } else { Encoding::WebP };
        let crops = Crop::all(focal);
        let rendition = Rendition { crop: crops[which], width, encoding };
        prop_assert_eq!(Rendition::named(&rendition.to_string(), &crops), Some(rendition));
    }

    #[test]
    fn a_crop_lies_in_the_picture_and_holds_its_point(size in size(), focal in focal()) {
        for crop in Crop::all(focal) {
            let region = crop.region(size);
            prop_assert!(region.width >= 1 && region.height >= 1);
            prop_assert!(region.x + region.width <= size.width && region.y + region.height <= size.height);
            let (x, y) = (u64::from(size.width) * u64::from(focal.x()) / 10_000, u64::from(size.height) * u64::from(focal.y()) / 10_000);
            prop_assert!((u64::from(region.x)..=u64::from(region.x + region.width)).contains(&x));
            prop_assert!((u64::from(region.y)..=u64::from(region.y + region.height)).contains(&y));
        }
    }

    #[test]
    fn widths_rise_without_enlarging(size in size(), focal in focal()) {
        for crop in Crop::all(focal) {
            let region = crop.region(size);
            let widths = size.widths(crop);
            prop_assert!(!widths.is_empty() && widths.is_sorted_by(|a, b| a < b));
            for width in widths {
                let made = size.rendition(crop, width).unwrap();
                prop_assert!(made.width <= region.width && made.width <= 1920);
                prop_assert!(made.height >= 1 && made.height <= 8_000, "{made:?}");
            }
            prop_assert_eq!(size.rendition(crop, region.width + 1), None);
            prop_assert_eq!(size.rendition(crop, 0), None);
        }
    }
}

#[test]
fn a_picture_narrower_than_the_ladder_has_its_own_width_on_top() {
    let widths = |width, height| Size { width, height }.widths(Crop::Whole);
    assert_eq!(widths(6000, 4000), LADDER);
    assert_eq!(widths(1000, 700), [160, 320, 480, 640, 960, 1000]);
    assert_eq!(widths(960, 700), [160, 320, 480, 640, 960]);
    assert_eq!(widths(100, 70), [100]);
    assert_eq!(widths(1, 60_000), [1]);
    let line = Size { width: 1, height: 60_000 }.rendition(Crop::Whole, 1);
    assert_eq!(line, Some(Size { width: 1, height: 8_000 }));
}

#[test]
fn only_the_assets_own_crops_and_the_one_form_are_named() {
    let focal = Focal::new(3_000, 4_000).unwrap();
    let crops = Crop::all(focal);
    let wide = Crop::To(Ratio::Wide, focal).to_string();
    assert!(wide.starts_with("16x9-") && wide.len() == 13, "{wide}");
    assert_ne!(wide, Crop::To(Ratio::Wide, Focal::CENTRE).to_string());
    assert!(Rendition::named(&format!("{wide}-640.webp"), &crops).is_some());
    assert!(Rendition::named(&format!("{wide}-640.webp"), &Crop::all(Focal::CENTRE)).is_none());
    for wrong in
        ["whole-0640.webp", "whole-+640.jpg", "whole-640.jpeg", "whole-640", "-640.jpg", "WHOLE-640.jpg", ""]
    {
        assert_eq!(Rendition::named(wrong, &crops), None, "{wrong}");
    }
    assert_eq!(Rendition::named("whole-640.jpg", &crops).unwrap().encoding, Encoding::Jpeg);
}

#[test]
fn a_rendition_has_the_same_bytes_alone_and_among_all() {
    let noise: Vec<u8> = (0..500 * 200 * 3_u32).map(|n| (n / 7 % 251) as u8).collect();
    let bytes = jpeg(500, 200, &noise, &[]);
    let size = Size { width: 500, height: 200 };
    for crop in [Crop::Whole, Crop::To(Ratio::Square, Focal::CENTRE)] {
        let all: Vec<(u32, Encoding)> = size
            .widths(crop)
            .into_iter()
            .flat_map(|width| Encoding::ALL.map(|encoding| (width, encoding)))
            .collect();
        let together = render(&bytes, &Limits::default(), crop, &all).unwrap();
        for (wanted, among) in all.iter().zip(&together) {
            let alone = render(&bytes, &Limits::default(), crop, &[*wanted]).unwrap();
            assert!(alone[0] == *among, "{wanted:?}");
        }
    }
}

#[test]
fn a_width_that_is_not_made_is_an_error() {
    let bytes = jpeg(40, 30, &[9; 40 * 30 * 3], &[]);
    for width in [0, 39, 41, 160] {
        let outcome = render(&bytes, &Limits::default(), Crop::Whole, &[(width, Encoding::WebP)]);
        assert!(matches!(outcome, Err(Error::NoSuchRendition)), "{width}");
    }
}

//! Pixels come out right, whatever way they were stored.

mod profiles;

use crate::{
    Crop, Encoding, Focal, Limits, Ratio, Refusal, inspect, render,
    tests::{Tag, exif, exif_segment, gif, jpeg, png, rgb_png, tiff, webp, with_segments},
};
use image::{Rgba, RgbaImage};

const RED: [u8; 3] = [255, 0, 0];
const GREEN: [u8; 3] = [0, 255, 0];
const BLUE: [u8; 3] = [0, 0, 255];
const WHITE: [u8; 3] = [255, 255, 255];

/// The widest rendition in both encodings, decoded by another's decoder.
pub(super) fn shown(bytes: &[u8], crop: Crop) -> [RgbaImage; 2] {
    let size = inspect(bytes, &Limits::default()).unwrap().size();
    let width = *size.widths(crop).last().unwrap();
    let made =
        render(bytes, &Limits::default(), crop, &Encoding::ALL.map(|encoding| (width, encoding))).unwrap();
    [0, 1].map(|place| image::load_from_memory(&made[place]).unwrap().into_rgba8())
}

#[track_caller]
pub(super) fn assert_near(found: Rgba<u8>, wanted: [u8; 3]) {
    let [red, green, blue, _] = found.0;
    let far = [red, green, blue].iter().zip(wanted).any(|(a, b)| a.abs_diff(b) > 14);
    assert!(!far, "{found:?} is not {wanted:?}");
}

/// All of one colour.
pub(super) fn flat(width: usize, height: usize, colour: &[u8]) -> Vec<u8> {
    colour.repeat(width * height)
}

/// The colour that is to be seen at a place: red, green / blue, white.
fn quarter(x: u16, y: u16, width: u16, height: u16) -> [u8; 3] {
    match (x < width / 2, y < height / 2) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => WHITE,
    }
}

/// The picture of four quarters (96 × 64 as it is seen) stored as EXIF's number says: where the
/// first row, the first column is as it is seen (DC-008, 4.6.4, "Orientation").
fn stored(number: u16) -> (u16, u16, Vec<u8>) {
    let (wide, high) = (96, 64);
    let (from_bottom, from_right) = match number {
        1 | 5 => (false, false),
        2 | 6 => (false, true),
        3 | 7 => (true, true),
        _ => (true, false),
    };
    let on_its_side = number >= 5;
    let (columns, rows) = if on_its_side { (high, wide) } else { (wide, high) };
    let mut rgb = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let (x, y) = if on_its_side { (row, column) } else { (column, row) };
            let x = if from_right { wide - 1 - x } else { x };
            let y = if from_bottom { high - 1 - y } else { y };
            rgb.extend(quarter(x, y, wide, high));
        }
    }
    (columns, rows, rgb)
}

#[test]
fn each_orientation_is_seen_upright_whole_and_cropped() {
    for number in 1..=8 {
        let (columns, rows, rgb) = stored(number);
        let exif = exif(number % 2 == 0, &[(0x0112, Tag::Short(number))]);
        let bytes = jpeg(columns, rows, &rgb, &[exif_segment(&exif)]);
        for picture in shown(&bytes, Crop::Whole) {
            assert_eq!(picture.dimensions(), (96, 64), "orientation {number}");
            for (x, y) in [(20, 15), (75, 15), (20, 48), (75, 48)] {
                let wanted = quarter(u16::try_from(x).unwrap(), u16::try_from(y).unwrap(), 96, 64);
                assert_near(*picture.get_pixel(x, y), wanted);
            }
        }
        // Upright, the middle of the crop at a fifth from the right: green above white alone.
        let crop = Crop::To(Ratio::Upright, Focal::new(8_000, 5_000).unwrap());
        for picture in shown(&bytes, crop) {
            assert_eq!(picture.dimensions(), (51, 64), "orientation {number}");
            assert_near(*picture.get_pixel(25, 15), GREEN);
            assert_near(*picture.get_pixel(25, 48), WHITE);
        }
    }
}

#[test]
fn orientation_counts_in_png_and_webp_too() {
    let (_, _, rgb) = stored(6);
    let exif = exif(true, &[(0x0112, Tag::Short(6))]);
    let rows: Vec<u8> = rgb.chunks(64 * 3).flat_map(|row| [&[0], row].concat()).collect();
    let files = [png(64, 96, 8, 2, &[(b"eXIf", exif.clone())], &rows), webp(64, 96, &rgb, &exif, "")];
    for bytes in files {
        for picture in shown(&bytes, Crop::Whole) {
            assert_eq!(picture.dimensions(), (96, 64));
            assert_near(*picture.get_pixel(20, 15), RED);
            assert_near(*picture.get_pixel(75, 15), GREEN);
        }
    }
}

#[test]
fn ink_is_light_taken_away() {
    use jpeg_encoder::ColorType::{Cmyk, CmykAsYcck};
    let inks: [([u8; 4], [u8; 3]); 5] = [
        ([0, 0, 0, 0], WHITE),
        ([255, 0, 0, 0], [0, 255, 255]),
        ([0, 255, 255, 0], RED),
        ([0, 0, 0, 255], [0, 0, 0]),
        ([0, 0, 255, 128], [127, 127, 0]),
    ];
    for (ink, wanted) in inks {
        for kind in [Cmyk, CmykAsYcck] {
            let mut bytes = Vec::new();
            jpeg_encoder::Encoder::new(&mut bytes, 100).encode(&flat(32, 32, &ink), 32, 32, kind).unwrap();
            for picture in shown(&bytes, Crop::Whole) {
                assert_near(*picture.get_pixel(16, 16), wanted);
            }
        }
    }
}

#[test]
fn sixteen_bits_a_channel_become_eight() {
    let row: Vec<u8> = [&[0_u8][..], &[0x80, 0x12, 0xff, 0xff, 0x00, 0x00].repeat(40)].concat();
    let bytes = png(40, 30, 16, 2, &[], &row.repeat(30));
    for picture in shown(&bytes, Crop::Whole) {
        assert_near(*picture.get_pixel(20, 15), [128, 255, 0]);
    }
}

#[test]
fn a_palettes_clear_colour_is_clear_in_webp_and_white_in_jpeg() {
    let palette = [RED, GREEN].concat();
    let row: Vec<u8> = [[0; 21].as_slice(), &[1; 20]].concat();
    let bytes = png(40, 40, 8, 3, &[(b"PLTE", palette), (b"tRNS", vec![255, 0])], &row.repeat(40));
    let [jpeg, webp] = shown(&bytes, Crop::Whole);
    assert_near(*jpeg.get_pixel(8, 20), RED);
    assert_near(*jpeg.get_pixel(32, 20), WHITE);
    assert_near(*webp.get_pixel(8, 20), RED);
    assert_eq!((webp.get_pixel(8, 20)[3], webp.get_pixel(32, 20)[3]), (255, 0));
}

#[test]
fn grey_pictures_of_one_bit_and_with_alpha_come_out_grey() {
    let bits = png(64, 8, 1, 0, &[], &[0, 255, 255, 255, 255, 0, 0, 0, 0].repeat(8));
    let [jpeg, _] = shown(&bits, Crop::Whole);
    assert_near(*jpeg.get_pixel(10, 4), WHITE);
    assert_near(*jpeg.get_pixel(54, 4), [0, 0, 0]);
    let row = [&[0_u8][..], &[90, 255].repeat(16)].concat();
    let [_, webp] = shown(&png(16, 16, 8, 4, &[], &row.repeat(16)), Crop::Whole);
    assert_near(*webp.get_pixel(8, 8), [90, 90, 90]);
}

#[test]
fn of_an_animation_the_first_frame_is_shown() {
    let gif = gif(40, 30, &[[255, 0, 0, 255], [0, 0, 255, 255], [0, 255, 0, 255]]);
    let config = webp::WebPConfig::new().unwrap();
    let mut encoder = webp::AnimEncoder::new(40, 30, &config);
    let frames = [RED, BLUE, GREEN].map(|colour| flat(40, 30, &colour));
    for (frame, moment) in frames.iter().zip([0, 100, 200]) {
        encoder.add_frame(webp::AnimFrame::from_rgb(frame, 40, 30, moment));
    }
    for bytes in [gif, encoder.encode().to_vec()] {
        for picture in shown(&bytes, Crop::Whole) {
            assert_near(*picture.get_pixel(20, 15), RED);
        }
    }
}

#[test]
fn tiff_is_shown() {
    for picture in shown(&tiff(40, 30, &flat(40, 30, &BLUE)), Crop::Whole) {
        assert_near(*picture.get_pixel(20, 15), BLUE);
    }
}

#[test]
fn a_file_whose_pixels_are_cut_off_is_refused() {
    let noise: Vec<u8> = (0..90 * 90 * 3_u32).map(|n| (n * n % 251) as u8).collect();
    for whole in [rgb_png(90, 90, &noise, None), webp(90, 90, &noise, b"", ""), tiff(90, 90, &noise)] {
        let cut = &whole[..whole.len() / 2];
        let refused = inspect(cut, &Limits::default()).unwrap_err();
        assert!(matches!(refused, Refusal::Broken { .. }), "{refused}");
    }
}

#[test]
fn a_header_that_lies_about_the_size_is_refused_or_bounded() {
    let mut bytes = jpeg(64, 64, &flat(64, 64, &RED), &[]);
    let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    // More rows than there are: what is missing is grey, within the limits of the lie.
    bytes[frame + 5..frame + 9].copy_from_slice(&[0x20, 0, 0x20, 0]);
    let few = Limits { pixels: 1_000_000, ..Limits::default() };
    assert!(matches!(inspect(&bytes, &few), Err(Refusal::Pixels { width: 8192, height: 8192, .. })));
    // A second frame header does not outwit the first.
    let second = (0xc0, vec![8, 0xff, 0xf0, 0xff, 0xf0, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
    let honest = jpeg(64, 64, &flat(64, 64, &RED), &[]);
    let frame = honest.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    let outwitting =
        [&honest[..frame + 19], &with_segments(&[0, 0], &[second])[2..], &honest[frame + 19..]].concat();
    inspect(&outwitting, &few).ok();
}

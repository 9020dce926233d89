//! Profiles are applied: with one that exchanges colours, colours come out exchanged.

use super::{BLUE, GREEN, RED, WHITE, assert_near, flat, shown};
use crate::{
    Crop,
    tests::{jpeg, png, rgb_png},
};
use moxcms::ColorProfile;

/// sRGB with red and blue exchanged.
fn swapped() -> Vec<u8> {
    let mut profile = ColorProfile::new_srgb();
    std::mem::swap(&mut profile.red_colorant, &mut profile.blue_colorant);
    // The tag of CICP would say sRGB all the same.
    profile.cicp = None;
    profile.encode().unwrap()
}

fn icc_segment(profile: &[u8]) -> (u8, Vec<u8>) {
    (0xe2, [b"ICC_PROFILE\0\x01\x01", profile].concat())
}

#[test]
fn a_profile_that_exchanges_red_and_blue_does_so() {
    let profile = swapped();
    let rgb = flat(40, 30, &RED);
    let files = [jpeg(40, 30, &rgb, &[icc_segment(&profile)]), rgb_png(40, 30, &rgb, Some(profile))];
    for bytes in files {
        for picture in shown(&bytes, Crop::Whole) {
            assert_near(*picture.get_pixel(20, 15), BLUE);
        }
    }
}

#[test]
fn a_wide_gamut_is_brought_to_srgb() {
    // Half of green in Adobe RGB is out of sRGB's reach in red.
    let profile = ColorProfile::new_adobe_rgb().encode().unwrap();
    let rgb = flat(40, 30, &[60, 180, 60]);
    for picture in shown(&rgb_png(40, 30, &rgb, Some(profile)), Crop::Whole) {
        let red = picture.get_pixel(20, 15)[0];
        assert!(red < 20, "red is {red}, as if nothing had been applied");
    }
}

#[test]
fn a_profile_of_grey_is_applied() {
    let gamma = ColorProfile::new_gray_with_gamma(1.0).encode().unwrap();
    let chunk = [b"grey\0\0".as_slice(), &crate::tests::deflated(&gamma)].concat();
    let bytes = png(16, 16, 8, 0, &[(b"iCCP", chunk)], &[&[0_u8][..], &[55; 16]].concat().repeat(16));
    for picture in shown(&bytes, Crop::Whole) {
        // 55/255 of light is 128/255 in sRGB's curve.
        assert_near(*picture.get_pixel(8, 8), [128, 128, 128]);
    }
}

#[test]
fn a_profile_of_ink_is_applied() {
    use jpeg_encoder::ColorType::{Cmyk, CmykAsYcck};
    for kind in [Cmyk, CmykAsYcck] {
        for (ink, wanted) in [([255, 0, 0, 0], GREEN), ([0, 0, 0, 0], WHITE), ([0, 255, 0, 0], [0, 0, 0])] {
            let mut bytes = Vec::new();
            jpeg_encoder::Encoder::new(&mut bytes, 100).encode(&flat(32, 32, &ink), 32, 32, kind).unwrap();
            let bytes = crate::tests::with_segments(&bytes, &[icc_segment(&cyan_is_green())]);
            for picture in shown(&bytes, Crop::Whole) {
                assert_near(*picture.get_pixel(16, 16), wanted);
            }
        }
    }
}

#[test]
fn a_broken_profile_or_one_of_other_channels_is_as_good_as_none() {
    let profiles = [b"no profile at all".to_vec(), vec![0; 4000], cyan_is_green(), swapped()[..200].to_vec()];
    for profile in profiles {
        for picture in shown(&jpeg(40, 30, &flat(40, 30, &RED), &[icc_segment(&profile)]), Crop::Whole) {
            assert_near(*picture.get_pixel(20, 15), RED);
        }
    }
}

/// A printer's profile (ICC.1, 10.10, `lut8Type`): paper is white, cyan is green, all else is black.
fn cyan_is_green() -> Vec<u8> {
    let mut lut = b"mft1\0\0\0\0\x04\x03\x02\0".to_vec();
    for place in 0..9 {
        let one: u32 = if place % 4 == 0 { 0x0001_0000 } else { 0 };
        lut.extend(one.to_be_bytes());
    }
    for _ in 0..4 {
        lut.extend(0..=255_u8);
    }
    for corner in 0..16 {
        lut.extend(match corner {
            0b0000 => [255, 128, 128],
            // The first channel varies least.
            0b1000 => [224, 42, 211],
            _ => [0, 128, 128],
        });
    }
    for _ in 0..3 {
        lut.extend(0..=255_u8);
    }
    let mut profile = vec![0; 128];
    profile[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    profile[12..24].copy_from_slice(b"prtrCMYKLab ");
    profile[36..40].copy_from_slice(b"acsp");
    profile[68..80].copy_from_slice(&[0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d]);
    profile.extend(1_u32.to_be_bytes());
    profile.extend(b"A2B0");
    profile.extend(144_u32.to_be_bytes());
    profile.extend(u32::try_from(lut.len()).unwrap().to_be_bytes());
    profile.extend(lut);
    let size = u32::try_from(profile.len()).unwrap();
    profile[..4].copy_from_slice(&size.to_be_bytes());
    profile
}

//! Sizes out of headers, also of broken files.

use super::{Header, header};
use crate::{
    Format,
    tests::{gif, jpeg, png, tiff, webp, with_segments},
};

fn size(format: Format, bytes: &[u8]) -> Option<(u32, u32)> {
    header(format, bytes).map(|Header { width, height, .. }| (width, height))
}

#[test]
fn each_format_tells_its_size() {
    let rgb = vec![9; 7 * 5 * 3];
    assert_eq!(size(Format::Jpeg, &jpeg(7, 5, &rgb, &[])), Some((7, 5)));
    assert_eq!(size(Format::Png, &png(7, 5, 8, 2, &[], &[])), Some((7, 5)));
    assert_eq!(size(Format::Gif, &gif(7, 5, &[[1, 2, 3, 255]])), Some((7, 5)));
    assert_eq!(size(Format::Tiff, &tiff(7, 5, &rgb)), Some((7, 5)));
    assert_eq!(size(Format::WebP, &webp(7, 5, &rgb, b"x", "x")), Some((7, 5)), "extended");
    let lossy = webp::Encoder::from_rgb(&rgb, 7, 5).encode(50.0);
    assert_eq!(size(Format::WebP, &lossy), Some((7, 5)));
    let lossless = webp::Encoder::from_rgb(&rgb, 7, 5).encode_lossless();
    assert_eq!(size(Format::WebP, &lossless), Some((7, 5)));
}

#[test]
fn a_file_cut_before_its_size_has_none() {
    let rgb = vec![9; 7 * 5 * 3];
    let files = [
        (Format::Jpeg, jpeg(7, 5, &rgb, &[])),
        (Format::Png, png(7, 5, 8, 2, &[], &[])),
        (Format::Gif, gif(7, 5, &[[1, 2, 3, 255]])),
        (Format::Tiff, tiff(7, 5, &rgb)),
        (Format::WebP, webp(7, 5, &rgb, b"x", "x")),
    ];
    for (format, bytes) in files {
        assert_eq!(size(format, &bytes[..9]), None, "{format:?}");
        for length in 0..bytes.len() {
            header(format, &bytes[..length]);
        }
    }
}

#[test]
fn a_progressive_jpeg_needs_memory_for_all_its_coefficients() {
    let rgb = vec![9; 16 * 16 * 3];
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.set_progressive(true);
    encoder.encode(&rgb, 16, 16, jpeg_encoder::ColorType::Rgb).unwrap();
    assert_eq!(header(Format::Jpeg, &bytes).unwrap().bytes_a_pixel, 9);
    assert_eq!(header(Format::Jpeg, &jpeg(16, 16, &rgb, &[])).unwrap().bytes_a_pixel, 3);
}

#[test]
fn a_thumbnail_in_a_segment_is_neither_the_size_nor_the_end() {
    let rgb = vec![9; 16 * 16 * 3];
    let thumbnail = jpeg(2, 2, &[1; 12], &[]);
    let whole = jpeg(16, 16, &rgb, &[(0xe1, [b"Exif\0\0", &*thumbnail].concat())]);
    let read = header(Format::Jpeg, &whole).unwrap();
    assert_eq!((read.width, read.height, read.cut_short), (16, 16, false));
    let cut = &whole[..whole.len() - 2];
    assert!(header(Format::Jpeg, cut).unwrap().cut_short);
    assert_eq!(header(Format::Jpeg, &with_segments(&[0xff, 0xd8], &[(0xe0, vec![0; 9])])), None);
}

//! What a photo of 24 megapixels costs: its first rendition, and all of them. The photo is drawn
//! here, the same on every machine, as large and as rough as a camera's.

use jpeg_encoder::{ImageBuffer, JpegColorType, SamplingFactor};
use media::{Crop, Encoding, Limits, Size, render};

use super::{archive::high_water, wall};
use crate::{
    cost::Effort,
    failure::Failure,
    table::{Figure, Row},
};

const PHOTO: Size = Size { width: 6000, height: 4000 };

/// The quality in which cameras write.
const QUALITY: u8 = 92;

/// The rendition that a phone asks for first.
const FIRST: (u32, Encoding) = (960, Encoding::WebP);

/// Costs of renditions, and the most memory that this process ever held, which is theirs if
/// nothing else was measured before.
pub(crate) async fn rows(samples: u32) -> Result<Vec<Row>, Failure> {
    let bytes = photo()?;
    let widths = PHOTO.widths(Crop::Whole);
    let all: Vec<_> =
        widths.iter().flat_map(|width| Encoding::ALL.map(|encoding| (*width, encoding))).collect();
    let made = render(&bytes, &Limits::default(), Crop::Whole, &all)?;
    let size: usize = made.iter().map(Vec::len).sum();
    let own = std::process::id();
    let peak = high_water(own)?.ok_or(Failure::Unseen(own))?;
    let effort = Effort { samples, operations: 1 };
    let cost = async |wanted: &[(u32, Encoding)]| {
        let make = async |_| {
            std::hint::black_box(render(&bytes, &Limits::default(), Crop::Whole, wanted)?);
            Ok(())
        };
        effort.cost(make).await
    };
    let (first, whole) = (cost(&[FIRST]).await?, cost(&all).await?);
    let photo = format!("{:.1} MB", bytes.len() as f64 / 1e6);
    let count = all.len();
    Ok(vec![
        Row::new(
            "24 MP JPEG to its first rendition",
            Figure::Time(first.cpu),
            Figure::millis(400.0),
            format!("{}; {photo} to WebP of {} px", wall(first), FIRST.0),
        ),
        Row::new(
            "24 MP JPEG to all JPEG and WebP widths, uncropped",
            Figure::Time(whole.cpu),
            Figure::millis(1500.0),
            format!("{}; {count} files, {:.1} MB together", wall(whole), size as f64 / 1e6),
        ),
        Row::new(
            "peak resident memory, 24 MP JPEG to all widths",
            Figure::Bytes(peak),
            Figure::Bytes(200_000_000),
            "true only if pictures are measured first, as they are".into(),
        ),
    ])
}

fn photo() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode_image(Drawn)?;
    Ok(bytes)
}

/// Drawn a row at a time: the whole would count as memory.
struct Drawn;

impl ImageBuffer for Drawn {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        JpegColorType::Ycbcr
    }

    fn width(&self) -> u16 {
        PHOTO.width as u16
    }

    fn height(&self) -> u16 {
        PHOTO.height as u16
    }

    fn fill_buffers(&self, y: u16, buffers: &mut [Vec<u8>; 4]) {
        let [luma, blue, red, _] = buffers;
        let y = f32::from(y);
        for x in 0..self.width() {
            let x = f32::from(x);
            // Large shapes, fine ones in half of the picture, and a sensor's noise.
            let shape = (x / 700.0).sin() * (y / 500.0).cos() * 60.0;
            let fine = if shape > 0.0 { (x / 3.1 + (y / 40.0).sin() * 9.0).sin() * 18.0 } else { 0.0 };
            luma.push((125.0 + shape + fine + noise(x, y) * 9.0) as u8);
            blue.push((128.0 + (y / 900.0).sin() * 40.0 + noise(y, x) * 3.0) as u8);
            red.push((128.0 + (x / 1100.0).cos() * 40.0 + noise(x + 7.0, y) * 3.0) as u8);
        }
    }
}

/// From -1 to 1, as if by chance.
fn noise(x: f32, y: f32) -> f32 {
    let mut mixed = (x as u32).wrapping_mul(0x9e37_79b1) ^ (y as u32).wrapping_mul(0x85eb_ca77);
    mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2c1b_3c6d);
    mixed ^= mixed >> 12;
    (mixed & 0xffff) as f32 / 32_768.0 - 1.0
}

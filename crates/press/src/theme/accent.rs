//! The portal's accent colour, made readable: the editor's own where it stands out from
//! the paper, else its nearest relative that does, lighter or darker in OKLCH. One for
//! day, one for night. The setting itself is never changed.

use std::sync::{Arc, RwLock};

use super::assets::{Asset, public_name};

/// Contrast of text that WCAG 2.2 §1.4.3 asks for.
const CONTRAST: f64 = 4.5;
/// A step of lightness on the way to enough contrast.
const STEP: f64 = 0.005;
/// The papers where a sheet names none.
const PAPERS: [Rgb; 2] = [Rgb([0xfd, 0xfb, 0xf6]), Rgb([0x1a, 0x17, 0x14])];
/// The custom properties whose colours the accent is printed on.
const ON: [&str; 2] = ["--paper:", "--tint:"];

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rgb([u8; 3]);

/// The accent's sheet, made once for each colour.
#[derive(Debug)]
pub(crate) struct Accents {
    day: Vec<Rgb>,
    night: Vec<Rgb>,
    kept: RwLock<Option<Arc<Kept>>>,
}

#[derive(Debug)]
struct Kept {
    colour: String,
    public: String,
    asset: Asset,
}

impl Accents {
    /// Accents on the papers that `sheet` names: light ones are the day's, dark ones the night's.
    pub(crate) fn on(sheet: &str) -> Self {
        let mut papers: Vec<Rgb> = ON.iter().flat_map(|name| named(sheet, name)).collect();
        papers.extend(PAPERS);
        // 0.18 is the luminance that stands out from black as much as from white.
        let (day, night) = papers.into_iter().partition(|paper| paper.luminance() > 0.18);
        Self { day, night, kept: RwLock::default() }
    }

    /// The path of the sheet for `colour`, `#rrggbb`.
    pub(crate) fn path(&self, colour: &str) -> String {
        format!("/static/{}", self.of(colour).public)
    }

    /// The sheet, if `public` is its name.
    pub(crate) fn get(&self, colour: &str, public: &str) -> Option<Asset> {
        let kept = self.of(colour);
        (kept.public == public).then(|| kept.asset.clone())
    }

    fn of(&self, colour: &str) -> Arc<Kept> {
        if let Some(kept) = &*self.kept.read().unwrap_or_else(std::sync::PoisonError::into_inner)
            && kept.colour == colour
        {
            return Arc::clone(kept);
        }
        let css = self.sheet(colour).into_bytes();
        let public = public_name("accent.css", &css);
        let asset = Asset { bytes: css.into(), content_type: "text/css; charset=utf-8" };
        let made = Arc::new(Kept { colour: colour.to_owned(), public, asset });
        *self.kept.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(Arc::clone(&made));
        made
    }

    fn sheet(&self, colour: &str) -> String {
        let chosen = Rgb::parse(colour).unwrap_or(Rgb([0, 0, 0]));
        let (day, night) = (readable(chosen, &self.day, -STEP), readable(chosen, &self.night, STEP));
        format!(":root{{--accent-of-portal:{};--accent-of-portal-night:{}}}\n", day.hex(), night.hex())
    }
}

/// All `#rrggbb` that stand in what `sheet` gives to a custom property: one value may hold the
/// day's colour and the night's.
fn named(sheet: &str, property: &str) -> Vec<Rgb> {
    let values = sheet.split(property).skip(1).filter_map(|rest| rest.split([';', '}']).next());
    values
        .flat_map(|value| value.match_indices('#').filter_map(|(at, _)| Rgb::parse(value.get(at..at + 7)?)))
        .collect()
}

/// `colour`, moved by `step` of lightness until it stands out from each of `papers`.
fn readable(colour: Rgb, papers: &[Rgb], step: f64) -> Rgb {
    let stands_out = |colour: Rgb| papers.iter().all(|paper| colour.contrast(*paper) >= CONTRAST);
    let lch = Oklch::of(colour);
    let (mut lightness, mut tried) = (lch.lightness, colour);
    while !stands_out(tried) && (0.0..=1.0).contains(&lightness) {
        lightness += step;
        tried = Oklch { lightness: lightness.clamp(0.0, 1.0), ..lch }.rgb();
    }
    tried
}

impl Rgb {
    fn parse(hex: &str) -> Option<Self> {
        let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([r, g, b]))
    }

    fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    fn linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio (WCAG 2.2), 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

/// CSS Color 4 §9.4: lightness 0 to 1, and the two parts of chroma and hue.
#[derive(Clone, Copy, Debug)]
struct Oklch {
    lightness: f64,
    a: f64,
    b: f64,
}

impl Oklch {
    fn of(colour: Rgb) -> Self {
        let [r, g, b] = colour.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        Self {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            a: 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            b: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        }
    }

    fn linear(self) -> [f64; 3] {
        let l = (self.lightness + 0.396_337_777_4 * self.a + 0.215_803_757_3 * self.b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * self.a - 0.063_854_172_8 * self.b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * self.a - 1.291_485_548_0 * self.b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
    }

    /// The nearest colour of the same lightness and hue that a screen can show.
    fn rgb(self) -> Rgb {
        let mut shown = self;
        for _ in 0..40 {
            if shown.linear().iter().all(|part| (-0.000_1..=1.000_1).contains(part)) {
                break;
            }
            (shown.a, shown.b) = (shown.a * 0.9, shown.b * 0.9);
        }
        Rgb(shown.linear().map(|part| {
            let part = part.clamp(0.0, 1.0);
            let part = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
            to_byte(part * 255.0)
        }))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is rounded and clamped to a byte"
)]
fn to_byte(part: f64) -> u8 {
    part.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::theme::Theme;

    fn of_the_binary() -> Accents {
        Accents::on(Theme::built_in().assets().sheet_text())
    }

    proptest! {
        #[test]
        fn any_colour_is_readable_on_every_paper_by_day_and_by_night(r: u8, g: u8, b: u8) {
            let accents = of_the_binary();
            for (papers, step) in [(&accents.day, -STEP), (&accents.night, STEP)] {
                let colour = readable(Rgb([r, g, b]), papers, step);
                for paper in papers {
                    prop_assert!(colour.contrast(*paper) >= CONTRAST, "{} on {}", colour.hex(), paper.hex());
                }
            }
        }

        #[test]
        fn a_colour_comes_back_from_oklch_as_it_was(r: u8, g: u8, b: u8) {
            let back = Oklch::of(Rgb([r, g, b])).rgb();
            for (one, two) in back.0.into_iter().zip([r, g, b]) {
                prop_assert!(one.abs_diff(two) <= 1, "{back:?}");
            }
        }
    }

    #[test]
    fn a_colour_that_is_readable_stays_as_the_editor_chose_it() {
        assert!(of_the_binary().sheet("#8c1c13").starts_with(":root{--accent-of-portal:#8c1c13;"));
    }

    #[test]
    fn the_papers_are_those_of_the_sheet() {
        let accents = Accents::on(":root{--paper:#ffffff}@media (x){:root{--paper: #202020;--tint:#303030}}");
        let named = |paper: u8| Rgb([paper; 3]);
        assert!(accents.day.contains(&named(0xff)) && accents.night.contains(&named(0x20)));
        assert!(accents.night.contains(&named(0x30)));
        let binary = of_the_binary();
        assert!(binary.day.len() >= 3 && binary.night.len() >= 3, "the binary's sheet names its papers");
    }

    #[test]
    fn a_value_may_hold_the_papers_of_day_and_night() {
        let accents = Accents::on(":root{--paper:var(--day, #ffffff) var(--night, #202020)}a{color:#303030}");
        let named = |paper: u8| Rgb([paper; 3]);
        assert!(accents.day.contains(&named(0xff)) && accents.night.contains(&named(0x20)));
        assert!(!accents.night.contains(&named(0x30)), "the colour of something else");
    }

    #[test]
    fn the_contrast_of_black_and_white_is_21() {
        assert!((Rgb([0; 3]).contrast(Rgb([255; 3])) - 21.0).abs() < 1e-9);
    }
}

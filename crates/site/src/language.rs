//! Which edition a reader's language asks for (RFC 9110 §12.5.4), by the lookup of
//! RFC 4647 §3.4: a wanted tag is shortened from its end until an edition speaks it.

use domain::Edition;

/// Wishes that are read; what stands behind them is not asked for by any browser.
const MAX_WISHES: usize = 32;
/// Weights are thousandths (RFC 9110 §12.4.2).
const FULL_WEIGHT: u16 = 1_000;

/// The open edition that `accept_language` asks for; where it asks for none of them, the
/// first open one. None where no edition is open.
pub fn wanted<'a>(editions: &'a [Edition], accept_language: &str) -> Option<&'a Edition> {
    let open = || editions.iter().filter(|edition| edition.open);
    let spoken = |tag: &str| open().find(|edition| edition.locale.as_str().eq_ignore_ascii_case(tag));
    let related = |tag: &str| {
        open().find(|edition| {
            edition.locale.language().eq_ignore_ascii_case(tag.split('-').next().unwrap_or(tag))
        })
    };
    let wishes = wishes(accept_language);
    wishes
        .iter()
        .find_map(|tag| shortened(tag).find_map(spoken).or_else(|| related(tag)))
        .or_else(|| open().next())
}

/// The language tags of the field, the best wish first; `*` and what is refused with a
/// weight of 0 are left out.
fn wishes(field: &str) -> Vec<&str> {
    let mut wishes: Vec<_> = field.split(',').take(MAX_WISHES).filter_map(wish).collect();
    wishes.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    wishes.into_iter().map(|(tag, _)| tag).collect()
}

fn wish(item: &str) -> Option<(&str, u16)> {
    let mut parts = item.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty() && *tag != "*")?;
    let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))) {
        Some(text) => weight(text)?,
        None => FULL_WEIGHT,
    };
    (weight > 0).then_some((tag, weight))
}

/// `0.8` in thousandths. None for what is no weight.
fn weight(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = fraction.len() <= 3 && fraction.bytes().all(|b| b.is_ascii_digit());
    let thousandths: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" if digits => Some(thousandths),
        "1" if digits && thousandths == 0 => Some(FULL_WEIGHT),
        _ => None,
    }
}

/// `sr-Latn-RS`, `sr-Latn`, `sr`.
fn shortened(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(shorter, _)| shorter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{EditionCode, LocaleTag};

    fn edition(code: &str, locale: &str, open: bool) -> Edition {
        Edition {
            code: EditionCode::parse(code).unwrap(),
            locale: LocaleTag::parse(locale).unwrap(),
            label: code.to_owned(),
            label_locale: None,
            name: None,
            tagline: None,
            reuse_rule: None,
            open,
            ordinal: 0,
        }
    }

    fn asked(field: &str) -> Option<String> {
        let editions = [
            edition("en", "en-GB", true),
            edition("ar", "ar", true),
            edition("hy", "hy", false),
            edition("br", "pt-BR", true),
            edition("pt", "pt-PT", true),
        ];
        wanted(&editions, field).map(|edition| edition.code.to_string())
    }

    #[test]
    fn the_heaviest_wish_that_an_open_edition_speaks_wins() {
        for (field, code) in [
            ("ar", "ar"),
            ("en;q=0.3, ar;q=0.9", "ar"),
            ("fr, AR-eg;q=0.5", "ar"),
            ("ar;q=0, en", "en"),
            ("hy, ar;q=0.1", "ar"),
            ("pt-PT", "pt"),
            ("pt-AO", "br"),
            ("pt", "br"),
        ] {
            assert_eq!(asked(field).as_deref(), Some(code), "{field}");
        }
    }

    #[test]
    fn whoever_asks_for_nothing_that_is_there_gets_the_first_open_edition() {
        for field in ["", "*", "fr", "hy", ";;q=,", "ar;q=2", "ar;q=0.0001", "ar;q=x", "ar;q=-1"] {
            assert_eq!(asked(field).as_deref(), Some("en"), "{field}");
        }
        assert_eq!(wanted(&[edition("hy", "hy", false)], "hy"), None);
    }
}

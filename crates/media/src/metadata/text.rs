//! Texts and dates as files hold them, made ours.

/// The longest text that is kept, in characters. A caption has hundreds.
const LONGEST: usize = 20_000;

/// Trims a text and takes control characters out; none when nothing is left.
pub(super) fn tidy(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    let kept: String = kept.take(LONGEST).collect();
    let trimmed = kept.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// A text whose encoding nobody told: UTF-8 if it is that, else Windows' Latin letters. It ends at
/// the first zero byte.
pub(super) fn of_unknown_encoding(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.split(|byte| *byte == 0).next()?;
    match std::str::from_utf8(bytes) {
        Ok(text) => tidy(text),
        Err(_) => tidy(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

/// A moment in ISO 8601, only as exact as it is given; none when it cannot be one.
///
/// Takes EXIF's `2005:01:31 12:00:00`, IIM's `20050131` + `120000+0200` (joined by a `T`), and XMP's
/// ISO 8601. Zeros for what is unknown end the moment there.
pub(super) fn moment(text: &str) -> Option<String> {
    let text = text.trim();
    let (day, time) = match text.split_once(['T', ' ']) {
        Some((day, time)) => (day, Some(time.trim())),
        None => (text, None),
    };
    let (day, whole) = date(day)?;
    let time = time.filter(|_| whole).and_then(time_of_day);
    Some(match time {
        Some(time) => format!("{day}T{time}"),
        None => day,
    })
}

/// The date, and whether it has a day.
fn date(text: &str) -> Option<(String, bool)> {
    let digits: String = text.chars().filter(|c| !matches!(c, '-' | ':' | '/')).collect();
    let (year, month, day) = (number(&digits, 0, 4)?, number(&digits, 4, 2), number(&digits, 6, 2));
    if year == 0 || digits.len() > 8 {
        return None;
    }
    let month = month.filter(|month| (1..=12).contains(month));
    let day = day.filter(|day| (1..=31).contains(day));
    Some(match (month, day) {
        (Some(month), Some(day)) => (format!("{year:04}-{month:02}-{day:02}"), true),
        (Some(month), None) => (format!("{year:04}-{month:02}"), false),
        (None, _) => (format!("{year:04}"), false),
    })
}

/// Hours, minutes, seconds where they are known, and the zone; fractions are left out.
fn time_of_day(text: &str) -> Option<String> {
    let at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(at)?;
    let clock = clock.split('.').next()?;
    let digits: String = clock.chars().filter(|c| *c != ':').collect();
    let (hour, minute) = (number(&digits, 0, 2)?, number(&digits, 2, 2)?);
    let second = number(&digits, 4, 2).filter(|second| *second < 61);
    if hour > 23 || minute > 59 {
        return None;
    }
    let second = second.map(|second| format!(":{second:02}")).unwrap_or_default();
    Some(format!("{hour:02}:{minute:02}{second}{}", offset(zone).unwrap_or_default()))
}

/// `Z` or `+02:00`.
fn offset(zone: &str) -> Option<String> {
    if zone == "Z" {
        return Some("Z".into());
    }
    let (sign, rest) = zone.split_at_checked(1)?;
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = (number(&digits, 0, 2)?, number(&digits, 2, 2)?);
    (digits.len() == 4 && hours < 15 && minutes < 60).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

/// A number of exactly so many digits.
fn number(digits: &str, at: usize, length: usize) -> Option<u32> {
    let part = digits.get(at..at + length)?;
    if part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_as_exact_as_they_are_given() {
        let cases = [
            ("2005:01:31 12:34:56", Some("2005-01-31T12:34:56")),
            ("20050131T123456+0200", Some("2005-01-31T12:34:56+02:00")),
            ("20050131T123456", Some("2005-01-31T12:34:56")),
            ("2005-01-31T12:34:56.78Z", Some("2005-01-31T12:34:56Z")),
            ("2005-01-31T12:34-05:00", Some("2005-01-31T12:34-05:00")),
            ("2005-01-31", Some("2005-01-31")),
            ("2005-01", Some("2005-01")),
            ("20050100", Some("2005-01")),
            ("20050000", Some("2005")),
            ("2005", Some("2005")),
            ("2005:01:31 25:00:00", Some("2005-01-31")),
            ("0000:00:00 00:00:00", None),
            ("    :  :     :  :  ", None),
            ("yesterday", None),
            ("2005-01-31-7", None),
            ("٢٠٠٥", None),
            ("", None),
        ];
        for (given, wanted) in cases {
            assert_eq!(moment(given).as_deref(), wanted, "{given:?}");
        }
    }

    #[test]
    fn a_text_without_an_encoding_is_utf8_or_latin() {
        assert_eq!(of_unknown_encoding("Érevan Երևան".as_bytes()).unwrap(), "Érevan Երևան");
        assert_eq!(of_unknown_encoding(b"Caf\xe9 \x96 \x80 5\0after").unwrap(), "Café – € 5");
        assert_eq!(of_unknown_encoding(b"  \0text"), None);
    }

    #[test]
    fn control_characters_go_and_long_texts_end() {
        assert_eq!(tidy(" a\u{7}\r\nb\rc\u{1b} ").unwrap(), "a\nb\nc");
        assert_eq!(tidy(&"x".repeat(LONGEST + 5)).unwrap().len(), LONGEST);
        assert_eq!(tidy("\u{1}\n "), None);
    }
}

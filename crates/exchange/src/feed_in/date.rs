//! Dates of feeds: RFC 822 with all that programs make of it, RFC 3339 and its shorter forms (W3C's note
//! on dates), and C's `asctime`. What names no zone is UTC.

use domain::Moment;
use jiff::{
    civil::{Date, DateTime, Time},
    tz::Offset,
};

/// The moment that `text` tells; none where it is no date, or one before the year 1.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    let is_numbered = text.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
    let (civil, offset) = if is_numbered { numbered(text) } else { worded(text) }?;
    if civil.year() < 1 {
        return None;
    }
    offset.to_timestamp(civil).ok().map(Moment::from)
}

/// `2003-12-31T10:14:55.5+01:00` and whatever of its end is left off; `20031231`.
fn numbered(text: &str) -> Option<(DateTime, Offset)> {
    let (date, rest) = match text.find(['T', 't', ' ']) {
        Some(at) => text.split_at_checked(at)?,
        None => (text, ""),
    };
    let number = |text: &str| text.parse::<i8>().ok();
    let parts: Vec<&str> = date.split('-').collect();
    let date = match parts.as_slice() {
        [whole] if whole.len() == 8 => {
            Date::new(whole.get(..4)?.parse().ok()?, number(whole.get(4..6)?)?, number(whole.get(6..)?)?)
        }
        [year] => Date::new(year.parse().ok()?, 1, 1),
        [year, month] => Date::new(year.parse().ok()?, number(month)?, 1),
        [year, month, day] => Date::new(year.parse().ok()?, number(month)?, number(day)?),
        _ => return None,
    };
    let rest = rest.get(1..).unwrap_or_default().trim();
    let zone_at = rest.find(|c: char| c.is_ascii_alphabetic() || matches!(c, '+' | '-' | ' '));
    let (time, zone) = rest.split_at_checked(zone_at.unwrap_or(rest.len()))?;
    Some((date.ok()?.to_datetime(clock(time)?), offset(zone.trim())?))
}

/// `Sat, 16 Oct 2010 20:53:18 +0000`, `16 October 10`, `Dec 16 2023 02:02 PM`, `Sun Jan  4 16:29:06 PST 2004`, in any order that
/// tells its parts apart.
fn worded(text: &str) -> Option<(DateTime, Offset)> {
    let (mut day, mut month, mut year, mut time, mut zone) = (None, None, None, None, None);
    let parts = text.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty());
    // `16-Oct-2010` is three parts; what follows a time is a zone and has its sign.
    for part in parts.flat_map(|part| if part.contains(':') { vec![part] } else { pieces(part) }).take(12) {
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        if part.contains(':') && time.is_none() {
            time = Some(clock(part)?);
        } else if digits && part.len() <= 2 && day.is_none() {
            day = part.parse::<i8>().ok();
        } else if digits && year.is_none() {
            year = Some(year_of(part)?);
        } else if month.is_none() && month_of(part).is_some() {
            month = month_of(part);
        } else if let Some(half) = half_of_day(part) {
            time = time.map(|time: Time| half.of(time));
        } else if weekday(part) {
            continue;
        } else if zone.is_none() {
            zone = Some(offset(part)?);
        }
    }
    let date = Date::new(year?, month?, day?).ok()?;
    Some((date.to_datetime(time.unwrap_or_else(Time::midnight)), zone.unwrap_or(Offset::UTC)))
}

/// Which half of a day a clock of twelve hours means.
#[derive(Clone, Copy)]
enum Half {
    Am,
    Pm,
}

fn half_of_day(word: &str) -> Option<Half> {
    match word.to_ascii_lowercase().as_str() {
        "am" => Some(Half::Am),
        "pm" => Some(Half::Pm),
        _ => None,
    }
}

impl Half {
    fn of(self, time: Time) -> Time {
        let hour = match (self, time.hour()) {
            (Self::Am, 12) => 0,
            (Self::Pm, hour @ 1..=11) => hour + 12,
            (_, hour) => hour,
        };
        time.with().hour(hour).build().unwrap_or(time)
    }
}

fn pieces(part: &str) -> Vec<&str> {
    let has_letters = part.bytes().any(|b| b.is_ascii_alphabetic());
    let begins_with_digit = part.as_bytes().first().is_some_and(u8::is_ascii_digit);
    if has_letters && begins_with_digit { part.split('-').collect() } else { vec![part] }
}

/// `20:53:18.25`, `20:53`, `24:00`; nothing is midnight.
fn clock(text: &str) -> Option<Time> {
    if text.is_empty() {
        return Some(Time::midnight());
    }
    let mut parts = text.split([':', '.']);
    let mut number = || parts.next().map_or(Some(0), |part| part.parse::<i8>().ok());
    let (hour, minute, second) = (number()?, number()?, number()?);
    // A leap second is the second before it.
    Time::new(hour, minute, second.min(59), 0).ok()
}

/// Two digits are of the century that is nearest (RFC 2822, section 4.3).
fn year_of(digits: &str) -> Option<i16> {
    let year = digits.parse::<i16>().ok()?;
    Some(match digits.len() {
        2 if year < 50 => year + 2000,
        2 | 3 => year + 1900,
        _ => year,
    })
}

fn month_of(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let head = word.get(..3)?.to_ascii_lowercase();
    (1..).zip(MONTHS).find(|(_, month)| *month == head).map(|(number, _)| number)
}

fn weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let head = word.get(..3).map(str::to_ascii_lowercase);
    head.is_some_and(|head| DAYS.contains(&head.as_str()))
}

/// `+0200`, `-03:30`, `Z`, `GMT`, `EST`, and `GMT+2`.
fn offset(zone: &str) -> Option<Offset> {
    let upper = zone.to_ascii_uppercase();
    let rest = ["GMT", "UTC", "UT"].iter().find_map(|name| upper.strip_prefix(name)).unwrap_or(&upper);
    if let Some((sign, digits)) = rest.split_at_checked(1).filter(|(sign, _)| matches!(*sign, "+" | "-")) {
        let digits = digits.replace(':', "");
        let (hours, minutes) = match digits.len() {
            1 | 2 => (digits.parse::<i32>().ok()?, 0),
            4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse::<i32>().ok()?),
            _ => return None,
        };
        let seconds = hours * 3600 + minutes * 60;
        return Offset::from_seconds(if sign == "-" { -seconds } else { seconds }).ok();
    }
    let hours = match rest {
        "" | "Z" => 0,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "BST" | "CET" => 1,
        "CEST" | "EET" => 2,
        "EEST" | "MSK" => 3,
        "JST" => 9,
        _ => return None,
    };
    Offset::from_hours(hours).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, moment_there: &str) {
        assert_eq!(moment(text).map(|m| m.to_string()).as_deref(), Some(moment_there), "{text}");
    }

    #[test]
    fn dates_of_all_kinds_of_feeds_are_read() {
        is("Sat, 16 Oct 2010 20:53:18 +0000", "2010-10-16T20:53:18Z");
        is("Thu, 01 Jan 04 19:48 EST", "2004-01-02T00:48:00Z");
        is("16-Oct-2010 20:53:18 GMT", "2010-10-16T20:53:18Z");
        is("Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06Z");
        is("Sat, Dec 16 2023 02:02:33 PM", "2023-12-16T14:02:33Z");
        is("1 February 2024", "2024-02-01T00:00:00Z");
        is("2003-12-31T10:14:55.25-08:00", "2003-12-31T18:14:55Z");
        is("2003-12-31T10:14Z", "2003-12-31T10:14:00Z");
        is("2003-12", "2003-12-01T00:00:00Z");
        is("20031231", "2003-12-31T00:00:00Z");
        is("2024-02-01 10:00:00", "2024-02-01T10:00:00Z");
        is("2024-02-01 10:00:00 +0200", "2024-02-01T08:00:00Z");
        is("Thu, 01 Jan 2004 23:59:60 GMT+2", "2004-01-01T21:59:59Z");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "2003-13-01",
            "0000-00-00T00:00:00Z",
            "30000-01-01",
            "1 Jan 30000",
            "Mon, 32 May 2020",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
        assert_eq!(moment("0000-01-01"), None);
    }
}

//! Spans of the archive: all of it, a year, a month or a day of the portal's zone. Pure
//! calendar; the stories of a span are a range of the edition's list, so that a change of
//! zone rewrites nothing.

use domain::{Moment, ZoneName};
use jiff::{
    ToSpan as _, ZonedDateTime,
    civil::{Date, DateTime},
};

/// All of the archive, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveSpan {
    /// All years.
    All,
    /// A year, 1 to 9999.
    Year(i16),
    /// A year and a month, 1 to 12.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

impl ArchiveSpan {
    /// From the segments of a path, each written with exactly four or two digits.
    pub fn parse(segments: &[&str]) -> Option<Self> {
        let number = |text: &str, digits: usize| {
            (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()))
                .then(|| text.parse::<i16>().ok())?
        };
        let year = |text| number(text, 4).filter(|year| (1..=9999).contains(year));
        let month =
            |text| number(text, 2).and_then(|m| i8::try_from(m).ok()).filter(|m| (1..=12).contains(m));
        match segments {
            [] => Some(Self::All),
            [y] => Some(Self::Year(year(y)?)),
            [y, m] => Some(Self::Month(year(y)?, month(m)?)),
            [y, m, d] => {
                let day = i8::try_from(number(d, 2)?).ok()?;
                Some(Self::Day(Date::new(year(y)?, month(m)?, day).ok()?))
            }
            _ => None,
        }
    }

    /// The span's part of a path: empty, `2026/`, `2026/03/` or `2026/03/09/`.
    pub fn path(self) -> String {
        match self {
            Self::All => String::new(),
            Self::Year(year) => format!("{year:04}/"),
            Self::Month(year, month) => format!("{year:04}/{month:02}/"),
            Self::Day(date) => format!("{:04}/{:02}/{:02}/", date.year(), date.month(), date.day()),
        }
    }

    /// The span around it; none around all.
    pub fn above(self) -> Option<Self> {
        match self {
            Self::All => None,
            Self::Year(_) => Some(Self::All),
            Self::Month(year, _) => Some(Self::Year(year)),
            Self::Day(date) => Some(Self::Month(date.year(), date.month())),
        }
    }

    /// The span of the same size in which a moment lies.
    pub fn around(self, moment: Moment, zone: &ZoneName) -> Self {
        let local = zone.local(moment);
        match self {
            Self::All => Self::All,
            Self::Year(_) => Self::Year(local.year()),
            Self::Month(..) => Self::Month(local.year(), local.month()),
            Self::Day(_) => Self::Day(local.date()),
        }
    }

    /// The part of this span in which a moment lies: a year of all, a month of a year, a day
    /// of a month; a day itself.
    pub(crate) fn part_around(self, moment: Moment, zone: &ZoneName) -> Self {
        let local = zone.local(moment);
        match self {
            Self::All => Self::Year(local.year()),
            Self::Year(_) => Self::Month(local.year(), local.month()),
            Self::Month(..) | Self::Day(_) => Self::Day(local.date()),
        }
    }

    /// Its first moment in a zone, and the first moment behind it. Where the clock jumps over
    /// midnight the day begins with the jump; where midnight comes twice, with the first.
    pub fn range(self, zone: &ZoneName) -> (Moment, Moment) {
        let Some(first) = self.first_day() else { return (Moment::MIN, Moment::MAX) };
        let behind = match self {
            Self::All => None,
            Self::Year(_) => first.checked_add(1.year()).ok(),
            Self::Month(..) => first.checked_add(1.month()).ok(),
            Self::Day(_) => first.checked_add(1.day()).ok(),
        };
        (begin(first, zone), behind.map_or(Moment::MAX, |day| begin(day, zone)))
    }

    /// A moment that is printed as a date of the span, whatever the zone: noon of its first day.
    pub fn noon(self, zone: &ZoneName) -> Moment {
        let day = self.first_day().unwrap_or(Date::constant(1970, 1, 1));
        compatible(day.at(12, 0, 0, 0), zone)
    }

    fn first_day(self) -> Option<Date> {
        match self {
            Self::All => None,
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Day(date) => Some(date),
        }
    }
}

fn begin(day: Date, zone: &ZoneName) -> Moment {
    let start = day.to_zoned_datetime(zone.zone()).and_then(|midnight| midnight.start_of_day());
    start.map_or_else(
        |_| compatible(day.at(0, 0, 0, 0), zone),
        |at: ZonedDateTime| Moment::from(at.timestamp()),
    )
}

/// The moment of a local time; at the edges of the calendar the edge itself.
fn compatible(local: DateTime, zone: &ZoneName) -> Moment {
    let edge = if local.year() < 5000 { Moment::MIN } else { Moment::MAX };
    local.to_zoned_datetime(zone.zone()).map_or(edge, |at| Moment::from(at.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> ZoneName {
        ZoneName::parse(name).unwrap()
    }

    #[test]
    fn a_span_is_written_in_one_form() {
        for (segments, path) in [
            (vec![], ""),
            (vec!["2026"], "2026/"),
            (vec!["2026", "03"], "2026/03/"),
            (vec!["2024", "02", "29"], "2024/02/29/"),
        ] {
            assert_eq!(ArchiveSpan::parse(&segments).unwrap().path(), path);
        }
        for bad in [
            vec!["26"],
            vec!["+026"],
            vec!["0000"],
            vec!["2026", "3"],
            vec!["2026", "13"],
            vec!["2026", "00"],
            vec!["2025", "02", "29"],
            vec!["2026", "03", "9"],
            vec!["2026", "03", "09", "1"],
        ] {
            assert_eq!(ArchiveSpan::parse(&bad), None, "{bad:?}");
        }
    }

    #[test]
    fn days_follow_each_other_without_gap_or_overlap_in_every_zone() {
        // Beirut and Santiago change their clocks at midnight; Apia left out 30 December 2011.
        for name in
            ["Europe/London", "Asia/Beirut", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu", "UTC"]
        {
            let zone = zone(name);
            let mut day = Date::constant(2011, 1, 1);
            while day.year() < 2013 {
                let next = day.tomorrow().unwrap();
                let (start, end) = ArchiveSpan::Day(day).range(&zone);
                assert_eq!(end, ArchiveSpan::Day(next).range(&zone).0, "{name} {day}");
                for inside in [start, Moment::from_micros(end.micros() - 1)] {
                    if start < end {
                        assert_eq!(zone.local(inside).date(), day, "{name} {day}");
                        assert_eq!(ArchiveSpan::Day(day).around(inside, &zone), ArchiveSpan::Day(day));
                    }
                }
                day = next;
            }
        }
    }

    #[test]
    fn a_day_of_a_change_of_clock_has_23_or_25_hours() {
        let zone = zone("Europe/London");
        let hours = |day| {
            let (start, end) = ArchiveSpan::Day(day).range(&zone);
            (end.micros() - start.micros()) / 3_600_000_000
        };
        assert_eq!(hours(Date::constant(2026, 3, 29)), 23);
        assert_eq!(hours(Date::constant(2026, 10, 25)), 25);
        assert_eq!(hours(Date::constant(2026, 3, 28)), 24);
    }

    #[test]
    fn years_and_months_are_whole_to_the_edges_of_the_calendar() {
        let zone = zone("Asia/Yerevan");
        assert_eq!(ArchiveSpan::Year(2026).range(&zone).0, ArchiveSpan::Month(2026, 1).range(&zone).0);
        assert_eq!(ArchiveSpan::Year(2026).range(&zone).1, ArchiveSpan::Month(2027, 1).range(&zone).0);
        assert_eq!(ArchiveSpan::Month(2026, 12).range(&zone).1, ArchiveSpan::Year(2027).range(&zone).0);
        assert!(ArchiveSpan::Year(9999).range(&zone).0 < Moment::MAX);
        assert_eq!(ArchiveSpan::Year(9999).range(&zone).1, Moment::MAX);
        assert!(ArchiveSpan::Year(1).range(&zone).0 >= Moment::MIN);
        assert_eq!(ArchiveSpan::All.range(&zone), (Moment::MIN, Moment::MAX));
    }
}

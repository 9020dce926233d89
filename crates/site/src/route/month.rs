//! Months of sitemaps.

use domain::Moment;
use jiff::{civil::Date, tz::TimeZone};

/// A month, in UTC: a sitemap's file stays the same when the portal changes its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// 1 to 9999.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl Month {
    /// The month and the part that a sitemap's file name tells, in the one form in which the
    /// index names it: four and two digits, and a part from 2 on.
    pub(super) fn of_file(file: &str) -> Option<(Self, u16)> {
        let name = file.strip_prefix("sitemap-")?.strip_suffix(".xml")?;
        let mut numbers = name.split('-');
        let month = Self { year: numbers.next()?.parse().ok()?, month: numbers.next()?.parse().ok()? };
        let part = numbers.next().map_or(Some(1), |part| part.parse().ok())?;
        let written = if part == 1 { month.to_string() } else { format!("{month}-{part}") };
        let in_range = (1..=9999).contains(&month.year) && (1..=12).contains(&month.month) && part > 0;
        (in_range && written == name).then_some((month, part))
    }

    /// The month in which `moment` lies.
    pub fn of(moment: Moment) -> Self {
        let date = TimeZone::UTC.to_datetime(moment.timestamp());
        Self { year: date.year(), month: date.month() }
    }

    /// Its first moment.
    pub fn start(self) -> Moment {
        let first = Date::new(self.year, self.month, 1).map(|date| date.at(0, 0, 0, 0));
        first.and_then(|first| TimeZone::UTC.to_timestamp(first)).map_or(Moment::MAX, Moment::from)
    }

    /// The first moment after it; [`Moment::MAX`] at the end of the calendar.
    pub fn end(self) -> Moment {
        let (year, month) =
            if self.month == 12 { (self.year.saturating_add(1), 1) } else { (self.year, self.month + 1) };
        Self { year, month }.start()
    }
}

impl std::fmt::Display for Month {
    /// `2026-03`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

//! Dates and times as an edition prints them, and as machines read them.

use domain::{LocaleTag, Moment, ZoneName};
use icu::{
    calendar::{Date, Iso},
    datetime::{
        DateTimeFormatter, DateTimeFormatterPreferences, NoCalendarFormatter,
        fieldsets::{T, YMD},
        input::{Time, UtcOffset, ZonedDateTime},
        preferences::HourCycle,
    },
    locale::Locale,
};
use jiff::{ZonedDateTime as LocalMoment, tz::TimeZone};

use crate::language::{Arg, Language, MessageError};

/// Noncharacters that hold the places of date and time in the line that joins them.
const DATE: char = '\u{fdd0}';
const TIME: char = '\u{fdd1}';

/// Why a clock could not be made for an edition.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DatesError {
    /// ICU would print "2025 M07 21".
    #[error("there are no month names for {0}: choose another locale for this edition")]
    NoData(LocaleTag),
    /// The message that joins date and time is missing or faulty.
    #[error(transparent)]
    Message(#[from] MessageError),
}

/// An edition's clock: build once, share between threads.
pub struct Dates {
    zone: TimeZone,
    date: DateTimeFormatter<YMD>,
    time: NoCalendarFormatter<T>,
    /// The line with [`DATE`] and [`TIME`] in their places.
    line: String,
    marked: fn(&str) -> String,
}

impl Dates {
    /// Dates in the edition's language and calendar, hours from 0 to 23, in `zone`.
    ///
    /// # Errors
    /// [`DatesError::NoData`] for a language that ICU has no month names for;
    /// [`DatesError::Message`] where the language lacks `date-and-time`.
    pub fn new(language: &Language, zone: &ZoneName) -> Result<Self, DatesError> {
        let no_data = || DatesError::NoData(language.locale().clone());
        let locale = Locale::try_from_str(language.locale().as_str()).map_err(|_| no_data())?;
        let mut preferences = DateTimeFormatterPreferences::from(locale);
        preferences.hour_cycle = Some(HourCycle::H23);
        let date = DateTimeFormatter::try_new(preferences, YMD::long()).map_err(|_| no_data())?;
        let time = NoCalendarFormatter::try_new(preferences, T::hm()).map_err(|_| no_data())?;
        let (day, hour) = (DATE.to_string(), TIME.to_string());
        let line =
            language.text("date-and-time", &[("date", Arg::Text(&day)), ("time", Arg::Text(&hour))])?;
        let marked = if language.is_marked() { marked } else { str::to_owned };
        let clock = Self { zone: zone.zone(), date, time, line, marked };
        if has_root_month(&clock.date(Moment::from_micros(0))) { Err(no_data()) } else { Ok(clock) }
    }

    /// Date and time: "21 July 2025 18:37".
    pub fn long(&self, moment: Moment) -> String {
        let (_, time) = self.local(moment);
        let time = self.time.format(&time).to_string();
        self.line.replace(DATE, &self.date(moment)).replace(TIME, &time)
    }

    /// The date alone: "21 July 2025".
    pub fn date(&self, moment: Moment) -> String {
        let (date, _) = self.local(moment);
        (self.marked)(&self.date.format(&date).to_string())
    }

    /// For HTML's `datetime`: RFC 3339 with the zone's offset, whole seconds.
    pub fn machine(&self, moment: Moment) -> String {
        self.zoned(moment).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// For RSS's `pubDate`: RFC 822 with a four-digit year (RSS 2.0), English by standard.
    pub fn rfc822(&self, moment: Moment) -> String {
        self.zoned(moment).strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
    }

    fn zoned(&self, moment: Moment) -> LocalMoment {
        moment.timestamp().to_zoned_datetime(self.zone.clone())
    }

    /// The wall clock, handed to ICU as if it were UTC: its own zone types are not needed.
    fn local(&self, moment: Moment) -> (Date<Iso>, Time) {
        let offset = self.zone.to_offset(moment.timestamp()).seconds();
        let wall = moment.plus_seconds(i64::from(offset)).micros().div_euclid(1_000);
        let it = ZonedDateTime::from_epoch_milliseconds_and_utc_offset(wall, UtcOffset::zero());
        (it.date, it.time)
    }
}

impl std::fmt::Debug for Dates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dates").field("zone", &self.zone.iana_name()).finish_non_exhaustive()
    }
}

fn marked(text: &str) -> String {
    crate::pseudo::mark(text).into_owned()
}

/// ICU's root names a month "M01".
fn has_root_month(date: &str) -> bool {
    date.split_whitespace().any(|word| word.starts_with('M') && word.ends_with(|c: char| c.is_ascii_digit()))
}

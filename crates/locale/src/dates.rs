//! Dates and times as an edition prints them, and as machines read them.
//!
//! The words are ICU's; where newspapers write a date otherwise than ICU's longest form
//! (Russian without "г.", Armenian with the day first), the parts are put together here.

use domain::{LocaleTag, Moment, ZoneName};
use icu::{
    calendar::{Date, Iso},
    casemap::TitlecaseMapper,
    datetime::{
        DateTimeFormatter, DateTimeFormatterPreferences, NoCalendarFormatter,
        fieldsets::{M, MD, T, Y, YM, YMD},
        input::{Time, UtcOffset, ZonedDateTime},
        options::Alignment,
        preferences::{CalendarAlgorithm, HourCycle},
    },
    locale::{LanguageIdentifier, Locale, langid},
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
    words: Words,
    /// The line with [`DATE`] and [`TIME`] in their places.
    line: String,
    marked: fn(&str) -> String,
}

/// ICU's formatters of one edition.
struct Words {
    language: LanguageIdentifier,
    order: Order,
    date: DateTimeFormatter<YMD>,
    day_and_month: DateTimeFormatter<MD>,
    year: DateTimeFormatter<Y>,
    /// The following follow the Gregorian calendar, as the archive's addresses do.
    month: DateTimeFormatter<M>,
    month_and_year: DateTimeFormatter<YM>,
    gregorian_year: DateTimeFormatter<Y>,
    time: NoCalendarFormatter<T>,
}

/// Who puts the parts of a date together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// ICU: newspapers print its long form.
    Icu,
    /// Day and month as ICU has them, then the bare year: Russian "21 июля 2025".
    YearLast,
    /// The same with the day before the month, which ICU puts after it in Armenian.
    DayFirst,
}

impl Dates {
    /// Dates in the edition's language and calendar (Solar Hijri in Persian), hours from
    /// 00 to 23, in `zone`.
    ///
    /// # Errors
    /// [`DatesError::NoData`] for a language that ICU has no month names for;
    /// [`DatesError::Message`] where the language lacks `date-and-time`.
    pub fn new(language: &Language, zone: &ZoneName) -> Result<Self, DatesError> {
        let no_data = || DatesError::NoData(language.locale().clone());
        let words = Words::new(language.locale()).ok_or_else(no_data)?;
        let (day, hour) = (DATE.to_string(), TIME.to_string());
        let line =
            language.text("date-and-time", &[("date", Arg::Text(&day)), ("time", Arg::Text(&hour))])?;
        let marked = if language.is_marked() { marked } else { str::to_owned };
        let clock = Self { zone: zone.zone(), words, line, marked };
        if has_root_month(&clock.date(Moment::from_micros(0))) { Err(no_data()) } else { Ok(clock) }
    }

    /// Date and time: "21 July 2025 18:37".
    pub fn long(&self, moment: Moment) -> String {
        self.line.replace(DATE, &self.date(moment)).replace(TIME, &self.time(moment))
    }

    /// The date alone: "21 July 2025".
    pub fn date(&self, moment: Moment) -> String {
        (self.marked)(&self.words.date(&self.local(moment).0))
    }

    /// The day without its year, for lists in which the year is known: "21 July".
    pub fn short(&self, moment: Moment) -> String {
        (self.marked)(&self.words.short(&self.local(moment).0))
    }

    /// The time of day in two digits each: "08:05".
    pub fn time(&self, moment: Moment) -> String {
        self.words.time.format(&self.local(moment).1).to_string()
    }

    /// The month that an archive page's address names, always of the Gregorian calendar, as
    /// a heading: "July 2025", "Июль 2025".
    pub fn month(&self, moment: Moment) -> String {
        (self.marked)(&self.words.month(&self.local(moment).0))
    }

    /// The year that an archive page's address names, always of the Gregorian calendar, in
    /// the language's digits: "2025".
    pub fn year(&self, moment: Moment) -> String {
        (self.marked)(&bare_year(&self.words.gregorian_year, &self.local(moment).0))
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

impl Words {
    /// `None` where ICU has no data at all.
    fn new(locale: &LocaleTag) -> Option<Self> {
        let mut locale = Locale::try_from_str(locale.as_str()).ok()?;
        if locale.id == langid!("en") {
            // English of no country: CLDR takes it for American, the world's has the day first.
            locale.id = langid!("en-001");
        }
        let language = locale.id.clone();
        let order = match language.language.as_str() {
            "ru" | "ka" => Order::YearLast,
            "hy" => Order::DayFirst,
            _ => Order::Icu,
        };
        let mut own = DateTimeFormatterPreferences::from(locale);
        own.hour_cycle = Some(HourCycle::H23);
        let mut gregorian = own;
        gregorian.calendar_algorithm = Some(CalendarAlgorithm::Gregory);
        let hours = T::hm().with_alignment(Alignment::Column);
        Some(Self {
            language,
            order,
            date: DateTimeFormatter::try_new(own, YMD::long()).ok()?,
            day_and_month: DateTimeFormatter::try_new(own, MD::long()).ok()?,
            year: DateTimeFormatter::try_new(own, Y::long()).ok()?,
            month: DateTimeFormatter::try_new(gregorian, M::long()).ok()?,
            month_and_year: DateTimeFormatter::try_new(gregorian, YM::long()).ok()?,
            gregorian_year: DateTimeFormatter::try_new(gregorian, Y::long()).ok()?,
            time: NoCalendarFormatter::try_new(own, hours).ok()?,
        })
    }

    fn date(&self, date: &Date<Iso>) -> String {
        match self.order {
            Order::Icu => self.date.format(date).to_string(),
            _ => format!("{} {}", self.short(date), bare_year(&self.year, date)),
        }
    }

    fn short(&self, date: &Date<Iso>) -> String {
        let text = self.day_and_month.format(date).to_string();
        match (self.order, text.rsplit_once(' ')) {
            (Order::DayFirst, Some((month, day))) => format!("{day} {month}"),
            _ => text,
        }
    }

    fn month(&self, date: &Date<Iso>) -> String {
        let text = match self.order {
            Order::Icu => self.month_and_year.format(date).to_string(),
            _ => format!("{} {}", self.month.format(date), bare_year(&self.gregorian_year, date)),
        };
        TitlecaseMapper::new()
            .titlecase_segment_to_string(
                &text,
                &self.language,
                icu::casemap::options::TitlecaseOptions::default(),
            )
            .into_owned()
    }
}

impl std::fmt::Debug for Dates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dates").field("zone", &self.zone.iana_name()).finish_non_exhaustive()
    }
}

/// The year without the word that some languages add to it (Armenian "2025 թ․").
fn bare_year(year: &DateTimeFormatter<Y>, date: &Date<Iso>) -> String {
    let text = year.format(date).to_string();
    text.split_whitespace().next().unwrap_or(&text).to_owned()
}

fn marked(text: &str) -> String {
    crate::pseudo::mark(text).into_owned()
}

/// ICU's root names a month "M01".
fn has_root_month(date: &str) -> bool {
    date.split_whitespace().any(|word| word.starts_with('M') && word.ends_with(|c: char| c.is_ascii_digit()))
}

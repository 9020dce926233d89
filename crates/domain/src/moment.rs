//! Moments and zones. A [`Moment`] is what is stored and compared; a local time
//! exists only together with its zone and becomes a moment by [`ZoneName::resolve`].

use jiff::{Timestamp, civil::DateTime, tz::AmbiguousOffset, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// An instant: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(i64);

impl Moment {
    /// The latest instant that a four-digit year can print: 9999-12-30T22:00:00Z.
    pub const MAX: Self = Self(253_402_207_200_000_000);
    /// 0001-01-01T00:00:00Z.
    pub const MIN: Self = Self(-62_135_596_800_000_000);

    /// From microseconds since the epoch, held within [`Moment::MIN`] and [`Moment::MAX`].
    pub const fn from_micros(us: i64) -> Self {
        if us > Self::MAX.0 {
            Self::MAX
        } else if us < Self::MIN.0 {
            Self::MIN
        } else {
            Self(us)
        }
    }

    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This moment plus `seconds`, held within the range.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_micros(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// The same instant as a timestamp of the calendar library.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl From<Timestamp> for Moment {
    fn from(t: Timestamp) -> Self {
        Self::from_micros(t.as_microsecond())
    }
}

impl std::fmt::Display for Moment {
    /// RFC 3339 in UTC.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.timestamp().fmt(f)
    }
}

/// A time zone by its IANA name (`Asia/Yerevan`), known to exist in the bundled database.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ZoneName(String);

/// Why a local time or a zone was refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ZoneError {
    /// The name is in no version of the database that ships with the program.
    #[error("unknown time zone {0:?}: use an IANA name such as Asia/Yerevan")]
    Unknown(String),
    /// The clock jumps over this local time.
    #[error("{local} does not exist in {zone}: the clock jumps over it; take {before} or {after}")]
    Gap {
        /// What was typed.
        local: DateTime,
        /// Where.
        zone: String,
        /// The same duration before the jump, as UTC.
        before: Moment,
        /// The same duration after the jump, as UTC.
        after: Moment,
    },
    /// The clock shows this local time twice.
    #[error("{local} happens twice in {zone}: say which, {first} or {second}")]
    Overlap {
        /// What was typed.
        local: DateTime,
        /// Where.
        zone: String,
        /// The earlier one, as UTC.
        first: Moment,
        /// The later one, as UTC.
        second: Moment,
    },
    /// Outside the years 1 to 9999.
    #[error("{0} is outside the years that can be written")]
    Range(DateTime),
}

/// Which of two instants a local time in an overlap means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fold {
    /// The earlier one.
    First,
    /// The later one.
    Second,
}

impl ZoneName {
    /// Checks `name` against the bundled database.
    pub fn parse(name: &str) -> Result<Self, ZoneError> {
        match TimeZone::get(name) {
            Ok(_) if name.chars().next().is_some_and(|c| c.is_ascii_alphabetic()) => {
                Ok(Self(name.to_owned()))
            }
            _ => Err(ZoneError::Unknown(name.to_owned())),
        }
    }

    /// The IANA name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The zone's rules.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.0).unwrap_or(TimeZone::UTC)
    }

    /// The local date and time at `moment`.
    pub fn local(&self, moment: Moment) -> DateTime {
        self.zone().to_datetime(moment.timestamp())
    }

    /// The moment of a local time. A time that the clock jumps over is refused;
    /// one that it shows twice needs a `fold`.
    pub fn resolve(&self, local: DateTime, fold: Option<Fold>) -> Result<Moment, ZoneError> {
        let at = |offset: jiff::tz::Offset| {
            offset.to_timestamp(local).map(Moment::from).map_err(|_| ZoneError::Range(local))
        };
        match self.zone().to_ambiguous_zoned_datetime(local).offset() {
            AmbiguousOffset::Unambiguous { offset } => at(offset),
            AmbiguousOffset::Gap { before, after } => {
                Err(ZoneError::Gap { local, zone: self.0.clone(), before: at(after)?, after: at(before)? })
            }
            AmbiguousOffset::Fold { before, after } => match fold {
                Some(Fold::First) => at(before),
                Some(Fold::Second) => at(after),
                None => Err(ZoneError::Overlap {
                    local,
                    zone: self.0.clone(),
                    first: at(before)?,
                    second: at(after)?,
                }),
            },
        }
    }
}

impl TryFrom<String> for ZoneName {
    type Error = ZoneError;

    fn try_from(name: String) -> Result<Self, ZoneError> {
        Self::parse(&name)
    }
}

impl From<ZoneName> for String {
    fn from(zone: ZoneName) -> Self {
        zone.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn london() -> ZoneName {
        ZoneName::parse("Europe/London").unwrap()
    }

    #[test]
    fn unknown_zone_is_refused() {
        assert_eq!(ZoneName::parse("Europe/Atlantis"), Err(ZoneError::Unknown("Europe/Atlantis".into())));
        assert!(ZoneName::parse("").is_err());
    }

    #[test]
    fn a_local_time_in_the_spring_gap_is_refused_with_both_neighbours() {
        let local = "2026-03-29T01:30:00".parse().unwrap();
        let Err(ZoneError::Gap { before, after, .. }) = london().resolve(local, Some(Fold::First)) else {
            panic!("a gap was expected");
        };
        assert_eq!(before.to_string(), "2026-03-29T00:30:00Z");
        assert_eq!(after.to_string(), "2026-03-29T01:30:00Z");
    }

    #[test]
    fn a_local_time_in_the_autumn_overlap_needs_a_fold() {
        let local = "2026-10-25T01:30:00".parse().unwrap();
        assert!(matches!(london().resolve(local, None), Err(ZoneError::Overlap { .. })));
        assert_eq!(london().resolve(local, Some(Fold::First)).unwrap().to_string(), "2026-10-25T00:30:00Z");
        assert_eq!(london().resolve(local, Some(Fold::Second)).unwrap().to_string(), "2026-10-25T01:30:00Z");
    }

    #[test]
    fn moments_are_held_within_the_years_that_can_be_written() {
        assert_eq!(Moment::from_micros(i64::MAX), Moment::MAX);
        assert_eq!(Moment::from_micros(i64::MIN), Moment::MIN);
        assert_eq!(Moment::MIN.to_string(), "0001-01-01T00:00:00Z");
    }
}

//! Dates as WordPress writes them. `0000-00-00 00:00:00` and a year before 1 mean "never".

use domain::Moment;
use jiff::civil::DateTime;
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::tz::Offset;

/// The words are no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoDate;

/// A date that was never set.
fn is_never(value: &str) -> bool {
    value.is_empty() || value.starts_with("0000-00-00") || value.contains("-0001")
}

/// `2009-05-18 03:00:31`. `Ok(None)` is "never", `Err` no date.
pub(crate) fn civil(value: &str) -> Result<Option<DateTime>, NoDate> {
    if is_never(value) {
        return Ok(None);
    }
    let date = value.parse::<DateTime>().map_err(|_| NoDate)?;
    if date.year() < 1 { Err(NoDate) } else { Ok(Some(date)) }
}

/// The same, in UTC.
pub(crate) fn gmt(value: &str) -> Result<Option<Moment>, NoDate> {
    let Some(date) = civil(value)? else { return Ok(None) };
    Offset::UTC.to_timestamp(date).map(|t| Some(Moment::from(t))).map_err(|_| NoDate)
}

/// `Sat, 16 Oct 2010 20:53:18 +0000` (RFC 822); a wrong day of the week is not minded.
pub(crate) fn rfc_822(value: &str) -> Result<Option<Moment>, NoDate> {
    const PARSER: DateTimeParser = DateTimeParser::new().relaxed_weekday(true);
    if is_never(value) {
        return Ok(None);
    }
    PARSER.parse_timestamp(value).map(|t| Some(Moment::from(t))).map_err(|_| NoDate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read() {
        let moment = gmt("2009-05-18 03:00:31").unwrap().unwrap();
        assert_eq!(moment.to_string(), "2009-05-18T03:00:31Z");
        assert_eq!(rfc_822("Fri, 18 May 2009 05:00:31 +0200"), Ok(Some(moment)));
        assert_eq!(civil("2009-05-18 03:00:31").unwrap().unwrap().to_string(), "2009-05-18T03:00:31");
    }

    #[test]
    fn never_is_no_date_and_no_error() {
        assert_eq!(gmt("0000-00-00 00:00:00"), Ok(None));
        assert_eq!(rfc_822("Mon, 30 Nov -0001 00:00:00 +0000"), Ok(None));
        assert_eq!(civil(""), Ok(None));
    }

    #[test]
    fn what_is_no_date_is_an_error() {
        assert_eq!(gmt("yesterday"), Err(NoDate));
        assert_eq!(civil("2009-02-30 03:00:31"), Err(NoDate));
        assert_eq!(rfc_822("soon"), Err(NoDate));
    }
}

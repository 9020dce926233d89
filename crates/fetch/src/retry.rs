//! When a host asks to come back: `Retry-After` (RFC 9110 §10.2.3), in seconds or as a moment, which is
//! compared with the answer's own `Date`, so that no clock of ours is asked.

use std::time::Duration;

use jiff::fmt::rfc2822;
use reqwest::{
    StatusCode,
    header::{DATE, HeaderMap, HeaderName, RETRY_AFTER},
};

/// How long to wait where a host asks for patience without a number.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long an answer asks to wait; none where it asks for no patience.
pub(crate) fn asked(status: StatusCode, headers: &HeaderMap) -> Option<Duration> {
    if !matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        return None;
    }
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(after) = text(RETRY_AFTER).map(str::trim) else { return Some(PATIENCE) };
    if let Ok(seconds) = after.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = |text: &str| rfc2822::parse(text).ok().map(|zoned| zoned.timestamp());
    let wait = moment(after).zip(text(DATE).and_then(moment)).map(|(then, now)| now.until(then));
    Some(wait.and_then(Result::ok).and_then(|span| Duration::try_from(span).ok()).unwrap_or(PATIENCE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(status: u16, headers: &[(HeaderName, &str)]) -> Option<u64> {
        let headers = headers.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        asked(StatusCode::from_u16(status).unwrap(), &headers).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds_and_moments_are_understood() {
        assert_eq!(wait(429, &[(RETRY_AFTER, "7")]), Some(7));
        let date = (DATE, "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(wait(503, &[(RETRY_AFTER, "Sun, 06 Nov 1994 08:50:07 GMT"), date.clone()]), Some(30));
        // Past, without the other clock, or no words at all.
        for after in ["Sun, 06 Nov 1994 08:40:00 GMT", "soon", ""] {
            assert_eq!(wait(503, &[(RETRY_AFTER, after), date.clone()]), Some(PATIENCE.as_secs()), "{after}");
        }
        assert_eq!(wait(503, &[]), Some(PATIENCE.as_secs()));
        assert_eq!(wait(404, &[(RETRY_AFTER, "7")]), None);
    }
}

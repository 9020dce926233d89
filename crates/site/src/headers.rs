//! The one place that makes HTTP headers: caching, validators, and law 7's protection.
//!
//! `Last-Modified` is told, but no request is answered 304 by its date: a withdrawn card
//! leaves a front without making anything on it newer, and law 4 forbids the old bytes.
//! The strong `ETag` is of the bytes and cannot err.

use bytes::Bytes;
use domain::Moment;
use http::{
    HeaderMap, HeaderName, HeaderValue, Response, StatusCode,
    header::{
        ALLOW, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
        IF_NONE_MATCH, LAST_MODIFIED, LOCATION, REFERRER_POLICY, RETRY_AFTER, VARY, X_CONTENT_TYPE_OPTIONS,
    },
};

use crate::answer::{Answer, CachePolicy};

/// What every answer carries besides its own headers.
const PROTECTION: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
             magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
        ),
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// Law 7's policy: the portal's own files alone, and of inline scripts the one that the
/// theme puts into every page, by its hash.
#[derive(Clone, Debug)]
pub struct Policy(HeaderValue);

impl Policy {
    /// `boot_hash` is `sha256-…` of the inline script (CSP 3 §2.3.1), in base64.
    pub fn new(boot_hash: &str) -> Self {
        let policy = format!(
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
             script-src 'self' '{boot_hash}'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
             base-uri 'none'; frame-ancestors 'none'"
        );
        // Base64 is ASCII; what could not be a header would allow no script at all.
        Self(HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'")))
    }
}

/// The methods that readers' addresses answer.
const READING: HeaderValue = HeaderValue::from_static("GET, HEAD");

/// The response to a request with the headers `asked`, at `now`. `head` leaves out the
/// body and nothing else (RFC 9110 §9.3.2).
pub fn respond(
    answer: Answer,
    policy: &Policy,
    asked: &HeaderMap,
    head: bool,
    now: Moment,
) -> Response<Bytes> {
    let mut headers = HeaderMap::new();
    headers.extend(PROTECTION);
    headers.insert(CONTENT_SECURITY_POLICY, policy.0.clone());
    headers.insert(CACHE_CONTROL, cache_control(answer.policy));
    if answer.by_language {
        headers.insert(VARY, HeaderValue::from_static("Accept-Language"));
    }
    if answer.status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(ALLOW, READING);
    }
    if let Some(seconds) = answer.retry_after {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    // Locations are made by `press::urls`, percent-encoded; the conversion cannot fail.
    if let Some(location) = answer.location.as_deref().and_then(|path| HeaderValue::try_from(path).ok()) {
        headers.insert(LOCATION, location);
    }
    let etag = (answer.policy != CachePolicy::NoStore && answer.status == StatusCode::OK)
        .then(|| entity_tag(&answer.body));
    if let Some(etag) = &etag {
        headers.insert(ETAG, etag.clone());
        if is_held(asked, etag) {
            return response(StatusCode::NOT_MODIFIED, headers, Bytes::new());
        }
    }
    describe_body(&mut headers, &answer, now);
    let body = if head { Bytes::new() } else { answer.body };
    response(answer.status, headers, body)
}

fn response(status: StatusCode, headers: HeaderMap, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn describe_body(headers: &mut HeaderMap, answer: &Answer, now: Moment) {
    headers.insert(CONTENT_LENGTH, HeaderValue::from(answer.body.len()));
    if !answer.body.is_empty() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(answer.content_type));
        let language = answer.language.as_ref().and_then(|tag| HeaderValue::try_from(tag.as_str()).ok());
        headers.extend(language.map(|language| (CONTENT_LANGUAGE, language)));
    }
    let modified = answer.facts.as_ref().and_then(|facts| facts.modified);
    if answer.status == StatusCode::OK
        && let Some(modified) = modified
        && let Ok(date) = HeaderValue::try_from(http_date(modified.min(now)))
    {
        headers.insert(LAST_MODIFIED, date);
    }
}

const fn cache_control(policy: CachePolicy) -> HeaderValue {
    HeaderValue::from_static(match policy {
        CachePolicy::Page => "no-cache",
        CachePolicy::Static => "public, max-age=31536000, immutable",
        CachePolicy::Media => "public, max-age=3600",
        CachePolicy::NoStore => "no-store",
    })
}

/// A date as HTTP writes it (RFC 9110 §5.6.7), the second it lies in.
fn http_date(moment: Moment) -> String {
    moment.timestamp().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// A strong validator: half of the bytes' BLAKE3 hash.
fn entity_tag(body: &[u8]) -> HeaderValue {
    let hash = blake3::hash(body).to_hex();
    let quoted = format!("\"{}\"", hash.chars().take(32).collect::<String>());
    HeaderValue::try_from(quoted).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Whether the asker holds these bytes: weak comparison with a list of entity tags, or
/// `*` (RFC 9110 §13.1.2).
fn is_held(asked: &HeaderMap, etag: &HeaderValue) -> bool {
    let Ok(etag) = etag.to_str() else { return false };
    asked.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok()).any(|list| {
        // A comma may stand inside a foreign tag, but none stands inside ours: a piece of
        // a foreign one cannot equal it.
        list.trim() == "*"
            || list.split(',').map(str::trim).any(|tag| tag.strip_prefix("W/").unwrap_or(tag) == etag)
    })
}

#[cfg(test)]
mod tests;

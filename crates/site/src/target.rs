//! A request's target: its path, percent-decoded once, and its query. What no address can
//! hold is refused here, before anything looks at it.
//!
//! Not here: what lies at an address (`route`), and imported addresses, which are compared
//! by rules of their own (`domain::OldAddress`).

/// Longest path, and longest query, in bytes as they were sent.
pub const MAX_BYTES: usize = 4_096;

/// Why a target was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// Path or query has more than [`MAX_BYTES`] (RFC 9110 §15.5.15).
    #[error("the path or the query has more than {MAX_BYTES} bytes")]
    TooLong,
    /// A `%` without two hexadecimal digits (RFC 3986 §2.1).
    #[error("a percent sign is not followed by two hexadecimal digits")]
    BadEncoding,
    /// Bytes that are no UTF-8, control characters, dot segments or empty segments: no
    /// page has such an address.
    #[error("no address holds this")]
    Nowhere,
}

/// A path and a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    segments: Vec<String>,
    final_slash: bool,
    query: String,
}

impl Target {
    /// Splits `path` at its slashes, then decodes each segment once: an encoded slash
    /// stays inside its segment. `query` is without its question mark.
    pub fn parse(path: &str, query: &str) -> Result<Self, TargetError> {
        if path.len() > MAX_BYTES || query.len() > MAX_BYTES {
            return Err(TargetError::TooLong);
        }
        let path = path.strip_prefix('/').ok_or(TargetError::Nowhere)?;
        if path.is_empty() {
            return Ok(Self { segments: Vec::new(), final_slash: true, query: query.to_owned() });
        }
        let (path, final_slash) = path.strip_suffix('/').map_or((path, false), |inner| (inner, true));
        let segments: Result<_, _> = path.split('/').map(segment).collect();
        Ok(Self { segments: segments?, final_slash, query: query.to_owned() })
    }

    /// The decoded segments, outermost first; none for `/`.
    pub fn segments(&self) -> Vec<&str> {
        self.segments.iter().map(String::as_str).collect()
    }

    /// The decoded path without a final slash, as tags and old addresses are compared;
    /// empty for `/`.
    pub fn compared_path(&self) -> String {
        self.segments.iter().flat_map(|segment| ["/", segment]).collect()
    }

    /// Whether the path ends in a slash; `/` does.
    pub const fn has_final_slash(&self) -> bool {
        self.final_slash
    }

    /// The decoded value of the query's first parameter called `name`. None where it is
    /// absent, and where it cannot be decoded.
    pub fn parameter(&self, name: &str) -> Option<Result<String, TargetError>> {
        self.raw_parameter(name).map(decoded)
    }

    /// The same for what a form sends: a plus sign is a blank, and control characters are
    /// let through (URL Standard, `application/x-www-form-urlencoded`).
    pub fn form_value(&self, name: &str) -> Option<Result<String, TargetError>> {
        self.raw_parameter(name).map(|raw| decoded_bytes(&raw.replace('+', " ")))
    }

    fn raw_parameter(&self, name: &str) -> Option<&str> {
        self.query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (key == name).then_some(value)
        })
    }
}

fn segment(raw: &str) -> Result<String, TargetError> {
    let text = decoded(raw)?;
    if matches!(text.as_str(), "" | "." | "..") { Err(TargetError::Nowhere) } else { Ok(text) }
}

fn decoded(raw: &str) -> Result<String, TargetError> {
    let text = decoded_bytes(raw)?;
    if text.contains(char::is_control) { Err(TargetError::Nowhere) } else { Ok(text) }
}

fn decoded_bytes(raw: &str) -> Result<String, TargetError> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| byte.and_then(|b| char::from(b).to_digit(16));
            let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
                return Err(TargetError::BadEncoding);
            };
            bytes.push(u8::try_from(high * 16 + low).map_err(|_| TargetError::BadEncoding)?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).map_err(|_| TargetError::Nowhere)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_decoded_once_and_keeps_an_encoded_slash() {
        let target = Target::parse("/en/post/%D0%B0%2F%2541", "").unwrap();
        assert_eq!(target.segments(), ["en", "post", "а/%41"]);
        assert!(!target.has_final_slash());
    }

    #[test]
    fn the_root_has_a_final_slash_and_no_segment() {
        let target = Target::parse("/", "").unwrap();
        assert_eq!((target.segments().len(), target.has_final_slash()), (0, true));
    }

    #[test]
    fn bad_percent_encoding_is_told_from_what_lies_nowhere() {
        for bad in ["/%", "/%4", "/%zz", "/a/%+1"] {
            assert_eq!(Target::parse(bad, ""), Err(TargetError::BadEncoding), "{bad}");
        }
        for nowhere in
            ["/..", "/en/../etc", "/en/%2e%2E/x", "/en//post", "//", "/%00", "/a%0Ab", "/%ff", "/%C2%85", ""]
        {
            assert_eq!(Target::parse(nowhere, ""), Err(TargetError::Nowhere), "{nowhere}");
        }
    }

    #[test]
    fn four_kibibytes_are_the_limit_of_path_and_query() {
        let path = format!("/{}", "a".repeat(MAX_BYTES - 1));
        assert!(Target::parse(&path, &"q".repeat(MAX_BYTES)).is_ok());
        assert_eq!(Target::parse(&format!("{path}a"), ""), Err(TargetError::TooLong));
        assert_eq!(Target::parse("/", &"q".repeat(MAX_BYTES + 1)), Err(TargetError::TooLong));
    }

    #[test]
    fn the_first_parameter_of_a_name_counts() {
        let target = Target::parse("/en/world/", "x=1&before=a%2Eb&before=c").unwrap();
        assert_eq!(target.parameter("before"), Some(Ok("a.b".to_owned())));
        assert_eq!(target.parameter("after"), None);
        let target = Target::parse("/en/world/", "before=%").unwrap();
        assert_eq!(target.parameter("before"), Some(Err(TargetError::BadEncoding)));
    }
}

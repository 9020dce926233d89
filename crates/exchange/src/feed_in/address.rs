//! Addresses within a feed, which may be relative.

use url::Url;

/// `address` as it is meant within `base`; as it stands where either is none.
pub(crate) fn resolved(base: &str, address: &str) -> String {
    let address = address.trim();
    if address.is_empty() || base.is_empty() || Url::parse(address).is_ok() {
        return address.to_owned();
    }
    let joined = Url::parse(base).ok().and_then(|base| base.join(address).ok());
    joined.map_or_else(|| address.to_owned(), String::from)
}

/// Whether a reader can open it.
pub(super) fn is_web(address: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme)))
}

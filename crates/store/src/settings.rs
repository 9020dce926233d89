//! The portal's settings: their keys and what holds where nothing is set.

/// The paper's name.
pub(crate) const NAME: &str = "portal.name";
/// Its zone.
pub(crate) const TIME_ZONE: &str = "portal.time_zone";
/// Where its absolute addresses begin.
pub(crate) const BASE_URL: &str = "portal.base_url";
/// Its accent colour.
pub(crate) const ACCENT: &str = "portal.accent";
/// Its reuse rule.
pub(crate) const REUSE_RULE: &str = "portal.reuse_rule";

/// The value of a portal setting that nobody has set.
pub(crate) fn default_of(key: &str) -> &'static str {
    match key {
        NAME => "Masthead",
        TIME_ZONE => "UTC",
        BASE_URL => "http://localhost:8080",
        ACCENT => "#8c1c13",
        _ => "",
    }
}

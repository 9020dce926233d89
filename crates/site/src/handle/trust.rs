//! What the portal says of itself to machines: `/trust.txt` (JournalList's specification
//! 1.1) and the reservation of rights against text and data mining (W3C's TDMRep).

use std::fmt::Write as _;

use domain::{Edition, Tag};
use press::{PageFacts, reuse_rule};
use store::Frame;

use crate::{
    answer::{Answer, JSON, TEXT},
    visit::Visit,
};

/// The variables that stand for themselves: those of trust.txt and the settings that they
/// are kept in.
const VARIABLES: [(&str, &str); 3] =
    [("belongto", "trust.belongto"), ("disclosure", "trust.disclosure"), ("contact", "trust.contact")];
/// Whether machines may learn from the texts: `yes` or `no`.
const TRAINING: &str = "trust.datatrainingallowed";
/// Settings of the portal's pages elsewhere, the network's name behind it.
const SOCIAL: &str = "social.";
/// Networks that are shops for apps.
const SHOPS: [&str; 4] = ["app_store", "google_play", "app-store", "google-play"];

/// `/trust.txt`; none while nothing is said.
pub(super) fn trust_txt(visit: &Visit<'_>) -> Option<Answer> {
    let body = statements(visit.snap.frame());
    (!body.is_empty()).then(|| Answer::file(TEXT, body, facts(visit)))
}

/// `/.well-known/tdmrep.json`. Rights are reserved where the settings forbid learning, or
/// where there are terms of reuse and the settings do not allow it; none where neither says
/// anything.
pub(super) fn tdm_rep(visit: &Visit<'_>) -> Option<Answer> {
    let reserved = reservation(visit.snap.frame())?;
    let body = format!("[{{\"location\":\"/\",\"tdm-reservation\":{}}}]\n", u8::from(reserved));
    Some(Answer::file(JSON, body, facts(visit)))
}

/// Settings are the portal's, terms of reuse an edition's too.
fn facts(visit: &Visit<'_>) -> PageFacts {
    let editions = visit.snap.frame().editions.iter().map(|edition| Tag::Edition(edition.code.clone()));
    PageFacts::new(visit.snap.position(), editions.chain([Tag::Portal]).collect())
}

fn statements(frame: &Frame) -> String {
    let mut body = String::new();
    // Writing into a string cannot fail.
    for (variable, setting) in VARIABLES {
        for value in frame.settings.get(setting).into_iter().flat_map(|value| words(value)) {
            let _ = writeln!(body, "{variable}={value}");
        }
    }
    let mut social: Vec<_> = frame.settings.iter().filter(|(key, _)| is_social(key, frame)).collect();
    // An account that serves all editions is named once.
    social.sort_by_key(|(_, value)| value.as_str());
    social.dedup_by_key(|(_, value)| value.as_str());
    for value in social.into_iter().flat_map(|(_, value)| words(value)) {
        let _ = writeln!(body, "social={value}");
    }
    if let Some(value) =
        frame.settings.get(TRAINING).map(String::as_str).filter(|v| ["yes", "no"].contains(v))
    {
        let _ = writeln!(body, "datatrainingallowed={value}");
    }
    body
}

/// Addresses hold no white space, and a line holds one.
fn words(value: &str) -> std::str::SplitWhitespace<'_> {
    value.split_whitespace()
}

/// Whether a setting names an account that readers of an open edition are shown.
fn is_social(key: &str, frame: &Frame) -> bool {
    let Some(network) = key.strip_prefix(SOCIAL) else { return false };
    let (network, edition) = network.split_once('.').map_or((network, None), |(n, e)| (n, Some(e)));
    let shown = |code: &str| frame.edition(code).is_some_and(|edition| edition.open);
    !SHOPS.contains(&network) && edition.is_none_or(shown)
}

fn reservation(frame: &Frame) -> Option<bool> {
    match frame.settings.get(TRAINING).map(String::as_str) {
        Some("yes") => Some(false),
        Some("no") => Some(true),
        _ => has_terms(frame).then_some(true),
    }
}

fn has_terms(frame: &Frame) -> bool {
    let terms = |edition: &Edition| reuse_rule(frame, edition).is_some();
    frame.editions.iter().filter(|edition| edition.open).any(terms)
}

//! Hosts that do not answer: after some failures one after another nobody asks them for a while, so that
//! a dead host is not waited for once a picture.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// Failures one after another that end it.
const PATIENCE: u32 = 3;

/// How often each host failed since it last answered, and why.
#[derive(Debug, Default)]
pub(super) struct Hosts(Mutex<HashMap<String, (u32, String)>>);

impl Hosts {
    /// Why a host is not asked.
    pub(super) fn given_up(&self, url: &str) -> Option<String> {
        let hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hosts.get(host(url)).filter(|(failures, _)| *failures >= PATIENCE).map(|(_, why)| why.clone())
    }

    /// It answered.
    pub(super) fn answered(&self, url: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(host(url));
    }

    /// All are asked again.
    pub(super) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// It did not.
    pub(super) fn failed(&self, url: &str, why: &str) {
        let mut hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (failures, last) = hosts.entry(host(url).to_owned()).or_default();
        *failures += 1;
        why.clone_into(last);
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_given_up_after_some_failures_one_after_another() {
        let (hosts, url) = (Hosts::default(), "http://a.example/a.jpg");
        for _ in 0..2 {
            hosts.failed(url, "slow");
            hosts.failed("http://a.example/b.jpg", "slow");
            assert_eq!(hosts.given_up(url), None);
            hosts.answered(url);
        }
        (0..3).for_each(|_| hosts.failed(url, "slow"));
        assert_eq!(hosts.given_up("http://a.example?c").as_deref(), Some("slow"));
        assert_eq!(hosts.given_up("http://b.example/a.jpg"), None);
    }
}

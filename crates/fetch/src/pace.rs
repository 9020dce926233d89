//! Turns: how many requests are under way in all and to one host, and when the next to a host may begin.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, sleep_until},
};

use crate::limits::Limits;

/// Hosts that are remembered before those at rest are forgotten.
const MANY: usize = 1_000;

/// The turns of all hosts.
#[derive(Debug)]
pub(crate) struct Pace {
    all: Arc<Semaphore>,
    a_host: usize,
    pause: Duration,
    hosts: Mutex<HashMap<String, Arc<Host>>>,
}

#[derive(Debug)]
struct Host {
    turns: Arc<Semaphore>,
    /// When the next request may begin.
    next: Mutex<Instant>,
}

/// Somebody's turn; it ends with this value.
#[derive(Debug)]
pub(crate) struct Turn {
    _host: OwnedSemaphorePermit,
    _all: OwnedSemaphorePermit,
}

impl Pace {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            all: Arc::new(Semaphore::new(limits.at_once.max(1))),
            a_host: limits.at_once_a_host.max(1),
            pause: limits.pause,
            hosts: Mutex::default(),
        }
    }

    /// Waits for the turn of a request to `host`. None only where the runtime ends.
    pub(crate) async fn turn(&self, host: &str) -> Option<Turn> {
        let host = self.host(host);
        let own = Arc::clone(&host.turns).acquire_owned().await.ok()?;
        let begin = {
            let mut next = host.next.lock().unwrap_or_else(PoisonError::into_inner);
            let begin = (*next).max(Instant::now());
            *next = begin + self.pause;
            begin
        };
        sleep_until(begin).await;
        // Last, so that waiting for one host keeps nobody from another.
        let all = Arc::clone(&self.all).acquire_owned().await.ok()?;
        Some(Turn { _host: own, _all: all })
    }

    /// Nobody asks `host` before `wait` is over.
    pub(crate) fn rest(&self, host: &str, wait: Duration) {
        let host = self.host(host);
        let mut next = host.next.lock().unwrap_or_else(PoisonError::into_inner);
        *next = (*next).max(Instant::now() + wait);
    }

    fn host(&self, name: &str) -> Arc<Host> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= MANY && !hosts.contains_key(name) {
            let now = Instant::now();
            hosts.retain(|_, host| {
                let next = *host.next.lock().unwrap_or_else(PoisonError::into_inner);
                Arc::strong_count(host) > 1 || next > now
            });
        }
        let new = || {
            let turns = Arc::new(Semaphore::new(self.a_host));
            Arc::new(Host { turns, next: Mutex::new(Instant::now()) })
        };
        Arc::clone(hosts.entry(name.to_owned()).or_insert_with(new))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(at_once: usize, at_once_a_host: usize, pause: Duration) -> Limits {
        Limits { at_once, at_once_a_host, pause, ..Limits::default() }
    }

    #[tokio::test(start_paused = true)]
    async fn requests_to_one_host_begin_a_pause_apart_and_others_do_not_wait() {
        let pace = Pace::new(&limits(9, 9, Duration::from_secs(1)));
        let began = Instant::now();
        let mut turns = Vec::new();
        for seconds in 0..3 {
            turns.push(pace.turn("a").await.unwrap());
            assert_eq!(began.elapsed(), Duration::from_secs(seconds));
        }
        turns.push(pace.turn("b").await.unwrap());
        assert_eq!(began.elapsed(), Duration::from_secs(2));
        pace.rest("b", Duration::from_secs(30));
        turns.push(pace.turn("b").await.unwrap());
        assert_eq!(began.elapsed(), Duration::from_secs(32));
    }

    #[tokio::test(start_paused = true)]
    async fn more_than_may_be_at_once_wait_for_an_end() {
        let pace = Pace::new(&limits(3, 2, Duration::ZERO));
        let (first, _second) = (pace.turn("a").await.unwrap(), pace.turn("a").await.unwrap());
        let waits = |host| tokio::time::timeout(Duration::from_secs(9), pace.turn(host));
        assert!(waits("a").await.is_err(), "a third to one host");
        let _third = pace.turn("b").await.unwrap();
        assert!(waits("c").await.is_err(), "a fourth in all");
        drop(first);
        assert!(waits("a").await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn hosts_at_rest_are_forgotten() {
        let pace = Pace::new(&limits(1, 1, Duration::ZERO));
        for host in 0..MANY * 3 {
            pace.turn(&host.to_string()).await.unwrap();
        }
        assert!(pace.hosts.lock().unwrap().len() <= MANY);
    }
}

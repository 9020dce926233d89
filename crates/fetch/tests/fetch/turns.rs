//! Politeness, as a host sees it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use fetch::{Cause, Limits};

use crate::{
    cause, fetcher, limits,
    server::{Server, answer},
};

/// A server that asks for patience until it was asked this often.
async fn impatient(until: u32, after: &'static str) -> (Server, Arc<AtomicU32>) {
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    let server = Server::start(move |_| match count.fetch_add(1, Ordering::SeqCst) {
        n if n < until => answer(&format!("429 Slow down\r\nRetry-After: {after}\r\nContent-Length: 0"), ""),
        _ => answer("200 OK\r\nContent-Length: 4", "well"),
    })
    .await;
    (server, asked)
}

#[tokio::test]
async fn a_host_that_asks_to_come_back_is_asked_again_then() {
    let (server, asked) = impatient(1, "1").await;
    let began = Instant::now();
    let fetched = fetcher(&server, limits()).get(&server.url("/")).await.unwrap();
    assert_eq!(&fetched.bytes[..], b"well");
    assert!(began.elapsed() >= Duration::from_secs(1));
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn who_asks_for_too_much_patience_or_too_often_is_left_for_another_time() {
    let (server, asked) = impatient(9, "3600").await;
    let error = fetcher(&server, limits()).get(&server.url("/")).await.unwrap_err();
    assert_eq!(error.cause, Cause::Later(Duration::from_secs(3_600)));
    assert!(error.may_pass());
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    let (server, asked) = impatient(9, "0").await;
    assert_eq!(cause(&fetcher(&server, limits()), &server.url("/")).await, Cause::Later(Duration::ZERO));
    assert_eq!(asked.load(Ordering::SeqCst), limits().tries);
}

#[tokio::test]
async fn requests_to_a_host_begin_apart() {
    let server = Server::start(|_| answer("200 OK\r\nContent-Length: 0", "")).await;
    let fetcher = fetcher(&server, Limits { pause: Duration::from_millis(50), ..limits() });
    let began = Instant::now();
    for _ in 0..4 {
        fetcher.get(&server.url("/")).await.unwrap();
    }
    assert!(began.elapsed() >= Duration::from_millis(150));
}

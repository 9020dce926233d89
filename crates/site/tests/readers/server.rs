//! The server over real sockets.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use site::{Limits, serve};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

use crate::house::House;

struct Running {
    addr: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
    _house: House,
}

async fn run(limits: Limits) -> Running {
    let house = House::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addr = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let site = Arc::clone(&house.site);
    let served = tokio::spawn(serve(site, listener, limits, async {
        // A dropped sender stops the server too.
        let _ = stopped.await;
    }));
    Running { addr, stop, served, _house: house }
}

/// Runs a blocking client beside the server.
async fn beside<T: Send + 'static>(client: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(client).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn raw_targets_reach_the_routes_as_they_were_sent() {
    let running = run(Limits::default()).await;
    let addr = running.addr;
    for (path, status) in
        [("/en/", 200), ("/en/../x", 404), ("/en/%zz", 400), ("/en/%00", 404), ("/healthz", 200)]
    {
        let response = beside(move || rig::http::get(addr, path, &[]).unwrap()).await;
        assert_eq!(response.status, status, "{path}");
    }
    let head = beside(move || rig::http::request(addr, "HEAD", "/en/", &[], &[]).unwrap()).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_ne!(head.header("content-length"), Some("0"));
    let post = beside(move || rig::http::request(addr, "POST", "/en/", &[], b"a=b").unwrap()).await;
    assert_eq!((post.status, post.header("allow")), (405, Some("GET, HEAD")));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_http_and_what_is_too_large_is_refused() {
    let running = run(Limits::default()).await;
    let addr = running.addr;
    let garbage = beside(move || rig::http::exchange(addr, b"\x16\x03\x01 no http\r\n\r\n").unwrap()).await;
    assert!(garbage.is_empty() || garbage.starts_with(b"HTTP/1.1 400"), "{garbage:?}");
    let cookie = "c".repeat(40 * 1_024);
    let large = beside(move || rig::http::get(addr, "/en/", &[("Cookie", &cookie)]).unwrap()).await;
    assert_eq!(large.status, 431);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_asks_for_nothing_is_closed() {
    let running = run(Limits { head_time: Duration::from_millis(200), ..Limits::default() }).await;
    let addr = running.addr;
    // "P" could still become HTTP/2's preface; nothing but a limit ends the wait.
    for begun in [b"".as_slice(), b"P", b"GET /en/ HTTP/1.1\r\nHost: a\r\n"] {
        let closed = beside(move || rig::http::exchange(addr, begun)).await;
        // Closed with bytes of the client unread, a connection is reset. A client that
        // waits in vain gets another error, and an answer would be one too many.
        match closed {
            Ok(answer) => assert!(!answer.starts_with(b"HTTP/1.1 200"), "{begun:?}: {answer:?}"),
            Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset, "{begun:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_was_answered_and_asks_no_more_is_closed() {
    let running = run(Limits { head_time: Duration::from_millis(200), ..Limits::default() }).await;
    let addr = running.addr;
    let request = b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
    let answer = beside(move || rig::http::exchange(addr, request).unwrap()).await;
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"), "{answer:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn http_2_is_spoken_to_whoever_begins_with_its_preface() {
    let running = run(Limits::default()).await;
    let addr = running.addr;
    // RFC 9113 §3.4: the preface with empty SETTINGS; then GOAWAY, so that the server closes.
    let begun = [
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".as_slice(),
        b"\0\0\0\x04\0\0\0\0\0",
        b"\0\0\x08\x07\0\0\0\0\0\0\0\0\0\0\0\0\0",
    ]
    .concat();
    let answer = beside(move || rig::http::exchange(addr, &begun).unwrap()).await;
    assert_eq!(answer.get(3), Some(&4), "its first frame is SETTINGS: {answer:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_server_ends_and_accepts_no_more() {
    let running = run(Limits::default()).await;
    let addr = running.addr;
    assert_eq!(beside(move || rig::http::get(addr, "/en/", &[]).unwrap().status).await, 200);
    running.stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(5), running.served).await.unwrap().unwrap();
    assert!(beside(move || rig::http::get(addr, "/en/", &[]).is_err()).await);
}

//! Answers: whole ones, and all the ways in which they may not be.

use std::{
    io::Write as _,
    time::{Duration, Instant},
};

use fetch::{Cause, Limits};
use flate2::{Compression, write::GzEncoder};

use crate::{
    cause, fetcher, limits,
    server::{Says, Server, answer, redirect},
};

fn zipped(length: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b'a'; length]).unwrap();
    encoder.finish().unwrap()
}

fn zipped_answer(length: usize) -> Says {
    let body = zipped(length);
    let head = format!("200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}", body.len());
    answer(&head, body)
}

#[tokio::test]
async fn what_lies_at_an_address_comes_whole_with_its_type() {
    let server = Server::start(|request| {
        assert!(request.starts_with("GET /a%20b.jpg?c HTTP/1.1\r\n"), "{request}");
        assert!(request.to_ascii_lowercase().contains("user-agent: masthead/"), "{request}");
        answer("200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 5", "bytes")
    })
    .await;
    let url = server.url("/a b.jpg?c");
    let fetched = fetcher(&server, limits()).get(&url).await.unwrap();
    assert_eq!(fetched.url, server.url("/a%20b.jpg?c"));
    assert_eq!((fetched.content_type.as_deref(), &fetched.bytes[..]), (Some("image/jpeg"), &b"bytes"[..]));
}

#[tokio::test]
async fn a_body_without_a_length_and_one_in_chunks_are_read_to_their_ends() {
    let server = Server::start(|request| match request.contains("/chunks") {
        true => answer("200 OK\r\nTransfer-Encoding: chunked", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
        false => answer("200 OK\r\nConnection: close", "abcde"),
    })
    .await;
    for path in ["/chunks", "/plain"] {
        let fetched = fetcher(&server, limits()).get(&server.url(path)).await.unwrap();
        assert_eq!(&fetched.bytes[..], b"abcde", "{path}");
    }
}

#[tokio::test]
async fn a_zipped_body_is_unpacked_and_a_bomb_is_counted_as_it_unpacks() {
    let server =
        Server::start(|request| zipped_answer(if request.contains("/bomb") { 50_000_000 } else { 900 }))
            .await;
    let fetcher = fetcher(&server, limits());
    assert_eq!(fetcher.get(&server.url("/")).await.unwrap().bytes, vec![b'a'; 900]);
    assert_eq!(cause(&fetcher, &server.url("/bomb")).await, Cause::Bytes(100_000));
}

#[tokio::test]
async fn too_much_is_refused_by_what_is_said_and_by_what_comes() {
    let server = Server::start(|request| match request.contains("/said") {
        true => Says::Drips(
            b"HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n".to_vec(),
            Duration::from_secs(60),
        ),
        false => Says::Endless(b"HTTP/1.1 200 OK\r\n\r\n".to_vec()),
    })
    .await;
    let fetcher = fetcher(&server, limits());
    for path in ["/said", "/sent"] {
        assert_eq!(cause(&fetcher, &server.url(path)).await, Cause::Bytes(100_000), "{path}");
    }
}

#[tokio::test]
async fn a_host_that_lies_about_a_length_gives_nothing_or_what_it_said() {
    let server = Server::start(|request| match request.contains("/short") {
        true => answer("200 OK\r\nContent-Length: 50", "short"),
        false => answer("200 OK\r\nContent-Length: 4", "longer than that"),
    })
    .await;
    let fetcher = fetcher(&server, limits());
    let short = fetcher.get(&server.url("/short")).await.unwrap_err();
    assert!(matches!(short.cause, Cause::Broken(_)) && short.may_pass(), "{short}");
    assert_eq!(&fetcher.get(&server.url("/long")).await.unwrap().bytes[..], b"long");
}

#[tokio::test]
async fn a_host_that_hangs_or_drips_is_left_in_time() {
    let server = Server::start(|request| match request.contains("/hangs") {
        true => Says::Nothing,
        false => Says::Drips(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), Duration::from_millis(20)),
    })
    .await;
    let whole = Duration::from_millis(300);
    let fetcher = fetcher(&server, Limits { whole, ..limits() });
    for path in ["/hangs", "/drips"] {
        let began = Instant::now();
        let error = fetcher.get(&server.url(path)).await.unwrap_err();
        assert!(error.cause == Cause::Time(whole) && error.may_pass(), "{error}");
        assert!(began.elapsed() >= whole && began.elapsed() < Duration::from_secs(5), "{path}");
    }
}

#[tokio::test]
async fn an_answer_that_says_no_is_told_by_its_number() {
    let server = Server::start(|request| {
        let status = request.split(['/', ' ']).nth(2).unwrap();
        answer(&format!("{status} Status\r\nContent-Length: 0"), "")
    })
    .await;
    let fetcher = fetcher(&server, limits());
    for (status, passes) in [(404, false), (403, false), (410, false), (500, true), (502, true), (304, false)]
    {
        let error = fetcher.get(&server.url(&format!("/{status}"))).await.unwrap_err();
        assert_eq!((error.cause.clone(), error.may_pass()), (Cause::Status(status), passes));
        assert_eq!(
            error.to_string(),
            format!("{}: the answer is {status}", server.url(&format!("/{status}")))
        );
    }
}

#[tokio::test]
async fn what_is_no_http_is_broken() {
    let server = Server::start(|_| Says::Bytes(b"SSH-2.0-OpenSSH_9.7\r\n".to_vec())).await;
    let error = fetcher(&server, limits()).get(&server.url("/")).await.unwrap_err();
    assert!(matches!(error.cause, Cause::Broken(_)), "{error}");
    let nobody = server.url("/");
    let fetcher = fetcher(&server, limits());
    drop(server);
    let gone = fetcher.get(&nobody).await.unwrap_err();
    assert!(matches!(gone.cause, Cause::Connection(_) | Cause::Broken(_)) && gone.may_pass(), "{gone}");
}

#[tokio::test]
async fn redirects_are_followed_within_a_bound() {
    let server = Server::start(|request| {
        let number: u32 = request.split(['/', ' ', '?']).nth(2).unwrap().parse().unwrap();
        match number {
            0 => answer("200 OK\r\nContent-Length: 3", "end"),
            // A circle.
            9 => redirect("/9"),
            n => redirect(&format!("{}?from={n}#here", n - 1)),
        }
    })
    .await;
    let fetcher = fetcher(&server, limits());
    let fetched = fetcher.get(&server.url("/3")).await.unwrap();
    assert_eq!((fetched.url, &fetched.bytes[..]), (server.url("/0?from=1#here"), &b"end"[..]));
    for path in ["/4", "/9"] {
        assert_eq!(cause(&fetcher, &server.url(path)).await, Cause::Redirects(3), "{path}");
    }
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_told() {
    let server = Server::start(|_| answer("302 Found\r\nContent-Length: 0", "")).await;
    assert_eq!(cause(&fetcher(&server, limits()), &server.url("/")).await, Cause::Redirect);
}

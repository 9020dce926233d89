//! Addresses that are not asked, whatever leads to them.

use std::net::IpAddr;

use fetch::{Allowed, Cause, Fetcher};

use crate::{
    cause, fetcher, limits,
    server::{Server, answer, redirect},
};

fn private(address: &str) -> Cause {
    Cause::Private(address.parse::<IpAddr>().unwrap())
}

/// A fetcher to which nothing is allowed.
fn closed() -> Fetcher {
    Fetcher::new(limits(), Allowed::default())
}

#[tokio::test]
async fn a_private_address_is_not_asked_however_it_is_written() {
    for (url, address) in [
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://0x7f.1/", "127.0.0.1"),
        ("http://0177.0.0.1/", "127.0.0.1"),
        ("https://[::1]/", "::1"),
        ("http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("http://10.0.0.1/", "10.0.0.1"),
        ("http://[64:ff9b::10.0.0.1]/", "64:ff9b::a00:1"),
    ] {
        assert_eq!(cause(&closed(), url).await, private(address), "{url}");
    }
}

#[tokio::test]
async fn a_name_is_judged_by_what_it_resolves_to() {
    let why = cause(&closed(), "http://localhost/").await;
    assert!(why == private("127.0.0.1") || why == private("::1"), "{why}");
    let server = Server::start(|_| answer("200 OK\r\nContent-Length: 3", "own")).await;
    let named = format!("http://localhost:{}/", server.address.port());
    let fetched = fetcher(&server, limits()).get(&named).await.unwrap();
    assert_eq!(&fetched.bytes[..], b"own");
}

#[tokio::test]
async fn a_redirect_into_the_house_is_not_followed() {
    let server = Server::start(|request| {
        let to = request.split(['/', ' ']).nth(2).unwrap();
        redirect(&format!("http://{to}/"))
    })
    .await;
    let fetcher = fetcher(&server, limits());
    for (to, why) in [
        ("127.0.0.1", private("127.0.0.1")),
        ("[::1]", private("::1")),
        ("169.254.169.254", private("169.254.169.254")),
        ("192.168.1.1", private("192.168.1.1")),
        ("127.0.0.1:22", Cause::Port(22)),
        ("u:p@example.org", Cause::Credentials),
    ] {
        let error = fetcher.get(&server.url(&format!("/{to}"))).await.unwrap_err();
        assert_eq!(error.cause, why, "{to}");
        assert!(!error.may_pass() && !error.url.starts_with(&server.url("")), "{error}");
    }
    let why = cause(&fetcher, &server.url("/localhost")).await;
    assert!(why == private("127.0.0.1") || why == private("::1"), "{why}");
}

#[tokio::test]
async fn an_allowed_address_allows_no_other_port_and_no_other_address() {
    let (server, other) = (
        Server::start(|_| answer("200 OK\r\nContent-Length: 0", "")).await,
        Server::start(|_| answer("200 OK\r\nContent-Length: 0", "")).await,
    );
    let fetcher = fetcher(&server, limits());
    assert!(fetcher.get(&server.url("/")).await.is_ok());
    assert_eq!(cause(&fetcher, &other.url("/")).await, Cause::Port(other.address.port()));
    let neighbour = format!("http://127.0.0.2:{}/", server.address.port());
    assert_eq!(cause(&fetcher, &neighbour).await, private("127.0.0.2"));
}

#[tokio::test]
async fn what_is_no_web_address_is_refused_by_its_reason() {
    let fetcher = closed();
    for (url, why) in [
        ("ftp://example.org/a.jpg", Cause::Scheme("ftp".to_owned())),
        ("file:///etc/passwd", Cause::Scheme("file".to_owned())),
        ("data:image/png;base64,AAAA", Cause::Scheme("data".to_owned())),
        ("http://user@example.org/", Cause::Credentials),
        ("http://example.org:8080/", Cause::Port(8080)),
        ("https://example.org:22/", Cause::Port(22)),
    ] {
        assert_eq!(cause(&fetcher, url).await, why, "{url}");
    }
    for url in ["", "example.org/a.jpg", "http://", "http://a b/", "/a.jpg"] {
        assert!(matches!(cause(&fetcher, url).await, Cause::Address(_)), "{url}");
    }
}

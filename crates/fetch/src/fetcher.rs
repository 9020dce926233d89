//! One fetch: turns, hops, limits.

use std::{
    collections::BTreeMap,
    error::Error,
    fmt,
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use bytes::{Bytes, BytesMut};
use reqwest::{
    Client, Response, Url,
    header::{CONTENT_TYPE, LOCATION},
    redirect::Policy,
};

use crate::{
    address::Allowed,
    error::{Cause, FetchError},
    limits::Limits,
    pace::Pace,
    resolver::{Closed, Resolver},
    retry,
};

/// What hosts are told of who asks.
const AGENT: &str = concat!("Masthead/", env!("CARGO_PKG_VERSION"));

/// What was brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Where it lay at last, behind all redirects.
    pub url: String,
    /// What the host calls it, as it stands. It may be wrong.
    pub content_type: Option<String>,
    /// The body.
    pub bytes: Bytes,
}

/// Brings in what lies elsewhere. Cheap to clone; clones share their turns.
#[derive(Clone)]
pub struct Fetcher(Arc<Inner>);

struct Inner {
    limits: Limits,
    allowed: Allowed,
    pace: Pace,
    /// A client for each port, whose resolver judges addresses with that port.
    clients: Mutex<BTreeMap<u16, Client>>,
}

impl fmt::Debug for Fetcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fetcher")
            .field("limits", &self.0.limits)
            .field("allowed", &self.0.allowed)
            .finish_non_exhaustive()
    }
}

/// What came of one request.
enum Hop {
    Whole(Fetched),
    Elsewhere(Url),
    Later(Duration),
}

impl Fetcher {
    /// A fetcher within these limits, which asks the open internet and what is allowed besides.
    pub fn new(limits: Limits, allowed: Allowed) -> Self {
        let pace = Pace::new(&limits);
        Self(Arc::new(Inner { limits, allowed, pace, clients: Mutex::default() }))
    }

    /// Brings in what lies at an address, in its turn.
    ///
    /// # Errors
    /// Why it could not be had; [`FetchError::may_pass`] tells whether to ask once more.
    pub async fn get(&self, url: &str) -> Result<Fetched, FetchError> {
        let mut at = Url::parse(url.trim())
            .map_err(|why| FetchError { url: url.to_owned(), cause: Cause::Address(why.to_string()) })?;
        let (mut redirects, mut asked) = (0, 0);
        loop {
            let refused = |cause| FetchError { url: at.to_string(), cause };
            match self.0.hop(&at).await.map_err(refused)? {
                Hop::Whole(fetched) => return Ok(fetched),
                Hop::Elsewhere(target) => {
                    redirects += 1;
                    if redirects > self.0.limits.redirects {
                        return Err(refused(Cause::Redirects(self.0.limits.redirects)));
                    }
                    at = target;
                }
                Hop::Later(wait) => {
                    asked += 1;
                    if asked >= self.0.limits.tries || wait > self.0.limits.retry_after {
                        return Err(refused(Cause::Later(wait)));
                    }
                    self.0.pace.rest(at.host_str().unwrap_or_default(), wait);
                }
            }
        }
    }
}

impl Inner {
    async fn hop(&self, url: &Url) -> Result<Hop, Cause> {
        let port = self.judged(url)?;
        let client = self.client(port)?;
        let host = url.host_str().unwrap_or_default();
        let _turn = self.pace.turn(host).await.ok_or_else(|| Cause::SetUp("the runtime ends".to_owned()))?;
        let answer = tokio::time::timeout(self.limits.whole, self.ask(&client, url)).await;
        answer.unwrap_or(Err(Cause::Time(self.limits.whole)))
    }

    /// The port of an address that may be asked, as far as can be told before its name is resolved.
    fn judged(&self, url: &Url) -> Result<u16, Cause> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Cause::Scheme(url.scheme().to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Cause::Credentials);
        }
        let port = url.port_or_known_default().ok_or_else(|| Cause::Address("no port".to_owned()))?;
        if !self.allowed.has_port(port) {
            return Err(Cause::Port(port));
        }
        let host = url.host_str().unwrap_or_default();
        // A number is connected to without a resolver.
        let number = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        match number {
            Ok(ip) if !self.allowed.has(SocketAddr::new(ip, port)) => Err(Cause::Private(ip)),
            _ => Ok(port),
        }
    }

    async fn ask(&self, client: &Client, url: &Url) -> Result<Hop, Cause> {
        let answer = client.get(url.clone()).send().await.map_err(|why| self.failed(&why))?;
        let status = answer.status();
        if let Some(wait) = retry::asked(status, answer.headers()) {
            return Ok(Hop::Later(wait));
        }
        if matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
            let target = answer.headers().get(LOCATION).and_then(|value| value.to_str().ok());
            let target = target.and_then(|target| url.join(target).ok());
            return target.map(Hop::Elsewhere).ok_or(Cause::Redirect);
        }
        if !status.is_success() {
            return Err(Cause::Status(status.as_u16()));
        }
        let content_type = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.map(str::to_owned);
        let bytes = self.body(answer).await?;
        Ok(Hop::Whole(Fetched { url: url.to_string(), content_type, bytes }))
    }

    /// The body, counted as it comes: what a host says of its length is believed only where it is too much.
    async fn body(&self, mut answer: Response) -> Result<Bytes, Cause> {
        let most = self.limits.bytes;
        if answer.content_length().is_some_and(|length| length > most) {
            return Err(Cause::Bytes(most));
        }
        let mut body = BytesMut::new();
        while let Some(piece) = answer.chunk().await.map_err(|why| self.failed(&why))? {
            let length = u64::try_from(body.len() + piece.len()).unwrap_or(u64::MAX);
            if length > most {
                return Err(Cause::Bytes(most));
            }
            body.extend_from_slice(&piece);
        }
        Ok(body.freeze())
    }

    fn client(&self, port: u16) -> Result<Client, Cause> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(&port) {
            return Ok(client.clone());
        }
        let resolver = Resolver { allowed: self.allowed.clone(), port };
        let client = client(&self.limits, resolver).map_err(|why| Cause::SetUp(why.to_string()))?;
        clients.insert(port, client.clone());
        Ok(client)
    }

    fn failed(&self, why: &reqwest::Error) -> Cause {
        let mut innermost: &dyn Error = why;
        loop {
            if let Some(Closed(address)) = innermost.downcast_ref() {
                return Cause::Private(*address);
            }
            match innermost.source() {
                Some(source) => innermost = source,
                None => break,
            }
        }
        if why.is_timeout() {
            let limit = if why.is_connect() { self.limits.connect } else { self.limits.whole };
            Cause::Time(limit)
        } else if why.is_connect() {
            Cause::Connection(innermost.to_string())
        } else {
            Cause::Broken(innermost.to_string())
        }
    }
}

/// rustls with ring and the roots of the web, like all of the house; no proxy, no cookies, no referrer,
/// no redirect that is not judged here.
fn client(limits: &Limits, resolver: Resolver) -> Result<Client, Box<dyn Error + Send + Sync>> {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Client::builder()
        .tls_backend_preconfigured(tls)
        .dns_resolver(resolver)
        .connect_timeout(limits.connect)
        .redirect(Policy::none())
        .no_proxy()
        .referer(false)
        .http1_only()
        .user_agent(AGENT)
        .build()?)
}

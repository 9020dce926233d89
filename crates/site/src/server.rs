//! Serves a site over HTTP/1.1 and HTTP/2 without TLS, within limits: connections, time
//! to send a request's head, size of a head, time to drain. What is answered is not
//! decided here.

use std::{convert::Infallible, future::Future, net::SocketAddr, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Notify, OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use crate::site::Site;

/// What a server allows its clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once; further ones wait to be accepted.
    pub connections: usize,
    /// Time to send the head of a request, the first one and each that follows it.
    pub head_time: Duration,
    /// Size of a request's head in bytes: at least 8 KiB.
    pub head_bytes: usize,
    /// Requests at once on one HTTP/2 connection.
    pub streams: u32,
    /// Time that requests under way have to end once the server stops.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4_096,
            head_time: Duration::from_secs(10),
            head_bytes: 32 * 1_024,
            streams: 64,
            drain: Duration::from_secs(10),
        }
    }
}

/// How long accepting rests when the system has no file descriptor left.
const BREATH: Duration = Duration::from_millis(50);

/// Serves `site` on `listener` until `stop` ends; then no connection is accepted any
/// more, and those that are open have [`Limits::drain`] to end.
pub async fn serve(site: Arc<Site>, listener: TcpListener, limits: Limits, stop: impl Future<Output = ()>) {
    let builder = Arc::new(builder(&limits));
    let room = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let next = async {
            // The semaphore is never closed; without a permit nothing is accepted.
            let permit = Arc::clone(&room).acquire_owned().await.ok()?;
            Some((permit, listener.accept().await))
        };
        let accepted = tokio::select! {
            biased;
            () = &mut stop => break,
            accepted = next => accepted,
        };
        match accepted {
            Some((permit, Ok((stream, peer)))) => {
                let connection =
                    Connection { site: Arc::clone(&site), stream, peer, head_time: limits.head_time };
                connection.spawn(&builder, &graceful, permit);
            }
            Some((_, Err(error))) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
            }
            None => break,
        }
    }
    drop(listener);
    if timeout(limits.drain, graceful.shutdown()).await.is_err() {
        tracing::warn!(drain = ?limits.drain, "connections were still open when the server stopped");
    }
}

fn builder(limits: &Limits) -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head_time)
        .max_buf_size(limits.head_bytes.max(8 * 1_024));
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(limits.streams)
        .max_header_list_size(u32::try_from(limits.head_bytes).unwrap_or(u32::MAX))
        .keep_alive_interval(Some(limits.head_time))
        .keep_alive_timeout(limits.head_time);
    builder
}

/// A client's connection.
struct Connection {
    site: Arc<Site>,
    stream: TcpStream,
    peer: SocketAddr,
    head_time: Duration,
}

impl Connection {
    /// Serves it in a task of its own, which holds its `permit`.
    fn spawn(
        self,
        builder: &auto::Builder<TokioExecutor>,
        graceful: &GracefulShutdown,
        permit: OwnedSemaphorePermit,
    ) {
        let Self { site, stream, peer, head_time } = self;
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%peer, %error, "a connection keeps its small packets back");
        }
        let asked = Arc::new(Notify::new());
        let service = {
            let asked = Arc::clone(&asked);
            service_fn(move |request| {
                asked.notify_one();
                answer(Arc::clone(&site), request)
            })
        };
        let served = graceful.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned());
        // The builder waits without a limit for the bytes that tell HTTP/1.1 from
        // HTTP/2, so the first request has a limit of its own here.
        let silent = async move {
            if timeout(head_time, asked.notified()).await.is_ok() {
                std::future::pending::<()>().await;
            }
        };
        tokio::spawn(async move {
            let _permit = permit;
            tokio::select! {
                ended = served => if let Err(error) = ended {
                    tracing::debug!(%peer, %error, "a connection broke");
                },
                () = silent => tracing::debug!(%peer, "a connection asked for nothing"),
            }
        });
    }
}

async fn answer(site: Arc<Site>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (parts, _unread) = request.into_parts();
    Ok(site.answer(&parts).await.map(Full::new))
}

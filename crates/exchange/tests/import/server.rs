//! An old host of the tests.

use std::{net::SocketAddr, sync::Arc};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// An answer: the status with headers, and a body to the end of the connection.
pub(crate) fn answer(head: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    [format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").as_bytes(), body.as_ref()].concat()
}

/// A redirect.
pub(crate) fn redirect(to: &str) -> Vec<u8> {
    answer(&format!("302 Found\r\nLocation: {to}"), "")
}

/// What a server says to a request; nothing, ever, where it is none.
type Says = dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync;

/// A running server.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    /// One that answers the request line that it gets.
    pub(crate) async fn start(says: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self::with(Arc::new(move |request: &str| Some(says(request)))).await
    }

    /// One that never answers.
    pub(crate) async fn silent() -> Self {
        Self::with(Arc::new(|_: &str| None)).await
    }

    async fn with(says: Arc<Says>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let says = Arc::clone(&says);
                tokio::spawn(async move { answer_to(stream, &*says).await });
            }
        });
        Self { address, task }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Whoever asked may go at any moment: what cannot be said to him is left.
async fn answer_to(mut stream: TcpStream, says: &Says) {
    let mut request = Vec::new();
    let mut piece = [0; 1_024];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return,
            Ok(count) => request.extend(piece.iter().take(count)),
        }
    }
    match says(&String::from_utf8_lossy(&request)) {
        Some(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
        None => drop(stream.read(&mut piece).await),
    }
}

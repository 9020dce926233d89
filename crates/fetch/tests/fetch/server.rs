//! A server that says what it is told to, byte for byte.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// What is said to a request.
#[derive(Clone, Debug)]
pub(crate) enum Says {
    /// These bytes; then the connection ends.
    Bytes(Vec<u8>),
    /// Nothing, for ever.
    Nothing,
    /// These bytes, and then one more every so often, for ever.
    Drips(Vec<u8>, Duration),
    /// These bytes, and then more and more.
    Endless(Vec<u8>),
}

/// An answer with a status line, headers and a body.
pub(crate) fn answer(head: &str, body: impl AsRef<[u8]>) -> Says {
    Says::Bytes([format!("HTTP/1.1 {head}\r\n\r\n").as_bytes(), body.as_ref()].concat())
}

/// A redirect.
pub(crate) fn redirect(to: &str) -> Says {
    answer(&format!("302 Found\r\nLocation: {to}\r\nContent-Length: 0"), "")
}

/// A running server.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    /// One that answers the request line and headers that it gets.
    pub(crate) async fn start(says: impl Fn(&str) -> Says + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let says = Arc::new(says);
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
async fn answer_to(mut stream: TcpStream, says: &(dyn Fn(&str) -> Says + Sync)) {
    let mut request = Vec::new();
    let mut piece = [0; 1_024];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return,
            Ok(count) => request.extend_from_slice(&piece[..count]),
        }
    }
    match says(&String::from_utf8_lossy(&request)) {
        Says::Bytes(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
        Says::Nothing => drop(stream.read(&mut piece).await),
        Says::Drips(bytes, every) => {
            let mut said = stream.write_all(&bytes).await;
            while said.is_ok() {
                tokio::time::sleep(every).await;
                said = stream.write_all(b".").await;
            }
        }
        Says::Endless(bytes) => {
            let mut said = stream.write_all(&bytes).await;
            while said.is_ok() {
                said = stream.write_all(&[b'.'; 8_192]).await;
            }
        }
    }
}

//! One HTTP/1.1 request over one connection, its path sent as it stands.
//!
//! Real clients tidy what they send: dot segments vanish, bad percent-encoding is refused. Tests of
//! how a server takes such requests need a client that does neither. Redirects are not followed and
//! nothing is decompressed.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long a server may be silent before a request fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer as it came.
#[derive(Debug, Clone)]
pub struct Response {
    /// Status code.
    pub status: u16,
    /// Header fields in the order sent, names in lower case.
    pub headers: Vec<(String, String)>,
    /// Body without its transfer coding; its content coding is left as sent.
    pub body: Vec<u8>,
}

impl Response {
    /// The first header field of this name (lower case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The body as text; bytes that are not UTF-8 become U+FFFD.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// `GET path`. See [`request`].
///
/// # Errors
/// As [`request`].
pub fn get(addr: SocketAddr, path: &str, headers: &[(&str, &str)]) -> io::Result<Response> {
    request(addr, "GET", path, headers, &[])
}

/// Sends one request and reads its whole answer. `path` goes out byte for byte. `Host` is `addr`
/// unless `headers` has one.
///
/// # Errors
/// The server cannot be reached, is silent for 30 s, or answers with something that is not HTTP/1.
pub fn request(
    addr: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> io::Result<Response> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
        head.push_str(&format!("Host: {addr}\r\n"));
    }
    if !body.is_empty() {
        head.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let answer = exchange(addr, &[head.as_bytes(), body].concat())?;
    parse(&answer, method == "HEAD")
}

/// Sends `bytes` as they are and reads until the server closes: for requests that are no HTTP.
///
/// # Errors
/// The server cannot be reached or is silent for 30 s.
pub fn exchange(addr: SocketAddr, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect_timeout(&addr, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(bytes)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

fn parse(answer: &[u8], head_only: bool) -> io::Result<Response> {
    let bad = |what: &str| io::Error::new(io::ErrorKind::InvalidData, format!("not HTTP/1: {what}"));
    let (head, rest) = split_at_blank_line(answer).ok_or_else(|| bad("no blank line ends the head"))?;
    let head = String::from_utf8_lossy(head);
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .filter(|line| line.starts_with("HTTP/1."))
        .and_then(|line| line.split(' ').nth(1)?.parse().ok())
        .ok_or_else(|| bad("no status line"))?;
    let headers: Vec<(String, String)> = lines
        .map(|line| line.split_once(':').ok_or_else(|| bad(line)))
        .map(|field| field.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())))
        .collect::<io::Result<_>>()?;
    let mut response = Response { status, headers, body: Vec::new() };
    if !head_only {
        response.body = match (response.header("transfer-encoding"), response.header("content-length")) {
            (Some(_), _) => unchunk(rest).ok_or_else(|| bad("a broken chunk"))?,
            (None, Some(length)) if length.parse() != Ok(rest.len()) => {
                return Err(bad(&format!("Content-Length is {length}, the body has {} bytes", rest.len())));
            }
            _ => rest.to_vec(),
        };
    }
    Ok(response)
}

fn split_at_blank_line(answer: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some((answer.get(..end)?, answer.get(end + 4..)?))
}

/// RFC 9112 section 7.1, without trailers. `None` where a chunk is cut short.
fn unchunk(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(rest.get(..end)?).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        let data = rest.get(end + 2..)?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(data.get(..size)?);
        rest = data.get(size..)?.strip_prefix(b"\r\n")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    /// Answers one connection with `answer` and returns what was asked.
    fn serve_once(answer: &'static [u8], ask: impl FnOnce(SocketAddr)) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let addr = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = Vec::new();
            let mut byte = [0];
            while !asked.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() == 1 {
                asked.push(byte[0]);
            }
            stream.write_all(answer).unwrap();
            String::from_utf8(asked).unwrap()
        });
        ask(addr);
        server.join().unwrap()
    }

    #[test]
    fn a_path_goes_out_byte_for_byte() {
        let asked = serve_once(b"HTTP/1.1 400 Bad Request\r\nX-A:  b \r\n\r\nno", |addr| {
            let answer = get(addr, "/../%zz//a?b=%", &[("host", "paper.example")]).unwrap();
            assert_eq!((answer.status, answer.header("x-a"), answer.text()), (400, Some("b"), "no".into()));
        });
        assert!(asked.starts_with("GET /../%zz//a?b=% HTTP/1.1\r\n"), "{asked}");
        assert!(asked.contains("host: paper.example\r\n") && !asked.contains("Host:"), "{asked}");
    }

    #[test]
    fn chunks_are_joined_and_a_cut_one_is_an_error() {
        let whole =
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
        serve_once(whole, |addr| assert_eq!(get(addr, "/", &[]).unwrap().text(), "abcde"));
        serve_once(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc", |addr| {
            assert_eq!(get(addr, "/", &[]).unwrap_err().kind(), io::ErrorKind::InvalidData);
        });
    }

    #[test]
    fn a_body_shorter_than_announced_is_an_error() {
        serve_once(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", |addr| {
            assert_eq!(get(addr, "/", &[]).unwrap_err().kind(), io::ErrorKind::InvalidData);
        });
    }
}

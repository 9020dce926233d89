//! A loopback port that is free at this moment.
//!
//! Another process may take it before it is used: whoever starts a server on it must treat
//! "address in use" as a reason to ask again.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

pub(crate) fn free() -> io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

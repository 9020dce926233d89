//! Names become addresses, and closed ones are left out: what is connected to is what was judged, so
//! that a name cannot lead elsewhere between the two.

use std::net::{IpAddr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::address::Allowed;

/// Resolves names for connections to one port.
#[derive(Debug)]
pub(crate) struct Resolver {
    pub(crate) allowed: Allowed,
    pub(crate) port: u16,
}

/// A name that leads to closed addresses alone.
#[derive(Debug, thiserror::Error)]
#[error("{0} is no address of the open internet")]
pub(crate) struct Closed(pub(crate) IpAddr);

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (allowed, port) = (self.allowed.clone(), self.port);
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), port)).await?.collect();
            let (open, closed): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|address| allowed.has(*address));
            match (open.is_empty(), closed.first()) {
                (true, Some(first)) => Err(Closed(first.ip()).into()),
                _ => Ok(Box::new(open.into_iter()) as Addrs),
            }
        })
    }
}

//! Why something could not be brought in.

use std::{net::IpAddr, time::Duration};

/// What could not be brought in, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{url}: {cause}")]
pub struct FetchError {
    /// The address that was asked last: behind a redirect, where that led to.
    pub url: String,
    /// Why.
    pub cause: Cause,
}

/// Why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// It cannot be read as an address.
    #[error("this is no web address ({0}); write it as https://host/path")]
    Address(String),
    /// Neither `http` nor `https`.
    #[error("{0:?} is not fetched; http and https are")]
    Scheme(String),
    /// A user's name or password in the address.
    #[error("a name or password stands in the address; take it out")]
    Credentials,
    /// A port that is not the web's.
    #[error("port {0} is not the web's; where it is meant, allow its address with the port")]
    Port(u16),
    /// An address outside the open internet.
    #[error("{0} is no address of the open internet; where it is meant, allow it with its port")]
    Private(IpAddr),
    /// No connection came about.
    #[error("no connection: {0}")]
    Connection(String),
    /// The answer did not end in time.
    #[error("no whole answer within {} s", .0.as_secs_f32())]
    Time(Duration),
    /// An answer that says no.
    #[error("the answer is {0}")]
    Status(u16),
    /// The host asks to come back later than can be waited for, or did so too often.
    #[error("the host asks to come back in {} s", .0.as_secs())]
    Later(Duration),
    /// The body is larger than may be.
    #[error("the answer has more than {0} bytes")]
    Bytes(u64),
    /// More redirects than are followed.
    #[error("more than {0} redirects")]
    Redirects(usize),
    /// A redirect that does not say where to.
    #[error("a redirect without a target")]
    Redirect,
    /// The answer is no HTTP, or ended too early.
    #[error("the answer is broken: {0}")]
    Broken(String),
    /// The machine's own fault.
    #[error("HTTP cannot be set up: {0}")]
    SetUp(String),
}

impl FetchError {
    /// Whether the same may go well another time: the host was slow, down or asked for patience.
    pub const fn may_pass(&self) -> bool {
        match self.cause {
            Cause::Connection(_) | Cause::Time(_) | Cause::Later(_) | Cause::Broken(_) | Cause::SetUp(_) => {
                true
            }
            Cause::Status(status) => matches!(status, 408 | 425 | 429 | 500..=599),
            Cause::Address(_)
            | Cause::Scheme(_)
            | Cause::Credentials
            | Cause::Port(_)
            | Cause::Private(_)
            | Cause::Bytes(_)
            | Cause::Redirects(_)
            | Cause::Redirect => false,
        }
    }
}

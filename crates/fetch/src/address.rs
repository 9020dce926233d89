//! Which addresses are asked: those of the open internet at the ports of the web, and others that were
//! allowed one by one.

use std::{
    collections::BTreeSet,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

/// The ports of the web.
const PORTS: [u16; 2] = [80, 443];

/// Addresses with their ports that may be asked besides those of the open internet: an old site in the
/// operator's own network, a server of a test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed(BTreeSet<SocketAddr>);

impl Allowed {
    /// These addresses.
    pub fn addresses(addresses: impl IntoIterator<Item = SocketAddr>) -> Self {
        Self(addresses.into_iter().collect())
    }

    /// Whether a port may be asked at all, on whatever address.
    pub(crate) fn has_port(&self, port: u16) -> bool {
        PORTS.contains(&port) || self.0.iter().any(|allowed| allowed.port() == port)
    }

    /// Whether an address may be asked.
    pub(crate) fn has(&self, address: SocketAddr) -> bool {
        let open = PORTS.contains(&address.port()) && is_open(address.ip());
        // The scope and the flow of an IPv6 address are the machine's own business.
        open || self.0.contains(&SocketAddr::new(address.ip(), address.port()))
    }
}

/// Blocks of IPv4 that are not the open internet (IANA IPv4 Special-Purpose Address Registry; RFC 6890,
/// RFC 5771): first address and length of the prefix.
const CLOSED_4: [([u8; 4], u32); 15] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

/// Blocks within 2000::/3 that are not the open internet (IANA IPv6 Special-Purpose Address Registry):
/// protocol assignments with Teredo among them, documentation, 6to4, documentation again.
const CLOSED_6: [([u16; 2], u32); 4] =
    [([0x2001, 0], 23), ([0x2001, 0xdb8], 32), ([0x2002, 0], 16), ([0x3fff, 0], 20)];

fn is_open(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_open_4(address),
        IpAddr::V6(address) => is_open_6(address),
    }
}

fn is_open_4(address: Ipv4Addr) -> bool {
    let bits = address.to_bits();
    !CLOSED_4.iter().any(|(first, length)| begins(bits, u32::from_be_bytes(*first), *length))
}

/// Global unicast alone (RFC 4291 §2.4): what maps or translates an IPv4 address lies outside, and so do
/// loopback, local and multicast addresses.
fn is_open_6(address: Ipv6Addr) -> bool {
    let [high, low, ..] = address.segments();
    let bits = u32::from(high) << 16 | u32::from(low);
    let block = |[high, low]: [u16; 2]| u32::from(high) << 16 | u32::from(low);
    begins(bits, 0x2000_0000, 3)
        && !CLOSED_6.iter().any(|(first, length)| begins(bits, block(*first), *length))
}

/// Whether the first `length` bits of both are the same; `length` is 1 to 32.
const fn begins(bits: u32, first: u32, length: u32) -> bool {
    (bits ^ first) >> (32 - length) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn none() -> Allowed {
        Allowed::default()
    }

    #[test]
    fn every_kind_of_address_that_is_not_the_open_internet_is_closed() {
        for closed in [
            "0.0.0.0:80",
            "10.1.2.3:80",
            "100.64.0.1:443",
            "100.127.255.255:80",
            "127.0.0.1:80",
            "127.255.255.255:80",
            "169.254.169.254:80",
            "172.16.0.1:80",
            "172.31.255.255:80",
            "192.0.0.8:80",
            "192.0.2.1:80",
            "192.168.0.1:80",
            "198.19.255.255:80",
            "198.51.100.1:80",
            "203.0.113.1:80",
            "224.0.0.1:80",
            "239.255.255.255:80",
            "255.255.255.255:80",
            "[::]:80",
            "[::1]:443",
            "[::ffff:127.0.0.1]:80",
            "[::ffff:8.8.8.8]:80",
            "[::127.0.0.1]:80",
            "[64:ff9b::7f00:1]:80",
            "[64:ff9b::808:808]:80",
            "[64:ff9b:1::1]:80",
            "[100::1]:80",
            "[2001::1]:80",
            "[2001:db8::1]:80",
            "[2002:7f00:1::]:80",
            "[3fff::1]:80",
            "[fc00::1]:80",
            "[fd12::1]:80",
            "[fe80::1]:80",
            "[fec0::1]:80",
            "[ff02::1]:80",
        ] {
            assert!(!none().has(closed.parse().unwrap()), "{closed}");
        }
    }

    #[test]
    fn the_open_internet_is_asked_at_the_ports_of_the_web_alone() {
        for open in
            ["8.8.8.8:80", "100.63.255.255:443", "172.32.0.1:80", "198.20.0.1:80", "[2606:4700::1]:443"]
        {
            let open: SocketAddr = open.parse().unwrap();
            assert!(none().has(open), "{open}");
            for port in [22, 25, 8080] {
                assert!(!none().has(SocketAddr::new(open.ip(), port)), "{open} {port}");
            }
        }
        assert!(none().has_port(443) && !none().has_port(8080));
    }

    #[test]
    fn what_was_allowed_is_asked_at_its_port_and_no_other() {
        let allowed = Allowed::addresses(["127.0.0.1:8001".parse().unwrap(), "10.0.0.7:80".parse().unwrap()]);
        for (address, asked) in [
            ("127.0.0.1:8001", true),
            ("127.0.0.1:80", false),
            ("127.0.0.2:8001", false),
            ("10.0.0.7:80", true),
            ("10.0.0.7:8001", false),
        ] {
            assert_eq!(allowed.has(address.parse().unwrap()), asked, "{address}");
        }
        assert!(allowed.has_port(8001));
    }

    proptest! {
        #[test]
        fn no_address_that_rust_calls_local_is_open(bits in any::<u32>(), wide in any::<u128>()) {
            let four = Ipv4Addr::from_bits(bits);
            let local = four.is_loopback() || four.is_private() || four.is_link_local() || four.is_multicast()
                || four.is_unspecified() || four.is_broadcast() || four.is_documentation();
            prop_assert!(!(local && is_open_4(four)), "{four}");
            let six = Ipv6Addr::from_bits(wide);
            let local = six.is_loopback() || six.is_multicast() || six.is_unspecified() || six.is_unique_local()
                || six.is_unicast_link_local() || six.to_ipv4().is_some();
            prop_assert!(!(local && is_open_6(six)), "{six}");
        }
    }
}

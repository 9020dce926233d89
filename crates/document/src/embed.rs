//! What is embedded from other sites: which site an address belongs to, and what it is called
//! there. Known by host and path alone; nothing is fetched.

use serde::{Deserialize, Serialize};

use crate::href::Href;

/// A site whose things are embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Provider {
    /// YouTube.
    Youtube,
    /// Vimeo.
    Vimeo,
    /// X, once Twitter.
    X,
    /// Telegram.
    Telegram,
    /// Instagram.
    Instagram,
    /// Facebook.
    Facebook,
    /// TikTok.
    Tiktok,
    /// SoundCloud.
    Soundcloud,
    /// Spotify.
    Spotify,
    /// Any other site; its address is all that is known.
    Other,
}

impl Provider {
    /// Every provider.
    pub const ALL: [Self; 10] = [
        Self::Youtube,
        Self::Vimeo,
        Self::X,
        Self::Telegram,
        Self::Instagram,
        Self::Facebook,
        Self::Tiktok,
        Self::Soundcloud,
        Self::Spotify,
        Self::Other,
    ];

    /// Its name in JSON and in `data-provider`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Youtube => "youtube",
            Self::Vimeo => "vimeo",
            Self::X => "x",
            Self::Telegram => "telegram",
            Self::Instagram => "instagram",
            Self::Facebook => "facebook",
            Self::Tiktok => "tiktok",
            Self::Soundcloud => "soundcloud",
            Self::Spotify => "spotify",
            Self::Other => "other",
        }
    }

    /// From its name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

/// What an address to embed stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embedded {
    /// Which site.
    pub provider: Provider,
    /// What it is called there; empty for [`Provider::Other`].
    pub id: String,
    /// Its page there, not the frame's address.
    pub url: Href,
}

impl Embedded {
    /// Reads the address of a frame or of a page that is embedded; an address of no known site,
    /// or of none of its things, is kept under [`Provider::Other`].
    pub fn of(url: &Href) -> Self {
        // Only what its own page leads back to: ids are read again from there.
        known(url).filter(|it| known(&it.url).as_ref() == Some(it)).unwrap_or_else(|| Self {
            provider: Provider::Other,
            id: String::new(),
            url: url.clone(),
        })
    }
}

fn known(url: &Href) -> Option<Embedded> {
    let host = url.host()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(&host);
    let (provider, id, page) = named(host, url)?;
    let sound = !id.is_empty()
        && id.len() <= 300
        && !id.starts_with('/')
        && !id.ends_with('/')
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'/' | b'.' | b':'));
    let url = Href::parse(&page).ok()?;
    sound.then_some(Embedded { provider, id, url })
}

/// Site, name and page by the site's own way of writing addresses.
fn named(host: &str, url: &Href) -> Option<(Provider, String, String)> {
    let (path, query) = url.path_and_query();
    let mut segments = path.split('/').filter(|it| !it.is_empty());
    let [first, second, third] = [(); 3].map(|()| segments.next().unwrap_or(""));
    let it = match host {
        "youtube.com" | "youtube-nocookie.com" => {
            let id = match first {
                "embed" | "v" | "shorts" | "live" => second,
                "watch" => parameter(query, "v")?,
                _ => return None,
            };
            (Provider::Youtube, id.to_owned(), format!("https://www.youtube.com/watch?v={id}"))
        }
        "youtu.be" => {
            (Provider::Youtube, first.to_owned(), format!("https://www.youtube.com/watch?v={first}"))
        }
        "player.vimeo.com" if first == "video" => {
            (Provider::Vimeo, second.to_owned(), format!("https://vimeo.com/{second}"))
        }
        "vimeo.com" => (Provider::Vimeo, first.to_owned(), format!("https://vimeo.com/{first}")),
        "twitter.com" | "x.com" if second == "status" => {
            (Provider::X, third.to_owned(), format!("https://x.com/{first}/status/{third}"))
        }
        "t.me" | "telegram.me" => {
            (Provider::Telegram, format!("{first}/{second}"), format!("https://t.me/{first}/{second}"))
        }
        "instagram.com" if matches!(first, "p" | "reel" | "tv") => {
            let id = format!("{first}/{second}");
            (Provider::Instagram, second.to_owned(), format!("https://www.instagram.com/{id}/"))
        }
        "tiktok.com" if second == "video" => {
            (Provider::Tiktok, third.to_owned(), format!("https://www.tiktok.com/{first}/video/{third}"))
        }
        "open.spotify.com" => {
            let (kind, id) = if first == "embed" { (second, third) } else { (first, second) };
            let id = format!("{kind}/{id}");
            (Provider::Spotify, id.clone(), format!("https://open.spotify.com/{id}"))
        }
        "facebook.com" if first == "plugins" => {
            let page = framed(parameter(query, "href")?, "facebook.com")?;
            (Provider::Facebook, page.path_and_query().0.to_owned(), page.as_str().to_owned())
        }
        "facebook.com" if !second.is_empty() => {
            (Provider::Facebook, path.to_owned(), url.as_str().to_owned())
        }
        "w.soundcloud.com" if first == "player" => {
            let page = framed(parameter(query, "url")?, "soundcloud.com")?;
            (Provider::Soundcloud, page.path_and_query().0.to_owned(), page.as_str().to_owned())
        }
        "soundcloud.com" if !second.is_empty() => {
            (Provider::Soundcloud, path.to_owned(), url.as_str().to_owned())
        }
        _ => return None,
    };
    Some(it)
}

/// The page of `site` that a player's address carries percent-encoded.
fn framed(value: &str, site: &str) -> Option<Href> {
    let page = Href::parse(&percent_decoded(value)).ok()?;
    let host = page.host()?.to_ascii_lowercase();
    let within = host.strip_suffix(site).is_some_and(|it| it.is_empty() || it.ends_with('.'));
    within.then_some(page)
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').filter_map(|it| it.split_once('=')).find(|(key, _)| *key == name).map(|it| it.1)
}

/// Undoes percent-encoding once; what is no UTF-8 then becomes U+FFFD.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let hex = |at: usize| tail.get(at).and_then(|&b| char::from(b).to_digit(16));
        match (byte, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                // Two hex digits make at most 255.
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_and_pages_of_known_sites_lead_to_one_page() {
        for (address, provider, id, page) in [
            (
                "https://www.youtube.com/embed/abc-1?rel=0",
                Provider::Youtube,
                "abc-1",
                "https://www.youtube.com/watch?v=abc-1",
            ),
            (
                "//www.youtube-nocookie.com/embed/abc",
                Provider::Youtube,
                "abc",
                "https://www.youtube.com/watch?v=abc",
            ),
            ("https://youtu.be/abc?t=3", Provider::Youtube, "abc", "https://www.youtube.com/watch?v=abc"),
            ("https://player.vimeo.com/video/12", Provider::Vimeo, "12", "https://vimeo.com/12"),
            ("https://twitter.com/a/status/99", Provider::X, "99", "https://x.com/a/status/99"),
            ("https://t.me/paper/7?embed=1", Provider::Telegram, "paper/7", "https://t.me/paper/7"),
            (
                "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1",
                Provider::Facebook,
                "a/posts/1",
                "https://www.facebook.com/a/posts/1",
            ),
        ] {
            let it = Embedded::of(&Href::parse(address).unwrap());
            assert_eq!((it.provider, it.id.as_str(), it.url.as_str()), (provider, id, page));
            assert_eq!(Embedded::of(&it.url), it, "a page stands for itself");
        }
    }

    #[test]
    fn what_is_not_known_keeps_its_address() {
        for address in ["https://example.org/x", "https://www.youtube.com/embed/", "https://youtube.com/"] {
            let url = Href::parse(address).unwrap();
            let it = Embedded::of(&url);
            assert_eq!((it.provider, it.id.as_str(), it.url), (Provider::Other, "", url));
        }
    }
}

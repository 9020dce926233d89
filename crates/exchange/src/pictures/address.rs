//! Addresses of pictures: one for all sizes of one picture, under any scheme and spelling.
//!
//! WordPress keeps a picture as it was sent beside smaller copies (`a-300x200.jpg`), and shows one that
//! is very large as `a-scaled.jpg`, one that lay on its side as `a-rotated.jpg`.

use desk::ArchivePicture;
use document::Href;
use domain::{AssetId, OldAddress};

/// Ends of names that are pictures'.
const PICTURES: [&str; 10] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "tif", "tiff", "heic"];
/// Ends by which WordPress tells what it made of a picture that was sent.
const MADE: [&str; 2] = ["-scaled", "-rotated"];
/// Hosts at which Jetpack serves pictures of others, whose addresses follow.
const PHOTON: [&str; 4] = ["i0.wp.com", "i1.wp.com", "i2.wp.com", "i3.wp.com"];

/// Where a picture lies, cut up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PictureAddress {
    /// Where it is fetched from.
    url: String,
    /// The host in lower case, without `www.` and port.
    host: String,
    /// The path, percent-decoded.
    path: String,
    /// The query, where the path is no file's.
    query: String,
}

/// Whether an address is a picture's by its end.
pub(crate) fn is_picture(address: &str) -> bool {
    let name = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    PICTURES.iter().any(|end| name.strip_suffix(end).is_some_and(|stem| stem.ends_with('.')))
}

impl PictureAddress {
    /// Reads an address as it stands in a body; `base` is the old site's own, for those without a host.
    /// None where there is no host or no path.
    pub(crate) fn parse(src: &str, base: &str) -> Option<Self> {
        let href = Href::parse(src).ok()?;
        let text = href.as_str().split('#').next().unwrap_or_default();
        let (scheme, site) = base.split_once("://").unwrap_or(("http", base));
        let site = site.split('/').next().unwrap_or_default();
        let url = match text.strip_prefix("//") {
            Some(rest) => format!("{scheme}://{rest}"),
            None if text.starts_with('/') && !site.is_empty() => format!("{scheme}://{site}{text}"),
            None if href.is_absolute_web() => text.to_owned(),
            None => return None,
        };
        Self::of_url(&url)
    }

    fn of_url(url: &str) -> Option<Self> {
        let rest = url.split_once("://")?.1;
        let (target, query) = rest.split_once('?').unwrap_or((rest, ""));
        let OldAddress { host, path, .. } = OldAddress::parse(url.split('?').next()?)?;
        if path.is_empty() || host.is_empty() {
            return None;
        }
        if PHOTON.contains(&host.as_str())
            && let Some((_, behind)) = target.split_once('/')
        {
            let scheme = if query.split('&').any(|pair| pair == "ssl=1") { "https" } else { "http" };
            return Self::of_url(&format!("{scheme}://{behind}"));
        }
        let query = if is_picture(&path) { String::new() } else { query.to_owned() };
        Some(Self { url: url.to_owned(), host, path, query })
    }

    /// Its address in the one form in which they are compared. `sent` are those that the old site's list
    /// of files names, of those that look like smaller copies.
    pub(crate) fn key(&self, sent: impl Fn(&str) -> bool) -> String {
        let own = self.plain_key();
        if !is_copy(&self.path) || !sent(&own) {
            return self.original_key();
        }
        own
    }

    /// Whether its name looks like that of a smaller copy.
    pub(crate) fn is_copy(&self) -> bool {
        is_copy(&self.path)
    }

    /// The address as it stands.
    pub(crate) fn plain_key(&self) -> String {
        self.with_path(&self.path)
    }

    fn original_key(&self) -> String {
        self.with_path(&original(&self.path))
    }

    fn with_path(&self, path: &str) -> String {
        let mark = if self.query.is_empty() { "" } else { "?" };
        format!("{}{path}{mark}{}", self.host, self.query)
    }

    /// What an article says of it.
    pub(crate) fn picture(&self, archive: &str, sent: impl Fn(&str) -> bool) -> ArchivePicture {
        let address = self.key(sent);
        ArchivePicture { asset: asset_of(archive, &address), address, url: self.url.clone() }
    }
}

/// The asset of a picture: the same whenever the address is met, so that nothing need be looked up, and
/// a second import names what the first did.
pub(crate) fn asset_of(archive: &str, key: &str) -> AssetId {
    let mut hasher = blake3::Hasher::new();
    hasher.update(archive.as_bytes()).update(&[0]).update(key.as_bytes());
    let mut bytes = [0; 16];
    hasher.finalize_xof().fill(&mut bytes);
    // Version 8: bits of one's own choice (RFC 9562 §5.8).
    AssetId::new(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

/// Where a picture may be had, the largest first: as it was sent, as WordPress made it fit, as an article
/// shows it.
pub(crate) fn candidates(picture: &ArchivePicture) -> Vec<String> {
    let Some(address) = PictureAddress::of_url(&picture.url) else { return vec![picture.url.clone()] };
    let mut found = Vec::new();
    if address.plain_key() != picture.address {
        let sent = original(&picture.url);
        found.extend(MADE.iter().filter_map(|made| with_end(&sent, made)));
        found.insert(0, sent);
    }
    found.retain(|url| *url != picture.url);
    found.push(picture.url.clone());
    found
}

/// Stem and end of the name of a file: what is before the last point and what begins with it.
fn cut(path: &str) -> Option<(&str, &str)> {
    let file = path.split('?').next().unwrap_or_default();
    let point = file.rfind('.').filter(|point| file.get(*point..).is_some_and(|end| !end.contains('/')))?;
    path.split_at_checked(point)
}

fn with_end(path: &str, end: &str) -> Option<String> {
    cut(path).map(|(stem, rest)| format!("{stem}{end}{rest}"))
}

/// The stem without `-300x200`.
fn without_size(stem: &str) -> Option<&str> {
    let (before, size) = stem.rsplit_once('-')?;
    let (width, height) = size.split_once('x')?;
    let is_number = |text: &str| (1..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    (is_number(width) && is_number(height) && !before.is_empty() && !before.ends_with('/')).then_some(before)
}

fn is_copy(path: &str) -> bool {
    cut(path).is_some_and(|(stem, _)| without_size(stem).is_some())
}

/// The path of the picture as it was sent.
fn original(path: &str) -> String {
    let Some((stem, rest)) = cut(path).filter(|_| is_picture(path)) else { return path.to_owned() };
    let stem = without_size(stem).unwrap_or(stem);
    let stem = MADE.iter().find_map(|made| stem.strip_suffix(made)).unwrap_or(stem);
    format!("{stem}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://www.old.example/blog";

    fn key(src: &str) -> Option<String> {
        Some(PictureAddress::parse(src, BASE)?.key(|_| false))
    }

    #[test]
    fn all_sizes_and_spellings_of_a_picture_have_one_address() {
        let one = "old.example/wp-content/uploads/2012/05/höhe.jpg";
        for src in [
            "http://old.example/wp-content/uploads/2012/05/höhe.jpg",
            "https://www.OLD.example:443/wp-content/uploads/2012/05/h%C3%B6he.jpg?resize=300#x",
            "//old.example/wp-content/uploads/2012/05/h%c3%b6he-300x200.jpg",
            "/wp-content/uploads/2012/05/höhe-scaled.jpg",
            "/wp-content/uploads/2012/05/höhe-scaled-1024x683.jpg",
            "/wp-content/uploads/2012/05/höhe-rotated.jpg",
            "https://i2.wp.com/old.example/wp-content/uploads/2012/05/höhe-1024x768.jpg?ssl=1",
        ] {
            assert_eq!(key(src).as_deref(), Some(one), "{src}");
        }
    }

    #[test]
    fn names_that_only_look_so_are_left() {
        for (src, own) in [
            ("/a/-300x200.jpg", "old.example/a/-300x200.jpg"),
            ("/a/300x200.jpg", "old.example/a/300x200.jpg"),
            ("/a-300x200/b.jpg", "old.example/a-300x200/b.jpg"),
            ("/a-1x.jpg", "old.example/a-1x.jpg"),
            ("/picture.php?id=3", "old.example/picture.php?id=3"),
            ("http://other.example/a.b/c", "other.example/a.b/c"),
        ] {
            assert_eq!(key(src).as_deref(), Some(own), "{src}");
        }
        for none in ["a.jpg", "data:image/png;base64,AAAA", "http://old.example", "", "//", "mailto:a@b.c"] {
            assert_eq!(key(none), None, "{none}");
        }
    }

    #[test]
    fn a_file_of_the_old_site_that_looks_like_a_copy_is_one_of_its_own() {
        let address = PictureAddress::parse("/a-300x200.jpg", BASE).unwrap();
        assert_eq!(address.key(|key| key == "old.example/a-300x200.jpg"), "old.example/a-300x200.jpg");
        let picture = address.picture("old.example", |_| true);
        assert_eq!(candidates(&picture), ["https://www.old.example/a-300x200.jpg"]);
    }

    #[test]
    fn the_largest_is_asked_for_first() {
        let of = |src: &str| candidates(&PictureAddress::parse(src, BASE).unwrap().picture("a", |_| false));
        let at = |names: &[&str]| {
            names.iter().map(|name| format!("https://www.old.example/{name}")).collect::<Vec<_>>()
        };
        assert_eq!(of("/a.jpg?x"), at(&["a.jpg?x"]));
        assert_eq!(of("/a-9x9.jpg"), at(&["a.jpg", "a-scaled.jpg", "a-rotated.jpg", "a-9x9.jpg"]));
        assert_eq!(of("/a-scaled.jpg"), at(&["a.jpg", "a-rotated.jpg", "a-scaled.jpg"]));
        assert_eq!(of("/b?id=1"), at(&["b?id=1"]));
    }

    #[test]
    fn an_asset_is_the_same_in_every_run_and_another_in_every_archive() {
        assert_eq!(asset_of("a", "b"), asset_of("a", "b"));
        assert_ne!(asset_of("a", "b"), asset_of("a", "c"));
        assert_ne!(asset_of("a", "b"), asset_of("b", "b"));
    }
}

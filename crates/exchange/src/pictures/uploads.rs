//! A copy of the old site's folder of files, read beneath itself alone.

use std::{
    fs::File,
    io::{self, Read as _},
    path::{Component, Path, PathBuf},
};

use bytes::Bytes;
use domain::OldAddress;

/// What addresses of files have before the path within the folder: of a site, and of one of several
/// (multisite).
const FOLDERS: [&str; 3] = ["/wp-content/uploads/", "/uploads/", "/files/"];

/// A folder that is a copy of `wp-content/uploads`.
#[derive(Clone, Debug)]
pub struct Uploads {
    root: PathBuf,
}

/// What was found of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lies {
    /// Its bytes.
    Here(Bytes),
    /// It has more bytes than are taken.
    TooLarge(u64),
    /// It is not there.
    Nowhere,
}

impl Uploads {
    /// The copy in a folder.
    ///
    /// # Errors
    /// There is no such folder, or it cannot be read.
    pub fn open(folder: &Path) -> io::Result<Self> {
        std::fs::read_dir(folder)?;
        Ok(Self { root: folder.canonicalize()? })
    }

    /// The bytes of the file at an address of the old site, at most `most`. It is looked for beneath the
    /// folder alone: neither `..` nor a link leads out of it. Blocks.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub(super) fn read(&self, url: &str, site: &str, most: u64) -> io::Result<Lies> {
        let Some(path) = within(url, site) else { return Ok(Lies::Nowhere) };
        let path = match self.root.join(path).canonicalize() {
            Ok(path) if path.starts_with(&self.root) => path,
            // Also what is too long or leads through a file.
            Ok(_) | Err(_) => return Ok(Lies::Nowhere),
        };
        if !path.metadata()?.is_file() {
            return Ok(Lies::Nowhere);
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(if length > most { Lies::TooLarge(most) } else { Lies::Here(bytes.into()) })
    }
}

/// The path within the folder of a file of the old site or of a host of its own for files; none for any
/// other address.
fn within(url: &str, site: &str) -> Option<PathBuf> {
    let address = OldAddress::parse(url.split(['?', '#']).next()?)?;
    let own = site.split('/').next().unwrap_or_default();
    let below = |one: &str, other: &str| one.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'));
    if address.host != own && !below(&address.host, own) && !below(own, &address.host) {
        return None;
    }
    let path = FOLDERS.iter().find_map(|folder| address.path.split_once(folder))?.1;
    let path = Path::new(path);
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    is_plain.then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_beneath_the_folder_and_nowhere_else() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("uploads");
        std::fs::create_dir_all(root.join("2012/05")).unwrap();
        std::fs::write(root.join("2012/05/höhe.jpg"), "bytes").unwrap();
        std::fs::write(place.path().join("secret.jpg"), "secret").unwrap();
        std::os::unix::fs::symlink(place.path().join("secret.jpg"), root.join("out.jpg")).unwrap();
        std::os::unix::fs::symlink(root.join("2012/05/höhe.jpg"), root.join("in.jpg")).unwrap();
        let uploads = Uploads::open(&root).unwrap();
        let read = |url: &str| uploads.read(url, "old.example/blog", 5).unwrap();
        let here = Lies::Here(Bytes::from("bytes"));
        for url in [
            "http://old.example/wp-content/uploads/2012/05/höhe.jpg",
            "https://www.old.example/blog/wp-content/uploads/2012/05/h%C3%B6he.jpg?x=1",
            "https://cdn.old.example/files/2012/05/h%c3%b6he.jpg",
            "http://old.example/wp-content/uploads/in.jpg",
        ] {
            assert_eq!(read(url), here, "{url}");
        }
        for url in [
            "http://old.example/wp-content/uploads/../secret.jpg",
            "http://old.example/wp-content/uploads/2012/%2e%2e/%2E%2E/secret.jpg",
            "http://old.example/wp-content/uploads//etc/passwd",
            "http://old.example/wp-content/uploads/out.jpg",
            "http://old.example/wp-content/uploads/2012/05",
            "http://old.example/wp-content/uploads/2012/05/none.jpg",
            "http://other.example/wp-content/uploads/2012/05/höhe.jpg",
            "http://notold.example/wp-content/uploads/2012/05/höhe.jpg",
            "http://old.example/wp-content/themes/a.jpg",
            "http://old.example/wp-content/uploads/",
        ] {
            assert_eq!(read(url), Lies::Nowhere, "{url}");
        }
        let site = "old.example";
        let large = uploads.read("http://old.example/wp-content/uploads/in.jpg", site, 4).unwrap();
        assert_eq!(large, Lies::TooLarge(4));
        assert!(Uploads::open(&root.join("none")).is_err());
    }
}

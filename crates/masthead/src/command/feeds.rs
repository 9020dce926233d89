//! `masthead import feed` and `masthead import opml`.

use std::path::{Component, Path, PathBuf};

use exchange::{
    feed_in::{self, opml},
    import::{ImportError, import_feed},
};
use fetch::Fetcher;

use super::imports::{How, Imports};
use crate::{command::progress::Meter, config::Config, failure::Failure, moving};

/// Imports feeds, one after another.
pub(super) async fn feeds(how: How<'_>, sources: &[PathBuf]) -> Result<(), Failure> {
    let (mut imports, fetcher) = (Imports::open(how).await?, fetcher(how.config)?);
    for source in sources {
        one(&mut imports, &Source::of(source), fetcher.as_ref()).await?;
    }
    imports.close().await
}

/// Imports the feeds of lists. One that cannot be taken keeps none of the others.
pub(super) async fn lists(how: How<'_>, lists: &[PathBuf]) -> Result<(), Failure> {
    let (mut imports, fetcher) = (Imports::open(how).await?, fetcher(how.config)?);
    for list in lists {
        let failed = |source| Failure::Import { file: list.clone(), source: ImportError::Feed(source) };
        let bytes = feed_in::read_file(list, feed_in::Limits::default()).map_err(failed)?;
        let letters = feed_in::letters(&bytes).map_err(failed)?;
        for listed in opml::read(&letters, feed_in::Limits::default()).map_err(failed)? {
            let outcome = match listed_in(list, &listed.address) {
                Ok(source) => {
                    one(&mut imports, &source, fetcher.as_ref()).await.map_err(|failure| failure.to_string())
                }
                Err(why) => Err(why.to_owned()),
            };
            if let Err(why) = outcome {
                imports.missed(list, &listed, &why)?;
            }
        }
    }
    imports.close().await
}

/// Where a feed lies.
#[derive(Debug, PartialEq, Eq)]
enum Source {
    File(PathBuf),
    Url(String),
}

impl Source {
    fn of(text: &Path) -> Self {
        let is_url = |text: &&str| text.starts_with("http://") || text.starts_with("https://");
        match text.to_str().filter(is_url) {
            Some(url) => Self::Url(url.to_owned()),
            None => Self::File(text.to_owned()),
        }
    }

    /// What it is called in reports.
    fn name(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Url(url) => Path::new(url),
        }
    }

    async fn bytes(&self, fetcher: Option<&Fetcher>) -> Result<Vec<u8>, Failure> {
        let failed =
            |source| Failure::Import { file: self.name().to_owned(), source: ImportError::Feed(source) };
        match self {
            Self::File(path) => feed_in::read_file(path, feed_in::Limits::default()).map_err(failed),
            Self::Url(url) => match fetcher {
                Some(fetcher) => Ok(fetcher.get(url).await?.bytes.into()),
                None => Err(Failure::Usage(format!("{url} cannot be fetched: leave --offline out"))),
            },
        }
    }
}

/// Brings in feeds within the limits that they are read with.
fn fetcher(config: &Config) -> Result<Option<Fetcher>, Failure> {
    moving::fetcher(config, limits())
}

fn limits() -> fetch::Limits {
    fetch::Limits { bytes: feed_in::Limits::default().feed_bytes, ..fetch::Limits::default() }
}

async fn one(imports: &mut Imports<'_>, source: &Source, fetcher: Option<&Fetcher>) -> Result<(), Failure> {
    let bytes = source.bytes(fetcher).await?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let mut meter = Meter::new(source.name().display().to_string(), length);
    let (desk, options) = (imports.desk(), imports.options());
    let outcome = import_feed(desk, &bytes, options, &mut |progress| meter.tell(progress)).await;
    drop(meter);
    imports.took(source.name(), outcome)
}

/// The feed that a list names. A list comes from elsewhere: it names files of its own folder alone.
fn listed_in(list: &Path, address: &str) -> Result<Source, &'static str> {
    if address.contains("://") {
        return match Source::of(Path::new(address)) {
            url @ Source::Url(_) => Ok(url),
            Source::File(_) => Err("it is at no address of the web"),
        };
    }
    let path = Path::new(address);
    let is_below = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !is_below {
        return Err("it lies outside of the list's folder: give its file to masthead import feed");
    }
    Ok(Source::File(list.parent().unwrap_or(Path::new("")).join(path)))
}

#[cfg(test)]
mod tests {
    use fetch::Allowed;
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        net::TcpListener,
    };

    use super::*;

    #[test]
    fn a_list_names_files_of_its_own_folder_and_what_lies_on_the_web() {
        let list = Path::new("/feeds/list.opml");
        assert_eq!(listed_in(list, "news/a.xml"), Ok(Source::File("/feeds/news/a.xml".into())));
        let url = "https://old.example/feed";
        assert_eq!(listed_in(list, url), Ok(Source::Url(url.to_owned())));
        for outside in ["../secret.xml", "/etc/passwd", "a/../../b", "file:///etc/passwd"] {
            assert!(listed_in(list, outside).is_err(), "{outside}");
        }
    }

    #[tokio::test]
    async fn a_feed_is_fetched_from_the_web_and_not_from_the_house() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            assert!(stream.read(&mut [0; 4_096]).await.unwrap() > 0);
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<rss/>").await.unwrap();
        });
        let source = Source::of(Path::new(&format!("http://{address}/feed")));
        let refused = source.bytes(Some(&Fetcher::new(limits(), Allowed::default()))).await.unwrap_err();
        assert!(matches!(refused, Failure::Fetch(_)), "{refused}");
        let bytes = source.bytes(Some(&Fetcher::new(limits(), Allowed::addresses([address])))).await.unwrap();
        assert_eq!(bytes, b"<rss/>");
    }
}

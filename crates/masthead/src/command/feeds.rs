//! `masthead import feed` and `masthead import opml`.

use std::path::{Component, Path, PathBuf};

use exchange::{
    feed_in::{self, Limits, opml},
    import::{ImportError, import_feed},
};

use super::imports::{How, Imports, meter};
use crate::failure::Failure;

/// Imports feeds, one after another.
pub(super) async fn feeds(how: How<'_>, files: &[PathBuf]) -> Result<(), Failure> {
    let mut imports = Imports::open(how).await?;
    for file in files {
        one(&mut imports, file).await?;
    }
    imports.close().await
}

/// Imports the feeds of lists. One that cannot be taken keeps none of the others.
pub(super) async fn lists(how: How<'_>, lists: &[PathBuf]) -> Result<(), Failure> {
    let mut imports = Imports::open(how).await?;
    for list in lists {
        let failed = |source| Failure::Import { file: list.clone(), source: ImportError::Feed(source) };
        let bytes = feed_in::read_file(list, Limits::default()).map_err(failed)?;
        let letters = feed_in::letters(&bytes).map_err(failed)?;
        for listed in opml::read(&letters, Limits::default()).map_err(failed)? {
            let outcome = match beside(list, &listed.address) {
                Ok(file) => one(&mut imports, &file).await.map_err(|failure| failure.to_string()),
                Err(why) => Err(why.to_owned()),
            };
            if let Err(why) = outcome {
                imports.missed(list, &listed, &why)?;
            }
        }
    }
    imports.close().await
}

async fn one(imports: &mut Imports<'_>, file: &Path) -> Result<(), Failure> {
    let mut meter = meter(file)?;
    let (desk, options) = (imports.desk(), imports.options());
    let outcome = import_feed(desk, file, options, &mut |progress| meter.tell(progress)).await;
    drop(meter);
    imports.took(file, outcome)
}

/// The file that a list names. A list comes from elsewhere: it names files of its own folder alone.
fn beside(list: &Path, address: &str) -> Result<PathBuf, &'static str> {
    if address.contains("://") {
        return Err("it is not in a file: fetch it, and import what was fetched");
    }
    let path = Path::new(address);
    let is_below = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !is_below {
        return Err("it lies outside of the list's folder: give its file to masthead import feed");
    }
    Ok(list.parent().unwrap_or(Path::new("")).join(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_files_of_its_own_folder() {
        let list = Path::new("/feeds/list.opml");
        assert_eq!(beside(list, "news/a.xml"), Ok(PathBuf::from("/feeds/news/a.xml")));
        for outside in ["../secret.xml", "/etc/passwd", "a/../../b", "file:///etc/passwd"] {
            assert!(beside(list, outside).is_err(), "{outside}");
        }
    }
}

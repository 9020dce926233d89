//! The message files of the data folder, `DIR/messages/*.ftl`, and of the theme's: each
//! re-words a language that ships or brings one of its own. What a file may hold is `locale`'s to check.

use std::{fs, io, path::Path};

use locale::{MessageFile, Messages};

use crate::failure::Failure;

/// Longest message file, in bytes: thirty times the longest that ships.
const MAX_BYTES: u64 = 1 << 20;

/// What ships, over it the files of the data folder in order of their names, over both
/// those of the theme folder.
///
/// # Errors
/// A file that cannot be read, is longer than 1 MiB or is refused, named with its place.
pub(crate) fn messages(data: &Path, theme: Option<&Path>) -> Result<Messages, Failure> {
    let mut found = paths(&data.join("messages"))?;
    if let Some(theme) = theme {
        found.extend(paths(&theme.join("messages"))?);
    }
    let mut files = Vec::new();
    for path in found {
        let failed = |source| Failure::File { path: path.clone(), source };
        let facts = fs::metadata(&path).map_err(failed)?;
        // A pipe or a device has no end.
        if !facts.is_file() {
            return Err(failed(io::Error::other("it is no plain file")));
        }
        if facts.len() > MAX_BYTES {
            return Err(failed(io::Error::other("a message file has at most 1 MiB")));
        }
        let text = fs::read_to_string(&path).map_err(failed)?;
        let locale = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        files.push(MessageFile::new(path.display().to_string(), locale, text));
    }
    Ok(Messages::with(&files)?)
}

/// The `.ftl` files of a folder that may be missing.
fn paths(folder: &Path) -> Result<Vec<std::path::PathBuf>, Failure> {
    let failed = |source| Failure::File { path: folder.to_owned(), source };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|it| it == "ftl") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

//! The demonstration portal, filled through the same use cases as any other.
//! `demo/README.md` describes the files.

mod fill;
mod format;
mod pictures;
mod registers;

use rust_embed::RustEmbed;

pub(crate) use fill::fill;

#[derive(RustEmbed)]
#[folder = "../../demo"]
#[include = "portal.toml"]
#[include = "stories/**"]
#[include = "pages/**"]
#[include = "pictures/*"]
struct Files;

/// A file of the demonstration.
fn read(path: &str) -> Option<String> {
    Files::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned())
}

/// The folders below `above` that hold the file `head`, in their order.
fn folders(above: &str, head: &str) -> Vec<String> {
    let name = |path: &str| {
        let inside = path.strip_prefix(above)?.strip_prefix('/')?;
        Some(inside.strip_suffix(head)?.strip_suffix('/')?.to_owned())
    };
    let mut folders: Vec<_> = Files::iter().filter_map(|path| name(&path)).collect();
    folders.sort_unstable();
    folders
}

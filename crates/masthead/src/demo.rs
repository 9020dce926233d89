//! The demonstration portal, filled through the same use cases as any other.
//! `demo/README.md` describes the files.

mod fill;
mod format;

use rust_embed::RustEmbed;

pub(crate) use fill::fill;

#[derive(RustEmbed)]
#[folder = "../../demo"]
#[include = "portal.toml"]
#[include = "stories/**"]
struct Files;

/// A file of the demonstration.
fn read(path: &str) -> Option<String> {
    Files::get(path).map(|file| String::from_utf8_lossy(&file.data).into_owned())
}

/// The folders of all stories, in their order.
fn stories() -> Vec<String> {
    let mut folders: Vec<_> = Files::iter()
        .filter_map(|path| path.strip_prefix("stories/")?.strip_suffix("/story.toml").map(str::to_owned))
        .collect();
    folders.sort_unstable();
    folders
}

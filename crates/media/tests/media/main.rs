//! `media` from outside, on files that others wrote.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "what a test cannot do fails it")]

mod exiftool;
mod reference;
mod served;

use std::path::{Path, PathBuf};

/// The folder of the reference data's pictures.
fn pictures() -> Option<PathBuf> {
    rig::reference_data().map(|data| data.join("images"))
}

/// All files under a folder, with their path in it, in order.
fn files(root: &Path) -> Vec<(String, Vec<u8>)> {
    let (mut folders, mut files) = (vec![root.to_path_buf()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                files.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

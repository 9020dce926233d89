//! The files of a theme folder, read once: templates at its root, what `/static/` serves
//! under `static/`. Messages under `messages/` are read by whoever makes the messages.

use std::{
    collections::BTreeMap,
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use super::finding::ThemeFinding;

/// The largest template, in bytes.
const TEMPLATE_SIZE: u64 = 256 * 1024;
/// The largest static file, in bytes.
const STATIC_SIZE: u64 = 2 * 1024 * 1024;
/// Most files in a folder.
const FILES: usize = 500;
/// Static files lie in `static/` or one folder below it.
const DEPTH: usize = 2;

const OF_A_THEME: &str = "keep templates at the root, static files under static/, messages under messages/";

/// What a folder overrides.
#[derive(Debug, Default)]
pub(super) struct Folder {
    templates: BTreeMap<String, String>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// Reads all files of `dir`, and tells which cannot be used.
    pub(super) fn read(dir: &Path) -> (Self, Vec<ThemeFinding>) {
        let mut reader = Reader { folder: Self::default(), findings: Vec::new(), files: 0 };
        for (name, path) in reader.entries(dir, "") {
            reader.root(name, &path);
        }
        (reader.folder, reader.findings)
    }

    /// The templates by their names.
    pub(super) const fn templates(&self) -> &BTreeMap<String, String> {
        &self.templates
    }

    /// A template.
    pub(super) fn template(&self, name: &str) -> Option<&str> {
        self.templates.get(name).map(String::as_str)
    }

    /// The static files by their names below `static/`.
    pub(super) const fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }
}

struct Reader {
    folder: Folder,
    findings: Vec<ThemeFinding>,
    files: usize,
}

impl Reader {
    fn find(&mut self, file: &str, what: impl Into<String>, mend: &str) {
        self.findings.push(ThemeFinding::new(file, None, what, mend));
    }

    /// What lies in `dir`, by name; hidden files are none of a theme's.
    fn entries(&mut self, dir: &Path, within: &str) -> Vec<(String, PathBuf)> {
        let shown = if within.is_empty() { dir.display().to_string() } else { within.to_owned() };
        let listed = fs::read_dir(dir).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = match listed {
            Ok(entries) => entries,
            Err(error) => {
                self.find(&shown, error.to_string(), "name a folder that can be read");
                return Vec::new();
            }
        };
        let mut named = Vec::new();
        for entry in entries {
            match entry.file_name().into_string() {
                Ok(name) if name.starts_with('.') => {}
                Ok(name) => named.push((name, entry.path())),
                Err(name) => {
                    self.find(&shown, format!("the name {} is not UTF-8", name.display()), "rename the file");
                }
            }
        }
        named.sort_unstable();
        named
    }

    fn root(&mut self, name: String, path: &Path) {
        match (name.as_str(), path.is_dir()) {
            ("static", true) => self.statics(path, "", 1),
            ("messages", true) => {}
            (name, false) if name.ends_with(".html") => {
                let Some(bytes) = self.bytes(name, path, TEMPLATE_SIZE) else { return };
                match String::from_utf8(bytes) {
                    Ok(text) => _ = self.folder.templates.insert(name.to_owned(), text),
                    Err(error) => {
                        let line = line_after(error.as_bytes(), error.utf8_error().valid_up_to());
                        self.findings.push(ThemeFinding::new(
                            name,
                            line,
                            "it is not UTF-8",
                            "save it as UTF-8",
                        ));
                    }
                }
            }
            // What the maker of a theme tells about it.
            (name, false) if name.ends_with(".md") || name.ends_with(".txt") || name == "LICENSE" => {}
            (name, _) => self.find(name, "it is no part of a theme", OF_A_THEME),
        }
    }

    fn statics(&mut self, dir: &Path, within: &str, depth: usize) {
        for (name, path) in self.entries(dir, &format!("static/{within}")) {
            let name = format!("{within}{name}");
            if path.is_dir() && depth < DEPTH {
                self.statics(&path, &format!("{name}/"), depth + 1);
            } else if let Some(bytes) = self.bytes(&format!("static/{name}"), &path, STATIC_SIZE) {
                self.folder.files.insert(name, bytes);
            }
        }
    }

    /// The bytes of a plain file of at most `limit`; a pipe or a device has no end.
    fn bytes(&mut self, name: &str, path: &Path, limit: u64) -> Option<Vec<u8>> {
        self.files += 1;
        if self.files > FILES {
            if self.files == FILES + 1 {
                self.find(
                    name,
                    format!("there are more than {FILES} files"),
                    "remove those that no page uses",
                );
            }
            return None;
        }
        if !path.is_file() {
            self.find(name, "it is no plain file", "put a file there, or remove it");
            return None;
        }
        let mut bytes = Vec::new();
        let read = fs::File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            self.find(name, error.to_string(), "let the node's user read it");
            return None;
        }
        if u64::try_from(bytes.len()).is_ok_and(|size| size > limit) {
            self.find(name, format!("it is larger than {} KiB", limit / 1024), "make it smaller");
            return None;
        }
        Some(bytes)
    }
}

/// The line of the byte at `at`, from 1.
fn line_after(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(..at).map(|before| before.iter().filter(|byte| **byte == b'\n').count() + 1)
}

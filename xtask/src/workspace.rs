//! What there is: the workspace's packages and its source files.

use serde_json::Value;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A member of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its `Cargo.toml`.
    pub manifest: PathBuf,
    /// Names of packages it needs to be built: normal and build dependencies, those of tests left out.
    pub needs: Vec<String>,
}

/// A text file that people write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path from the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Endings of the files that people write as code.
const SOURCES: [&str; 9] = ["rs", "sql", "html", "css", "js", "mjs", "ts", "svelte", "sh"];

/// Folders that are made, not written.
const MADE: [&str; 2] = ["target", "node_modules"];

/// The root of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The workspace's members, as Cargo sees them.
///
/// # Errors
/// Cargo fails, or answers in another shape than its format version 1.
pub fn packages() -> io::Result<Vec<Package>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata.get("packages").and_then(Value::as_array).map(Vec::as_slice);
    let packages = packages.unwrap_or_default().iter().map(package).collect::<Option<Vec<_>>>();
    packages.ok_or_else(|| io::Error::other("cargo metadata: a package without name, path or dependencies"))
}

fn package(value: &Value) -> Option<Package> {
    let dependencies = value.get("dependencies")?.as_array()?;
    let needed = dependencies.iter().filter(|d| d.get("kind").and_then(Value::as_str) != Some("dev"));
    Some(Package {
        name: value.get("name")?.as_str()?.to_owned(),
        manifest: value.get("manifest_path")?.as_str()?.into(),
        needs: needed.map(|d| Some(d.get("name")?.as_str()?.to_owned())).collect::<Option<_>>()?,
    })
}

/// All source files under `root`, without hidden folders and what builds make.
///
/// # Errors
/// A folder or file cannot be read, or is not UTF-8.
pub fn source_files(root: &Path) -> io::Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let (path, name) = (entry.path(), entry.file_name());
            let name = name.to_string_lossy();
            if entry.file_type()?.is_dir() {
                if !name.starts_with('.') && !MADE.contains(&name.as_ref()) {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|end| SOURCES.iter().any(|source| end == *source)) {
                let text = std::fs::read_to_string(&path)
                    .map_err(|cause| io::Error::new(cause.kind(), format!("{}: {cause}", path.display())))?;
                let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
                files.push(SourceFile { path, text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

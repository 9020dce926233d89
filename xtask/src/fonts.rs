//! The reader's fonts: how they are cut, and what shows that they are what was cut.
//!
//! `cut` fetches whole fonts (npm packages, all under the OFL) and fontTools (PyPI), each at a
//! pinned version, into `target/fonts`, and has `fonts.py` beside this file cut them. The cuts,
//! their licences and a list of digests are committed: to build Masthead needs neither npm's
//! fonts nor Python. A new script is a new entry in `fonts.py`.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::Path,
    process::Command,
};

/// The cuts and their licences, from the root.
pub const FOLDER: &str = "ui/reader/fonts";

/// The style sheet that names the cuts, from the root.
pub const SHEET: &str = "ui/reader/05-fonts.css";

/// Where the digests stand, from the root: a line a cut, BLAKE3 in hex and the file's name.
pub const DIGESTS: &str = "ui/reader/fonts/DIGESTS";

/// The whole fonts. Tinos, Arimo, Gelasio and DejaVu are only measured: they have the widths of
/// Times New Roman, Arial and Georgia, or are what Linux shows.
const PACKAGES: [&str; 16] = [
    "@expo-google-fonts/arimo@0.4.3",
    "@expo-google-fonts/frank-ruhl-libre@0.4.1",
    "@expo-google-fonts/gelasio@0.4.1",
    "@expo-google-fonts/literata@0.4.3",
    "@expo-google-fonts/noto-naskh-arabic@0.4.5",
    "@expo-google-fonts/noto-sans@0.4.2",
    "@expo-google-fonts/noto-sans-arabic@0.4.3",
    "@expo-google-fonts/noto-sans-armenian@0.4.2",
    "@expo-google-fonts/noto-sans-georgian@0.4.3",
    "@expo-google-fonts/noto-sans-hebrew@0.4.1",
    "@expo-google-fonts/noto-serif@0.4.2",
    "@expo-google-fonts/source-sans-3@0.4.1",
    "@expo-google-fonts/tinos@0.4.2",
    "@fontsource/noto-serif-armenian@5.3.0",
    "@fontsource/noto-serif-georgian@5.3.0",
    "dejavu-fonts-ttf@2.37.3",
];

const TOOLS: [&str; 2] = ["fonttools==4.68.0", "brotli==1.2.1"];

/// Cuts all fonts anew, under the repository's `root`.
///
/// # Errors
/// npm, Python or the cut itself failed (their own words are on standard error), or a file
/// cannot be written.
pub fn cut(root: &Path) -> io::Result<()> {
    let (work, folder) = (root.join("target/fonts"), root.join(FOLDER));
    std::fs::create_dir_all(&work)?;
    std::fs::create_dir_all(&folder)?;
    std::fs::write(work.join("package.json"), "{\"private\": true}\n")?;
    run(Command::new("npm")
        .current_dir(&work)
        .args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"])
        .args(PACKAGES))?;
    run(Command::new("python3").args(["-m", "venv"]).arg(work.join("venv")))?;
    let python = work.join("venv/bin/python");
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(TOOLS))?;
    run(Command::new(&python).arg(root.join("xtask/src/fonts.py")).args([
        work.join("node_modules"),
        folder.clone(),
        root.join(SHEET),
    ]))?;
    let lines = digests(&folder)?.into_iter().map(|(name, digest)| format!("{digest}  {name}\n"));
    std::fs::write(root.join(DIGESTS), lines.collect::<String>())
}

fn run(command: &mut Command) -> io::Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{command:?}: {status}"))) }
}

/// BLAKE3 in hex of each cut in `folder`, by its name.
///
/// # Errors
/// The folder or a file cannot be read.
pub fn digests(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".woff2") {
            let digest = blake3::hash(&std::fs::read(entry.path())?);
            found.insert(name, digest.to_hex().to_string());
        }
    }
    Ok(found)
}

/// What `list` (the text of [`DIGESTS`]) says otherwise than the cuts that were `found`.
pub fn strange_fonts(list: &str, found: &BTreeMap<String, String>) -> Vec<String> {
    let listed: BTreeMap<&str, &str> =
        list.lines().filter_map(|line| line.split_once("  ")).map(|(digest, name)| (name, digest)).collect();
    let names: BTreeSet<&str> = listed.keys().copied().chain(found.keys().map(String::as_str)).collect();
    let differing =
        names.into_iter().filter(|name| listed.get(name).copied() != found.get(*name).map(String::as_str));
    differing.map(|name| format!("{FOLDER}/{name} is not what `xtask fonts` cut")).collect()
}

/// The cuts that a style sheet names in its `url(…)`.
pub fn named_in(sheet: &str) -> BTreeSet<String> {
    let names = sheet.split("url(\"fonts/").skip(1).filter_map(|rest| rest.split('"').next());
    names.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_that_was_changed_or_came_or_went_is_strange() {
        let found = BTreeMap::from([("a.woff2".to_owned(), "1".to_owned()), ("b.woff2".into(), "2".into())]);
        assert_eq!(strange_fonts("1  a.woff2\n2  b.woff2\n", &found), Vec::<String>::new());
        assert_eq!(strange_fonts("1  a.woff2\n3  b.woff2\n", &found).len(), 1);
        assert_eq!(strange_fonts("1  a.woff2\n", &found).len(), 1);
        assert_eq!(strange_fonts("1  a.woff2\n2  b.woff2\n4  c.woff2\n", &found).len(), 1);
    }

    #[test]
    fn a_sheet_names_its_fonts() {
        let sheet = "src: url(\"fonts/a.woff2\") format(\"woff2\"); src: url(\"x.png\")";
        assert_eq!(named_in(sheet), BTreeSet::from(["a.woff2".to_owned()]));
    }
}

//! Static files under `/static/{name}.{hash}.{ext}`: the binary's, overridden and joined
//! by a folder's. One style sheet is joined of all parts, fonts and pictures keep their
//! names, the boot script goes into the page itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use domain::LocaleTag;
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use super::{
    finding::ThemeFinding,
    folder::Folder,
    sheet::{SheetFault, pressed},
};
use crate::view::{Html, Url};

#[derive(RustEmbed)]
#[folder = "../../ui/reader"]
#[include = "*.css"]
#[include = "*.js"]
#[include = "*.svg"]
#[include = "fonts/*.woff2"]
struct Reader;

/// The sheet that readers fetch.
const SHEET: &str = "reader.css";
/// The script in the head of every page.
const BOOT: &str = "boot.js";

/// A file under `/static/`.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Its media type.
    pub content_type: &'static str,
}

/// All static files of a theme.
#[derive(Debug)]
pub(crate) struct Assets {
    /// By their public name, which holds their hash.
    files: BTreeMap<String, Asset>,
    /// The public name of each by its own name.
    names: BTreeMap<String, String>,
    /// The sheet's text.
    sheet: String,
    boot: String,
    boot_hash: String,
}

impl Assets {
    /// The static files of the binary with those of `folder` in their places, and what is
    /// wrong with them. A file that cannot be used is left out.
    pub(super) fn of(folder: Option<&Folder>) -> (Self, Vec<ThemeFinding>) {
        let mut making = Making { folder, assets: Self::empty(), findings: Vec::new() };
        let mut names: BTreeSet<String> = Reader::iter().map(|name| name.to_string()).collect();
        names.extend(folder.into_iter().flat_map(|folder| folder.files().keys().cloned()));
        let (parts, others): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.ends_with(".css"));
        for name in others {
            making.other(&name);
        }
        making.sheet(&parts);
        (making.assets, making.findings)
    }

    fn empty() -> Self {
        let (files, names) = (BTreeMap::new(), BTreeMap::new());
        Self { files, names, sheet: String::new(), boot: String::new(), boot_hash: String::new() }
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>, content_type: &'static str) {
        let public = public_name(name, &bytes);
        self.files.insert(public.clone(), Asset { bytes: bytes.into(), content_type });
        self.names.insert(name.to_owned(), public);
    }

    /// The path of a static file by its own name, such as `icon.svg`.
    pub(crate) fn path_of(&self, name: &str) -> Option<String> {
        self.names.get(name).map(|public| format!("/static/{public}"))
    }

    /// A file by its public name.
    pub(crate) fn get(&self, public: &str) -> Option<&Asset> {
        self.files.get(public)
    }

    /// The sheet's text, as readers get it.
    pub(crate) fn sheet_text(&self) -> &str {
        &self.sheet
    }

    /// The path of the sheet.
    pub(crate) fn sheet(&self) -> Option<String> {
        self.path_of(SHEET)
    }

    /// What stands in `<script>` in the head of every page, to the byte.
    pub(crate) fn boot(&self) -> Html {
        Html::printed(self.boot.clone())
    }

    /// The same as text.
    pub(super) fn boot_text(&self) -> &str {
        &self.boot
    }

    /// Its SHA-256 as a Content Security Policy names it (CSP 3 §2.3.1): `sha256-…`.
    pub(crate) fn boot_hash(&self) -> &str {
        &self.boot_hash
    }

    /// The scripts that a page loads, deferred, in the order of their names.
    pub(crate) fn scripts(&self) -> Vec<Url> {
        let scripts = self.names.iter().filter(|(name, _)| name.ends_with(".js"));
        scripts.map(|(_, public)| Url::new(&format!("/static/{public}"))).collect()
    }

    /// The fonts that the first view of a page in `locale` is set in.
    pub(crate) fn fonts(&self, locale: &LocaleTag) -> Vec<Url> {
        let begin = format!("fonts/{}-", script_of(locale.language()));
        let fonts = self.names.iter().filter(|(name, _)| name.starts_with(&begin));
        fonts.map(|(_, public)| Url::new(&format!("/static/{public}"))).collect()
    }
}

struct Making<'a> {
    folder: Option<&'a Folder>,
    assets: Assets,
    findings: Vec<ThemeFinding>,
}

impl Making<'_> {
    fn read(&self, name: &str) -> Vec<u8> {
        let over = self.folder.and_then(|folder| folder.files().get(name).cloned());
        over.or_else(|| Reader::get(name).map(|file| file.data.into_owned())).unwrap_or_default()
    }

    fn find(&mut self, name: &str, line: Option<usize>, what: impl Into<String>, mend: &str) {
        self.findings.push(ThemeFinding::new(format!("static/{name}"), line, what, mend));
    }

    fn text(&mut self, name: &str) -> Option<String> {
        let text = String::from_utf8(self.read(name)).ok();
        if text.is_none() {
            self.find(name, None, "it is not UTF-8", "save it as UTF-8");
        }
        text
    }

    fn other(&mut self, name: &str) {
        if name == BOOT {
            return self.boot();
        }
        match media_type(name) {
            Some(content_type) => self.assets.add(name, self.read(name), content_type),
            None => self.find(
                name,
                None,
                "readers are given no file of this kind",
                "use .css, .js, .svg, .png, .jpg, .webp, .avif, .ico or .woff2",
            ),
        }
    }

    /// A browser hashes the text of the element, in which line ends are `\n` (HTML §13.2.3.5).
    fn boot(&mut self) {
        let Some(text) = self.text(BOOT) else { return };
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim().to_owned();
        let lower = text.to_ascii_lowercase();
        for forbidden in ["</script", "<script", "<!--", "\0"] {
            if let Some(before) = lower.find(forbidden).and_then(|at| lower.get(..at)) {
                let line = before.matches('\n').count() + 1;
                let what = format!("{forbidden:?} would end or swallow the page's head");
                self.find(BOOT, Some(line), what, "write it in two pieces");
            }
        }
        let hash = BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
        self.assets.boot_hash = format!("sha256-{hash}");
        self.assets.boot = text;
    }

    /// The sheet is cut into parts for those who edit it; readers fetch one. A folder's
    /// `reader.css` stands for all of the binary's parts, its other parts go with either.
    fn sheet(&mut self, parts: &[String]) {
        let own = |name: &str| self.folder.is_some_and(|folder| folder.files().contains_key(name));
        let whole = own(SHEET);
        let parts: Vec<_> = parts.iter().filter(|name| !whole || own(name)).cloned().collect();
        let mut sheet = String::new();
        for name in parts {
            let Some(text) = self.text(&name) else { continue };
            let (css, faults) =
                pressed(text.trim_start_matches('\u{feff}'), &|file| self.assets.path_of(file));
            for SheetFault { line, what } in faults {
                let mend = "close it, or put the file into static/ and name it as it lies there";
                self.find(&name, Some(line), what, mend);
            }
            sheet.push_str(&css);
        }
        self.assets.sheet.clone_from(&sheet);
        self.assets.add(SHEET, sheet.into_bytes(), "text/css; charset=utf-8");
    }
}

/// `fonts/serif.woff2` with its bytes becomes `serif.0a1b2c3d4e5f6071.woff2`.
pub(super) fn public_name(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let hash = hash.get(..16).unwrap_or(&hash);
    let name = name.rsplit('/').next().unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

/// None for what readers are not given.
fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit('.').next()? {
        "js" => "text/javascript; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        _ => return None,
    })
}

/// The script that a language is written in, as the fonts' names call it.
fn script_of(language: &str) -> &'static str {
    match language {
        "ru" | "be" | "bg" | "kk" | "ky" | "mk" | "mn" | "sr" | "tg" | "uk" => "cyrillic",
        "hy" => "armenian",
        "ka" => "georgian",
        "he" | "yi" => "hebrew",
        "ar" | "fa" | "ps" | "ur" => "arabic",
        _ => "latin",
    }
}

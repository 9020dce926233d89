//! A document survives its JSON and its HTML; real pages come out of HTML as they went in.

use std::path::{Path, PathBuf};

use crate::ids;
use crate::trees::{self, numbered};
use document::{
    BranchPage, Document, Href, HtmlOptions, MediaRef, PictureFile, PictureRef, PlainResolver, Resolver,
    Targets, html_in, to_html,
};
use domain::{AssetId, BranchId};
use proptest::prelude::*;

/// Every asset lies at `/media/{id}`.
struct Shelf;

fn shelf(id: AssetId) -> Href {
    Href::parse(&format!("/media/{id}")).unwrap()
}

fn from_shelf(src: &str) -> Option<AssetId> {
    src.strip_prefix("/media/")?.parse().ok()
}

impl Targets for Shelf {
    fn picture(&self, id: AssetId) -> Option<PictureFile> {
        let webp = format!("/media/{id}.webp 800w");
        Some(PictureFile {
            src: shelf(id),
            size: Some((800, 600)),
            webp,
            sizes: "100vw".to_owned(),
            tone: Some(3),
            credit: String::new(),
        })
    }

    fn media(&self, id: AssetId) -> Option<Href> {
        Some(shelf(id))
    }

    fn branch(&self, _: BranchId) -> Option<BranchPage> {
        None
    }
}

impl Resolver for Shelf {
    fn picture(&mut self, src: &str) -> Option<PictureRef> {
        from_shelf(src).map(PictureRef::Asset).or_else(|| PlainResolver.picture(src))
    }

    fn media(&mut self, src: &str) -> Option<MediaRef> {
        from_shelf(src).map(MediaRef::Asset).or_else(|| PlainResolver.media(src))
    }
}

fn print(document: &Document) -> String {
    to_html(document, &HtmlOptions { targets: &Shelf, base_url: None })
}

proptest! {
    #[test]
    fn json_gives_the_same_document(document in trees::document()) {
        let json = serde_json::to_string(&document).unwrap();
        prop_assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    }

    #[test]
    fn html_gives_the_same_document(document in trees::document()) {
        let html = print(&document);
        let parsed = html_in(&html, &mut Shelf, &mut ids());
        prop_assert_eq!(numbered(&parsed.document), document, "{}", html);
        prop_assert!(parsed.report.is_empty(), "{:?}", parsed.report);
    }
}

#[test]
fn real_pages_come_out_of_html_as_they_went_in() {
    let Some(root) = reference_data() else { return };
    let mut pages = Vec::new();
    for folder in std::fs::read_dir(root.join("html/readability")).unwrap() {
        let folder = folder.unwrap().path();
        pages.extend(
            ["source.html", "expected.html"].map(|it| folder.join(it)).into_iter().filter(|it| it.exists()),
        );
    }
    assert!(pages.len() > 50, "only {} pages", pages.len());
    for page in pages {
        let html = std::fs::read(&page).unwrap();
        let first = html_in(&html, &mut PlainResolver, &mut ids());
        assert!(!first.document.is_empty(), "{} is empty", page.display());
        let printed = to_html(&first.document, &HtmlOptions::default());
        let second = html_in(&printed, &mut PlainResolver, &mut ids());
        assert_same(&numbered(&first.document), &numbered(&second.document), &page);
        let json = serde_json::to_string(&first.document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), first.document);
    }
}

/// Compares block by block, since a difference of two whole pages says nothing.
fn assert_same(one: &Document, other: &Document, page: &Path) {
    for (a, b) in one.blocks().iter().zip(other.blocks()) {
        assert_eq!(a, b, "{}", page.display());
    }
    assert_eq!(one.blocks().len(), other.blocks().len(), "{}", page.display());
}

/// The folder of third-party data; tells loudly where there is none.
fn reference_data() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let given = std::env::var_os("MASTHEAD_REFERENCE_DATA");
    let data = given.map_or_else(|| root.join("../shared/data"), |it| root.join(it));
    if !data.join("html").is_dir() {
        eprintln!("SKIPPED: no reference data in {}; set MASTHEAD_REFERENCE_DATA", data.display());
        return None;
    }
    Some(data)
}

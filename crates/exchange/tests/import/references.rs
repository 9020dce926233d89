//! Real exports of third parties move in, on both databases.

use std::path::Path;

use desk::{SystemWorld, World as _};
use domain::{OldAddress, Space};
use exchange::wxr::{Entry, Item, Limits, Reader};
use store::{Lookup, RedirectTo, Snapshot};

use crate::{import, on_both};

const EXPORTS: [&str; 3] = [
    "wxr/wordpress-importer/theme-unit-test-data.xml",
    "wxr/wordpress-importer/small-export.xml",
    "wxr/pelican/wordpressexport.xml",
];

/// What readers of the old site could open: posts and pages that were public.
fn public_items(file: &Path) -> Vec<Item> {
    let items = Reader::open(file, Limits::default()).unwrap().filter_map(|entry| match entry {
        Ok(Entry::Item(item)) => Some(*item),
        _ => None,
    });
    items
        .filter(|item| matches!(item.post_type.as_str(), "post" | "page"))
        .filter(|item| item.status == "publish" && item.password.is_empty() && item.published.is_some())
        .collect()
}

async fn page_of(snapshot: &mut Snapshot, old: &OldAddress) -> Option<store::Article> {
    let now = SystemWorld.now();
    let to = snapshot.redirect(&old.path, &old.query, &old.host).await.unwrap()?;
    let RedirectTo::Branch(edition, branch) = to else { return None };
    let sibling = snapshot.branch_address(branch, now).await.unwrap()?.ok()?;
    match snapshot.article(&edition, sibling.space, sibling.slug.as_str(), now).await.unwrap() {
        Lookup::Here(article) => Some(article.into_inner()),
        _ => None,
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_post_and_page_is_found_at_its_old_address() {
    let Some(data) = rig::reference_data() else { return };
    for export in EXPORTS {
        let file = data.join(export);
        let items = public_items(&file);
        assert!(!items.is_empty(), "{export} holds nothing public");
        on_both(async |desk| {
            let report = import(&desk, &file).await;
            assert_eq!(report.broken, None, "{export}");
            let mut snapshot = desk.store().snapshot().await.unwrap();
            let mut claimed = std::collections::BTreeSet::new();
            for item in &items {
                let old = OldAddress::parse(&item.link).unwrap();
                // An address that several items of a file claim is the first one's.
                if (old.path.is_empty() && old.query.is_empty()) || !claimed.insert(old.clone()) {
                    continue;
                }
                let found = page_of(&mut snapshot, &old).await;
                let article = found.unwrap_or_else(|| panic!("{export}: {} leads nowhere", item.link));
                let space = if item.post_type == "page" { Space::Page } else { Space::Post };
                assert_eq!(article.space, space, "{}", item.link);
                // The export's title is an HTML fragment; the headline is its words.
                let headline = letters(&article.content.headlines.full);
                let title = letters(&item.title.replace("&amp;", "&"));
                let same = item.title.is_empty() || item.title.contains(['<', '&']) || headline == title;
                assert!(same, "{}: {headline:?} is not {title:?}", item.link);
            }
            snapshot.close().await.unwrap();
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_import_changes_nothing() {
    let Some(data) = rig::reference_data() else { return };
    on_both(async |desk| {
        for export in EXPORTS {
            let file = data.join(export);
            let first = import(&desk, &file).await;
            let position = desk.store().journal().head().await.unwrap();
            let second = import(&desk, &file).await;
            assert_eq!((second.posts, second.pages, second.changed), (0, 0, 0), "{export}");
            assert_eq!(
                (second.sections, second.topics, second.persons),
                (0, 0, 0),
                "{export}: {first} then {second}"
            );
            assert_eq!(second.same, first.articles(), "{export}");
            assert_eq!(desk.store().journal().head().await.unwrap(), position, "{export} wrote an event");
        }
        assert_eq!(store::check(desk.store()).await.unwrap(), vec![]);
    })
    .await;
}

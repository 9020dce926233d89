//! Law 8 over HTTP: whoever followed an old link of an archive that moved in arrives.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use desk::{Came, SystemWorld, TakePictures, World as _};
use domain::{Asset, OldAddress, Picture};
use exchange::{
    import::{Options, import_wxr},
    wxr::{Entry, Item, Limits, Reader},
};
use media::Blobs;
use rig::Node;

use crate::{
    moving_pictures::PICTURE,
    page::{answer_of, words},
    place::{Place, on_both, operator},
};

const EXPORTS: [&str; 3] = [
    "wxr/wordpress-importer/theme-unit-test-data.xml",
    "wxr/wordpress-importer/small-export.xml",
    "wxr/pelican/wordpressexport.xml",
];

/// What readers of the old site could open, each at an address that no item before it had.
fn public_items(file: &Path) -> Vec<(Item, OldAddress)> {
    let items = Reader::open(file, Limits::default()).unwrap().filter_map(|entry| match entry {
        Ok(Entry::Item(item)) => Some(*item),
        _ => None,
    });
    let mut claimed = BTreeSet::new();
    items
        .filter(|item| matches!(item.post_type.as_str(), "post" | "page"))
        .filter(|item| item.status == "publish" && item.password.is_empty() && item.published.is_some())
        .filter_map(|item| OldAddress::parse(&item.link).map(|address| (item, address)))
        // The old front is no article's address.
        .filter(|(_, address)| !(address.path.is_empty() && address.query.is_empty()))
        .filter(|(_, address)| claimed.insert(address.clone()))
        .collect()
}

/// Path and query of an address, as they stand.
fn target_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("/", |at| &rest[at..])
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Words of the old body that must be on the new page: the longest run between markup,
/// shortcodes and references.
fn telling_words(content: &str) -> String {
    let mut outside = true;
    let plain = content.chars().map(|c| {
        outside = match c {
            '<' | '[' | '&' => false,
            '>' | ']' | ';' => true,
            _ => outside,
        };
        if outside && (c.is_alphanumeric() || c == ' ') { c } else { '\n' }
    });
    let plain: String = plain.collect();
    plain.lines().map(str::trim).max_by_key(|line| line.len()).unwrap_or_default().to_owned()
}

/// By one 301 from the old address, whoever is asked for it, to a page with title and text.
fn arrives(node: &Node, item: &Item, address: &OldAddress) -> Result<(), String> {
    let target = target_of(&item.link);
    let hosts = [address.host.clone(), format!("www.{}:80", address.host), node.addr().to_string()];
    let answers: BTreeSet<_> = hosts.iter().map(|host| answer_of(node.addr(), host, target)).collect();
    let [(301, to)] = &answers.into_iter().collect::<Vec<_>>()[..] else {
        return Err(format!("{target} is not one 301: {:?}", answer_of(node.addr(), &hosts[0], target)));
    };
    let page = node.get(target_of(to)).unwrap();
    if page.status != 200 {
        return Err(format!("{target} leads to {to}, which answers {}", page.status));
    }
    let html = page.text();
    let headline = html.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap_or_default();
    // The export's title is an HTML fragment itself; its words are compared.
    let title = words(&words(&item.title));
    if !title.is_empty() && letters(&words(headline)) != letters(&title) {
        return Err(format!("{to} is titled {headline:?}, not {title:?}"));
    }
    let told = letters(&telling_words(&item.content));
    if !letters(&words(&html)).contains(&told) {
        return Err(format!("{to} does not hold {told:?}"));
    }
    Ok(())
}

/// Takes an export in. A test asks no host of the internet: one picture stands for all.
fn bring_in(place: &Place, file: &Path) {
    place.inside(async |desk| {
        let options = Options { edition: Some("en".to_owned().try_into().unwrap()) };
        import_wxr(&desk, file, &options, &mut |_| {}).await.unwrap();
        let blob = Blobs::disk(place.folder().join("media")).put(PICTURE.into()).await.unwrap();
        let mut snapshot = desk.store().snapshot().await.unwrap();
        let awaited = snapshot.awaited_pictures(&[], SystemWorld.now(), 10_000).await.unwrap();
        snapshot.close().await.unwrap();
        let here = awaited.into_iter().map(|awaited| {
            let id = awaited.picture.asset;
            let picture = Picture { blob, width: 1, height: 1, tint: 0 };
            let (focal, credit, licence, expires) = (None, None, None, None);
            let words = BTreeMap::new();
            (id, Came::Here(Asset { id, picture, focal, credit, licence, expires, words }))
        });
        let pictures = TakePictures { pictures: here.collect() };
        desk.run(&operator(), &pictures).await.unwrap();
    });
}

on_both! {
    fn law_8_every_old_address_of_three_real_exports_leads_by_one_301_to_its_text(engine: Engine) {
        let Some(data) = rig::reference_data() else { return };
        for export in EXPORTS {
            let place = Place::with_editions(engine);
            let file = data.join(export);
            let items = public_items(&file);
            assert!(!items.is_empty(), "{export} holds nothing public");
            bring_in(&place, &file);
            let node = place.serve();
            let lost: Vec<_> =
                items.iter().filter_map(|(item, address)| arrives(&node, item, address).err()).collect();
            assert!(lost.is_empty(), "{export}: {} of {}:\n{}", lost.len(), items.len(), lost.join("\n"));
            drop(node);
            place.is_sound();
        }
    }
}

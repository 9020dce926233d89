//! Menus, profiles, sources and the settings of the paper.

use std::collections::BTreeMap;

use desk::{PutPerson, PutSource, Refusal, SetMenu, SetSetting, World as _};
use domain::{
    Action, LocaleTag, MenuItem, MenuPlace, OriginalName, Person, PersonId, Profile, Role, Slug, Source,
    SourceId,
};

use crate::{
    house::{House, code, on_both},
    refusals::{denied, holder, refused},
};

fn original(text: &str) -> OriginalName {
    OriginalName { text: text.to_owned(), locale: LocaleTag::parse("en").unwrap() }
}

fn source(house: &House, slug: &str) -> Source {
    Source {
        id: SourceId::new(house.world.uuid()),
        slug: Slug::parse(slug).unwrap(),
        original: original("The Ledger"),
        names: BTreeMap::new(),
        about: [(code("en"), "A paper.".to_owned())].into(),
        home_url: None,
    }
}

fn link(url: &str, label: &str) -> MenuItem {
    MenuItem::Link { url: url.to_owned(), label: label.to_owned() }
}

fn menu(place: MenuPlace, items: Vec<MenuItem>) -> SetMenu {
    SetMenu { edition: code("en"), place, items }
}

on_both! {
    async fn a_menu_is_set_read_with_the_frame_and_taken_away(engine: Engine) {
        let house = House::open(engine).await;
        let world = house.section("world", None).await;
        let items = vec![
            MenuItem::Section { section: world, label: Some("Abroad".to_owned()) },
            MenuItem::Page { slug: Slug::parse("about").unwrap(), label: "About us".to_owned() },
            link("https://shop.example/", "Shop"),
        ];
        house.does(&menu(MenuPlace::Footer, items.clone())).await;
        let frame = std::sync::Arc::clone(house.store.snapshot().await.unwrap().frame());
        assert_eq!(frame.menu(&code("en"), MenuPlace::Footer), items);
        assert!(frame.menu(&code("en"), MenuPlace::Header).is_empty());
        assert!(frame.menu(&code("ar"), MenuPlace::Footer).is_empty());
        house.does(&menu(MenuPlace::Footer, Vec::new())).await;
        let frame = std::sync::Arc::clone(house.store.snapshot().await.unwrap().frame());
        assert!(frame.menus.is_empty());
        let head = house.store.journal().head().await.unwrap();
        house.does(&menu(MenuPlace::Footer, Vec::new())).await;
        assert_eq!(house.store.journal().head().await.unwrap(), head, "nothing changed");
    }

    async fn a_menu_that_leads_nowhere_or_says_too_much_is_refused(engine: Engine) {
        let house = House::open(engine).await;
        let elsewhere = domain::SectionId::new(house.world.uuid());
        let section = MenuItem::Section { section: elsewhere, label: None };
        assert!(matches!(refused(&house, &menu(MenuPlace::Header, vec![section])).await, Refusal::Section(_)));
        for bad in [link("javascript:alert(1)", "x"), link("//evil.example/", "x"), link("/en/", " ")] {
            let refusal = refused(&house, &menu(MenuPlace::Header, vec![bad])).await;
            assert!(matches!(refusal, Refusal::Setting { .. }), "{refusal}");
        }
        let long = refused(&house, &menu(MenuPlace::Header, vec![link("/en/", &"x".repeat(61))])).await;
        assert!(matches!(long, Refusal::TooLong { size: 61, limit: 60, .. }));
        let many = refused(&house, &menu(MenuPlace::Header, vec![link("/en/", "x"); 25])).await;
        assert!(matches!(many, Refusal::TooMany { size: 25, limit: 24, .. }));
        let unknown = SetMenu { edition: code("hy"), ..menu(MenuPlace::Header, Vec::new()) };
        assert!(matches!(refused(&house, &unknown).await, Refusal::Unknown(_)));
        let other = holder(&house, Role::ChiefEditor, &["ar"], &[]);
        denied(&house, &other, &menu(MenuPlace::Header, Vec::new()), Action::EditEdition).await;
    }

    async fn a_profile_is_an_editions_own(engine: Engine) {
        let house = House::open(engine).await;
        let profile = Profile { role: Some("Columnist".to_owned()), about: Some("Writes.".to_owned()) };
        let person = Person {
            id: PersonId::new(house.world.uuid()),
            slug: Slug::parse("ada").unwrap(),
            original: original("Ada Wong"),
            names: BTreeMap::new(),
            profiles: [(code("en"), profile)].into(),
            portrait: None,
        };
        house.does(&PutPerson { person: person.clone() }).await;
        let mut snapshot = house.store.snapshot().await.unwrap();
        let here = snapshot.person_at(&code("en"), "ada").await.unwrap().unwrap();
        assert_eq!((here.named.role.as_deref(), here.about.as_deref()), (Some("Columnist"), Some("Writes.")));
        let there = snapshot.person_at(&code("ar"), "ada").await.unwrap().unwrap();
        assert_eq!((there.named.role, there.about), (None, None));
        snapshot.close().await.unwrap();
        let mut tx = house.store.begin().await.unwrap();
        assert_eq!(tx.person(person.id).await.unwrap().as_ref(), Some(&person));
        drop(tx);
        let empty = Profile { role: None, about: Some(" ".to_owned()) };
        let put = PutPerson { person: Person { profiles: [(code("en"), empty)].into(), ..person } };
        assert!(matches!(refused(&house, &put).await, Refusal::Setting { .. }));
    }

    async fn law_8_a_url_is_for_ever_a_source_keeps_its_old_slug(engine: Engine) {
        let house = House::open(engine).await;
        let ledger = source(&house, "ledger");
        house.does(&PutSource { source: ledger.clone() }).await;
        let renamed = Source { slug: Slug::parse("the-ledger").unwrap(), ..ledger.clone() };
        house.does(&PutSource { source: renamed.clone() }).await;
        let mut snapshot = house.store.snapshot().await.unwrap();
        for (slug, is_current) in [("ledger", false), ("the-ledger", true)] {
            let found = snapshot.source_at(&code("en"), slug).await.unwrap().unwrap();
            assert_eq!((found.named.id, found.is_current), (ledger.id, is_current), "{slug}");
            assert_eq!((found.named.slug, found.about.as_deref()), (renamed.slug.clone(), Some("A paper.")));
        }
        assert_eq!(snapshot.source_at(&code("ar"), "ledger").await.unwrap().unwrap().about, None);
        snapshot.close().await.unwrap();
        let taken = refused(&house, &PutSource { source: source(&house, "ledger") }).await;
        assert_eq!(taken, Refusal::SlugTaken("ledger".to_owned()));
        house.check().await;
    }

    async fn accounts_are_an_editions_own_or_the_portals(engine: Engine) {
        let house = House::open(engine).await;
        let set = |key: &str, value: &str| SetSetting { key: key.to_owned(), value: Some(value.to_owned()) };
        for (key, value) in [
            ("social.x", "https://x.example/paper"),
            ("social.x.ar", "https://x.example/paper_ar"),
            ("trust.contact", "mailto:desk@paper.example"),
            ("trust.datatrainingallowed", "no"),
        ] {
            house.does(&set(key, value)).await;
        }
        let snapshot = house.store.snapshot().await.unwrap();
        let settings = snapshot.frame().settings.clone();
        assert_eq!(settings.get("social.x.ar").map(String::as_str), Some("https://x.example/paper_ar"));
        snapshot.close().await.unwrap();
        let unknown = refused(&house, &set("social.x.hy", "https://x.example/paper_hy")).await;
        assert!(matches!(unknown, Refusal::Unknown(_)));
        assert!(matches!(refused(&house, &set("trust.datatrainingallowed", "maybe")).await, Refusal::Setting { .. }));
        house.does(&SetSetting { key: "social.x.ar".to_owned(), value: None }).await;
    }
}

//! Law 8, a URL is for ever: what was once public at a slug stays findable by it, and the
//! slug goes to nobody else.

use std::collections::BTreeMap;

use desk::{ChangeSlug, Create, DeskError, PutPerson, PutSection, Refusal, World as _};
use domain::{
    BranchId, EditionCode, LocaleTag, OriginalName, Person, PersonId, Section, SectionId, Slug, Space,
};
use store::{AddressSpace, BranchState, Lookup, StoreError};

use crate::{
    history::{Office, Step, histories},
    house::{Engine, House, article, code, on_both, operator},
};

mod law_8_a_url_is_for_ever {
    use super::*;

    #[test]
    fn sqlite() {
        histories(8, 50, |history| live(Engine::Sqlite, history));
    }

    #[test]
    fn postgres() {
        histories(3, 50, |history| live(Engine::Postgres, history));
    }
}

type Address = (EditionCode, Space, Slug);

async fn live(engine: Engine, history: Vec<Step>) {
    let mut office = Office::new(engine).await;
    let (mut public, mut used) = (BTreeMap::new(), BTreeMap::new());
    for step in &history {
        office.take(step).await;
        let states = office.states().await;
        for BranchState { branch, .. } in &states {
            let address = (branch.edition.clone(), branch.space, branch.slug.clone());
            if branch.was_public() {
                let first = *public.entry(address.clone()).or_insert(branch.id);
                assert_eq!(first, branch.id, "{address:?} was given to another");
            }
            used.insert(address, branch.id);
        }
        public_addresses_lead_home(&office.house, &public, &states).await;
        never_public_addresses_are_free(&office.house, &used, &public, &states).await;
    }
    office.house.check().await;
}

async fn public_addresses_lead_home(
    house: &House,
    public: &BTreeMap<Address, BranchId>,
    states: &[BranchState],
) {
    let now = house.world.now();
    let mut snapshot = house.store.snapshot().await.unwrap();
    for ((edition, space, slug), branch) in public {
        let home = states.iter().find(|s| s.branch.id == *branch).unwrap();
        match snapshot.article(edition, *space, slug.as_str(), now).await.unwrap() {
            Lookup::Here(shown) => assert_eq!(shown.branch, *branch),
            // One step, never a chain.
            Lookup::Moved(to) => assert_eq!(to, home.branch.slug),
            Lookup::Hidden(_) => {}
            Lookup::Unknown => panic!("/{edition}/{}/{slug} was public and is forgotten", space.as_str()),
        }
    }
    snapshot.close().await.unwrap();
}

async fn never_public_addresses_are_free(
    house: &House,
    used: &BTreeMap<Address, BranchId>,
    public: &BTreeMap<Address, BranchId>,
    states: &[BranchState],
) {
    let mut tx = house.store.begin().await.unwrap();
    for address in used.keys().filter(|address| !public.contains_key(address)) {
        let (edition, space, slug) = address;
        let at =
            |s: &&BranchState| (&s.branch.edition, s.branch.space, &s.branch.slug) == (edition, *space, slug);
        let present = states.iter().find(at).map(|s| s.branch.id.uuid());
        let occupant = tx.occupant((*space).into(), Some(edition), slug.as_str()).await.unwrap();
        assert_eq!(occupant.map(|o| o.target), present, "{address:?} was never public");
    }
}

on_both! {
    async fn law_8_a_changed_slug_leads_to_the_present_one(engine: Engine) {
        let house = House::open(engine).await;
        let branch = house.live("en", "rain", &[]).await;
        for slug in ["harbour", "dock", "rain", "quay"] {
            house.does(&ChangeSlug { branch, slug: Slug::parse(slug).unwrap() }).await;
        }
        let mut snapshot = house.store.snapshot().await.unwrap();
        for old in ["rain", "harbour", "dock"] {
            let found = snapshot.article(&code("en"), Space::Post, old, house.world.now()).await.unwrap();
            assert!(matches!(&found, Lookup::Moved(to) if to.as_str() == "quay"), "{old}: {found:?}");
        }
        let found = snapshot.article(&code("en"), Space::Post, "quay", house.world.now()).await.unwrap();
        assert!(matches!(found, Lookup::Here(_)));
        snapshot.close().await.unwrap();
        let taken = create(&house, "harbour");
        let refused = house.tries(&taken).await.unwrap_err();
        assert!(matches!(refused, DeskError::Refused(Refusal::SlugTaken(_))), "{refused}");
        house.check().await;
    }

    async fn law_8_of_creates_that_race_for_a_slug_exactly_one_wins(engine: Engine) {
        let house = House::open(engine).await;
        let other = house.second_node().await;
        for round in 0..6 {
            let slug = format!("race-{round}");
            let case = create(&house, &slug);
            let who = operator();
            let desks = [&house.desk, &other, &house.desk, &other];
            let [a, b, c, d] = desks.map(|desk| desk.run(&who, &case));
            let outcomes = tokio::join!(a, b, c, d);
            let mut won = 0;
            for outcome in [outcomes.0, outcomes.1, outcomes.2, outcomes.3] {
                match outcome {
                    Ok(_) => won += 1,
                    Err(DeskError::Refused(Refusal::SlugTaken(_)) | DeskError::Store(StoreError::Taken("the slug"))) => {}
                    Err(other) => panic!("{other}: {other:?}"),
                }
            }
            assert_eq!(won, 1, "round {round}");
        }
        house.check().await;
    }

    async fn law_8_sections_and_persons_keep_their_old_slugs(engine: Engine) {
        let house = House::open(engine).await;
        let section = house.section("world", None).await;
        let person = PersonId::new(house.world.uuid());
        house.does(&put_person(person, "ani")).await;
        house.does(&put_section(section, "globe")).await;
        house.does(&put_person(person, "ani-petrosyan")).await;
        let mut snapshot = house.store.snapshot().await.unwrap();
        for (space, old, new, id) in [
            (AddressSpace::Section, "world", "globe", section.uuid()),
            (AddressSpace::Person, "ani", "ani-petrosyan", person.uuid()),
        ] {
            assert_eq!(snapshot.portal_address(space, old).await.unwrap(), Some((id, false)));
            assert_eq!(snapshot.portal_address(space, new).await.unwrap(), Some((id, true)));
        }
        snapshot.close().await.unwrap();
        let other = SectionId::new(house.world.uuid());
        let refused = house.tries(&put_section(other, "world")).await.unwrap_err();
        assert!(matches!(refused, DeskError::Refused(Refusal::SlugTaken(_))), "{refused}");
        let other = PersonId::new(house.world.uuid());
        let refused = house.tries(&put_person(other, "ani")).await.unwrap_err();
        assert!(matches!(refused, DeskError::Refused(Refusal::SlugTaken(_))), "{refused}");
    }
}

fn create(house: &House, slug: &str) -> Create {
    let slug = Slug::parse(slug).unwrap();
    let sections: Vec<SectionId> = house.store.frame().sections.iter().map(|s| s.id).collect();
    Create { edition: code("en"), story: None, slug, content: article("Race", &sections) }
}

fn put_section(id: SectionId, slug: &str) -> PutSection {
    let slug = Slug::parse(slug).unwrap();
    PutSection { section: Section { id, parent: None, slug, ordinal: 0, words: BTreeMap::new() } }
}

fn put_person(id: PersonId, slug: &str) -> PutPerson {
    let original = OriginalName { text: "Ani".to_owned(), locale: LocaleTag::parse("hy").unwrap() };
    let slug = Slug::parse(slug).unwrap();
    PutPerson {
        person: Person {
            id,
            slug,
            original,
            names: BTreeMap::new(),
            profiles: BTreeMap::new(),
            portrait: None,
        },
    }
}

//! Who may not, and what is not taken: each is told with its reason, and nothing is written.

use desk::{
    Create, DeskError, Field, FieldValue, MoveSections, Publish, PutEdition, PutSection, Refusal, Save,
    SetSetting, UseCase, Withdraw, World as _,
};
use document::Patch;
use domain::{
    Action, Actor, Authority, BranchId, Denied, EditionError, Grant, LocaleTag, Role, Scope, SectionId, Slug,
    SlugError, UserId, Withdrawal, ZoneError,
};

use crate::{
    house::{House, article, code, edition, on_both},
    law_2,
};

pub(crate) fn holder(house: &House, role: Role, editions: &[&str], sections: &[SectionId]) -> Authority {
    let editions = match editions {
        [] => Scope::All,
        codes => Scope::Only(codes.iter().map(|c| code(c)).collect()),
    };
    let sections = if sections.is_empty() { Scope::All } else { Scope::Only(sections.to_vec()) };
    let actor = Actor::User(UserId::new(house.world.uuid()));
    Authority { actor, grants: vec![Grant { role, editions, sections }] }
}

pub(crate) async fn denied<C: UseCase>(house: &House, who: &Authority, case: &C, action: Action) {
    let (rows, head) = (law_2::rows(house).await, house.store.journal().head().await.unwrap());
    match house.desk.run(who, case).await {
        Err(DeskError::Denied(denied)) => assert_eq!(denied, Denied { action }),
        Err(other) => panic!("{action:?} was refused for another reason: {other}"),
        Ok(_) => panic!("{action:?} was allowed"),
    }
    assert_eq!((law_2::rows(house).await, house.store.journal().head().await.unwrap()), (rows, head));
}

pub(crate) async fn refused<C: UseCase>(house: &House, case: &C) -> Refusal {
    let (rows, head) = (law_2::rows(house).await, house.store.journal().head().await.unwrap());
    let refusal = match house.tries(case).await {
        Err(DeskError::Refused(refusal)) => refusal,
        Err(other) => panic!("failed instead of refusing: {other}"),
        Ok(_) => panic!("was taken"),
    };
    assert_eq!((law_2::rows(house).await, house.store.journal().head().await.unwrap()), (rows, head));
    refusal
}

fn headline(branch: BranchId, text: &str) -> Save {
    let fields = vec![FieldValue::Text(Field::Headline, text.to_owned())];
    Save { branch, base_version: 1, fields, body: Patch::default() }
}

on_both! {
    async fn a_reporter_saves_own_texts_and_publishes_none(engine: Engine) {
        let house = House::open(engine).await;
        let reporter = holder(&house, Role::Reporter, &[], &[]);
        let slug = Slug::parse("rain").unwrap();
        let create = Create { edition: code("en"), story: None, slug, content: article("Rain", &[]) };
        let own = house.desk.run(&reporter, &create).await.unwrap().done;
        house.desk.run(&reporter, &headline(own, "Rain again")).await.unwrap();
        denied(&house, &reporter, &Publish { branch: own, version: 2, update: false }, Action::Publish).await;
        let foreign = house.draft("en", "foreign", article("Foreign", &[])).await;
        denied(&house, &reporter, &headline(foreign, "Mine"), Action::Save).await;
        house.publish(own).await;
        let live = Withdraw { branch: own, reason: Withdrawal::Legal };
        denied(&house, &reporter, &live, Action::Withdraw).await;
        let sections = MoveSections { branch: own, sections: Vec::new() };
        denied(&house, &reporter, &sections, Action::MoveSections).await;
    }

    async fn a_grant_ends_at_its_editions_and_reaches_subsections(engine: Engine) {
        let house = House::open(engine).await;
        let world = house.section("world", None).await;
        let asia = house.section("asia", Some(world)).await;
        let sport = house.section("sport", None).await;
        let editor = holder(&house, Role::Editor, &["ar"], &[world]);
        let publish = |branch| Publish { branch, version: 1, update: false };
        let english = house.draft("en", "rain", article("Rain", &[asia])).await;
        denied(&house, &editor, &publish(english), Action::Publish).await;
        let sports = house.draft("ar", "match", article("Match", &[sport])).await;
        denied(&house, &editor, &publish(sports), Action::Publish).await;
        let arabic = house.draft("ar", "rain", article("مطر", &[asia])).await;
        house.desk.run(&editor, &publish(arabic)).await.unwrap();
        let name = SetSetting { key: "portal.name".to_owned(), value: Some("Mine".to_owned()) };
        denied(&house, &editor, &name, Action::EditPortal).await;
    }

    async fn slugs_that_are_none_are_told_apart(engine: Engine) {
        let house = House::open(engine).await;
        assert_eq!(Slug::parse(&"a".repeat(4_000)), Err(SlugError::TooLong(4_000)));
        assert!(matches!(Slug::parse("party-🎉"), Err(SlugError::Character { found: '🎉', .. })));
        let section = domain::Section {
            id: SectionId::new(house.world.uuid()),
            parent: None,
            slug: Slug::parse("feed").unwrap(),
            ordinal: 0,
            words: std::collections::BTreeMap::new(),
        };
        let refusal = refused(&house, &PutSection { section }).await;
        assert_eq!(refusal, Refusal::Slug(SlugError::RouteWord("feed".to_owned())));
        let longest = Slug::parse(&"я".repeat(200)).unwrap();
        let create = Create { edition: code("en"), story: None, slug: longest, content: article("Long", &[]) };
        let branch = house.does(&create).await;
        house.publish(branch).await;
        house.check().await;
    }

    async fn what_cannot_be_kept_is_refused_and_nothing_written(engine: Engine) {
        let house = House::open(engine).await;
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        assert_eq!(refused(&house, &headline(branch, "Ra\0in")).await, Refusal::Nul("the headline"));
        let long = refused(&house, &headline(branch, &"я".repeat(501))).await;
        assert_eq!(long, Refusal::TooLong { what: "the headline", size: 501, limit: 500 });
        let slug = Slug::parse("nul").unwrap();
        let create = Create { edition: code("en"), story: None, slug, content: article("\0", &[]) };
        assert_eq!(refused(&house, &create).await, Refusal::Nul("the headline"));
        let slug = Slug::parse("nowhere").unwrap();
        let create = Create { edition: code("xx"), story: None, slug, content: article("Rain", &[]) };
        assert_eq!(refused(&house, &create).await, Refusal::Unknown("edition xx".to_owned()));
        let empty = house.draft("en", "empty", article(" ", &[])).await;
        assert_eq!(refused(&house, &Publish { branch: empty, version: 1, update: false }).await, Refusal::NoHeadline);
        let stale = Publish { branch, version: 9, update: false };
        assert_eq!(refused(&house, &stale).await, Refusal::Version { seen: 9, present: 1 });
    }

    async fn what_conflicts_is_checked_like_what_is_merged(engine: Engine) {
        let house = House::open(engine).await;
        let branch = house.draft("en", "rain", article("Rain", &[])).await;
        house.does(&headline(branch, "Rain, again")).await;
        let late = headline(branch, "Ra\0in");
        assert_eq!(refused(&house, &late).await, Refusal::Nul("the headline"));
    }

    async fn settings_are_checked_by_their_keys(engine: Engine) {
        let house = House::open(engine).await;
        let set = |key: &str, value: &str| SetSetting { key: key.to_owned(), value: Some(value.to_owned()) };
        let zone = refused(&house, &set("portal.time_zone", "Asia/Nowhere")).await;
        assert_eq!(zone, Refusal::Zone(ZoneError::Unknown("Asia/Nowhere".to_owned())));
        assert!(matches!(refused(&house, &set("portal.accent", "red")).await, Refusal::Setting { .. }));
        assert!(matches!(refused(&house, &set("portal.colour", "red")).await, Refusal::Unknown(_)));
        house.does(&set("portal.time_zone", "Asia/Yerevan")).await;
        let snapshot = house.store.snapshot().await.unwrap();
        assert_eq!(snapshot.frame().portal.time_zone.as_str(), "Asia/Yerevan");
        snapshot.close().await.unwrap();
    }

    async fn law_6_an_edition_opens_only_with_complete_messages(engine: Engine) {
        let house = House::open(engine).await;
        let greek = PutEdition { edition: edition("el", "el", true) };
        let Refusal::Unfinished { missing, locale, .. } = refused(&house, &greek).await else {
            panic!("an edition without messages was refused for another reason");
        };
        let all = house.desk.messages().complete(&LocaleTag::parse("el").unwrap()).len();
        assert_eq!((missing, locale.as_str()), (all, "el"));
        house.does(&PutEdition { edition: edition("el", "el", false) }).await;
        assert!(matches!(refused(&house, &greek).await, Refusal::Unfinished { .. }));
        let reserved = domain::EditionCode::parse("static");
        assert_eq!(reserved, Err(EditionError::ReservedCode("static".to_owned())));
    }
}

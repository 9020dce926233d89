//! One walk through the house: everything once, in the order of a working day.

use desk::{PutPerson, PutSource, PutTopic, Withdraw};
use domain::{
    Citation, Credit, CreditRole, Hidden, OriginalName, Person, PersonId, Slug, Source, SourceId, Space,
    Topic, TopicId, TopicWords, Withdrawal,
};
use store::{ListKey, Lookup, PageOf};

use crate::house::{House, article, code, list, on_both};
use desk::World as _;

on_both! {
    async fn an_article_is_made_published_read_listed_and_withdrawn(engine: Engine) {
        let house = House::open(engine).await;
        let world = house.section("world", None).await;
        let asia = house.section("asia", Some(world)).await;
        let person = PersonId::new(house.world.uuid());
        let original = OriginalName { text: "Ani Petrosyan".to_owned(), locale: domain::LocaleTag::parse("hy").unwrap() };
        let names = [(code("ar"), "آني".to_owned())].into();
        let slug = Slug::parse("ani-petrosyan").unwrap();
        house.does(&PutPerson { person: Person { id: person, slug, original: original.clone(), names, profiles: [].into(), portrait: None } }).await;
        let topic = TopicId::new(house.world.uuid());
        let words = TopicWords { name: "Harbours".to_owned(), slug: Slug::parse("harbours").unwrap() };
        house.does(&PutTopic { topic: Topic { id: topic, words: [(code("en"), words)].into() } }).await;
        let source = SourceId::new(house.world.uuid());
        let home_url = Some("https://gazette.example".to_owned());
        let names = std::collections::BTreeMap::new();
        house.does(&PutSource { source: Source { id: source, slug: Slug::parse("ft").unwrap(), original, names, about: [].into(), home_url } }).await;

        let mut content = article("Rain on the harbour", &[asia]);
        content.topics.push(topic);
        content.credits.push(Credit { person, role: CreditRole::Author });
        content.citations.push(Citation { source, url: None });
        let branch = house.draft("en", "rain", content.clone()).await;
        let now = house.world.now();
        let mut snapshot = house.store.snapshot().await.unwrap();
        let hidden = snapshot.article(&code("en"), Space::Post, "rain", now).await.unwrap();
        assert!(matches!(hidden, Lookup::Hidden(Hidden::Absent)));
        snapshot.close().await.unwrap();

        house.publish(branch).await;
        let mut snapshot = house.store.snapshot().await.unwrap();
        let Lookup::Here(shown) = snapshot.article(&code("en"), Space::Post, "rain", now).await.unwrap() else {
            panic!("a live article must be found");
        };
        assert_eq!((shown.branch, shown.first_published, &shown.content), (branch, now, &content));
        for key in [
            ListKey::Edition,
            ListKey::Section(world),
            ListKey::Section(asia),
            ListKey::Topic(topic),
            ListKey::Person(person),
            ListKey::Source(source),
        ] {
            let rows = snapshot.list(&list("en", key), PageOf { before: None, limit: 10 }, now).await.unwrap();
            let shown: Vec<_> = rows.into_iter().map(|row| row.for_readers(now).unwrap().branch).collect();
            assert_eq!(shown, vec![branch], "{key:?}");
        }
        let persons = snapshot.persons(&[person], &code("en")).await.unwrap();
        assert_eq!((persons[0].name.as_str(), persons[0].foreign.is_some()), ("Ani Petrosyan", true));
        let persons = snapshot.persons(&[person], &code("ar")).await.unwrap();
        assert_eq!((persons[0].name.as_str(), persons[0].foreign.is_some()), ("آني", false));
        assert_eq!(snapshot.topics(&[topic], &code("en")).await.unwrap()[0].name, "Harbours");
        assert!(snapshot.topics(&[topic], &code("ar")).await.unwrap().is_empty());
        assert_eq!(snapshot.sources(&[source], &code("en")).await.unwrap()[0].name, "Ani Petrosyan");
        assert_eq!(shown.siblings.len(), 1);
        snapshot.close().await.unwrap();

        house.does(&Withdraw { branch, reason: Withdrawal::Retracted }).await;
        let mut snapshot = house.store.snapshot().await.unwrap();
        let gone = snapshot.article(&code("en"), Space::Post, "rain", now).await.unwrap();
        assert!(matches!(gone, Lookup::Hidden(Hidden::Gone(Withdrawal::Retracted))));
        snapshot.close().await.unwrap();
        assert!(house.listed(&list("en", ListKey::Edition)).await.is_empty());
        house.check().await;
    }

    async fn a_put_brings_the_whole_of_a_thing(engine: Engine) {
        let house = House::open(engine).await;
        let id = PersonId::new(house.world.uuid());
        let original = OriginalName { text: "Ani".to_owned(), locale: domain::LocaleTag::parse("hy").unwrap() };
        let slug = Slug::parse("ani").unwrap();
        let named =
            Person { id, slug, original, names: [(code("ar"), "آني".to_owned())].into(), profiles: [].into(), portrait: None };
        house.does(&PutPerson { person: named.clone() }).await;
        house.does(&PutPerson { person: Person { names: std::collections::BTreeMap::new(), ..named } }).await;
        let mut snapshot = house.store.snapshot().await.unwrap();
        let found = snapshot.persons(&[id], &code("ar")).await.unwrap();
        assert_eq!(found[0].name, "Ani", "the Arabic name was taken away");
        snapshot.close().await.unwrap();
    }
}

//! Law 6: every page kind rendered in the pseudo-locale, where messages and dates are
//! marked. Data is written in one Greek letter, so that any other letter outside of the
//! marks is a word that is neither message nor data.
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test's fixtures may panic")]

use std::{collections::BTreeMap, sync::Arc};

use desk::{
    Correct, Create, Desk, Open, Publish, PutEdition, PutPerson, PutSection, PutSource, PutTopic, SetMenu,
    SetSetting, SystemWorld, World,
};
use document::{PlainResolver, html_in};
use domain::{
    Actor, Authority, BranchId, Citation, Content, CorrectionId, Credit, CreditRole, Edition, EditionCode,
    Headlines, Kind, LocaleTag, MenuItem, MenuPlace, Moment, OriginalName, Person, PersonId, Profile,
    Section, SectionId, SectionWords, Slug, Source, SourceId, Space, StoryId, Topic, TopicId, TopicWords,
    Withdrawal,
};
use jiff::civil::Date;
use locale::{Messages, pseudo};
use press::{ArchiveSpan, Finding, Press, Problem};
use search::{Asked, Search};
use store::{Database, Follower, Lookup, Snapshot, Store};

const BODY: &str = "<p>ω <a href='https://ω.example/ω'>ω</a></p><h2>ω</h2><ul><li>ω</li></ul>\
    <blockquote><p>ω</p><footer>ω</footer></blockquote><figure><img src='https://ω.example/1.jpg' alt='ω'>\
    <figcaption>ω</figcaption></figure><table><caption>ω</caption><tr><th>ω</th></tr><tr><td>ω</td></tr></table>\
    <pre>ω</pre><hr><video src='https://ω.example/1.mp4'></video><audio src='https://ω.example/1.mp3'></audio>";

struct Paper {
    desk: Desk,
    press: Press,
    who: Authority,
    codes: Vec<EditionCode>,
    section: SectionId,
    person: PersonId,
    source: SourceId,
    topic: TopicId,
    dir: tempfile::TempDir,
}

impl Paper {
    async fn open() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let database = Database::sqlite(&dir.path().join("masthead.db")).await.unwrap();
        let messages = Arc::new(Messages::pseudo().unwrap());
        let desk = Desk::new(
            Arc::new(Store::new(database).await.unwrap()),
            Arc::new(SystemWorld),
            Arc::clone(&messages),
        );
        let paper = Self {
            press: Press::new(messages, None).unwrap(),
            who: Authority::operator(Actor::CommandLine),
            codes: ["en", "ar"].map(|code| EditionCode::parse(code).unwrap()).into(),
            section: SectionId::new(SystemWorld.uuid()),
            person: PersonId::new(SystemWorld.uuid()),
            source: SourceId::new(SystemWorld.uuid()),
            topic: TopicId::new(SystemWorld.uuid()),
            desk,
            dir,
        };
        paper.fill_frame().await;
        paper
    }

    async fn run<C: desk::UseCase>(&self, case: C) -> C::Done {
        self.desk.run(&self.who, &case).await.unwrap().done
    }

    async fn fill_frame(&self) {
        self.run(SetSetting { key: "portal.name".into(), value: Some("Ω".into()) }).await;
        for (code, ordinal) in self.codes.iter().zip(1..) {
            let edition = Edition {
                code: code.clone(),
                locale: LocaleTag::parse(code.as_str()).unwrap(),
                label: "Ω".into(),
                label_locale: None,
                name: Some("Ω".into()),
                tagline: Some("Ω".into()),
                reuse_rule: Some("Ω".into()),
                open: true,
                ordinal,
            };
            self.run(PutEdition { edition }).await;
        }
        let words = |_: &EditionCode| SectionWords { name: "Ω".into(), tagline: Some("Ω".into()) };
        let words: BTreeMap<_, _> = self.codes.iter().map(|c| (c.clone(), words(c))).collect();
        for (id, parent, slug) in
            [(self.section, None, "s"), (SectionId::new(SystemWorld.uuid()), Some(self.section), "t")]
        {
            let slug = Slug::parse(slug).unwrap();
            self.run(PutSection { section: Section { id, parent, slug, ordinal: 1, words: words.clone() } })
                .await;
        }
        let original = OriginalName { text: "Ω".into(), locale: LocaleTag::parse("he").unwrap() };
        let profile = Profile { role: Some("Ω".into()), about: Some("Ω".into()) };
        let person = Person {
            id: self.person,
            slug: Slug::parse("p").unwrap(),
            original: original.clone(),
            names: BTreeMap::new(),
            profiles: self.codes.iter().map(|c| (c.clone(), profile.clone())).collect(),
            portrait: None,
        };
        self.run(PutPerson { person }).await;
        let source = Source {
            id: self.source,
            slug: Slug::parse("s").unwrap(),
            original,
            names: BTreeMap::new(),
            about: self.codes.iter().map(|c| (c.clone(), "Ω".to_owned())).collect(),
            home_url: Some("https://example.org/".into()),
        };
        self.run(PutSource { source }).await;
        let words = |_: &EditionCode| TopicWords { name: "Ω".into(), slug: Slug::parse("t").unwrap() };
        let words = self.codes.iter().map(|c| (c.clone(), words(c))).collect();
        self.run(PutTopic { topic: Topic { id: self.topic, words } }).await;
        self.fill_menus().await;
    }

    async fn fill_menus(&self) {
        for edition in &self.codes {
            for place in [MenuPlace::Header, MenuPlace::Footer] {
                let label = "Ω".to_owned();
                let items = vec![
                    MenuItem::Section { section: self.section, label: None },
                    MenuItem::Page { slug: Slug::parse("page").unwrap(), label: label.clone() },
                    MenuItem::Link { url: "https://example.org/".into(), label },
                ];
                self.run(SetMenu { edition: edition.clone(), place, items }).await;
            }
        }
        for network in ["x", "youtube", "instagram", "facebook", "telegram", "app_store", "google_play"] {
            let value = Some("https://example.org/".to_owned());
            self.run(SetSetting { key: format!("social.{network}"), value }).await;
        }
    }

    fn content(&self, kind: Kind) -> Content<document::Document> {
        let mut ids = || SystemWorld.block_id();
        let roles =
            [CreditRole::Author, CreditRole::Translator, CreditRole::Photographer, CreditRole::Editor];
        Content {
            kind,
            headlines: Headlines::of("Ω"),
            standfirst: Some("Ω".into()),
            body: html_in(BODY, &mut PlainResolver, &mut ids).document,
            credits: roles.map(|role| Credit { person: self.person, role }).into(),
            citations: vec![Citation { source: self.source, url: Some("https://example.org/".into()) }],
            sections: vec![self.section],
            topics: vec![self.topic],
            ..Content::default()
        }
    }

    /// Publishes, and corrects, a branch of `kind` in both editions; tells their story.
    async fn publish(&self, kind: Kind, slug: &str) -> StoryId {
        let mut story = None;
        for edition in &self.codes {
            let slug = Slug::parse(slug).unwrap();
            let create = Create { edition: edition.clone(), story, slug, content: self.content(kind) };
            let branch = self.run(create).await;
            self.run(Publish { branch, version: 1, update: false }).await;
            let version = self.run(Open { branch }).await;
            self.run(Correct { branch, version, note: "Ω".into() }).await;
            let mut tx = self.desk.store().begin().await.unwrap();
            story = tx.branch(branch).await.unwrap().map(|state| state.branch.story);
        }
        story.unwrap()
    }

    /// Every page kind of one edition, by its name.
    async fn pages(&self, edition: &EditionCode) -> Vec<(String, String)> {
        let now = SystemWorld.now();
        let mut snapshot = self.desk.store().snapshot().await.unwrap();
        let frame = Arc::clone(snapshot.frame());
        let edition = frame.edition(edition.as_str()).unwrap();
        let mut pages = Vec::new();
        let front = self.press.front(&mut snapshot, edition, now).await.unwrap();
        pages.push(("front".to_owned(), front.into_body()));
        for section in frame.sections.iter() {
            let page =
                self.press.section(&mut snapshot, edition, section.id, None, now).await.unwrap().unwrap();
            let older =
                page.body().split("?before=").nth(1).map(|rest| rest[..rest.find('"').unwrap()].to_owned());
            pages.push((format!("section {}", section.slug), page.into_body()));
            if let Some(key) = older {
                let (moment, branch) = key.split_once('.').unwrap();
                let moment = domain::Moment::from_micros(moment.parse().unwrap());
                let key = Some((moment, branch.parse().unwrap()));
                let page =
                    self.press.section(&mut snapshot, edition, section.id, key, now).await.unwrap().unwrap();
                pages.push((format!("older page of section {}", section.slug), page.into_body()));
            }
        }
        pages.extend(self.listings(&mut snapshot, edition, now).await);
        for kind in Kind::ALL {
            let space = kind.space();
            let found = snapshot.article(&edition.code, space, kind.as_str(), now).await.unwrap();
            let Lookup::Here(article) = found else { panic!("no {kind:?}") };
            assert_eq!(space == Space::Page, kind == Kind::Page);
            let page = self.press.article(&mut snapshot, edition, article, now).await.unwrap();
            pages.push((format!("article of kind {}", kind.as_str()), page.into_body()));
        }
        for problem in [
            Problem::BadRequest,
            Problem::NotFound,
            Problem::WrongMethod,
            Problem::Gone(Withdrawal::Unpublished),
            Problem::Gone(Withdrawal::Retracted),
            Problem::Gone(Withdrawal::Legal),
            Problem::Failed,
            Problem::Busy,
        ] {
            let page = self.press.error(&frame, Some(edition), problem, snapshot.position(), now).unwrap();
            pages.push((format!("{problem:?}"), page.into_body()));
        }
        pages.extend(self.searches(&mut snapshot, edition, now).await);
        snapshot.close().await.unwrap();
        pages
    }

    /// The search before anything is asked, without an index, without a hit, with pages of them.
    async fn searches(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        now: Moment,
    ) -> Vec<(String, String)> {
        let store = self.desk.store();
        let search =
            Arc::new(Search::new(Arc::clone(store), self.dir.path().join("search"), Arc::new(move || now)));
        store.journal().register(Arc::clone(&search) as Arc<dyn Follower>);
        store.journal().catch_up().await.unwrap();
        let mut pages = Vec::new();
        for (text, from) in [("", 0), ("ω", 0), ("Ω", 20), ("ωω", 0)] {
            let asked = Asked { edition, text, from, hits: 20, most: 200 };
            let found = search.find(asked).await.unwrap();
            let finding = if text.is_empty() { Finding::Idle } else { Finding::Found(&found) };
            let page = self.press.search(snapshot, asked, finding, now).await.unwrap();
            let marked = page.body().matches("<mark>").count();
            assert_eq!(marked > 0, text.chars().count() == 1, "search for {text:?}");
            pages.push((format!("search for {text:?}"), page.into_body()));
            let away = self.press.search(snapshot, asked, Finding::Away, now).await.unwrap();
            pages.push(("search without an index".to_owned(), away.into_body()));
        }
        pages
    }

    /// Topics, authors, sources, the archive and the corrections log: full, later and empty
    /// pages.
    async fn listings(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        now: Moment,
    ) -> Vec<(String, String)> {
        let mut pages = Vec::new();
        let code = &edition.code;
        let topic = snapshot.topic_at(code, "t").await.unwrap().unwrap().named;
        let person = snapshot.person_at(code, "p").await.unwrap().unwrap();
        let source = snapshot.source_at(code, "s").await.unwrap().unwrap();
        let zero = Moment::from_micros(0);
        let last = (zero, BranchId::new(SystemWorld.uuid()));
        for before in [None, Some(last)] {
            let page = self.press.topic(snapshot, edition, &topic, before, now).await.unwrap();
            pages.push(("topic".to_owned(), page));
            let page = self.press.author(snapshot, edition, &person, before, now).await.unwrap();
            pages.push(("author".to_owned(), page));
            let page = self.press.source(snapshot, edition, &source, before, now).await.unwrap();
            pages.push(("source".to_owned(), page));
        }
        let today = ArchiveSpan::Day(Date::constant(1970, 1, 1));
        let zone = snapshot.frame().portal.time_zone.clone();
        for moment in [now, zero] {
            for span in [ArchiveSpan::All, ArchiveSpan::Year(1), ArchiveSpan::Month(1, 1), today]
                .map(|s| s.around(moment, &zone))
            {
                let page = self.press.archive(snapshot, edition, span, None, now).await.unwrap();
                pages.push((format!("archive {span:?}"), page));
            }
        }
        for before in [None, Some((zero, CorrectionId::new(SystemWorld.uuid())))] {
            let page = self.press.corrections(snapshot, edition, before, now).await.unwrap();
            pages.push(("corrections".to_owned(), page));
        }
        pages.into_iter().map(|(name, page)| (name, page.into_body())).collect()
    }
}

/// Texts that a reader can meet: between tags, and in attributes that are read out or shown.
fn texts(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        // What machines run and read: the boot script and JSON-LD.
        if !tag.starts_with("script") {
            texts.push(text.to_owned());
        }
        for name in ["aria-label=\"", "alt=\"", "title=\"", "placeholder=\""] {
            texts.extend(tag.split(name).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
        if tag.starts_with("meta name=\"description\"") {
            texts.extend(
                tag.split("content=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()),
            );
        }
    }
    texts
}

/// Networks are called the same in every language.
const PROPER_NAMES: [&str; 8] =
    ["YouTube", "Instagram", "Facebook", "Telegram", "WhatsApp", "App Store", "Google Play", "X"];

fn foreign(html: &str) -> Vec<String> {
    let is_data = |c: char| matches!(c, 'Ω' | 'ω');
    let is_foreign = |text: &String| {
        let left =
            pseudo::unmarked(&text.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\""));
        // What keeps an address's direction within a line of Arabic is no word.
        let left = left.trim().trim_matches(['\u{2068}', '\u{2069}']);
        // An address is data too: the page's own on paper, or that of a film without a title.
        let is_address =
            ["https://ω.example/", "http://localhost:8080/"].iter().any(|it| left.starts_with(it));
        left.chars().any(|c| c.is_alphabetic() && !is_data(c)) && !is_address && !PROPER_NAMES.contains(&left)
    };
    texts(html).into_iter().filter(is_foreign).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn law_6_no_foreign_word_on_any_page_kind() {
    let paper = Paper::open().await;
    for kind in Kind::ALL {
        paper.publish(kind, kind.as_str()).await;
    }
    for number in 0..25 {
        paper.publish(Kind::News, &format!("n{number}")).await;
    }
    for edition in &paper.codes {
        let pages = paper.pages(edition).await;
        assert!(pages.iter().any(|(name, _)| name.starts_with("older")), "no section has a second page");
        for (name, html) in pages {
            assert!(html.contains(pseudo::OPEN), "{edition}: {name} holds no message");
            assert_eq!(foreign(&html), Vec::<String>::new(), "{edition}: {name}");
        }
    }
}

#[test]
fn a_word_that_is_neither_message_nor_data_is_found() {
    assert_eq!(foreign("<p>Ω Read more</p>"), ["Ω Read more"]);
    assert_eq!(foreign("<a aria-label=\"Close\">⟦x⟧ Ω</a>"), ["Close"]);
    assert!(foreign("<p>⟦Read more⟧ 21 Ω</p>").is_empty());
}

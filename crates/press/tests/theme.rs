//! A folder of files goes before the theme of the binary.
#![expect(clippy::unwrap_used, reason = "a test's fixtures may panic")]

use std::{fs, path::PathBuf, sync::Arc};

use desk::{Desk, PutEdition, SystemWorld};
use domain::{Actor, Authority, Edition, EditionCode, LocaleTag};
use locale::Messages;
use press::{Press, PressError, Problem};
use store::{Database, Store};

struct House {
    store: Arc<Store>,
    messages: Arc<Messages>,
    theme: PathBuf,
    _dir: tempfile::TempDir,
}

impl House {
    async fn open() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let theme = dir.path().join("theme");
        fs::create_dir_all(theme.join("static")).unwrap();
        let database = Database::sqlite(&dir.path().join("masthead.db")).await.unwrap();
        let store = Arc::new(Store::new(database).await.unwrap());
        let messages = Arc::new(Messages::shipped().unwrap());
        let desk = Desk::new(Arc::clone(&store), Arc::new(SystemWorld), Arc::clone(&messages));
        let locale = LocaleTag::parse("en-GB").unwrap();
        let new = Edition::new(EditionCode::parse("en").unwrap(), locale, "English".into());
        let edition = Edition { open: true, ..new };
        desk.run(&Authority::operator(Actor::CommandLine), &PutEdition { edition }).await.unwrap();
        Self { store, messages, theme, _dir: dir }
    }

    async fn page(&self, press: &Press) -> Result<String, PressError> {
        let snapshot = self.store.snapshot().await.unwrap();
        let page = press.error(snapshot.frame(), None, Problem::NotFound, snapshot.position())?;
        snapshot.close().await.unwrap();
        Ok(page.into_body())
    }

    fn press(&self) -> Press {
        Press::new(Arc::clone(&self.messages), Some(self.theme.clone())).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_of_the_folder_goes_before_the_built_in_one() {
    let house = House::open().await;
    fs::write(house.theme.join("error.html"), "ours: {{ page.status }} <{{ t(page.title) }}>").unwrap();
    let page = house.page(&house.press()).await.unwrap();
    assert_eq!(page, "ours: 404 <There is no page at this address>");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_style_sheet_of_the_folder_goes_before_the_built_in_one() {
    let house = House::open().await;
    fs::write(house.theme.join("static/reader.css"), "body { color: teal }").unwrap();
    let press = house.press();
    let page = house.page(&press).await.unwrap();
    let path = page.split("/static/").find(|rest| rest.starts_with("reader.")).unwrap();
    let name = path.split('"').next().unwrap();
    let snapshot = house.store.snapshot().await.unwrap();
    let sheet = press.asset(snapshot.frame(), name).unwrap();
    assert_eq!(&*sheet.bytes, b"body { color: teal }");
    assert_eq!(sheet.content_type, "text/css; charset=utf-8");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_faulty_template_is_told_with_its_name_and_line() {
    let house = House::open().await;
    fs::write(house.theme.join("error.html"), "fine\n{{ page.nosuch }}").unwrap();
    let error = house.page(&house.press()).await.unwrap_err().to_string();
    assert!(error.contains("error.html:2"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_missing_is_an_error_and_never_another_languages_words() {
    let house = House::open().await;
    fs::write(house.theme.join("error.html"), "{{ t('no-such-message') }}").unwrap();
    let error = house.page(&house.press()).await.unwrap_err();
    let cause = format!("{error:?}");
    assert!(cause.contains("no-such-message"), "{cause}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_that_never_ends_is_stopped() {
    let house = House::open().await;
    fs::write(
        house.theme.join("error.html"),
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    )
    .unwrap();
    assert!(house.page(&house.press()).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_include_cannot_lead_out_of_the_folder() {
    let house = House::open().await;
    fs::write(house.theme.join("../secret.html"), "secret").unwrap();
    fs::write(house.theme.join("error.html"), "{% include '../secret.html' %}").unwrap();
    assert!(house.page(&house.press()).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn law_7_untrusted_in_safe_out_templates_escape_data() {
    let house = House::open().await;
    fs::write(house.theme.join("error.html"), "<p title=\"{{ '<script>&\"' }}\">{{ \"<b>'\" }}</p>").unwrap();
    let page = house.page(&house.press()).await.unwrap();
    assert_eq!(page, "<p title=\"&lt;script&gt;&amp;&quot;\">&lt;b&gt;&#39;</p>");
}

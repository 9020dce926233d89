//! A folder of files goes before the theme of the binary, as a whole or not at all.
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test's fixtures may panic")]

use std::{fs, path::PathBuf, sync::Arc};

use desk::{Desk, PutEdition, SystemWorld, World as _};
use domain::{Actor, Authority, Edition, EditionCode, LocaleTag};
use locale::Messages;
use press::{Press, PressError, Problem, check_theme};
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
        let page =
            press.error(snapshot.frame(), None, Problem::NotFound, snapshot.position(), SystemWorld.now())?;
        snapshot.close().await.unwrap();
        Ok(page.into_body())
    }

    fn press(&self) -> Press {
        Press::new(Arc::clone(&self.messages), Some(self.theme.clone())).unwrap()
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.theme.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What the check says of the folder, which must be refused.
    fn refused(&self) -> String {
        let findings = check_theme(&self.theme, &self.messages);
        let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
        let opened = Press::new(Arc::clone(&self.messages), Some(self.theme.clone()));
        assert_eq!(opened.is_err(), !findings.is_empty(), "the check and the start disagree");
        assert!(!findings.is_empty(), "the folder was taken");
        told.join("\n")
    }
}

const ERROR: &str = "{% extends 'base.html' %}{% block content %}<b class='ours'>{{ page.status }}</b>\
    <h1>{{ t(page.title) }}</h1>{{ t(page.text) }}{% endblock %}";

#[tokio::test(flavor = "multi_thread")]
async fn the_theme_of_the_binary_passes_its_own_check() {
    let house = House::open().await;
    let told: Vec<_> = check_theme(&house.theme, &house.messages).iter().map(ToString::to_string).collect();
    assert_eq!(told, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_of_the_folder_goes_before_the_built_in_one() {
    let house = House::open().await;
    house.write("error.html", ERROR);
    let page = house.page(&house.press()).await.unwrap();
    assert!(page.contains("<b class='ours'>404</b><h1>There is no page at this address</h1>"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_changes_while_the_node_runs_changes_nothing() {
    let house = House::open().await;
    house.write("error.html", ERROR);
    let press = house.press();
    house.write("error.html", "{{ broken");
    assert!(house.page(&press).await.unwrap().contains("class='ours'"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_sample_showed_is_printed_by_the_theme_of_the_binary() {
    let house = House::open().await;
    // Samples have no edition of this name.
    house.write(
        "error.html",
        format!("{ERROR}{{% if chrome.edition.name == 'Masthead' %}}{{{{ nosuch }}}}{{% endif %}}")
            .replace("{% endblock %}{%", "{%")
            .replace("{% endif %}", "{% endif %}{% endblock %}"),
    );
    let page = house.page(&house.press()).await.unwrap();
    assert!(page.contains("There is no page at this address") && !page.contains("class='ours'"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_style_sheet_of_the_folder_goes_before_the_built_in_one() {
    let house = House::open().await;
    house.write("static/reader.css", "body { color: teal }");
    let press = house.press();
    let page = house.page(&press).await.unwrap();
    let path =
        page.split("/static/").find(|rest| rest.starts_with("reader.") && rest.contains(".css")).unwrap();
    let name = path.split('"').next().unwrap();
    let snapshot = house.store.snapshot().await.unwrap();
    let sheet = press.asset(snapshot.frame(), name).unwrap();
    assert_eq!(&*sheet.bytes, b"body{color: teal}");
    assert_eq!(sheet.content_type, "text/css; charset=utf-8");
}

#[tokio::test(flavor = "multi_thread")]
async fn fonts_of_the_sheet_are_found_under_the_names_that_it_gives_them() {
    let house = House::open().await;
    house.write("static/fonts/ours.woff2", "not really a font");
    house.write("static/95-ours.css", "@font-face { font-family: Ours; src: url('fonts/ours.woff2') }");
    house.write("static/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    house.write("error.html", ERROR.replace("<b ", "<img src='{{ asset('logo.svg') }}' alt=''><b "));
    let press = house.press();
    let snapshot = house.store.snapshot().await.unwrap();
    let page = house.page(&press).await.unwrap();
    let sheet =
        page.split("/static/").find(|rest| rest.starts_with("reader.") && rest.contains(".css")).unwrap();
    let sheet = press.asset(snapshot.frame(), sheet.split('"').next().unwrap()).unwrap();
    let sheet = String::from_utf8(sheet.bytes.to_vec()).unwrap();
    for (text, begin, end, kind) in [
        (&sheet, "url(/static/ours.", ")", "font/woff2"),
        (&page, "src='/static/logo.", "'", "image/svg+xml"),
    ] {
        let at = text.find(begin).unwrap_or_else(|| panic!("{begin} in {text}"));
        let name = text[at..].split("/static/").nth(1).unwrap().split(end).next().unwrap();
        assert_eq!(press.asset(snapshot.frame(), name).unwrap().content_type, kind);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn faulty_templates_are_refused_with_file_line_and_how_to_mend_them() {
    let endless = "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}";
    let doubling =
        "{% set n = namespace(s='x') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}";
    for (file, text, told) in [
        ("error.html", "fine\n{{ page.nosuch }}".to_owned(), "error.html, line 2: undefined value"),
        ("error.html", "{% if x %}\n{{ page".to_owned(), "error.html, line 2: syntax error"),
        ("error.html", endless.to_owned(), "ran out of fuel"),
        ("error.html", doubling.to_owned(), "ran out of fuel"),
        ("error.html", "{% include 'error.html' %}".to_owned(), "error.html"),
        ("error.html", "{% include '../secret.html' %}".to_owned(), "template not found"),
        ("error.html", "{% include 'nosuch.html' %}".to_owned(), "template not found"),
        ("error.html", "{{ 1 | nosuch }}".to_owned(), "unknown filter"),
        ("error.html", "{{ t('no-such-message') }}".to_owned(), "no-such-message"),
        ("error.html", ERROR.replace("{{ t(page.text) }}", ""), "does not say t('bad-request-text')"),
        ("error.html", ERROR.replace("<h1>", "<h1>Sorry. "), "\"Sorry."),
        ("error.html", ERROR.replace("<h1>", "<h1 style=\"color:red\">"), "inline scripts and styles"),
        (
            "base.html",
            "<html><head><script>{{ chrome.head.boot }}</script></head></html>".to_owned(),
            "does not show",
        ),
        ("base.html", "{% block content %}{% endblock %}{{ chrome.edition.name }}".to_owned(), "boot script"),
        ("article.html", "{% extends 'base.html' %}".to_owned(), "\"ω-headline\""),
        ("unused.html", "{% endif %}".to_owned(), "unused.html, line 1"),
        ("static/reader.css", "a{}\nb{".to_owned(), "static/reader.css, line 2: a block is not closed"),
        ("static/95-x.css", "a{b:url(https://x.example/a.png)}".to_owned(), "no file of the theme"),
        ("static/boot.js", "1;\n'</script>'".to_owned(), "static/boot.js, line 2"),
        ("static/run.exe", "x".to_owned(), "no file of this kind"),
        ("templates/error.html", "x".to_owned(), "no part of a theme"),
        ("error.html", "x".repeat(300_000), "larger than 256 KiB"),
    ] {
        let house = House::open().await;
        house.write("../secret.html", "secret");
        house.write(file, &text);
        let refused = house.refused();
        assert!(refused.contains(told), "{file}: {refused}\n  should tell: {told}");
        assert!(refused.lines().all(|line| line.contains("; ")), "no way to mend it: {refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_text_and_what_has_no_end_is_refused() {
    let house = House::open().await;
    house.write("error.html", b"fine\n\xff");
    assert!(house.refused().contains("error.html, line 2: it is not UTF-8"));
    let house = House::open().await;
    std::os::unix::fs::symlink("/dev/zero", house.theme.join("static/a.png")).unwrap();
    assert!(house.refused().contains("static/a.png: it is no plain file"));
    let house = House::open().await;
    fs::remove_dir_all(&house.theme).unwrap();
    assert!(house.refused().contains("name a folder that can be read"));
}

#[tokio::test(flavor = "multi_thread")]
async fn law_7_untrusted_in_safe_out_templates_escape_data() {
    let house = House::open().await;
    let data = "<p title=\"{{ '<1>&\"' }}\">{{ \"<1>'\" }}</p>{% endblock %}";
    house.write("error.html", ERROR.replace("{% endblock %}", data));
    let page = house.page(&house.press()).await.unwrap();
    assert!(page.contains("<p title=\"&lt;1&gt;&amp;&quot;\">&lt;1&gt;&#39;</p>"), "{page}");
}

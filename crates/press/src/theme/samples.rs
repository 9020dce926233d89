//! Sample pages that a theme is tried with: every kind, whole and with everything left out
//! that may be. All data is one Greek word, so that any other word on the page is the
//! theme's own; the words that a page must show are numbered.

mod lists;
mod story;

use domain::{Direction, LocaleTag};
use minijinja::{Value, value::Serde};
use serde::Serialize;

use super::assets::Assets;
use crate::view::{
    Alternate, CardView, Chrome, EditionView, ErrorView, FeedLink, Head, Kicker, NameView, NavLink,
    OpenGraph, PageKind, Pager, PictureView, SharedView, SocialLink, Stamp, StripView, SwitchLink, Url, View,
};

/// A page to be tried.
pub(super) struct Sample {
    /// What findings call it.
    pub(super) name: String,
    /// The template that prints it.
    pub(super) template: &'static str,
    /// What the template is given.
    pub(super) view: Value,
    /// What must stand on the page, whatever the theme looks like.
    pub(super) shows: Vec<String>,
    /// Messages that must stand there too.
    pub(super) says: Vec<String>,
}

/// How much of a page is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fill {
    /// All that may be.
    Whole,
    /// Nothing that may be missing.
    Bare,
}

/// The maker of samples in one language.
struct Maker<'a> {
    locale: &'a LocaleTag,
    assets: &'a Assets,
    samples: Vec<Sample>,
}

/// All samples in `locale`.
pub(super) fn all(locale: &LocaleTag, assets: &Assets) -> Vec<Sample> {
    let mut maker = Maker { locale, assets, samples: Vec::new() };
    for fill in [Fill::Whole, Fill::Bare] {
        maker.lists(fill);
        maker.stories(fill);
    }
    maker.errors();
    maker.samples
}

impl Maker<'_> {
    /// Adds a page that must show `shows`.
    fn add<V: Serialize>(
        &mut self,
        name: impl Into<String>,
        kind: PageKind,
        fill: Fill,
        page: V,
        shows: &[&str],
    ) {
        let view = View { chrome: self.chrome(kind, fill), page };
        let mut shows: Vec<String> = shows.iter().map(|text| (*text).to_owned()).collect();
        shows.push("ω-edition".to_owned());
        self.samples.push(Sample {
            name: format!(
                "{}{}",
                name.into(),
                if fill == Fill::Bare { " with nothing that may be missing" } else { "" }
            ),
            template: kind.template(),
            view: Value::from(Serde(&view)),
            shows,
            says: Vec::new(),
        });
    }

    fn errors(&mut self) {
        for (status, title, text) in [
            (400, "bad-request-title", "bad-request-text"),
            (404, "not-found-title", "not-found-text"),
            (410, "gone-title", "gone-retracted-text"),
            (500, "fault-title", "fault-text"),
            (503, "busy-title", "busy-text"),
        ] {
            self.add(
                format!("error {status}"),
                PageKind::Error,
                Fill::Bare,
                ErrorView { status, title, text },
                &[],
            );
            if let Some(sample) = self.samples.last_mut() {
                sample.says = vec![title.to_owned(), text.to_owned()];
            }
        }
    }

    fn chrome(&self, kind: PageKind, fill: Fill) -> Chrome {
        Chrome {
            lang: self.locale.clone(),
            dir: self.locale.direction(),
            kind,
            head: self.head(fill),
            edition: EditionView {
                code: "en".to_owned(),
                name: "ω-edition".to_owned(),
                tagline: some(fill, word),
                home_url: url(),
            },
            menu: many(fill, link),
            sections: many(fill, link),
            footer_menu: many(fill, link),
            switch: many(fill, || SwitchLink {
                label: word(),
                label_lang: self.locale.clone(),
                lang: self.locale.clone(),
                url: url(),
                current: true,
            }),
            social: many(fill, || SocialLink { network: "x", name: "ω", url: url() }),
            reuse_rule: some(fill, word),
            publisher: word(),
            year: 2026,
            search_url: url(),
            archive_url: url(),
            corrections_url: url(),
        }
    }

    fn head(&self, fill: Fill) -> Head {
        Head {
            title: "ω-title".to_owned(),
            description: some(fill, word),
            canonical: some(fill, url),
            printed: some(fill, word),
            previous: some(fill, url),
            next: some(fill, url),
            alternates: many(fill, || Alternate { lang: self.locale.to_string(), url: url() }),
            robots: (fill == Fill::Bare).then_some("noindex"),
            feeds: many(fill, || FeedLink { title: word(), url: url(), media_type: "application/rss+xml" }),
            json_ld: Vec::new(),
            open_graph: some(fill, || OpenGraph {
                kind: "article",
                title: word(),
                description: Some(word()),
                url: url(),
                site_name: word(),
                locale: self.locale.to_string(),
                published: Some(stamp().machine),
                modified: Some(stamp().machine),
                section: Some(word()),
                picture: Some(SharedView { url: url(), width: 1_200, height: 630, alt: word() }),
            }),
            boot: self.assets.boot(),
            scripts: self.assets.scripts(),
            fonts: self.assets.fonts(self.locale),
            icon: self.assets.path_of("icon.svg").as_deref().map(Url::new),
            stylesheets: self.assets.sheet().iter().map(|path| Url::new(path)).collect(),
        }
    }
}

fn some<T>(fill: Fill, make: impl FnOnce() -> T) -> Option<T> {
    (fill == Fill::Whole).then(make)
}

/// Two, or none.
fn many<T>(fill: Fill, make: impl Fn() -> T) -> Vec<T> {
    if fill == Fill::Whole { vec![make(), make()] } else { Vec::new() }
}

fn word() -> String {
    "ω".to_owned()
}

fn url() -> Url {
    Url::new("/ω")
}

fn stamp() -> Stamp {
    Stamp { machine: "2026-01-01T00:00:00Z".to_owned(), text: word() }
}

fn link() -> NavLink {
    NavLink { name: word(), url: url(), current: true }
}

fn name(text: &str, fill: Fill) -> NameView {
    NameView {
        text: text.to_owned(),
        url: some(fill, url),
        lang: some(fill, || LocaleTag::parse("he").ok()).flatten(),
        dir: some(fill, || Direction::Rtl),
    }
}

fn card(kind: &'static str, headline: &str, fill: Fill) -> CardView {
    CardView {
        url: url(),
        kind,
        kicker: some(fill, || Kicker { text: word(), url: Some(url()) }),
        picture: some(fill, picture),
        headline: headline.to_owned(),
        standfirst: some(fill, word),
        byline: some(fill, word),
        published: stamp(),
    }
}

fn picture() -> PictureView {
    PictureView { src: url(), webp: url(), width: 480, height: 320, alt: word(), tone: 3 }
}

/// Cards whose headlines a list must show.
fn cards(fill: Fill) -> Vec<CardView> {
    if fill == Fill::Bare {
        return Vec::new();
    }
    vec![card("news", "ω-card", Fill::Whole), card("partner-content", "ω-card", Fill::Bare)]
}

fn strip(fill: Fill) -> StripView {
    StripView { name: word(), url: url(), cards: cards(fill) }
}

fn pager(fill: Fill) -> Pager {
    Pager { newest_url: some(fill, url), older_url: some(fill, url) }
}

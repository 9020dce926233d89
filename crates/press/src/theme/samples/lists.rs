//! Sample pages that list stories.

use super::{Fill, Maker, card, cards, link, many, name, pager, picture, some, stamp, strip, url, word};
use crate::view::{
    ArchiveView, AuthorView, CorrectionEntry, CorrectionsView, FrontView, HitView, Html, PageKind,
    SearchView, SectionView, SourceView, TopicView,
};

const CARD: &str = "ω-card";

/// What a list shows of its stories, where it has some.
fn with_cards(fill: Fill, own: &'static str) -> Vec<&'static str> {
    if fill == Fill::Whole { vec![own, CARD] } else { vec![own] }
}

impl Maker<'_> {
    pub(super) fn lists(&mut self, fill: Fill) {
        let front = FrontView {
            lead: some(fill, || card("opinion", "ω-lead", fill)),
            seconds: cards(fill),
            latest: cards(fill),
            strips: many(fill, || strip(fill)),
        };
        let shows: &[&str] = if fill == Fill::Whole { &["ω-lead", CARD] } else { &[] };
        self.add("front", PageKind::Front, fill, front, shows);
        let section = SectionView {
            name: "ω-name".to_owned(),
            tagline: some(fill, word),
            path: many(fill, link),
            children: many(fill, link),
            lead: some(fill, || card("news", "ω-lead", fill)),
            cards: cards(fill),
            pager: pager(fill),
        };
        self.add("section", PageKind::Section, fill, section, &with_cards(fill, "ω-name"));
        let topic = TopicView { name: "ω-name".to_owned(), cards: cards(fill), pager: pager(fill) };
        self.add("topic", PageKind::Topic, fill, topic, &with_cards(fill, "ω-name"));
        let author = AuthorView {
            name: name("ω-name", fill),
            role: some(fill, word),
            about: some(fill, word),
            portrait: some(fill, picture),
            initials: word(),
            cards: cards(fill),
            pager: pager(fill),
        };
        self.add("author", PageKind::Author, fill, author, &with_cards(fill, "ω-name"));
        let source = SourceView {
            name: name("ω-name", fill),
            home_url: some(fill, url),
            about: some(fill, word),
            cards: cards(fill),
            pager: pager(fill),
        };
        self.add("source", PageKind::Source, fill, source, &with_cards(fill, "ω-name"));
        self.archive(fill);
        let entry =
            || CorrectionEntry { at: stamp(), text: "ω-text".to_owned(), headline: word(), url: url() };
        let corrections = CorrectionsView { entries: many(fill, entry), pager: pager(fill) };
        let shows: &[&str] = if fill == Fill::Whole { &["ω-text"] } else { &[] };
        self.add("corrections", PageKind::Corrections, fill, corrections, shows);
        self.search(fill);
    }

    fn archive(&mut self, fill: Fill) {
        let archive = ArchiveView {
            path: many(fill, link),
            heading: some(fill, word),
            years: many(fill, link),
            months: many(fill, link),
            days: many(fill, link),
            cards: cards(fill),
            previous: some(fill, link),
            next: some(fill, link),
            pager: pager(fill),
        };
        self.add("archive", PageKind::Archive, fill, archive, &[]);
    }

    fn search(&mut self, fill: Fill) {
        let states: &[&'static str] =
            if fill == Fill::Whole { &["found"] } else { &["empty", "none", "away"] };
        for state in states {
            let hit = || HitView {
                card: card("news", CARD, fill),
                excerpt: Html::printed("<mark>ω</mark>".to_owned()),
            };
            let search = SearchView {
                query: word(),
                hits: many(fill, hit),
                total: if fill == Fill::Whole { 200 } else { 0 },
                more: fill == Fill::Whole,
                newer_url: some(fill, url),
                older_url: some(fill, url),
                state,
            };
            let shows: &[&str] = if fill == Fill::Whole { &[CARD] } else { &[] };
            self.add(format!("search ({state})"), PageKind::Search, fill, search, shows);
        }
    }
}

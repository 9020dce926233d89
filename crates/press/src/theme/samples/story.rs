//! Sample articles: one of each kind.

use domain::Kind;

use super::{Fill, Maker, card, link, many, name, picture, some, stamp, strip, url, word};
use crate::view::{
    ArticleView, AuthorCard, BylinePiece, CorrectionView, Html, Kicker, LeadView, PageKind, Share, ShareLink,
    SourceLine, TranslationView,
};

impl Maker<'_> {
    pub(super) fn stories(&mut self, fill: Fill) {
        for kind in Kind::ALL {
            let article = self.article(kind.as_str(), fill);
            let label = format!("article of kind {}", kind.as_str());
            self.add(label, PageKind::Article, fill, article, &["ω-headline", "<p>ω-body</p>"]);
            // What is paid for never goes without its label.
            if kind == Kind::PartnerContent
                && let Some(sample) = self.samples.last_mut()
            {
                sample.says = vec!["kind-partner-content".to_owned()];
            }
        }
    }

    fn article(&self, kind: &'static str, fill: Fill) -> ArticleView {
        ArticleView {
            kind,
            path: many(fill, link),
            kicker: some(fill, || Kicker { text: word(), url: Some(url()) }),
            headline: "ω-headline".to_owned(),
            standfirst: some(fill, word),
            lead: some(fill, || LeadView { picture: picture(), caption: Some(word()), credit: Some(word()) }),
            bylines: many(fill, || {
                vec![
                    BylinePiece { words: word(), name: None },
                    BylinePiece { words: String::new(), name: Some(name("ω", fill)) },
                ]
            }),
            authors: many(fill, || AuthorCard {
                name: name("ω", fill),
                role: some(fill, word),
                portrait: some(fill, picture),
                initials: word(),
            }),
            published: some(fill, stamp),
            updated: some(fill, stamp),
            reading_minutes: 2,
            body: Html::printed("<p>ω-body</p>".to_owned()),
            corrections: many(fill, || CorrectionView { at: stamp(), text: word() }),
            sources: many(fill, || SourceLine { name: name("ω", fill), cited_url: some(fill, url) }),
            topics: many(fill, || name("ω", fill)),
            translations: many(fill, || TranslationView {
                label: word(),
                label_lang: self.locale.clone(),
                headline: word(),
                lang: self.locale.clone(),
                dir: self.locale.direction(),
                url: url(),
            }),
            share: Share {
                url: url(),
                title: word(),
                links: many(fill, || ShareLink { network: "x", name: "ω", url: url() }),
            },
            newer: some(fill, || card("news", "ω", fill)),
            older: some(fill, || card("news", "ω", fill)),
            beside: many(fill, || card("news", "ω", fill)),
            further: some(fill, || strip(fill)),
        }
    }
}

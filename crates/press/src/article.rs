//! An article or a standing page.

use domain::{CreditRole, Edition, EditionCode, Moment, PersonId, Public, SectionId, Shown, Tag};
use store::{Article, Frame, Named, Sibling, Snapshot};

use crate::{
    chrome::{Crumb, Facing, Subject},
    error::PressError,
    load::{Cards, Showing, kicker, path, trail},
    page::{Page, PageFacts},
    pictures::{Pictures, SharedPicture, Slot},
    press::Press,
    profile::{initials, name_of},
    share::share,
    story::{BESIDE, FURTHER, Told},
    urls::{absolute, author_url, branch_url, section_url, source_url, topic_url},
    view::{
        ArticleView, AuthorCard, BylinePiece, CardView, CorrectionView, Html, LeadView, NameView, PageKind,
        SourceLine, StripView, TranslationView, Url,
    },
    voice::Voice,
};

/// The bylines in their order, with their messages.
const BYLINES: [(CreditRole, &str); 4] = [
    (CreditRole::Author, "byline"),
    (CreditRole::Translator, "credit-translator"),
    (CreditRole::Photographer, "credit-photographer"),
    (CreditRole::Editor, "credit-editor"),
];

impl Press {
    /// The page of an article that the eye has opened.
    pub async fn article(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        article: Shown<Article, Public>,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let frame = std::sync::Arc::clone(snapshot.frame());
        let voice = self.voices.of(&frame, edition)?;
        let mut facts = facts_of(&article, edition, snapshot);
        let told = Told::load(article, snapshot, edition, at, &mut facts).await?;
        let place = &told.place;
        let rows = place.newer.iter().chain(&place.older).chain(&place.newest);
        let showing = Showing { edition: &edition.code, frame: &frame, voice: &voice, at };
        let cards = Cards::of(rows, told.assets(), snapshot, showing, &mut facts).await?;
        let trail = told.home.map(|home| trail(&frame, edition, home)).unwrap_or_default();
        let page = view(&frame, edition, &told, &cards, &trail, &voice)?;
        let headlines = &told.article.content.headlines;
        let standfirst = &told.article.content.standfirst;
        let facing = Facing {
            title: Some(headlines.search_title.clone().unwrap_or_else(|| headlines.full.clone())),
            description: headlines.search_description.clone().or_else(|| standfirst.clone()),
            path: Some(branch_url(&edition.code, told.article.space, &told.article.slug)),
            elsewhere: told.article.siblings.iter().map(|s| (s.edition.clone(), url_of(s))).collect(),
            section: told.home,
            trail,
            subject: Subject::Story(&told),
            pictures: shared(&told, cards.pictures()),
            ..Facing::of(PageKind::Article, at)
        };
        self.page(&frame, edition, &voice, &facing, page, facts)
    }
}

fn facts_of(article: &Shown<Article, Public>, edition: &Edition, snapshot: &Snapshot) -> PageFacts {
    let content = &article.content;
    let mut tags = vec![
        Tag::Portal,
        Tag::Edition(edition.code.clone()),
        Tag::Branch(article.branch),
        Tag::Story(article.story),
    ];
    tags.extend(content.sections.iter().map(|s| Tag::Section(*s)));
    tags.extend(content.topics.iter().map(|t| Tag::Topic(*t)));
    tags.extend(content.credits.iter().map(|c| Tag::Person(c.person)));
    tags.extend(content.citations.iter().map(|c| Tag::Source(c.source)));
    let mut facts = PageFacts::new(snapshot.position(), tags);
    facts.hide(article.hide_at());
    facts.changed(article.modified);
    facts
}

fn view(
    frame: &Frame,
    edition: &Edition,
    told: &Told,
    cards: &Cards<'_>,
    trail: &[Crumb],
    voice: &Voice,
) -> Result<ArticleView, PressError> {
    let (article, code) = (&told.article, &edition.code);
    let content = &article.content;
    let is_post = article.space == domain::Space::Post;
    let address = absolute(&frame.portal, &branch_url(code, article.space, &article.slug));
    let title = content.headlines.social.as_ref().unwrap_or(&content.headlines.full);
    let (beside, further) = around(told, cards, frame, code);
    Ok(ArticleView {
        kind: content.kind.as_str(),
        path: path(trail),
        kicker: kicker(content.kicker.as_deref(), told.home, frame, code),
        headline: content.headlines.full.clone(),
        standfirst: content.standfirst.clone(),
        lead: lead(told, cards.pictures()),
        bylines: bylines(told, code, voice)?,
        authors: authors(told, code, cards.pictures()),
        published: is_post.then(|| voice.stamp(article.first_published)),
        updated: article.updated.map(|moment| voice.stamp(moment)),
        reading_minutes: locale::reading_minutes(told.words, &edition.locale),
        body: Html::printed(document::to_html(&content.body, &options(cards.pictures()))),
        corrections: told
            .corrections
            .iter()
            .map(|c| CorrectionView { at: voice.stamp(c.at), text: c.note.clone() })
            .collect(),
        sources: sources(told, code),
        topics: told.names.topics.iter().map(|t| name_of(t, Some(&topic_url(code, &t.slug)))).collect(),
        translations: translations(frame, told),
        share: share(&address, title),
        newer: told.place.newer.as_ref().map(|row| cards.card(row, told.home)),
        older: told.place.older.as_ref().map(|row| cards.card(row, told.home)),
        beside,
        further,
    })
}

fn options(pictures: &Pictures) -> document::HtmlOptions<'_> {
    document::HtmlOptions { targets: pictures, base_url: None }
}

/// The lead picture for networks, then in the other crops that search engines ask for.
fn shared(told: &Told, pictures: &Pictures) -> Vec<SharedPicture> {
    let lead = told.article.content.lead_picture;
    let slots = [Slot::Social, Slot::Story, Slot::Card];
    lead.iter().flat_map(|asset| slots.iter().filter_map(|slot| pictures.shared(*asset, *slot))).collect()
}

/// The picture at the head. A standing page has one too.
fn lead(told: &Told, pictures: &Pictures) -> Option<LeadView> {
    let asset = told.article.content.lead_picture?;
    let row = pictures.row(asset)?;
    let picture = pictures.view(asset, Slot::Story)?;
    Some(LeadView { picture, caption: row.caption.clone(), credit: row.credit.clone() })
}

/// A name that leads to its person's page.
fn person<'a>(
    told: &'a Told,
    credit: &domain::Credit,
    code: &EditionCode,
) -> Option<(&'a Named<PersonId>, NameView)> {
    let named = told.names.persons.iter().find(|named| named.id == credit.person)?;
    let url = author_url(code, &named.slug);
    Some((named, name_of(named, Some(&url))))
}

fn bylines(told: &Told, code: &EditionCode, voice: &Voice) -> Result<Vec<Vec<BylinePiece>>, PressError> {
    let mut lines = Vec::new();
    for (role, message) in BYLINES {
        let of_role = told.article.content.credits.iter().filter(|credit| credit.role == role);
        let names: Vec<_> = of_role.filter_map(|credit| Some(person(told, credit, code)?.1)).collect();
        if !names.is_empty() {
            lines.push(BylinePiece::line(&voice.language, message, &names)?);
        }
    }
    Ok(lines)
}

fn authors(told: &Told, code: &EditionCode, pictures: &Pictures) -> Vec<AuthorCard> {
    let credits = told.article.content.credits.iter().filter(|credit| credit.role == CreditRole::Author);
    credits
        .filter_map(|credit| {
            let (named, name) = person(told, credit, code)?;
            let portrait = named.portrait.and_then(|asset| pictures.view(asset, Slot::Portrait));
            Some(AuthorCard { name, role: named.role.clone(), portrait, initials: initials(&named.name) })
        })
        .collect()
}

/// What is cited, in the order of its citations: once for each page of a source.
fn sources(told: &Told, code: &EditionCode) -> Vec<SourceLine> {
    let citations = told.article.content.citations.iter();
    citations
        .filter_map(|citation| {
            let named = told.names.sources.iter().find(|named| named.id == citation.source)?;
            let page = source_url(code, &named.slug);
            let cited = citation.url.as_deref().or(named.url.as_deref());
            Some(SourceLine { name: name_of(named, Some(&page)), cited_url: cited.map(Url::new) })
        })
        .collect()
}

fn url_of(sibling: &Sibling) -> String {
    branch_url(&sibling.edition, sibling.space, &sibling.slug)
}

fn translations(frame: &Frame, told: &Told) -> Vec<TranslationView> {
    let others = told.article.siblings.iter().filter(|sibling| sibling.branch != told.article.branch);
    others
        .filter_map(|sibling| {
            let edition = frame.edition(sibling.edition.as_str())?;
            Some(TranslationView {
                label: edition.label.clone(),
                label_lang: edition.label_locale.clone().unwrap_or_else(|| edition.locale.clone()),
                headline: sibling.headline.clone(),
                lang: edition.locale.clone(),
                dir: edition.locale.direction(),
                url: Url::new(&url_of(sibling)),
            })
        })
        .collect()
}

/// The section's newest: the first beside the text, the rest under it. Where there are too
/// few for both they stand under it.
fn around(
    told: &Told,
    cards: &Cards<'_>,
    frame: &Frame,
    code: &EditionCode,
) -> (Vec<CardView>, Option<StripView>) {
    let named = told.home.and_then(|section| named(frame, section, code));
    let Some((name, slug)) = named else { return (Vec::new(), None) };
    let newest = &told.place.newest;
    let (beside, further) =
        newest.split_at(if newest.len() > FURTHER { BESIDE.min(newest.len()) } else { 0 });
    let strip =
        StripView { name, url: Url::new(&section_url(code, &slug)), cards: cards.all(further, told.home) };
    (cards.all(beside, told.home), (!further.is_empty()).then_some(strip))
}

fn named(frame: &Frame, section: SectionId, edition: &EditionCode) -> Option<(String, domain::Slug)> {
    let section = frame.sections.get(section)?;
    Some((section.words.get(edition)?.name.clone(), section.slug.clone()))
}

//! An article or a standing page.

use domain::{
    CreditRole, Edition, EditionCode, LocaleTag, Moment, PersonId, Public, SectionId, Shown, Space, Tag,
};
use store::{Article, Frame, Named, PageOf, Sibling, Snapshot};

use crate::{
    chrome::Facing,
    error::PressError,
    load::{card, kicker, list, path, section_list},
    page::{Page, PageFacts},
    press::Press,
    urls::{branch_url, section_url},
    view::{
        ArticleView, BylinePiece, CorrectionView, Html, NameView, PageKind, StripView, TranslationView, Url,
        View,
    },
    voice::Voice,
};

/// Stories of the same section under an article.
const FURTHER: usize = 4;
/// Rows read for them: the article itself may be among them.
const FURTHER_ROWS: i64 = 5;

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
        let home = article.content.sections.first().copied();
        let siblings = snapshot.siblings(article.story, at).await?;
        for sibling in siblings.iter().filter(|s| s.branch != article.branch) {
            facts.hide(sibling.hide_at());
            facts.tags.push(Tag::Branch(sibling.branch));
        }
        let further = match home.filter(|_| article.space == Space::Post) {
            Some(section) => further(snapshot, edition, section, &article, at, &voice, &mut facts).await?,
            None => None,
        };
        let page = view(snapshot, edition, &article, &siblings, further, &voice).await?;
        let elsewhere = siblings.iter().map(|s| (s.edition.clone(), url_of(s))).collect();
        let headlines = &article.content.headlines;
        let facing = Facing {
            kind: PageKind::Article,
            title: Some(headlines.search_title.clone().unwrap_or_else(|| headlines.full.clone())),
            description: headlines.search_description.clone().or_else(|| article.content.standfirst.clone()),
            path: Some(branch_url(&edition.code, article.space, &article.slug)),
            elsewhere,
            section: home,
        };
        let chrome = self.chrome(&frame, edition, &voice, facing)?;
        let body = self.render("article.html", View { chrome, page }, &voice)?;
        Ok(Page::for_readers(body, facts.settled()))
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

async fn view(
    snapshot: &mut Snapshot,
    edition: &Edition,
    article: &Article,
    siblings: &[Shown<Sibling, Public>],
    further: Option<StripView>,
    voice: &Voice,
) -> Result<ArticleView, PressError> {
    let frame = std::sync::Arc::clone(snapshot.frame());
    let content = &article.content;
    let home = content.sections.first().copied();
    let persons: Vec<PersonId> = content.credits.iter().map(|c| c.person).collect();
    let persons = snapshot.persons(&persons, &edition.code).await?;
    let cited: Vec<_> = content.citations.iter().map(|c| c.source).collect();
    let sources = snapshot.sources(&cited, &edition.code).await?;
    let topics = snapshot.topics(&content.topics, &edition.code).await?;
    // A branch without an update was never corrected.
    let corrections = match article.updated {
        Some(_) => snapshot.corrections(article.branch).await?,
        None => Vec::new(),
    };
    let cited_at = |named: &Named<_>| {
        content.citations.iter().find(|c| c.source == named.id).and_then(|c| c.url.clone())
    };
    Ok(ArticleView {
        kind: content.kind.as_str(),
        path: home.map(|home| path(&frame, edition, home)).unwrap_or_default(),
        kicker: kicker(content.kicker.as_deref(), home, &frame, &edition.code),
        headline: content.headlines.full.clone(),
        standfirst: content.standfirst.clone(),
        bylines: bylines(article, &persons, voice)?,
        published: (article.space == Space::Post).then(|| voice.stamp(article.first_published)),
        updated: article.updated.map(|moment| voice.stamp(moment)),
        body: Html::printed(document::to_html(&content.body, &options())),
        corrections: corrections
            .into_iter()
            .map(|c| CorrectionView { at: voice.stamp(c.at), text: c.note })
            .collect(),
        sources: sources.iter().map(|s| name(s, cited_at(s).or_else(|| s.url.clone()).as_deref())).collect(),
        topics: topics.iter().map(|t| name(t, None)).collect(),
        translations: translations(&frame, article, siblings),
        further,
    })
}

/// Pictures come with the media crate; until then a figure is a captioned link.
fn options() -> document::HtmlOptions<'static> {
    document::HtmlOptions { targets: &document::NoTargets, base_url: None }
}

fn bylines(
    article: &Article,
    persons: &[Named<PersonId>],
    voice: &Voice,
) -> Result<Vec<Vec<BylinePiece>>, PressError> {
    let mut lines = Vec::new();
    for (role, message) in BYLINES {
        let of_role = article.content.credits.iter().filter(|c| c.role == role);
        let names: Vec<_> = of_role
            .filter_map(|c| persons.iter().find(|p| p.id == c.person))
            .map(|p| name(p, None))
            .collect();
        if !names.is_empty() {
            lines.push(BylinePiece::line(&voice.language, message, &names)?);
        }
    }
    Ok(lines)
}

fn name<I>(named: &Named<I>, url: Option<&str>) -> NameView {
    NameView {
        text: named.name.clone(),
        url: url.map(Url::new),
        lang: named.foreign.clone(),
        dir: named.foreign.as_ref().map(LocaleTag::direction),
    }
}

fn url_of(sibling: &Sibling) -> String {
    branch_url(&sibling.edition, sibling.space, &sibling.slug)
}

fn translations(
    frame: &Frame,
    article: &Article,
    siblings: &[Shown<Sibling, Public>],
) -> Vec<TranslationView> {
    let others = siblings.iter().filter(|s| s.branch != article.branch);
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

/// The section's newest stories but this one. Their appearing does not drop the page: it
/// carries their branches' tags and not the list's (soft tags come with the cache).
async fn further(
    snapshot: &mut Snapshot,
    edition: &Edition,
    section: SectionId,
    article: &Article,
    at: Moment,
    voice: &Voice,
    facts: &mut PageFacts,
) -> Result<Option<StripView>, PressError> {
    let frame = std::sync::Arc::clone(snapshot.frame());
    let Some((words, slug)) = named(&frame, section, &edition.code) else { return Ok(None) };
    let list_name = section_list(&edition.code, section);
    let rows = list(snapshot, &list_name, PageOf { before: None, limit: FURTHER_ROWS }, at, facts).await?;
    let others = rows.iter().filter(|row| row.branch != article.branch);
    let cards: Vec<_> = others.take(FURTHER).map(|row| card(row, &frame, voice, Some(section))).collect();
    let url = Url::new(&section_url(&edition.code, &slug));
    Ok((!cards.is_empty()).then_some(StripView { name: words, url, cards }))
}

fn named(frame: &Frame, section: SectionId, edition: &EditionCode) -> Option<(String, domain::Slug)> {
    let section = frame.sections.get(section)?;
    Some((section.words.get(edition)?.name.clone(), section.slug.clone()))
}

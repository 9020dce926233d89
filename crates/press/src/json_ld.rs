//! What machines read of a page: JSON-LD 1.1 in the words of schema.org. Here is told which
//! page says what; the words themselves are made in [`schema`].

mod schema;

use domain::{CreditRole, Edition, Kind, Space};
use store::Frame;

use self::schema::{Link, Paper, Profile, Story, Translation};
use crate::{
    chrome::{Facing, Subject, reuse_rule},
    menu,
    story::Told,
    urls::{
        absolute, author_url, branch_url, corrections_url, front_url, paper_name, search_url, source_url,
    },
    view::{Html, PageKind},
    voice::Voice,
};

/// Networks that are shops for apps and tell nothing of the paper.
const SHOPS: [&str; 2] = ["app-store", "google-play"];

/// Nothing on a page without an address: it says what is wrong.
pub(crate) fn of(
    frame: &Frame,
    edition: &Edition,
    voice: &Voice,
    logo: Option<&str>,
    facing: &Facing<'_>,
) -> Vec<Html> {
    let Some(path) = &facing.path else { return Vec::new() };
    let whole = |path: &str| absolute(&frame.portal, path);
    let url = whole(path);
    let (home, corrections, search) = (
        whole(&front_url(&edition.code)),
        whole(&corrections_url(&edition.code)),
        whole(&search_url(&edition.code)),
    );
    let rule = reuse_rule(frame, edition);
    let accounts: Vec<_> = menu::accounts(frame, edition)
        .filter(|(network, ..)| !SHOPS.contains(network))
        .map(|(.., url)| url.to_owned())
        .collect();
    let paper = Paper {
        name: paper_name(&frame.portal, edition),
        home: &home,
        lang: &edition.locale,
        logo: logo.map(whole),
        reuse_rule: rule.as_deref(),
        accounts: &accounts,
        corrections: &corrections,
        search: &search,
    };
    let trail: Vec<_> = facing
        .trail
        .iter()
        .map(|step| Link { name: step.name.clone(), url: Some(whole(&step.path)) })
        .collect();
    match &facing.subject {
        Subject::Story(told) => {
            let images: Vec<_> = facing.pictures.iter().map(|picture| whole(&picture.path)).collect();
            let place = Place { url: &url, path: &trail, images: &images };
            story(&paper, frame, edition, voice, &place, told)
        }
        Subject::Person { name, role, about } => {
            let image = facing.pictures.first().map(|picture| whole(&picture.path));
            schema::profile(&paper, &Profile { name, url: &url, role: *role, about: *about, image })
        }
        Subject::List if facing.kind == PageKind::Front => schema::front(&paper),
        Subject::List => {
            let here = facing.title.iter().map(|title| Link { name: title.clone(), url: Some(url.clone()) });
            let path: Vec<_> = trail.iter().cloned().chain(here).collect();
            schema::list(&paper, &path)
        }
    }
}

/// Where an article lies, and the picture that it is shown with.
struct Place<'a> {
    url: &'a str,
    path: &'a [Link],
    images: &'a [String],
}

fn story(
    paper: &Paper<'_>,
    frame: &Frame,
    edition: &Edition,
    voice: &Voice,
    place: &Place<'_>,
    told: &Told,
) -> Vec<Html> {
    let (article, content) = (&told.article, &told.article.content);
    let whole = |path: &str| absolute(&frame.portal, path);
    let people = |roles: &[CreditRole]| -> Vec<Link> {
        let of_role = content.credits.iter().filter(|credit| roles.contains(&credit.role));
        of_role
            .filter_map(|credit| told.names.persons.iter().find(|person| person.id == credit.person))
            .map(|person| Link {
                name: person.name.clone(),
                url: Some(whole(&author_url(&edition.code, &person.slug))),
            })
            .collect()
    };
    let citations = content.citations.iter().filter_map(|citation| {
        let source = told.names.sources.iter().find(|source| source.id == citation.source)?;
        let page = || whole(&source_url(&edition.code, &source.slug));
        let cited = citation.url.clone().or_else(|| source.url.clone()).unwrap_or_else(page);
        Some(Link { name: source.name.clone(), url: Some(cited) })
    });
    let others = article.siblings.iter().filter(|sibling| sibling.branch != article.branch);
    let translations = others.filter_map(|sibling| {
        let lang = frame.edition(sibling.edition.as_str())?.locale.clone();
        let url = whole(&branch_url(&sibling.edition, sibling.space, &sibling.slug));
        Some(Translation { lang, url, first_published: sibling.first_published })
    });
    let corrections = told.corrections.iter().map(|c| (voice.stamp(c.at).machine, c.note.clone()));
    let kind = if article.space == Space::Page { Kind::Page } else { content.kind };
    schema::story(
        paper,
        &Story {
            kind,
            url: place.url,
            headline: &content.headlines.full,
            description: content.headlines.search_description.as_deref().or(content.standfirst.as_deref()),
            published: &voice.stamp(article.first_published).machine,
            modified: &voice.stamp(article.modified).machine,
            first_published: article.first_published,
            year: frame.portal.time_zone.local(article.first_published).year(),
            words: told.words,
            authors: &people(&[CreditRole::Author]),
            translators: &people(&[CreditRole::Translator]),
            editors: &people(&[CreditRole::Editor]),
            contributors: &people(&[CreditRole::Photographer]),
            path: place.path,
            topics: &told.names.topics.iter().map(|topic| topic.name.clone()).collect::<Vec<_>>(),
            citations: &citations.collect::<Vec<_>>(),
            corrections: &corrections.collect::<Vec<_>>(),
            translations: &translations.collect::<Vec<_>>(),
            images: place.images,
        },
    )
}

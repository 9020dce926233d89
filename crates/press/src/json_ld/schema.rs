//! schema.org's words for the pages of a paper, made of plain values: every word is data of
//! the edition, all addresses are absolute.

use domain::{Kind, LocaleTag, Moment};
use serde_json::{Map, Value, json};

use crate::view::Html;

/// The paper in an edition.
pub(super) struct Paper<'a> {
    /// Its name there.
    pub(super) name: &'a str,
    /// The edition's front.
    pub(super) home: &'a str,
    /// The edition's language.
    pub(super) lang: &'a LocaleTag,
    /// Its mark: a picture.
    pub(super) logo: Option<String>,
    /// On what terms its texts may be reused.
    pub(super) reuse_rule: Option<&'a str>,
    /// Its accounts elsewhere.
    pub(super) accounts: &'a [String],
    /// The log of its corrections.
    pub(super) corrections: &'a str,
    /// The page that searches.
    pub(super) search: &'a str,
}

/// A name that may lead somewhere.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) name: String,
    pub(super) url: Option<String>,
}

/// The same article in another edition.
#[derive(Clone, Debug)]
pub(super) struct Translation {
    pub(super) lang: LocaleTag,
    pub(super) url: String,
    pub(super) first_published: Option<Moment>,
}

/// An article or a standing page.
pub(super) struct Story<'a> {
    pub(super) kind: Kind,
    pub(super) url: &'a str,
    pub(super) headline: &'a str,
    pub(super) description: Option<&'a str>,
    /// RFC 3339 with offset, as the two that follow.
    pub(super) published: &'a str,
    pub(super) modified: &'a str,
    pub(super) first_published: Moment,
    /// The year of its first publication, in the portal's zone.
    pub(super) year: i16,
    /// Words of its body.
    pub(super) words: usize,
    pub(super) authors: &'a [Link],
    pub(super) translators: &'a [Link],
    pub(super) editors: &'a [Link],
    /// Whoever else is credited.
    pub(super) contributors: &'a [Link],
    /// From the outermost section down to its home.
    pub(super) path: &'a [Link],
    pub(super) topics: &'a [String],
    /// Sources with the page that is cited.
    pub(super) citations: &'a [Link],
    /// When and what, the moments as RFC 3339 with offset.
    pub(super) corrections: &'a [(String, String)],
    pub(super) translations: &'a [Translation],
    /// The lead picture in its crops.
    pub(super) images: &'a [String],
}

/// An author's page.
pub(super) struct Profile<'a> {
    pub(super) name: &'a str,
    pub(super) url: &'a str,
    pub(super) role: Option<&'a str>,
    pub(super) about: Option<&'a str>,
    /// Their portrait.
    pub(super) image: Option<String>,
}

/// An article with its path, or a standing page.
pub(super) fn story(paper: &Paper<'_>, story: &Story<'_>) -> Vec<Html> {
    if story.kind == Kind::Page {
        return vec![printed(page(paper, story))];
    }
    let here = [Link { name: story.headline.to_owned(), url: Some(story.url.to_owned()) }];
    vec![printed(article(paper, story)), breadcrumbs(paper, story.path, &here)]
}

/// An edition's front: who publishes it, and how it is searched.
pub(super) fn front(paper: &Paper<'_>) -> Vec<Html> {
    let mut publisher = object(publisher(paper));
    context(&mut publisher);
    put(&mut publisher, "correctionsPolicy", Some(json!(paper.corrections)));
    put(&mut publisher, "sameAs", some(paper.accounts));
    let mut site = object(site(paper));
    context(&mut site);
    put(&mut site, "inLanguage", Some(json!(paper.lang)));
    let action = json!({
        "@type": "SearchAction",
        "target": { "@type": "EntryPoint", "urlTemplate": format!("{}?q={{query}}", paper.search) },
        "query-input": "required name=query",
    });
    put(&mut site, "potentialAction", Some(action));
    vec![printed(publisher), printed(site)]
}

/// A page that is a list, with its path: its last link is the page itself.
pub(super) fn list(paper: &Paper<'_>, path: &[Link]) -> Vec<Html> {
    vec![breadcrumbs(paper, path, &[])]
}

/// An author's page.
pub(super) fn profile(paper: &Paper<'_>, profile: &Profile<'_>) -> Vec<Html> {
    let mut person = object(json!({ "@type": "Person", "name": profile.name, "url": profile.url }));
    put(&mut person, "jobTitle", profile.role.map(Value::from));
    put(&mut person, "description", profile.about.map(Value::from));
    put(&mut person, "image", profile.image.clone().map(Value::from));
    put(&mut person, "worksFor", Some(publisher(paper)));
    let mut page = object(json!({
        "@type": "ProfilePage",
        "url": profile.url,
        "inLanguage": paper.lang,
        "isPartOf": site(paper),
        "mainEntity": person,
    }));
    context(&mut page);
    vec![printed(page)]
}

fn article(paper: &Paper<'_>, story: &Story<'_>) -> Map<String, Value> {
    let mut it = object(json!({
        "@type": type_of(story.kind),
        "mainEntityOfPage": { "@type": "WebPage", "@id": story.url },
        "url": story.url,
        "headline": story.headline,
        "datePublished": story.published,
        "dateModified": story.modified,
        "inLanguage": paper.lang,
        "isAccessibleForFree": true,
        "publisher": publisher(paper),
        "isPartOf": site(paper),
        "copyrightHolder": publisher(paper),
        "copyrightYear": story.year,
    }));
    context(&mut it);
    put(&mut it, "description", story.description.map(Value::from));
    put(&mut it, "image", some(story.images));
    put(&mut it, "wordCount", (story.words > 0).then(|| json!(story.words)));
    // An unsigned article is the paper's own.
    let authors = match story.authors {
        [] => json!([publisher(paper)]),
        authors => persons(authors),
    };
    put(&mut it, "author", Some(authors));
    for (property, people) in
        [("translator", story.translators), ("editor", story.editors), ("contributor", story.contributors)]
    {
        put(&mut it, property, (!people.is_empty()).then(|| persons(people)));
    }
    let sections: Vec<_> = story.path.iter().map(|section| &section.name).collect();
    put(&mut it, "articleSection", some(&sections));
    put(&mut it, "keywords", some(story.topics));
    put(&mut it, "citation", some(&story.citations.iter().map(citation).collect::<Vec<_>>()));
    let corrections = story
        .corrections
        .iter()
        .map(|(at, text)| json!({ "@type": "CorrectionComment", "text": text, "datePublished": at }));
    put(&mut it, "correction", some(&corrections.collect::<Vec<_>>()));
    put(&mut it, "copyrightNotice", paper.reuse_rule.map(Value::from));
    let terms = paper.reuse_rule.map(|rule| json!({ "@type": "CreativeWork", "text": rule }));
    put(&mut it, "usageInfo", terms);
    translations(&mut it, story);
    it
}

fn page(paper: &Paper<'_>, story: &Story<'_>) -> Map<String, Value> {
    let mut it = object(json!({
        "@type": "WebPage",
        "@id": story.url,
        "url": story.url,
        "name": story.headline,
        "dateModified": story.modified,
        "inLanguage": paper.lang,
        "publisher": publisher(paper),
        "isPartOf": site(paper),
    }));
    context(&mut it);
    put(&mut it, "description", story.description.map(Value::from));
    put(&mut it, "image", some(story.images));
    translations(&mut it, story);
    it
}

/// The branch that was first is the work, the others are its translations.
fn translations(it: &mut Map<String, Value>, story: &Story<'_>) {
    let first = story.translations.iter().min_by_key(|other| other.first_published.unwrap_or(Moment::MAX));
    let original = first.filter(|o| o.first_published.is_some_and(|moment| moment < story.first_published));
    let work = |other: &Translation| json!({ "@type": type_of(story.kind), "@id": other.url, "url": other.url, "inLanguage": other.lang });
    match original {
        Some(original) => put(it, "translationOfWork", Some(work(original))),
        None => put(it, "workTranslation", some(&story.translations.iter().map(work).collect::<Vec<_>>())),
    }
}

const fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Opinion => "OpinionNewsArticle",
        Kind::Explainer => "BackgroundNewsArticle",
        Kind::PartnerContent => "AdvertiserContentArticle",
        // Somebody else's words are no reporting.
        Kind::PressRelease => "Article",
        Kind::Page => "WebPage",
        Kind::News
        | Kind::Interview
        | Kind::LongRead
        | Kind::PictureStory
        | Kind::Video
        | Kind::Audio
        | Kind::Live => "NewsArticle",
    }
}

fn publisher(paper: &Paper<'_>) -> Value {
    let mut it = object(json!({ "@type": "NewsMediaOrganization", "name": paper.name, "url": paper.home }));
    let logo = paper.logo.as_ref().map(|url| json!({ "@type": "ImageObject", "url": url }));
    put(&mut it, "logo", logo);
    Value::Object(it)
}

fn site(paper: &Paper<'_>) -> Value {
    json!({ "@type": "WebSite", "name": paper.name, "url": paper.home })
}

fn persons(people: &[Link]) -> Value {
    people.iter().map(|person| linked("Person", person)).collect()
}

fn citation(source: &Link) -> Value {
    linked("CreativeWork", source)
}

fn linked(kind: &str, link: &Link) -> Value {
    let mut it = object(json!({ "@type": kind, "name": link.name }));
    put(&mut it, "url", link.url.as_deref().map(Value::from));
    Value::Object(it)
}

/// From the front down to the page.
fn breadcrumbs(paper: &Paper<'_>, path: &[Link], here: &[Link]) -> Html {
    let front = [Link { name: paper.name.to_owned(), url: Some(paper.home.to_owned()) }];
    let steps = front.iter().chain(path).chain(here).enumerate().map(|(index, step)| {
        let mut it = object(json!({ "@type": "ListItem", "position": index + 1, "name": step.name }));
        put(&mut it, "item", step.url.as_deref().map(Value::from));
        Value::Object(it)
    });
    let mut list = object(json!({ "@type": "BreadcrumbList", "itemListElement": steps.collect::<Value>() }));
    context(&mut list);
    printed(list)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn context(it: &mut Map<String, Value>) {
    put(it, "@context", Some(json!("https://schema.org")));
}

fn put(it: &mut Map<String, Value>, property: &str, value: Option<Value>) {
    it.extend(value.map(|value| (property.to_owned(), value)));
}

/// A list, where there is anything in it.
fn some<T: serde::Serialize>(items: &[T]) -> Option<Value> {
    (!items.is_empty()).then(|| json!(items))
}

/// The text of a script: what could end it, or begin a comment in it, stands as JSON's
/// escapes, and so do the two line ends that older readers of scripts stumble over. Outside
/// of strings none of them occurs.
fn printed(it: Map<String, Value>) -> Html {
    let text = Value::Object(it).to_string();
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            c => safe.push(c),
        }
    }
    Html::printed(safe)
}

#[cfg(test)]
mod tests;

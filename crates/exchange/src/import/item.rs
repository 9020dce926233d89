//! One item of an export: taken in, or left out with its reason.

use desk::{Archived, ArchivedBranch, World};
use document::{Document, What, html_in};
use domain::{Content, Headlines, Kind, Moment, Slug};

use super::{
    addresses, fields,
    named::Naming,
    portion::{Gathering, Place, words},
    report::Report,
    shortcodes,
    site::Site,
    survey::Survey,
    versions::Version,
};
use crate::wxr::{Item, classic};

/// Longest headline that is kept, in characters.
pub(crate) const MAX_HEADLINE: usize = 500;

/// Takes the version of an item in, or tells the report why not.
pub(crate) fn take(
    version: Version,
    now: Moment,
    world: &dyn World,
    gathering: &mut Gathering,
    survey: &Survey,
    report: &mut Report,
) {
    let Version { item, told, foreign_id, prefix, untitled } = version;
    let title = words(&item.title);
    let place = Place { line: item.line, title: title.clone(), address: item.link.clone() };
    let kind = match item.post_type.as_str() {
        "post" | "" => fields::kind(&item),
        "page" => Kind::Page,
        // Taken as authors, and where bodies name them.
        "guest-author" | "wp_block" => return,
        other => return report.left_out(other),
    };
    let Some(mut was) = state(&item, &gathering.site, now, &place, report) else { return };
    if untitled {
        report.note(&place, "it has no headline in its language: it came in as a draft under another's");
        was = Archived::Draft;
    }
    let Some(slug) = slug(&item, &title, gathering) else {
        return report.refuse(&place, "it has neither a title nor a number to make an address of");
    };
    let digest = digest(&item);
    let mut naming = Naming::of(&gathering.site.archive, survey);
    let body = body_of(&item, &place, world, survey, &mut naming, report);
    let standfirst = Some(words(&item.excerpt)).filter(|text| !text.is_empty());
    let headline =
        if title.is_empty() { slug.to_string() } else { title.chars().take(MAX_HEADLINE).collect() };
    let machines = fields::for_machines(&item, &headline);
    let headlines = Headlines {
        search_title: machines.title,
        search_description: machines.description,
        social: machines.shared,
        ..Headlines::of(headline)
    };
    let facts = fields::facts(&item);
    if facts.sticky {
        report.note(&place, "it was held at the head of the list: put it on the front where it belongs");
    }
    let lead_picture = naming.file(facts.lead.as_deref());
    let content = Content { kind, headlines, standfirst, body, lead_picture, ..Content::default() };
    let branch = ArchivedBranch {
        foreign_id,
        group: told.and_then(|told| told.group),
        slug,
        was,
        content,
        categories: fields::home(&item, survey).map(str::to_owned).into_iter().collect(),
        tags: Vec::new(),
        authors: fields::authors(&item),
        pictures: naming.into_pictures(),
        facts,
        digest,
        // Nobody but the newsroom ever opened a draft's address.
        addresses: match was {
            Archived::Live { .. } | Archived::Scheduled(_) => {
                addresses::of_item(&item, kind, prefix.as_deref(), survey)
            }
            Archived::Draft | Archived::Pending => Vec::new(),
        },
    };
    gathering.article(branch, &item.categories, place, survey);
}

/// The body, with what was changed in it told.
fn body_of(
    item: &Item,
    place: &Place,
    world: &dyn World,
    survey: &Survey,
    naming: &mut Naming<'_>,
    report: &mut Report,
) -> Document {
    let mut ids = || world.block_id();
    let (body, unknown) = shortcodes::expanded(item, survey);
    for name in &unknown {
        report.note(place, &format!("the shortcode [{name}] is unknown and was left as text"));
    }
    let parsed = html_in(classic::paragraphs(&body).as_bytes(), naming, &mut ids);
    // WordPress's editors leave empty paragraphs everywhere: nobody misses them.
    for dropped in parsed.report.iter().filter(|dropped| dropped.what != What::EmptyParagraph) {
        report.note(place, &dropped.to_string());
    }
    parsed.document
}

/// What the item was; none where it is not taken, with the reason in the report.
fn state(item: &Item, site: &Site, now: Moment, place: &Place, report: &mut Report) -> Option<Archived> {
    let local = |civil: Option<jiff::civil::DateTime>| {
        civil.and_then(|civil| site.zone.resolve(civil, Some(domain::Fold::First)).ok())
    };
    let published = item.published.or_else(|| local(item.post_date));
    let modified = item.modified.or_else(|| local(item.post_modified));
    if !item.password.is_empty() {
        report.note(place, "it was behind a password: it came in as a draft");
        return Some(Archived::Draft);
    }
    match (item.status.as_str(), published) {
        ("publish" | "", Some(at)) if at <= now => {
            Some(Archived::Live { first_published: at, modified: modified.unwrap_or(at) })
        }
        ("publish" | "future", Some(at)) if at > now => Some(Archived::Scheduled(at)),
        ("publish" | "", None) => {
            report.note(place, "it was public and has no date: it came in as a draft");
            Some(Archived::Draft)
        }
        ("future", _) => {
            report.note(place, "its scheduled moment is past or missing: it came in as a draft");
            Some(Archived::Draft)
        }
        ("draft" | "auto-draft", _) => Some(Archived::Draft),
        ("pending", _) => Some(Archived::Pending),
        ("private", _) => {
            report.note(place, "it was private: it came in as a draft");
            Some(Archived::Draft)
        }
        ("trash", _) => {
            report.refuse(place, "it lay in the trash");
            None
        }
        (status, _) => {
            report.refuse(place, &format!("its status {status:?} is unknown"));
            None
        }
    }
}

fn slug(item: &Item, title: &str, gathering: &Gathering) -> Option<Slug> {
    let number = || item.post_id.and_then(|id| Slug::parse(&id.to_string()).ok());
    gathering.slug_of(&item.post_name).or_else(|| gathering.slug_of(title)).or_else(number)
}

/// Of everything that is taken, so that a newer export tells what changed.
fn digest(item: &Item) -> String {
    let mut hasher = blake3::Hasher::new();
    let published = item.published.map(|m| m.to_string()).unwrap_or_default();
    let fields = [
        &item.title,
        &item.content,
        &item.excerpt,
        &item.post_name,
        &item.status,
        &item.post_type,
        &item.password,
        &item.creator,
        &published,
    ];
    for field in fields {
        hasher.update(&u64::try_from(field.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(field.as_bytes());
    }
    for (key, value) in item.postmeta.iter().filter(|(key, _)| !fields::counts(key)) {
        hasher.update(key.as_bytes()).update(&[0]).update(value.as_bytes()).update(&[0]);
    }
    for label in &item.categories {
        hasher.update(label.domain.as_bytes()).update(&[0]).update(label.nicename.as_bytes()).update(&[0]);
    }
    hasher.finalize().to_hex().to_string()
}

//! One item of a feed: taken in, or left out with its reason.

use desk::{ArchiveFacts, ArchiveFile, Archived, ArchivedBranch, World};
use document::{Document, What, excerpt, html_in, plain_text};
use domain::{AssetId, Content, EditionCode, Headlines, Kind, Moment, OldAddress, SectionTree, Slug};

use super::{
    based::{Based, is_same},
    item::MAX_HEADLINE,
    named::Naming,
    portion::{Gathering, Place, login, words},
    report::Report,
    survey::Survey,
};
use crate::{
    feed_in::{Attached, Header, Item, Media, Use},
    wxr::{Author, Label},
};

/// Most characters of a headline that is made of the first words.
const FIRST_WORDS: usize = 80;
/// The longest id that is kept as it stands, in bytes; of a longer one its digest is.
const LONGEST_ID: usize = 400;
/// The longest name of a topic, in characters; what is longer was never one.
const LONGEST_LABEL: usize = 100;
/// Last parts of addresses that name no article.
const NAMELESS: [&str; 4] = ["index", "default", "feed", "post"];

/// What an item is taken with.
pub(crate) struct Taking<'t> {
    pub(crate) header: &'t Header,
    pub(crate) now: Moment,
    pub(crate) world: &'t dyn World,
    pub(crate) sections: &'t SectionTree,
    pub(crate) survey: &'t Survey,
}

/// Takes an item in, or tells the report why not; gives the files that go with it.
pub(crate) fn take(
    item: Item,
    place: Place,
    taking: &Taking<'_>,
    gathering: &mut Gathering,
    report: &mut Report,
) -> Vec<ArchiveFile> {
    let id = id_of(&item);
    let archive = gathering.site.archive.clone();
    let naming = Naming::of(&archive, taking.survey);
    let Body { document, lead, mut naming } = body_of(&item, &place, taking.world, naming, report);
    let lead_picture = lead.as_ref().and_then(|file| naming.picture_at(&file.address));
    let headline = match place.title.as_str() {
        "" => excerpt(&document, FIRST_WORDS),
        title => title.chars().take(MAX_HEADLINE).collect(),
    };
    let slug = (!headline.is_empty()).then(|| slug_of(&item, &headline, &id, gathering)).flatten();
    let Some(slug) = slug else {
        report.refuse(&place, "it has neither a title nor a text");
        return Vec::new();
    };
    let was = state(&item, taking.now, &place, report);
    let kind = match &item.what {
        Use::Page => Kind::Page,
        _ if item.attached.iter().any(|file| file.media == Media::Film) => Kind::Video,
        _ if item.attached.iter().any(|file| file.media == Media::Sound) => Kind::Audio,
        _ => Kind::News,
    };
    let standfirst = standfirst(&item, &document);
    let labels = labels(&item, taking.sections, gathering);
    let authors = if item.authors.is_empty() { &taking.header.authors } else { &item.authors };
    for name in authors {
        let author = Author { login: name.clone(), display_name: name.clone(), ..Author::default() };
        gathering.author(&author, taking.survey);
    }
    let files: Vec<_> =
        lead.into_iter().map(|file| archive_file(file, &id, lead_picture, &gathering.site.edition)).collect();
    let facts =
        ArchiveFacts { lead: files.first().map(|file| file.foreign_id.clone()), ..ArchiveFacts::default() };
    let digest = digest(&item);
    let branch = ArchivedBranch {
        foreign_id: id,
        group: None,
        slug,
        was,
        content: Content {
            kind,
            headlines: Headlines::of(headline),
            standfirst,
            body: document,
            lead_picture,
            ..Content::default()
        },
        categories: Vec::new(),
        tags: Vec::new(),
        authors: authors.iter().map(|name| login(name)).collect(),
        pictures: naming.into_pictures(),
        facts,
        digest,
        addresses: if item.draft { Vec::new() } else { addresses(&item) },
    };
    gathering.article(branch, &labels, place, taking.survey);
    files
}

/// An item's text, and the picture that goes before it.
struct Body<'n> {
    document: Document,
    lead: Option<Attached>,
    naming: Naming<'n>,
}

/// The text: what is whole goes before what is a part. Sounds and films stand before it; of the pictures
/// that it does not show itself, the first is its lead and the others stand behind it.
fn body_of<'n>(
    item: &Item,
    place: &Place,
    world: &dyn World,
    naming: Naming<'n>,
    report: &mut Report,
) -> Body<'n> {
    let text = if item.content.trim().is_empty() { &item.summary } else { &item.content };
    let mut ids = || world.block_id();
    let base = if item.base.is_empty() { &item.link } else { &item.base };
    let mut html = String::new();
    for file in &item.attached {
        let element = match file.media {
            Media::Sound => "audio",
            Media::Film => "video",
            Media::Picture => continue,
            Media::Other => {
                report.note(place, &format!("the file {:?} that goes with it stays behind", file.address));
                continue;
            }
        };
        let shown = [&item.content, &item.summary].iter().any(|text| text.contains(file.address.as_str()));
        if !shown {
            html.extend(["<", element, " src=\""]);
            crate::xml::escape(&mut html, &file.address);
            html.extend(["\" controls></", element, ">"]);
        }
    }
    html.push_str(text);
    let mut resolver = Based { base, inner: naming, pictures: Vec::new() };
    let parsed = html_in(html.as_bytes(), &mut resolver, &mut ids);
    let shown = std::mem::take(&mut resolver.pictures);
    let pictures = item.attached.iter().filter(|file| file.media == Media::Picture);
    let mut hidden: Vec<&Attached> =
        pictures.filter(|file| shown.iter().all(|other| !is_same(other, &file.address))).collect();
    // A small form stands for a picture that is there in full.
    if hidden.iter().any(|file| !file.small) || !shown.is_empty() {
        hidden.retain(|file| !file.small);
    }
    let parsed = match hidden.get(1..).filter(|others| !others.is_empty()) {
        Some(others) => {
            others.iter().for_each(|file| push_figure(&mut html, file));
            html_in(html.as_bytes(), &mut resolver, &mut ids)
        }
        None => parsed,
    };
    for dropped in parsed.report.iter().filter(|dropped| dropped.what != What::EmptyParagraph) {
        report.note(place, &dropped.to_string());
    }
    let lead = hidden.first().map(|file| (*file).clone());
    Body { document: parsed.document, lead, naming: resolver.inner }
}

fn push_figure(html: &mut String, file: &Attached) {
    html.push_str("<figure><img src=\"");
    crate::xml::escape(html, &file.address);
    html.push_str("\"><figcaption>");
    html.push_str(&file.caption);
    if !file.credit.is_empty() {
        html.push_str(" (");
        crate::xml::escape(html, &file.credit);
        html.push(')');
    }
    html.push_str("</figcaption></figure>");
}

/// The summary where it is not the beginning of the text.
fn standfirst(item: &Item, body: &Document) -> Option<String> {
    if item.content.trim().is_empty() {
        return None;
    }
    let summary = words(&item.summary);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let whole: String = plain_text(body).iter().map(|run| letters(&run.text)).collect();
    let is_beginning = whole.starts_with(&letters(&summary));
    (!summary.is_empty() && !is_beginning).then_some(summary)
}

/// What it was. A feed holds what its readers saw.
fn state(item: &Item, now: Moment, place: &Place, report: &mut Report) -> Archived {
    match item.published {
        _ if item.draft => Archived::Draft,
        None => {
            report.note(place, "it was public and has no date: it came in as a draft");
            Archived::Draft
        }
        Some(at) if at > now => {
            report.note(place, "its date is to come: it will be public then");
            Archived::Scheduled(at)
        }
        Some(at) => Archived::Live { first_published: at, modified: item.updated.unwrap_or(at).min(now) },
    }
}

/// Its id in the archive: an export counts by numbers, which must not be taken for a feed's.
fn id_of(item: &Item) -> String {
    let own = [&item.id, &item.link].into_iter().find(|id| !id.is_empty());
    match own {
        Some(id) if id.len() <= LONGEST_ID => format!("feed {id}"),
        Some(id) => format!("feed {}", blake3::hash(id.as_bytes()).to_hex()),
        None => {
            format!("feed {}", blake3::hash(format!("{}\n{}", item.title, item.content).as_bytes()).to_hex())
        }
    }
}

/// The last part of its address, if that is a name; else its headline, else what tells it from others.
fn slug_of(item: &Item, headline: &str, id: &str, gathering: &Gathering) -> Option<Slug> {
    let path = OldAddress::parse(&item.link).map(|address| address.path).unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    let name = match last.rsplit_once('.') {
        Some((name, end)) if end.len() <= 5 => name,
        _ => last,
    };
    let is_name = name.chars().any(char::is_alphabetic) && !NAMELESS.contains(&name);
    let digest = blake3::hash(id.as_bytes()).to_hex();
    let last_resort = || gathering.slug_of(digest.get(..12).unwrap_or_default());
    let of_name = is_name.then(|| gathering.slug_of(name)).flatten();
    of_name.or_else(|| gathering.slug_of(headline)).or_else(last_resort)
}

/// Its labels: one that names a section of the edition is that, any other a topic. A feed tells no tree,
/// so that it makes no sections.
fn labels(item: &Item, sections: &SectionTree, gathering: &Gathering) -> Vec<Label> {
    let edition = &gathering.site.edition;
    let labels = item.labels.iter().filter_map(|label| {
        let name = words(label);
        let slug = gathering.slug_of(&name).filter(|_| name.chars().count() <= LONGEST_LABEL)?;
        let is_it = |section: &&domain::Section| {
            let words = section.words.get(edition);
            words
                .is_some_and(|words| words.name.to_lowercase() == name.to_lowercase() || section.slug == slug)
        };
        let (domain, nicename) = match sections.iter().find(is_it) {
            Some(section) => ("category", section.slug.to_string()),
            None => ("post_tag", slug.to_string()),
        };
        Some(Label { domain: domain.to_owned(), nicename, name })
    });
    labels.collect()
}

/// Where readers found it: another site's address is not ours to answer.
fn addresses(item: &Item) -> Vec<OldAddress> {
    let id = Some(&item.id).filter(|_| item.id_is_address);
    let mut found: Vec<_> =
        [Some(&item.link), id].into_iter().flatten().filter_map(|url| OldAddress::parse(url)).collect();
    let host = found.first().map(|address| address.host.clone()).unwrap_or_default();
    found.retain(|a| a.host == host && !(a.path.is_empty() && a.query.is_empty()));
    found.sort_unstable();
    found.dedup();
    found
}

fn archive_file(
    file: Attached,
    parent: &str,
    picture: Option<AssetId>,
    edition: &EditionCode,
) -> ArchiveFile {
    let is_long = file.address.len() > LONGEST_ID;
    let digest = blake3::hash(file.address.as_bytes()).to_hex();
    ArchiveFile {
        foreign_id: if is_long { digest.to_string() } else { file.address.clone() },
        parent: Some(parent.to_owned()),
        title: String::new(),
        caption: words(&file.caption),
        description: file.credit,
        alt: String::new(),
        address: file.address,
        picture,
        edition: Some(edition.clone()),
    }
}

/// Of everything that is taken, so that a newer feed tells what changed.
fn digest(item: &Item) -> String {
    let mut hasher = blake3::Hasher::new();
    let date = |moment: Option<Moment>| moment.map(|m| m.to_string()).unwrap_or_default();
    let dates = [date(item.published), date(item.updated)];
    let fields = [&item.title, &item.content, &item.summary, &item.link].into_iter().chain(&dates);
    let lists = item.authors.iter().chain(&item.labels);
    for field in fields.chain(lists).chain(item.attached.iter().map(|file| &file.address)) {
        hasher.update(&u64::try_from(field.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(field.as_bytes());
    }
    hasher.update(&[u8::from(item.draft)]);
    hasher.finalize().to_hex().to_string()
}

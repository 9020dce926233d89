//! JSON Feed 1.0 and 1.1 (<https://www.jsonfeed.org/version/1.1/>). What has another type than the standard
//! says is read as if it were not there; items are kept as they stand and read one at a time.

use std::marker::PhantomData;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{
    address::is_web,
    date,
    entry::{Attached, Entry, Header, Item, Media},
    error::{Broken, Limits},
    reader::Lines,
    words::{self, escaped, paragraphs},
};
use crate::wxr::{Notice, notice::What};

/// Most authors, tags and files of one item.
const MOST: usize = 200;

/// A feed whose items are still to be read.
#[derive(Debug, Default)]
pub(super) struct Json<'t> {
    pub(super) header: Header,
    version: String,
    items: Vec<&'t RawValue>,
    /// How many there are.
    count: usize,
    broken: Option<String>,
}

/// Reads the header of the feed that is `text`, and finds its items.
pub(super) fn read(text: &str, limits: Limits) -> Result<Json<'_>, Broken> {
    let mut json = Json::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Head { json: &mut json, most: limits.items }.deserialize(&mut deserializer);
    let broken = read.and_then(|()| deserializer.end()).err();
    if !json.version.contains("jsonfeed") && json.items.is_empty() {
        let line = broken.as_ref().map_or(1, |error| u64::try_from(error.line()).unwrap_or(1));
        let found = match broken {
            Some(error) => format!("what is not JSON either ({error})"),
            None => "JSON that is no JSON Feed".to_owned(),
        };
        return Err(Broken::NotFeed { line: line.max(1), found });
    }
    json.broken = broken.map(|error| error.to_string());
    Ok(json)
}

impl Json<'_> {
    /// The items, read one at a time.
    pub(super) fn entries<'f>(
        &'f self,
        text: &'f str,
        limits: Limits,
    ) -> impl Iterator<Item = Result<Entry, Broken>> + Send + 'f {
        let mut lines = Lines { at: 0, line: 1 };
        let items = self.items.iter().map(move |raw| {
            let at = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
            entry(raw.get(), (lines.of(text, at), at), limits)
        });
        let more = (self.count > self.items.len()).then(|| {
            let what = What::TooMany { items: self.count, limit: limits.items };
            Ok(Entry::Notice(Notice { what, line: 1, title: None, count: 1 }))
        });
        let items_read = u64::try_from(self.items.len()).unwrap_or(u64::MAX);
        let broken = self.broken.iter().map(move |why| {
            Err(Broken::Truncated { within: format!("what should be JSON ({why})"), items: items_read })
        });
        items.map(Ok).chain(more).chain(broken)
    }
}

fn entry(raw: &str, (line, at): (u64, usize), limits: Limits) -> Entry {
    let notice = |what| Entry::Notice(Notice { what, line, title: None, count: 1 });
    if raw.len() > limits.item_bytes {
        let bytes = u64::try_from(raw.len()).unwrap_or(u64::MAX);
        let limit = u64::try_from(limits.item_bytes).unwrap_or(u64::MAX);
        return notice(What::TooLarge { bytes, limit });
    }
    match serde_json::from_str::<JsonItem>(raw) {
        Ok(item) => Entry::Item(Box::new(item.into_item(line, u64::try_from(at).unwrap_or(u64::MAX)))),
        Err(error) => notice(What::Unreadable(error.to_string())),
    }
}

/// The head of a feed, filled as far as it can be read.
struct Head<'h, 't> {
    json: &'h mut Json<'t>,
    most: usize,
}

impl<'t> DeserializeSeed<'t> for Head<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for Head<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        let (json, most) = (self.json, self.most);
        while let Some(name) = map.next_key::<Loose>()? {
            if name.0 == "items" {
                map.next_value_seed(Items { json, most })?;
                continue;
            }
            let value: &RawValue = map.next_value()?;
            let text = || loose(value);
            let header = &mut json.header;
            match name.0.as_str() {
                "version" => json.version = text(),
                "title" => header.title = title(&text()),
                "home_page_url" => header.link = text(),
                "feed_url" => header.address = text(),
                "language" => header.language = text(),
                "author" => header.authors.extend(one::<JsonAuthor>(value).and_then(JsonAuthor::name)),
                "authors" => {
                    let authors = many::<JsonAuthor>(value).into_iter();
                    header.authors.extend(authors.filter_map(JsonAuthor::name));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The items, as many as are read at most; the rest is counted.
struct Items<'h, 't> {
    json: &'h mut Json<'t>,
    most: usize,
}

impl<'t> DeserializeSeed<'t> for Items<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'t> Visitor<'t> for Items<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of items")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(raw) = seq.next_element::<&RawValue>()? {
            self.json.count += 1;
            if self.json.items.len() < self.most {
                self.json.items.push(raw);
            }
        }
        Ok(())
    }
}

/// A text; a number is one too, anything else is none.
#[derive(Debug, Default)]
struct Loose(String);

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|raw| Self(loose(&raw)))
    }
}

fn loose(raw: &RawValue) -> String {
    let raw = raw.get();
    let text = match raw.as_bytes().first() {
        Some(b'"') => serde_json::from_str::<String>(raw).unwrap_or_default(),
        Some(b'-' | b'0'..=b'9') => raw.to_owned(),
        _ => String::new(),
    };
    let barred = |c: char| c < ' ' && !matches!(c, '\n' | '\r' | '\t');
    if text.contains(barred) { text.replace(barred, "\u{fffd}") } else { text }
}

/// A list; what has no place in it is left out, and so is what is too much.
#[derive(Debug)]
struct Many<T>(Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: for<'t> Deserialize<'t>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|raw| Self(many(&raw)))
    }
}

fn one<T: for<'t> Deserialize<'t>>(raw: &RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

fn many<T: for<'t> Deserialize<'t>>(raw: &RawValue) -> Vec<T> {
    struct Most<T>(PhantomData<T>);
    impl<'de, T: for<'t> Deserialize<'t>> Visitor<'de> for Most<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
            let mut list = Vec::new();
            while let Some(raw) = seq.next_element::<&RawValue>()? {
                list.extend(Some(raw).filter(|_| list.len() < MOST).and_then(one::<T>));
            }
            Ok(list)
        }
    }
    let mut deserializer = serde_json::Deserializer::from_str(raw.get());
    deserializer.deserialize_seq(Most(PhantomData)).unwrap_or_default()
}

/// Titles are text by the standard; many programs write them as HTML all the same.
fn title(text: &str) -> String {
    let is_html = ["&#", "&amp;", "&quot;", "&lt;", "&nbsp;"].iter().any(|sign| text.contains(sign));
    if is_html { text.to_owned() } else { escaped(text) }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct JsonAuthor {
    name: Loose,
}

impl JsonAuthor {
    fn name(self) -> Option<String> {
        words::name_of(&self.name.0)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct JsonFile {
    url: Loose,
    mime_type: Loose,
    title: Loose,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct JsonItem {
    id: Loose,
    url: Loose,
    title: Loose,
    content_html: Loose,
    content_text: Loose,
    summary: Loose,
    image: Loose,
    banner_image: Loose,
    date_published: Loose,
    date_modified: Loose,
    language: Loose,
    author: Option<JsonAuthor>,
    authors: Many<JsonAuthor>,
    tags: Many<Loose>,
    attachments: Many<JsonFile>,
}

impl JsonItem {
    fn into_item(self, line: u64, offset: u64) -> Item {
        let pictures =
            [self.image, self.banner_image].map(|Loose(address)| Attached { address, ..Attached::default() });
        let files = self.attachments.0.into_iter().map(|file| {
            let media = Media::of(&file.mime_type.0, "", &file.url.0);
            Attached { address: file.url.0, media, caption: escaped(&file.title.0), ..Attached::default() }
        });
        let mut attached: Vec<Attached> = Vec::new();
        for file in pictures.into_iter().chain(files).filter(|file| !file.address.is_empty()) {
            if attached.iter().all(|other| other.address != file.address) {
                attached.push(file);
            }
        }
        let content = match self.content_html.0 {
            html if !html.trim().is_empty() => html,
            _ => paragraphs(&self.content_text.0),
        };
        let id_is_address = is_web(&self.id.0);
        let link = if self.url.0.is_empty() && id_is_address { self.id.0.clone() } else { self.url.0 };
        let (published, updated) =
            (date::moment(&self.date_published.0), date::moment(&self.date_modified.0));
        // Version 1.0 has one author, 1.1 several; both may stand there for old readers.
        let author = self.author.filter(|_| self.authors.0.is_empty());
        Item {
            title: title(self.title.0.trim()),
            id: self.id.0,
            id_is_address,
            link,
            content,
            summary: escaped(&self.summary.0),
            authors: self.authors.0.into_iter().chain(author).filter_map(JsonAuthor::name).collect(),
            labels: self.tags.0.into_iter().map(|Loose(tag)| tag).filter(|tag| !tag.is_empty()).collect(),
            published: published.or(updated),
            updated,
            language: self.language.0,
            attached,
            line,
            offset,
            ..Item::default()
        }
    }
}

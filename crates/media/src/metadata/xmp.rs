//! XMP (ISO 16684-1): properties out of RDF, in all the forms in which it may be written.
//!
//! A value stands in an element, in an attribute of a description, in a list, or as a field of a
//! structure. Elements of RDF itself are seen through. Entities of a document's own are not known,
//! so that none can grow.

use super::{Licensor, MOST, Worded, text};
use quick_xml::{
    NsReader, XmlVersion,
    events::{BytesStart, Event},
    name::{Namespace, ResolveResult},
};
use std::borrow::Cow;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// The element around RDF.
const AROUND: &str = "adobe:ns:meta/";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const RIGHTS: &str = "http://ns.adobe.com/xap/1.0/rights/";
const PLUS: &str = "http://ns.useplus.org/ldf/xmp/1.0/";
const CC: &str = "http://creativecommons.org/ns#";
const CORE: &str = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
const EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
const EXIF: &str = "http://ns.adobe.com/exif/1.0/";

/// Elements inside each other, and events in all, that are looked at.
const DEEPEST: usize = 64;
const EVENTS: usize = 200_000;

/// The properties that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
    Title,
    Description,
    Creator,
    Rights,
    Subject,
    Headline,
    Credit,
    Source,
    Instructions,
    DateCreated,
    WebStatement,
    UsageTerms,
    License,
    Licensor,
    LicensorName,
    LicensorUrl,
    Alt,
    DigitalSourceType,
    Latitude,
}

const PROPERTIES: [(&str, &str, Property); 19] = [
    (DC, "title", Property::Title),
    (DC, "description", Property::Description),
    (DC, "creator", Property::Creator),
    (DC, "rights", Property::Rights),
    (DC, "subject", Property::Subject),
    (PHOTOSHOP, "Headline", Property::Headline),
    (PHOTOSHOP, "Credit", Property::Credit),
    (PHOTOSHOP, "Source", Property::Source),
    (PHOTOSHOP, "Instructions", Property::Instructions),
    (PHOTOSHOP, "DateCreated", Property::DateCreated),
    (RIGHTS, "WebStatement", Property::WebStatement),
    (RIGHTS, "UsageTerms", Property::UsageTerms),
    (CC, "license", Property::License),
    (PLUS, "Licensor", Property::Licensor),
    (PLUS, "LicensorName", Property::LicensorName),
    (PLUS, "LicensorURL", Property::LicensorUrl),
    (CORE, "AltTextAccessibility", Property::Alt),
    (EXT, "DigitalSourceType", Property::DigitalSourceType),
    (EXIF, "GPSLatitude", Property::Latitude),
];

#[derive(Debug, Default)]
pub(super) struct Xmp {
    found: Vec<Found>,
    pub(super) has_position: bool,
    /// Whether a packet is no XML to its end.
    pub(super) broken: bool,
}

#[derive(Debug)]
struct Found {
    property: Property,
    /// Which item of its list it is, or is in.
    item: usize,
    language: Option<String>,
    text: String,
}

/// Reads packets, the first counting before the others.
pub(super) fn read<'a>(packets: impl Iterator<Item = &'a [u8]>) -> Xmp {
    let mut xmp = Xmp::default();
    for packet in packets {
        let text = decoded(packet);
        // Around a packet stand blanks to grow into, or zeros.
        let text = text.trim_matches(['\0', ' ', '\n', '\r', '\t']);
        let mut walk = Walk { xmp: &mut xmp, open: Vec::new() };
        if walk.document(text).is_none() {
            xmp.broken = true;
        }
    }
    xmp
}

/// UTF-8 nearly always; UTF-16 is seen by its mark or by a zero beside the first letter.
fn decoded(packet: &[u8]) -> Cow<'_, str> {
    let encoding = match packet {
        [0xfe, 0xff, ..] | [0, b'<', ..] => encoding_rs::UTF_16BE,
        [0xff, 0xfe, ..] | [b'<', 0, ..] => encoding_rs::UTF_16LE,
        _ => encoding_rs::UTF_8,
    };
    encoding.decode_with_bom_removal(packet).0
}

impl Xmp {
    /// All values of a property.
    pub(super) fn all(&mut self, property: Property) -> Vec<String> {
        self.take(property).into_iter().map(|found| found.text).collect()
    }

    /// The value that stands for all: `x-default`'s, else the first.
    pub(super) fn first(&mut self, property: Property) -> Option<String> {
        let mut found = self.take(property);
        let at = found.iter().position(Found::is_default).unwrap_or(0);
        (at < found.len()).then(|| found.swap_remove(at).text)
    }

    /// The values by language.
    pub(super) fn worded(&mut self, property: Property) -> Worded {
        let mut worded = Worded::default();
        for found in self.take(property) {
            match &found.language {
                Some(language) if !found.is_default() && worded.by_language.len() < MOST => {
                    worded.by_language.entry(language.clone()).or_insert(found.text);
                }
                _ => worded.any = worded.any.or(Some(found.text)),
            }
        }
        worded
    }

    pub(super) fn date(&mut self, property: Property) -> Option<String> {
        text::moment(&self.first(property)?)
    }

    pub(super) fn licensors(&mut self) -> Vec<Licensor> {
        let mut licensors: Vec<(usize, Licensor)> = Vec::new();
        let fields = [Property::LicensorName, Property::LicensorUrl];
        for found in fields.into_iter().flat_map(|field| self.take(field)) {
            let at = match licensors.iter().position(|(item, _)| *item == found.item) {
                Some(at) => at,
                None if licensors.len() == MOST => break,
                None => {
                    licensors.push((found.item, Licensor::default()));
                    licensors.len() - 1
                }
            };
            let Some((_, licensor)) = licensors.get_mut(at) else { continue };
            let field = match found.property {
                Property::LicensorName => &mut licensor.name,
                _ => &mut licensor.url,
            };
            field.get_or_insert(found.text);
        }
        licensors.sort_by_key(|(item, _)| *item);
        licensors.into_iter().map(|(_, licensor)| licensor).collect()
    }

    fn take(&mut self, property: Property) -> Vec<Found> {
        self.found.extract_if(.., |found| found.property == property).take(MOST).collect()
    }
}

impl Found {
    fn is_default(&self) -> bool {
        self.language.as_deref().is_none_or(|language| language.eq_ignore_ascii_case("x-default"))
    }
}

/// An element that is not yet closed.
struct Open {
    name: Name,
    language: Option<String>,
    /// Which item it is of the list it stands in, and how many it has had itself.
    item: usize,
    items: usize,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    /// An element of RDF or around it.
    Frame,
    Item,
    Known(Property),
    Unknown,
}

struct Walk<'x> {
    xmp: &'x mut Xmp,
    open: Vec<Open>,
}

impl Walk<'_> {
    /// None when it broke off.
    fn document(&mut self, text: &str) -> Option<()> {
        let mut reader = NsReader::from_str(text);
        for _ in 0..EVENTS {
            match reader.read_event().ok()? {
                Event::Start(tag) => self.start(&reader, &tag)?,
                Event::Empty(tag) => {
                    self.start(&reader, &tag)?;
                    self.end();
                }
                Event::End(_) => self.end(),
                Event::Text(words) => self.push(&words.xml10_content()),
                Event::CData(words) => self.push(&words.xml10_content()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(letter)) => self.push(letter.encode_utf8(&mut [0; 4])),
                    _ => self.push(quick_xml::escape::resolve_xml_entity(&reference).unwrap_or("\u{fffd}")),
                },
                Event::Eof => return self.open.is_empty().then_some(()),
                _ => {}
            }
        }
        None
    }

    fn push(&mut self, words: &str) {
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(words);
        }
    }

    fn start(&mut self, reader: &NsReader<&[u8]>, tag: &BytesStart<'_>) -> Option<()> {
        if self.open.len() == DEEPEST {
            return None;
        }
        let (space, local) = reader.resolver().resolve_element(tag.name());
        let name = name(&space, local.as_ref());
        let (mut item, mut language) = (0, None);
        if let Some(parent) = self.open.last_mut() {
            language.clone_from(&parent.language);
            item = parent.item;
            if name == Name::Item {
                item = parent.items;
                parent.items += 1;
            }
        }
        self.open.push(Open { name, language, item, items: 0, text: String::new() });
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            let (space, local) = reader.resolver().resolve_attribute(attribute.key);
            self.attribute(&space, local.as_ref(), &value);
        }
        Some(())
    }

    fn attribute(&mut self, space: &ResolveResult<'_>, local: &str, value: &str) {
        let known = match name(space, local) {
            Name::Known(property) if !self.is_inside_unknown() => Some(property),
            _ if is(space, XML) && local == "lang" => {
                if let Some(open) = self.open.last_mut() {
                    open.language = text::tidy(value);
                }
                None
            }
            // The value is an address.
            _ if is(space, RDF) && local == "resource" => self.property(),
            _ => None,
        };
        if let Some(property) = known {
            self.found(property, value);
        }
    }

    fn end(&mut self) {
        let property = self.property();
        let closed = self.open.last_mut().map(|open| std::mem::take(&mut open.text));
        if let (Some(property), Some(words)) = (property, closed) {
            self.found(property, &words);
        }
        self.open.pop();
    }

    /// The property whose value the innermost open element is. What stands in a structure that is
    /// not known (a file this one was made from) is no property of the picture.
    fn property(&self) -> Option<Property> {
        if self.is_inside_unknown() {
            return None;
        }
        let names = self.open.iter().rev().map(|open| open.name);
        match names.into_iter().find(|name| !matches!(name, Name::Frame | Name::Item))? {
            Name::Known(property) => Some(property),
            _ => None,
        }
    }

    fn is_inside_unknown(&self) -> bool {
        self.open.iter().any(|open| open.name == Name::Unknown)
    }

    fn found(&mut self, property: Property, words: &str) {
        let Some(text) = text::tidy(words) else { return };
        if property == Property::Latitude {
            self.xmp.has_position = true;
            return;
        }
        let Some(open) = self.open.last() else { return };
        self.xmp.found.push(Found { property, item: open.item, language: open.language.clone(), text });
    }
}

fn is(space: &ResolveResult<'_>, wanted: &str) -> bool {
    matches!(space, ResolveResult::Bound(Namespace(name)) if *name == wanted)
}

fn name(space: &ResolveResult<'_>, local: &str) -> Name {
    if is(space, AROUND) {
        return Name::Frame;
    }
    if is(space, RDF) {
        return if local == "li" { Name::Item } else { Name::Frame };
    }
    let known = PROPERTIES.iter().find(|(known, wanted, _)| *wanted == local && is(space, known));
    known.map_or(Name::Unknown, |(_, _, property)| Name::Known(*property))
}

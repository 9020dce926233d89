//! Attributes of a tag.

use quick_xml::events::attributes::Attributes;

use crate::wxr::{notice::Notices, text::attribute_value};

/// The value of the first attribute `name` of `tag`, its entities read; empty where there is none.
pub(super) fn attribute(tag: &str, name: &str) -> String {
    let name_length = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
    let mut attributes = Attributes::html(tag, name_length);
    attributes.with_checks(false);
    let found = attributes.flatten().find(|attribute| attribute.key.as_ref() == name);
    // What is odd in an attribute is told where it is odd in words too.
    let value = found.map(|found| attribute_value(&found.value, 0, &mut Notices::default()));
    value.map(|value| value.trim().to_owned()).unwrap_or_default()
}

//! What classes and inline styles of other editors mean: emphasis made by `style`, pictures behind
//! words, blocks that WordPress tells apart by their class alone. All else in them is the old site's look.

use html5ever::Attribute;

use super::tree::attribute;
use crate::inline::Mark;

/// Least weight that is bold (CSS Fonts 4 §2.2).
const BOLD: u16 = 600;

/// Whether an element has a class.
pub(super) fn has_class(attributes: &[Attribute], name: &str) -> bool {
    attribute(attributes, "class").is_some_and(|it| it.split_ascii_whitespace().any(|class| class == name))
}

/// Whether words are set as usual, whatever their element says: word processors paste
/// `<b style="font-weight:normal">` around everything.
pub(super) fn is_unmarked(attributes: &[Attribute], mark: &Mark) -> bool {
    declarations(attributes).any(|(property, value)| match (property.as_str(), mark) {
        ("font-weight", Mark::Strong) => matches!(value, "normal" | "400"),
        ("font-style", Mark::Emphasis) => value == "normal",
        _ => false,
    })
}

/// The marks that a style makes.
pub(super) fn marks(attributes: &[Attribute]) -> impl Iterator<Item = Mark> {
    declarations(attributes).filter_map(|(property, value)| match property.as_str() {
        "font-weight" => {
            let bold = matches!(value, "bold" | "bolder") || value.parse::<u16>().is_ok_and(|it| it >= BOLD);
            bold.then_some(Mark::Strong)
        }
        "font-style" => matches!(value, "italic" | "oblique").then_some(Mark::Emphasis),
        "text-decoration" | "text-decoration-line" => {
            value.split_ascii_whitespace().any(|it| it == "line-through").then_some(Mark::Strike)
        }
        "vertical-align" => match value {
            "sub" => Some(Mark::Sub),
            "super" => Some(Mark::Sup),
            _ => None,
        },
        _ => None,
    })
}

/// The address of a picture that stands behind the words of an element.
pub(super) fn background(attributes: &[Attribute]) -> Option<&str> {
    declarations(attributes).find_map(|(property, value)| {
        let is_background = matches!(property.as_str(), "background" | "background-image");
        let (_, rest) = value.split_once("url(").filter(|_| is_background)?;
        let address = rest.rsplit_once(')')?.0.trim().trim_matches(['"', '\'']);
        (!address.is_empty()).then_some(address)
    })
}

/// Property, in lower case, and value of each declaration (CSS Style Attributes §3). A semicolon in an
/// address ends it; addresses of pictures have none.
fn declarations(attributes: &[Attribute]) -> impl Iterator<Item = (String, &str)> {
    let style = attribute(attributes, "style").unwrap_or("");
    style.split(';').filter_map(|it| {
        let (property, value) = it.split_once(':')?;
        let value = value.trim();
        let value = value.strip_suffix("!important").map_or(value, str::trim_end);
        Some((property.trim().to_ascii_lowercase(), value))
    })
}

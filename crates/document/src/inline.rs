//! What stands on a line: text with marks, and hard breaks. A flat list, as editors hold it;
//! the nesting of HTML is made on the way out.

use domain::{Direction, LocaleTag};
use serde::{Deserialize, Serialize};

use crate::href::Href;

/// One run of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Inline {
    /// Words that carry the same marks throughout.
    Text {
        /// The words, kept to the character.
        text: String,
        /// At most one of each sort, in [`Mark`]'s order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        marks: Vec<Mark>,
    },
    /// A line end that the writer set (`<br>`).
    Break,
}

/// What distinguishes a run. The order of the variants is the order of nesting, outermost first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Mark {
    /// A link.
    Link {
        /// Where it leads.
        href: Href,
    },
    /// Words of another language or direction, set apart from their surroundings
    /// (Unicode isolates, UAX #9 §2.4). With neither field the direction follows the words.
    Language {
        /// Their language, where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lang: Option<LocaleTag>,
        /// Their direction, where given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dir: Option<Direction>,
    },
    /// Important words.
    Strong,
    /// Stressed words, titles, foreign words.
    Emphasis,
    /// Words that no longer hold.
    Strike,
    /// Lowered.
    Sub,
    /// Raised.
    Sup,
    /// Computer code.
    Code,
}

impl Mark {
    /// The place in the order of nesting, 0 outermost.
    pub(crate) const fn rank(&self) -> u8 {
        match self {
            Self::Link { .. } => 0,
            Self::Language { .. } => 1,
            Self::Strong => 2,
            Self::Emphasis => 3,
            Self::Strike => 4,
            Self::Sub => 5,
            Self::Sup => 6,
            Self::Code => 7,
        }
    }
}

impl Inline {
    /// Words without a mark.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), marks: Vec::new() }
    }

    /// Words with marks.
    pub fn marked(text: impl Into<String>, marks: impl Into<Vec<Mark>>) -> Self {
        Self::Text { text: text.into(), marks: marks.into() }
    }

    /// The words; none for a break.
    pub fn text(&self) -> &str {
        match self {
            Self::Text { text, .. } => text,
            Self::Break => "",
        }
    }
}

/// Brings a line to its one form: marks in order and once each, neighbours with equal marks
/// joined, empty runs gone.
pub(crate) fn normalise(line: &mut Vec<Inline>) {
    let mut out: Vec<Inline> = Vec::with_capacity(line.len());
    for mut run in line.drain(..) {
        if let Inline::Text { text, marks } = &mut run {
            if text.is_empty() {
                continue;
            }
            marks.sort_by_key(Mark::rank);
            marks.dedup_by_key(|mark| mark.rank());
            if let Some(Inline::Text { text: last, marks: same }) = out.last_mut()
                && same == marks
            {
                last.push_str(text);
                continue;
            }
        }
        out.push(run);
    }
    *line = out;
}

/// Characters that neither HTML nor XML can carry (HTML §13.2.3.5): controls but the white space
/// ones, and noncharacters. They are no text.
pub(crate) fn is_forbidden(c: char) -> bool {
    let n = u32::from(c);
    match n {
        0x9 | 0xa | 0xd => false,
        0..=0x1f | 0x7f..=0x9f | 0xfdd0..=0xfdef => true,
        _ => n & 0xfffe == 0xfffe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_one_form() {
        let mut line = vec![
            Inline::marked("a", [Mark::Emphasis, Mark::Strong]),
            Inline::marked("b", [Mark::Strong, Mark::Emphasis, Mark::Strong]),
            Inline::plain(""),
            Inline::Break,
            Inline::plain("c"),
        ];
        normalise(&mut line);
        let expected =
            [Inline::marked("ab", [Mark::Strong, Mark::Emphasis]), Inline::Break, Inline::plain("c")];
        assert_eq!(line, expected);
    }
}

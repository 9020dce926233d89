//! A document's JSON: `{ "v": 1, "blocks": [ … ] }`. A version that this program does not know
//! is refused, and so is every field that it does not know: dropping one would lose words.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::block::Block;
use crate::limits::Document;

/// The version that is written, and the only one that is read.
pub const JSON_VERSION: u32 = 1;

/// Proof that the version was read and is known.
struct Version;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Incoming {
    #[serde(rename = "v")]
    _version: Version,
    blocks: Vec<Block>,
}

#[derive(Serialize)]
struct Outgoing<'a> {
    v: u32,
    blocks: &'a [Block],
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            JSON_VERSION => Ok(Self),
            other => Err(D::Error::custom(format_args!(
                "the document has version {other}, this program reads version {JSON_VERSION}: \
                 use the program that wrote it, or a newer one"
            ))),
        }
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Outgoing { v: JSON_VERSION, blocks: self.blocks() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Incoming::deserialize(deserializer)?.blocks).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::MAX_DEPTH;
    use crate::{BlockId, BlockKind, Cell, Inline, Mark, Row};

    fn error(json: &str) -> String {
        serde_json::from_str::<Document>(json).unwrap_err().to_string()
    }

    #[test]
    fn the_form_is_this_one() {
        let json = r#"{"v":1,"blocks":[{"id":"000000000000002a","kind":{"type":"paragraph","text":[{"type":"text","text":"a"},{"type":"break"},{"type":"text","text":"b","marks":[{"type":"link","href":"/c"},{"type":"strong"}]}]}},{"id":"000000000000002b","kind":{"type":"figure","asset":{"remote":"https://example.org/a.jpg"}}},{"id":"000000000000002c","kind":{"type":"heading","level":2,"text":[]}},{"id":"000000000000002d","kind":{"type":"divider"}}]}"#;
        let document: Document = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&document).unwrap(), json);
    }

    #[test]
    fn an_unknown_version_is_refused_by_its_number() {
        assert!(error(r#"{"v":7,"blocks":[]}"#).contains("version 7"));
        assert!(error(r#"{"blocks":[]}"#).contains("`v`"));
    }

    #[test]
    fn what_is_unknown_or_outside_the_limits_is_refused() {
        assert!(error(r#"{"v":1,"blocks":[],"more":1}"#).contains("more"));
        let block = |kind: &str| format!(r#"{{"v":1,"blocks":[{{"id":"0000000000000001","kind":{kind}}}]}}"#);
        assert!(error(&block(r#"{"type":"marquee"}"#)).contains("marquee"));
        assert!(error(&block(r#"{"type":"paragraph","text":[],"words":1}"#)).contains("words"));
        assert!(error(&block(r#"{"type":"figure","asset":{"remote":"/a"},"words":1}"#)).contains("words"));
        assert!(error(&block(r#"{"type":"heading","level":1,"text":[]}"#)).contains("2 to 6"));
        let nul = r#"{"type":"paragraph","text":[{"type":"text","text":"a\u0000"}]}"#;
        assert!(error(&block(nul)).contains("U+0000"));
        let script = r#"{"type":"related","target":{"url":"javascript:alert(1)"}}"#;
        assert!(error(&block(script)).contains("javascript"));
    }

    #[test]
    fn the_deepest_document_is_read_back() {
        let text = vec![Inline::marked("a", [Mark::Strong])];
        let mut block = Block { id: BlockId::new(0), kind: BlockKind::Paragraph { text }, of: None };
        for id in 1..MAX_DEPTH as u64 {
            let cell = Cell { head: false, colspan: 1, rowspan: 1, blocks: vec![block] };
            let rows = vec![Row { cells: vec![cell] }];
            let kind = BlockKind::Table { caption: Vec::new(), rows };
            block = Block { id: BlockId::new(id), kind, of: None };
        }
        let document = Document::new(vec![block]).unwrap();
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
    }

    #[test]
    fn deep_json_is_refused_and_not_followed() {
        let deep = r#"{"id":"0000000000000001","kind":{"type":"note","blocks":["#.repeat(50_000);
        assert!(error(&format!(r#"{{"v":1,"blocks":[{deep}"#)).contains("recursion"));
    }
}

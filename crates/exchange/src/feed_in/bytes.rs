//! The bytes of a feed, and the letters that they are.

use std::{borrow::Cow, fs::File, io::Read as _, path::Path};

use super::error::{Broken, Limits};
use crate::wxr::{Notice, decode::Decoder};

/// Where the declaration of an encoding must stand at the latest.
const LATEST_DECLARATION: usize = 1 << 10;

/// The letters of a feed, and what was odd about its bytes.
#[derive(Debug)]
pub struct Letters<'b> {
    pub(super) text: Cow<'b, str>,
    pub(super) notices: Vec<Notice>,
}

/// Reads the file at `path` whole.
///
/// # Errors
/// [`Broken::Read`], and [`Broken::TooLong`] before more than the limit is held.
pub fn read_file(path: &Path, limits: Limits) -> Result<Vec<u8>, Broken> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limits.feed_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length > limits.feed_bytes { Err(Broken::TooLong { limit: limits.feed_bytes }) } else { Ok(bytes) }
}

/// The letters of `bytes`: by their first bytes, else as the XML declaration says, else UTF-8.
///
/// # Errors
/// [`Broken::NotFeed`] for what is told by its first bytes, [`Broken::Encoding`].
pub fn letters(bytes: &[u8]) -> Result<Letters<'_>, Broken> {
    let not = |found: &str| Err(Broken::NotFeed { line: 1, found: found.to_owned() });
    let encoding = |label: &str| Err(Broken::Encoding { label: label.to_owned() });
    let wide = match bytes {
        [] => return not("an empty file"),
        [b'P', b'K', 3, 4, ..] => return not("a ZIP archive (unpack it first)"),
        [0x1f, 0x8b, ..] => return not("a gzip file (unpack it first)"),
        [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..] => return not("a compressed file (unpack it first)"),
        [0xff, 0xfe, 0, 0, ..] | [b'<', 0, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, b'<', ..] => {
            return encoding("UTF-32");
        }
        [0x4c, 0x6f, 0xa7, 0x94, ..] => return encoding("EBCDIC"),
        [0xff, 0xfe, rest @ ..] => Some((encoding_rs::UTF_16LE, rest)),
        [0xfe, 0xff, rest @ ..] => Some((encoding_rs::UTF_16BE, rest)),
        [b'<', 0, ..] => Some((encoding_rs::UTF_16LE, bytes)),
        [0, b'<', ..] => Some((encoding_rs::UTF_16BE, bytes)),
        _ => None,
    };
    if let Some((encoding, bytes)) = wide {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok(Letters { text, notices: Vec::new() });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (mut decoder, mut notices) = (Decoder::new(), Vec::new());
    if let Some(declaration) = declaration(bytes) {
        let declared = decoder.declare(&declaration).map_err(|broken| match broken {
            crate::wxr::Broken::Encoding { label } => Broken::Encoding { label },
            other => Broken::NotFeed { line: 1, found: other.to_string() },
        });
        notices.extend(declared?.map(|what| Notice { what, line: 1, title: None, count: 1 }));
    }
    let (text, odd) = decoder.decode(bytes);
    notices.extend(odd.map(|(what, at)| {
        let before = text.as_bytes().get(..at).unwrap_or_default();
        let line = 1 + u64::try_from(memchr::memchr_iter(b'\n', before).count()).unwrap_or(u64::MAX);
        Notice { what, line, title: None, count: 1 }
    }));
    Ok(Letters { text, notices })
}

/// `<?xml …?>`, wherever in the head it stands: some programs print a line before it.
fn declaration(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..LATEST_DECLARATION).unwrap_or(bytes);
    let from = memchr::memmem::find(head, b"<?xml ")?;
    let rest = head.get(from..)?;
    let length = memchr::memmem::find(rest, b"?>")?;
    Some(String::from_utf8_lossy(rest.get(..length)?).into_owned())
}

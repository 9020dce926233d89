//! Bytes to letters. An export says its encoding in the XML declaration and is not always right.

use super::error::Broken;
use super::notice::What;
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// The encoding of one file.
pub(crate) struct Decoder {
    encoding: &'static Encoding,
    told: bool,
}

impl Decoder {
    /// UTF-8, until a declaration says otherwise.
    pub(crate) fn new() -> Self {
        Self { encoding: UTF_8, told: false }
    }

    /// Takes the encoding of `<?xml … encoding="…"?>`; one that is unknown is read as UTF-8 and told.
    pub(crate) fn declare(&mut self, declaration: &str) -> Result<Option<What>, Broken> {
        let Some(label) = label_in(declaration) else { return Ok(None) };
        let Some(encoding) = Encoding::for_label(label.as_bytes()) else {
            return Ok(Some(What::OtherEncoding { declared: label.to_owned(), taken: UTF_8.name() }));
        };
        // The declaration was read byte by byte, so the file cannot be in what it claims.
        if encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE {
            return Ok(Some(What::OtherEncoding { declared: label.to_owned(), taken: UTF_8.name() }));
        }
        if !encoding.is_ascii_compatible() {
            return Err(Broken::Encoding { label: label.to_owned() });
        }
        self.encoding = encoding;
        Ok(None)
    }

    /// The letters of `bytes`, with what was odd and the byte of the letters at which it was.
    pub(crate) fn decode<'b>(&mut self, bytes: &'b [u8]) -> (Cow<'b, str>, Option<(What, usize)>) {
        match std::str::from_utf8(bytes) {
            Ok(text) if self.encoding == UTF_8 || text.is_ascii() => (Cow::Borrowed(text), None),
            // Letters of another encoding do not make valid UTF-8 by chance.
            Ok(text) => (Cow::Borrowed(text), self.tell_once()),
            Err(e) if self.encoding == UTF_8 => {
                let what = What::BadBytes(UTF_8.name());
                (String::from_utf8_lossy(bytes), Some((what, e.valid_up_to())))
            }
            Err(_) => {
                let (text, bad) = self.encoding.decode_without_bom_handling(bytes);
                let at = text.find('\u{fffd}').unwrap_or(0);
                (text, bad.then(|| (What::BadBytes(self.encoding.name()), at)))
            }
        }
    }

    fn tell_once(&mut self) -> Option<(What, usize)> {
        let first = !std::mem::replace(&mut self.told, true);
        let declared = self.encoding.name().to_owned();
        first.then(|| (What::OtherEncoding { declared, taken: UTF_8.name() }, 0))
    }
}

fn label_in(declaration: &str) -> Option<&str> {
    let (_, after) = declaration.split_once("encoding")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.split(quote).nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_encoding_is_taken() {
        let mut decoder = Decoder::new();
        assert_eq!(decoder.declare("<?xml version='1.0' encoding='windows-1251'?>").unwrap(), None);
        let (text, odd) = decoder.decode(b"\xcf\xf0\xe8\xe2\xe5\xf2");
        assert_eq!((text.as_ref(), odd), ("Привет", None));
    }

    #[test]
    fn utf_8_under_another_name_is_read_as_utf_8_and_told_once() {
        let mut decoder = Decoder::new();
        decoder.declare("<?xml version=\"1.0\" encoding = \"ISO-8859-1\"?>").unwrap();
        let (text, odd) = decoder.decode("Привет".as_bytes());
        assert_eq!(text, "Привет");
        assert!(matches!(odd, Some((What::OtherEncoding { .. }, 0))));
        assert_eq!(decoder.decode("Привет".as_bytes()).1, None);
    }

    #[test]
    fn bytes_that_are_no_letters_become_the_replacement_character() {
        let (text, odd) = Decoder::new().decode(b"ab\xffcd").clone();
        assert_eq!((text.as_ref(), odd), ("ab\u{fffd}cd", Some((What::BadBytes("UTF-8"), 2))));
    }

    #[test]
    fn an_encoding_that_hides_markup_is_refused() {
        let refused = Decoder::new().declare("<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>");
        assert!(matches!(refused, Err(Broken::Encoding { .. })));
    }
}

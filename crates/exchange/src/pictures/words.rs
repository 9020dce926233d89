//! What is said of a picture: by the old site's list of files, each in its edition, and by the picture's
//! own file, where that says it in an edition's language.

use std::collections::BTreeMap;

use desk::ArchiveFile;
use domain::{AssetWords, Edition, EditionCode};
use media::Metadata;

/// Longest credit, in characters; other texts may have more.
const LONGEST_CREDIT: usize = 200;
/// Longest caption, alternative text and licence, in characters.
const LONGEST: usize = 2_000;

/// The words of the editions. WordPress takes a caption out of a picture's file when that is sent, so
/// that the list has it. A text in the file whose language is not told is no edition's (law 6).
pub(super) fn words(
    files: &[ArchiveFile],
    metadata: &Metadata,
    editions: &[Edition],
) -> BTreeMap<EditionCode, AssetWords> {
    let mut words: BTreeMap<EditionCode, AssetWords> = BTreeMap::new();
    for file in files {
        let Some(edition) = &file.edition else { continue };
        let own = words.entry(edition.clone()).or_default();
        own.alt = own.alt.take().or_else(|| kept(&file.alt, LONGEST));
        own.caption = own.caption.take().or_else(|| kept(&file.caption, LONGEST));
    }
    for edition in editions {
        let told = |by_language: &BTreeMap<String, String>| {
            let language = edition.locale.language();
            let own = by_language.iter().find(|(tag, _)| tag.split(['-', '_']).next() == Some(language));
            own.and_then(|(_, text)| kept(text, LONGEST))
        };
        let own = words.entry(edition.code.clone()).or_default();
        own.alt = own.alt.take().or_else(|| told(&metadata.alt.by_language));
        own.caption = own.caption.take().or_else(|| told(&metadata.caption.by_language));
    }
    words.retain(|_, words| *words != AssetWords::default());
    words
}

/// Who made it: the credit line, else the names of those who did, else the notice.
pub(super) fn credit(metadata: &Metadata) -> Option<String> {
    let creators = Some(metadata.creators.join(", ")).filter(|names| !names.is_empty());
    let credit = metadata.credit.clone().or(creators).or_else(|| metadata.copyright.clone());
    kept(&credit?, LONGEST_CREDIT)
}

/// The terms under which it may be shown.
pub(super) fn licence(metadata: &Metadata) -> Option<String> {
    let terms = metadata.licence.terms.clone().or_else(|| metadata.licence.url.clone());
    kept(&terms?, LONGEST)
}

/// A text that fits; none where it is empty.
fn kept(text: &str, longest: usize) -> Option<String> {
    let text = text.replace('\0', "\u{fffd}");
    let text = text.trim();
    if text.chars().count() <= longest {
        return Some(text.to_owned()).filter(|text| !text.is_empty());
    }
    let cut: String = text.chars().take(longest.saturating_sub(1)).collect();
    Some(format!("{}…", cut.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use media::Worded;

    fn file(edition: &str, alt: &str, caption: &str) -> ArchiveFile {
        ArchiveFile {
            foreign_id: "1".to_owned(),
            address: String::new(),
            parent: None,
            title: String::new(),
            caption: caption.to_owned(),
            description: String::new(),
            alt: alt.to_owned(),
            picture: None,
            edition: EditionCode::parse(edition).ok(),
        }
    }

    #[test]
    fn each_edition_has_its_own_file_s_words() {
        let files =
            [file("en", "A quay", ""), file("hy", "", "Նավահանգիստ"), file("en", "Another", "The quay")];
        let words = words(&files, &Metadata::default(), &[]);
        let of = |code: &str| words[&EditionCode::parse(code).unwrap()].clone();
        assert_eq!(of("en"), AssetWords { alt: Some("A quay".into()), caption: Some("The quay".into()) });
        assert_eq!(of("hy"), AssetWords { alt: None, caption: Some("Նավահանգիստ".into()) });
    }

    #[test]
    fn law_6_no_foreign_word_a_text_without_a_language_is_no_edition_s() {
        let caption =
            Worded { any: Some("Kai".into()), by_language: [("en-GB".into(), "A quay".into())].into() };
        let metadata = Metadata { caption, ..Metadata::default() };
        let edition = |code: &str| {
            let locale = domain::LocaleTag::parse(code).unwrap();
            Edition::new(EditionCode::parse(code).unwrap(), locale, code.to_owned())
        };
        let words = words(&[], &metadata, &[edition("en"), edition("hy")]);
        let codes: Vec<_> =
            words.iter().map(|(code, words)| (code.as_str(), words.caption.as_deref())).collect();
        assert_eq!(codes, [("en", Some("A quay"))]);
    }

    #[test]
    fn credits_and_terms_fit() {
        let metadata = Metadata {
            creators: vec!["A".repeat(150), "B".repeat(150)],
            licence: media::Licence { url: Some("https://example.org/by".into()), ..Default::default() },
            ..Metadata::default()
        };
        let credit = credit(&metadata).unwrap();
        assert_eq!((credit.chars().count(), credit.ends_with('…')), (LONGEST_CREDIT, true));
        assert_eq!(licence(&metadata).as_deref(), Some("https://example.org/by"));
        assert_eq!(super::credit(&Metadata::default()), None);
    }
}

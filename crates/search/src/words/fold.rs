//! Folding: spellings of a word that readers take for one become one. Case by language, Latin
//! accents, ё, և, Arabic's and Persian's doubled letters, vowel points, joiners, digits.
//!
//! Letters on which a stemmer of the language depends are folded after it, in `stem`.

use icu::normalizer::{DecomposingNormalizer, DecomposingNormalizerBorrowed};

use super::Speech;

const NFKD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfkd();

/// The word as it is handed to the stemmer.
pub(super) fn fold(speech: Speech, word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    word.chars().for_each(|c| fold_char(speech, c, &mut out));
    match speech {
        Speech::Armenian => out.replace("եվ", "եւ"),
        // What follows the apostrophe is an ending: Ankara'da.
        Speech::Turkish | Speech::Azerbaijani => match out.split_once('\'') {
            Some((name, _)) if !name.is_empty() => name.to_owned(),
            _ => out,
        },
        _ => out,
    }
}

fn fold_char(speech: Speech, c: char, out: &mut String) {
    let dotted_i = matches!(speech, Speech::Turkish | Speech::Azerbaijani);
    match c {
        'I' if dotted_i => out.push('ı'),
        'İ' => out.push('i'),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\0'..='\u{7f}' => out.push(c),
        '’' | 'ʼ' | '‘' => out.push('\''),
        // Turkish stems by these; `stem` folds them afterwards.
        'ç' | 'ğ' | 'ı' | 'ö' | 'ş' | 'ü' | 'ə' if dotted_i => out.push(c),
        'Ç' | 'Ğ' | 'Ö' | 'Ş' | 'Ü' | 'Ə' if dotted_i => out.extend(c.to_lowercase()),
        'ё' | 'Ё' => out.push('е'),
        // Of Cyrillic letters marks are letters: й is no и.
        'Ѐ'..='ӿ' => out.extend(c.to_lowercase()),
        'և' => out.push_str("եւ"),
        // Armenian marks of stress and question stand inside words.
        'ՙ'..='՟' | '֊' => {}
        'Ա'..='Ֆ' | 'ա'..='ֆ' => out.extend(c.to_lowercase()),
        // Capitals of headlines; simple case mapping would make none of the small letters.
        'Ა'..='Ჿ' => out.extend(c.to_lowercase()),
        // Hebrew points, and the signs of abbreviations.
        '\u{591}'..='\u{5c7}' | '׳' | '״' => {}
        'ა'..='ჿ' | 'א'..='ת' => out.push(c),
        '\u{600}'..='\u{6ff}' => out.extend(arabic(speech, c)),
        // Joiners, soft hyphen, marks of direction.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {}
        'ı' => out.push('i'),
        'ß' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        _ => decomposed(speech, c, out),
    }
}

/// Arabic letters of both languages; the yeh and kaf that the language's stemmer knows.
fn arabic(speech: Speech, c: char) -> Option<char> {
    let persian = speech == Speech::Persian;
    match c {
        // Vowel points, tatweel, marks of recitation.
        'ـ' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ة' | 'ۀ' | 'ە' => Some('ه'),
        'ؤ' => Some('و'),
        'ى' | 'ي' | 'ی' | 'ئ' => Some(if persian { 'ی' } else { 'ي' }),
        'ك' | 'ک' => Some(if persian { 'ک' } else { 'ك' }),
        '٠'..='٩' => char::from_digit(u32::from(c).wrapping_sub(0x660), 10),
        '۰'..='۹' => char::from_digit(u32::from(c).wrapping_sub(0x6f0), 10),
        _ => Some(c),
    }
}

fn decomposed(speech: Speech, c: char, out: &mut String) {
    let mut buffer = [0; 4];
    for part in NFKD.normalize(c.encode_utf8(&mut buffer)).chars().flat_map(char::to_lowercase) {
        match part {
            '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' => {}
            // A presentation form came apart into letters that are folded themselves.
            _ if part != c && matches!(u32::from(part), 0x530..=0x6ff | 0x10a0..=0x10ff) => {
                fold_char(speech, part, out);
            }
            _ => out.push(part),
        }
    }
}

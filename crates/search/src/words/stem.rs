//! Stems: Snowball's where it has the language and is good at it, else own endings.

use frostem::{Algorithm, Stemmer};

use super::{Speech, endings};

/// The terms of a folded word, the likeliest first; none for a word that was nothing but marks.
pub(super) fn forms(speech: Speech, word: &str) -> Vec<String> {
    let word = word.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    if word.is_empty() {
        return Vec::new();
    }
    let snowball = |algorithm| Stemmer::new(algorithm).stem(word).into_owned();
    match speech {
        Speech::English => vec![snowball(Algorithm::English).replace('\'', "")],
        Speech::Russian => vec![snowball(Algorithm::Russian)],
        Speech::Armenian => vec![snowball(Algorithm::Armenian)],
        Speech::Turkish => vec![plain(&snowball(Algorithm::Turkish))],
        Speech::Persian => vec![snowball(Algorithm::Persian)],
        Speech::Arabic => vec![endings::arabic(word)],
        Speech::Azerbaijani => vec![endings::azerbaijani(&plain(word))],
        Speech::Georgian => vec![endings::georgian(word)],
        Speech::Hebrew => endings::hebrew(word),
        Speech::Other => vec![word.to_owned()],
    }
}

/// Letters that readers type without their marks where the keyboard has none.
fn plain(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'ç' => 'c',
            'ğ' => 'g',
            'ı' => 'i',
            'ö' => 'o',
            'ş' => 's',
            'ü' => 'u',
            'ə' => 'e',
            c => c,
        })
        .collect()
}

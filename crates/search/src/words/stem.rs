//! Stems: Snowball's where it has the language and is good at it, else own endings.

use frostem::{Algorithm, Stemmer};

use super::{Speech, endings};

/// The terms of a folded word, the likeliest first, each once; none for a word that was nothing
/// but marks.
pub(super) fn forms(speech: Speech, word: &str) -> Vec<String> {
    let word = word.trim_matches(is_trimmed);
    if word.is_empty() {
        return Vec::new();
    }
    let mut forms = stems(speech, word);
    if is_kept_whole(speech, word) {
        forms.push(plain(word));
    }
    let mut seen = Vec::with_capacity(forms.len());
    forms.retain(|form| {
        !seen.contains(form) && {
            seen.push(form.clone());
            true
        }
    });
    forms
}

/// Whether a letter at a word's end is none of it.
pub(super) fn is_trimmed(c: char) -> bool {
    c == '\'' || c.is_whitespace()
}

/// Whether the word itself is a term beside its stem. Where stems are cut deep, an article with
/// the very word goes first by it. And Snowball takes the end of паром for the case of пар.
fn is_kept_whole(speech: Speech, word: &str) -> bool {
    match speech {
        Speech::Arabic | Speech::Azerbaijani | Speech::Georgian => true,
        Speech::Russian => word.ends_with("ом") || word.ends_with("ем"),
        _ => false,
    }
}

/// Armenian has two: Snowball's cuts verbs well and leaves քաղաքում by itself, the own one cuts nouns.
fn stems(speech: Speech, word: &str) -> Vec<String> {
    let snowball = |algorithm| Stemmer::new(algorithm).stem(word).into_owned();
    match speech {
        Speech::English => vec![snowball(Algorithm::English).replace('\'', "")],
        Speech::Russian => vec![snowball(Algorithm::Russian)],
        Speech::Armenian => vec![endings::armenian(word), snowball(Algorithm::Armenian)],
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
pub(super) fn plain(word: &str) -> String {
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

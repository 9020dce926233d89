//! Words of other scripts in Latin letters, for addresses that can be read aloud and typed.
//!
//! Not scholarly and not reversible: each script follows the habit of its newspapers'
//! addresses (Russian "новости" is "novosti", Azerbaijani "xəbər" is "xeber"). Arabic and
//! Hebrew write few vowels; what they do write is taken, and none is invented. Scripts without
//! a table here stay what they are.

use icu::normalizer::DecomposingNormalizer;

/// Where a letter stands.
struct Place {
    before: Option<char>,
    after: Option<char>,
    persian: bool,
}

/// `word`, in lower case and composed, in Latin letters and digits as far as there are tables.
/// `language` matters where two languages share a script (Arabic and Persian).
pub(crate) fn latin(word: &str, language: &str) -> String {
    let persian = language == "fa";
    let letters: Vec<char> = word.chars().filter(|c| !is_silent(*c)).collect();
    let mut out = String::new();
    let mut before = None;
    let mut rest = letters.iter().copied().peekable();
    while let Some(letter) = rest.next() {
        let place = Place { before, after: rest.peek().copied(), persian };
        push(&mut out, letter, &place);
        before = Some(letter);
    }
    out
}

fn push(out: &mut String, letter: char, place: &Place) {
    let found = match u32::from(letter) {
        // Adjectives end so: two letters for one sound.
        0x439 if place.before == Some('ы') => Some(""),
        0x400..=0x52f => in_table(&CYRILLIC, letter),
        0x561..=0x587 => armenian(letter, place),
        0x5d0..=0x5f2 => hebrew(letter, place),
        0x620..=0x6d3 => arabic(letter, place),
        0x10d0..=0x10f0 => in_table(&GEORGIAN, letter),
        _ => in_table(&LATIN, letter),
    };
    match found {
        Some(text) => out.push_str(text),
        None => match digit(letter).or_else(|| bare(letter)) {
            Some(plain) => out.push(plain),
            None => out.push(letter),
        },
    }
}

/// Marks that these scripts set above and below their letters, and joiners between them.
fn is_silent(c: char) -> bool {
    matches!(u32::from(c),
        0x300..=0x36f | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x200c)
}

fn in_table(table: &[(char, &'static str)], letter: char) -> Option<&'static str> {
    table.iter().find(|(it, _)| *it == letter).map(|(_, text)| *text)
}

/// The Latin letter under an accent: é is e.
fn bare(letter: char) -> Option<char> {
    let text = letter.to_string();
    let parts = DecomposingNormalizer::new_nfd().normalize(&text);
    parts.chars().next().filter(char::is_ascii_alphabetic)
}

/// Arabic's and Persian's digits.
fn digit(letter: char) -> Option<char> {
    let value = match u32::from(letter) {
        code @ 0x660..=0x669 => code - 0x660,
        code @ 0x6f0..=0x6f9 => code - 0x6f0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

fn armenian(letter: char, place: &Place) -> Option<&'static str> {
    let first = place.before.is_none();
    let text = match (letter, place.after) {
        ('ո', Some('ւ')) => "",
        ('ւ', _) if place.before == Some('ո') => "u",
        ('ո', Some('վ')) => "o",
        ('ո', _) if first => "vo",
        ('ե', _) if first => "ye",
        ('և', _) if first => "yev",
        _ => return in_table(&ARMENIAN, letter),
    };
    Some(text)
}

fn hebrew(letter: char, place: &Place) -> Option<&'static str> {
    let (first, last) = (place.before.is_none(), place.after.is_none());
    let text = match letter {
        'ו' if first => "v",
        // A doubled letter is the consonant.
        'ו' if place.after == Some('ו') => "",
        'ו' if place.before == Some('ו') => "v",
        'ו' => "o",
        'י' if first => "y",
        'י' if place.after == Some('י') => "",
        'י' if place.before == Some('י') || place.after == Some('ה') => "y",
        'י' => "i",
        'ה' if last && !first => "a",
        'א' | 'ע' if matches!(place.after, Some('ו' | 'י')) => "",
        'א' if last && matches!(place.before, Some('ו' | 'י')) => "",
        _ => return in_table(&HEBREW, letter),
    };
    Some(text)
}

fn arabic(letter: char, place: &Place) -> Option<&'static str> {
    let first = place.before.is_none();
    let vowel_after = matches!(place.after, Some('ا' | 'أ' | 'آ' | 'ة' | 'ى'));
    let text = match letter {
        'و' if place.persian && place.before == Some('خ') && place.after == Some('ا') => "",
        'و' if place.persian && (first || vowel_after || place.before == Some('ا')) => "v",
        'و' if first || vowel_after || matches!(place.after, Some('ي')) => "w",
        'و' => "u",
        'ي' | 'ی' if first || vowel_after || matches!(place.after, Some('و')) => "y",
        'ي' | 'ی' => "i",
        'ة' if place.before == Some('ا') => "t",
        'ه' if place.persian && place.after.is_none() && !first && place.before != Some('ا') => "e",
        'ع' if matches!(place.after, Some('ا' | 'و' | 'ي' | 'ی')) => "",
        _ if place.persian => return in_table(&PERSIAN, letter).or_else(|| in_table(&ARABIC, letter)),
        _ => return in_table(&ARABIC, letter),
    };
    Some(text)
}

/// Latin letters that are more than an ASCII letter with an accent.
#[rustfmt::skip]
const LATIN: [(char, &str); 13] = [
    ('ə', "e"), ('ı', "i"), ('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ø', "o"), ('đ', "d"),
    ('ð', "d"), ('þ', "th"), ('ł', "l"), ('ħ', "h"), ('ŋ', "ng"), ('ŧ', "t"),
];

/// Russian, and the letters that its neighbours add.
#[rustfmt::skip]
const CYRILLIC: [(char, &str); 50] = [
    ('а', "a"), ('б', "b"), ('в', "v"), ('г', "g"), ('д', "d"), ('е', "e"), ('ё', "yo"), ('ж', "zh"),
    ('з', "z"), ('и', "i"), ('й', "y"), ('к', "k"), ('л', "l"), ('м', "m"), ('н', "n"), ('о', "o"),
    ('п', "p"), ('р', "r"), ('с', "s"), ('т', "t"), ('у', "u"), ('ф', "f"), ('х', "kh"), ('ц', "ts"),
    ('ч', "ch"), ('ш', "sh"), ('щ', "shch"), ('ъ', ""), ('ы', "y"), ('ь', ""), ('э', "e"), ('ю', "yu"),
    ('я', "ya"), ('і', "i"), ('ї', "yi"), ('є', "ye"), ('ґ', "g"), ('ў', "u"), ('ә', "a"), ('ғ', "g"),
    ('қ', "q"), ('ң', "ng"), ('ө', "o"), ('ұ', "u"), ('ү', "u"), ('һ', "h"), ('ј', "j"), ('љ', "lj"),
    ('њ', "nj"), ('џ', "dz"),
];

/// Eastern Armenian.
#[rustfmt::skip]
const ARMENIAN: [(char, &str); 39] = [
    ('ա', "a"), ('բ', "b"), ('գ', "g"), ('դ', "d"), ('ե', "e"), ('զ', "z"), ('է', "e"), ('ը', "y"),
    ('թ', "t"), ('ժ', "zh"), ('ի', "i"), ('լ', "l"), ('խ', "kh"), ('ծ', "ts"), ('կ', "k"), ('հ', "h"),
    ('ձ', "dz"), ('ղ', "gh"), ('ճ', "ch"), ('մ', "m"), ('յ', "y"), ('ն', "n"), ('շ', "sh"), ('ո', "o"),
    ('չ', "ch"), ('պ', "p"), ('ջ', "j"), ('ռ', "r"), ('ս', "s"), ('վ', "v"), ('տ', "t"), ('ր', "r"),
    ('ց', "ts"), ('ւ', "v"), ('փ', "p"), ('ք', "k"), ('օ', "o"), ('ֆ', "f"), ('և', "ev"),
];

/// The national system of 2002, without its apostrophes.
#[rustfmt::skip]
const GEORGIAN: [(char, &str); 33] = [
    ('ა', "a"), ('ბ', "b"), ('გ', "g"), ('დ', "d"), ('ე', "e"), ('ვ', "v"), ('ზ', "z"), ('თ', "t"),
    ('ი', "i"), ('კ', "k"), ('ლ', "l"), ('მ', "m"), ('ნ', "n"), ('ო', "o"), ('პ', "p"), ('ჟ', "zh"),
    ('რ', "r"), ('ს', "s"), ('ტ', "t"), ('უ', "u"), ('ფ', "p"), ('ქ', "k"), ('ღ', "gh"), ('ყ', "q"),
    ('შ', "sh"), ('ჩ', "ch"), ('ც', "ts"), ('ძ', "dz"), ('წ', "ts"), ('ჭ', "ch"), ('ხ', "kh"),
    ('ჯ', "j"), ('ჰ', "h"),
];

#[rustfmt::skip]
const HEBREW: [(char, &str); 25] = [
    ('א', "a"), ('ב', "b"), ('ג', "g"), ('ד', "d"), ('ה', "h"), ('ז', "z"), ('ח', "h"), ('ט', "t"),
    ('כ', "k"), ('ך', "kh"), ('ל', "l"), ('מ', "m"), ('ם', "m"), ('נ', "n"), ('ן', "n"), ('ס', "s"),
    ('ע', "a"), ('פ', "p"), ('ף', "f"), ('צ', "ts"), ('ץ', "ts"), ('ק', "k"), ('ר', "r"), ('ש', "sh"), ('ת', "t"),
];

#[rustfmt::skip]
const ARABIC: [(char, &str); 44] = [
    ('ا', "a"), ('أ', "a"), ('إ', "i"), ('آ', "a"), ('ٱ', "a"), ('ء', ""), ('ؤ', "o"), ('ئ', "e"),
    ('ى', "a"), ('ب', "b"), ('ة', "a"), ('ت', "t"), ('ث', "th"), ('ج', "j"), ('ح', "h"), ('خ', "kh"),
    ('د', "d"), ('ذ', "dh"), ('ر', "r"), ('ز', "z"), ('س', "s"), ('ش', "sh"), ('ص', "s"), ('ض', "d"),
    ('ط', "t"), ('ظ', "z"), ('ع', "a"), ('غ', "gh"), ('ف', "f"), ('ق', "q"), ('ك', "k"), ('ک', "k"),
    ('ل', "l"), ('م', "m"), ('ن', "n"), ('ه', "h"), ('پ', "p"), ('چ', "ch"), ('ژ', "zh"), ('گ', "g"),
    ('ڤ', "v"), ('ۀ', "e"), ('ە', "e"), ('ۆ', "o"),
];

/// What Persian reads otherwise than Arabic.
#[rustfmt::skip]
const PERSIAN: [(char, &str); 6] = [
    ('ث', "s"), ('ذ', "z"), ('ض', "z"), ('ق', "gh"), ('ئ', ""), ('ؤ', "o"),
];

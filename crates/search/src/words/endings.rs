//! Own light stemmers, for languages that Snowball lacks or cuts too deep. They take off
//! endings, the longest first, as long as enough of a word is left.

/// What Armenian writes behind an abbreviation, with a hyphen between.
pub(super) const ARMENIAN_BEHIND_HYPHENS: [&str; 8] = ["ն", "ը", "ի", "ին", "ից", "ով", "ում", "ու"];

/// Takes the first of `endings` that the word ends in, if at least `least` letters are left.
fn without<'w>(word: &'w str, endings: &[&str], least: usize) -> &'w str {
    let cut = |ending: &&str| word.strip_suffix(*ending).filter(|rest| rest.chars().count() >= least);
    endings.iter().find_map(cut).unwrap_or(word)
}

/// The definite article with what stands before it, and plurals; no more: وزير stays whole.
pub(super) fn arabic(word: &str) -> String {
    const ARTICLES: [&str; 7] = ["وال", "بال", "كال", "فال", "ولل", "ال", "لل"];
    let cut = |article: &&str| word.strip_prefix(*article).filter(|rest| rest.chars().count() >= 3);
    let bare = ARTICLES.iter().find_map(cut).unwrap_or(word);
    let singular = without(bare, &["ات", "ون", "ين", "ان"], 3);
    without(singular, &["يه", "ه", "ي"], 3).to_owned()
}

/// Article, number and case, and what makes a noun abstract, an adjective, or a verb's form.
/// `և` is written `եւ` here.
pub(super) fn armenian(word: &str) -> String {
    let word = without(word, &["ը"], 3);
    // The article behind a vowel or a plural; elsewhere ն is mostly the word's own.
    let bare = word.strip_suffix('ն').filter(|rest| {
        rest.chars().count() >= 3 && rest.ends_with(['ա', 'ե', 'ի', 'ո', 'ր']) && !rest.ends_with("ությա")
    });
    let word = bare.unwrap_or(word);
    let word = without(
        word,
        &[
            "ներից",
            "ներով",
            "ներում",
            "ներին",
            "ների",
            "ներ",
            "երից",
            "երով",
            "երում",
            "երին",
            "երի",
            "եր",
            "յից",
            "յով",
            "յում",
            "յին",
            "յի",
            "ից",
            "ուց",
            "ով",
            "ում",
            "ին",
            "ի",
            "ու",
            "վա",
        ],
        3,
    );
    let word = without(word, &["ություն", "ության", "ությամբ"], 3);
    let word = without(word, &["ական", "ային"], 3);
    without(
        word,
        &[
            "եցին",
            "ացին",
            "ացնել",
            "եցնել",
            "ացել",
            "ացած",
            "վել",
            "ված",
            "վեց",
            "ել",
            "ալ",
            "ած",
            "եց",
            "աց",
            "վ",
        ],
        3,
    )
    .to_owned()
}

/// Of a word whose letters are plain (`ə` is `e`): cases, possession, plural.
pub(super) fn azerbaijani(word: &str) -> String {
    let word = without(word, &["dir", "dur", "mek", "maq"], 4);
    let word = without(
        word,
        &[
            "ndan", "nden", "dan", "den", "nda", "nde", "nin", "nun", "da", "de", "ni", "nu", "na", "ne",
            "ya", "ye",
        ],
        3,
    );
    let word = without(word, &["imiz", "umuz", "iniz", "unuz", "si", "su", "in", "un", "im", "um"], 3);
    let word = without(word, &["lari", "leri", "lara", "lere", "larin", "lerin", "lar", "ler"], 3);
    let word = without(word, &["i", "u", "a", "e"], 4);
    // uşaq and uşağı, çörək and çörəyi.
    let softened = |letter| word.strip_suffix(letter).filter(|rest| !rest.is_empty());
    match (softened('g'), softened('y')) {
        (Some(rest), _) => format!("{rest}q"),
        (_, Some(rest)) => format!("{rest}k"),
        _ => word.to_owned(),
    }
}

/// Postpositions, cases, plural.
pub(super) fn georgian(word: &str) -> String {
    let word = without(word, &["ც"], 4);
    let word = without(
        word,
        &[
            "ისთვის",
            "სთვის",
            "თვის",
            "ისგან",
            "სგან",
            "გან",
            "ისკენ",
            "სკენ",
            "კენ",
            "სთან",
            "თან",
            "იდან",
            "დან",
            "ამდე",
            "მდე",
            "ში",
            "ზე",
        ],
        3,
    );
    let word = without(word, &["ის", "ით", "ად", "მა", "ს"], 3);
    let word = without(word, &["ი", "ო", "ა", "ე"], 3);
    without(word, &["ებ"], 3).to_owned()
}

/// The word and what is left of it without the letters that are written as one with it
/// (and, the, in, to, from, that, as). Whether such a letter is one of them or the word's own
/// cannot be told, so both are terms.
pub(super) fn hebrew(word: &str) -> Vec<String> {
    let mut forms = vec![hebrew_ending(word)];
    let mut rest = word;
    for _ in 0..2 {
        let Some(shorter) = rest.strip_prefix(['ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ']) else { break };
        if shorter.chars().count() < 3 {
            break;
        }
        let form = hebrew_ending(shorter);
        if !forms.contains(&form) {
            forms.push(form);
        }
        rest = shorter;
    }
    forms
}

fn hebrew_ending(word: &str) -> String {
    let word = without(word, &["יים", "ים", "ות", "ית"], 3);
    let word = without(word, &["ה", "ת"], 3);
    word.chars()
        .map(|c| match c {
            'ך' => 'כ',
            'ם' => 'מ',
            'ן' => 'נ',
            'ף' => 'פ',
            'ץ' => 'צ',
            c => c,
        })
        .collect()
}

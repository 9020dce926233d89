use super::*;

fn terms(speech: Speech, text: &str) -> Vec<String> {
    speech.terms(text).map(|term| term.text).collect()
}

/// Every pair meets in at least one term.
fn meet(speech: Speech, pairs: &[(&str, &str)]) {
    for (one, other) in pairs {
        let (one_terms, other_terms) = (terms(speech, one), terms(speech, other));
        assert!(!one_terms.is_empty(), "{one}");
        assert!(
            one_terms.iter().any(|t| other_terms.contains(t)),
            "{one}: {one_terms:?}, {other}: {other_terms:?}"
        );
    }
}

#[test]
fn words_are_cut_by_icu_and_keep_their_place() {
    let text = "Well — ՀՀ-ում, 3,5 км!";
    let found: Vec<_> =
        Speech::Other.terms(text).map(|t| (text.get(t.at).unwrap().to_owned(), t.text)).collect();
    let expected = [("Well", "well"), ("ՀՀ", "հհ"), ("ում", "ում"), ("3,5", "3,5"), ("км", "км")];
    assert_eq!(found, expected.map(|(word, term)| (word.to_owned(), term.to_owned())));
}

#[test]
fn case_follows_the_language() {
    meet(Speech::Turkish, &[("IŞIK", "ışık"), ("İSTANBUL", "istanbul")]);
    meet(Speech::Azerbaijani, &[("ADAMSIZ", "adamsız"), ("İSTİQLAL", "istiqlal"), ("ƏHALİ", "əhali")]);
    meet(Speech::English, &[("TITLE", "title")]);
    meet(Speech::Russian, &[("МОСКВА", "москва")]);
    meet(Speech::Armenian, &[("ԵՐԵՎԱՆ", "Երևան")]);
    meet(Speech::Georgian, &[("ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო")]);
}

#[test]
fn spellings_that_readers_take_for_one_are_one() {
    meet(Speech::English, &[("café", "cafe"), ("Škoda", "skoda"), ("naïve", "naive")]);
    meet(Speech::Russian, &[("ёлка", "елка"), ("Королёв", "королев")]);
    meet(Speech::Armenian, &[("և", "եւ"), ("ինչո՞ւ", "ինչու")]);
    meet(
        Speech::Arabic,
        &[
            ("أحمد", "احمد"),
            ("مُحَمَّد", "محمد"),
            ("مكتبة", "مكتبه"),
            ("كتـــاب", "كتاب"),
            ("على", "علي"),
            ("٢٠٢٦", "2026"),
        ],
    );
    meet(Speech::Persian, &[("كتاب", "کتاب"), ("علي", "علی"), ("می‌شود", "میشود"), ("۱۴۰۴", "1404")]);
    meet(Speech::Hebrew, &[("שָׁלוֹם", "שלום"), ("צה״ל", "צהל")]);
    meet(Speech::Azerbaijani, &[("şəhər", "seher"), ("Bakı", "Baki")]);
    meet(Speech::Turkish, &[("Ankara’da", "Ankara"), ("güneş", "gunes")]);
}

#[test]
fn a_letter_with_a_mark_of_its_own_stays_itself() {
    assert_ne!(terms(Speech::Russian, "йод"), terms(Speech::Russian, "иод"));
}

#[test]
fn the_forms_of_a_word_meet() {
    meet(Speech::English, &[("elections", "election"), ("minister's", "ministers"), ("running", "run")]);
    meet(
        Speech::Russian,
        &[
            ("выборы", "выборах"),
            ("правительство", "правительством"),
            ("реки", "рекой"),
            ("паром", "парома"),
            ("паром", "паромы"),
            ("новые", "нового"),
        ],
    );
    meet(
        Speech::Armenian,
        &[
            ("դպրոցում", "դպրոց"),
            ("քաղաքի", "քաղաք"),
            ("քաղաքում", "քաղաք"),
            ("քաղաքներից", "քաղաքը"),
            ("վստահությունը", "վստահության"),
            ("Կորեան", "Կորեայի"),
            ("քաղաքներ", "քաղաք"),
            ("նախարարները", "նախարարի"),
        ],
    );
    meet(Speech::Turkish, &[("evler", "ev"), ("kitapları", "kitap"), ("şehirde", "şehir")]);
    meet(
        Speech::Azerbaijani,
        &[
            ("kitablarından", "kitab"),
            ("şəhərdə", "şəhər"),
            ("hökumətin", "hökumət"),
            ("ölkənin", "ölkə"),
            ("uşağı", "uşaq"),
        ],
    );
    meet(
        Speech::Georgian,
        &[
            ("ქალაქში", "ქალაქი"),
            ("ქალაქების", "ქალაქი"),
            ("საქართველოს", "საქართველოში"),
            ("მთავრობის", "მთავრობა"),
        ],
    );
    meet(
        Speech::Arabic,
        &[
            ("الحكومة", "حكومة"),
            ("والحكومة", "الحكومة"),
            ("المدارس", "مدارس"),
            ("معلمون", "المعلمين"),
            ("الانتخابات", "انتخابات"),
        ],
    );
    meet(Speech::Persian, &[("کتاب‌ها", "کتاب"), ("کتابهای", "کتاب")]);
    meet(
        Speech::Hebrew,
        &[("הממשלה", "ממשלת"), ("בבית", "בית"), ("ולירושלים", "ירושלים"), ("ספרים", "הספר")],
    );
}

#[test]
fn short_words_are_not_cut_to_nothing() {
    assert_eq!(terms(Speech::Arabic, "وزير"), ["وزير"]);
    assert_eq!(terms(Speech::Arabic, "الى"), ["الي"]);
    assert_eq!(terms(Speech::Azerbaijani, "su"), ["su"]);
    assert_eq!(terms(Speech::Georgian, "და"), ["და"]);
    assert_eq!(terms(Speech::Hebrew, "של"), ["של"]);
}

#[test]
fn an_armenian_ending_behind_a_hyphen_is_no_word() {
    assert_eq!(terms(Speech::Armenian, "ՀՀ-ում, ԱՄՆ–ից"), ["հհ", "ամն"]);
    assert!(!terms(Speech::Armenian, "ում").is_empty());
    meet(Speech::Armenian, &[("Մայր-Երևան", "Երևան")]);
}

#[test]
fn a_letter_of_another_language_is_looked_for_as_it_stands() {
    for (speech, word) in [(Speech::English, "ə"), (Speech::English, "ₔ"), (Speech::Azerbaijani, "ədəbiyyat")]
    {
        for term in speech.terms(word) {
            let initial = term.text.chars().next().unwrap();
            assert!(speech.terms_with(word, &[initial]).any(|it| it == term), "{term:?}");
        }
    }
}

#[test]
fn marks_alone_are_no_term() {
    assert_eq!(terms(Speech::Arabic, "ـ"), Vec::<String>::new());
    assert_eq!(terms(Speech::English, "— … 🙂 !"), Vec::<String>::new());
}

proptest::proptest! {
    #[test]
    fn terms_lie_in_the_text_and_never_are_empty(text in "\\PC{0,60}") {
        for speech in [Speech::English, Speech::Russian, Speech::Armenian, Speech::Azerbaijani, Speech::Arabic,
            Speech::Georgian, Speech::Turkish, Speech::Hebrew, Speech::Persian, Speech::Other] {
            for term in speech.terms(&text) {
                proptest::prop_assert!(text.get(term.at.clone()).is_some_and(|word| !word.is_empty()));
                proptest::prop_assert!(!term.text.is_empty());
            }
        }
    }

    #[test]
    fn no_term_is_lost_by_its_first_letter(text in "(\\PC|[a-zA-ZıİşŞçа-яёա-ևა-ჰא-תا-ي'’ -]){0,60}") {
        for speech in [Speech::English, Speech::Russian, Speech::Armenian, Speech::Azerbaijani, Speech::Arabic,
            Speech::Georgian, Speech::Turkish, Speech::Hebrew, Speech::Persian, Speech::Other] {
            let all: Vec<_> = speech.terms(&text).collect();
            for term in &all {
                let initials: Vec<_> = term.text.chars().take(1).collect();
                proptest::prop_assert!(speech.terms_with(&text, &initials).any(|it| it == *term), "{term:?}");
            }
        }
    }
}

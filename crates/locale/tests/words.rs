//! Counting, ordering and capitals by language.

#![expect(clippy::unwrap_used, reason = "a test's own set-up may fail loudly")]

use domain::LocaleTag;
use locale::{Alphabet, Arg, Messages, count_words, reading_minutes, uppercase, words_per_minute};

fn tag(text: &str) -> LocaleTag {
    LocaleTag::parse(text).unwrap_or_else(|fault| panic!("{fault}"))
}

fn sorted<'a>(locale: &str, names: &[&'a str]) -> Vec<&'a str> {
    let alphabet = Alphabet::new(&tag(locale)).unwrap();
    let mut by_comparison = names.to_vec();
    by_comparison.sort_by(|one, other| alphabet.compare(one, other));
    let mut by_key = names.to_vec();
    by_key.sort_by_key(|name| alphabet.sort_key(name));
    assert_eq!(by_comparison, by_key, "{locale}");
    by_key
}

#[test]
fn every_language_sorts_by_its_own_alphabet() {
    for (locale, names) in [
        ("en", ["Ångström", "apple", "Zebra", "zoo"]),
        ("ru", ["Ежов", "Ёлкин", "Жуков", "Яшин"]),
        ("hy", ["Աբովյան", "Եղիազարյան", "Օհանյան", "Ֆրունզե"]),
        ("az", ["eldar", "əli", "xəzər", "qala"]),
        ("ar", ["أحمد", "باسم", "تامر", "ياسر"]),
        ("ka", ["ანა", "გია", "თეა", "ჰამლეტ"]),
        ("tr", ["cem", "çınar", "ısı", "işçi"]),
        ("he", ["אבי", "בני", "גדי", "תמר"]),
        ("fa", ["آرش", "پروین", "ژاله", "یاسمن"]),
    ] {
        let mut names = names;
        if locale == "az" {
            // The alphabet has q after k and before l, and x after h.
            names = ["eldar", "əli", "xəzər", "qala"];
        }
        let mut shuffled = names;
        shuffled.reverse();
        assert_eq!(sorted(locale, &shuffled), names, "{locale}");
    }
}

#[test]
fn armenian_ligature_sorts_as_its_two_letters() {
    let alphabet = Alphabet::new(&tag("hy")).unwrap();
    assert_eq!(alphabet.compare("բարև", "բարեւ"), std::cmp::Ordering::Equal);
    assert_eq!(sorted("hy", &["արեր", "արև", "արեգ"]), ["արեգ", "արեր", "արև"]);
}

#[test]
fn capitals_follow_the_language() {
    assert_eq!(uppercase("istiqlal ışıq", &tag("az")), "İSTİQLAL IŞIQ");
    assert_eq!(uppercase("ilk ışık", &tag("tr-TR")), "İLK IŞIK");
    assert_eq!(uppercase("title straße", &tag("en")), "TITLE STRASSE");
    assert_eq!(uppercase("ёлка", &tag("ru")), "ЁЛКА");
    for (text, locale) in [("ახალი ამბები", "ka"), ("բարև", "hy"), ("خبر", "ar"), ("דעה", "he")]
    {
        assert_eq!(uppercase(text, &tag(locale)), text);
    }
}

#[test]
fn words_are_counted_in_every_script() {
    for (text, count) in [
        ("Don’t panic: 3 steps — done.", 5),
        ("Кое-что о «новом» мире", 5),
        ("ՀՀ-ում Ի՞նչ եք փնտրում։", 5),
        ("Xəbər: İstiqlal küçəsi", 3),
        ("نُشر المقال، ثم سُحب", 4),
        ("„ახალი ამბები“", 2),
        ("ראש הממשלה אמר: כן", 4),
        ("می‌گوید: خانه ساخت", 3),
        ("", 0),
        ("… — !", 0),
    ] {
        assert_eq!(count_words(text), count, "{text}");
    }
}

#[test]
fn reading_takes_at_least_a_minute_and_follows_the_language() {
    assert_eq!(reading_minutes(0, &tag("en")), 1);
    assert_eq!(reading_minutes(228 * 4, &tag("en-GB")), 4);
    assert_eq!(reading_minutes(228 * 4 + 113, &tag("en")), 4);
    assert_eq!(reading_minutes(228 * 4 + 114, &tag("en")), 5);
    assert_eq!(reading_minutes(138 * 7, &tag("ar")), 7);
    assert_eq!(reading_minutes(usize::MAX, &tag("tr")), i64::try_from(usize::MAX / 166).unwrap());
    assert_eq!(words_per_minute(&tag("de")), 184);
}

#[test]
fn every_plural_form_of_every_language_is_right() {
    let messages = Messages::shipped().unwrap();
    for (locale, id, forms) in [
        ("en", "search-count", &[(0, "0 stories found"), (1, "1 story found"), (2, "2 stories found")][..]),
        (
            "ru",
            "search-count",
            &[
                (1, "Найден 1 материал"),
                (2, "Найдено 2 материала"),
                (5, "Найдено 5 материалов"),
                (21, "Найден 21 материал"),
                (111, "Найдено 111 материалов"),
            ],
        ),
        ("hy", "search-count", &[(0, "Գտնվել է 0 նյութ"), (1, "Գտնվել է 1 նյութ"), (2, "Գտնվել է 2 նյութ")]),
        ("az", "search-count", &[(1, "1 material tapıldı"), (2, "2 material tapıldı")]),
        (
            "ar",
            "search-count",
            &[
                (0, "لم يُعثر على مواد"),
                (1, "عُثر على مادة واحدة"),
                (2, "عُثر على مادتين"),
                (3, "عُثر على 3 مواد"),
                (11, "عُثر على 11 مادةً"),
                (100, "عُثر على 100 مادة"),
                (103, "عُثر على 103 مواد"),
            ],
        ),
        ("ka", "search-count", &[(1, "მოიძებნა 1 მასალა"), (2, "მოიძებნა 2 მასალა")]),
        ("tr", "search-count", &[(1, "1 haber bulundu"), (1_234, "1.234 haber bulundu")]),
        (
            "he",
            "search-count",
            &[(1, "נמצאה כתבה אחת"), (2, "נמצאו שתי כתבות"), (3, "נמצאו 3 כתבות"), (20, "נמצאו 20 כתבות")],
        ),
        (
            "fa",
            "search-count",
            &[(0, "۰ مطلب پیدا شد"), (1, "۱ مطلب پیدا شد"), (1_234, "۱٬۲۳۴ مطلب پیدا شد")],
        ),
        (
            "ru",
            "reading-time",
            &[(1, "Время чтения: 1 минута"), (4, "Время чтения: 4 минуты"), (12, "Время чтения: 12 минут")],
        ),
        (
            "he",
            "reading-time",
            &[(1, "זמן קריאה: דקה אחת"), (2, "זמן קריאה: שתי דקות"), (7, "זמן קריאה: 7 דקות")],
        ),
    ] {
        let language = messages.for_locale(&tag(locale)).unwrap();
        let name = if id == "reading-time" { "minutes" } else { "count" };
        for (n, expected) in forms {
            let text = language.text(id, &[(name, Arg::Number(*n))]).unwrap();
            assert_eq!(text.replace('\u{a0}', " "), *expected, "{locale}");
        }
    }
}

#[test]
fn a_year_is_printed_without_groups_and_in_the_languages_digits() {
    let messages = Messages::shipped().unwrap();
    for (locale, expected) in [
        ("en-GB", "© 2026 M"),
        ("tr", "© 2026 M"),
        ("ar", "© 2026 M"),
        ("ar-EG", "© ٢٠٢٦ M"),
        ("fa", "© ۲۰۲۶ M"),
    ] {
        let language = messages.for_locale(&tag(locale)).unwrap();
        let text = |year| language.text("copyright", &[("year", year), ("paper", Arg::Text("M"))]).unwrap();
        assert_eq!(text(Arg::Number(2026)), expected, "{locale}");
        assert_eq!(text(Arg::Text("2026")), "© 2026 M", "{locale}");
    }
}

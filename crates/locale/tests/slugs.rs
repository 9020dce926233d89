//! Slugs of headlines in every language that ships, and what no headline may do to them.

use domain::{LocaleTag, Slug};
use locale::slug_of;
use proptest::prelude::{any, proptest};

fn tag(text: &str) -> LocaleTag {
    LocaleTag::parse(text).unwrap_or_else(|fault| panic!("{fault}"))
}

fn made(text: &str, locale: &str) -> String {
    slug_of(text, &tag(locale)).unwrap_or_else(|fault| panic!("{text}: {fault}")).to_string()
}

#[test]
fn a_headline_of_each_language_becomes_readable_latin_letters() {
    for (locale, headline, slug) in [
        ("en", "Don’t panic: “Café” & co. — 3 steps!", "dont-panic-cafe-co-3-steps"),
        ("ru", "Щедрый урожай: что ждёт рынок в 2025‑м?", "shchedry-urozhay-chto-zhdyot-rynok-v-2025-m"),
        ("hy", "Երևանում որոշեցին՝ ո՞վ է ուժեղ", "yerevanum-voroshetsin-ov-e-uzhegh"),
        ("hy", "ՀՀ-ում և Արցախում", "hh-um-yev-artsakhum"),
        ("az", "Xəbər: IŞIQ və İSTİQLAL, güzgü", "xeber-isiq-ve-istiqlal-guzgu"),
        ("tr", "Işıklı Şehir’de İlk Gün", "isikli-sehirde-ilk-gun"),
        ("ar", "أخبـــار اليوم: العالم يحتفل بالسنة ١٤٤٦", "akhbar-alyum-alalm-yhtfl-balsna-1446"),
        ("ka", "„ახალი ამბები“ თბილისიდან – ყოველდღე", "akhali-ambebi-tbilisidan-qoveldghe"),
        ("he", "שלום עולם: ראש הממשלה בארה\"ב ובצה״ל", "shlom-olm-rash-hmmshla-barhb-vbtshl"),
        ("fa", "خبرهای تازه: می‌گوید خانه خواهد ساخت ۱۴۰۴", "khbrhai-taze-miguid-khane-khahd-sakht-1404"),
    ] {
        assert_eq!(made(headline, locale), slug, "{locale}: {headline}");
    }
}

#[test]
fn letters_with_and_without_marks_make_one_slug() {
    assert_eq!(made("مُحَمَّد", "ar"), made("محمد", "ar"));
    assert_eq!(made("שָׁלוֹם", "he"), made("שלום", "he"));
    assert_eq!(made("е\u{308}лка", "ru"), made("ёлка", "ru"));
    assert_eq!(made("Şəki", "az"), "seki");
}

#[test]
fn scripts_without_a_table_keep_their_letters() {
    assert_eq!(made("हिन्दी समाचार", "hi"), "हिन्दी-समाचार");
    assert_eq!(made("新聞 2025", "zh"), "新聞-2025");
}

#[test]
fn a_text_without_letters_makes_no_slug() {
    assert!(slug_of("🎉 — !", &tag("en")).is_err());
    assert!(slug_of("ьъ", &tag("ru")).is_err());
}

#[test]
fn a_long_headline_is_cut_between_words() {
    let slug = made(&"seven letters ".repeat(40), "en");
    assert!(slug.chars().count() <= 80 && slug.ends_with("seven"), "{slug}");
    assert_eq!(made(&"щ".repeat(4000), "ru").chars().count(), 80);
}

#[test]
fn every_headline_of_the_reference_news_makes_an_ascii_slug() {
    let Some(data) = rig::reference_data() else { return };
    for locale in ["ar", "az", "en", "fa", "he", "hy", "ka", "ru", "tr"] {
        let lines = std::fs::read_to_string(data.join(format!("news/ntrex.{locale}.jsonl"))).unwrap();
        for line in lines.lines() {
            let (_, rest) = line.split_once("\"title\": \"").unwrap();
            let (title, _) = rest.split_once("\", \"body\"").unwrap();
            let slug = made(title, locale);
            assert!(slug.is_ascii() && slug.len() >= 8, "{locale}: {title} is {slug}");
            assert!(Slug::parse_section(&slug).is_ok(), "{slug}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_with_an_ascii_letter_makes_a_slug(text in any::<String>()) {
        for locale in ["tr", "hy", "fa", "he"] {
            let made = slug_of(&format!("{text} a"), &tag(locale));
            assert!(made.is_ok(), "{text:?}: {made:?}");
        }
    }
}

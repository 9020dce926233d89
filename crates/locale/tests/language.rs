//! What a language says, and what it refuses to say.

use domain::{LocaleTag, Moment, ZoneName};
use locale::{Arg, Dates, FileError, Language, MessageError, MessageFile, Messages, Piece, slugify};
use proptest::prelude::{any, proptest};

fn tag(text: &str) -> LocaleTag {
    LocaleTag::parse(text).unwrap_or_else(|fault| panic!("{fault}"))
}

fn language(text: &str) -> Language {
    let messages = Messages::shipped().unwrap_or_else(|fault| panic!("{fault}"));
    messages.for_locale(&tag(text)).unwrap_or_else(|| panic!("{text} does not ship"))
}

fn with(locale: &str, text: &str) -> Result<Messages, FileError> {
    Messages::with(&[MessageFile::new("mine.ftl", locale, text)])
}

fn dates(locale: &str, zone: &str) -> Dates {
    let zone = ZoneName::parse(zone).unwrap_or_else(|fault| panic!("{fault}"));
    Dates::new(&language(locale), &zone).unwrap_or_else(|fault| panic!("{fault}"))
}

fn moment(text: &str) -> Moment {
    Moment::from(text.parse::<jiff::Timestamp>().unwrap_or_else(|fault| panic!("{fault}")))
}

#[test]
fn a_language_serves_many_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Language>();
    shared::<Dates>();
    shared::<Messages>();
}

#[test]
fn a_message_that_is_missing_is_an_error_and_never_english() {
    let messages = with("hy", "latest = Նորություններ").unwrap();
    let armenian = messages.for_locale(&tag("hy")).unwrap();
    assert_eq!(armenian.text("latest", &[]).unwrap(), "Նորություններ");
    let missing = armenian.text("topics", &[]);
    assert_eq!(missing, Err(MessageError::Missing { id: "topics".into(), locale: "hy".into() }));
    assert!(messages.complete(&tag("hy")).contains(&"topics".to_owned()));
    assert!(!messages.complete(&tag("hy")).contains(&"latest".to_owned()));
}

#[test]
fn a_region_shares_its_languages_words_and_a_script_does_not() {
    let messages = Messages::shipped().unwrap();
    assert!(messages.for_locale(&tag("en-GB")).is_some());
    assert!(messages.for_locale(&tag("ar-EG")).is_some());
    assert!(messages.for_locale(&tag("en-Cyrl")).is_none());
    assert!(messages.for_locale(&tag("hy")).is_none());
    assert_eq!(messages.complete(&tag("hy")).len(), messages.ids().count());
}

#[test]
fn a_message_without_its_words_is_an_error() {
    assert!(matches!(language("en").text("updated", &[]), Err(MessageError::Unfilled { .. })));
}

#[test]
fn words_put_into_a_message_stay_as_they_are() {
    let text = language("ar").text("more-from", &[("section", Arg::Text("A { $b } <i>"))]).unwrap();
    assert_eq!(text, "المزيد من A { $b } <i>");
}

#[test]
fn counts_are_printed_in_the_languages_digits() {
    let count = |locale, n| language(locale).text("story-count", &[("count", Arg::Number(n))]).unwrap();
    assert_eq!(count("en-GB", 1), "1 story");
    assert_eq!(count("en-GB", 1_234_567), "1,234,567 stories");
    assert_eq!(count("en-IN", 1_234_567), "12,34,567 stories");
    assert_eq!(count("ar-EG", 1_203), "١٬٢٠٣ مواد");
}

#[test]
fn a_portals_file_rewords_one_message_and_leaves_the_rest() {
    let messages = with("en", "latest = What is new").unwrap();
    let english = messages.for_locale(&tag("en-GB")).unwrap();
    assert_eq!(english.text("latest", &[]).unwrap(), "What is new");
    assert_eq!(english.text("topics", &[]).unwrap(), "Topics");
    assert!(messages.complete(&tag("en-GB")).is_empty());
}

#[test]
fn a_faulty_file_is_refused_with_its_place() {
    assert!(matches!(with("en", "latest = a\n\ntopics =\n").unwrap_err(), FileError::Syntax { line: 3, .. }));
    assert!(
        matches!(with("en", "latest = a\nlatest = b").unwrap_err(), FileError::Twice { id, .. } if id == "latest")
    );
    assert!(
        matches!(with("en", "lastest = a").unwrap_err(), FileError::Unknown { id, .. } if id == "lastest")
    );
    assert!(matches!(with("not a tag", "latest = a").unwrap_err(), FileError::Locale { .. }));
    let other = with("en", "updated = Changed { $when }").unwrap_err();
    assert_eq!(other.to_string(), "mine.ftl: updated must use the placeables [moment], it uses [when]");
    let form =
        with("ru", "story-count = { PLURAL($count) ->\n [one] { $count } a\n *[other] { $count } b\n }");
    let bare = with("en", "story-count = { $count ->\n [one] { $count } a\n *[other] { $count } b\n }");
    assert!(matches!(bare.unwrap_err(), FileError::BareNumber { variable, .. } if variable == "count"));
    assert!(matches!(form.unwrap_err(), FileError::Plural { form, .. } if form == "few"));
}

#[test]
fn a_byline_is_cut_so_that_each_name_can_be_a_link() {
    let words = |text: &str| Piece::Words(text.to_owned());
    let english = language("en-GB");
    let two = english.pieces("byline", "names", &["Ada Wong", "Ben Ali"]).unwrap();
    assert_eq!(two, [words("By "), Piece::Item(0), words(" and "), Piece::Item(1)]);
    let one = language("ar").pieces("byline", "names", &["ليلى"]).unwrap();
    assert_eq!(one, [words("بقلم "), Piece::Item(0)]);
    assert!(english.pieces("byline", "names", &[]).unwrap().is_empty());
    assert!(english.pieces("latest", "names", &["Ada"]).is_err());
}

#[test]
fn names_are_joined_as_the_language_joins_them() {
    assert_eq!(language("en-GB").join(&["a", "b", "c"]), "a, b and c");
    assert_eq!(language("ar").join(&["أ", "ب", "ج"]), "أ وب وج");
    assert_eq!(language("en").join(&["a\u{fdd0}b"]), "a\u{fdd0}b");
}

#[test]
fn dates_are_printed_as_papers_there_print_them() {
    let at = moment("2025-07-21T17:37:42Z");
    let london = dates("en-GB", "Europe/London");
    assert_eq!(london.long(at), "21 July 2025 18:37");
    assert_eq!(london.date(at), "21 July 2025");
    assert_eq!(dates("ar", "Asia/Amman").long(at), "21 يوليو 2025، 20:37");
    assert_eq!(dates("en-GB", "Europe/London").long(moment("2025-01-05T00:05:00Z")), "5 January 2025 00:05");
}

#[test]
fn machines_read_the_zones_offset() {
    let at = moment("2025-07-21T17:37:42.9Z");
    let london = dates("ar", "Europe/London");
    assert_eq!(london.machine(at), "2025-07-21T18:37:42+01:00");
    assert_eq!(london.rfc822(at), "Mon, 21 Jul 2025 18:37:42 +0100");
}

#[test]
fn the_first_and_last_moment_can_be_printed() {
    for zone in ["Pacific/Kiritimati", "America/Los_Angeles"] {
        let dates = dates("en", zone);
        for moment in [Moment::MIN, Moment::MAX] {
            assert!(!dates.long(moment).is_empty() && !dates.rfc822(moment).is_empty());
            assert!(dates.machine(moment).contains('T'));
        }
    }
}

#[test]
fn slugs_keep_the_letters_of_every_script() {
    let made = |text, locale| slugify(text, &tag(locale)).unwrap().to_string();
    assert_eq!(made("Don’t panic: “Café” & co. — 3 steps!", "en"), "dont-panic-café-co-3-steps");
    assert_eq!(made("Новости   дня", "ru"), "новости-дня");
    assert_eq!(made("أخبـــار اليوم: العالم", "ar"), "أخبار-اليوم-العالم");
    assert_eq!(made("IŞIQ İSTİQLAL", "az"), "ışıq-istiqlal");
    assert_eq!(made("ՀՀ-ում", "hy"), "հհ-ում");
    assert_eq!(made("हिन्दी समाचार", "hi"), "हिन्दी-समाचार");
    assert!(slugify("🎉 — !", &tag("en")).is_err());
}

#[test]
fn a_long_headline_is_cut_between_words() {
    let made = slugify(&"seven letters ".repeat(40), &tag("en")).unwrap();
    assert!(made.as_str().chars().count() <= 80 && made.as_str().ends_with("seven"), "{made}");
    assert_eq!(slugify(&"я".repeat(4000), &tag("ru")).unwrap().as_str().chars().count(), 80);
}

proptest! {
    #[test]
    fn any_text_with_an_ascii_letter_makes_a_slug(text in any::<String>()) {
        let made = slugify(&format!("{text} a"), &tag("tr"));
        assert!(made.is_ok(), "{text:?}: {made:?}");
    }
}

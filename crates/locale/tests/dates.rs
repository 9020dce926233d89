//! Dates and times, to the letter, in every language that ships.

#![expect(clippy::unwrap_used, reason = "a test's own set-up may fail loudly")]

use domain::{LocaleTag, Moment, ZoneName};
use locale::{Dates, Messages};

fn moment(text: &str) -> Moment {
    Moment::from(text.parse::<jiff::Timestamp>().unwrap_or_else(|fault| panic!("{fault}")))
}

fn dates(locale: &str, zone: &str) -> Dates {
    let tag = LocaleTag::parse(locale).unwrap_or_else(|fault| panic!("{fault}"));
    let language = Messages::shipped().unwrap().for_locale(&tag).unwrap_or_else(|| panic!("no {locale}"));
    Dates::new(&language, &ZoneName::parse(zone).unwrap()).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Language, date and time, date, day and month, month and year, year: of 21 July 2025,
/// five past eight.
const FORMS: [(&str, [&str; 5]); 11] = [
    ("ar", ["21 يوليو 2025، 08:05", "21 يوليو 2025", "21 يوليو", "يوليو 2025", "2025"]),
    ("az", ["21 iyul 2025, 08:05", "21 iyul 2025", "21 iyul", "İyul 2025", "2025"]),
    ("en", ["21 July 2025 08:05", "21 July 2025", "21 July", "July 2025", "2025"]),
    ("en-GB", ["21 July 2025 08:05", "21 July 2025", "21 July", "July 2025", "2025"]),
    ("en-US", ["July 21, 2025 08:05", "July 21, 2025", "July 21", "July 2025", "2025"]),
    ("fa", ["۳۰ تیر ۱۴۰۴، ۰۸:۰۵", "۳۰ تیر ۱۴۰۴", "۳۰ تیر", "ژوئیه ۲۰۲۵", "۲۰۲۵"]),
    ("he", ["21 ביולי 2025, 08:05", "21 ביולי 2025", "21 ביולי", "יולי 2025", "2025"]),
    ("hy", ["21 հուլիսի 2025, 08:05", "21 հուլիսի 2025", "21 հուլիսի", "Հուլիս 2025", "2025"]),
    ("ka", ["21 ივლისი 2025, 08:05", "21 ივლისი 2025", "21 ივლისი", "ივლისი 2025", "2025"]),
    ("ru", ["21 июля 2025, 08:05", "21 июля 2025", "21 июля", "Июль 2025", "2025"]),
    ("tr", ["21 Temmuz 2025 08:05", "21 Temmuz 2025", "21 Temmuz", "Temmuz 2025", "2025"]),
];

#[test]
fn every_language_prints_dates_as_its_newspapers_do() {
    let at = moment("2025-07-21T08:05:42Z");
    for (locale, expected) in FORMS {
        let it = dates(locale, "UTC");
        let printed = [it.long(at), it.date(at), it.short(at), it.month(at), it.year(at)];
        assert_eq!(printed, expected, "{locale}");
    }
    let tested: Vec<&str> = FORMS.iter().map(|(locale, _)| locale.split('-').next().unwrap()).collect();
    for language in Messages::shipped().unwrap().languages() {
        assert!(tested.contains(&language), "say how {language} prints a date");
    }
}

#[test]
fn hours_run_from_00_to_23_in_two_digits() {
    for (locale, expected) in
        FORMS.map(|(locale, _)| (locale, if locale == "fa" { "۰۰:۰۳" } else { "00:03" }))
    {
        let it = dates(locale, "Asia/Tehran");
        assert_eq!(it.time(moment("2025-07-20T20:33:00Z")), expected, "{locale}");
    }
    assert_eq!(dates("ar", "Asia/Amman").time(moment("2025-07-21T20:59:59Z")), "23:59");
}

#[test]
fn a_month_beside_a_day_is_declined_and_alone_is_not() {
    let september = moment("2025-09-01T12:00:00Z");
    assert_eq!(dates("ru", "UTC").date(september), "1 сентября 2025");
    assert_eq!(dates("ru", "UTC").month(september), "Сентябрь 2025");
    assert_eq!(dates("hy", "UTC").date(september), "1 սեպտեմբերի 2025");
    assert_eq!(dates("hy", "UTC").month(september), "Սեպտեմբեր 2025");
}

#[test]
fn a_persian_edition_may_ask_for_the_gregorian_calendar() {
    let at = moment("2025-07-21T08:05:42Z");
    assert_eq!(dates("fa-u-ca-gregory", "UTC").long(at), "۲۱ ژوئیه ۲۰۲۵، ۰۸:۰۵");
    assert_eq!(dates("fa-IR-u-ca-gregory", "UTC").short(at), "۲۱ ژوئیه");
}

#[test]
fn an_arabic_edition_of_egypt_has_its_own_digits() {
    let at = moment("2025-07-21T08:05:42Z");
    assert_eq!(dates("ar-EG", "UTC").long(at), "٢١ يوليو ٢٠٢٥، ٠٨:٠٥");
}

#[test]
fn every_month_of_every_language_has_a_name_of_its_own() {
    for language in Messages::shipped().unwrap().languages() {
        let it = dates(language, "UTC");
        let mut names = std::collections::BTreeSet::new();
        for month in 1..=12 {
            let at = moment(&format!("2025-{month:02}-15T12:00:00Z"));
            for text in [it.date(at), it.month(at)] {
                assert!(text.chars().filter(|c| c.is_alphabetic()).count() >= 2, "{language}: {text}");
                assert!(!text.contains("M0") && !text.contains("M1"), "{language}: {text}");
            }
            names.insert(it.month(at));
        }
        assert_eq!(names.len(), 12, "{language}");
    }
}

#[test]
fn days_begin_in_the_portals_zone() {
    let late = moment("2025-12-31T22:30:00Z");
    assert_eq!(dates("en-GB", "Europe/London").date(late), "31 December 2025");
    assert_eq!(dates("en-GB", "Asia/Yerevan").long(late), "1 January 2026 02:30");
    assert_eq!(dates("en-GB", "Asia/Yerevan").year(late), "2026");
}

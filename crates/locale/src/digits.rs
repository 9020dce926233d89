//! Numbers inside messages: Fluent prints them bare, ICU with the language's digits,
//! signs and groups. Plural forms are chosen by ICU too, through the function `PLURAL`:
//! Fluent's own table is CLDR 37's and puts Arabic 103 among "other".

use fluent_bundle::{FluentValue, types::FluentNumber};
use icu::{
    decimal::{
        DecimalFormatter,
        input::Decimal,
        options::{DecimalFormatterOptions, GroupingStrategy},
    },
    locale::Locale,
    plurals::PluralRules,
};
use intl_memoizer::{Memoizable, concurrent::IntlLangMemoizer};
use unic_langid::LanguageIdentifier;

use crate::file::category_name;

/// The name of the function that turns a number into its plural category.
pub(crate) const PLURAL: &str = "PLURAL";

/// The name of the function that prints a number in the language's digits without groups:
/// a year is no count.
pub(crate) const YEAR: &str = "YEAR";

/// ICU's formatter as the bundle keeps it, once per (language, grouping).
struct Digits(DecimalFormatter);

impl Memoizable for Digits {
    type Args = (bool,);
    type Error = DigitsError;

    fn construct(language: LanguageIdentifier, (grouped,): (bool,)) -> Result<Self, DigitsError> {
        let locale = Locale::try_from_str(&language.to_string()).map_err(|_| DigitsError)?;
        let strategy = if grouped { GroupingStrategy::Auto } else { GroupingStrategy::Never };
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(strategy);
        DecimalFormatter::try_new(locale.into(), options).map(Self).map_err(|_| DigitsError)
    }
}

/// The language has no digits in ICU's data; the number is printed bare then.
struct DigitsError;

/// The bundle's formatter: numbers by ICU, all else as Fluent does it.
pub(crate) fn format(value: &FluentValue<'_>, memory: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal = decimal_of(number)?;
    let grouped = number.options.use_grouping;
    memory.with_try_get::<Digits, _, _>((grouped,), |digits| digits.0.format_to_string(&decimal)).ok()
}

/// The number with as many decimals as the message asks for, none of them lost on the
/// way through binary: `as_string` prints the shortest form that reads back the same.
fn decimal_of(number: &FluentNumber) -> Option<Decimal> {
    Decimal::try_from_str(&number.as_string()).ok()
}

/// What [`PLURAL`] answers: the category's name, by which a message's variants are keyed.
pub(crate) fn plural<'a>(rules: &PluralRules, positional: &[FluentValue<'a>]) -> FluentValue<'a> {
    match positional {
        [FluentValue::Number(number)] => match decimal_of(number) {
            Some(decimal) => category_name(rules.category_for(&decimal)).into(),
            None => FluentValue::Error,
        },
        _ => FluentValue::Error,
    }
}

/// What [`YEAR`] answers: the number, to be printed without groups; words as they are.
pub(crate) fn year<'a>(positional: &[FluentValue<'a>]) -> FluentValue<'a> {
    match positional {
        [FluentValue::Number(number)] => {
            let mut bare = number.clone();
            bare.options.use_grouping = false;
            FluentValue::Number(bare)
        }
        [FluentValue::String(words)] => FluentValue::String(words.clone()),
        _ => FluentValue::Error,
    }
}

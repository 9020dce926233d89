//! What a reader asks, as words, and as a query of the index. It is built of terms and passes no
//! parser, so that nothing a reader types is syntax and nothing fails.

use std::{collections::HashSet, ops::Range};

use domain::EditionCode;
use tantivy::{
    Term as IndexTerm,
    query::{BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, Query, TermQuery},
    schema::IndexRecordOption,
};

use crate::{schema::Fields, words::Speech};

/// Words that are looked at; more is a text, no question.
const MAX_WORDS: usize = 20;
/// Up to so many words all must stand in a hit.
const ALL_OF: usize = 3;
/// How much more a word weighs in a headline and in a standfirst than in the body.
const HEADLINE: f32 = 3.0;
const STANDFIRST: f32 = 1.5;

/// How much of a question must stand in a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    /// All of few words, and three quarters of many.
    Most,
    /// A sixth of many.
    Some,
}

/// A question in an edition's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    speech: Speech,
    /// Of each word its terms: the word is found by any of them.
    words: Vec<Vec<String>>,
    /// What its terms begin with.
    initials: Vec<char>,
}

impl Question {
    /// The words of a text, each once.
    pub fn of(speech: Speech, text: &str) -> Self {
        let mut words: Vec<Vec<String>> = Vec::new();
        let mut at = None;
        for term in speech.terms(text) {
            match words.last_mut() {
                Some(word) if at.as_ref() == Some(&term.at) => word.push(term.text),
                _ => words.push(vec![term.text]),
            }
            at = Some(term.at);
        }
        let mut seen = HashSet::new();
        words.retain(|word| seen.insert(word.clone()));
        words.truncate(MAX_WORDS);
        let mut initials: Vec<_> = words.iter().flatten().filter_map(|term| term.chars().next()).collect();
        initials.sort_unstable();
        initials.dedup();
        Self { speech, words, initials }
    }

    /// Whether nothing is asked: no word, only marks.
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where its words stand in a text, in any form, and which of them, counted from 0.
    pub(crate) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Range<usize>, usize)> + 't {
        let terms = self.speech.terms_with(text, &self.initials);
        terms.filter_map(|term| Some((term.at, self.word_of(&term.text)?)))
    }

    /// How many words it has.
    pub(crate) const fn len(&self) -> usize {
        self.words.len()
    }

    fn word_of(&self, term: &str) -> Option<usize> {
        self.words.iter().position(|word| word.iter().any(|own| own == term))
    }

    /// Whether asking for less can find more.
    pub(crate) const fn has_less(&self) -> bool {
        self.len() > ALL_OF
    }

    /// The query for articles of an edition.
    pub(crate) fn query(&self, fields: Fields, edition: &EditionCode, demand: Demand) -> Box<dyn Query> {
        if self.is_empty() {
            return Box::new(EmptyQuery);
        }
        let words = self.words.iter().map(|word| (Occur::Should, any_of(word, fields)));
        let words =
            BooleanQuery::with_minimum_required_clauses(words.collect(), required(self.len(), demand));
        let here = IndexTerm::from_field_text(fields.edition, edition.as_str());
        let here = ConstScoreQuery::new(Box::new(TermQuery::new(here, IndexRecordOption::Basic)), 0.0);
        Box::new(BooleanQuery::new(vec![(Occur::Must, Box::new(words)), (Occur::Must, Box::new(here))]))
    }
}

/// How many of `words` must stand in a hit.
const fn required(words: usize, demand: Demand) -> usize {
    match demand {
        Demand::Most if words <= ALL_OF => words,
        Demand::Most => words - words / 4,
        Demand::Some if words < 12 => 1,
        Demand::Some => words / 6,
    }
}

/// One word, by any of its terms, in any field.
fn any_of(word: &[String], fields: Fields) -> Box<dyn Query> {
    let places = [(fields.headline, HEADLINE), (fields.standfirst, STANDFIRST), (fields.body, 1.0)];
    let mut terms: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    for (field, weight) in places {
        for term in word {
            let term = TermQuery::new(IndexTerm::from_field_text(field, term), IndexRecordOption::WithFreqs);
            terms.push((Occur::Should, Box::new(BoostQuery::new(Box::new(term), weight))));
        }
    }
    Box::new(BooleanQuery::new(terms))
}

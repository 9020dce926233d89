//! The fields of the index, and an article as a document of it.

use domain::{BranchId, EditionCode, Moment};
use store::LiveText;
use tantivy::{
    TantivyDocument,
    schema::{
        BytesOptions, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
    },
    tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager},
};

use crate::words::Speech;

/// The name under which [`Lines`] is registered.
const LINES: &str = "lines";

/// The index's fields. Nothing is stored: what hits show is read from the store.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// The branch's id, by which it is replaced and told.
    pub(crate) branch: Field,
    /// The edition's code.
    pub(crate) edition: Field,
    /// Seconds since 1970 of the first publication.
    pub(crate) moment: Field,
    pub(crate) headline: Field,
    pub(crate) standfirst: Field,
    pub(crate) body: Field,
}

/// An article's words.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) branch: BranchId,
    pub(crate) edition: EditionCode,
    pub(crate) moment: Moment,
    pub(crate) headline: String,
    pub(crate) standfirst: String,
    pub(crate) body: String,
}

impl Fields {
    /// The schema with its fields.
    pub(crate) fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let words = TextFieldIndexing::default()
            .set_tokenizer(LINES)
            .set_index_option(IndexRecordOption::WithFreqs)
            .set_fieldnorms(true);
        let words = TextOptions::default().set_indexing_options(words);
        let code = TextFieldIndexing::default()
            .set_tokenizer(LINES)
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        let fields = Self {
            branch: schema.add_bytes_field("branch", BytesOptions::default().set_indexed().set_fast()),
            edition: schema.add_text_field("edition", TextOptions::default().set_indexing_options(code)),
            moment: schema.add_i64_field("moment", NumericOptions::default().set_fast()),
            headline: schema.add_text_field("headline", words.clone()),
            standfirst: schema.add_text_field("standfirst", words.clone()),
            body: schema.add_text_field("body", words),
        };
        (schema.build(), fields)
    }

    /// An article as a document.
    pub(crate) fn document(self, speech: Speech, words: &Words) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        document.add_bytes(self.branch, words.branch.uuid().as_bytes());
        document.add_text(self.edition, words.edition.as_str());
        document.add_i64(self.moment, seconds(words.moment));
        for (field, text) in
            [(self.headline, &words.headline), (self.standfirst, &words.standfirst), (self.body, &words.body)]
        {
            document.add_text(field, lines(speech, text));
        }
        document
    }
}

impl From<LiveText> for Words {
    /// All words of an article that name what it is about. A search engine's title and a social
    /// network's are the headline again.
    fn from(text: LiveText) -> Self {
        let content = text.content;
        let mut headline = content.headlines.full.clone();
        if content.headlines.slot() != headline {
            headline.push('\n');
            headline.push_str(content.headlines.slot());
        }
        Self {
            branch: text.branch,
            edition: text.edition,
            moment: text.first_published,
            headline,
            standfirst: content.standfirst.unwrap_or_default(),
            body: document::plain_text(&content.body).into_iter().map(|run| run.text).collect(),
        }
    }
}

/// Seconds since 1970, the fraction cut off.
pub(crate) const fn seconds(moment: Moment) -> i64 {
    moment.micros().div_euclid(1_000_000)
}

/// The terms of a text, a line each: no word holds a line's end.
fn lines(speech: Speech, text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    for term in speech.terms(text) {
        lines.push_str(&term.text);
        lines.push('\n');
    }
    lines
}

/// The index's tokenizers: the one that takes terms as they were made.
pub(crate) fn tokenizers() -> TokenizerManager {
    // The writer asks for a tokenizer of each field, of bytes too: Tantivy's own serves those.
    let tokenizers = TokenizerManager::default();
    tokenizers.register(LINES, Lines::default());
    tokenizers
}

/// Cuts a text at its line ends and does nothing else. Terms are made by [`Speech`], which
/// depends on the document; Tantivy's own pre-tokenized strings pass through JSON, token by token.
#[derive(Clone, Default)]
struct Lines {
    token: Token,
}

struct LinesOf<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl Tokenizer for Lines {
    type TokenStream<'a> = LinesOf<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LinesOf<'a> {
        self.token.reset();
        LinesOf { rest: text, token: &mut self.token }
    }
}

impl TokenStream for LinesOf<'_> {
    fn advance(&mut self) -> bool {
        if self.rest.is_empty() {
            return false;
        }
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text.clear();
        self.token.text.push_str(line);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

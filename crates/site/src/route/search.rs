//! What a reader searches for.

use press::urls;

use crate::target::Target;

/// Hits of one page.
pub const HITS: usize = 20;
/// Hits that can be seen at all: ranked hits have no stable key.
pub const MAX_HITS: usize = 200;
/// Characters of a question that are looked at.
const MAX_TEXT: usize = 200;

/// A question, in whatever words a reader typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// The words; control characters are blanks, cut to 200 characters.
    pub text: String,
    /// How many hits lie before the page: a multiple of [`HITS`] below [`MAX_HITS`].
    pub from: usize,
}

impl SearchQuery {
    /// From `?q=…&from=…`. What cannot be decoded is nothing asked, and a place that no page
    /// has is the first.
    pub fn of(target: &Target) -> Self {
        let text = target.form_value("q").and_then(Result::ok).unwrap_or_default();
        let text: String =
            text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MAX_TEXT).collect();
        let from = target.parameter("from").and_then(Result::ok).and_then(|from| from.parse().ok());
        let from = from.filter(|from| from % HITS == 0 && *from < MAX_HITS).unwrap_or_default();
        Self { text: text.trim().to_owned(), from }
    }

    /// Its one right path and query.
    pub fn url(&self, edition: &domain::EditionCode) -> String {
        if self.text.is_empty() {
            return urls::search_url(edition);
        }
        urls::found_url(edition, &self.text, self.from)
    }
}

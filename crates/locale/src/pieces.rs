//! Messages around a list of names, cut so that each name can be a link of its own:
//! "By Ada Wong and Ben Ali" is words, name, words, name.

use crate::language::{Arg, Language, MessageError};

/// A noncharacter: it stands in no text (Unicode, section 23.7) and so can hold places.
const PLACE: char = '\u{fdd0}';

/// One stretch of a message with names in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the language, with their spaces.
    Words(String),
    /// The name with this index.
    Item(usize),
}

impl Language {
    /// The message `id` whose placeable `$arg` is a list of `items`, joined as the
    /// language joins them. Empty where there are no items.
    ///
    /// # Errors
    /// As [`Language::text`]; also where the message does not use `$arg`.
    pub fn pieces(&self, id: &str, arg: &str, items: &[&str]) -> Result<Vec<Piece>, MessageError> {
        if items.is_empty() {
            return Ok(Vec::new());
        }
        let place = PLACE.to_string();
        let text = self.text(id, &[(arg, Arg::Text(&place))])?;
        let Some((before, after)) = text.split_once(PLACE) else {
            return Err(MessageError::Unfilled {
                id: id.to_owned(),
                locale: self.locale().to_string(),
                detail: format!("its text does not use ${arg}"),
            });
        };
        let mut pieces = Vec::new();
        push_words(&mut pieces, before);
        pieces.extend(self.listed(items));
        push_words(&mut pieces, after);
        Ok(pieces)
    }

    /// `items` as a list in the language: "a, b and c".
    pub fn join(&self, items: &[&str]) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Item(index) => items.get(*index).copied().unwrap_or_default().to_owned(),
        };
        self.listed(items).iter().map(text).collect()
    }

    /// ICU chooses some joining words by the item that follows (Spanish "y" and "e"), so
    /// the items stay in the list and a place after each tells where it ends.
    fn listed(&self, items: &[&str]) -> Vec<Piece> {
        let items: Vec<String> = items.iter().map(|it| it.replace(PLACE, "")).collect();
        let ended: Vec<String> = items.iter().map(|it| format!("{it}{PLACE}")).collect();
        let joined = self.lists.format_to_string(ended.iter().map(String::as_str));
        let mut pieces = Vec::new();
        let mut rest = joined.as_str();
        for (index, item) in items.iter().enumerate() {
            let Some((head, tail)) = rest.split_once(PLACE) else { break };
            push_words(&mut pieces, &self.mark(head.strip_suffix(item.as_str()).unwrap_or(head)));
            pieces.push(Piece::Item(index));
            rest = tail;
        }
        push_words(&mut pieces, &self.mark(rest));
        pieces
    }
}

fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    if !words.is_empty() {
        pieces.push(Piece::Words(words.to_owned()));
    }
}

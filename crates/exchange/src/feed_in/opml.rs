//! OPML 1.x and 2.0 (<http://opml.org/spec2.opml>): lists of feeds. Of outlines those with an address of a
//! feed are read, however deep they lie; what else a list may hold is passed over.

use std::collections::BTreeSet;

use super::{
    attributes::attribute,
    bytes::Letters,
    error::{Broken, Limits},
    header::line_of,
    walk::name_of,
};
use crate::wxr::token::{Token, Tokens};

/// A feed that a list names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name there.
    pub title: String,
    /// Its address: a URL, or a path beside the list.
    pub address: String,
    /// Line of the list on which it stands, from 1.
    pub line: u64,
}

/// The feeds of a list, each once, in its order.
///
/// # Errors
/// [`Broken::NotList`] where the file is no list or names no feed.
pub fn read(letters: &Letters<'_>, limits: Limits) -> Result<Vec<Listed>, Broken> {
    let text: &str = &letters.text;
    let mut tokens = Tokens::new(text);
    let (mut listed, mut known, mut is_list) = (Vec::new(), BTreeSet::new(), false);
    let (mut counted, mut line) = (0, 1);
    loop {
        let at = tokens.at();
        let Some(token) = tokens.next() else { break };
        let Token::Open(tag) = token else { continue };
        let name = name_of(tag).to_ascii_lowercase();
        if !is_list && name != "opml" {
            let found = format!("XML with the root <{name}>");
            return Err(Broken::NotList { line: line_of(text, at), found });
        }
        is_list = true;
        let address = attribute(tag, "xmlUrl");
        let room = listed.len() < limits.items;
        if name != "outline" || address.is_empty() || !room || !known.insert(address.clone()) {
            continue;
        }
        line += line_of(text.get(counted..).unwrap_or_default(), at - counted) - 1;
        counted = at;
        let title = [attribute(tag, "title"), attribute(tag, "text")];
        let title = title.into_iter().find(|title| !title.is_empty()).unwrap_or_default();
        listed.push(Listed { title, address, line });
    }
    let not = |found: &str| Err(Broken::NotList { line: 1, found: found.to_owned() });
    match (is_list, listed.is_empty()) {
        (false, _) => not("what has no XML element at all"),
        (true, true) => not("a list without any feed (an outline with xmlUrl)"),
        (true, false) => Ok(listed),
    }
}

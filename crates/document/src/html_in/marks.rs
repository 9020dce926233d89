//! The inline elements that are open where the walk stands, and the marks that they make.

use domain::{Direction, LocaleTag};
use html5ever::LocalName;

use super::elements::{Effect, is_formatting};
use crate::href::Href;
use crate::inline::Mark;

/// Most inline elements open at once; deeper ones have no effect.
const MAX_MARKS: usize = 64;

/// What an open element does to the words in it.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Mark(Mark),
    /// Language, direction, or (with neither) isolation.
    Language(Option<LocaleTag>, Option<Direction>),
    /// The words are a credit.
    Credit,
}

/// Open inline elements.
#[derive(Default)]
pub(super) struct Marks {
    entries: Vec<Entry>,
    beyond: usize,
    /// Marks of words here, in their order.
    current: Vec<Mark>,
    credit: bool,
    /// The page's own language, which needs no mark.
    lang: Option<LocaleTag>,
    dir: Option<Direction>,
}

struct Entry {
    /// None for what a block's attributes do.
    name: Option<LocalName>,
    acts: Vec<Act>,
    /// How many blocks were open around it.
    level: usize,
}

impl Marks {
    pub(super) fn new(lang: Option<LocaleTag>, dir: Option<Direction>) -> Self {
        Self { lang, dir, ..Self::default() }
    }

    /// Marks of words here.
    pub(super) fn current(&self) -> &[Mark] {
        &self.current
    }

    /// Whether words here are a credit.
    pub(super) const fn is_credit(&self) -> bool {
        self.credit
    }

    /// Where words here lead, if they are a link.
    pub(super) fn link(&self) -> Option<&Href> {
        self.current.iter().find_map(|mark| match mark {
            Mark::Link { href } => Some(href),
            _ => None,
        })
    }

    /// An inline element begins; a link ends the one that is open (HTML §13.2.6.4.7).
    pub(super) fn open(&mut self, name: &LocalName, effect: Effect, acts: Vec<Act>, level: usize) {
        if effect == Effect::Link {
            self.entries.retain(|it| it.name.as_ref() != Some(name));
        }
        if self.entries.len() >= MAX_MARKS {
            self.beyond = self.beyond.saturating_add(1);
            return;
        }
        self.entries.push(Entry { name: Some(name.clone()), acts, level });
        self.renew();
    }

    /// Whether an inline element of this name is open.
    pub(super) fn is_open(&self, name: &LocalName) -> bool {
        self.beyond == 0 && self.entries.iter().any(|it| it.name.as_ref() == Some(name))
    }

    /// An inline element ends.
    pub(super) fn close(&mut self, name: &LocalName) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(at) = self.entries.iter().rposition(|it| it.name.as_ref() == Some(name)) {
            self.entries.remove(at);
            self.renew();
        }
    }

    /// A block at `level` begins with an effect on all words in it.
    pub(super) fn enter(&mut self, acts: Vec<Act>, level: usize) {
        if !acts.is_empty() {
            self.entries.push(Entry { name: None, acts, level });
            self.renew();
        }
    }

    /// A block at `level` ends: what was opened in it ends too, but for formatting elements, which
    /// go on in the next block unless the block was a table's cell.
    pub(super) fn leave(&mut self, level: usize, cell: bool) {
        let before = self.entries.len();
        self.entries.retain(|it| {
            let goes_on = !cell && it.name.as_deref().is_some_and(is_formatting);
            it.level < level || goes_on
        });
        for it in &mut self.entries {
            it.level = it.level.min(level.saturating_sub(1));
        }
        if self.entries.len() != before {
            self.renew();
        }
    }

    fn renew(&mut self) {
        self.current.clear();
        self.credit = false;
        let (mut lang, mut dir, mut isolated) = (None, None, false);
        for act in self.entries.iter().flat_map(|it| &it.acts) {
            match act {
                Act::Credit => self.credit = true,
                Act::Language(None, None) => isolated = true,
                Act::Language(inner_lang, inner_dir) => {
                    // A language brings its own direction along.
                    if inner_lang.is_some() {
                        (lang, dir) = (inner_lang.as_ref(), *inner_dir);
                    }
                    dir = inner_dir.or(dir);
                }
                Act::Mark(mark) => {
                    self.current.retain(|it| it.rank() != mark.rank());
                    self.current.push(mark.clone());
                }
            }
        }
        let own = lang.is_none_or(|it| Some(it) == self.lang.as_ref())
            && dir.is_none_or(|it| Some(it) == self.dir || lang.is_some_and(|lang| lang.direction() == it));
        if !own || isolated {
            self.current.push(Mark::Language { lang: lang.cloned(), dir });
        }
        self.current.sort_by_key(Mark::rank);
    }
}

/// The mark of an inline element, where it has one that needs no address.
pub(super) const fn plain_mark(effect: Effect) -> Option<Mark> {
    match effect {
        Effect::Strong => Some(Mark::Strong),
        Effect::Emphasis => Some(Mark::Emphasis),
        Effect::Strike => Some(Mark::Strike),
        Effect::Sub => Some(Mark::Sub),
        Effect::Sup => Some(Mark::Sup),
        Effect::Code => Some(Mark::Code),
        Effect::Plain | Effect::Link | Effect::Isolate | Effect::Quoted => None,
    }
}

/// The mark of a link.
pub(super) const fn link_mark(href: Href) -> Mark {
    Mark::Link { href }
}

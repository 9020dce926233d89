//! Tokens to the flat tree: which open block a tag ends, and how deep blocks may go.

use std::cell::{Cell, RefCell};

use domain::{Direction, LocaleTag};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::{Attribute, LocalName};

use super::elements::{Role, is_void, raw_kind, role};
use super::report::{Report, What};
use super::tree::{NodeId, NodeKind, Tree, attribute};

/// Most blocks open at once; deeper ones become boundaries in their ancestor.
const MAX_OPEN: usize = 100;

/// Receives tokens.
pub(super) struct Sink {
    builder: RefCell<Builder>,
    tokens: Cell<u64>,
    first_line: u64,
}

impl Default for Sink {
    fn default() -> Self {
        let builder = Builder {
            tree: Tree::new(),
            open: Vec::new(),
            dropped: None,
            too_deep: 0,
            line: 1,
            report: Report::default(),
        };
        Self { builder: RefCell::new(builder), tokens: Cell::new(0), first_line: 1 }
    }
}

impl Sink {
    /// How many tokens came.
    pub(super) fn tokens(&self) -> u64 {
        self.tokens.get()
    }

    /// Lines of the next tokenizer count from here.
    pub(super) fn start_at(&mut self, line: u64) {
        self.first_line = line;
    }

    /// The tree; what was noted goes into `report`.
    pub(super) fn finish(self, report: &mut Report) -> Tree {
        let builder = self.builder.into_inner();
        for it in builder.report.finish() {
            report.note_many(it.what, &it.name, it.line, it.count);
        }
        builder.tree
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        if matches!(token, Token::ParseError(_)) {
            return TokenSinkResult::Continue;
        }
        self.tokens.set(self.tokens.get() + 1);
        let mut builder = self.builder.borrow_mut();
        builder.line = u32::try_from(self.first_line + line - 1).unwrap_or(u32::MAX);
        match token {
            Token::CharacterTokens(text) => builder.text(text),
            Token::NullCharacterToken => builder.text(StrTendril::from_slice("\u{fffd}")),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return builder.start(tag),
            Token::TagToken(tag) => builder.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

struct Builder {
    tree: Tree,
    open: Vec<Open>,
    /// The depth at which the dropped element began that we are in.
    dropped: Option<usize>,
    /// How many blocks are open beyond [`MAX_OPEN`].
    too_deep: usize,
    line: u32,
    report: Report,
}

/// A block that has begun.
struct Open {
    node: NodeId,
    name: LocalName,
    role: Role,
}

impl Builder {
    fn text(&mut self, text: StrTendril) {
        if self.dropped.is_none() {
            self.append(NodeKind::Text(text));
        }
    }

    fn append(&mut self, kind: NodeKind) -> Option<NodeId> {
        let parent = self.open.last().map_or(Tree::ROOT, |it| it.node);
        self.tree.append(parent, kind, self.line)
    }

    fn start(&mut self, tag: Tag) -> TokenSinkResult<()> {
        let name = tag.name;
        let role = match role(&name) {
            Role::Root => {
                self.root_language(&tag.attrs);
                return TokenSinkResult::Continue;
            }
            // Whose words they are, where it stands beside them and not within.
            Role::Inline(_) | Role::Division
                if matches!(&*name, "cite" | "footer") && self.innermost() == Some(Role::Quote) =>
            {
                Role::Attribution
            }
            role => role,
        };
        let result = match raw_kind(&name) {
            _ if &*name == "plaintext" => TokenSinkResult::Plaintext,
            Some(kind) => TokenSinkResult::RawData(kind),
            None => TokenSinkResult::Continue,
        };
        self.end_implied(role);
        match role {
            Role::Inline(effect) if self.dropped.is_none() => {
                self.append(NodeKind::Open { name, effect, attributes: tag.attrs });
            }
            Role::Inline(_) => {}
            _ if is_void(&name, role) => {
                if self.dropped.is_none() {
                    self.append(NodeKind::Element { name, role, attributes: tag.attrs });
                }
            }
            _ if self.dropped.is_some() && tag.self_closing => {}
            _ => self.push(name, role, tag.attrs),
        }
        result
    }

    fn push(&mut self, name: LocalName, role: Role, attributes: Vec<Attribute>) {
        if self.open.len() >= MAX_OPEN {
            self.report.note(What::Depth, &name, self.line.into());
            self.begin_dropped(role);
            self.too_deep += usize::from(!role.end_is_optional());
            self.append(NodeKind::Boundary);
            return;
        }
        let node = if self.dropped.is_some() {
            None
        } else {
            self.append(NodeKind::Element { name: name.clone(), role, attributes })
        };
        self.begin_dropped(role);
        self.open.push(Open { node: node.unwrap_or(Tree::ROOT), name, role });
    }

    fn end(&mut self, name: &LocalName) {
        let role = role(name);
        match role {
            Role::Root => return,
            // `</br>` is a line break to every browser (HTML §13.2.6.4.7).
            Role::Break if self.dropped.is_none() => {
                self.append(NodeKind::Element { name: name.clone(), role, attributes: Vec::new() });
                return;
            }
            _ if is_void(name, role) => return,
            Role::Inline(_) if self.open.last().is_none_or(|it| it.name != *name) => {
                if self.dropped.is_none() {
                    self.append(NodeKind::Close(name.clone()));
                }
                return;
            }
            _ => {}
        }
        if self.too_deep > 0 {
            self.too_deep -= usize::from(!role.end_is_optional());
            self.end_dropped();
            if self.dropped.is_none() {
                self.append(NodeKind::Boundary);
            }
            return;
        }
        let in_table = matches!(
            role,
            Role::Table
                | Role::RowGroup { .. }
                | Role::TableRow
                | Role::TableCell { .. }
                | Role::TableCaption
        );
        let found = self.find(
            |open| match role {
                Role::Heading(_) => matches!(open.role, Role::Heading(_)),
                _ => open.name == *name,
            },
            |open| match role {
                _ if in_table => open.role == Role::Table,
                Role::Item => open.role.is_boundary() || matches!(open.role, Role::List { .. }),
                _ => open.role.is_boundary(),
            },
        );
        if let Some(at) = found {
            self.close_from(at);
        }
    }

    /// Ends what a start tag ends without saying so (HTML §13.2.6.4.7 and the table modes).
    fn end_implied(&mut self, role: Role) {
        if self.too_deep > 0 {
            return;
        }
        if role.ends_paragraph() {
            self.close(
                |it| it.role == Role::Paragraph,
                |it| it.role.is_boundary() || it.role == Role::Dropped,
            );
        }
        let special = |it: &Open| !matches!(it.role, Role::Division | Role::Paragraph);
        match role {
            Role::Heading(_) if matches!(self.innermost(), Some(Role::Heading(_))) => {
                self.close_from(self.open.len() - 1);
            }
            Role::Item => self.close(|it| it.role == Role::Item, special),
            Role::Term | Role::Description => {
                self.close(|it| matches!(it.role, Role::Term | Role::Description), special);
            }
            Role::RowGroup { .. } | Role::TableCaption => self.back_to(|it| it == Role::Table),
            Role::TableRow => self.back_to(|it| matches!(it, Role::Table | Role::RowGroup { .. })),
            Role::TableCell { .. } => {
                self.back_to(|it| matches!(it, Role::Table | Role::RowGroup { .. } | Role::TableRow));
                if matches!(self.innermost(), Some(Role::Table | Role::RowGroup { .. })) {
                    self.push(LocalName::from("tr"), Role::TableRow, Vec::new());
                }
            }
            Role::Table => self.close(
                |it| it.role == Role::Table,
                |it| matches!(it.role, Role::TableCell { .. } | Role::TableCaption | Role::Object),
            ),
            _ => {}
        }
    }

    /// Ends all that is open above the innermost block of a table that `wanted` names.
    fn back_to(&mut self, wanted: impl Fn(Role) -> bool) {
        if let Some(at) = self.find(|it| wanted(it.role), |it| it.role == Role::Table) {
            self.close_from(at + 1);
        }
    }

    fn close(&mut self, wanted: impl Fn(&Open) -> bool, boundary: impl Fn(&Open) -> bool) {
        if let Some(at) = self.find(wanted, boundary) {
            self.close_from(at);
        }
    }

    /// The innermost open block that is wanted, unless a boundary lies before it.
    fn find(&self, wanted: impl Fn(&Open) -> bool, boundary: impl Fn(&Open) -> bool) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            if wanted(open) {
                return Some(at);
            }
            if boundary(open) {
                return None;
            }
        }
        None
    }

    fn close_from(&mut self, at: usize) {
        self.open.truncate(at);
        self.end_dropped();
    }

    fn begin_dropped(&mut self, role: Role) {
        if role == Role::Dropped && self.dropped.is_none() {
            self.dropped = Some(self.open.len() + self.too_deep);
        }
    }

    fn end_dropped(&mut self) {
        if self.dropped.is_some_and(|depth| self.open.len() + self.too_deep <= depth) {
            self.dropped = None;
        }
    }

    fn innermost(&self) -> Option<Role> {
        self.open.last().map(|it| it.role)
    }

    fn root_language(&mut self, attributes: &[Attribute]) {
        if let Some(lang) = attribute(attributes, "lang").and_then(|it| LocaleTag::parse(it).ok()) {
            self.tree.lang = Some(lang);
        }
        self.tree.dir = direction(attributes).or(self.tree.dir);
    }
}

/// The value of `dir`; none where it is missing, wrong or `auto`.
pub(super) fn direction(attributes: &[Attribute]) -> Option<Direction> {
    let value = attribute(attributes, "dir")?;
    [Direction::Ltr, Direction::Rtl].into_iter().find(|it| value.trim().eq_ignore_ascii_case(it.as_str()))
}

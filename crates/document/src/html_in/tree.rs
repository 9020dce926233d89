//! The flat tree between tokens and blocks: block elements are nested to a fixed depth, inline
//! elements are leaves that open and close a mark.

use domain::{Direction, LocaleTag};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName};

use super::elements::{Effect, Role};

/// Where a node lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NodeId(u32);

/// A piece of the page.
pub(super) struct Node {
    pub(super) kind: NodeKind,
    /// The line of the input, from 1.
    pub(super) line: u32,
    first_child: Option<NodeId>,
    last_child: Option<NodeId>,
    next: Option<NodeId>,
}

/// What a piece is.
pub(super) enum NodeKind {
    /// A block, or a leaf that is no text.
    Element { name: LocalName, role: Role, attributes: Vec<Attribute> },
    /// Words.
    Text(StrTendril),
    /// An inline element begins.
    Open { name: LocalName, effect: Effect, attributes: Vec<Attribute> },
    /// An inline element ends.
    Close(LocalName),
    /// A block that was too deep began or ended here.
    Boundary,
}

/// The page.
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The language of `html` or `body`.
    pub(super) lang: Option<LocaleTag>,
    /// The direction of `html` or `body`.
    pub(super) dir: Option<Direction>,
}

impl Tree {
    /// The node above all others.
    pub(super) const ROOT: NodeId = NodeId(0);

    pub(super) fn new() -> Self {
        let kind = NodeKind::Boundary;
        let root = Node { kind, line: 1, first_child: None, last_child: None, next: None };
        Self { nodes: vec![root], lang: None, dir: None }
    }

    /// Adds a last child. None when the page has more nodes than can be numbered, which the limit
    /// of its bytes rules out.
    pub(super) fn append(&mut self, parent: NodeId, kind: NodeKind, line: u32) -> Option<NodeId> {
        let id = NodeId(u32::try_from(self.nodes.len()).ok()?);
        self.nodes.push(Node { kind, line, first_child: None, last_child: None, next: None });
        let above = self.nodes.get_mut(parent.0 as usize)?;
        let before = above.last_child.replace(id);
        if above.first_child.is_none() {
            above.first_child = Some(id);
        }
        if let Some(before) = before.and_then(|it| self.nodes.get_mut(it.0 as usize)) {
            before.next = Some(id);
        }
        Some(id)
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    /// The children in order.
    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = (NodeId, &Node)> {
        let first = self.node(id).and_then(|it| it.first_child);
        let pair = |id: NodeId| self.node(id).map(|node| (id, node));
        std::iter::successors(first.and_then(pair), move |(_, node)| node.next.and_then(pair))
    }
}

/// The value of an attribute, by its lower-case name.
pub(super) fn attribute<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|it| &*it.name.local == name).map(|it| &*it.value)
}

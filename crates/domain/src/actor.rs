//! Who does something. Kept in every revision and journal row.

use serde::{Deserialize, Serialize};

use crate::id::{LinkId, TokenId, UserId};

/// Who does it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by", content = "id")]
pub enum Actor {
    /// A user who is signed in.
    User(UserId),
    /// A program with an API token.
    Token(TokenId),
    /// The holder of a signed link.
    Link(LinkId),
    /// Whoever may run the program on its machine.
    CommandLine,
    /// An import.
    Import,
    /// The clerk, for the one who set the moment.
    Clerk(Box<Actor>),
}

impl Actor {
    /// The person or program behind it, the clerk looked through.
    pub fn principal(&self) -> &Self {
        match self {
            Self::Clerk(whom) => whom.principal(),
            other => other,
        }
    }

    /// The clerk acting for this one; a clerk stays one clerk.
    #[must_use]
    pub fn by_clerk(&self) -> Self {
        Self::Clerk(Box::new(self.principal().clone()))
    }
}

//! Identifiers. Every id that leaves the store is a UUID version 7 (RFC 9562 §5.7);
//! each kind of thing has its own type, so that a section's id is no topic's.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID that is known to name this kind of thing.
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The UUID itself.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(s).map(Self)
            }
        }
    )+};
}

ids! {
    /// A department of the portal.
    SectionId,
    /// A subject, person or place that stories are about.
    TopicId,
    /// What happened; ties branches together.
    StoryId,
    /// A story in one edition.
    BranchId,
    /// An immutable milestone of a branch.
    RevisionId,
    /// A person who is credited.
    PersonId,
    /// A medium or body that is cited.
    SourceId,
    /// A picture, sound, film or file that editors handle.
    AssetId,
    /// A user's account.
    UserId,
    /// An API token.
    TokenId,
    /// A signed link.
    LinkId,
    /// A correction printed on an article.
    CorrectionId,
}

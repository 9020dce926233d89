//! Tags: what a page depends on. An event names the tags that fall; a page that
//! carries one of them is dropped.

use serde::{Deserialize, Serialize};

use crate::{
    edition::EditionCode,
    id::{AssetId, BranchId, PersonId, SectionId, SourceId, StoryId, TopicId},
};

/// One thing that a page can depend on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// Any word or picture of a branch.
    Branch(BranchId),
    /// The set of a story's branches.
    Story(StoryId),
    /// A section's words and place.
    Section(SectionId),
    /// The head of a section's list in an edition.
    SectionList(EditionCode, SectionId),
    /// The head of an edition's list: its front, feed and sitemap.
    EditionList(EditionCode),
    /// The head of a topic's list.
    TopicList(EditionCode, TopicId),
    /// The head of an author's list.
    PersonList(EditionCode, PersonId),
    /// The head of the list of what cites a source.
    SourceList(EditionCode, SourceId),
    /// The head of an edition's corrections log.
    Corrections(EditionCode),
    /// A topic's words.
    Topic(TopicId),
    /// A person's words.
    Person(PersonId),
    /// A source's words.
    Source(SourceId),
    /// A picture's bytes, its words and its terms.
    Asset(AssetId),
    /// An edition's settings.
    Edition(EditionCode),
    /// The portal's settings.
    Portal,
    /// The answer at a path, whatever it is: 404, 301 and 410 are pages too.
    Path(String),
}

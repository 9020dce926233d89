//! Changes: what a decision wants written, as plain values. One [`Changes`] may hold one
//! publish or a portion of a thousand imported articles; it is written table by table.

use document::Document;
use domain::{
    Actor, Asset, AssetId, Branch, BranchId, CorrectionId, Edition, EditionCode, MenuItem, MenuPlace, Moment,
    Person, PersonId, RevisionId, Section, SectionId, Slug, Source, SourceId, Space, StoryId, Topic, TopicId,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    agenda::AgendaKind,
    archive::{ArchiveFacts, ArchiveFile, NewRedirect, Origin},
    archive_links::OpenLinks,
    archive_pictures::{ArchivePicture, PictureState},
    journal::Event,
    lists::ListName,
};

/// All that a revision holds.
pub type Content = domain::Content<Document>;

/// A branch with who began it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchState {
    /// The branch.
    pub branch: Branch,
    /// Who began it.
    pub began_by: Actor,
    /// Who set what is due.
    pub due_by: Option<Actor>,
}

/// Why a revision was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    /// It went live, or was meant to under an embargo.
    Published,
    /// It was scheduled.
    Scheduled,
    /// The text was handed in for review.
    Submitted,
    /// The text was called ready.
    Ready,
    /// The work on it was dropped.
    Dropped,
    /// It came with an archive.
    Imported,
}

/// A revision to append.
#[derive(Clone, Debug)]
pub struct NewRevision {
    /// Its id.
    pub id: RevisionId,
    /// Whose.
    pub branch: BranchId,
    /// 1 for the first of a branch, without gaps.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// By whom.
    pub actor: Actor,
    /// Why.
    pub milestone: Milestone,
    /// The revision it was made from.
    pub base: Option<RevisionId>,
    /// All of it.
    pub content: Content,
}

/// What happens to a working copy.
#[derive(Clone, Debug)]
pub enum CopyChange {
    /// A new version.
    Put {
        /// Whose.
        branch: BranchId,
        /// Its number.
        version: i64,
        /// When.
        at: Moment,
        /// By whom.
        actor: Actor,
        /// All of it.
        content: Box<Content>,
    },
    /// The work ended: all versions but the newest go.
    End(BranchId),
}

/// What a save could not merge; kept beside the working copy.
#[derive(Clone, Debug)]
pub struct SideCopy {
    /// Its id.
    pub id: Uuid,
    /// Whose.
    pub branch: BranchId,
    /// When.
    pub at: Moment,
    /// By whom.
    pub actor: Actor,
    /// The words that lost.
    pub content: Content,
}

/// A correction's note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCorrection {
    /// Its id.
    pub id: CorrectionId,
    /// On which branch.
    pub branch: BranchId,
    /// The branch's edition.
    pub edition: EditionCode,
    /// When it was published.
    pub at: Moment,
    /// With which revision.
    pub revision: RevisionId,
    /// What was wrong.
    pub note: String,
}

/// What a list shows of a branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// What sort of article it is.
    pub kind: domain::Kind,
    /// A word above the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The headline of a slot.
    pub headline: String,
    /// The lines under it, or the beginning of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// All its sections, its home first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionId>,
    /// Its topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// Its picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<AssetId>,
    /// Its authors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<PersonId>,
    /// What it cites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Words of the body; unknown on cards of before this was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<i64>,
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListingRow {
    /// Which list.
    pub list: ListName,
    /// Whether it is the one that a section's move builds beside the served one.
    pub building: bool,
    /// The first publication as shown.
    pub moment: Moment,
    /// Which branch.
    pub branch: BranchId,
    /// Until when readers see it.
    pub live_until: Option<Moment>,
}

/// What lies at an address of a portal or an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AddressSpace {
    /// `/{edition}/post/…`
    Post,
    /// `/{edition}/page/…`
    Page,
    /// `/{edition}/topic/…/`
    Topic,
    /// `/{edition}/…/`, the same in all editions.
    Section,
    /// `/{edition}/author/…/`, the same in all editions.
    Person,
    /// `/{edition}/source/…/`, the same in all editions.
    Source,
}

impl AddressSpace {
    /// Its name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Page => "page",
            Self::Topic => "topic",
            Self::Section => "section",
            Self::Person => "person",
            Self::Source => "source",
        }
    }
}

impl From<Space> for AddressSpace {
    fn from(space: Space) -> Self {
        match space {
            Space::Post => Self::Post,
            Space::Page => Self::Page,
        }
    }
}

/// What happens to an address. Slugs of sections, persons and sources lie in no edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressChange {
    /// The target is found here from now on; where it was found before redirects here.
    Claim {
        /// Which space.
        space: AddressSpace,
        /// In which edition.
        edition: Option<EditionCode>,
        /// At which slug.
        slug: Slug,
        /// What.
        target: Uuid,
        /// Whether readers could have seen it: such an address is never given to another.
        public: bool,
        /// Whether the target had no address before.
        first: bool,
    },
    /// Readers who look for the target here are sent on to its present address. Left out where
    /// something lies there.
    Former {
        /// Which space.
        space: AddressSpace,
        /// In which edition.
        edition: Option<EditionCode>,
        /// At which slug.
        slug: Slug,
        /// What.
        target: Uuid,
    },
    /// All addresses of the target are public from now on.
    Publish(Uuid),
    /// Addresses of the target that never were public, and are not its present one, are free again.
    Release(Uuid),
}

/// An agenda row to set or to lift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaChange {
    /// Which kind.
    pub kind: AgendaKind,
    /// On which branch.
    pub branch: BranchId,
    /// When, and for whom; none lifts it.
    pub due: Option<(Moment, Actor)>,
}

/// A change of the frame.
#[derive(Clone, Debug)]
pub enum FrameChange {
    /// A setting; none removes it.
    Setting(String, Option<String>),
    /// An edition, new or changed.
    Edition(Edition),
    /// A menu of an edition, whole; an empty one goes.
    Menu(EditionCode, MenuPlace, Vec<MenuItem>),
    /// A section, new or changed. Its parent is set only when it is new.
    Section(Section),
    /// A section begins its way under another parent.
    StartMove {
        /// Which.
        section: SectionId,
        /// Under which; none makes a root.
        parent: Option<SectionId>,
        /// The sections whose lists are built anew.
        lists: Vec<SectionId>,
        /// For whom.
        actor: Actor,
    },
}

/// All that one decision, or a portion of an import, wants written.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Changes of the frame; its version grows if there is one.
    pub frame: Vec<FrameChange>,
    /// Topics, new or changed.
    pub topics: Vec<Topic>,
    /// Persons, new or changed.
    pub persons: Vec<Person>,
    /// Sources, new or changed.
    pub sources: Vec<Source>,
    /// Assets, new or changed.
    pub assets: Vec<Asset>,
    /// New stories.
    pub stories: Vec<StoryId>,
    /// Stories that may be left without a branch; removed if they are.
    pub emptied_stories: Vec<StoryId>,
    /// Branches, new or changed.
    pub branches: Vec<BranchState>,
    /// Revisions to append.
    pub revisions: Vec<NewRevision>,
    /// Changes of working copies.
    pub copies: Vec<CopyChange>,
    /// What saves could not merge.
    pub side_copies: Vec<SideCopy>,
    /// Corrections.
    pub corrections: Vec<NewCorrection>,
    /// Cards to set; none removes.
    pub cards: Vec<(BranchId, Option<Card>)>,
    /// Rows that leave lists.
    pub unlisted: Vec<ListingRow>,
    /// Rows that enter lists.
    pub listed: Vec<ListingRow>,
    /// Addresses.
    pub addresses: Vec<AddressChange>,
    /// Imported addresses.
    pub redirects: Vec<NewRedirect>,
    /// Where imported things came from.
    pub origins: Vec<Origin>,
    /// Files of archives, new or changed, each with its archive.
    pub archive_files: Vec<(String, ArchiveFile)>,
    /// What archives said of articles, each with its archive.
    pub archive_facts: Vec<(BranchId, String, ArchiveFacts)>,
    /// Pictures that articles of archives show, each with its archive; those that are known stay as they are.
    pub archive_pictures: Vec<(String, ArchivePicture)>,
    /// What came of asking for pictures of archives.
    pub picture_states: Vec<(AssetId, PictureState)>,
    /// Archives of which all that was refused or put off is asked for at once.
    pub pictures_again: Vec<String>,
    /// Links of articles of archives that lead nowhere yet, all of each article named.
    pub open_links: Vec<OpenLinks>,
    /// Moments to come.
    pub agenda: Vec<AgendaChange>,
    /// What is told to the journal.
    pub events: Vec<Event>,
}

impl Changes {
    /// Adds `more` behind what is here.
    pub fn append(&mut self, more: Self) {
        self.frame.extend(more.frame);
        self.topics.extend(more.topics);
        self.persons.extend(more.persons);
        self.sources.extend(more.sources);
        self.assets.extend(more.assets);
        self.stories.extend(more.stories);
        self.emptied_stories.extend(more.emptied_stories);
        self.branches.extend(more.branches);
        self.revisions.extend(more.revisions);
        self.copies.extend(more.copies);
        self.side_copies.extend(more.side_copies);
        self.corrections.extend(more.corrections);
        self.cards.extend(more.cards);
        self.unlisted.extend(more.unlisted);
        self.listed.extend(more.listed);
        self.addresses.extend(more.addresses);
        self.redirects.extend(more.redirects);
        self.origins.extend(more.origins);
        self.archive_files.extend(more.archive_files);
        self.archive_facts.extend(more.archive_facts);
        self.archive_pictures.extend(more.archive_pictures);
        self.picture_states.extend(more.picture_states);
        self.pictures_again.extend(more.pictures_again);
        self.open_links.extend(more.open_links);
        self.agenda.extend(more.agenda);
        self.events.extend(more.events);
    }

    /// Whether nothing would be written.
    pub fn is_empty(&self) -> bool {
        self.frame.is_empty()
            && self.topics.is_empty()
            && self.persons.is_empty()
            && self.sources.is_empty()
            && self.assets.is_empty()
            && self.branches.is_empty()
            && self.redirects.is_empty()
            && self.origins.is_empty()
            && self.archive_files.is_empty()
            && self.picture_states.is_empty()
            && self.pictures_again.is_empty()
            && self.open_links.is_empty()
            && self.side_copies.is_empty()
            && self.events.is_empty()
    }
}

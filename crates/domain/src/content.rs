//! What a revision holds: all that a reader sees of a branch but its slug and its
//! corrections. The body's type is a parameter, since documents live a floor above.

use serde::{Deserialize, Serialize};

use crate::id::{AssetId, PersonId, SectionId, SourceId, TopicId};

/// What sort of article a branch is (R24).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// News, the only kind without a label.
    #[default]
    News,
    /// An opinion, shown with its author's portrait.
    Opinion,
    /// An interview.
    Interview,
    /// An explainer.
    Explainer,
    /// A long read.
    LongRead,
    /// A picture story.
    PictureStory,
    /// A film.
    Video,
    /// A recording.
    Audio,
    /// A live blog.
    Live,
    /// A press release, somebody else's words.
    PressRelease,
    /// Partner content, which never goes without its label.
    PartnerContent,
    /// A standing page: about, contacts.
    Page,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::News,
        Self::Opinion,
        Self::Interview,
        Self::Explainer,
        Self::LongRead,
        Self::PictureStory,
        Self::Video,
        Self::Audio,
        Self::Live,
        Self::PressRelease,
        Self::PartnerContent,
        Self::Page,
    ];

    /// The name in storage, in the API and in message ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Opinion => "opinion",
            Self::Interview => "interview",
            Self::Explainer => "explainer",
            Self::LongRead => "long-read",
            Self::PictureStory => "picture-story",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Live => "live",
            Self::PressRelease => "press-release",
            Self::PartnerContent => "partner-content",
            Self::Page => "page",
        }
    }

    /// The space its address lies in.
    pub const fn space(self) -> Space {
        match self {
            Self::Page => Space::Page,
            _ => Space::Post,
        }
    }
}

/// The two spaces of an edition's branch addresses: `/{edition}/post/…` and `/{edition}/page/…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Space {
    /// Articles.
    Post,
    /// Standing pages.
    Page,
}

impl Space {
    /// The path segment.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Page => "page",
        }
    }

    /// From the path segment.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "post" => Some(Self::Post),
            "page" => Some(Self::Page),
            _ => None,
        }
    }
}

/// A branch's headlines; the short forms are taken from the full one where they are missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headlines {
    /// The headline of the article's page.
    pub full: String,
    /// For slots in lists and on fronts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Title for search engines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search_title: Option<String>,
    /// Description for search engines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search_description: Option<String>,
    /// Title where readers share it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub social: Option<String>,
    /// Words of a push message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub push: Option<String>,
}

impl Headlines {
    /// A set with the full headline alone.
    pub fn of(full: impl Into<String>) -> Self {
        Self { full: full.into(), ..Self::default() }
    }

    /// The headline of a slot.
    pub fn slot(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.full)
    }
}

/// What a person did for the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditRole {
    /// Wrote it.
    Author,
    /// Translated it.
    Translator,
    /// Took its pictures.
    Photographer,
    /// Edited it.
    Editor,
}

/// Who did what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// Who.
    pub person: PersonId,
    /// What.
    pub role: CreditRole,
}

/// A source that is cited (R5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Which source of the register.
    pub source: SourceId,
    /// The page that is cited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// All that a reader sees of a branch but its slug and corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content<D> {
    /// What sort of article it is.
    pub kind: Kind,
    /// A word above the headline; the section's name where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// Its headlines.
    pub headlines: Headlines,
    /// The lines under the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// The body.
    pub body: D,
    /// Who wrote, translated, photographed it, in the order of the byline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit>,
    /// The sources cited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
    /// Its sections; the first is its home.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionId>,
    /// Its topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// The lead picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_picture: Option<AssetId>,
}

//! A save: what was changed since a version, merged into whatever the working copy is by
//! now. Nothing typed is lost (law 3): what cannot be merged becomes a side copy.

use document::{Patch, merge};
use domain::{Action, BranchId, Citation, Credit, Kind, MoveError, SectionId, TopicId};
use store::{Changes, Content, CopyChange, Event, SealedText, SideCopy, WriteTx};

use super::{check_content, state_of};
use crate::{
    desk::{Context, Decision, UseCase},
    error::Result,
    seen::BranchSeen,
};

/// One of the texts beside the body; each is merged as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The word above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// Its short form.
    ShortHeadline,
    /// Title for search engines.
    SearchTitle,
    /// Description for search engines.
    SearchDescription,
    /// Title where readers share it.
    SocialHeadline,
    /// Words of a push message.
    PushHeadline,
    /// The lines under the headline.
    Standfirst,
}

/// A field with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// One of the texts; empty removes an optional one.
    Text(Field, String),
    /// What sort of article it is. Pages and articles do not become each other.
    Kind(Kind),
    /// Who wrote it.
    Credits(Vec<Credit>),
    /// What is cited.
    Citations(Vec<Citation>),
    /// Its sections.
    Sections(Vec<SectionId>),
    /// Its topics.
    Topics(Vec<TopicId>),
}

/// Saves what was typed.
#[derive(Clone, Debug)]
pub struct Save {
    /// On which branch.
    pub branch: BranchId,
    /// The version that was changed.
    pub base_version: i64,
    /// Fields that were changed.
    pub fields: Vec<FieldValue>,
    /// What was changed of the body.
    pub body: Patch,
}

/// What a save is answered with.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The working copy's version now.
    pub version: i64,
    /// The merged text.
    pub content: Content,
    /// Whether something could not be merged and was kept as a side copy.
    pub side_copy: bool,
}

/// What a save reads.
#[derive(Debug)]
pub struct Seen {
    branch: BranchSeen,
    base: Option<SealedText>,
    side_copies: Vec<SealedText>,
}

impl UseCase for Save {
    type Seen = Seen;
    type Done = Saved;

    async fn read(&self, tx: &mut WriteTx) -> Result<Seen> {
        let branch = BranchSeen::read(tx, self.branch).await?;
        let base = tx.working_copy(&branch.state, Some(self.base_version)).await?;
        let side_copies = tx.side_copies(&branch.state).await?;
        Ok(Seen { branch, base, side_copies })
    }

    fn decide(&self, seen: Seen, cx: &Context<'_>) -> Result<Decision<Saved>> {
        let permit = seen.branch.permit(cx.who, Action::Save, cx.frame)?;
        let open = |text: &SealedText| text.text.clone().for_preview(&permit).into_inner().content;
        let before = &seen.branch.state.branch;
        let present = seen.branch.open_copy(&permit);
        let worked = present.is_some();
        let present = present
            .or_else(|| seen.branch.open_due(&permit))
            .or_else(|| seen.branch.open_live(&permit))
            .unwrap_or_default();
        // A base that is no longer kept merges as if everything had changed since.
        let base = seen.base.as_ref().map(open).unwrap_or_default();
        let (merged, lost) = self.merged(&base, &present)?;
        for content in lost.iter().chain([&merged]) {
            check_content(content)?;
        }
        let new_side = lost.filter(|lost| !seen.side_copies.iter().any(|side| open(side) == *lost));
        let side_copy = new_side.is_some();
        let mut changes = Changes::default();
        if let Some(content) = new_side {
            let (id, at) = (cx.world.uuid(), cx.now);
            changes.side_copies.push(SideCopy {
                id,
                branch: before.id,
                at,
                actor: cx.who.actor.clone(),
                content,
            });
        }
        if merged == present {
            let version = before.work.map_or(seen.branch.last_version, |w| w.version);
            return Ok(Decision { changes, done: Saved { version, content: merged, side_copy } });
        }
        let base_revision = before.due.as_ref().map(|due| due.revision).or(before.live_revision());
        let after = if worked {
            before.clone().saved()?
        } else {
            changes.events.push(Event::of("branch.opened", before.id, Vec::new()));
            before.clone().start_work(base_revision, seen.branch.last_version)
        };
        let version = after.work.map(|w| w.version).ok_or(MoveError::NoWork)?;
        changes.branches.push(state_of(&seen.branch, after));
        changes.copies.push(CopyChange::Put {
            branch: before.id,
            version,
            at: cx.now,
            actor: cx.who.actor.clone(),
            content: Box::new(merged.clone()),
        });
        Ok(Decision { changes, done: Saved { version, content: merged, side_copy } })
    }
}

impl Save {
    /// The merged text, and what could not be merged.
    fn merged(&self, base: &Content, present: &Content) -> Result<(Content, Option<Content>)> {
        let mut merged = present.clone();
        let mut lost = Content::default();
        for value in &self.fields {
            if value.is_in(present) {
                continue;
            }
            if value.same_in(base, present) { value.put(&mut merged) } else { value.put(&mut lost) }
        }
        let body = merge(&base.body, &self.body, &present.body)?;
        merged.body = body.document;
        lost.body = document::Document::new(body.side)?;
        let nothing = lost == Content::default();
        Ok((merged, (!nothing).then_some(lost)))
    }
}

fn text(content: &Content, field: Field) -> Option<&str> {
    let headlines = &content.headlines;
    match field {
        Field::Kicker => content.kicker.as_deref(),
        Field::Headline => Some(&headlines.full),
        Field::ShortHeadline => headlines.short.as_deref(),
        Field::SearchTitle => headlines.search_title.as_deref(),
        Field::SearchDescription => headlines.search_description.as_deref(),
        Field::SocialHeadline => headlines.social.as_deref(),
        Field::PushHeadline => headlines.push.as_deref(),
        Field::Standfirst => content.standfirst.as_deref(),
    }
}

fn put_text(content: &mut Content, field: Field, value: &str) {
    let optional = (!value.is_empty()).then(|| value.to_owned());
    let headlines = &mut content.headlines;
    match field {
        Field::Kicker => content.kicker = optional,
        Field::Headline => headlines.full = value.to_owned(),
        Field::ShortHeadline => headlines.short = optional,
        Field::SearchTitle => headlines.search_title = optional,
        Field::SearchDescription => headlines.search_description = optional,
        Field::SocialHeadline => headlines.social = optional,
        Field::PushHeadline => headlines.push = optional,
        Field::Standfirst => content.standfirst = optional,
    }
}

impl FieldValue {
    /// Whether `content` has this value already.
    fn is_in(&self, content: &Content) -> bool {
        match self {
            Self::Text(field, value) => text(content, *field).unwrap_or_default() == value,
            Self::Kind(kind) => content.kind == *kind || content.kind.space() != kind.space(),
            Self::Credits(credits) => content.credits == *credits,
            Self::Citations(citations) => content.citations == *citations,
            Self::Sections(sections) => content.sections == *sections,
            Self::Topics(topics) => content.topics == *topics,
        }
    }

    /// Whether two texts agree in this field.
    fn same_in(&self, a: &Content, b: &Content) -> bool {
        match self {
            Self::Text(field, _) => text(a, *field) == text(b, *field),
            Self::Kind(_) => a.kind == b.kind,
            Self::Credits(_) => a.credits == b.credits,
            Self::Citations(_) => a.citations == b.citations,
            Self::Sections(_) => a.sections == b.sections,
            Self::Topics(_) => a.topics == b.topics,
        }
    }

    fn put(&self, content: &mut Content) {
        match self {
            Self::Text(field, value) => put_text(content, *field, value),
            Self::Kind(kind) => content.kind = *kind,
            Self::Credits(credits) => content.credits.clone_from(credits),
            Self::Citations(citations) => content.citations.clone_from(citations),
            Self::Sections(sections) => content.sections.clone_from(sections),
            Self::Topics(topics) => content.topics.clone_from(topics),
        }
    }
}

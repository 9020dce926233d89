//! The archive of an edition by year, month and day of the portal's zone. Every span is a
//! range of the edition's one list: the years, months and days that have stories are found
//! by one short read for each, and nothing is counted.

use domain::{BranchId, Edition, Moment, Public, Tag};
use store::{CardRow, ListKey, ListName, PageOf, Snapshot};
use uuid::Uuid;

use crate::{
    chrome::{Crumb, Facing},
    error::PressError,
    load::{Cards, ListPage, Showing, list, opened, path},
    page::{Page, PageFacts},
    press::Press,
    span::ArchiveSpan,
    urls::archive_url,
    view::{ArchiveView, NavLink, PageKind, Pager, Url},
    voice::Voice,
};

/// The page's place in a day's list.
type Before = Option<(Moment, BranchId)>;

/// What the archive reads from.
struct Shelf<'a> {
    edition: &'a Edition,
    list: ListName,
    voice: &'a Voice,
    at: Moment,
}

/// What a page of the archive found.
#[derive(Default)]
struct Found {
    parts: Vec<ArchiveSpan>,
    rows: Vec<CardRow>,
    pager: Pager,
    here: Option<String>,
    older: Option<String>,
    previous: Option<ArchiveSpan>,
    next: Option<ArchiveSpan>,
}

impl Press {
    /// The page of a span: the parts of it that have stories, or a day's stories from
    /// behind `before` on. A span without stories says so.
    pub async fn archive(
        &self,
        snapshot: &mut Snapshot,
        edition: &Edition,
        span: ArchiveSpan,
        before: Before,
        at: Moment,
    ) -> Result<Page<Public>, PressError> {
        let frame = std::sync::Arc::clone(snapshot.frame());
        let voice = self.voices.of(&frame, edition)?;
        let code = &edition.code;
        let tags = vec![Tag::Portal, Tag::Edition(code.clone()), Tag::EditionList(code.clone())];
        let mut facts = PageFacts::new(snapshot.position(), tags);
        let list = ListName { edition: code.clone(), key: ListKey::Edition };
        let shelf = Shelf { edition, list, voice: &voice, at };
        let found = shelf.find(snapshot, span, before, &mut facts).await?;
        let showing = Showing { edition: &edition.code, frame: &frame, voice: &voice, at };
        let cards = Cards::of(&found.rows, Vec::new(), snapshot, showing, &mut facts).await?;
        let trail = shelf.trail(span)?;
        let parts = |wanted: fn(&ArchiveSpan) -> bool| -> Vec<NavLink> {
            let mut parts: Vec<_> = found.parts.iter().copied().filter(wanted).collect();
            // Years from the newest on, months and days as in the calendar.
            if !matches!(span, ArchiveSpan::All) {
                parts.reverse();
            }
            parts.into_iter().map(|part| shelf.link(part)).collect()
        };
        let page = ArchiveView {
            path: path(&trail),
            heading: (span != ArchiveSpan::All).then(|| shelf.name(span)),
            years: parts(|part| matches!(part, ArchiveSpan::Year(_))),
            months: parts(|part| matches!(part, ArchiveSpan::Month(..))),
            days: parts(|part| matches!(part, ArchiveSpan::Day(_))),
            cards: cards.all(&found.rows, None),
            previous: found.previous.map(|span| shelf.link(span)),
            next: found.next.map(|span| shelf.link(span)),
            pager: found.pager,
        };
        let archive = voice.say("archive")?;
        let facing = Facing {
            title: Some(if span == ArchiveSpan::All { archive } else { shelf.name(span) }),
            path: Some(found.here.unwrap_or_else(|| archive_url(code, span))),
            indexed: !(found.parts.is_empty() && found.rows.is_empty()),
            previous: found.previous.map(|span| archive_url(code, span)),
            next: found.older.or_else(|| found.next.map(|span| archive_url(code, span))),
            elsewhere: Self::twins_of_archive(&frame, span, before),
            trail,
            ..Facing::of(PageKind::Archive, at)
        };
        self.page(&frame, edition, &voice, &facing, page, facts)
    }

    /// The first page of all is the one that every edition has.
    fn twins_of_archive(
        frame: &store::Frame,
        span: ArchiveSpan,
        before: Before,
    ) -> Vec<(domain::EditionCode, String)> {
        let editions = frame.editions.iter().filter(|_| before.is_none() && span == ArchiveSpan::All);
        editions.map(|e| (e.code.clone(), archive_url(&e.code, span))).collect()
    }
}

impl Shelf<'_> {
    async fn find(
        &self,
        snapshot: &mut Snapshot,
        span: ArchiveSpan,
        before: Before,
        facts: &mut PageFacts,
    ) -> Result<Found, PressError> {
        let zone = &snapshot.frame().portal.time_zone.clone();
        let (start, end) = span.range(zone);
        let mut found = match span {
            ArchiveSpan::Day(_) => self.day(snapshot, span, before, facts).await?,
            ArchiveSpan::All | ArchiveSpan::Year(_) | ArchiveSpan::Month(..) => {
                Found { parts: self.parts(snapshot, span, facts).await?, ..Found::default() }
            }
        };
        if span != ArchiveSpan::All {
            let older = self.newest(snapshot, start, facts).await?;
            found.previous = older.map(|moment| span.around(moment, zone));
            let newer = self.oldest(snapshot, end, facts).await?;
            found.next = newer.map(|moment| span.around(moment, zone));
        }
        Ok(found)
    }

    /// The parts of a span that have stories, newest first.
    async fn parts(
        &self,
        snapshot: &mut Snapshot,
        span: ArchiveSpan,
        facts: &mut PageFacts,
    ) -> Result<Vec<ArchiveSpan>, PressError> {
        let zone = snapshot.frame().portal.time_zone.clone();
        let (start, mut bound) = span.range(&zone);
        let mut parts = Vec::new();
        while let Some(moment) = self.newest(snapshot, bound, facts).await? {
            if moment < start {
                break;
            }
            let part = span.part_around(moment, &zone);
            parts.push(part);
            bound = part.range(&zone).0;
        }
        Ok(parts)
    }

    /// A page of a day's stories.
    async fn day(
        &self,
        snapshot: &mut Snapshot,
        span: ArchiveSpan,
        before: Before,
        facts: &mut PageFacts,
    ) -> Result<Found, PressError> {
        let (start, end) = span.range(&snapshot.frame().portal.time_zone);
        // A key outside of the day is as good as the nearer edge of it.
        let from = before.filter(|(moment, _)| *moment < end).unwrap_or((end, BranchId::new(Uuid::nil())));
        let page = PageOf { before: Some(from), limit: ListPage::rows_read() };
        let mut rows = list(snapshot, &self.list, page, self.at, facts).await?;
        rows.retain(|row| row.moment >= start);
        let ListPage { rows, here, older, pager } =
            ListPage::of(rows, &archive_url(&self.edition.code, span), before);
        Ok(Found { rows, pager, here: Some(here), older, ..Found::default() })
    }

    /// The moment of the newest story before `bound`.
    async fn newest(
        &self,
        snapshot: &mut Snapshot,
        bound: Moment,
        facts: &mut PageFacts,
    ) -> Result<Option<Moment>, PressError> {
        let before = Some((bound, BranchId::new(Uuid::nil())));
        let rows = list(snapshot, &self.list, PageOf { before, limit: 1 }, self.at, facts).await?;
        Ok(rows.first().map(|row| row.moment))
    }

    /// The moment of the oldest story from `bound` on.
    async fn oldest(
        &self,
        snapshot: &mut Snapshot,
        bound: Moment,
        facts: &mut PageFacts,
    ) -> Result<Option<Moment>, PressError> {
        let after = Some((Moment::from_micros(bound.micros() - 1), BranchId::new(Uuid::max())));
        let rows = snapshot.list_from(&self.list, after, 1, self.at).await?;
        let row = rows.into_iter().find_map(|row| opened(row, self.at, facts));
        Ok(row.map(|row| row.moment))
    }

    fn name(&self, span: ArchiveSpan) -> String {
        self.voice.span(span)
    }

    fn link(&self, span: ArchiveSpan) -> NavLink {
        NavLink {
            name: self.name(span),
            url: Url::new(&archive_url(&self.edition.code, span)),
            current: false,
        }
    }

    /// The spans above `span`, outermost first.
    fn trail(&self, span: ArchiveSpan) -> Result<Vec<Crumb>, PressError> {
        let mut trail = Vec::new();
        let mut above = span.above();
        while let Some(span) = above {
            let name = if span == ArchiveSpan::All { self.voice.say("archive")? } else { self.name(span) };
            trail.push(Crumb { name, path: archive_url(&self.edition.code, span) });
            above = span.above();
        }
        trail.reverse();
        Ok(trail)
    }
}

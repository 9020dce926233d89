//! An edition's language and clock, made once and kept while the frame's version stands.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use domain::{Edition, EditionCode, Moment, ZoneName};
use locale::{Dates, Language, Messages};
use store::Frame;

use crate::{error::PressError, span::ArchiveSpan, view::Stamp};

/// What an edition speaks.
#[derive(Clone)]
pub(crate) struct Voice {
    pub(crate) language: Arc<Language>,
    dates: Arc<Dates>,
    zone: ZoneName,
}

/// The voices of all editions.
pub(crate) struct Voices {
    messages: Arc<Messages>,
    kept: RwLock<(i64, HashMap<EditionCode, Voice>)>,
}

impl Voices {
    pub(crate) fn new(messages: Arc<Messages>) -> Self {
        Self { messages, kept: RwLock::default() }
    }

    /// The voice of an edition in this frame.
    pub(crate) fn of(&self, frame: &Frame, edition: &Edition) -> Result<Voice, PressError> {
        {
            let kept = self.kept.read().unwrap_or_else(std::sync::PoisonError::into_inner);
            if kept.0 == frame.version
                && let Some(voice) = kept.1.get(&edition.code)
            {
                return Ok(voice.clone());
            }
        }
        let language = self.messages.for_locale(&edition.locale).ok_or_else(|| PressError::Speechless {
            edition: edition.code.to_string(),
            locale: edition.locale.to_string(),
        })?;
        let dates = Arc::new(Dates::new(&language, &frame.portal.time_zone)?);
        let zone = frame.portal.time_zone.clone();
        let voice = Voice { language: Arc::new(language), dates, zone };
        let mut kept = self.kept.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if kept.0 != frame.version {
            *kept = (frame.version, HashMap::new());
        }
        kept.1.insert(edition.code.clone(), voice.clone());
        Ok(voice)
    }
}

impl Voice {
    /// A moment as the edition prints it and as machines read it.
    pub(crate) fn stamp(&self, moment: Moment) -> Stamp {
        Stamp { machine: self.dates.machine(moment), text: self.dates.long(moment) }
    }

    /// A span of the archive: "2025", "July 2025", "21 July 2025"; empty for all of it.
    pub(crate) fn span(&self, span: ArchiveSpan) -> String {
        let noon = span.noon(&self.zone);
        match span {
            ArchiveSpan::All => String::new(),
            ArchiveSpan::Year(_) => self.dates.year(noon),
            ArchiveSpan::Month(..) => self.dates.month(noon),
            ArchiveSpan::Day(_) => self.dates.date(noon),
        }
    }

    /// The year of the portal's zone, and the moment at which the next one begins.
    pub(crate) fn year(&self, moment: Moment) -> (i16, Moment) {
        let year = ArchiveSpan::Year(0).around(moment, &self.zone);
        let number = if let ArchiveSpan::Year(number) = year { number } else { 0 };
        (number, year.range(&self.zone).1)
    }

    /// A message without values.
    pub(crate) fn say(&self, id: &str) -> Result<String, PressError> {
        Ok(self.language.text(id, &[])?)
    }
}

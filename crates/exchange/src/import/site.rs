//! The edition that an export goes into, made where it is missing.

use desk::{Desk, PutEdition};
use domain::{Authority, Edition, EditionCode, LocaleTag, OldAddress, ZoneName};

use super::{ImportError, Options, Report};
use crate::wxr::Channel;

/// Where an export goes.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// The archive's name in origins: the old site's host and path.
    pub(crate) archive: String,
    /// The edition.
    pub(crate) edition: EditionCode,
    /// Its language.
    pub(crate) locale: LocaleTag,
    /// The portal's zone, for dates that the export gives in local time alone.
    pub(crate) zone: ZoneName,
}

impl Site {
    pub(crate) async fn open(
        desk: &Desk,
        who: &Authority,
        channel: &Channel,
        options: &Options,
        report: &mut Report,
    ) -> Result<Self, ImportError> {
        let language = LocaleTag::parse(channel.language.trim()).ok();
        let code = match (&options.edition, &language) {
            (Some(code), _) => code.clone(),
            (None, Some(locale)) => {
                EditionCode::parse(locale.language()).map_err(|_| ImportError::NoEdition)?
            }
            (None, None) => return Err(ImportError::NoEdition),
        };
        let failed = |source| ImportError::Desk { articles: 0, source };
        let snapshot = desk.store().snapshot().await.map_err(|e| failed(e.into()))?;
        let frame = std::sync::Arc::clone(snapshot.frame());
        snapshot.close().await.map_err(|e| failed(e.into()))?;
        let zone = frame.portal.time_zone.clone();
        let locale = match frame.edition(code.as_str()) {
            Some(edition) => edition.locale.clone(),
            None => {
                let spoken = || LocaleTag::parse(code.as_str()).ok();
                let locale = language.or_else(spoken).ok_or_else(|| ImportError::NoEdition)?;
                let ordinal = frame.editions.iter().map(|e| e.ordinal).max().unwrap_or_default() + 1;
                let open = desk.messages().complete(&locale).is_empty();
                let new = Edition::new(code.clone(), locale.clone(), code.to_string());
                let edition = Edition { open, ordinal, ..new };
                desk.run(who, &PutEdition { edition }).await.map_err(failed)?;
                report.edition_made = Some((code.to_string(), locale.to_string(), open));
                locale
            }
        };
        Ok(Self { archive: archive_of(channel), edition: code, locale, zone })
    }
}

/// One site is one archive, whatever scheme its addresses begin with.
fn archive_of(channel: &Channel) -> String {
    let url =
        [&channel.base_blog_url, &channel.link, &channel.base_site_url].into_iter().find(|u| !u.is_empty());
    match url.and_then(|u| OldAddress::parse(u)) {
        Some(address) => format!("{}{}", address.host, address.path),
        None => url.cloned().unwrap_or_else(|| "wordpress".to_owned()),
    }
}

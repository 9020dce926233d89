//! The editions that an archive goes into, made where they are missing.

use std::collections::BTreeMap;

use desk::{Desk, PutEdition};
use domain::{Authority, Edition, EditionCode, LocaleTag, OldAddress, ZoneName};

use super::{ImportError, Options, Report, languages::locale_of, report::EditionMade, survey::Survey};
use crate::wxr::Channel;

/// Where things of one language go.
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

/// The editions of an archive, by the codes of its translation plug-in.
#[derive(Clone, Debug)]
pub(crate) struct Sites {
    /// Where what no plug-in assigns goes.
    pub(crate) default: Site,
    /// The plug-in's code of the language that sections take their slugs of.
    pub(crate) source: Option<String>,
    known: BTreeMap<String, Site>,
}

impl Sites {
    /// The edition of what no plug-in assigns: the one that was named, else that of the channel's
    /// language, else that of the plug-in's source.
    pub(crate) async fn open(
        desk: &Desk,
        who: &Authority,
        channel: &Channel,
        survey: &Survey,
        options: &Options,
        report: &mut Report,
    ) -> Result<Self, ImportError> {
        let source = survey.languages.source(&channel.language).map(str::to_owned);
        let told = locale_of(&channel.language);
        let told = told.or_else(|| source.as_ref().and_then(|code| survey.languages.locale(code)));
        let code = match (&options.edition, &told) {
            (Some(code), _) => code.clone(),
            (None, Some(locale)) => {
                EditionCode::parse(locale.language()).map_err(|_| ImportError::NoEdition)?
            }
            (None, None) => return Err(ImportError::NoEdition),
        };
        let archive = archive_of(channel);
        report.archive = Some(archive.clone());
        let locale = told.or_else(|| LocaleTag::parse(code.as_str()).ok());
        let default = open(desk, who, &archive, &code, locale, report).await?;
        let default = default.ok_or(ImportError::NoEdition)?;
        Ok(Self { default, source, known: BTreeMap::new() })
    }

    /// The edition of a plug-in's language, made where it is missing; none where its code names none.
    pub(crate) async fn of_language(
        &mut self,
        desk: &Desk,
        who: &Authority,
        survey: &Survey,
        language: &str,
        report: &mut Report,
    ) -> Result<Option<Site>, ImportError> {
        if let Some(site) = self.known.get(language) {
            return Ok(Some(site.clone()));
        }
        let locale = survey.languages.locale(language);
        let spoken = || EditionCode::parse(locale.as_ref()?.language()).ok();
        let code = EditionCode::parse(&language.to_lowercase().replace('_', "-")).ok();
        let Some(code) = code.or_else(spoken) else { return Ok(None) };
        let site = open(desk, who, &self.default.archive, &code, locale, report).await?;
        if let Some(site) = &site {
            self.known.insert(language.to_owned(), site.clone());
        }
        Ok(site)
    }

    /// The editions that were asked for so far, the source's first.
    pub(crate) fn in_order(&self) -> Vec<EditionCode> {
        let source = self.source.as_ref().and_then(|code| self.known.get(code));
        let all = source.into_iter().chain([&self.default]).chain(self.known.values());
        let mut codes: Vec<_> = Vec::new();
        for site in all {
            if !codes.contains(&site.edition) {
                codes.push(site.edition.clone());
            }
        }
        codes
    }
}

/// The edition `code`; where there is none it is made, in `locale`.
async fn open(
    desk: &Desk,
    who: &Authority,
    archive: &str,
    code: &EditionCode,
    locale: Option<LocaleTag>,
    report: &mut Report,
) -> Result<Option<Site>, ImportError> {
    let failed = |source| ImportError::Desk { articles: 0, source };
    let snapshot = desk.store().snapshot().await.map_err(|e| failed(e.into()))?;
    let frame = std::sync::Arc::clone(snapshot.frame());
    snapshot.close().await.map_err(|e| failed(e.into()))?;
    let locale = match (frame.edition(code.as_str()), locale) {
        (Some(edition), _) => edition.locale.clone(),
        (None, None) => return Ok(None),
        (None, Some(locale)) => {
            let ordinal = frame.editions.iter().map(|e| e.ordinal).max().unwrap_or_default() + 1;
            let open = desk.messages().complete(&locale).is_empty();
            let new = Edition::new(code.clone(), locale.clone(), code.to_string());
            let edition = Edition { open, ordinal, ..new };
            desk.run(who, &PutEdition { edition }).await.map_err(failed)?;
            report.editions_made.push(EditionMade {
                code: code.to_string(),
                locale: locale.to_string(),
                open,
            });
            locale
        }
    };
    let zone = frame.portal.time_zone.clone();
    Ok(Some(Site { archive: archive.to_owned(), edition: code.clone(), locale, zone }))
}

/// One site is one archive, whatever scheme its addresses begin with.
pub(crate) fn archive_of(channel: &Channel) -> String {
    let url =
        [&channel.base_blog_url, &channel.link, &channel.base_site_url].into_iter().find(|u| !u.is_empty());
    match url.and_then(|u| OldAddress::parse(u)) {
        Some(address) => format!("{}{}", address.host, address.path),
        None => url.cloned().unwrap_or_else(|| "wordpress".to_owned()),
    }
}

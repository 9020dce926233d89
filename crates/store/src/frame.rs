//! The frame: what every page needs, read in one go and held under its version.

use std::collections::BTreeMap;

use domain::{
    Actor, Edition, EditionCode, LocaleTag, MenuItem, MenuPlace, Portal, Section, SectionId, SectionTree,
    SectionWords, Slug, ZoneName,
};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    database::Tx,
    error::{Result, StoreError},
    settings,
};

/// Portal, editions, sections and settings of one version.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Grows with each change of the frame.
    pub version: i64,
    /// The whole publication.
    pub portal: Portal,
    /// Its editions, in the order of the switch.
    pub editions: Vec<Edition>,
    /// Its sections.
    pub sections: SectionTree,
    /// The menus that editions have.
    pub menus: BTreeMap<(EditionCode, MenuPlace), Vec<MenuItem>>,
    /// Every setting as it is stored.
    pub settings: BTreeMap<String, String>,
    /// A section on its way under another parent.
    pub moving: Option<SectionMove>,
}

/// A section on its way under another parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionMove {
    /// Which.
    pub section: SectionId,
    /// Under which.
    pub parent: Option<SectionId>,
    /// Who moves it.
    pub actor: Actor,
}

#[derive(sqlx::FromRow)]
struct EditionRow {
    code: String,
    locale: String,
    label: String,
    label_locale: Option<String>,
    name: Option<String>,
    tagline: Option<String>,
    reuse_rule: Option<String>,
    open: bool,
    ordinal: i64,
}

impl Frame {
    /// The edition with this code.
    pub fn edition(&self, code: &str) -> Option<&Edition> {
        self.editions.iter().find(|e| e.code.as_str() == code)
    }

    /// Whether readers may see anything of the edition.
    pub fn is_open(&self, code: &EditionCode) -> bool {
        self.edition(code.as_str()).is_some_and(|e| e.open)
    }

    /// A menu of an edition; empty where it has none.
    pub fn menu(&self, edition: &EditionCode, place: MenuPlace) -> &[MenuItem] {
        self.menus.get(&(edition.clone(), place)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The sections in whose lists an article of `sections` stands, each with whether
    /// that list is one that a move builds beside the served one.
    pub fn section_lists(&self, sections: &[SectionId]) -> Vec<(SectionId, bool)> {
        let mut lists: Vec<_> = self.sections.lists_of(sections).into_iter().map(|s| (s, false)).collect();
        if let Some(SectionMove { section, parent, .. }) = &self.moving
            && let Ok(moved) = self.sections.moved(*section, *parent)
        {
            let changed = self.sections.lists_changed_by_move(*section, *parent);
            lists.extend(
                moved.lists_of(sections).into_iter().filter(|s| changed.contains(s)).map(|s| (s, true)),
            );
        }
        lists
    }

    pub(crate) async fn read(tx: &mut Tx) -> Result<Self> {
        let (version,) = tx.q("select version from frame").one::<(i64,)>().await?;
        let settings: BTreeMap<_, _> =
            tx.q("select key, value from setting").all::<(String, String)>().await?.into_iter().collect();
        let editions = read_editions(tx).await?;
        let sections = read_sections(tx).await?;
        let menus = read_menus(tx).await?;
        let portal = portal(&settings)?;
        let moving = tx
            .q("select section, new_parent, actor from section_move")
            .opt::<(Uuid, Option<Uuid>, Json<Actor>)>()
            .await?
            .map(|(section, parent, actor)| SectionMove {
                section: SectionId::new(section),
                parent: parent.map(SectionId::new),
                actor: actor.0,
            });
        Ok(Self { version, portal, editions, sections, menus, settings, moving })
    }
}

fn portal(settings: &BTreeMap<String, String>) -> Result<Portal> {
    let value = |key| settings.get(key).map_or_else(|| settings::default_of(key).to_owned(), Clone::clone);
    let zone = value(settings::TIME_ZONE);
    Ok(Portal {
        name: value(settings::NAME),
        time_zone: ZoneName::parse(&zone).map_err(|e| StoreError::corrupt("setting portal.time_zone", e))?,
        base_url: value(settings::BASE_URL),
        accent: value(settings::ACCENT),
        reuse_rule: value(settings::REUSE_RULE),
    })
}

async fn read_editions(tx: &mut Tx) -> Result<Vec<Edition>> {
    let rows = tx
        .q("select code, locale, label, label_locale, name, tagline, reuse_rule, open, ordinal from edition order by ordinal, code")
        .all::<EditionRow>()
        .await?;
    let locale = |tag: &str, code: &str| {
        LocaleTag::parse(tag).map_err(|e| StoreError::corrupt(format!("edition {code}"), e))
    };
    rows.into_iter()
        .map(|row| {
            Ok(Edition {
                locale: locale(&row.locale, &row.code)?,
                label_locale: row.label_locale.map(|tag| locale(&tag, &row.code)).transpose()?,
                code: EditionCode::parse(&row.code).map_err(|e| StoreError::corrupt("edition", e))?,
                label: row.label,
                name: row.name,
                tagline: row.tagline,
                reuse_rule: row.reuse_rule,
                open: row.open,
                ordinal: row.ordinal,
            })
        })
        .collect()
}

async fn read_menus(tx: &mut Tx) -> Result<BTreeMap<(EditionCode, MenuPlace), Vec<MenuItem>>> {
    let rows =
        tx.q("select edition, place, items from menu").all::<(String, String, Json<Vec<MenuItem>>)>().await?;
    rows.into_iter()
        .map(|(edition, place, items)| {
            let edition = EditionCode::parse(&edition).map_err(|e| StoreError::corrupt("menu", e))?;
            let place = MenuPlace::parse(&place).ok_or_else(|| StoreError::corrupt("menu", &place))?;
            Ok(((edition, place), items.0))
        })
        .collect()
}

async fn read_sections(tx: &mut Tx) -> Result<SectionTree> {
    let mut words: BTreeMap<Uuid, BTreeMap<EditionCode, SectionWords>> = BTreeMap::new();
    let rows = tx
        .q("select section, edition, name, tagline from section_words")
        .all::<(Uuid, String, String, Option<String>)>()
        .await?;
    for (section, edition, name, tagline) in rows {
        let code = EditionCode::parse(&edition).map_err(|e| StoreError::corrupt("section_words", e))?;
        words.entry(section).or_default().insert(code, SectionWords { name, tagline });
    }
    let rows = tx
        .q("select id, parent, slug, ordinal from section")
        .all::<(Uuid, Option<Uuid>, String, i64)>()
        .await?;
    let sections: Result<Vec<_>> = rows
        .into_iter()
        .map(|(id, parent, slug, ordinal)| {
            Ok(Section {
                id: SectionId::new(id),
                parent: parent.map(SectionId::new),
                slug: Slug::parse(&slug).map_err(|e| StoreError::corrupt(format!("section {id}"), e))?,
                ordinal,
                words: words.remove(&id).unwrap_or_default(),
            })
        })
        .collect();
    sections.map(SectionTree::new)
}

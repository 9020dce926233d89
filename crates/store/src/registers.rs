//! Writing the frame and the registers: whole things, with their words per edition.

use domain::{Edition, EditionCode, MenuItem, MenuPlace, Person, Section, Source, Topic};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    bulk::{Insert, insert},
    change::FrameChange,
    database::Tx,
    error::Result,
    moves,
    query::marks,
};

/// Values that one `in (…)` carries.
const IDS_AT_ONCE: usize = 200;

pub(crate) async fn write_frame(tx: &mut Tx, changes: &[FrameChange]) -> Result<()> {
    for change in changes {
        match change {
            FrameChange::Setting(key, Some(value)) => {
                tx.q("insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value")
                    .bind(key.clone())
                    .bind(value.clone())
                    .run()
                    .await?;
            }
            FrameChange::Setting(key, None) => {
                tx.q("delete from setting where key = $1").bind(key.clone()).run().await?;
            }
            FrameChange::Edition(edition) => write_edition(tx, edition).await?,
            FrameChange::Menu(edition, place, items) => write_menu(tx, edition, *place, items).await?,
            FrameChange::Section(section) => write_section(tx, section).await?,
            FrameChange::StartMove { section, parent, lists, actor } => {
                moves::start(tx, *section, *parent, lists, actor).await?;
            }
        }
    }
    if !changes.is_empty() {
        tx.q("update frame set version = version + 1 where one = 1").run().await?;
    }
    Ok(())
}

async fn write_edition(tx: &mut Tx, edition: &Edition) -> Result<()> {
    tx.q("insert into edition (code, locale, label, label_locale, name, tagline, reuse_rule, open, ordinal) \
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (code) do update set locale = excluded.locale, \
          label = excluded.label, label_locale = excluded.label_locale, name = excluded.name, \
          tagline = excluded.tagline, reuse_rule = excluded.reuse_rule, open = excluded.open, ordinal = excluded.ordinal")
        .bind(edition.code.as_str())
        .bind(edition.locale.as_str())
        .bind(edition.label.clone())
        .bind(edition.label_locale.as_ref().map(|l| l.as_str().to_owned()))
        .bind(edition.name.clone())
        .bind(edition.tagline.clone())
        .bind(edition.reuse_rule.clone())
        .bind(edition.open)
        .bind(edition.ordinal)
        .run()
        .await?;
    Ok(())
}

async fn write_menu(tx: &mut Tx, edition: &EditionCode, place: MenuPlace, items: &[MenuItem]) -> Result<()> {
    tx.q("delete from menu where edition = $1 and place = $2")
        .bind(edition.as_str())
        .bind(place.as_str())
        .run()
        .await?;
    if items.is_empty() {
        return Ok(());
    }
    tx.q("insert into menu (edition, place, items) values ($1, $2, $3)")
        .bind(edition.as_str())
        .bind(place.as_str())
        .bind(Json(items.to_vec()))
        .run()
        .await?;
    Ok(())
}

async fn write_section(tx: &mut Tx, section: &Section) -> Result<()> {
    tx.q("insert into section (id, parent, slug, ordinal) values ($1, $2, $3, $4) \
          on conflict (id) do update set slug = excluded.slug, ordinal = excluded.ordinal")
        .bind(section.id.uuid())
        .bind(section.parent.map(|p| p.uuid()))
        .bind(section.slug.as_str())
        .bind(section.ordinal)
        .run()
        .await?;
    tx.q("delete from section_words where section = $1").bind(section.id.uuid()).run().await?;
    for (edition, words) in &section.words {
        tx.q("insert into section_words (section, edition, name, tagline) values ($1, $2, $3, $4)")
            .bind(section.id.uuid())
            .bind(edition.as_str())
            .bind(words.name.clone())
            .bind(words.tagline.clone())
            .run()
            .await?;
    }
    Ok(())
}

/// Removes the words that things had: a put brings the whole of them.
async fn clear(
    tx: &mut Tx,
    table: &'static str,
    column: &'static str,
    of: impl Iterator<Item = Uuid>,
) -> Result<()> {
    let ids: Vec<_> = of.collect();
    for ids in ids.chunks(IDS_AT_ONCE) {
        let mut q = tx.built(format!("delete from {table} where {column} in ({})", marks(1, ids.len())));
        ids.iter().for_each(|id| q.push(*id));
        q.run().await?;
    }
    Ok(())
}

pub(crate) async fn write_topics(tx: &mut Tx, topics: &[Topic]) -> Result<()> {
    let insert_topic = Insert { into: "topic (id)", width: 1, tail: "on conflict (id) do nothing" };
    insert(tx, &insert_topic, topics, |q, topic| q.push(topic.id.uuid())).await?;
    clear(tx, "topic_words", "topic", topics.iter().map(|t| t.id.uuid())).await?;
    let words: Vec<_> = topics.iter().flat_map(|t| t.words.iter().map(move |w| (t.id, w))).collect();
    let insert_words = Insert { into: "topic_words (topic, edition, name, slug)", width: 4, tail: "" };
    insert(tx, &insert_words, &words, |q, (topic, (edition, words))| {
        q.push(topic.uuid());
        q.push(edition.as_str().to_owned());
        q.push(words.name.clone());
        q.push(words.slug.as_str().to_owned());
    })
    .await
}

pub(crate) async fn write_persons(tx: &mut Tx, persons: &[Person]) -> Result<()> {
    let person = Insert {
        into: "person (id, slug, name, locale, portrait)",
        width: 5,
        tail: "on conflict (id) do update set slug = excluded.slug, name = excluded.name, \
               locale = excluded.locale, portrait = excluded.portrait",
    };
    insert(tx, &person, persons, |q, person| {
        q.push(person.id.uuid());
        q.push(person.slug.as_str().to_owned());
        q.push(person.original.text.clone());
        q.push(person.original.locale.as_str().to_owned());
        q.push(person.portrait.map(|asset| asset.uuid()));
    })
    .await?;
    clear(tx, "person_name", "person", persons.iter().map(|p| p.id.uuid())).await?;
    let names: Vec<_> = persons.iter().flat_map(|p| p.names.iter().map(move |n| (p.id.uuid(), n))).collect();
    let name = Insert { into: "person_name (person, edition, name)", width: 3, tail: "" };
    insert(tx, &name, &names, |q, (person, (edition, name))| {
        q.push(*person);
        q.push(edition.as_str().to_owned());
        q.push((*name).clone());
    })
    .await?;
    clear(tx, "person_profile", "person", persons.iter().map(|p| p.id.uuid())).await?;
    let profiles: Vec<_> =
        persons.iter().flat_map(|p| p.profiles.iter().map(move |of| (p.id.uuid(), of))).collect();
    let profile = Insert { into: "person_profile (person, edition, role, about)", width: 4, tail: "" };
    insert(tx, &profile, &profiles, |q, (person, (edition, profile))| {
        q.push(*person);
        q.push(edition.as_str().to_owned());
        q.push(profile.role.clone());
        q.push(profile.about.clone());
    })
    .await
}

pub(crate) async fn write_sources(tx: &mut Tx, sources: &[Source]) -> Result<()> {
    let source = Insert {
        into: "source (id, slug, name, locale, home_url)",
        width: 5,
        tail: "on conflict (id) do update set slug = excluded.slug, name = excluded.name, \
               locale = excluded.locale, home_url = excluded.home_url",
    };
    insert(tx, &source, sources, |q, source| {
        q.push(source.id.uuid());
        q.push(source.slug.as_str().to_owned());
        q.push(source.original.text.clone());
        q.push(source.original.locale.as_str().to_owned());
        q.push(source.home_url.clone());
    })
    .await?;
    clear(tx, "source_name", "source", sources.iter().map(|s| s.id.uuid())).await?;
    let names: Vec<_> = sources.iter().flat_map(|s| s.names.iter().map(move |n| (s.id.uuid(), n))).collect();
    let name = Insert { into: "source_name (source, edition, name)", width: 3, tail: "" };
    insert(tx, &name, &names, |q, (source, (edition, name))| {
        q.push(*source);
        q.push(edition.as_str().to_owned());
        q.push((*name).clone());
    })
    .await?;
    clear(tx, "source_about", "source", sources.iter().map(|s| s.id.uuid())).await?;
    let words: Vec<_> = sources.iter().flat_map(|s| s.about.iter().map(move |a| (s.id.uuid(), a))).collect();
    let about = Insert { into: "source_about (source, edition, about)", width: 3, tail: "" };
    insert(tx, &about, &words, |q, (source, (edition, about))| {
        q.push(*source);
        q.push(edition.as_str().to_owned());
        q.push((*about).clone());
    })
    .await
}

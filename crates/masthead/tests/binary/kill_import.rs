//! Law 3, killed while an archive moves in: what was written stays, nothing is half there, the
//! same command goes on, and in the end nobody can tell that anything was killed.

use std::{
    collections::BTreeSet,
    process::Stdio,
    time::{Duration, Instant},
};

use desk::Desk;
use serde_json::Value;

use crate::{
    exports::{export, posts},
    moments::Moments,
    place::{Place, on_both},
    rows::texts,
};

/// Articles of the archive.
const ARTICLES: u32 = 600;

/// All that came in, a text for each article without what differs from import to import: ids
/// that are drawn.
pub(crate) async fn taken_in(desk: &Desk) -> BTreeSet<String> {
    let count = |what: &str| format!("cast((select count(*) from {what}) as text) || ' '");
    let counts = [
        "revision r where r.branch = b.id",
        "card c where c.branch = b.id",
        "listing l where l.branch = b.id",
        "address a where a.target = b.id",
        "redirect d where d.target = b.id",
        "story s where s.id = b.story",
        "working_copy w where w.branch = b.id",
    ];
    let counts = counts.map(count).join(" || ");
    let rows = texts(
        desk,
        &format!(
            "select o.foreign_id || ' ' || o.digest || ' ' || b.slug || ' ' || b.publication || ' ' || \
             cast(b.first_published as text) || ' ' || cast(b.modified as text) || ' ' || {counts} || r.content \
             from origin o join branch b on b.id = o.ours join revision r on r.id = b.live_revision \
             where o.kind = 'post'"
        ),
    )
    .await;
    rows.iter().map(|row| without_ids(row)).collect()
}

fn without_ids(row: &str) -> String {
    let (facts, content) = row.split_at(row.find('{').unwrap());
    let mut content: Value = serde_json::from_str(content).unwrap();
    forget_ids(&mut content);
    format!("{facts}{content}")
}

fn forget_ids(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("id");
            for name in ["sections", "topics", "person"] {
                if let Some(ids) = fields.get_mut(name) {
                    *ids = ids.as_array().map_or(1, Vec::len).into();
                }
            }
            fields.values_mut().for_each(forget_ids);
        }
        Value::Array(values) => values.iter_mut().for_each(forget_ids),
        _ => {}
    }
}

/// Sections, topics, persons and lists.
async fn registers(desk: &Desk) -> Vec<String> {
    let tables =
        ["section", "section_words", "topic", "person", "list", "edition", "redirect", "origin", "agenda"];
    let count = |table| format!("select '{table} ' || cast(count(*) as text) from {table}");
    texts(desk, &tables.map(count).join(" union all ")).await
}

/// An archive that came in without a kill.
pub(crate) struct Whole {
    articles: BTreeSet<String>,
    registers: Vec<String>,
}

impl Whole {
    pub(crate) async fn of(desk: &Desk) -> Self {
        Self { articles: taken_in(desk).await, registers: registers(desk).await }
    }

    /// Every article that is there is as it would be without a kill; how many there are.
    pub(crate) async fn explains(&self, desk: &Desk) -> usize {
        let present = taken_in(desk).await;
        let odd: Vec<_> = present.difference(&self.articles).collect();
        assert!(odd.is_empty(), "half there: {odd:#?}");
        present.len()
    }

    /// All is there.
    pub(crate) async fn equals(&self, desk: &Desk) {
        assert_eq!(self.explains(desk).await, self.articles.len());
        assert_eq!(registers(desk).await, self.registers);
    }
}

on_both! {
    fn kill_at_random_moments_of_an_import_leaves_what_the_same_command_completes(engine: Engine) {
        let mut moments = Moments::new();
        let first = Place::new(engine);
        let file = first.write("export.xml", export(&posts(ARTICLES)));
        let import = ["import", "wxr", file.to_str().unwrap(), "--edition", "en"];
        let began = Instant::now();
        first.works(&import);
        let longest = began.elapsed() * 2 / 3;
        let whole = first.inside(async |desk| Whole::of(&desk).await);
        assert_eq!(whole.articles.len(), ARTICLES as usize);
        let (mut killed, mut inside) = (0, 0);
        while killed < rig::kills() {
            let place = Place::new(engine);
            let mut came_in = 0;
            while killed < rig::kills() && killed_once(&place, &import, &mut moments, longest) {
                killed += 1;
                place.is_sound();
                let now = place.inside(async |desk| whole.explains(&desk).await);
                assert!(now >= came_in, "of {came_in} articles {now} are left");
                inside += u32::from(now > came_in && now < ARTICLES as usize);
                came_in = now;
            }
            let report = place.reports(&import);
            let count = |name: &str| report["imports"][0]["report"][name].as_u64().unwrap();
            assert_eq!(count("same") + count("posts"), u64::from(ARTICLES));
            assert!(count("same") >= came_in as u64 && count("changed") == 0, "{report}");
            place.inside(async |desk| whole.equals(&desk).await);
            place.is_sound();
        }
        assert!(inside > 0, "no kill fell between the first portion and the last");
    }
}

/// Whether the import was still at work when it was killed.
pub(crate) fn killed_once(place: &Place, import: &[&str], moments: &mut Moments, longest: Duration) -> bool {
    let mut child = place.command(import).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    moments.pass(longest);
    child.kill().unwrap();
    child.wait().unwrap().code().is_none()
}

//! Law 3, killed while it writes: branches go from their first draft to their withdrawal, one
//! step after another, and whoever comes back finds each branch exactly as an unkilled one
//! stands after its last acknowledged step, or after the one that was under way.

use std::{collections::BTreeMap, time::Duration};

use desk::{
    ChangeSlug, Correct, Create, Desk, Field, FieldValue, Open, Publish, Save, SetExpiry, UseCase, Withdraw,
};
use document::{Document, Patch};
use domain::{BranchId, EditionCode, Headlines, Moment, Slug, Withdrawal};
use rig::{Durability, Postgres};
use store::Content;

use crate::{
    moments::Moments,
    place::{Place, on_both, operator},
    rows::texts,
    victim::{Orders, Victim, Work, say},
};

/// Branches that one victim takes through all steps at most: it ends also where nobody kills it.
const BRANCHES: u32 = 300;
/// Longest time that a victim works: some branches.
const LONGEST: Duration = Duration::from_millis(400);

/// The steps of a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Create,
    Save,
    Publish,
    Open,
    SaveAgain,
    Correct,
    Expire,
    Rename,
    Withdraw,
}

const STEPS: [Step; 9] = [
    Step::Create,
    Step::Save,
    Step::Publish,
    Step::Open,
    Step::SaveAgain,
    Step::Correct,
    Step::Expire,
    Step::Rename,
    Step::Withdraw,
];

/// A branch on its way.
struct Walk<'a> {
    desk: &'a Desk,
    slug: String,
    branch: Option<BranchId>,
    version: i64,
}

impl<'a> Walk<'a> {
    fn new(desk: &'a Desk, slug: String) -> Self {
        Self { desk, slug, branch: None, version: 1 }
    }

    async fn does<C: UseCase>(&self, case: C) -> C::Done {
        self.desk.run(&operator(), &case).await.unwrap_or_else(|error| panic!("{error}")).done
    }

    async fn take(&mut self, step: Step) {
        let Some(branch) = self.branch else {
            let content = Content {
                headlines: Headlines::of("first words"),
                body: Document::default(),
                ..Content::default()
            };
            let (edition, slug) = (EditionCode::parse("en").unwrap(), Slug::parse(&self.slug).unwrap());
            self.branch = Some(self.does(Create { edition, story: None, slug, content }).await);
            return;
        };
        let version = self.version;
        match step {
            Step::Create => unreachable!("a branch is created once"),
            Step::Save => self.save(branch, "second words").await,
            Step::Publish => drop(self.does(Publish { branch, version, update: false }).await),
            Step::Open => self.version = self.does(Open { branch }).await,
            Step::SaveAgain => self.save(branch, "third words").await,
            Step::Correct => {
                self.does(Correct { branch, version, note: "They were the second.".to_owned() }).await;
            }
            Step::Expire => self.does(SetExpiry { branch, at: Some(Moment::MAX) }).await,
            Step::Rename => {
                let slug = Slug::parse(&format!("{}-renamed", self.slug)).unwrap();
                self.does(ChangeSlug { branch, slug }).await;
            }
            Step::Withdraw => self.does(Withdraw { branch, reason: Withdrawal::Unpublished }).await,
        }
    }

    async fn save(&mut self, branch: BranchId, words: &str) {
        let fields = vec![FieldValue::Text(Field::Headline, words.to_owned())];
        let save = Save { branch, base_version: self.version, fields, body: Patch::default() };
        self.version = self.does(save).await.version;
    }
}

fn slug(run: u32, branch: u32) -> String {
    format!("run-{run}-{branch}")
}

/// What a victim says before it takes `step` with the first branch of its run.
pub(crate) fn tries(run: u32, step: Step) -> String {
    format!("try {} {}", slug(run, 0), step as usize)
}

/// What the victim does.
pub(crate) async fn work(desk: &Desk, run: u32) {
    for branch in 0..BRANCHES {
        let mut walk = Walk::new(desk, slug(run, branch));
        for step in STEPS {
            say(&format!("try {} {}", walk.slug, step as usize));
            walk.take(step).await;
            say(&format!("did {} {}", walk.slug, step as usize));
        }
    }
}

/// All that the database holds of each branch, by its first slug.
async fn shapes(desk: &Desk) -> BTreeMap<String, String> {
    let count = |what: &str| format!("cast((select count(*) from {what}) as text) || ' '");
    let counts = [
        "revision r where r.branch = b.id",
        "revision r where r.branch = b.id and r.content like '%second words%'",
        "revision r where r.id = b.live_revision and r.content like '%third words%'",
        "working_copy w where w.branch = b.id",
        "working_copy w where w.branch = b.id and w.content like '%third words%'",
        "correction c where c.branch = b.id",
        "card c where c.branch = b.id",
        "listing l where l.branch = b.id",
        "agenda g where g.branch = b.id",
        "address o where o.target = b.id",
        "story s where s.id = b.story",
    ];
    let counts = counts.map(count).join(" || ");
    let rows = texts(
        desk,
        &format!(
            "select a.slug || ' = ' || b.publication || ' ' || coalesce(b.work_stage, '-') || ' ' || \
             cast(coalesce(b.work_version, 0) as text) || ' ' || {counts} \
             from address a join branch b on b.id = a.target \
             where a.slug like 'run-%' and a.slug not like '%renamed'"
        ),
    )
    .await;
    let split =
        |row: String| row.split_once(" = ").map(|(slug, shape)| (slug.to_owned(), shape.to_owned())).unwrap();
    rows.into_iter().map(split).collect()
}

/// A branch that nobody killed, after each step.
pub(crate) struct Unkilled(Vec<String>);

impl Unkilled {
    pub(crate) async fn new(desk: &Desk) -> Self {
        let mut walk = Walk::new(desk, "run-unkilled".to_owned());
        let mut after = Vec::new();
        for step in STEPS {
            walk.take(step).await;
            after.push(shapes(desk).await.remove(&walk.slug).unwrap());
        }
        let different: std::collections::BTreeSet<_> = after.iter().collect();
        assert_eq!(different.len(), STEPS.len(), "two steps look the same: {after:?}");
        Self(after)
    }

    /// The first branch of a run stands as after `step`, or before it.
    pub(crate) async fn stands(&self, desk: &Desk, run: u32, step: Step, taken: bool) {
        let steps = step as usize + usize::from(taken);
        let expected = steps.checked_sub(1).map(|last| &self.0[last]);
        assert_eq!(shapes(desk).await.get(&slug(run, 0)), expected, "{step:?} was taken: {taken}");
    }

    /// Every branch of which a victim spoke stands where it said.
    pub(crate) async fn explains(&self, desk: &Desk, said: &[String]) {
        let present = shapes(desk).await;
        let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
        let mut did: BTreeMap<&str, usize> = BTreeMap::new();
        for line in said.iter().filter(|line| line.as_str() != "done") {
            let words: Vec<_> = line.split(' ').collect();
            let [what, slug, step] = words[..] else { panic!("{line}") };
            let map = if what == "try" { &mut tried } else { &mut did };
            map.insert(slug, step.parse().unwrap());
        }
        for (slug, tried) in &tried {
            let did = did.get(slug).copied();
            let found = present.get(*slug);
            let after = |step: usize| self.0.get(step);
            assert!(
                found == did.and_then(after) || found == after(*tried),
                "{slug}: acknowledged {did:?}, tried {tried}, found {found:?}, unkilled {:?}",
                self.0
            );
        }
    }
}

on_both! {
    fn kill_at_random_moments_of_newsroom_work_loses_nothing_acknowledged(engine: Engine) {
        let mut moments = Moments::new();
        let place = Place::with_editions(engine);
        let unkilled = place.inside(async |desk| Unkilled::new(&desk).await);
        let mut all_said = Vec::new();
        for run in 0..rig::kills() {
            let orders = Orders { database: place.database(), work: Work::Newsroom(run), point: None };
            let victim = Victim::start(&orders);
            moments.pass(LONGEST);
            let (said, killed) = victim.kill();
            assert!(killed, "it ended before it was killed: {said:?}");
            all_said.extend(said);
            place.inside(async |desk| unkilled.explains(&desk, &all_said).await);
            place.is_sound();
        }
        assert!(all_said.iter().any(|line| line.starts_with("did ")), "no victim lived long enough");
    }
}

/// The server dies under the victim, which survives and is told so.
#[test]
fn kill_of_postgresql_at_random_moments_loses_nothing_acknowledged() {
    let mut moments = Moments::new();
    let mut server = Postgres::start(Durability::Process);
    let place = Place::on(&server);
    place.add_editions();
    let unkilled = place.inside(async |desk| Unkilled::new(&desk).await);
    let mut all_said = Vec::new();
    // A server takes a second to come back.
    for run in 0..rig::kills().div_ceil(4) {
        let victim =
            Victim::start(&Orders { database: place.database(), work: Work::Newsroom(run), point: None });
        moments.pass(LONGEST);
        server.kill();
        let said = victim.fails();
        server.start_again();
        all_said.extend(said);
        place.inside(async |desk| unkilled.explains(&desk, &all_said).await);
        place.is_sound();
    }
    assert!(all_said.iter().any(|line| line.starts_with("did ")), "no server lived long enough");
}

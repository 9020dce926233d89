//! What an import tells: what was taken, what was not and why, with line, title and address.

use std::collections::BTreeMap;

use desk::{Portion, PortionDone, TakenIn};
use domain::Kind;
use serde::Serialize;

use super::portion::Place;
use crate::wxr::Notice;

/// Rows that a report keeps; further ones are counted.
const MAX_ROWS: usize = 10_000;

/// Something that was not taken, or not as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotTaken {
    /// Line of the file.
    pub line: u64,
    /// Title of the item.
    pub title: String,
    /// Its old address.
    pub address: String,
    /// Why, or what was changed.
    pub why: String,
}

/// An edition that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditionMade {
    /// Its code.
    pub code: String,
    /// Its language.
    pub locale: String,
    /// Whether readers see it: its language has all messages.
    pub open: bool,
}

/// The report of an import.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// The archive that the file is of: where the old site was. None before the file told.
    pub archive: Option<String>,
    /// Posts that are new here.
    pub posts: u64,
    /// Pages that are new here.
    pub pages: u64,
    /// Posts and pages that were here already, the same.
    pub same: u64,
    /// Posts and pages that have changed in the archive since they came in, and were renewed.
    pub renewed: u64,
    /// Posts and pages that were here already and have changed in the archive since; kept as they are.
    pub changed: u64,
    /// Sections that were made.
    pub sections: u64,
    /// Topics that were made.
    pub topics: u64,
    /// Persons that were made.
    pub persons: u64,
    /// Editions that were made.
    pub editions_made: Vec<EditionMade>,
    /// Pictures and other files whose addresses and words were kept, for the step that brings them in.
    pub files: u64,
    /// Comments that stay behind.
    pub comments: u64,
    /// Terms of other taxonomies, which stay behind.
    pub terms: u64,
    /// Items of other types, by type, which stay behind.
    pub left_out: BTreeMap<String, u64>,
    /// Items that were not taken.
    pub refused: Vec<NotTaken>,
    /// What was taken with a change.
    pub notes: Vec<NotTaken>,
    /// Rows beyond what a report keeps.
    pub more: u64,
    /// Where the file broke off.
    pub broken: Option<String>,
}

impl Report {
    /// Posts and pages that are here now.
    pub const fn articles(&self) -> u64 {
        self.posts + self.pages + self.same + self.renewed + self.changed
    }

    pub(crate) fn count(&mut self, portion: &Portion, done: &PortionDone, places: &[Place]) {
        for ((branch, taken), place) in portion.branches.iter().zip(&done.branches).zip(places) {
            match taken {
                TakenIn::Same => self.same += 1,
                TakenIn::Renewed => self.renewed += 1,
                TakenIn::Changed => {
                    self.changed += 1;
                    self.note(
                        place,
                        "it has changed in the archive since it came in, and here too: it was kept as it is here",
                    );
                }
                TakenIn::New(slug) | TakenIn::Apart(slug) => {
                    if matches!(taken, TakenIn::Apart(_)) {
                        self.note(
                            place,
                            "another article of its translation group is in this edition already: it tells a \
                             story of its own",
                        );
                    }
                    if branch.content.kind == Kind::Page {
                        self.pages += 1
                    } else {
                        self.posts += 1
                    }
                    if *slug != branch.slug {
                        self.note(
                            place,
                            &format!("its address {:?} was taken: it is at {slug:?}", branch.slug.as_str()),
                        );
                    }
                }
            }
        }
        let [sections, topics, persons] = done.made.map(|n| u64::try_from(n).unwrap_or(u64::MAX));
        self.sections += sections;
        self.topics += topics;
        self.persons += persons;
    }

    pub(crate) fn left_out(&mut self, post_type: &str) {
        *self.left_out.entry(post_type.to_owned()).or_default() += 1;
    }

    pub(crate) fn refuse(&mut self, place: &Place, why: &str) {
        if self.room() {
            self.refused.push(row(place, why));
        }
    }

    pub(crate) fn note(&mut self, place: &Place, what: &str) {
        if self.room() {
            self.notes.push(row(place, what));
        }
    }

    pub(crate) fn notice(&mut self, notice: &Notice) {
        if self.room() {
            let title = notice.title.clone().unwrap_or_default();
            let why = format!("{} ({} times)", notice.what, notice.count);
            self.notes.push(NotTaken { line: notice.line, title, address: String::new(), why });
        }
    }

    fn room(&mut self) -> bool {
        let room = self.refused.len() + self.notes.len() < MAX_ROWS;
        self.more += u64::from(!room);
        room
    }
}

fn row(place: &Place, why: &str) -> NotTaken {
    NotTaken {
        line: place.line,
        title: place.title.clone(),
        address: place.address.clone(),
        why: why.to_owned(),
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for EditionMade { code, locale, open } in &self.editions_made {
            let state = if *open { "open" } else { "closed until its language has all messages" };
            writeln!(f, "edition {code} ({locale}) was made, {state}")?;
        }
        writeln!(
            f,
            "new: {} posts, {} pages, {} sections, {} topics, {} persons, {} files by their addresses",
            self.posts, self.pages, self.sections, self.topics, self.persons, self.files
        )?;
        writeln!(
            f,
            "here already: {} the same, {} renewed, {} changed in the archive since and kept",
            self.same, self.renewed, self.changed
        )?;
        let others: Vec<_> = self.left_out.iter().map(|(kind, n)| format!("{n} {kind}")).collect();
        writeln!(
            f,
            "left behind: {} comments, {} other terms, {}",
            self.comments,
            self.terms,
            if others.is_empty() { "no other items".to_owned() } else { others.join(", ") }
        )?;
        for (what, rows) in [("not taken", &self.refused), ("note", &self.notes)] {
            for row in rows {
                writeln!(f, "{what}: line {}: {:?} {}: {}", row.line, row.title, row.address, row.why)?;
            }
        }
        if self.more > 0 {
            writeln!(f, "and {} rows more", self.more)?;
        }
        match &self.broken {
            Some(broken) => writeln!(f, "the file was read up to here: {broken}"),
            None => Ok(()),
        }
    }
}

//! The run: which measurements there are, in which order, on which houses.

use std::{path::PathBuf, pin::Pin};

use rig::{Database, Durability, Postgres};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::{
    cost::Effort,
    failure::Failure,
    house::{House, Place},
    rows::{self, archive::Format},
    table::{self, Figure, Row},
};

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Name {
    Pictures,
    Html,
    Article,
    Front,
    Section,
    Publish,
    Search,
    Start,
    Memory,
    Import,
    Feeds,
    Readers,
    ImportMemory,
}

/// Rows to come.
type Measured<'a> = Pin<Box<dyn Future<Output = Result<Vec<Row>, Failure>> + 'a>>;

/// The small store.
const FEW: u64 = 100;

/// Runs of a whole import whose median counts.
const IMPORTS: u32 = 5;

struct Sizes {
    many: u64,
    /// Articles that are searched.
    searched: u64,
    import: u64,
    import_bytes: u64,
    pages: u64,
    effort: Effort,
}

impl Sizes {
    const FULL: Self = Self {
        many: 100_000,
        searched: 10_000,
        import: 10_000,
        import_bytes: 1_000_000_000,
        pages: 1_000,
        effort: Effort { samples: 9, operations: 200 },
    };
    const QUICK: Self = Self {
        many: 2_000,
        searched: 1_000,
        import: 1_000,
        import_bytes: 20_000_000,
        pages: 200,
        effort: Effort { samples: 5, operations: 50 },
    };
}

/// Measures everything, or what `only` names, and prints the table.
pub(crate) fn run(quick: bool, only: Vec<Name>) -> Result<(), Failure> {
    let folder = tempfile::Builder::new().prefix("masthead-bench-").tempdir();
    let bench = Bench {
        sizes: if quick { Sizes::QUICK } else { Sizes::FULL },
        only,
        folder: folder.map_err(Failure::io("a folder for temporary files"))?,
        runtime: Runtime::new().map_err(Failure::io("the runtime"))?,
    };
    table::print_head();
    // First: its peak of memory is this process's.
    if bench.wants(Name::Pictures) {
        table::print_rows(&bench.runtime.block_on(rows::pictures::rows(bench.sizes.effort.samples))?);
    }
    if bench.wants(Name::Html) {
        table::print_rows(&bench.runtime.block_on(rows::html::rows(bench.sizes.effort.samples))?);
    }
    bench.sqlite()?;
    bench.postgres()?;
    if bench.wants(Name::ImportMemory) {
        let place = Place::Sqlite(bench.folder.path().join("long"));
        let bytes = bench.sizes.import_bytes;
        table::print_rows(&rows::archive::memory(&binary()?, bench.folder.path(), &place, bytes)?);
    }
    Ok(())
}

struct Bench {
    sizes: Sizes,
    only: Vec<Name>,
    folder: TempDir,
    runtime: Runtime,
}

impl Bench {
    fn wants(&self, name: Name) -> bool {
        self.only.is_empty() || self.only.contains(&name)
    }

    fn wants_houses(&self) -> bool {
        [Name::Article, Name::Front, Name::Section, Name::Publish, Name::Readers]
            .into_iter()
            .any(|name| self.wants(name))
    }

    fn fill(&self, place: Place, articles: u64) -> Result<House, Failure> {
        eprintln!("filling {place} with {articles} articles");
        self.runtime.block_on(House::fill(place, articles))
    }

    fn sqlite(&self) -> Result<(), Failure> {
        let place = |name: &str| Place::Sqlite(self.folder.path().join(name));
        if self.wants_houses() || self.wants(Name::Start) || self.wants(Name::Memory) {
            let large = self.fill(place("large"), self.sizes.many)?;
            if self.wants_houses() {
                self.pages(&self.fill(place("small"), FEW)?, &large)?;
            }
            self.runtime.block_on(large.desk.store().database().close());
            self.nodes()?;
        }
        if self.wants(Name::Search) {
            self.searches(place("searched"))?;
        }
        if self.wants(Name::Import) {
            let places = (0..).map(|run| place(&format!("import-{run}")));
            self.imports(Format::Wxr, places)?;
        }
        if self.wants(Name::Feeds) {
            let places = (0..).map(|run| place(&format!("feeds-{run}")));
            self.imports(Format::Feed, places)?;
        }
        Ok(())
    }

    fn postgres(&self) -> Result<(), Failure> {
        let is_wanted = |name| self.wants(name);
        if !(self.wants_houses() || [Name::Search, Name::Import, Name::Feeds].into_iter().any(is_wanted)) {
            return Ok(());
        }
        let server = Postgres::start(Durability::Power);
        let place = |database: &Database| Place::Postgres(database.url.clone());
        if self.wants_houses() {
            let (few, many) = (server.database(), server.database());
            let small = self.fill(place(&few), FEW)?;
            let large = self.fill(place(&many), self.sizes.many)?;
            self.pages(&small, &large)?;
            for house in [small, large] {
                self.runtime.block_on(house.desk.store().database().close());
            }
        }
        if self.wants(Name::Search) {
            self.searches(place(&server.database()))?;
        }
        for (name, format) in [(Name::Import, Format::Wxr), (Name::Feeds, Format::Feed)] {
            if self.wants(name) {
                let databases: Vec<_> = (0..=IMPORTS).map(|_| server.database()).collect();
                self.imports(format, databases.iter().map(place))?;
            }
        }
        Ok(())
    }

    /// What is rendered and written in this process.
    fn pages(&self, small: &House, large: &House) -> Result<(), Failure> {
        let effort = self.sizes.effort;
        let measure = |name, rows: fn(&House, Effort) -> Measured<'_>| match self.wants(name) {
            true => self.runtime.block_on(rows(large, effort)).map(|rows| table::print_rows(&rows)),
            false => Ok(()),
        };
        if self.wants(Name::Article) {
            table::print_rows(&self.runtime.block_on(rows::pages::article(small, large, effort))?);
        }
        measure(Name::Front, |house, effort| Box::pin(rows::pages::front(house, effort)))?;
        measure(Name::Section, |house, effort| Box::pin(rows::pages::section(house, effort)))?;
        measure(Name::Publish, |house, effort| Box::pin(rows::publish::rows(house, effort)))?;
        if self.wants(Name::Readers) {
            let (binary, folder, articles) = (binary()?, self.folder.path(), self.sizes.import);
            let rows = rows::archive::readers(&binary, folder, large, articles, effort);
            table::print_rows(&self.runtime.block_on(rows)?);
        }
        Ok(())
    }

    fn searches(&self, place: Place) -> Result<(), Failure> {
        let house = self.fill(place, self.sizes.searched)?;
        table::print_rows(&self.runtime.block_on(rows::search::rows(&house, self.sizes.effort))?);
        self.runtime.block_on(house.desk.store().database().close());
        Ok(())
    }

    /// What the program itself does on the large house's data.
    fn nodes(&self) -> Result<(), Failure> {
        let (large, none) = (self.folder.path().join("large"), self.folder.path().join("none"));
        let (many, samples) = (self.sizes.many, self.sizes.effort.samples);
        if self.wants(Name::Start) {
            let empty = self.fill(Place::Sqlite(none.clone()), 0)?;
            self.runtime.block_on(empty.desk.store().database().close());
            let bars = (Figure::millis(100.0), Figure::millis(150.0));
            table::print_rows(&rows::node::start(&binary()?, &none, 0, bars.0, samples)?);
            table::print_rows(&rows::node::start(&binary()?, &large, many, bars.1, samples)?);
        }
        if self.wants(Name::Memory) {
            table::print_rows(&rows::node::memory(&binary()?, &large, many, self.sizes.pages)?);
        }
        Ok(())
    }

    fn imports(&self, format: Format, places: impl Iterator<Item = Place>) -> Result<(), Failure> {
        let what = (format, self.sizes.import);
        table::print_rows(&rows::archive::cost(&binary()?, self.folder.path(), what, places, IMPORTS)?);
        Ok(())
    }
}

/// The program, built beside this one.
fn binary() -> Result<PathBuf, Failure> {
    let own = std::env::current_exe().map_err(Failure::io("the path of this program"))?;
    let binary = own.with_file_name("masthead");
    if binary.is_file() { Ok(binary) } else { Err(Failure::NoBinary(binary)) }
}

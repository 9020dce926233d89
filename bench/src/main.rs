//! The performance tables of the house: each bar of `docs/performance.md`, measured.
//!
//! What is measured in this process is rendered and written by the crates themselves; starts,
//! memory and imports are those of `target/release/masthead`. Archives are generated, the same
//! on every machine, in a folder that goes with the run. Not here: any test, and any figure that
//! was not measured just now.

mod bench;
mod cost;
mod failure;
mod feed;
mod house;
mod prose;
mod rows;
mod table;
mod wxr;

use std::process::ExitCode;

use clap::Parser as _;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The performance tables.
#[derive(Debug, clap::Parser)]
#[command(after_help = "Example: cargo run --release -p bench -- --quick --only article,front")]
struct Cli {
    /// A small run: 2,000 articles for 100,000, 20 MB for 1 GB. Its figures prove nothing.
    #[arg(long)]
    quick: bool,
    /// Measures these alone.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    only: Vec<bench::Name>,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match bench::run(cli.quick, cli.only) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

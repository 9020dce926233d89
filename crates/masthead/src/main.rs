//! The binary: command line, configuration, wiring, start and stop.

mod cli;
mod command;
mod config;
mod demo;
mod failure;
mod languages;
mod moving;
mod opened;
mod pictures;
mod print;
mod rehearsal;

use std::process::ExitCode;

use clap::Parser as _;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("masthead: {failure}");
            ExitCode::from(failure.code())
        }
    }
}

fn run(cli: cli::Cli) -> Result<(), failure::Failure> {
    let config = config::Config::read(&cli.options)?;
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("MASTHEAD_LOG")
                .unwrap_or_else(|_| "info,sqlx=warn".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8))
        .enable_all()
        .build()
        .map_err(|source| failure::Failure::Start(source.to_string()))?;
    runtime.block_on(command::run(cli.command, &config))
}

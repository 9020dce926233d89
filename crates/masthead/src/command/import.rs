//! `masthead import`.

use std::path::PathBuf;

use desk::DeskError;
use domain::EditionCode;
use exchange::import::{Options, Surveys, import_file};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::{config::Config, failure::Failure, opened::Opened, print};

/// Imports WordPress exports, one after another.
pub(super) async fn wxr(config: &Config, files: &[PathBuf], edition: Option<&str>) -> Result<(), Failure> {
    let edition = edition.map(EditionCode::parse).transpose().map_err(DeskError::from)?;
    let options = Options { edition };
    let opened = Opened::open(config).await?;
    let surveys = Surveys::of(files);
    let mut reports = Vec::new();
    let mut cut_short = None;
    for file in files {
        let size =
            std::fs::metadata(file).map_err(|source| Failure::File { path: file.clone(), source })?.len();
        let bar = progress_bar(size);
        let outcome = import_file(&opened.desk, &surveys, file, &options, &mut |progress| {
            bar.set_position(progress.bytes);
            bar.set_message(format!("{} articles", progress.articles));
        })
        .await;
        bar.finish_and_clear();
        let report = outcome.map_err(|source| Failure::Import { file: file.clone(), source })?;
        if let Some(broken) = &report.broken {
            cut_short.get_or_insert_with(|| Failure::CutShort { file: file.clone(), broken: broken.clone() });
        }
        if config.json {
            reports.push(json!({ "file": file, "report": report }));
        } else {
            print::line(format_args!("{}\n{report}", file.display()))?;
        }
    }
    opened.close().await;
    if config.json {
        print::line(json!({ "imports": reports }))?;
    }
    cut_short.map_or(Ok(()), Err)
}

/// On standard error, and only where that is a terminal.
fn progress_bar(size: u64) -> ProgressBar {
    let style = ProgressStyle::with_template(
        "{bar:30} {percent:>3} %  {bytes}/{total_bytes}  {msg}  {bytes_per_sec}  rest {eta}",
    );
    let bar = ProgressBar::new(size);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

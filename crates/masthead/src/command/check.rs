//! `masthead check`.

use serde_json::json;

use crate::{config::Config, failure::Failure, opened::Opened, pictures, print};

/// Checks every invariant and prints what breaks one.
pub(super) async fn run(config: &Config) -> Result<(), Failure> {
    let opened = Opened::open(config).await?;
    let mut findings = store::check(&opened.store).await?;
    findings.extend(pictures::check(&opened.store, &opened.pictures.blobs).await?);
    opened.close().await;
    if config.json {
        let rows: Vec<_> =
            findings.iter().map(|f| json!({ "invariant": f.invariant, "subject": f.subject })).collect();
        print::line(json!({ "findings": rows }))?;
    } else {
        for finding in &findings {
            print::line(format_args!("broken: {}: {}", finding.invariant, finding.subject))?;
        }
        if findings.is_empty() {
            print::line("every invariant holds")?;
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(Failure::Findings(findings.len())) }
}

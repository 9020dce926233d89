//! `masthead theme`.

use std::path::Path;

use press::check_theme;
use serde_json::json;

use crate::{config::Config, failure::Failure, languages, print};

/// Checks a theme folder as `serve --theme DIR` would, and prints what keeps it from being used.
pub(super) fn check(config: &Config, dir: &Path) -> Result<(), Failure> {
    let messages = languages::messages(&config.data, Some(dir))?;
    let findings = check_theme(dir, &messages);
    if config.json {
        let rows: Vec<_> = findings
            .iter()
            .map(|f| json!({ "file": f.file, "line": f.line, "what": f.what, "mend": f.mend }))
            .collect();
        print::line(json!({ "findings": rows }))?;
    } else {
        for finding in &findings {
            print::line(finding)?;
        }
        if findings.is_empty() {
            print::line(format_args!("{} can be used: serve --theme {0}", dir.display()))?;
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(Failure::Theme(findings.len())) }
}

//! `masthead edition`.

use desk::{DeskError, PutEdition};
use domain::{Edition, EditionCode, LocaleTag};

use super::operator;
use crate::{config::Config, failure::Failure, opened::Opened, print};

/// Adds an edition, open if its language has all messages.
pub(super) async fn add(config: &Config, code: &str, locale: &str, label: String) -> Result<(), Failure> {
    let code = EditionCode::parse(code).map_err(DeskError::from)?;
    let locale = LocaleTag::parse(locale).map_err(DeskError::from)?;
    let opened = Opened::open(config).await?;
    let frame = opened.store.frame();
    if frame.edition(code.as_str()).is_some() {
        return Err(Failure::Usage(format!("edition {code} is there already")));
    }
    let open = opened.messages.complete(&locale).is_empty();
    let ordinal = frame.editions.iter().map(|e| e.ordinal).max().unwrap_or_default() + 1;
    let edition = Edition { open, ordinal, ..Edition::new(code.clone(), locale.clone(), label) };
    opened.desk.run(&operator(), &PutEdition { edition }).await?;
    opened.close().await;
    let state = if open { "open to readers" } else { "closed: its language lacks messages" };
    if config.json {
        print::line(serde_json::json!({ "code": code.as_str(), "locale": locale.as_str(), "open": open }))
    } else {
        print::line(format_args!("edition {code} ({locale}) was added, {state}"))
    }
}

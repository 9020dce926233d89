//! `masthead settings`.

use std::collections::BTreeMap;

use desk::{DeskError, Refusal, SetSetting};

use super::operator;
use crate::{cli::Settings, config::Config, failure::Failure, opened::Opened, print};

/// Where all keys stand.
const KEYS: &str = "`masthead settings set --help` names all keys";

/// Prints or changes settings.
pub(super) async fn run(config: &Config, settings: Settings) -> Result<(), Failure> {
    let opened = Opened::open(config).await?;
    let portal = opened.store.frame().portal.clone();
    let mut values: BTreeMap<String, String> = opened.store.frame().settings.clone();
    let with_defaults = [
        ("portal.name", portal.name),
        ("portal.base_url", portal.base_url),
        ("portal.time_zone", portal.time_zone.as_str().to_owned()),
        ("portal.accent", portal.accent),
        ("portal.reuse_rule", portal.reuse_rule),
    ];
    values.extend(with_defaults.map(|(key, value)| (key.to_owned(), value)));
    match settings {
        Settings::Get { key } => match values.get(&key) {
            Some(value) if config.json => print::line(serde_json::json!({ key: value }))?,
            Some(value) => print::line(value)?,
            None => {
                return Err(Failure::Usage(format!("nothing is set for {key:?}; {KEYS}")));
            }
        },
        Settings::Set { key, value } => {
            let unknown = Failure::Usage(format!("there is no setting {key:?}; {KEYS}"));
            match opened.desk.run(&operator(), &SetSetting { key, value }).await {
                Err(DeskError::Refused(Refusal::Unknown(_))) => return Err(unknown),
                outcome => outcome?,
            };
        }
        Settings::List if config.json => print::line(serde_json::json!(values))?,
        Settings::List => {
            for (key, value) in &values {
                print::line(format_args!("{key} = {value}"))?;
            }
        }
    }
    opened.close().await;
    Ok(())
}

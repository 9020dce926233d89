//! Configuration: flag beats environment beats `DIR/masthead.toml`.

use std::path::PathBuf;

use figment::{
    Figment,
    providers::{Env, Format as _, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

use crate::{cli::Options, failure::Failure};

/// What the commands run with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// The data folder.
    #[serde(skip)]
    pub(crate) data: PathBuf,
    /// A PostgreSQL server, if that holds the truth.
    #[serde(default)]
    pub(crate) database: Option<String>,
    /// The bucket of the pictures, if they do not lie in the data folder.
    #[serde(default)]
    pub(crate) media: Option<String>,
    /// Where `serve` listens.
    pub(crate) listen: String,
    /// The theme's override folder.
    #[serde(default)]
    pub(crate) theme: Option<PathBuf>,
    /// Addresses that may be fetched from besides those of the open internet, divided by commas.
    #[serde(default)]
    pub(crate) fetch_allow: Option<String>,
    /// Whether nothing is fetched from other hosts.
    #[serde(default)]
    pub(crate) offline: bool,
    /// Whether reports are JSON.
    #[serde(default)]
    pub(crate) json: bool,
}

/// Flags that were given; the others do not hide what stands below them.
#[derive(Serialize)]
struct Given<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<&'a String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media: Option<&'a String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    listen: Option<&'a String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<&'a PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fetch_allow: Option<&'a String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    offline: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    json: bool,
}

impl Config {
    /// From flags, environment and the file of the data folder.
    pub(crate) fn read(options: &Options) -> Result<Self, Failure> {
        let data = match (&options.data, std::env::var_os("MASTHEAD_DATA")) {
            (Some(data), _) => data.clone(),
            (None, Some(data)) => PathBuf::from(data),
            (None, None) => {
                return Err(Failure::Usage(
                    "name the data folder: --data DIR, or MASTHEAD_DATA in the environment".to_owned(),
                ));
            }
        };
        let given = Given {
            database: options.database.as_ref(),
            media: options.media.as_ref(),
            listen: options.listen.as_ref(),
            theme: options.theme.as_ref(),
            fetch_allow: options.fetch_allow.as_ref(),
            offline: options.offline,
            json: options.json,
        };
        let config: Self = Figment::new()
            .merge(Serialized::default("listen", "127.0.0.1:8080"))
            .merge(Toml::file(data.join("masthead.toml")))
            .merge(Env::prefixed("MASTHEAD_").only(&[
                "database",
                "media",
                "listen",
                "theme",
                "fetch_allow",
                "offline",
                "json",
            ]))
            .merge(Serialized::defaults(given))
            .extract()
            .map_err(|error| Failure::Config(Box::new(error)))?;
        Ok(Self { data, ..config })
    }
}

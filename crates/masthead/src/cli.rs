//! The command line, which is a contract: scripts and units are written against it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A multilingual news portal from one binary.
#[derive(Debug, Parser)]
#[command(
    name = "masthead",
    version,
    about,
    after_help = "Example: masthead serve --data ./data --listen 127.0.0.1:8080"
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) options: Options,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Flags of every command. Each is also MASTHEAD_… in the environment and a key of DIR/masthead.toml.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The data folder: database, index, secret.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// A PostgreSQL server that holds the truth instead of DIR.
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) database: Option<String>,
    /// A bucket that holds the pictures instead of DIR: s3://BUCKET/PREFIX?endpoint=…&region=….
    /// Its keys are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment.
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) media: Option<String>,
    /// Where `serve` listens [default: 127.0.0.1:8080].
    #[arg(long, global = true, value_name = "ADDR")]
    pub(crate) listen: Option<String>,
    /// A folder whose templates and styles go before the theme's own.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) theme: Option<PathBuf>,
    /// Addresses with their ports, divided by commas, that may be fetched from although they are not of
    /// the open internet: an old site in the own network.
    #[arg(long, global = true, value_name = "ADDR,…")]
    pub(crate) fetch_allow: Option<String>,
    /// Fetch nothing from other hosts. Pictures that are not in --uploads stay awaited.
    #[arg(long, global = true)]
    pub(crate) offline: bool,
    /// Report as JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the portal. Where there is no database yet, the demonstration portal is filled in.
    #[command(after_help = "Example: masthead serve --data ./data --listen 127.0.0.1:8080")]
    Serve {
        /// Begin with an empty portal instead of the demonstration.
        #[arg(long)]
        empty: bool,
    },
    /// Bring in an archive. Repeatable: what is here already is left alone.
    #[command(subcommand)]
    Import(Import),
    /// Read and change the portal's settings.
    #[command(subcommand)]
    Settings(Settings),
    /// Editions of the portal.
    #[command(subcommand)]
    Edition(EditionCommand),
    /// Bring the database to this version and stop.
    #[command(after_help = "Example: masthead migrate --data ./data")]
    Migrate,
    /// Theme folders.
    #[command(subcommand)]
    Theme(ThemeCommand),
    /// Check every invariant of the store.
    #[command(after_help = "Example: masthead check --data ./data --json")]
    Check,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// WordPress exports (WXR 1.0 to 1.2).
    #[command(
        after_help = "Example: masthead import wxr --data ./data --uploads ./uploads export-1.xml export-2.xml"
    )]
    Wxr {
        /// The files of one archive.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        how: ImportHow,
    },
    /// Feeds as archives: RSS 0.9x to 2.0, Atom 0.3 and 1.0, JSON Feed.
    #[command(after_help = "Example: masthead import feed --data ./data --edition en feed.xml")]
    Feed {
        /// The feeds, one after another: files, or addresses from which they are fetched.
        #[arg(required = true, value_name = "FILE_OR_URL")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        how: ImportHow,
    },
    /// The feeds of OPML lists: files beside the list, or fetched from the web.
    #[command(after_help = "Example: masthead import opml --data ./data feeds/list.opml")]
    Opml {
        /// The lists.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        how: ImportHow,
    },
}

/// What all imports can be told.
#[derive(Debug, Args)]
pub(crate) struct ImportHow {
    /// The edition of what is in no language's [default: the language that the file says].
    #[arg(long, value_name = "CODE")]
    pub(crate) edition: Option<String>,
    /// A copy of the old site's wp-content/uploads; what is missing there is fetched from the old site.
    #[arg(long, value_name = "DIR")]
    pub(crate) uploads: Option<PathBuf>,
    /// Tell what would be taken and what not, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Settings {
    /// Print a setting.
    #[command(after_help = "Example: masthead settings get portal.name --data ./data")]
    Get {
        /// One of those that `settings set --help` names.
        key: String,
    },
    /// Change a setting; without a value, what holds by default is brought back.
    #[command(after_help = "Example: masthead settings set portal.time_zone Asia/Yerevan --data ./data")]
    Set {
        /// portal.name, portal.base_url, portal.time_zone, portal.accent, portal.reuse_rule,
        /// social.x, social.youtube, social.instagram, social.facebook, social.telegram,
        /// social.app_store or social.google_play.
        key: String,
        /// The value.
        value: Option<String>,
    },
    /// Print all settings.
    #[command(after_help = "Example: masthead settings list --data ./data")]
    List,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EditionCommand {
    /// Add an edition. It opens to readers if the messages of its language are complete.
    #[command(after_help = "Example: masthead edition add ar --locale ar --label العربية --data ./data")]
    Add {
        /// Its code in the address.
        code: String,
        /// Its language as a BCP 47 tag.
        #[arg(long, value_name = "TAG")]
        locale: String,
        /// What the language switch calls it.
        #[arg(long, value_name = "TEXT")]
        label: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ThemeCommand {
    /// Tell what keeps a theme folder from being used, and how to mend it.
    #[command(after_help = "Example: masthead theme check ./theme --data ./data --json")]
    Check {
        /// The folder, as `serve --theme` takes it.
        #[arg(value_name = "DIR")]
        dir: PathBuf,
    },
}

//! How a command fails: what, where and how to mend it, and the exit code of the contract.

/// A failure of a command.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The command was used wrongly.
    #[error("{0}")]
    Usage(String),
    /// The program could not start.
    #[error("cannot start: {0}")]
    Start(String),
    /// The configuration cannot be read.
    #[error("configuration: {0}")]
    Config(Box<figment::Error>),
    /// A file or folder cannot be used.
    #[error("{path} cannot be used: {source}; check the path and its permissions", path = path.display())]
    File {
        /// Which.
        path: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::StoreError),
    /// A use case failed.
    #[error(transparent)]
    Desk(#[from] desk::DeskError),
    /// An import failed.
    #[error("{}: {source}", file.display())]
    Import {
        /// Of which file.
        file: std::path::PathBuf,
        /// Why.
        source: exchange::import::ImportError,
    },
    /// An export ends in the middle.
    #[error("{}: {broken}; what stands before that is here, and a whole file goes on from there", file.display())]
    CutShort {
        /// Which.
        file: std::path::PathBuf,
        /// Where.
        broken: String,
    },
    /// A feed cannot be fetched.
    #[error("{0}; fetch it with another program, and import the file")]
    Fetch(#[from] fetch::FetchError),
    /// Feeds of a list were not taken.
    #[error("{0} feeds of the list were not taken, for the reasons above; the others are here")]
    Missed(usize),
    /// Standard output cannot be written.
    #[error("the report cannot be printed: {0}; what was done stays done")]
    Print(std::io::Error),
    /// The press failed.
    #[error(transparent)]
    Press(#[from] press::PressError),
    /// A picture cannot be kept, read or taken.
    #[error("pictures: {0}; check the folder or the bucket of the pictures")]
    Pictures(#[from] media::Error),
    /// The pictures of an archive cannot be brought.
    #[error("{0}; start the same command again, it goes on from there")]
    ArchivePictures(#[from] exchange::pictures::PictureError),
    /// A message file is faulty.
    #[error(transparent)]
    Messages(#[from] locale::FileError),
    /// The demonstration is broken.
    #[error("the demonstration portal: {0}")]
    Demo(String),
    /// The check found something.
    #[error("{0} findings: restore the newest backup, or report them with the lines above")]
    Findings(usize),
    /// A theme folder cannot be used.
    #[error("the theme folder cannot be used: mend the {0} findings above")]
    Theme(usize),
    /// A listening address cannot be used.
    #[error("cannot listen on {address}: {source}; choose another with --listen, or stop what holds it")]
    Listen {
        /// Which.
        address: String,
        /// Why.
        source: std::io::Error,
    },
}

impl Failure {
    /// 1 failed, 2 wrong use.
    pub(crate) const fn code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            _ => 1,
        }
    }
}

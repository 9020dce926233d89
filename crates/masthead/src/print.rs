//! Standard output: what a command reports. Not here: the log and failures, which go to
//! standard error.

use std::{fmt::Display, io::Write as _};

use crate::failure::Failure;

/// Prints a line. A reader who has seen enough and closed the pipe, as `head` does, is no failure.
pub(crate) fn line(text: impl Display) -> Result<(), Failure> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::Print(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

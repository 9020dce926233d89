//! `DIR/lock`: one `serve`, `restore` or `migrate` to a data folder. The kernel lets go
//! of it however the process ends.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read as _, Seek as _, Write as _},
    path::Path,
};

use crate::error::{Result, StoreError};

/// The lock, held until it is dropped.
#[derive(Debug)]
pub struct DirLock {
    _file: File,
}

impl DirLock {
    /// Takes the lock of `dir` for `command` of this process.
    pub fn take(dir: &Path, command: &str) -> Result<Self> {
        let path = dir.join("lock");
        let file_error = |source| StoreError::File { path: path.clone(), source };
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(file_error)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut process = String::new();
                file.read_to_string(&mut process).map_err(file_error)?;
                return Err(StoreError::Locked { path, process: process.trim().to_owned() });
            }
            Err(TryLockError::Error(source)) => return Err(file_error(source)),
        }
        file.set_len(0).map_err(file_error)?;
        file.rewind().map_err(file_error)?;
        writeln!(file, "{} ({command})", std::process::id()).map_err(file_error)?;
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_refused_and_told_who_holds_it() {
        let dir = tempfile::tempdir().unwrap();
        let held = DirLock::take(dir.path(), "serve").unwrap();
        let Err(StoreError::Locked { process, .. }) = DirLock::take(dir.path(), "restore") else {
            panic!("the lock was given twice");
        };
        assert_eq!(process, format!("{} (serve)", std::process::id()));
        drop(held);
        DirLock::take(dir.path(), "restore").unwrap();
    }
}

//! `masthead import wxr`.

use std::path::PathBuf;

use exchange::import::{Surveys, import_file};

use super::imports::{How, Imports, meter};
use crate::failure::Failure;

/// Imports WordPress exports, one after another.
pub(super) async fn wxr(how: How<'_>, files: &[PathBuf]) -> Result<(), Failure> {
    let mut imports = Imports::open(how).await?;
    let surveys = Surveys::of(files);
    for file in files {
        let mut meter = meter(file)?;
        let (desk, options) = (imports.desk(), imports.options());
        let outcome = import_file(desk, &surveys, file, options, &mut |progress| meter.tell(progress)).await;
        drop(meter);
        imports.took(file, outcome)?;
    }
    imports.close().await
}

//! One cluster for all test processes of one nextest run.
//!
//! The run's id names a folder; its lock decides who starts the cluster; a file there tells the
//! others where it is. The cluster ends when the runner, the parent of all of them, does.

use super::cluster::Cluster;
use super::tools::Tools;
use super::{Durability, Error, answers};
use crate::watcher::Until;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

pub(super) fn join_or_start(run: &str) -> Result<Cluster, Error> {
    let folder = std::env::temp_dir().join(format!("masthead-rig-{run}"));
    fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
    let lock = File::create(folder.join("lock")).map_err(Error::io(&folder))?;
    lock.lock().map_err(Error::io(&folder))?;
    let card = folder.join("cluster");
    if card.exists() {
        let (port, data) = read(&card)?;
        if answers(port) {
            return Ok(Cluster { tools: Tools::find()?, data, port, watcher: None });
        }
    }
    let runner = std::os::unix::process::parent_id();
    let cluster = Cluster::make(&folder, Durability::Process, Until::ProcessGone(runner))?;
    fs::write(&card, format!("{}\n{}\n", cluster.port, cluster.data.display())).map_err(Error::io(&card))?;
    Ok(cluster)
}

fn read(card: &Path) -> Result<(u16, PathBuf), Error> {
    let text = fs::read_to_string(card).map_err(Error::io(card))?;
    let lines =
        text.split_once('\n').and_then(|(port, data)| Some((port.parse().ok()?, data.trim_end().into())));
    lines.ok_or_else(|| Error::Content { file: card.into(), expected: "a port and a folder" })
}

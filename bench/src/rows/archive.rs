//! `masthead import` as a process of its own: what an article costs it, and how large it
//! grows over a very long export.

use std::{
    fs::File,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use super::wall;
use crate::{
    cost::{Cost, median},
    failure::Failure,
    feed,
    house::Place,
    table::{Figure, Row},
    wxr::{self, Length},
};

/// How often the size of a running import is read.
const LOOK: Duration = Duration::from_millis(20);

/// What is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Wxr,
    Feed,
}

impl Format {
    const fn command(self) -> &'static str {
        match self {
            Self::Wxr => "wxr",
            Self::Feed => "feed",
        }
    }
}

/// What an article costs, on a fresh place each time.
pub(crate) fn cost(
    binary: &Path,
    folder: &Path,
    (format, articles): (Format, u64),
    mut places: impl Iterator<Item = Place>,
    samples: u32,
) -> Result<Vec<Row>, Failure> {
    let file = folder.join(format!("{}.xml", format.command()));
    let written = match format {
        Format::Wxr => wxr::write(&file, Length::Articles(articles)).map(drop),
        Format::Feed => feed::write(&file, articles),
    };
    written.map_err(Failure::io(file.display().to_string()))?;
    let bytes = std::fs::metadata(&file).map_err(Failure::io("the export"))?.len();
    let (mut costs, mut name) = (Vec::new(), String::new());
    // The first run warms up.
    for place in places.by_ref().take(samples as usize + 1) {
        name = place.to_string();
        costs.push(run(binary, folder, (format, &file), &place)?.cost);
    }
    costs.remove(0);
    let whole = median(costs);
    let count = u32::try_from(articles).unwrap_or(u32::MAX);
    let each = Cost { cpu: whole.cpu / count, wall: whole.wall / count };
    let beside = format!(
        "{}; {articles} articles, {:.1} KB of {} each",
        wall(each),
        bytes as f64 / 1e3 / articles as f64,
        if format == Format::Wxr { "export" } else { "feed" },
    );
    Ok(vec![Row::new(
        format!("import {}, an article, {name}", format.command()),
        Figure::Time(each.cpu),
        Figure::millis(0.5),
        beside,
    )])
}

/// How large an import grows over a file of `bytes`.
pub(crate) fn memory(binary: &Path, folder: &Path, place: &Place, bytes: u64) -> Result<Vec<Row>, Failure> {
    let file = folder.join("long.xml");
    let articles =
        wxr::write(&file, Length::Bytes(bytes)).map_err(Failure::io(file.display().to_string()))?;
    let ran = run(binary, folder, (Format::Wxr, &file), place);
    std::fs::remove_file(&file).map_err(Failure::io(file.display().to_string()))?;
    let Ran { cost, peak } = ran?;
    let count = u32::try_from(articles).unwrap_or(u32::MAX);
    let beside = format!(
        "{articles} articles, {:.2} ms CPU each, {:.0} s wall",
        (cost.cpu / count).as_secs_f64() * 1e3,
        cost.wall.as_secs_f64()
    );
    let what = format!("import wxr, peak resident memory, a file of {:.2} GB, {place}", bytes as f64 / 1e9);
    Ok(vec![Row::new(what, Figure::Bytes(peak), Figure::Bytes(200_000_000), beside)])
}

struct Ran {
    cost: Cost,
    /// Most resident memory (`VmHWM`), in bytes.
    peak: u64,
}

fn run(binary: &Path, folder: &Path, (format, file): (Format, &Path), place: &Place) -> Result<Ran, Failure> {
    let mut command = Command::new(binary);
    command.args(["import", format.command(), "--edition", "en"]).arg(file);
    match place {
        Place::Sqlite(data) => command.arg("--data").arg(data),
        Place::Postgres(url) => command.arg("--data").arg(folder.join("beside")).arg("--database").arg(url),
    };
    let said = folder.join("said.txt");
    let log = || File::create(&said).map_err(Failure::io(said.display().to_string()));
    let began = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log()?).spawn();
    let mut child = child.map_err(Failure::io(binary.display().to_string()))?;
    let watched = watch(&child);
    let wall = began.elapsed();
    // An ended child keeps its CPU time until it is waited for.
    let cpu = rig::process::cpu_time(child.id()).map_err(Failure::io("CPU time of the import"));
    let status = child.wait().map_err(Failure::io("the import"))?;
    if !status.success() {
        return Err(ended(file, status, &said));
    }
    Ok(Ran { cost: Cost { cpu: cpu?, wall }, peak: watched? })
}

fn ended(file: &Path, status: std::process::ExitStatus, said: &PathBuf) -> Failure {
    let said = std::fs::read_to_string(said).unwrap_or_else(|cause| format!("(no log: {cause})"));
    Failure::Ended { command: format!("import {}", file.display()), status, said }
}

/// Reads the high-water mark until the process has ended and given its memory back.
fn watch(child: &Child) -> Result<u64, Failure> {
    let mut peak = None;
    while let Some(mark) = high_water(child.id())? {
        peak = Some(mark);
        std::thread::sleep(LOOK);
    }
    peak.ok_or(Failure::Unseen(child.id()))
}

/// `VmHWM` in bytes (`proc(5)`); none for a process that has ended.
pub(super) fn high_water(pid: u32) -> Result<Option<u64>, Failure> {
    let status = format!("/proc/{pid}/status");
    let text = std::fs::read_to_string(&status).map_err(Failure::io(status))?;
    let mark = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(mark.and_then(|mark| mark.trim().strip_suffix(" kB")?.parse::<u64>().ok()).map(|kib| kib * 1024))
}

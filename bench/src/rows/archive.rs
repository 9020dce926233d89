//! `masthead import` as a process of its own: what an article costs it, and how large it
//! grows over a very long export.

use std::{
    fs::File,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use super::{pages::address, wall};
use crate::{
    cost::{Cost, Effort, median},
    failure::Failure,
    feed,
    house::{House, Place},
    table::{Figure, Row},
    wxr::{self, Length},
};

/// How often the size of a running import is read.
const LOOK: Duration = Duration::from_millis(20);
/// How often an import tells how far it is.
const TOLD: Duration = Duration::from_secs(10);

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
    let (mut costs, mut again, mut name) = (Vec::new(), Vec::new(), String::new());
    // The first run warms up.
    for place in places.by_ref().take(samples as usize + 1) {
        name = place.to_string();
        costs.push(run(binary, folder, (format, &file), &place)?.cost);
        again.push(run(binary, folder, (format, &file), &place)?.cost);
    }
    let [each, again] = [costs, again].map(|mut costs| {
        costs.remove(0);
        let (whole, count) = (median(costs), u32::try_from(articles).unwrap_or(u32::MAX));
        Cost { cpu: whole.cpu / count, wall: whole.wall / count }
    });
    let beside = format!(
        "{}; {articles} articles, {:.1} KB of {} each",
        wall(each),
        bytes as f64 / 1e3 / articles as f64,
        if format == Format::Wxr { "export" } else { "feed" },
    );
    let command = format.command();
    Ok(vec![
        Row::new(
            format!("import {command}, an article, {name}"),
            Figure::Time(each.cpu),
            Figure::millis(0.5),
            beside,
        ),
        Row::new(
            format!("import {command} of the same again, an article, {name}"),
            Figure::Time(again.cpu),
            Figure::millis(0.1),
            wall(again),
        ),
    ])
}

/// What readers notice of an import of `articles` into the house that they read: what an article costs
/// while it runs against before it, and the longest that one waited.
pub(crate) async fn readers(
    binary: &Path,
    folder: &Path,
    house: &House,
    articles: u64,
    effort: Effort,
) -> Result<Vec<Row>, Failure> {
    let file = folder.join("beside.xml");
    wxr::write(&file, Length::Articles(articles)).map_err(Failure::io(file.display().to_string()))?;
    let calm = effort.cost(async |number| open(house, number).await.map(drop)).await?;
    let said = folder.join("said.txt");
    let mut child = spawn(binary, folder, (Format::Wxr, &file), &house.place, &said)?;
    let (mut costs, mut longest, mut number) = (Vec::new(), Duration::ZERO, 0);
    let status = loop {
        if let Some(status) = child.try_wait().map_err(Failure::io("the import"))? {
            break status;
        }
        let once = Effort { samples: 1, ..effort };
        costs.push(
            once.cost(async |_| {
                number += 1;
                longest = longest.max(open(house, number).await?);
                Ok(())
            })
            .await?,
        );
    };
    if !status.success() {
        return Err(ended(&file, status, &said));
    }
    let (count, busy) = (costs.len() * 2 * effort.operations as usize, median(costs));
    let ratio = busy.cpu.as_secs_f64() / calm.cpu.as_secs_f64();
    let beside = format!(
        "{:.2} ms against {:.2} ms, {count} pages while {articles} articles came in",
        busy.cpu.as_secs_f64() * 1e3,
        calm.cpu.as_secs_f64() * 1e3
    );
    Ok(vec![
        Row::new(
            format!("article during an import against before it, {}", house.place),
            Figure::Ratio(ratio),
            Figure::Ratio(1.3),
            beside,
        ),
        Row::new(
            format!("longest wait for an article during an import, {}", house.place),
            Figure::Time(longest),
            Figure::millis(50.0),
            "wall; two processes and the database's share the cores".to_owned(),
        ),
    ])
}

/// Opens an article of a house, another one for each number; how long that took.
async fn open(house: &House, number: u32) -> Result<Duration, Failure> {
    let began = Instant::now();
    house.get(&address(u64::from(number) * 7_919 % house.articles.max(1))).await?;
    Ok(began.elapsed())
}

/// How large an import grows over a file of `bytes`.
pub(crate) fn memory(binary: &Path, folder: &Path, place: &Place, bytes: u64) -> Result<Vec<Row>, Failure> {
    let file = folder.join("long.xml");
    let articles =
        wxr::write(&file, Length::Bytes(bytes)).map_err(Failure::io(file.display().to_string()))?;
    let ran = run(binary, folder, (Format::Wxr, &file), place);
    std::fs::remove_file(&file).map_err(Failure::io(file.display().to_string()))?;
    let Ran { cost, peak } = ran?;
    let pace = Pace::read(&folder.join("said.txt"))?;
    let count = u32::try_from(articles).unwrap_or(u32::MAX);
    let beside = format!(
        "{articles} articles, 40 % of them translations of each other, {:.2} ms CPU each, {:.0} s wall",
        (cost.cpu / count).as_secs_f64() * 1e3,
        cost.wall.as_secs_f64()
    );
    let what = format!("import wxr, peak resident memory, a file of {:.2} GB, {place}", bytes as f64 / 1e9);
    let mut rows = vec![Row::new(what, Figure::Bytes(peak), Figure::Bytes(200_000_000), beside)];
    rows.extend(pace.map(|pace| {
        Row::new(
            format!("import wxr, time of an article at the end of that file against its beginning, {place}"),
            Figure::Ratio(pace.first / pace.last),
            // The rate of the last tenth is at least 0.8 of the first's.
            Figure::Ratio(1.25),
            format!("{:.0} and {:.0} articles a second, pauses for others included", pace.first, pace.last),
        )
    }));
    Ok(rows)
}

/// Articles a second in the first and in the last tenth of a long import.
struct Pace {
    first: f64,
    last: f64,
}

impl Pace {
    /// Of what an import told every ten seconds; none where it was too short to have tenths.
    fn read(said: &Path) -> Result<Option<Self>, Failure> {
        let text = std::fs::read_to_string(said).map_err(Failure::io(said.display().to_string()))?;
        let articles = |line: &str| line.split(", ").nth(1)?.strip_suffix(" articles")?.parse::<u64>().ok();
        let told: Vec<u64> = std::iter::once(0).chain(text.lines().filter_map(articles)).collect();
        let tenth = (told.len() - 1) / 10;
        let (Some(&early), Some(&end)) = (told.get(tenth), told.last()) else { return Ok(None) };
        let Some(&late) = told.get(told.len() - 1 - tenth) else { return Ok(None) };
        let seconds = tenth as f64 * TOLD.as_secs_f64();
        Ok((tenth > 0).then(|| Self { first: early as f64 / seconds, last: (end - late) as f64 / seconds }))
    }
}

struct Ran {
    cost: Cost,
    /// Most resident memory (`VmHWM`), in bytes.
    peak: u64,
}

fn run(binary: &Path, folder: &Path, what: (Format, &Path), place: &Place) -> Result<Ran, Failure> {
    let said = folder.join("said.txt");
    let began = Instant::now();
    let mut child = spawn(binary, folder, what, place, &said)?;
    let watched = watch(&child);
    let wall = began.elapsed();
    // An ended child keeps its CPU time until it is waited for.
    let cpu = rig::process::cpu_time(child.id()).map_err(Failure::io("CPU time of the import"));
    let status = child.wait().map_err(Failure::io("the import"))?;
    if !status.success() {
        return Err(ended(what.1, status, &said));
    }
    Ok(Ran { cost: Cost { cpu: cpu?, wall }, peak: watched? })
}

fn spawn(
    binary: &Path,
    folder: &Path,
    (format, file): (Format, &Path),
    place: &Place,
    said: &Path,
) -> Result<Child, Failure> {
    let mut command = Command::new(binary);
    command.args(["import", format.command(), "--edition", "en"]).arg(file);
    match place {
        Place::Sqlite(data) => command.arg("--data").arg(data),
        Place::Postgres(url) => command.arg("--data").arg(folder.join("beside")).arg("--database").arg(url),
    };
    let log = File::create(said).map_err(Failure::io(said.display().to_string()))?;
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn();
    child.map_err(Failure::io(binary.display().to_string()))
}

fn ended(file: &Path, status: std::process::ExitStatus, said: &Path) -> Failure {
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

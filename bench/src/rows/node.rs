//! The real program: how it starts, and what it holds after many pages.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use rig::{Node, NodeCommand};

use super::{pages::address, wall};
use crate::{
    cost::{Cost, median},
    failure::Failure,
    prose::Dice,
    table::{Figure, Row},
};

/// Start to the first 200 of a front, CPU time of the program so far.
pub(crate) fn start(
    binary: &Path,
    data: &Path,
    articles: u64,
    bar: Figure,
    samples: u32,
) -> Result<Vec<Row>, Failure> {
    let mut costs = Vec::new();
    for _ in 0..=samples {
        costs.push(start_once(binary, data)?);
    }
    costs.remove(0);
    let cost = median(costs);
    let what = format!("start to first 200, SQLite, {articles} articles");
    Ok(vec![Row::new(what, Figure::Time(cost.cpu), bar, wall(cost))])
}

fn start_once(binary: &Path, data: &Path) -> Result<Cost, Failure> {
    let began = Instant::now();
    let mut node = NodeCommand::new(binary, data).start()?;
    get(&node, "/en/")?;
    let wall = began.elapsed();
    let cpu = cpu(&node)?;
    node.stop().map_err(Failure::io("the node"))?;
    Ok(Cost { cpu, wall })
}

fn cpu(node: &Node) -> Result<Duration, Failure> {
    rig::process::cpu_time(node.pid()).map_err(Failure::io("CPU time of the node"))
}

/// Anonymous memory after `pages` different articles, asked for over HTTP.
pub(crate) fn memory(binary: &Path, data: &Path, articles: u64, pages: u64) -> Result<Vec<Row>, Failure> {
    let mut node = NodeCommand::new(binary, data).start()?;
    let held = |node: &Node| rig::process::rss_anon(node.pid()).map_err(Failure::io("memory of the node"));
    let before = held(&node)?;
    // A stride that shares no factor with the number of articles meets none twice.
    let stride = 1 + Dice::of(pages).below(articles / 2) * 2;
    let cpu_before = cpu(&node)?;
    for number in 0..pages {
        get(&node, &address(number.wrapping_mul(stride) % articles))?;
    }
    let cpu = (cpu(&node)? - cpu_before).as_secs_f64() * 1e3 / pages as f64;
    let after = held(&node)?;
    node.stop().map_err(Failure::io("the node"))?;
    let what = format!("RssAnon after {pages} pages, SQLite, {articles} articles");
    let beside = format!("{} after the start; {cpu:.2} ms CPU a page over HTTP", Figure::Bytes(before));
    Ok(vec![Row::new(what, Figure::Bytes(after), Figure::Bytes(64_000_000), beside)])
}

fn get(node: &Node, address: &str) -> Result<(), Failure> {
    let answer = node.get(address).map_err(Failure::io(address))?;
    if answer.status == 200 {
        Ok(())
    } else {
        Err(Failure::Status { address: address.to_owned(), status: answer.status })
    }
}

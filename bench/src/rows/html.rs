//! HTML to Document: real pages where the reference data are there, else generated ones.

use std::{path::Path, time::Duration};

use document::{PlainResolver, html_in};

use super::wall;
use crate::{
    cost::Effort,
    failure::Failure,
    prose::{Article, Dice},
    table::{Figure, Row},
};

/// What a megabyte costs.
pub(crate) async fn rows(samples: u32) -> Result<Vec<Row>, Failure> {
    let (name, pages) = pages()?;
    let megabytes = pages.iter().map(String::len).sum::<usize>() as f64 / 1e6;
    let mut dice = Dice::of(0);
    let read = async |_| {
        for page in &pages {
            std::hint::black_box(html_in(page, &mut PlainResolver, &mut || dice.draw()));
        }
        Ok(())
    };
    let cost = Effort { samples, operations: 1 }.cost(read).await?;
    let each = |time: Duration| time.div_f64(megabytes);
    let beside = format!("{}, {} of {megabytes:.1} MB", name, wall(cost));
    Ok(vec![Row::new(
        "HTML to Document, a megabyte",
        Figure::Time(each(cost.cpu)),
        Figure::millis(25.0),
        beside,
    )])
}

fn pages() -> Result<(&'static str, Vec<String>), Failure> {
    let real = rig::reference_data().map(|data| data.join("html")).filter(|folder| folder.is_dir());
    match real {
        Some(folder) => {
            let mut pages = Vec::new();
            gather(&folder, &mut pages)?;
            Ok(("real pages", pages))
        }
        None => Ok(("generated pages", (0..1_000).map(|number| Article::of(number).html).collect())),
    }
}

fn gather(folder: &Path, pages: &mut Vec<String>) -> Result<(), Failure> {
    let io = || Failure::io(folder.display().to_string());
    for entry in std::fs::read_dir(folder).map_err(io())? {
        let path = entry.map_err(io())?.path();
        if path.is_dir() {
            gather(&path, pages)?;
        } else if path.extension().is_some_and(|it| it == "html") {
            let bytes = std::fs::read(&path).map_err(Failure::io(path.display().to_string()))?;
            pages.push(String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(())
}

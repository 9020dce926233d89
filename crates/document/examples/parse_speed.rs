//! How long HTML takes to become a Document: `parse_speed FILE…` prints milliseconds a megabyte,
//! the median of nine runs over all files.

use std::time::Instant;

use document::{HtmlOptions, PlainResolver, html_in, to_html};

fn main() -> std::io::Result<()> {
    let pages = std::env::args_os().skip(1).map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let megabytes = pages.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    let mut seed = 0_u64;
    let mut ids = || {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        seed
    };
    let (mut reading, mut printing) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        let start = Instant::now();
        let parsed: Vec<_> = pages.iter().map(|page| html_in(page, &mut PlainResolver, &mut ids)).collect();
        reading.push(start.elapsed().as_secs_f64() * 1e3 / megabytes);
        let start = Instant::now();
        let bytes: usize = parsed.iter().map(|it| to_html(&it.document, &HtmlOptions::default()).len()).sum();
        printing.push(start.elapsed().as_secs_f64() * 1e9 / bytes.max(1) as f64);
    }
    reading.sort_by(f64::total_cmp);
    printing.sort_by(f64::total_cmp);
    let median = |it: &[f64]| it.get(it.len() / 2).copied().unwrap_or(f64::NAN);
    println!(
        "{} pages, {megabytes:.2} MB: in {:.2} ms/MB, out {:.1} ns a byte printed",
        pages.len(),
        median(&reading),
        median(&printing)
    );
    Ok(())
}

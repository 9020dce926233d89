//! The table: what was measured beside its bar, in Markdown.

use std::{fmt, time::Duration};

/// What a figure must not exceed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Figure {
    /// Time.
    Time(Duration),
    /// A quotient of two measurements.
    Ratio(f64),
    /// Bytes.
    Bytes(u64),
}

impl Figure {
    /// Milliseconds.
    pub(crate) const fn millis(millis: f64) -> Self {
        Self::Time(Duration::from_nanos((millis * 1e6) as u64))
    }

    fn amount(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Ratio(ratio) => ratio,
            Self::Bytes(bytes) => bytes as f64,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) => {
                let millis = time.as_secs_f64() * 1e3;
                if millis < 10.0 { write!(f, "{millis:.2} ms") } else { write!(f, "{millis:.0} ms") }
            }
            Self::Ratio(ratio) => write!(f, "{ratio:.2} ×"),
            Self::Bytes(bytes) => write!(f, "{:.1} MB", *bytes as f64 / 1e6),
        }
    }
}

/// One line.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    what: String,
    measured: Figure,
    bar: Figure,
    beside: String,
}

impl Row {
    /// A line with what is told beside it, such as wall time.
    pub(crate) fn new(what: impl Into<String>, measured: Figure, bar: Figure, beside: String) -> Self {
        Self { what: what.into(), measured, bar, beside }
    }

    fn is_met(&self) -> bool {
        self.measured.amount() <= self.bar.amount()
    }
}

/// Prints the head of the table.
pub(crate) fn print_head() {
    println!("| what | measured | bar | met | beside | load |\n| --- | --- | --- | --- | --- | --- |");
}

/// Prints lines as they come, with the machine's load of the last minute.
pub(crate) fn print_rows(rows: &[Row]) {
    for row in rows {
        let met = if row.is_met() { "yes" } else { "**no**" };
        let Row { what, measured, bar, beside, .. } = row;
        println!("| {what} | {measured} | {bar} | {met} | {beside} | {} |", load());
    }
}

/// The load of the last minute (`proc(5)`): processes that ran or wanted to, this one among them.
fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg");
    told.ok().and_then(|line| Some(line.split(' ').next()?.to_owned())).unwrap_or_else(|| "?".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_met_up_to_itself() {
        let row = |measured, bar| Row::new("x", measured, bar, String::new()).is_met();
        assert!(row(Figure::millis(1.0), Figure::millis(1.0)));
        assert!(!row(Figure::Ratio(1.31), Figure::Ratio(1.3)));
        assert!(row(Figure::Bytes(1), Figure::Bytes(64_000_000)));
    }

    #[test]
    fn figures_are_printed_with_their_unit() {
        assert_eq!(Figure::millis(0.4567).to_string(), "0.46 ms");
        assert_eq!(Figure::millis(150.2).to_string(), "150 ms");
        assert_eq!(Figure::Ratio(1.2).to_string(), "1.20 ×");
        assert_eq!(Figure::Bytes(64_000_000).to_string(), "64.0 MB");
    }
}

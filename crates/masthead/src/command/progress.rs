//! How far a long command is: a bar where standard error is a terminal, else a line every ten seconds.

use std::{
    collections::VecDeque,
    io::{IsTerminal as _, Write as _},
    time::{Duration, Instant},
};

use exchange::import::Progress;
use indicatif::{ProgressBar, ProgressStyle};

/// How often a line is written where there is no bar.
const LINE: Duration = Duration::from_secs(10);
/// Over which time the rate is taken: long enough to be calm, short enough to be true.
const WINDOW: Duration = Duration::from_secs(30);

/// Tells how far the reading of a file is.
pub(crate) struct Meter {
    name: String,
    began: Instant,
    told: Instant,
    pace: Pace,
    bar: Option<ProgressBar>,
}

impl Meter {
    /// Of a file of `bytes` bytes.
    pub(crate) fn new(name: String, bytes: u64) -> Self {
        let now = Instant::now();
        let is_seen = std::io::stderr().is_terminal();
        let style = ProgressStyle::with_template("{bar:30} {percent:>3} %  {msg}").ok();
        let bar = style.filter(|_| is_seen).map(|style| ProgressBar::new(bytes).with_style(style));
        Self { name, began: now, told: now, pace: Pace::of(bytes), bar }
    }

    /// Takes how far it is.
    pub(crate) fn tell(&mut self, progress: Progress) {
        self.pace.add(self.began.elapsed(), progress);
        if let Some(bar) = &self.bar {
            bar.set_position(progress.bytes);
            bar.set_message(self.pace.to_string());
        } else if self.told.elapsed() >= LINE {
            self.told = Instant::now();
            let line = format!("{}: {:.0} %, {}", self.name, self.pace.percent(), self.pace);
            // Whoever closed standard error does not want to know.
            let _closed = writeln!(std::io::stderr(), "{line}");
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// How fast it goes, and how long it will take.
#[derive(Debug)]
struct Pace {
    total: u64,
    last: (Duration, Progress),
    /// What was told within the window, the oldest first.
    samples: VecDeque<(Duration, Progress)>,
}

impl Pace {
    fn of(total: u64) -> Self {
        let start = (Duration::ZERO, Progress { bytes: 0, articles: 0 });
        Self { total, last: start, samples: VecDeque::from([start]) }
    }

    fn add(&mut self, at: Duration, progress: Progress) {
        self.last = (at, progress);
        self.samples.push_back(self.last);
        while self.samples.get(1).is_some_and(|(told, _)| at.saturating_sub(*told) >= WINDOW) {
            self.samples.pop_front();
        }
    }

    fn percent(&self) -> f64 {
        100.0 * self.last.1.bytes as f64 / (self.total.max(1)) as f64
    }

    /// Bytes and articles a second.
    fn rate(&self) -> Option<(f64, f64)> {
        let (since, first) = self.samples.front()?;
        let (at, last) = self.last;
        let seconds = at.saturating_sub(*since).as_secs_f64();
        let a_second = |from: u64, to: u64| to.saturating_sub(from) as f64 / seconds;
        let rate = (a_second(first.bytes, last.bytes), a_second(first.articles, last.articles));
        (seconds > 0.0 && rate.0 > 0.0).then_some(rate)
    }
}

impl std::fmt::Display for Pace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (_, Progress { bytes, articles }) = self.last;
        write!(f, "{articles} articles")?;
        let Some((bytes_a_second, articles_a_second)) = self.rate() else { return Ok(()) };
        let rest = self.total.saturating_sub(bytes) as f64 / bytes_a_second;
        write!(f, ", {articles_a_second:.0} a second, ")?;
        match rest {
            rest if rest < 100.0 => write!(f, "{rest:.0} s left"),
            rest if rest < 6_000.0 => write!(f, "{:.0} min left", rest / 60.0),
            rest => write!(f, "{:.1} h left", rest / 3_600.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pace at which `bytes` and `articles` came by at each of these seconds.
    fn pace(total: u64, told: &[(u64, u64, u64)]) -> Pace {
        let mut pace = Pace::of(total);
        for (second, bytes, articles) in told {
            pace.add(Duration::from_secs(*second), Progress { bytes: *bytes, articles: *articles });
        }
        pace
    }

    #[test]
    fn the_rest_is_what_is_left_at_the_present_rate() {
        assert_eq!(pace(1_000, &[]).to_string(), "0 articles");
        assert_eq!(pace(1_000, &[(5, 500, 50)]).to_string(), "50 articles, 10 a second, 5 s left");
        assert_eq!(pace(1_000, &[(5, 500, 50)]).percent(), 50.0);
        assert_eq!(pace(61_000, &[(10, 1_000, 20)]).to_string(), "20 articles, 2 a second, 10 min left");
    }

    #[test]
    fn a_slow_beginning_is_forgotten() {
        let slow_then_fast = [(100, 100, 10), (110, 1_100, 110), (120, 2_100, 210), (130, 3_100, 310)];
        let said = pace(10_100, &slow_then_fast).to_string();
        assert_eq!(said, "310 articles, 10 a second, 70 s left");
    }
}

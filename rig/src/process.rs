//! What the kernel says of a process: CPU time and resident memory, for the performance tables;
//! whether it lives; and signals to it.

use rustix::process::{Pid, Signal, kill_process};
use rustix::time::{ClockId, clock_gettime};
use std::io;
use std::time::Duration;

/// One tick of the times in `/proc/PID/stat`: `USER_HZ` is 100 on every Linux.
const TICK: Duration = Duration::from_millis(10);

/// CPU time, user and system, that process `pid` has used in all its threads so far.
///
/// Resolution 10 ms (`proc(5)`: `utime` and `stime`, in clock ticks).
///
/// # Errors
/// No such process, or `/proc` cannot be read.
pub fn cpu_time(pid: u32) -> io::Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    ticks(&stat)
        .and_then(|ticks| TICK.checked_mul(ticks))
        .ok_or_else(|| io::Error::other(format!("/proc/{pid}/stat has another shape: {stat}")))
}

/// `utime + stime`. The second field is the program's name in brackets and may hold anything, so
/// counting starts behind its last bracket: the state is then field 0, `utime` 11, `stime` 12.
fn ticks(stat: &str) -> Option<u32> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11).map(str::parse::<u32>);
    times.next()?.ok()?.checked_add(times.next()?.ok()?)
}

/// CPU time that this process has used in all its threads so far, to the nanosecond.
pub fn own_cpu_time() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or(0))
}

/// Anonymous resident memory of process `pid` in bytes (`RssAnon`): what it holds itself, without
/// mapped files, which the kernel can drop.
///
/// # Errors
/// No such process, or a kernel without that line.
pub fn rss_anon(pid: u32) -> io::Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let kib = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"))
        .and_then(|line| line.trim().strip_suffix(" kB"))
        .and_then(|kib| kib.parse::<u64>().ok());
    kib.map(|kib| kib * 1024)
        .ok_or_else(|| io::Error::other(format!("/proc/{pid}/status has no RssAnon in kB")))
}

pub(crate) fn signal(pid: u32, signal: Signal) -> io::Result<()> {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw);
    match pid.map(|pid| kill_process(pid, signal)) {
        Some(Ok(()) | Err(rustix::io::Errno::SRCH)) => Ok(()),
        Some(Err(error)) => Err(error.into()),
        None => Err(io::ErrorKind::InvalidInput.into()),
    }
}

/// Whether a process runs. One that is dead but not yet buried by its parent does not.
pub(crate) fn is_alive(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"));
    stat.is_ok_and(|stat| stat.rsplit_once(')').is_some_and(|(_, fields)| !fields.starts_with(" Z")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_read_behind_a_name_full_of_brackets_and_blanks() {
        let stat = "42 (a) b (c)) S 1 2 3 4 5 6 7 8 9 10 1500 25 7 8 20";
        assert_eq!(ticks(stat), Some(1525));
        assert_eq!(ticks("42 (short) S 1 2"), None);
    }

    #[test]
    fn work_shows_in_the_cpu_time_of_this_process() {
        let (before, ticks_before) = (own_cpu_time(), cpu_time(std::process::id()).unwrap());
        while own_cpu_time() - before < TICK * 3 {
            std::hint::black_box((0..10_000u64).sum::<u64>());
        }
        assert!(cpu_time(std::process::id()).unwrap() > ticks_before);
    }

    #[test]
    fn memory_that_was_written_shows_as_anonymous() {
        let pid = std::process::id();
        let before = rss_anon(pid).unwrap();
        let held = std::hint::black_box(vec![1u8; 32 << 20]);
        assert!(rss_anon(pid).unwrap() >= before + (30 << 20));
        drop(held);
    }
}

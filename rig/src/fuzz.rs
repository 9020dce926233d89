//! Fuzzing: inputs made by a grammar or by changing real ones, the same in every run of the tests and
//! new ones for as long as `make soak` allows.
//!
//! `MASTHEAD_FUZZ_MINUTES` is how long each fuzz test goes on; without it each does its number of cases
//! once. What fails tells its round: `MASTHEAD_FUZZ_ROUND` begins with that one.

use std::{
    path::Path,
    time::{Duration, Instant, SystemTime},
};

use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};

/// What one input may take at most, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);

/// Tests inputs of `strategy`: `cases` of them, or rounds of so many for the time that is given.
///
/// # Panics
/// A test failed or took too long; the smallest input that was found to do so is told, with its round.
pub fn fuzz<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let minutes = number_of("MASTHEAD_FUZZ_MINUTES");
    let end = minutes.map(|minutes| Instant::now() + Duration::from_secs(60 * minutes));
    // New inputs in every soak, the same ones in every other run.
    let now = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let first = number_of("MASTHEAD_FUZZ_ROUND").or_else(|| minutes.map(|_| now())).unwrap_or_default();
    for round in first.. {
        let mut seed = [0; 32];
        for (slot, byte) in seed.iter_mut().zip(round.to_le_bytes()) {
            *slot = byte;
        }
        let config = Config { cases, failure_persistence: None, ..Config::default() };
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
        let outcome = TestRunner::new_with_rng(config, rng).run(strategy, |input| {
            let began = Instant::now();
            test(input)?;
            match began.elapsed() {
                took if took > PATIENCE => Err(TestCaseError::fail(format!("it took {took:?}"))),
                _ => Ok(()),
            }
        });
        if let Err(error) = outcome {
            panic!("MASTHEAD_FUZZ_ROUND={round}: {error}");
        }
        if end.is_none_or(|end| Instant::now() >= end) {
            return;
        }
    }
}

fn number_of(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    match text.parse() {
        Ok(number) => Some(number),
        Err(_) => panic!("{variable} must be a number, it is {text:?}"),
    }
}

/// The files below a folder of the reference data whose names end so, each of at most `bytes` bytes; none
/// without the data.
///
/// # Panics
/// The folder is there and cannot be read.
pub fn samples(folder: &str, ends: &[&str], bytes: u64) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    if let Some(data) = crate::reference_data() {
        let gathered = gather(&data.join(folder), ends, bytes, &mut found);
        gathered.unwrap_or_else(|error| panic!("{folder}: {error}"));
    }
    found
}

fn gather(folder: &Path, ends: &[&str], bytes: u64, found: &mut Vec<Vec<u8>>) -> std::io::Result<()> {
    let entries = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = entries.collect::<std::io::Result<Vec<_>>>()?;
    // The order of a folder is the machine's; an index into the samples must mean the same everywhere.
    paths.sort();
    for path in paths {
        let name = path.to_string_lossy();
        if path.is_dir() {
            gather(&path, ends, bytes, found)?;
        } else if ends.iter().any(|end| name.ends_with(end)) && path.metadata()?.len() <= bytes {
            found.push(std::fs::read(&path)?);
        }
    }
    Ok(())
}

/// One change of a file.
#[derive(Clone, Debug)]
pub enum Change {
    /// Another byte.
    Byte(Index, u8),
    /// Nothing more from here on.
    Cut(Index),
    /// Bytes are missing.
    Remove(Index, usize),
    /// Bytes come twice.
    Repeat(Index, usize),
    /// Four bytes are a number.
    Number(Index, u32),
    /// Bytes of a format stand where they should not.
    Insert(Index, &'static str),
}

/// Changes as they happen to files; `words` are what means something in their format.
pub fn change(words: &'static [&'static str]) -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    let number = prop_oneof![Just(u32::MAX), Just(0x7fff_ffff), Just(0), any::<u32>()];
    let word = if words.is_empty() { Just("\0").boxed() } else { prop::sample::select(words).boxed() };
    prop_oneof![
        6 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => at().prop_map(Change::Cut),
        2 => (at(), 1..40_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        2 => (at(), 1..40_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        2 => (at(), number).prop_map(|(at, number)| Change::Number(at, number)),
        4 => (at(), word).prop_map(|(at, word)| Change::Insert(at, word)),
    ]
}

/// The bytes of a changed file; told as text where a test fails.
#[derive(Clone)]
pub struct Bytes(Vec<u8>);

impl std::ops::Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.escape_ascii())
    }
}

/// One of `samples` with some changes; at least one sample must be there.
pub fn mutated(samples: Vec<Vec<u8>>, words: &'static [&'static str]) -> impl Strategy<Value = Bytes> {
    let changes = prop::collection::vec(change(words), 1..8);
    (any::<Index>(), changes).prop_map(move |(which, changes)| {
        let mut bytes = which.get(&samples).clone();
        changes.into_iter().for_each(|change| apply(&mut bytes, change));
        Bytes(bytes)
    })
}

/// Makes a change.
pub fn apply(bytes: &mut Vec<u8>, change: Change) {
    let length = bytes.len();
    if length == 0 {
        return;
    }
    match change {
        Change::Byte(at, byte) => bytes.iter_mut().skip(at.index(length)).take(1).for_each(|b| *b = byte),
        Change::Cut(at) => bytes.truncate(at.index(length)),
        Change::Remove(at, count) => {
            let from = at.index(length);
            bytes.drain(from..length.min(from + count));
        }
        Change::Repeat(at, count) => {
            let from = at.index(length);
            let part: Vec<u8> = bytes.iter().skip(from).take(count).copied().collect();
            bytes.splice(from..from, part);
        }
        Change::Number(at, number) => {
            let places = bytes.iter_mut().skip(at.index(length));
            places.zip(number.to_be_bytes()).for_each(|(place, byte)| *place = byte);
        }
        Change::Insert(at, word) => {
            let from = at.index(length);
            bytes.splice(from..from, word.bytes());
        }
    }
}

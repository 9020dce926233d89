//! A window that slides over a file of any size. Places in it are bytes of the file, from 0.

use std::io::{self, Read};

/// How much is read at once: more while much is held, so that a large item costs few reads.
const STEPS: std::ops::RangeInclusive<usize> = 16 << 10..=256 << 10;

/// The part of the file that is held.
pub(super) struct Window<R> {
    source: R,
    held: Vec<u8>,
    base: u64,
    line: u64,
    counted: u64,
}

impl<R: Read> Window<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, held: Vec::new(), base: 0, line: 1, counted: 0 }
    }

    /// Behind the last byte that is held.
    pub(super) fn end(&self) -> u64 {
        self.base + self.held.len() as u64
    }

    fn index(&self, place: u64) -> usize {
        usize::try_from(place.saturating_sub(self.base)).unwrap_or(usize::MAX).min(self.held.len())
    }

    /// What is held from `from` on.
    pub(super) fn rest(&self, from: u64) -> &[u8] {
        self.held.get(self.index(from)..).unwrap_or_default()
    }

    /// What is held between two places.
    pub(super) fn between(&self, from: u64, to: u64) -> &[u8] {
        self.held.get(self.index(from)..self.index(to)).unwrap_or_default()
    }

    /// The line of a place, from 1. Places must be asked for in their order.
    pub(super) fn line_of(&mut self, place: u64) -> u64 {
        let passed = self.between(self.counted, place);
        let lines = memchr::memchr_iter(b'\n', passed).count() as u64;
        self.line += lines;
        self.counted = self.counted.max(place.min(self.end()));
        self.line
    }

    /// Reads on; what stands before `keep` may be let go. False at the end of the file.
    pub(super) fn read_on(&mut self, keep: u64) -> io::Result<bool> {
        let passed = self.index(keep);
        if passed > self.held.len() / 2 {
            self.line_of(keep);
            self.held.drain(..passed);
            self.base += passed as u64;
        }
        let length = self.held.len();
        self.held.resize(length + length.clamp(*STEPS.start(), *STEPS.end()), 0);
        let read = loop {
            match self.source.read(self.held.get_mut(length..).unwrap_or_default()) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                result => break result,
            }
        };
        self.held.truncate(length + read.as_ref().copied().unwrap_or(0));
        Ok(read? > 0)
    }
}

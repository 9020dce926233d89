//! Levels of headings without gaps: a heading lies one level below the one that it belongs to,
//! since who listens to a page finds the way by levels.

use crate::block::{Block, BlockKind, HeadingLevel};

/// The headings that the next one may belong to: level as given, level without gaps.
#[derive(Default)]
pub(crate) struct Outline(Vec<(u8, u8)>);

impl Outline {
    /// The level of the next heading in reading order; below the headline, so 2 at least. Levels
    /// without gaps stay as they are.
    pub(crate) fn next(&mut self, given: HeadingLevel) -> HeadingLevel {
        while self.0.last().is_some_and(|(above, _)| *above >= given.get()) {
            self.0.pop();
        }
        let level = self.0.last().map_or(2, |(_, above)| above.saturating_add(1));
        self.0.push((given.get(), level));
        HeadingLevel::nearest(level)
    }

    /// Closes the gaps in all headings of a tree.
    pub(crate) fn close_up(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            if let BlockKind::Heading { level, .. } = &mut block.kind {
                *level = self.next(*level);
            }
            for nested in block.kind.nested_mut() {
                self.close_up(nested);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_have_no_gaps_and_headings_keep_their_rank() {
        for (given, expected) in [
            (&[4, 4, 5, 4][..], &[2, 2, 3, 2][..]),
            (&[2, 4, 3, 6, 2], &[2, 3, 3, 4, 2]),
            (&[3, 2, 3], &[2, 2, 3]),
            (&[2, 3, 4, 5, 6], &[2, 3, 4, 5, 6]),
        ] {
            let mut outline = Outline::default();
            let levels: Vec<u8> =
                given.iter().map(|it| outline.next(HeadingLevel::nearest(*it)).get()).collect();
            assert_eq!(levels, expected, "{given:?}");
        }
    }
}
